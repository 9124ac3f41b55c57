"""Score sheets in the file: one a unit and round; the first one handed in locks its criteria."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.scores.criteria import CriteriaSet, CriteriaState
from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.scores.sheet import ScoreLine, ScoreSheet, SheetState, SheetStep


@pytest.fixture
def criteria(file, small):
    leaf = Criterion(id="i1", code="I.1", parent="i", text="Một việc", max_points=Decimal("10.5"))
    group = Criterion(id="i", code="I", text="Phần một", kind=Kind.GROUP, max_points=Decimal(10))
    return file.criteria.save(
        CriteriaSet(
            period=small.period,
            name="Bộ tiêu chí",
            state=CriteriaState.ADOPTED,
            adopted_on=dt.date(2018, 3, 13),
            criteria=(group, leaf),
        )
    )


@pytest.fixture
def sheet(file, small, criteria):
    line = ScoreLine(criterion="i1", self_score=Decimal("7.25"))
    made = ScoreSheet(period=small.period, criteria=criteria, unit=small.lead, lines=(line,))
    return file.sheets.save(made)


def submitted(sheet):
    step = SheetStep(
        state=SheetState.SUBMITTED, day=dt.date(2018, 11, 1), name="A", unit=sheet.unit
    )
    return sheet.moved(step)


def test_sheet_and_criteria_come_back_as_they_were(file, sheet, criteria):
    file.forget_loaded()
    assert file.sheets.get(sheet.id) == sheet
    assert file.criteria.get(criteria.id) == criteria
    assert file.check() == ()


def test_second_sheet_of_a_round_is_refused_beside_the_unit(file, sheet):
    with pytest.raises(InvalidRecord) as refused:
        file.sheets.save(ScoreSheet(period=sheet.period, criteria=sheet.criteria, unit=sheet.unit))
    assert set(refused.value.problems) == {"unit"}
    assert len(file.sheets.all()) == 1


def test_first_sheet_handed_in_locks_the_criteria_in_the_same_change(file, sheet):
    file.sheets.save(submitted(sheet))
    (locked,) = file.criteria.all()
    assert locked.is_locked
    with pytest.raises(InvalidRecord):
        file.criteria.save(locked.replace(criteria=locked.criteria[:1]))
    file.history.undo()
    assert not file.criteria.all()[0].is_locked
    assert file.sheets.get(sheet.id).state is SheetState.DRAFT
