"""The boxes of a design with their words, and how words are made to fit their box."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from desktop_app.domain.commendations.certificate_designs import MERIT
from desktop_app.domain.commendations.certificate_template import (
    Case,
    CertificateTemplate,
    Datum,
    Face,
    Fit,
    TemplateField,
)
from desktop_app.papers.blocks import Block, CertificateSheet, Document, Section, SheetMode
from desktop_app.printing import fonts, page, text
from desktop_app.printing.line_breaks import glued, loosened

SMALLEST_DRAWN = 4.0
"""Pt. Below a box's least size a text is still drawn whole, but preflight asks to shorten it."""


@dataclass(frozen=True, eq=False)
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
    leading: float = page.SINGLE_LINE
    """From baseline to baseline, in sizes of the letters."""
    datum: Datum = Datum.FREE
    words: str = ""
    """Of a free field."""
    is_preprinted: bool = False


@dataclass(frozen=True)
class Fitted:
    """The lines of a text and the size at which they stay in their box."""

    lines: tuple[str, ...]
    size: float
    fits: bool
    """Whether that size is not below the box's least."""


def field_of(made: TemplateField) -> Field:
    """A field of a design as it is drawn; «một dòng» allows one line alone."""
    one_line = made.fit is Fit.SHRINK
    return Field(
        made.title if made.datum is Datum.FREE else made.datum.label,
        float(made.x),
        float(made.y),
        float(made.width),
        float(made.height),
        size=float(made.size),
        min_size=float(made.size if made.fit is Fit.KEEP else made.min_size),
        max_lines=1 if one_line else made.max_lines,
        align=made.align.value,
        colour=made.ink.value,
        bold=made.bold,
        italic=made.italic,
        capitals=made.case is Case.CAPITALS,
        is_middle=made.is_middle,
        is_script=made.face is Face.SCRIPT,
        leading=float(made.line_spacing),
        datum=made.datum,
        words=made.text,
        is_preprinted=made.is_preprinted,
    )


@functools.lru_cache(maxsize=64)
def fields_of(template: CertificateTemplate) -> tuple[Field, ...]:
    """The boxes of a design, in its order."""
    return tuple(field_of(made) for made in template.fields)


FIELDS = fields_of(MERIT)
(
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
) = FIELDS

UPPER: tuple[Field, ...] = (AUTHORITY, VERB, TITLE, NAME, DESCRIPTION, ACHIEVEMENT)
"""The centred lines between the national motto and the foot, from top to bottom."""


def unmixed(document: Document) -> Document:
    """The same document where certificates, which fill their pages alone, have own sections."""
    sections = []
    for section in document.sections:
        kinds = groupby(section.blocks, key=_sheet_size)
        parts = [replace(section, blocks=tuple(found)) for _, found in kinds]
        sections += parts or [section]
    return replace(document, sections=tuple(sections))


def _sheet_size(block: Block) -> tuple[Decimal, Decimal] | None:
    if not isinstance(block, CertificateSheet):
        return None
    template = template_of(block)
    return template.width, template.height


def is_certificate(section: Section) -> bool:
    """Whether an unmixed section is made of certificates."""
    return any(isinstance(block, CertificateSheet) for block in section.blocks)


def template_of(sheet: CertificateSheet) -> CertificateTemplate:
    """The design of a sheet; the program's own where it has none."""
    return sheet.template or MERIT


def of_sheet(sheet: CertificateSheet) -> tuple[tuple[Field, str], ...]:
    """The boxes of a sheet with their words; empty ones and those that are not drawn left out."""
    pairs = (
        (field, words_of(field, sheet))
        for field in fields_of(template_of(sheet))
        if is_drawn(field, sheet.mode)
    )
    return tuple((field, words) for field, words in pairs if words.strip())


def is_drawn(field: Field, mode: SheetMode) -> bool:
    """Whether the field is drawn: what the blank has already is seen while designing alone."""
    if mode is SheetMode.WORDS_ONLY and field.datum in (Datum.NATION, Datum.MOTTO):
        return False
    return mode is SheetMode.DESIGN or not field.is_preprinted


def words_of(field: Field, sheet: CertificateSheet) -> str:
    """What stands in a field of this sheet."""
    return field.words if field.datum is Datum.FREE else _SAID[field.datum](sheet)


_SAID: dict[Datum, Callable[[CertificateSheet], str]] = {
    Datum.NATION: lambda _: page.NATION_TEXT,
    Datum.MOTTO: lambda _: page.MOTTO_TEXT,
    Datum.AUTHORITY: lambda sheet: sheet.authority,
    Datum.VERB: lambda sheet: sheet.verb,
    Datum.TITLE: lambda sheet: sheet.title,
    Datum.NAME: lambda sheet: sheet.name,
    Datum.RANK: lambda sheet: sheet.rank,
    Datum.BARE_NAME: lambda sheet: sheet.name.removeprefix(sheet.rank).strip(),
    Datum.DESCRIPTION: lambda sheet: sheet.description,
    Datum.ACHIEVEMENT: lambda sheet: sheet.achievement,
    Datum.PLACE_AND_DATE: lambda sheet: sheet.place_and_date,
    Datum.SIGNER_POST: lambda sheet: "\n".join(sheet.signer_lines),
    Datum.SIGNER_NAME: lambda sheet: sheet.signer_name,
    Datum.DECISION: lambda sheet: sheet.decision_line,
    Datum.REGISTER: lambda sheet: sheet.register_line,
}


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
    # capitals of a handwriting face beside each other cannot be read
    if field.is_script and not line.isupper() and fonts.script_has(line):
        return [(fonts.script_name(), line)]
    return fonts.pieces(text.keep_spaces(line), field.bold, field.italic)


def line_width(field: Field, line: str, size: float) -> float:
    """Length of a line in pt."""
    if not field.is_script:
        return fonts.width(line, size, field.bold, field.italic)
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(sum(stringWidth(piece, face, size) for face, piece in pieces(field, line)))


def _line_room(field: Field, size: float) -> float:
    """Length in pt of all the lines that the box could hold at this size, and one more."""
    lines = field.height * page.MM / (size * field.leading) + 2
    return field.width * page.MM * lines


def _broken(field: Field, words: str, size: float) -> list[str]:
    room = field.width * page.MM
    found: list[str] = []
    for line in words.split("\n"):
        broken = fonts.balanced(glued(line), room, size, field.bold, field.italic)
        found += [loosened(each) for each in broken]
    return found


def _stays_inside(field: Field, lines: list[str], size: float) -> bool:
    # Below the least size more lines than planned are better than an unreadable size.
    if size >= field.min_size and len(lines) > field.max_lines:
        return False
    if len(lines) * size * field.leading > field.height * page.MM + size * 0.15:
        return False
    room = field.width * page.MM
    return all(line_width(field, line, size) <= room + 0.01 for line in lines)


def _squeezed(field: Field, words: str) -> Fitted:
    """A text far too long for its box: torn at letters, as small as the box demands."""
    size = SMALLEST_DRAWN
    while True:
        letters = max(1, int(field.width * page.MM / size))
        lines = [words[at : at + letters] for at in range(0, len(words), letters)]
        if len(lines) * size * field.leading <= field.height * page.MM or size < 0.5:
            return Fitted(tuple(lines), size, fits=False)
        size *= 0.8
