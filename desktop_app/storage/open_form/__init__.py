"""The whole data file in an open form: one JSON, the attached files beside it, nothing locked in.

The package is a zip that any program opens:

    du-lieu.json     every record, the description of its fields, the list of attached files
    lich-su.jsonl    the history, an entry a line; for reading, it is not taken back in
    tep-kem/…        the attached files under names that tell their sums apart
    SHA256SUMS       the sum of every file, as `sha256sum -c` reads it
    DOC-TRUOC.txt    the same in words
"""

from __future__ import annotations

from desktop_app.domain.commendations.awarding import ON_STAGE_SETTING
from desktop_app.domain.commendations.repetition import LIKENESS_SETTING

FORMAT = "thi-dua-cum"
FORMAT_VERSION = 1
"""Counts up when the form itself changes; new fields of records do not change it."""
ENDING = ".json.zip"
DATA, HISTORY, SUMS, WORDS = "du-lieu.json", "lich-su.jsonl", "SHA256SUMS", "DOC-TRUOC.txt"
FOLDER = "tep-kem/"
SETTINGS = ("sample", "bonus_rounding", ON_STAGE_SETTING, LIKENESS_SETTING)
"""What the file remembers for itself and takes along; keys of the history stay at home."""
