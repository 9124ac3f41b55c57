"""A short code as a QR picture: its squares for the PDF, a PNG for Word."""

from __future__ import annotations

from io import BytesIO

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

QUIET = 2
"""White squares around the picture, so that a camera finds it beside text."""


def squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of dark and light squares, without the quiet zone."""
    made = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(text)
    made.make()
    return tuple(tuple(bool(dark) for dark in row) for row in made.modules)


def png(text: str, square: int = 6) -> bytes:
    """The picture with its quiet zone, `square` pixels a square."""
    from PIL import Image

    rows = squares(text)
    side = len(rows) + 2 * QUIET
    image = Image.new("1", (side, side), 1)
    for line, row in enumerate(rows):
        for place, dark in enumerate(row):
            if dark:
                image.putpixel((place + QUIET, line + QUIET), 0)
    buffer = BytesIO()
    image.resize((side * square, side * square)).save(buffer, "PNG")
    return buffer.getvalue()
