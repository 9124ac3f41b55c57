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

WITH_REASON = (MeetingState.POSTPONED, MeetingState.CANCELLED)
"""States that say why."""


def next_states(state: MeetingState) -> tuple[MeetingState, ...]:
    """The states a person may choose from here."""
    return _STEPS.get(state, ())


def is_reachable(start: MeetingState, goal: MeetingState) -> bool:
    """Whether legal steps lead from one state to another; staying is legal."""
    seen, ahead = {start}, [start]
    while ahead:
        for state in next_states(ahead.pop()):
            if state not in seen:
                seen.add(state)
                ahead.append(state)
    return goal in seen
