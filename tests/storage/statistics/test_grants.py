"""The file's own counts are those that reading every record would give."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.award_count import counted
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.honour import honours
from desktop_app.domain.statistics.answers import behind
from desktop_app.domain.statistics.figures import TOTAL
from desktop_app.domain.statistics.question import Axis, Question, Subject
from desktop_app.new_file import create_sample
from desktop_app.storage.statistics.grants import award_counts, honoured_for


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The sample with one more decision: an annulled grant, one of no unit, one of a person."""
    made = create_sample(tmp_path_factory.mktemp("thong-ke") / "mau.thidua")
    period = made.periods.all()[0]
    unit, other = (member.unit for member in period.members_on(None)[:2])
    by_code = {award.code: award for award in made.awards.all()}
    flag, merit = by_code["CO-BCA"], by_code["BK-TTG"]
    grants = (
        Grant(award=flag, unit=unit, name="A", achievement_year="2017"),
        Grant(award=flag, unit=unit, name="A lần nữa", achievement_year="2017"),
        Grant(
            award=flag,
            unit=other,
            name="B",
            achievement_year="2017",
            state=GrantState.ANNULLED,
            ended_by="1/QĐ",
            ended_because="Sai",
        ),
        Grant(award=merit, name="Ngoài cụm", kind=SubjectKind.INDIVIDUAL),
    )
    made.decisions.save(
        Decision(
            id="qd-them",
            period=period,
            number="9/QĐ",
            date=dt.date(2018, 5, 1),
            body="Bộ",
            grants=grants,
        )
    )
    yield made
    made.close()


@pytest.fixture(scope="module")
def asked(file):
    period = file.periods.all()[0]
    return Question(Subject.AWARDS, period, (period,))


def as_keys(counts):
    return sorted(
        (c.period.id, c.award.id, c.kind.value, c.unit.id if c.unit else "", c.times)
        for c in counts
    )


def test_counts_are_those_of_the_records(file):
    for period in file.periods.all():
        own = honours(d for d in file.decisions.all() if d.period.id == period.id)
        assert as_keys(award_counts(file, period)) == as_keys(counted(own))
    assert sum(each.times for each in award_counts(file, file.periods.all()[0])) == 6


def test_every_cell_lists_as_many_grants_as_it_counts(file, asked):
    for columns in (Axis.YEAR, Axis.AWARD, Axis.LEVEL, Axis.KIND):
        question = Question(asked.subject, asked.period, asked.periods, columns=columns)
        table = file.figures_of(question)
        for line in table.lines:
            for head in table.heads:
                listed = file.figures_of(behind(question, line.key, head.key))
                assert len(listed.lines) == line.values[table.place_of(head.key)]
    assert file.figures_of(behind(asked, "", TOTAL)).lines[0].values[0] == "Ngoài cụm"


def test_history_is_told_between_two_days_and_by_a_name_without_accents(file, asked):
    def names(**more):
        history = Question(Subject.AWARD_LIST, asked.period, asked.periods, **more)
        return [line.values[0] for line in file.figures_of(history).lines]

    assert names(since=dt.date(2018, 5, 1)) == ["A", "A lần nữa", "Ngoài cụm"]
    assert len(names(until=dt.date(2018, 4, 30))) == 3
    assert names(name="ngoai CUM") == ["Ngoài cụm"]
    assert names(name="ngoài cụm", until=dt.date(2018, 4, 30)) == []


def test_a_line_of_a_history_opens_its_decision(file, asked):
    history = file.figures_of(Question(Subject.AWARD_LIST, asked.period, asked.periods))
    kind, record = history.lines[-1].opens
    assert file.store_named(kind).get(record).number == "9/QĐ"


def test_what_decides_between_equal_units_is_what_was_granted_for_a_year(file):
    lead = file.periods.all()[0].members_on(None)[0].unit.id
    given = honoured_for(file, "2017")
    assert (lead, "CO-BCA") in given
    assert [unit for unit, code in given if code == "CO-BCA"] == [lead]
    assert honoured_for(file, "1990") == ()
