"""Items of the agenda that were not dealt with go on to another meeting."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import AgendaItem, Meeting, MeetingState
from desktop_app.domain.record import new_id
from desktop_app.domain.vietnamese import short_date

_OVER = (MeetingState.ENDED, MeetingState.ADOPTED, MeetingState.CANCELLED)


def unfinished(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The items that are not marked as done."""
    return tuple(item for item in meeting.agenda if not item.is_done)


def named(meeting: Meeting) -> str:
    """How an item tells where it comes from: «Hội nghị … ngày 13/03/2018»."""
    return f"{meeting.name} ngày {short_date(meeting.day)}" if meeting.day else meeting.name


def can_take(target: Meeting, source: Meeting) -> bool:
    """Whether items may be carried to a meeting: a later one that is still to come."""
    later = not (source.starts and target.starts) or target.starts > source.starts
    return target.id != source.id and target.state not in _OVER and later


def carried(source: Meeting, target: Meeting) -> Meeting:
    """The target with the unfinished items of the source at the end of its agenda.

    What was carried before is not carried twice; the source, whose minutes may be closed,
    stays as it is.
    """
    origin = named(source)
    there = {item.text for item in target.agenda if item.carried_from == origin}
    new = tuple(
        item.replace(id=new_id(), starts=None, carried_from=origin)
        for item in unfinished(source)
        if item.text not in there
    )
    return target.replace(agenda=(*target.agenda, *new)) if new else target
