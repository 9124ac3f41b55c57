"""Biển tên: a sheet a delegate, folded in the middle so that the name stands on both sides."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Attendance, Capacity, Meeting, Presence
from desktop_app.papers.blocks import Document, PlaceCard, Section
from desktop_app.papers.meetings.delegates import in_order, label_of
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN


class PlaceCards(Paper):
    """Members and guests; whoever serves the meeting has no card."""

    key = "place-cards"
    name = "Biển tên"
    record = Meeting

    def compose(self, record: Meeting, only: str | None = None) -> Document:
        people = [part for part in _seated(record) if only in (None, part.id)]
        cards = [_card(record, part) for part in people] or [PlaceCard(rank="", name=OPEN, body="")]
        return Document(f"Biển tên {record.name}", tuple(Section((card,)) for card in cards))

    def parts(self, record: Meeting) -> tuple[tuple[str, str], ...]:
        return tuple((part.id, label_of(record, part)) for part in _seated(record))


def _seated(meeting: Meeting) -> tuple[Attendance, ...]:
    """In the order in which they sit."""
    return (*in_order(meeting, Capacity.MEMBER), *in_order(meeting, Capacity.GUEST))


def _card(meeting: Meeting, part: Attendance) -> PlaceCard:
    """Whoever comes; a body that has not named anybody stands by its own name."""
    body = part.body_on(meeting.day)
    if part.is_body:
        return PlaceCard(rank="", name=body, body="", seat=part.seat)
    is_deputy = part.presence is Presence.DEPUTY
    rank, name = (part.deputy_rank, part.deputy_name) if is_deputy else (part.rank, part.name)
    return PlaceCard(rank=rank, name=name, body=body, seat=part.seat)
