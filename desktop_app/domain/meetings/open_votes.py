"""Votes by show of hands: who may vote at the time, whether enough are there."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from desktop_app.domain.meetings.ballot_result import TWO_THIRDS
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period


def vote_now(meeting: Meeting, at: dt.time | None, question: str = "") -> Vote:
    """A vote of those in the room at a time, all in favour until counted."""
    voters = meeting.voters_at(at)
    return Vote(
        question=question,
        taken_at=at,
        voters=voters,
        agreed=voters,
        members=members_of(meeting),
    )


def members_of(meeting: Meeting) -> int:
    """The members of the cluster on the day of the meeting: what its quorum is counted by."""
    return len(meeting.period.members_on(meeting.day or meeting.period.since))


def at_its_time(meeting: Meeting, vote: Vote) -> Vote:
    """The vote with those who were in the room at its time; a unanimous one stays unanimous."""
    voters = meeting.voters_at(vote.taken_at)
    agreed = voters if vote.is_unanimous else vote.agreed
    return vote.replace(voters=voters, agreed=agreed, members=members_of(meeting))


def unanimous(vote: Vote) -> Vote:
    """All in favour."""
    return vote.replace(agreed=vote.voters, against=0, abstained=0)


def quorum_of(period: Period) -> Fraction:
    """The share of members that must be there: the period's setting, two thirds without one."""
    return Fraction(period.vote_quorum) / 100 if period.vote_quorum else TWO_THIRDS


def has_quorum(vote: Vote, period: Period) -> bool | None:
    """Whether enough members were there; None where the vote does not say how many there are."""
    if not vote.members:
        return None
    return Fraction(vote.voters, vote.members) >= quorum_of(period)


def quorum_words(vote: Vote, period: Period) -> str:
    """«5/6, đủ 2/3»; empty where the vote does not say how many members there are."""
    enough = has_quorum(vote, period)
    if enough is None:
        return ""
    wanted = f"{number(period.vote_quorum)}%" if period.vote_quorum else "2/3"
    return f"{vote.voters}/{vote.members}, {'đủ' if enough else 'CHƯA ĐỦ'} {wanted}"


def quorum_told(meeting: Meeting) -> str:
    """Whether a vote could be taken now, and each vote that was taken without enough members."""
    now = vote_now(meeting, None)
    found = [f"Đại biểu biểu quyết có mặt: {quorum_words(now, meeting.period)} số thành viên."]
    found += [
        f"Biểu quyết {place}: {quorum_words(vote, meeting.period)} số thành viên."
        for place, vote in enumerate(meeting.votes, start=1)
        if has_quorum(vote, meeting.period) is False
    ]
    return " ".join(found)
