"""The designs that come with the program; in a file they are the secretary's own data.

The lines stand in the order of Điều 104 NĐ 98/2023 (documents 5.1); sizes, places and colours
that the decree leaves to the awarding body can all be changed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from desktop_app.domain.commendations.certificate_template import (
    Art,
    Case,
    CertificateTemplate,
    Datum,
    Face,
    Fit,
    Ink,
    Lean,
    TemplateField,
)

_MIDDLE, _WIDE = "26", "245"
_RIGHT = ("151", "120")
_LEFT = ("26", "118")
_BOLD = {"bold": True}
_LOUD = {"bold": True, "case": Case.CAPITALS}
_QUIET = {"bold": True, "italic": True}
_TOP = {"is_middle": False}


def _box(
    datum: Datum,
    across: tuple[str, str],
    down: tuple[str, str],
    letters: tuple[str, str],
    **rest: Any,
) -> TemplateField:
    """A field: x and width, y and height in mm, its size and its smallest in pt."""
    return TemplateField(
        id=f"o-{datum.value}",
        datum=datum,
        x=Decimal(across[0]),
        width=Decimal(across[1]),
        y=Decimal(down[0]),
        height=Decimal(down[1]),
        size=Decimal(letters[0]),
        min_size=Decimal(letters[1]),
        **rest,
    )


_CENTRE = (_MIDDLE, _WIDE)
_HEAD = (
    _box(Datum.NATION, _CENTRE, ("39", "5.3"), ("13", "13"), **_LOUD, **_TOP),
    _box(Datum.MOTTO, _CENTRE, ("44.5", "5.7"), ("14", "14"), **_BOLD, **_TOP),
)
_UPPER = (
    _box(Datum.AUTHORITY, _CENTRE, ("53", "14"), ("18", "13"), max_lines=2, ink=Ink.RED, **_LOUD),
    _box(Datum.VERB, _CENTRE, ("67.3", "7.2"), ("18", "18"), **_LOUD),
    _box(Datum.TITLE, _CENTRE, ("75", "13.8"), ("34", "20"), max_lines=2, ink=Ink.RED, **_LOUD),
    _box(Datum.NAME, _CENTRE, ("89.3", "10.7"), ("25", "12"), max_lines=2, ink=Ink.BROWN, **_BOLD),
    _box(Datum.DESCRIPTION, _CENTRE, ("100.3", "7"), ("15", "11"), max_lines=2),
    _box(Datum.ACHIEVEMENT, ("38", "221"), ("107.8", "18.5"), ("15", "11"), max_lines=4),
)
_FOOT = (
    _box(Datum.PLACE_AND_DATE, _RIGHT, ("127.3", "6"), ("13", "10"), **_QUIET),
    _box(Datum.SIGNER_POST, _RIGHT, ("133.4", "17.2"), ("14", "10"), max_lines=3, **_LOUD, **_TOP),
    # 30 mm under the box of the post: room for the signature and the seal
    _box(Datum.SIGNER_NAME, _RIGHT, ("180.6", "6.5"), ("14", "11"), **_BOLD),
    _box(Datum.DECISION, _LEFT, ("174.6", "6"), ("13", "10"), align=Lean.LEFT, **_QUIET),
    _box(Datum.REGISTER, _LEFT, ("180.9", "6"), ("13", "10"), align=Lean.LEFT, **_QUIET),
)

MERIT = CertificateTemplate(
    id="mau-giay-khen",
    name="Giấy khen A4, đủ khung và chữ",
    art=Art.EMBLEM,
    fields=(*_HEAD, *_UPPER, *_FOOT),
    place_in_list=1,
)
"""What a sheet looks like that has no design of its own."""


_ABOVE_THE_NAME = (Datum.NATION, Datum.MOTTO, Datum.AUTHORITY, Datum.VERB, Datum.TITLE, Datum.NAME)


def _as_script(field: TemplateField) -> TemplateField:
    """Without an emblem all stands higher, and the long tails of the handwriting have room."""
    if field.datum in _ABOVE_THE_NAME:
        field = field.replace(y=field.y - 4)
    if field.datum is not Datum.NAME:
        return field
    return field.replace(face=Face.SCRIPT, bold=False, size=Decimal(30), max_lines=1)


HONOUR = CertificateTemplate(
    id="mau-giay-chung-nhan",
    name="Giấy chứng nhận A4, tên kiểu viết tay",
    art=Art.FRAME,
    fields=tuple(_as_script(field) for field in (*_HEAD, *_UPPER, *_FOOT)),
    place_in_list=2,
)
"""Without any emblem (documents 5.5)."""

BLANK = CertificateTemplate(
    id="mau-phoi-bang-khen",
    name="In lên phôi bằng khen có sẵn (A3)",
    width=Decimal(420),
    height=Decimal(297),
    fields=(
        _box(Datum.NAME, ("60", "300"), ("128", "16"), ("32", "16"), max_lines=2, **_BOLD),
        _box(Datum.DESCRIPTION, ("60", "300"), ("146", "9"), ("18", "12"), max_lines=2),
        _box(Datum.ACHIEVEMENT, ("70", "280"), ("157", "26"), ("18", "12"), max_lines=4),
        _box(Datum.PLACE_AND_DATE, ("220", "150"), ("187", "8"), ("16", "11"), **_QUIET),
        _box(Datum.SIGNER_NAME, ("220", "150"), ("250", "9"), ("18", "12"), **_BOLD),
        _box(Datum.DECISION, ("50", "150"), ("240", "8"), ("14", "10"), align=Lean.LEFT, **_QUIET),
        _box(Datum.REGISTER, ("50", "150"), ("249", "8"), ("14", "10"), align=Lean.LEFT, **_QUIET),
    ),
    place_in_list=3,
)
"""Places for a blank of 420 × 297 mm; they are to be moved to where the blank has its gaps."""

PLACE_CARD = CertificateTemplate(
    id="mau-bien-ten",
    name="Biển tên để bàn (210 × 99 mm)",
    width=Decimal(210),
    height=Decimal(99),
    art=Art.NONE,
    fields=(
        _box(Datum.BARE_NAME, ("10", "190"), ("26", "26"), ("54", "24"), fit=Fit.SHRINK, **_LOUD),
        _box(Datum.DESCRIPTION, ("10", "190"), ("56", "18"), ("20", "12"), max_lines=2),
    ),
    place_in_list=4,
)

SEAT_CARD = CertificateTemplate(
    id="mau-the-cho-ngoi",
    name="Thẻ chỗ ngồi (90 × 55 mm)",
    width=Decimal(90),
    height=Decimal(55),
    fields=(
        _box(Datum.RANK, ("5", "80"), ("8", "7"), ("13", "9")),
        _box(Datum.BARE_NAME, ("5", "80"), ("16", "14"), ("20", "11"), max_lines=2, **_BOLD),
        _box(Datum.DESCRIPTION, ("5", "80"), ("32", "15"), ("11", "8"), max_lines=3),
    ),
    place_in_list=5,
)

DESIGNS: tuple[CertificateTemplate, ...] = (MERIT, HONOUR, BLANK, PLACE_CARD, SEAT_CARD)


def certificate_designs() -> tuple[CertificateTemplate, ...]:
    """The designs with ids of their own for every field: two designs never share a row."""
    return tuple(
        design.replace(
            fields=tuple(field.replace(id=f"{design.id}-{field.id}") for field in design.fields)
        )
        for design in DESIGNS
    )
