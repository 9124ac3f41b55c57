"""The press of certificates: what all sheets of a batch share is in the file once.

Art, picture and every line that says the same on all sheets of a design go into one form of the
PDF; a page then holds little more than a name, and is written without the detour through the
drawing library's own pages. Lines that come again on some sheets keep their operators.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from desktop_app.domain.commendations.certificate_template import Art, CertificateTemplate, Datum
from desktop_app.papers.blocks import CertificateSheet, SheetMode
from desktop_app.printing import certificate_art as art
from desktop_app.printing import certificate_fields as fields
from desktop_app.printing import page
from desktop_app.printing.certificate_fields import Field, Fitted
from desktop_app.printing.letters import Letters

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

_FIXED = (Datum.NATION, Datum.MOTTO, Datum.FREE)
"""All that a single sheet shares: its page holds its own words."""

Check = Callable[[], object]
"""Called again and again while a paper is made; what it raises ends the work."""


def never_stopped() -> None:
    """Nobody waits."""


_Design = tuple[CertificateTemplate, SheetMode, bytes]


@dataclass(frozen=True)
class _Plan:
    """How the sheets of a design are made: a form, and the fields that differ."""

    form: str
    size: tuple[float, float]
    """Width and height in pt."""
    varying: tuple[Field, ...]


class Press:
    """Draws sheets on one canvas. It is told all of them first, to find what they share."""

    def __init__(
        self, canvas: Any, sheets: Sequence[CertificateSheet], check: Check = never_stopped
    ) -> None:
        self._canvas, self._check = canvas, check
        self._letters = Letters(canvas)
        self._kept: dict[tuple[Field, str], str] = {}
        self._resources: Any = None
        groups: dict[_Design, list[CertificateSheet]] = {}
        for sheet in sheets:
            check()
            groups.setdefault(_design_of(sheet), []).append(sheet)
        self._plans = {design: self._plan(design, group) for design, group in groups.items()}

    def add_pages(self, sheets: Iterable[CertificateSheet]) -> None:
        """A page a sheet, for a document of nothing but certificates."""
        document = self._canvas._doc
        for sheet in sheets:
            self._check()
            plan = self._plans[_design_of(sheet)]
            code = zlib.compress("\n".join(self._code_of(sheet, plan)).encode("ascii"))
            content = document.Reference(_Content(code, self._check))
            document.addPage(_Page(plan.size, content, self._shared_resources()))

    def draw(self, sheet: CertificateSheet) -> None:
        """One certificate on the canvas's present page, among other papers."""
        plan = self._plans[_design_of(sheet)]
        self._canvas.doForm(plan.form)
        self._canvas._code.extend(self._code_of(sheet, plan)[1:])

    def _code_of(self, sheet: CertificateSheet, plan: _Plan) -> list[str]:
        code = [f"/{pdfdoc.xObjectName(plan.form)} Do"]
        for field in plan.varying:
            words = fields.words_of(field, sheet)
            if words.strip():
                code.append(self._line_code(field, words, plan.size[1]))
        return code

    def _line_code(self, field: Field, words: str, height: float) -> str:
        code = self._kept.get((field, words))
        if code is None:
            code = self._written(field, words, height)
            if len(self._kept) < _MOST_KEPT:
                self._kept[field, words] = code
        return code

    # --- what a design's sheets share -----------------------------------------------------

    def _plan(self, design: _Design, sheets: list[CertificateSheet]) -> _Plan:
        template, mode, _ = design
        drawn = [field for field in fields.fields_of(template) if fields.is_drawn(field, mode)]
        shared = [field for field in drawn if self._is_shared(field, sheets)]
        size = float(template.width) * page.MM, float(template.height) * page.MM
        lines = [(field, fields.words_of(field, sheets[0])) for field in shared]
        form = self._make_form(design, lines, size)
        return _Plan(form, size, tuple(field for field in drawn if field not in shared))

    def _is_shared(self, field: Field, sheets: list[CertificateSheet]) -> bool:
        self._check()
        if len(sheets) == 1:
            return field.datum in _FIXED
        first = fields.words_of(field, sheets[0])
        return all(fields.words_of(field, sheet) == first for sheet in sheets)

    def _make_form(
        self, design: _Design, lines: list[tuple[Field, str]], size: tuple[float, float]
    ) -> str:
        template, mode, picture = design
        name = f"sheet-{_mark_of(design, lines)}"
        if self._canvas.hasForm(name):
            return name
        self._canvas.beginForm(name, 0, 0, *size)
        if picture:
            self._canvas.drawImage(ImageReader(BytesIO(picture)), 0, 0, *size, mask="auto")
        if template.art is not Art.NONE and mode is not SheetMode.WORDS_ONLY:
            width, height = float(template.width), float(template.height)
            art.draw(self._canvas, width, height, with_emblem=template.art is Art.EMBLEM)
        for field, words in lines:
            if words.strip():
                self._canvas._code.append(self._written(field, words, size[1]))
        self._canvas.endForm()
        return name

    def _shared_resources(self) -> Any:
        """Fonts and forms of all pages, once in the file."""
        if self._resources is None:
            made = pdfdoc.PDFResourceDictionary()
            made.basicFonts()
            made.XObject = self._canvas._doc.xobjDict(plan.form for plan in self._plans.values())
            self._resources = self._canvas._doc.Reference(made)
        return self._resources

    # --- ink ------------------------------------------------------------------------------

    def _written(self, field: Field, words: str, height: float) -> str:
        """The operators of a field on a sheet of `height` pt."""
        fitted = fields.fitted(field, words)
        colour = " ".join(f"{share:g}" for share in COLOURS[field.colour])
        code = [f"{colour} rg"]
        baseline = height - field.y * page.MM - slack(field, fitted) - fitted.size
        for line in fitted.lines:
            left = field.x * page.MM + _indent(field, line, fitted.size)
            code.append(self._letters.line(fields.pieces(field, line), fitted.size, left, baseline))
            baseline -= fitted.size * field.leading
        if field.datum is Datum.MOTTO:
            code.append(_rule_under(field, fitted, height, colour))
        return "\n".join(code)


