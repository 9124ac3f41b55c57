"""Thirty years of three thousand grants: no year keeps the window waiting."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import GrantState
from desktop_app.domain.statistics.answers import answer
from desktop_app.domain.statistics.award_list import MOST_LISTED
from desktop_app.domain.statistics.question import Question, Subject, in_order
from desktop_app.domain.years.period import PeriodState
from desktop_app.new_file import create_sample
from desktop_app.storage.schema.commendations import DecisionRow, GrantRow

YEARS, GRANTS = 30, 3000
LONGEST = 0.1
"""Seconds of work on the window's own thread; how busy the machine is does not count."""


def fill(file):
    """Years before the sample's, each with one decision of many grants, written straight."""
    now = file.periods.all()[0]
    units = [member.unit.id for member in now.members_on(None)]
    awards = [award.id for award in file.awards.all()][:20]
    for year in range(1985, 1985 + YEARS - 1):
        period = file.periods.save(
            now.replace(
                id=f"ky-{year}",
                name=str(year),
                since=dt.date(year, 1, 1),
                until=dt.date(year, 12, 31),
                registration_due=None,
                state=PeriodState.PREPARING,
                members=tuple(m.replace(id=f"{m.id}-{year}", since=None) for m in now.members),
            )
        )
        decision = f"qd-{year}"
        file.run(DecisionRow.insert(id=decision, period=period.id, date=f"{year}-05-01"))
        for start in range(0, GRANTS, 500):
            rows = [
                {
                    "id": f"{year}-{place}",
                    "owner": decision,
                    "position": place,
                    "award": awards[place % len(awards)],
                    "unit": units[place % len(units)],
                    "kind": list(SubjectKind)[place % 2].value,
                    "name": f"Cán bộ {place}",
                    "state": GrantState.DECIDED.value,
                }
                for place in range(start, start + 500)
            ]
            file.run(GrantRow.insert_many(rows))
    file.forget_loaded()


@pytest.mark.long
def test_no_year_keeps_the_window_waiting(tmp_path):
    with create_sample(tmp_path / "nhiều năm.thidua") as file:
        fill(file)
        now = file.periods.all()[0]
        years = in_order(file.periods.all())
        for subject in (Subject.AWARDS, Subject.AWARD_LIST):
            question = Question(subject, now, years, unit="c08")
            facts, slices = [], []
            for period in years:
                began = time.thread_time()
                facts += file.facts_of(question, period)
                slices.append(time.thread_time() - began)
                if subject is Subject.AWARD_LIST and len(facts) > MOST_LISTED:
                    break
            began = time.thread_time()
            table = answer(question, facts)
            slices.append(time.thread_time() - began)
            print(f"{subject}: {sum(slices):.2f} s, longest {max(slices) * 1000:.0f} ms")
            assert len(table.lines) > 0
            assert max(slices) < LONGEST
