"""The boxes of a certificate as data, and how a text is made to fit its box."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from itertools import groupby

from desktop_app.papers.blocks import CertificateSheet, Document, Section
from desktop_app.printing import fonts, page, text

NAME_IN_SCRIPT = False
"""Names in the handwriting face (Great Vibes) instead of bold serif."""

SMALLEST_DRAWN = 4.0
"""Pt. Below a box's least size a text is still drawn whole, but preflight asks to shorten it."""


@dataclass(frozen=True)
class Field:
    """A box on the sheet. x, y (from the upper left), width, height in mm; sizes in pt."""

    label: str
    x: float
    y: float
    width: float
    height: float
    size: float
    min_size: float
    max_lines: int = 1
    align: str = "center"
    colour: str = "black"
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    is_middle: bool = True
    """Whether a short text stands in the middle of the box's height, otherwise at its top."""
    is_script: bool = False


@dataclass(frozen=True)
class Fitted:
    """The lines of a text and the size at which they stay in their box."""

    lines: tuple[str, ...]
    size: float
    fits: bool
    """Whether that size is not below the box's least."""


_LEFT, _WIDE = 26.0, 245.0

NATION = Field(
    "Quốc hiệu", _LEFT, 39.0, _WIDE, 5.3, 13, 13, bold=True, capitals=True, is_middle=False
)
MOTTO = Field("Tiêu ngữ", _LEFT, 44.5, _WIDE, 5.7, 14, 14, bold=True, is_middle=False)
AUTHORITY = Field(
    "Người có thẩm quyền",
    *(_LEFT, 53.0, _WIDE, 14.0, 18, 13, 2),
    colour="red",
    bold=True,
    capitals=True,
)
VERB = Field("TẶNG", _LEFT, 67.3, _WIDE, 7.2, 18, 18, bold=True, capitals=True)
TITLE = Field(
    "Tên danh hiệu",
    *(_LEFT, 75.0, _WIDE, 13.8, 34, 20, 2),
    colour="red",
    bold=True,
    capitals=True,
)
NAME = Field(
    "Tên người, tập thể được tặng",
    *(_LEFT, 89.3, _WIDE, 10.7, 25, 12, 2),
    colour="brown",
    bold=True,
    is_script=NAME_IN_SCRIPT,
)
DESCRIPTION = Field("Chức vụ, đơn vị", _LEFT, 100.3, _WIDE, 7.0, 15, 11, 2)
ACHIEVEMENT = Field("Thành tích", 38.0, 107.8, 221.0, 18.5, 15, 11, 4)
PLACE_AND_DATE = Field(
    "Địa danh, ngày tháng", 151.0, 127.3, 120.0, 6.0, 13, 10, bold=True, italic=True
)
SIGNER_POST = Field(
    "Chức vụ người ký",
    *(151.0, 133.4, 120.0, 17.2, 14, 10, 3),
    bold=True,
    capitals=True,
    is_middle=False,
)
SIGNER_NAME = Field("Họ tên người ký", 151.0, 180.6, 120.0, 6.5, 14, 11, bold=True)
"""30 mm under the box of the post: room for the signature and the seal."""

DECISION = Field(
    "Số quyết định",
    *(_LEFT, 174.6, 118.0, 6.0, 13, 10),
    align="left",
    bold=True,
    italic=True,
)
REGISTER = Field(
    "Số sổ vàng", _LEFT, 180.9, 118.0, 6.0, 13, 10, align="left", bold=True, italic=True
)

FIELDS: tuple[Field, ...] = (
    NATION,
    MOTTO,
    AUTHORITY,
    VERB,
    TITLE,
    NAME,
    DESCRIPTION,
    ACHIEVEMENT,
    PLACE_AND_DATE,
    SIGNER_POST,
    SIGNER_NAME,
    DECISION,
    REGISTER,
)

UPPER: tuple[Field, ...] = (AUTHORITY, VERB, TITLE, NAME, DESCRIPTION, ACHIEVEMENT)
"""The centred lines between the national motto and the foot, from top to bottom."""


