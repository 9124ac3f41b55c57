"""The press of certificates: what all sheets of a batch share is in the file once.

Art, picture and every line that says the same on all sheets of a design go into one form of the
PDF; a page then holds little more than a name. Lines that come again on some sheets are drawn
once and their operators kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader

from desktop_app.domain.commendations.certificate_template import Art, CertificateTemplate, Datum
from desktop_app.papers.blocks import CertificateSheet, SheetMode
from desktop_app.printing import certificate_art as art
from desktop_app.printing import certificate_fields as fields
from desktop_app.printing import page
from desktop_app.printing.certificate_fields import Field, Fitted

COLOURS = {
    "black": art.BLACK,
    "red": art.RED,
    "brown": (0.48, 0.07, 0.05),
    "gold": (0.68, 0.49, 0.10),
    "blue": (0.07, 0.20, 0.47),
    "grey": (0.45, 0.45, 0.45),
}

_MOST_KEPT = 2000
"""Lines whose operators are kept: the repeated ones of a batch are far fewer."""

_Design = tuple[CertificateTemplate, SheetMode, bytes]
_Line = tuple[Field, str]


class Press:
    """Draws sheets on one canvas. It is told all of them first, to find what they share."""

    def __init__(self, canvas: Any, sheets: Sequence[CertificateSheet]) -> None:
        self._canvas = canvas
        self._forms: dict[_Design, str] = {}
        self._kept: dict[_Line, list[str]] = {}
        self._shared = _shared_lines(sheets)

    def draw(self, sheet: CertificateSheet) -> None:
        """One certificate on the canvas's present page."""
        design = _design_of(sheet)
        shared = self._shared[design]
        if design not in self._forms:
            self._forms[design] = self._make_form(design, shared)
        self._canvas.doForm(self._forms[design])
        for line in fields.of_sheet(sheet):
            if line not in shared:
                self._set(line, fields.template_of(sheet))

    def _make_form(self, design: _Design, shared: dict[_Line, None]) -> str:
        template, mode, picture = design
        width, height = float(template.width), float(template.height)
        name = f"sheet-{_mark_of(design, tuple(shared))}"
        if self._canvas.hasForm(name):
            return name
        self._canvas.beginForm(name, 0, 0, width * page.MM, height * page.MM)
        if picture:
            source = ImageReader(BytesIO(picture))
            self._canvas.drawImage(source, 0, 0, width * page.MM, height * page.MM, mask="auto")
        if template.art is not Art.NONE and mode is not SheetMode.WORDS_ONLY:
            with_emblem = template.art is Art.EMBLEM
            art.draw(self._canvas, width, height, with_emblem=with_emblem)
        for field, words in shared:
            self._write(field, fields.fitted(field, words), height * page.MM)
        self._canvas.endForm()
        return name

    def _set(self, line: _Line, template: CertificateTemplate) -> None:
        """A line as it was drawn before, or drawn now and kept."""
        code = self._kept.get(line)
        if code is None:
            code = self._drawn(line, float(template.height) * page.MM)
            if len(self._kept) < _MOST_KEPT:
                self._kept[line] = code
        self._canvas._code.extend(code)

    def _drawn(self, line: _Line, height: float) -> list[str]:
        before, self._canvas._code = self._canvas._code, []
        self._write(line[0], fields.fitted(*line), height)
        code: list[str] = self._canvas._code
        self._canvas._code = before
        return code

    def _write(self, field: Field, fitted: Fitted, height: float) -> None:
        """The words of a field, on a sheet of `height` pt."""
        self._canvas.setFillColorRGB(*COLOURS[field.colour])
        baseline = height - field.y * page.MM - slack(field, fitted) - fitted.size
        for line in fitted.lines:
            self._write_line(field, line, fitted.size, baseline)
            baseline -= fitted.size * field.leading
        if field.datum is Datum.MOTTO:
            self._rule_under(field, fitted, height)

    def _write_line(self, field: Field, line: str, size: float, baseline: float) -> None:
        length = fields.line_width(field, line, size)
        left = field.x * page.MM + _indent(field, length)
        for face, piece in fields.pieces(field, line):
            self._canvas.setFont(face, size)
            self._canvas.drawString(left, baseline, piece)
            left += self._canvas.stringWidth(piece, face, size)

    def _rule_under(self, field: Field, fitted: Fitted, height: float) -> None:
        """Exactly as long as the motto (ND30 ô 1)."""
        length = fields.line_width(field, fitted.lines[-1], fitted.size)
        left = field.x * page.MM + _indent(field, length)
        below = height - (field.y + field.height + 0.8) * page.MM
        self._canvas.setStrokeColorRGB(*COLOURS[field.colour])
        self._canvas.setLineWidth(page.RULE_THICKNESS)
        self._canvas.line(left, below, left + length, below)


def _design_of(sheet: CertificateSheet) -> _Design:
    return fields.template_of(sheet), sheet.mode, sheet.picture


def _shared_lines(sheets: Sequence[CertificateSheet]) -> dict[_Design, dict[_Line, None]]:
    """The lines that stand on every sheet of a design, in the order of the design.

    A single sheet shares only what never changes, so that its page holds its own words.
    """
    common: dict[_Design, dict[_Line, None]] = {}
    alone: dict[_Design, int] = {}
    for sheet in sheets:
        design = _design_of(sheet)
        alone[design] = alone.get(design, 0) + 1
        lines = dict.fromkeys(fields.of_sheet(sheet))
        known = common.get(design)
        common[design] = lines if known is None else {line: None for line in known if line in lines}
    return {
        design: _fixed(lines) if alone[design] == 1 else lines for design, lines in common.items()
    }


def _fixed(lines: dict[_Line, None]) -> dict[_Line, None]:
    fixed = (Datum.NATION, Datum.MOTTO, Datum.FREE)
    return {line: None for line in lines if line[0].datum in fixed}


def _mark_of(design: _Design, shared: tuple[_Line, ...]) -> str:
    """The same name for the same form: sheets among other papers share it too."""
    template, mode, picture = design
    said = repr((template.id, template.size_text, template.art, mode, shared)).encode()
    return hashlib.sha256(said + picture).hexdigest()[:16]


def _indent(field: Field, length: float) -> float:
    room = field.width * page.MM
    return {"left": 0.0, "center": (room - length) / 2, "right": room - length}[field.align]


def slack(field: Field, fitted: Fitted) -> float:
    """Room above the text, so that a short text stands in the middle of its box."""
    if not field.is_middle:
        return 0.0
    used = len(fitted.lines) * fitted.size * field.leading
    return max(0.0, (field.height * page.MM - used) / 2)
