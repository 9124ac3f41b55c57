"""Rounds of voting in the file: frozen rules, one round of a number, totals and nobody's vote."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.meetings.ballot import BallotState, Candidate, new_ballot
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.storage.schema import ballots as schema


@pytest.fixture
def ballot(file, small):
    day = dt.datetime(2018, 11, 20, 8, 0)
    meeting = Meeting(period=small.period, name="Hội nghị tổng kết", starts=day)
    meeting = file.meetings.save(meeting)
    award = file.awards.save(Award(code="CTD", name="Cờ thi đua", for_collective=True))
    made = new_ballot(meeting).replace(award=award, candidates=(Candidate(unit=small.lead),))
    return file.ballots.save(made)


def test_a_round_comes_back_as_it_was(file, ballot):
    file.forget_loaded()
    assert file.ballots.get(ballot.id) == ballot
    assert file.ballots.of_meeting(ballot.meeting) == (ballot,)
    assert file.check() == ()


def test_rules_are_frozen_in_the_file_too(file, ballot):
    out = file.ballots.save(ballot.replace(state=BallotState.VOTING))
    with pytest.raises(InvalidRecord) as refused:
        file.ballots.save(out.replace(seats=2))
    assert set(refused.value.problems) == {"seats"}
    assert file.ballots.get(ballot.id).seats is None


def test_a_meeting_has_one_round_of_a_number(file, ballot):
    again = new_ballot(ballot.meeting).replace(award=ballot.award)
    with pytest.raises(InvalidRecord) as refused:
        file.ballots.save(again)
    assert set(refused.value.problems) == {"number"}
    file.ballots.save(again.replace(number=2))
    file.ballots.save(ballot.replace(state=BallotState.CANCELLED, reason="Phát nhầm"))
    file.ballots.save(again.replace(id="khac"))


def test_no_column_of_any_table_could_say_who_voted_how():
    """A unit or person stands in these tables as one voted on or counting, never beside a vote."""
    links = {
        (table._meta.table_name, name)
        for table in schema.TABLES
        for name, field in table._meta.fields.items()
        if hasattr(field, "rel_model")
    }
    assert links == {
        ("ballot", "period"),
        ("ballot", "meeting"),
        ("ballot", "award"),
        ("candidate", "owner"),
        ("candidate", "unit"),
        ("candidate", "person"),
        ("counting_member", "owner"),
        ("counting_member", "person"),
        ("counting_member", "unit"),
    }
