"""Many PDFs and pictures bound into one PDF whose pages are numbered through."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pypdfium2
from PIL import Image, ImageOps
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop_app.printing import page, raster

Tell = Callable[[int, int], object]
"""Hears how many of how many are done; what it raises stops the work."""

_MARGIN = 15 * page.MM
_FOOT = 8 * page.MM
"""Mm of the page number from the lower edge: below the text of any official page."""
_PIECE = 10
"""Pages that are numbered together."""
_MOST_DOTS = 100_000_000
"""Dots of a picture; a scan of A4 at 600 dots to the inch has a third of it."""
_FONT, _SIZE = b"Helvetica", 9.0


class Unreadable(Exception):
    """A file that cannot be bound; the words say why, for the contents page."""


def pages_of(content: bytes, ending: str) -> bytes:
    """An attached file as PDF. Raises Unreadable."""
    return _checked(content) if ending == ".pdf" else _picture_page(content)


def is_signed(pdf: bytes) -> bool:
    """Whether it bears a digital signature, which does not outlive being bound."""
    with raster.opened(pdf) as document:
        return bool(pypdfium2.raw.FPDF_GetSignatureCount(document.raw) > 0)


def bound(pdfs: Sequence[bytes], tell: Tell = lambda _done, _total: None) -> bytes:
    """All pages in order, «tr. 3/45» at the foot of each."""
    with raster.entered():
        total = sum(_page_count(pdf) for pdf in pdfs)
        whole = pypdfium2.PdfDocument.new()
        try:
            for place, pdf in enumerate(pdfs):
                tell(place, len(pdfs))
                _append(whole, pdf, total)
            buffer = BytesIO()
            whole.save(buffer)
        finally:
            whole.close()
    return buffer.getvalue()


def _page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def _checked(content: bytes) -> bytes:
    try:
        if raster.page_count(content):
            return content
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        raise Unreadable("tệp PDF có mật khẩu" if locked else "tệp PDF không đọc được") from error
    raise Unreadable("tệp PDF không có trang nào")


def _append(whole: Any, pdf: bytes, total: int) -> None:
    source = pypdfium2.PdfDocument(pdf)
    try:
        if source.get_formtype():
            # what was filled in, and the look of a signature, would stay behind otherwise
            source.init_forms()
            for place in range(len(source)):
                sheet = source[place]
                sheet.flatten()
                sheet.close()
        for start in range(0, len(source), _PIECE):
            places = list(range(start, min(start + _PIECE, len(source))))
            _append_piece(whole, source, places, total)
    finally:
        source.close()


def _append_piece(whole: Any, source: Any, places: list[int], total: int) -> None:
    """Numbered in a document of its own: PDFium rewrites a page slower the longer its document."""
    raw, first = pypdfium2.raw, len(whole) + 1
    piece = pypdfium2.PdfDocument.new()
    try:
        piece.import_pages(source, places)
        font = raw.FPDFText_LoadStandardFont(piece.raw, _FONT)
        for place in range(len(piece)):
            _stamp(piece, place, font, f"tr. {first + place}/{total}")
        whole.import_pages(piece)
    finally:
        piece.close()


def _stamp(piece: Any, place: int, font: Any, words: str) -> None:
    """The number at the lower right as the page is read, whichever way its scan lies."""
    raw = pypdfium2.raw
    sheet = piece[place]
    left, bottom, right, top = sheet.get_cropbox()
    mark = raw.FPDFPageObj_CreateTextObj(piece.raw, font, _SIZE)
    text = ctypes.create_string_buffer((words + "\0").encode("utf-16-le"))
    raw.FPDFText_SetText(mark, ctypes.cast(text, raw.FPDF_WIDESTRING))
    from_right, up = _MARGIN + _SIZE * len(words) * 0.5, _FOOT
    turned = {
        0: (1, 0, 0, 1, right - from_right, bottom + up),
        90: (0, 1, -1, 0, right - up, top - from_right),
        180: (-1, 0, 0, -1, left + from_right, top - up),
        270: (0, -1, 1, 0, left + up, bottom + from_right),
    }[sheet.get_rotation() % 360]
    raw.FPDFPageObj_Transform(mark, *turned)
    raw.FPDFPage_InsertObject(sheet.raw, mark)
    raw.FPDFPage_GenerateContent(sheet.raw)
    sheet.close()


def _picture_page(content: bytes) -> bytes:
    """A picture on A4, the way round it wants to be."""
    try:
        picture = Image.open(BytesIO(content))
        if picture.width * picture.height > _MOST_DOTS:
            raise Unreadable("ảnh quá lớn")
        upright = _upright(picture, content)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unreadable("tệp ảnh không đọc được") from error
    reader = ImageReader(upright)
    across, down = reader.getSize()
    width, height = (A4[1], A4[0]) if across > down else A4
    scale = min((width - 2 * _MARGIN) / across, (height - 2 * _MARGIN) / down, 1.0)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1)
    canvas.drawImage(
        reader,
        (width - across * scale) / 2,
        (height - down * scale) / 2,
        across * scale,
        down * scale,
    )
    canvas.save()
    return buffer.getvalue()


def _upright(picture: Image.Image, content: bytes) -> BytesIO:
    """The bytes of a picture that lies the right way; a plain JPEG keeps its own."""
    picture.load()
    turned = ImageOps.exif_transpose(picture)
    if picture.format == "JPEG" and picture.mode in ("RGB", "L") and turned.size == picture.size:
        is_turned = picture.getexif().get(0x0112, 1) != 1
        if not is_turned:
            return BytesIO(content)
    flat = turned.convert("RGBA") if "A" in turned.getbands() or turned.mode == "P" else turned
    if flat.mode == "RGBA":
        ground = Image.new("RGBA", flat.size, "white")
        ground.alpha_composite(flat)
        flat = ground
    buffer = BytesIO()
    flat.convert("RGB").save(buffer, "JPEG" if picture.format == "JPEG" else "PNG", quality=90)
    buffer.seek(0)
    return buffer
