"""A ring of cross inspections: each inspects the next, none itself, nothing is made twice."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.scores.cross_inspection import ring
from desktop_app.domain.scores.inspection import InspectionKind, InspectionState
from tests.domain.scores.conftest import PERIOD


def test_each_member_inspects_the_next_one():
    made = ring(PERIOD, None, ())
    pairs = [(each.leader_unit.id, each.unit.id) for each in made]
    assert pairs == [*zip("ABCDEFG", "BCDEFGA", strict=True)]
    assert not any(each.problems() for each in made)
    assert {each.state for each in made} == {InspectionState.PLANNED}


def test_what_is_there_stays():
    made = ring(PERIOD, None, ())
    assert ring(PERIOD, None, made) == ()
    assert [each.unit.id for each in ring(PERIOD, None, made[1:])] == ["B"]
    plain = made[0].replace(kind=InspectionKind.CLUSTER)
    assert len(ring(PERIOD, None, (plain,))) == 7


@pytest.mark.parametrize("members", [0, 1])
def test_one_alone_has_nobody_to_inspect(members):
    few = PERIOD.replace(members=PERIOD.members[:members])
    with pytest.raises(UserFacingError, match="ít nhất hai"):
        ring(few, None, ())


def test_the_state_after_the_last_is_none():
    made = ring(PERIOD, None, ())[0]
    states = [made.replace(state=state).next_state for state in InspectionState]
    assert states == [*list(InspectionState)[1:], None]
    with pytest.raises(UserFacingError, match="không còn bước tiếp"):
        made.replace(state=InspectionState.MENDED).moved(InspectionState.MENDED)
