"""A template to begin with as a Word file: blocks as ever, the names of fields as they are."""

from __future__ import annotations

import io
import re
import zipfile

from desktop_app.papers.blocks import Document
from desktop_app.printing.word import to_word

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ENTRY = re.compile(r"- (\{\{[^{}]*\}\})\.")
"""A tag that was taken for the last entry of a list: its value has the marks already."""
_BODY = "word/document.xml"


def to_template(document: Document) -> bytes:
    """The document as .docx; where the page writes capitals, tags keep their small letters."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(to_word(document))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == _BODY:
                words = content.decode("utf-8")
                words = _ENTRY.sub(r"\1", words)
                content = _TAG.sub(lambda tag: tag[0].lower(), words).encode("utf-8")
            new.writestr(entry, content)
    return made.getvalue()
