"""What a printer does to a sheet and how it is taken back: offsets, scale, and a ruler sheet."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from desktop_app.printing import fonts, page, raster


@dataclass(frozen=True)
class Placing:
    """How all that is printed is moved on the paper."""

    right: float = 0.0
    """Mm; a negative figure moves to the left."""
    down: float = 0.0
    wider: float = 100.0
    """Percent of the width, from the left edge."""
    taller: float = 100.0

    @property
    def is_plain(self) -> bool:
        """Whether nothing is moved at all."""
        return self == Placing()


MOST_MM = 30.0
LEAST_PERCENT, MOST_PERCENT = 95.0, 105.0


def placed(pdf: bytes, placing: Placing) -> bytes:
    """The same pages, moved: for the way to the printer, never for what is kept."""
    if placing.is_plain:
        return pdf
    raw = pypdfium2.raw
    with raster.opened(pdf) as document:
        for place in range(len(document)):
            sheet = document[place]
            width, height = sheet.get_size()
            across, down = placing.wider / 100, placing.taller / 100
            # the upper left corner stays, then everything is moved
            matrix = raw.FS_MATRIX(
                across,
                0,
                0,
                down,
                placing.right * page.MM,
                height - height * down - placing.down * page.MM,
            )
            clip = raw.FS_RECTF(-width, 2 * height, 2 * width, -height)
            raw.FPDFPage_TransFormWithClip(sheet.raw, ctypes.byref(matrix), ctypes.byref(clip))
            sheet.close()
        buffer = BytesIO()
        document.save(buffer)
    return buffer.getvalue()


def ruler_sheet(width: float, height: float) -> bytes:
    """A sheet of so many mm with rulers from its upper left corner, for plain paper."""
    fonts.register()
    buffer = BytesIO()
    size = width * page.MM, height * page.MM
    canvas = Canvas(buffer, pagesize=size, initialFontName=fonts.face_name(), invariant=1)
    canvas.setTitle("Tờ thước căn máy in")
    canvas.setLineWidth(0.3)
    for at in range(int(width) + 1):
        _tick(canvas, at * page.MM, size[1], at, across=True)
    for at in range(int(height) + 1):
        _tick(canvas, 0, size[1] - at * page.MM, at, across=False)
    _cross(canvas, size)
    canvas.setFont(fonts.face_name(bold=True), 13)
    canvas.drawString(40 * page.MM, size[1] - 45 * page.MM, "TỜ THƯỚC CĂN MÁY IN")
    canvas.setFont(fonts.face_name(), 11)
    for line, words in enumerate(_HINTS):
        canvas.drawString(40 * page.MM, size[1] - (52 + 6 * line) * page.MM, words)
    canvas.save()
    return buffer.getvalue()


_HINTS = (
    "Đo bằng thước thật từ mép giấy đến dấu cộng:",
    "phải cách mép trái 30 mm và mép trên 30 mm.",
    "Lệch phải 2 mm (đo được 32 mm) thì ghi «Dời phải» -2.",
    "Khoảng giữa hai dấu cộng phải đúng số in cạnh dấu thứ hai.",
)


def _tick(canvas: Canvas, x: float, y: float, at: int, *, across: bool) -> None:
    long = 6 if at % 10 == 0 else 4 if at % 5 == 0 else 2.5
    # most printers leave 5 mm white: the ticks begin where they are sure to be seen
    start, end = 6 * page.MM, (6 + long) * page.MM
    if across:
        canvas.line(x, y - start, x, y - end)
    else:
        canvas.line(start, y, end, y)
    if at and at % 10 == 0:
        canvas.setFont(fonts.face_name(), 6)
        if across:
            canvas.drawCentredString(x, y - end - 7, str(at))
        else:
            canvas.drawString(end + 2, y - 2, str(at))


def _cross(canvas: Canvas, size: tuple[float, float]) -> None:
    """A mark at (30, 30), and one as far to the right and down as the sheet lets it."""
    far_x = int(size[0] / page.MM / 10 - 3) * 10
    far_y = int(size[1] / page.MM / 10 - 3) * 10
    for at_x, at_y in ((30, 30), (far_x, 30), (30, far_y)):
        x, y = at_x * page.MM, size[1] - at_y * page.MM
        canvas.line(x - 9, y, x + 9, y)
        canvas.line(x, y - 9, x, y + 9)
        canvas.setFont(fonts.face_name(), 8)
        canvas.drawString(x + 4, y + 4, f"{at_x} × {at_y} mm")
