"""The tree of a set, what is wrong or unusual with it, and its copy for another year."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.scores.criteria import CriteriaSet, CriteriaState, TieRule, lock_problems
from desktop_app.domain.scores.criteria_templates import read_template, template_name
from desktop_app.domain.scores.criterion import Criterion, Direction, Kind
from desktop_app.domain.years.period import Membership
from tests.domain.scores.conftest import PERIOD, UNITS, criteria_set, criterion, points, target

TEMPLATE = Path(__file__).resolve().parents[3] / "resources/criteria/mau-1000-diem.json"

SECTION = criterion("I", Kind.GROUP, "30")
GROUP = criterion("I.1", Kind.GROUP, "20", parent="I")
LEAVES = (
    criterion("I.1.a", most="12", parent="I.1"),
    criterion("I.1.b", Kind.COUNT, "8", parent="I.1"),
    criterion("I.2", Kind.PASS_FAIL, "10", parent="I"),
)
SOUND = criteria_set(SECTION, GROUP, *LEAVES)


def codes(criteria):
    return [one.code for one in criteria]


# --- the tree -------------------------------------------------------------------------------


def test_tree():
    tree = SOUND.tree
    assert codes(tree.roots) == ["I"]
    assert codes(tree.in_order) == ["I", "I.1", "I.1.a", "I.1.b", "I.2"]
    assert codes(tree.children(GROUP)) == ["I.1.a", "I.1.b"]
    assert codes(tree.leaves) == codes(LEAVES)
    assert codes(tree.leaves_of(GROUP)) == ["I.1.a", "I.1.b"]
    assert codes(tree.path(LEAVES[0])) == ["I", "I.1", "I.1.a"]
    assert [tree.depth(one) for one in tree.in_order] == [0, 1, 2, 2, 1]
    assert SOUND.max_total == 30
    assert SOUND.problems() == {}
    assert SOUND.warnings() == ()


def test_parent_is_found_by_id_too_and_brothers_keep_their_order():
    by_id = GROUP.replace(id="xyz")
    leaves = (LEAVES[1].replace(parent="xyz"), LEAVES[0].replace(parent="xyz"))
    tree = criteria_set(*leaves, SECTION, by_id).tree
    assert codes(tree.in_order) == ["I", "I.1", "I.1.b", "I.1.a"]


def test_group_without_a_maximum_is_worth_what_is_below():
    tree = criteria_set(SECTION, GROUP.replace(max_points=None), *LEAVES).tree
    assert tree.worth(GROUP.replace(max_points=None)) == 20


def test_table_deeper_than_python_calls():
    chain = [criterion("0", Kind.GROUP, "1")]
    chain += [criterion(str(n), Kind.GROUP, "1", parent=str(n - 1)) for n in range(1, 1500)]
    chain = [one.replace(max_points=None) for one in chain]
    chain[-1] = chain[-1].replace(kind=Kind.COUNT, max_points=Decimal(1))
    deep = criteria_set(*chain)
    assert deep.tree.depth(chain[-1]) == 1499
    assert deep.max_total == 1
    assert deep.problems() == {}


# --- what is wrong --------------------------------------------------------------------------

WRONG = {
    "code twice": (
        (SECTION, LEAVES[2], LEAVES[2].replace(id="x", code="i.2")),
        {"criteria.2.code": "Dòng 3: Mã «i.2» đã dùng ở dòng 2."},
    ),
    "no parent": (
        (SECTION, LEAVES[2], LEAVES[0]),
        {"criteria.2.parent": "Dòng 3: Không có tiêu chí cấp trên «I.1»."},
    ),
    "in a circle": (
        (SECTION.replace(parent="I.1"), GROUP, LEAVES[2].replace(parent="")),
        dict.fromkeys(("criteria.0.parent", "criteria.1.parent"), "lại thuộc chính"),
    ),
    "its own parent": ((SECTION.replace(parent="I"),), {"criteria.0.parent": "lại thuộc chính"}),
    "leaf without points": (
        (LEAVES[2].replace(parent="", max_points=None),),
        {"criteria.0.max_points": "Cần có điểm tối đa."},
    ),
    "negative": (
        (LEAVES[2].replace(parent="", max_points=Decimal(-1)),),
        {"criteria.0.max_points": "Số điểm không được âm."},
    ),
    "group without children": ((SECTION,), {"criteria.0.kind": "Nhóm chưa có tiêu chí con."}),
    "leaf with children": (
        (SECTION.replace(kind=Kind.COUNT), LEAVES[2]),
        {"criteria.0.kind": "phải là «Nhóm»"},
    ),
    "nothing filled in": (
        (Criterion(id="x", max_points=Decimal(1)),),
        {"criteria.0.code": "Cần có mã", "criteria.0.text": "Cần có nội dung"},
    ),
    "limits crossed": (
        (criterion("1", Kind.PLUS_MINUS, "5", min_points=Decimal(6)),),
        {"criteria.0.min_points": "Điểm thấp nhất lớn hơn"},
    ),
    "share": (
        (criterion("1", target_share=Decimal("1.1")),),
        {"criteria.0.target_share": "từ 0 đến 1"},
    ),
    "bands": ((criterion("1", Kind.BANDS),), {"criteria.0.bands": "Cần có ít nhất một mức"}),
}


@pytest.mark.parametrize(("criteria", "problems"), WRONG.values(), ids=WRONG)
def test_wrong_criteria(criteria, problems):
    found = criteria_set(*criteria).problems()
    assert found.keys() == problems.keys()
    assert all(words in found[field] for field, words in problems.items())


def test_wrong_targets():
    targets = (
        target("I.1.a", "A", "5"),
        target("I.1.a", "A", "6"),
        target("I.9", "A"),
        target("I.2", "A", "5"),
        target("I.1.a", "B", "-5"),
        target("I.1.a", "C", "5", assigned=False),
    )
    found = SOUND.replace(targets=targets).problems()
    assert found["targets.1.criterion"] == "Dòng 2: «I.1.a» được giao hai lần cho A."
    assert found["targets.2.criterion"] == "Dòng 3: Tiêu chí không có trong bộ."
    assert "chỉ dành cho tiêu chí định lượng" in found["targets.3.criterion"]
    assert found["targets.4.value"] == "Dòng 5: Chỉ tiêu không được âm."
    assert "không có chỉ tiêu" in found["targets.5.value"]
    assert len(found) == 5


def test_wrong_settings():
    assert set(SOUND.replace(rounding_places=5).problems()) == {"rounding_places"}
    assert set(SOUND.replace(tie_rules=("phan_1", "xx")).problems()) == {"tie_rules"}
    assert set(SOUND.replace(tie_rules=("phan_1", "phan_1")).problems()) == {"tie_rules"}
    assert set(SOUND.replace(adopted_on=None).problems()) == {"adopted_on"}
    assert SOUND.replace(tie_rules=("bieu_quyet", "phan_1")).tie_chain == (
        TieRule.VOTE,
        TieRule.FIRST_SECTION,
    )


def test_children_that_do_not_add_up_are_said_in_figures():
    big = criteria_set(
        SECTION.replace(max_points=points("1234,5")),
        GROUP.replace(max_points=Decimal(21)),
        *LEAVES,
    )
    assert big.problems() == {}
    assert big.warnings() == (
        "I: các tiêu chí con cộng lại 31 điểm, mục 1.234,5 (thiếu 1.203,5).",
        "I.1: các tiêu chí con cộng lại 20 điểm, mục 21 (thiếu 1).",
    )
    assert "(thừa 12)" in SOUND.replace(criteria=_with_leaf("20")).warnings()[0]


def _with_leaf(most):
    return (SECTION, GROUP, LEAVES[0], LEAVES[1].replace(max_points=points(most)), LEAVES[2])


# --- targets and copies ---------------------------------------------------------------------


def test_what_is_taken_from_a_unit_goes_with_everything_below():
    targets = (
        target("I.1", "A", assigned=False),
        target("I.2", "B", assigned=False),
        target("I.1.a", "B", "7"),
    )
    shared = SOUND.replace(targets=targets)
    assert not shared.is_assigned(LEAVES[0], UNITS["A"])
    assert shared.is_assigned(LEAVES[2], UNITS["A"])
    assert not shared.is_assigned(LEAVES[2], UNITS["B"])
    assert shared.target(LEAVES[0], UNITS["B"]) == 7
    assert shared.target(LEAVES[0], UNITS["C"]) is None


def test_copy_for_another_period_is_a_fresh_draft():
    by_id = LEAVES[0].replace(id="lá", parent="I.1")
    targets = (
        target("lá", "A", "100"),
        target("I.2", "B", assigned=False),
        target("I.2", "C", assigned=False),
    )
    old = criteria_set(SECTION, GROUP, by_id, *LEAVES[1:], targets=targets, version=3).locked()
    members = (Membership(unit=UNITS["A"]), Membership(unit=UNITS["B"]))
    period = PERIOD.replace(id="ky-2027", name="2027", members=members)
    new = old.copied_for(period)
    assert (new.period.name, new.state, new.version, new.adopted_on) == (
        "2027",
        CriteriaState.DRAFT,
        1,
        None,
    )
    assert old.state is CriteriaState.LOCKED
    assert new.problems() == {}
    assert codes(new.tree.in_order) == codes(old.tree.in_order)
    ids = {one.id for one in (*new.criteria, *new.targets, new)}
    assert len(ids) == 7
    assert not ids & {one.id for one in (*old.criteria, *old.targets, old)}
    assert [(t.unit.id, t.assigned, t.value) for t in new.targets] == [("B", False, None)]
    assert not new.is_assigned(new.tree.find("I.2"), UNITS["B"])


def test_copy_for_the_same_period_is_the_next_version_with_its_targets():
    targets = (target("I.1.a", "A", "100"), target("I.2", "B", assigned=False))
    new = SOUND.replace(targets=targets, version=2).locked().copied_for(PERIOD)
    assert (new.version, new.state) == (3, CriteriaState.DRAFT)
    assert [(t.unit.id, t.value) for t in new.targets] == [("A", 100), ("B", None)]
    assert new.target(new.tree.find("I.1.a"), UNITS["A"]) == 100


def test_locked_set_keeps_what_scores_rest_on():
    locked = SOUND.locked()
    assert lock_problems(None, SOUND) == lock_problems(SOUND, locked) == {}
    assert lock_problems(locked, locked.replace(note="x", tie_rules=("phan_1",))) == {}
    changed = locked.replace(criteria=_with_leaf("9"), rounding_places=1, state=SOUND.state)
    assert set(lock_problems(locked, changed)) == {"criteria", "rounding_places", "state"}


def test_copy_keeps_parents_that_are_named_by_id():
    parent = GROUP.replace(id="nhóm")
    old = criteria_set(SECTION, parent, LEAVES[0].replace(parent="nhóm"), LEAVES[2])
    new = old.copied_for(PERIOD)
    assert codes(new.tree.path(new.tree.find("I.1.a"))) == ["I", "I.1", "I.1.a"]


# --- the table that comes with the program --------------------------------------------------


@pytest.fixture(scope="module")
def template():
    return read_template(TEMPLATE.read_text("utf-8"), PERIOD)


def test_template_is_the_published_table(template):
    assert template_name(TEMPLATE.read_text("utf-8")) == "Mẫu 1.000 điểm (không chính thức)"
    assert template.problems() == {}
    assert template.warnings() == ()
    assert template.state is CriteriaState.DRAFT
    assert template.max_total == 1000
    sections = {one.code: one.max_points for one in template.tree.roots}
    assert sections == {"I": 700, "II": 200, "III": 100}
    assert template.tree.find("I.2.d").max_points == 50
    assert "không phải văn bản chính thức" in template.note


def test_every_leaf_of_the_template_says_that_it_must_be_edited(template):
    assert all(leaf.note for leaf in template.tree.leaves)
    assert {leaf.kind for leaf in template.tree.leaves} == {Kind.COUNT, Kind.PASS_FAIL}


def test_template_is_read_anew_each_time(template):
    again = read_template(TEMPLATE.read_text("utf-8"), PERIOD)
    assert not {one.id for one in again.criteria} & {one.id for one in template.criteria}


def test_sets_compare_by_their_fields():
    assert SOUND.tree is SOUND.tree
    assert dataclasses.replace(SOUND) == SOUND
    assert SOUND.title == "Bộ tiêu chí"
    assert SOUND.replace(version=2).title == "Bộ tiêu chí (bản 2)"
    assert CriteriaSet(period=PERIOD, adopted_on=dt.date(2026, 2, 1)).problems() == {
        "name": "Cần có tên bộ tiêu chí."
    }


def test_targets_of_zero_and_criteria_of_nobody_are_told():
    first, second = criterion("I"), criterion("II", direction=Direction.LESS)
    nobody = [target("III", unit, assigned=False) for unit in UNITS]
    zeros = (target("I", "B", "0"), target("II", "B", "0"))
    told = criteria_set(first, second, criterion("III"), targets=(*zeros, *nobody))
    assert told.warnings() == (
        "I: chỉ tiêu của B bằng 0, được xét như không có.",
        "III: không giao cho đơn vị nào.",
    )
    assert told.problems() == {}
