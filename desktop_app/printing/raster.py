"""Pages of a PDF as pictures and as text, through PDFium."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2

# PDFium may be entered by one thread at a time.
_DOOR = threading.Lock()


@dataclass(frozen=True)
class PageImage:
    """A page in dots: blue, green, red, a byte each (QImage.Format_BGR888)."""

    width: int
    height: int
    stride: int
    """Bytes from one row to the next."""
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in pt."""
    with opened(pdf) as document:
        return [document.get_page_size(place) for place in range(len(document))]


def render(pdf: bytes, page: int, scale: float) -> PageImage:
    """Page number `page`, counted from 0; scale 1 is 72 dots to the inch."""
    with opened(pdf) as document:
        sheet = document[page]
        # rev_byteorder off and no alpha: three bytes, blue first, as Format_BGR888 wants them
        bitmap = sheet.render(scale=scale, rev_byteorder=False, maybe_alpha=False)
        image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        sheet.close()
    return image


def text_of(pdf: bytes) -> list[str]:
    """The words of every page, composed (NFC), with plain spaces."""
    with opened(pdf) as document:
        return [_text(document[place]) for place in range(len(document))]


def _text(sheet: Any) -> str:
    page_text = sheet.get_textpage()
    words = page_text.get_text_bounded()
    page_text.close()
    sheet.close()
    plain = words.replace("\r\n", "\n").replace("\u00a0", " ")
    return unicodedata.normalize("NFC", plain)


@contextmanager
def entered() -> Iterator[None]:
    """PDFium for oneself, for work on several documents at once; not to be nested."""
    with _DOOR:
        yield


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """The document in PDFium, closed afterwards; nobody else may enter meanwhile."""
    with _DOOR:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
