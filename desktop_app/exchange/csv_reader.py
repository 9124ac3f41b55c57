"""Text files of cells (.csv, .txt): their encoding and their separator are found out."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path
from typing import Any

from desktop_app.domain.letters.old_fonts import converted, old_font_of
from desktop_app.domain.letters.syllables import is_syllable
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.sheet_builder import SheetBuilder
from desktop_app.exchange.sheet_scan import TooLarge

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATORS = ";\t,|"
_LOOKED_AT = 60
"""Rows by which the separator is told."""
_SAMPLE = 20_000


def sheets(path: Path, limits: Limits) -> list[dict[str, Any]]:
    """The one sheet of the file. Raises TooLarge."""
    data = path.read_bytes()
    text, encoding = decoded(data)
    if "\0" in text:
        raise TooLarge("Tệp không phải là văn bản (.csv) nên không được đọc.")
    csv.field_size_limit(limits.text)
    hint, text = _hint(text)
    sheet = SheetBuilder(f"CSV, {encoding}", limits)
    try:
        separator = hint or separator_of(text)
        for row, cells in enumerate(csv.reader(io.StringIO(text, ""), delimiter=separator), 1):
            for column, words in enumerate(cells, 1):
                if words.strip():
                    sheet.put(row, column, words)
    except csv.Error as error:
        raise TooLarge("Một ô của tệp dài quá mức, hoặc thiếu dấu ngoặc kép đóng.") from error
    return [sheet.plain()]


def decoded(data: bytes) -> tuple[str, str]:
    """The text and what its encoding is called; bytes without a mark are tried one by one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding.removesuffix("-sig").upper()
    if wide := _wide_encoding(data):
        return data.decode(wide, errors="replace"), "UTF-16"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _of_one_byte(data)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte of an office text is then zero."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[start::2].count(0) > len(sample) // 5:
            return encoding
    return ""


def _of_one_byte(data: bytes) -> tuple[str, str]:
    """Windows-1258, or bytes of an old font, which the doctor of letters puts right later."""
    plain = data.decode("cp1252", errors="replace")
    vietnamese = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    font = old_font_of(plain[:_SAMPLE])
    if font and _syllables(converted(plain[:_SAMPLE], font)) > _syllables(vietnamese[:_SAMPLE]):
        return plain, font.label
    return vietnamese, "Windows-1258"


def _syllables(text: str) -> int:
    """How many words with marks are spelt as Vietnamese ones."""
    words = (word.strip(";,|.\"'()") for word in text.split())
    return sum(is_syllable(word) for word in words if not word.isascii())


def _hint(text: str) -> tuple[str, str]:
    """The separator that Excel may name in the first line, and the text without that line."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return first.strip()[-1], "\n" + rest
    return "", text


def separator_of(text: str) -> str:
    """The sign that parts the lines into equally many cells, and into most of them."""
    lines = text.splitlines(keepends=True)[:_LOOKED_AT]

    def score(separator: str) -> tuple[float, int]:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=separator) if cells]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / max(len(widths), 1) if usual > 1 else 0.0, usual)

    return max(_SEPARATORS, key=score)
