"""The legal steps of a meeting, from the plan to its end; minutes are adopted by closing them."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import MeetingState

_STEPS: dict[MeetingState, tuple[MeetingState, ...]] = {
    MeetingState.PLANNED: (
        MeetingState.INVITED,
        MeetingState.POSTPONED,
        MeetingState.CANCELLED,
    ),
    MeetingState.INVITED: (
        MeetingState.RUNNING,
        MeetingState.POSTPONED,
        MeetingState.CANCELLED,
    ),
    MeetingState.RUNNING: (MeetingState.ENDED,),
    MeetingState.POSTPONED: (MeetingState.PLANNED, MeetingState.CANCELLED),
}
"""Procedure, section 8.1. A postponed meeting is planned again; a cancelled one stays so."""


def next_states(state: MeetingState) -> tuple[MeetingState, ...]:
    """The states a person may choose from here."""
    return _STEPS.get(state, ())
