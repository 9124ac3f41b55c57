"""What a new round of voting can be on: the awards, and who is nominated for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.commendations.award import Award, awards_on
from desktop_app.domain.meetings.ballot import Ballot, BallotState, Candidate, new_ballot
from desktop_app.domain.meetings.honouring import candidates_of, nominated_for, with_places
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.scores.ranking import Standing
from desktop_app.domain.scores.sheet import Round
from desktop_app.domain.years.period import Period
from desktop_app.ui.records.forms.source_dialog import Source

if TYPE_CHECKING:
    from desktop_app.storage import DataFile


def award_sources(file: DataFile, meeting: Meeting) -> list[Source]:
    """The awards a meeting can vote on; those for which somebody is nominated come first."""
    nominations = file.nominations.of_period(meeting.period)
    awards = awards_on(file.awards.all(), meeting.day)
    counts = {award.id: len(nominated_for(award, nominations)) for award in awards}
    order = sorted(awards, key=lambda a: (not counts[a.id], not a.for_collective))
    return [_source(file, meeting, award, counts[award.id]) for award in order]


def _source(file: DataFile, meeting: Meeting, award: Award, count: int) -> Source:
    def make() -> Ballot:
        ballot = new_ballot(meeting).replace(award=award, number=next_number(file, meeting, award))
        return ballot.replace(candidates=listed(file, ballot))

    whom = f"{count} đề nghị" if count else "chưa có đề nghị"
    words = f"Trong «{meeting.name}», danh sách bầu lấy từ các đề nghị đã ghi."
    if not count:
        words = (
            f"Trong «{meeting.name}», danh sách bầu là các đơn vị thành viên."
            if award.for_collective
            else f"Trong «{meeting.name}»; ghi danh sách bầu sau."
        )
    return Source(f"{award.name} ({whom})", words, make)


def listed(file: DataFile, ballot: Ballot) -> tuple[Candidate, ...]:
    """Who is to stand on a round's ballot and does not yet."""
    members = [member.unit for member in ballot.period.members_on(ballot.meeting.day)]
    found = candidates_of(ballot, file.nominations.of_period(ballot.period), members)
    return with_places(found, final_standings(file, ballot.period))


def final_standings(file: DataFile, period: Period) -> tuple[Standing, ...]:
    """The places of the whole year, once all of its sheets are final."""
    rounds = file.score_rounds_of(period)
    return next((one.standings for one in rounds if one.round is Round.YEAR and one.is_final), ())


def next_number(file: DataFile, meeting: Meeting, award: Award) -> int:
    """After the rounds that the meeting has on the award."""
    same = [
        ballot.number
        for ballot in file.ballots.of_meeting(meeting)
        if ballot.award
        and ballot.award.id == award.id
        and ballot.state is not BallotState.CANCELLED
    ]
    return max(same, default=0) + 1