def unmixed(document: Document) -> Document:
    """The same document where certificates, which fill their pages alone, have own sections."""
    sections = []
    for section in document.sections:
        kinds = groupby(section.blocks, key=lambda block: isinstance(block, CertificateSheet))
        parts = [replace(section, blocks=tuple(found)) for _, found in kinds]
        sections += parts or [section]
    return replace(document, sections=tuple(sections))


def is_certificate(section: Section) -> bool:
    """Whether an unmixed section is made of certificates."""
    return any(isinstance(block, CertificateSheet) for block in section.blocks)


def of_sheet(sheet: CertificateSheet) -> tuple[tuple[Field, str], ...]:
    """The boxes of a sheet with their words; empty ones are left out."""
    given = (
        (AUTHORITY, sheet.authority),
        (VERB, sheet.verb),
        (TITLE, sheet.title),
        (NAME, sheet.name),
        (DESCRIPTION, sheet.description),
        (ACHIEVEMENT, sheet.achievement),
        (PLACE_AND_DATE, sheet.place_and_date),
        (SIGNER_POST, "\n".join(sheet.signer_lines)),
        (SIGNER_NAME, sheet.signer_name),
        (DECISION, sheet.decision_line),
        (REGISTER, sheet.register_line),
    )
    return tuple((field, words) for field, words in given if words.strip())


@functools.lru_cache(maxsize=1000)
def fitted(field: Field, words: str) -> Fitted:
    """The largest size at which the words stay in the box; they are never cut.

    Remembered, because a batch repeats most of its lines.
    """
    words = text.clean(words.upper() if field.capitals else words).strip()
    length = fonts.width(words, 1.0, field.bold, field.italic)
    size = field.size
    while size > SMALLEST_DRAWN:
        if length * size <= _line_room(field, size):
            lines = _broken(field, words, size)
            if _stays_inside(field, lines, size):
                return Fitted(tuple(lines), size, size >= field.min_size)
        size -= 0.5
    return _squeezed(field, words)


def pieces(field: Field, line: str) -> list[tuple[str, str]]:
    """The line cut by face; the handwriting face takes a whole line or nothing."""
    if field.is_script and fonts.script_has(line):
        return [(fonts.script_name(), line)]
    return fonts.pieces(text.keep_spaces(line), field.bold, field.italic)


def line_width(field: Field, line: str, size: float) -> float:
    """Length of a line in pt."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(sum(stringWidth(piece, face, size) for face, piece in pieces(field, line)))


def _line_room(field: Field, size: float) -> float:
    """Length in pt of all the lines that the box could hold at this size, and one more."""
    lines = field.height * page.MM / (size * page.SINGLE_LINE) + 2
    return field.width * page.MM * lines


def _broken(field: Field, words: str, size: float) -> list[str]:
    room = field.width * page.MM
    found: list[str] = []
    for line in words.split("\n"):
        found += fonts.balanced(line, room, size, field.bold, field.italic)
    return found


def _stays_inside(field: Field, lines: list[str], size: float) -> bool:
    # Below the least size more lines than planned are better than an unreadable size.
    if size >= field.min_size and len(lines) > field.max_lines:
        return False
    if len(lines) * size * page.SINGLE_LINE > field.height * page.MM + size * 0.15:
        return False
    room = field.width * page.MM
    return all(line_width(field, line, size) <= room + 0.01 for line in lines)


def _squeezed(field: Field, words: str) -> Fitted:
    """A text far too long for its box: torn at letters, as small as the box demands."""
    size = SMALLEST_DRAWN
    while True:
        letters = max(1, int(field.width * page.MM / size))
        lines = [words[at : at + letters] for at in range(0, len(words), letters)]
        if len(lines) * size * page.SINGLE_LINE <= field.height * page.MM or size < 0.5:
            return Fitted(tuple(lines), size, fits=False)
        size *= 0.8