def _rule_under(field: Field, fitted: Fitted, height: float, colour: str) -> str:
    """Exactly as long as the motto (ND30 ô 1)."""
    line = fitted.lines[-1]
    length = fields.line_width(field, line, fitted.size)
    left = field.x * page.MM + _indent(field, line, fitted.size)
    below = height - (field.y + field.height + 0.8) * page.MM
    ends = f"{left:.3f} {below:.3f} m {left + length:.3f} {below:.3f} l S"
    return f"{colour} RG {page.RULE_THICKNESS} w {ends}"


def _design_of(sheet: CertificateSheet) -> _Design:
    return fields.template_of(sheet), sheet.mode, sheet.picture


def _mark_of(design: _Design, lines: list[tuple[Field, str]]) -> str:
    """The same name for the same form: sheets among other papers share it too."""
    template, mode, picture = design
    said = repr((template.size_text, template.art, mode, lines)).encode()
    return hashlib.sha256(said + picture).hexdigest()[:12]


def _indent(field: Field, line: str, size: float) -> float:
    if field.align == "left":
        return 0.0
    left_over = field.width * page.MM - fields.line_width(field, line, size)
    return left_over if field.align == "right" else left_over / 2


def slack(field: Field, fitted: Fitted) -> float:
    """Room in pt above the text, so that a short text stands in the middle of its box."""
    if not field.is_middle:
        return 0.0
    used = len(fitted.lines) * fitted.size * field.leading
    return max(0.0, (field.height * page.MM - used) / 2)


class _Content(pdfdoc.PDFObject):
    """A page's operators, compressed."""

    __RefOnly__ = 1

    def __init__(self, code: bytes, check: Check) -> None:
        self._code, self._check = code, check

    def format(self, document: Any) -> bytes:
        self._check()
        head = b"<</Filter/FlateDecode/Length %d>>\nstream\n" % len(self._code)
        return head + self._code + b"\nendstream"


class _Page(pdfdoc.PDFObject):
    """A page that says no more than it must."""

    __RefOnly__ = 1

    def __init__(self, size: tuple[float, float], content: Any, resources: Any) -> None:
        self._size, self._content, self._resources = size, content, resources

    def format(self, document: Any) -> bytes:
        parent = document.Reference(document.Pages).format(document)
        return b"<</Type/Page/Parent %b/MediaBox[0 0 %.4f %.4f]/Resources %b/Contents %b>>" % (
            parent,
            *self._size,
            self._resources.format(document),
            self._content.format(document),
        )
