"""The boxes of a place card as data: one side of the tent, measured from the fold."""

from __future__ import annotations

from desktop_app.papers.blocks import PlaceCard
from desktop_app.printing.certificate_fields import Field

COLOURS = {"black": (0.0, 0.0, 0.0), "red": (0.75, 0.06, 0.08)}

HALF = 148.5
"""Mm from the fold to the paper's edge."""

_LEFT, _WIDE = 12.0, 186.0

BODY = Field("Đơn vị", _LEFT, 16.0, _WIDE, 28.0, 24, 11, 3, colour="red", bold=True, capitals=True)
RANK = Field("Cấp bậc", _LEFT, 48.0, _WIDE, 14.0, 30, 16)
NAME = Field("Họ và tên", _LEFT, 64.0, _WIDE, 50.0, 66, 24, 2, bold=True)
SEAT = Field("Chỗ ngồi", _LEFT, 124.0, _WIDE, 8.0, 14, 10)

FIELDS = (BODY, RANK, NAME, SEAT)


def of_card(card: PlaceCard) -> tuple[tuple[Field, str], ...]:
    """The boxes with their words; empty ones are left out."""
    seat = f"Chỗ {card.seat}" if card.seat else ""
    given = ((BODY, card.body), (RANK, card.rank), (NAME, card.name), (SEAT, seat))
    return tuple((field, words) for field, words in given if words.strip())
