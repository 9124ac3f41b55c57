"""What a new year begins with: drafts of the last year's plan, compact, criteria and tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.compacts.compact import (
    Compact,
    CompactItem,
    CompactState,
    Direction,
    Signature,
    UnitTarget,
)
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.scores.criteria import CriteriaSet, CriteriaState
from desktop_app.domain.scores.criterion import Criterion, Kind, Target
from desktop_app.domain.units.person import Person, ServiceState
from desktop_app.domain.units.unit import Succession, SuccessionKind, Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.heirs import heirs_between
from desktop_app.domain.years.new_year import Roles, following, with_members
from desktop_app.domain.years.period import (
    Membership,
    Period,
    Role,
    Secretariat,
    SecretariatMember,
    SecretariatState,
)
from desktop_app.domain.years.plan import PlanStep, StepKind, YearPlan
from desktop_app.domain.years.takeovers import criteria_in_force, takeovers
from desktop_app.domain.years.year import Year


def unit(name, *forerunners, kind=SuccessionKind.RENAMED):
    return Unit(
        id=name,
        names=(UnitName(full=f"Cục {name}"),),
        predecessors=tuple(
            Succession(unit=old, kind=kind, day=dt.date(2025, 1, 1)) for old in forerunners
        ),
    )


A, B, C, D = (unit(name) for name in "ABCD")
HEAD, CHIEF = Person(full_name="Nguyễn Văn A", rank="Đại tá"), Person(full_name="Trần B")
NEW_DAY = dt.date(2025, 1, 1)


def period_of(*units, **changes):
    members = tuple(
        Membership(
            unit=one, role=Role.LEAD if one is units[0] else Role.MEMBER, representative=HEAD
        )
        for one in units
    )
    period = Period(
        cluster=Cluster(name="Cụm thi đua số 2", organising_body="Bộ Công an", place="Hà Nội"),
        name="2024",
        since=dt.date(2024, 1, 1),
        until=dt.date(2024, 12, 31),
        members=members,
    )
    return period.replace(**changes)


LAST = period_of(A, B)
NEW = following(LAST)


def new_year(*units, last=LAST):
    return with_members(following(last), last, units, Roles(lead=units[0]))


def taken_over(label, period=NEW, criteria=None, **records):
    found = takeovers(Year(period=LAST, **records), period, criteria)
    (taken,) = [item for item in found if item.label == label]
    return taken


def test_empty_year_leaves_only_empty_tables():
    (duties,) = takeovers(Year(period=LAST), NEW)
    assert duties.label == "«3 trực tiếp» của thủ trưởng"
    assert [(table.unit, table.period, table.done) for table in duties.records] == [
        (A, NEW, ()),
        (B, NEW, ()),
    ]
    assert takeovers(Year(period=LAST), NEW.replace(members=())) == ()


def test_day_of_registration_is_a_line_of_its_own():
    last = LAST.replace(registration_due=dt.date(2024, 3, 31))
    due, _ = takeovers(Year(period=last), following(last))
    assert (due.label, due.detail) == ("Hạn đăng ký thi đua", "31/03/2025")
    assert (due.settings, due.records) == (("registration_due",), ())


def test_every_draft_is_sound_and_new():
    compact = Compact(period=LAST, name="Giao ước", items=(ITEM,), targets=TARGETS[:2])
    plan = YearPlan(period=LAST, steps=(PlanStep(text="Ký", due=dt.date(2024, 3, 1)),))
    year = Year(period=LAST, compact=compact, plan=plan, secretariat=Secretariat(period=LAST))
    records = [record for item in takeovers(year, NEW, CRITERIA) for record in item.records]
    assert [record.problems() for record in records] == [{}] * len(records)
    assert {record.period for record in records} == {NEW}
    old = {compact.id, plan.id, CRITERIA.id, ITEM.id, plan.steps[0].id}
    assert not old & {record.id for record in records}


# --- the plan -----------------------------------------------------------------------------


def test_plan_goes_over_a_year_later_with_nothing_done():
    step = PlanStep(
        kind=StepKind.SIGNING,
        text="Ký kết",
        starts=dt.date(2024, 2, 29),
        due=dt.date(2024, 3, 13),
        done_on=dt.date(2024, 3, 13),
        who="Đơn vị Cụm trưởng",
        papers="Giấy mời",
        note="Mời Văn phòng Bộ",
    )
    (plan,) = taken_over("Kế hoạch năm", plan=YearPlan(period=LAST, steps=(step,))).records
    (moved,) = plan.steps
    assert moved == step.replace(
        id=moved.id, starts=dt.date(2025, 2, 28), due=dt.date(2025, 3, 13), done_on=None
    )
    assert moved.id != step.id


def test_plan_follows_a_period_that_begins_on_another_day():
    school = NEW.replace(since=dt.date(2024, 9, 1), until=dt.date(2025, 8, 31))
    plan = YearPlan(period=LAST, steps=(PlanStep(text="Ký", due=dt.date(2024, 1, 11)),))
    (moved,) = taken_over("Kế hoạch năm", school, plan=plan).records
    assert moved.steps[0].due == dt.date(2024, 9, 11)


# --- the compact --------------------------------------------------------------------------

ITEM = CompactItem(
    group="A", text=RichText.plain("Giảm"), direction=Direction.REDUCE, value=Decimal(5)
)
TARGETS = tuple(
    UnitTarget(item=ITEM.id, unit=one, value=Decimal(place), is_free=one is B)
    for place, one in enumerate((A, B, C, D), start=1)
)
SIGNED = Compact(
    period=LAST,
    name="Giao ước thi đua năm 2024",
    version=3,
    state=CompactState.SUMMED_UP,
    grounds=("Căn cứ A",),
    slogan="Khẩu hiệu cũ",
    opening="Ngày 13 tháng 3 năm 2024, tại Hà Nội",
    items=(ITEM,),
    targets=TARGETS[:2],
    measures=RichText.plain("Biện pháp"),
    responsibilities=RichText.plain("Trách nhiệm"),
    closing="Phần kết",
    signed_on=dt.date(2024, 3, 13),
    place="Huế",
    signatures=tuple(
        Signature(unit=one, signer_name="Cũ", signed_on=dt.date(2024, 3, 13)) for one in (A, B)
    ),
)


def test_compact_becomes_an_unsigned_draft_of_the_new_year():
    members = tuple(
        member.replace(representative=CHIEF if member.unit is B else HEAD) for member in NEW.members
    )
    new = NEW.replace(members=members)
    taken = taken_over("Giao ước thi đua", new, compact=SIGNED)
    (draft,) = taken.records
    (item,) = draft.items
    assert (draft.name, draft.version) == ("Giao ước thi đua năm 2025", 1)
    assert (draft.state, draft.signed_on) == (CompactState.DRAFT, None)
    assert (draft.slogan, draft.opening, draft.place) == ("", "", "Hà Nội")
    kept = (draft.grounds, draft.measures, draft.responsibilities, draft.closing)
    assert kept == (SIGNED.grounds, SIGNED.measures, SIGNED.responsibilities, "Phần kết")
    assert item == ITEM.replace(id=item.id)
    assert [(t.item, t.unit, t.value, t.is_free) for t in draft.targets] == [
        (item.id, A, 1, False),
        (item.id, B, 2, True),
    ]
    assert [(s.unit, s.signer_name, s.signer_rank, s.signed_on) for s in draft.signatures] == [
        (A, "Nguyễn Văn A", "Đại tá", None),
        (B, "Trần B", "", None),
    ]
    assert taken.detail == (
        "dự thảo, 1 nội dung, 2 chỗ ký; khẩu hiệu để trống; căn cứ và phần kết chép nguyên văn, "
        "xin soát lại"
    )
    (named,) = taken_over("Giao ước thi đua", new.replace(slogan="Mới"), compact=SIGNED).records
    assert named.slogan == "Mới"


def test_cancelled_compact_is_left_behind():
    cancelled = SIGNED.replace(state=CompactState.CANCELLED)
    found = takeovers(Year(period=LAST, compact=cancelled), NEW)
    assert "Giao ước thi đua" not in [item.label for item in found]


MERGED = unit("AB", A, B, kind=SuccessionKind.MERGED)
SPLIT = SuccessionKind.SPLIT


@pytest.mark.parametrize(
    ("before", "after", "places", "divided"),
    [
        ((A, B), (A, B), {"A": "A", "B": "B"}, []),
        ((A, B), (A,), {"A": "A"}, []),
        ((A, B), (A, unit("B2", B)), {"A": "A", "B": "B2"}, []),
        ((A, B), (A, unit("B3", unit("B2", B))), {"A": "A", "B": "B3"}, []),
        ((A, B), (MERGED,), {}, ["A", "B"]),
        ((A, B), (unit("M", B, C, kind=SuccessionKind.MERGED), A), {"A": "A", "B": "M"}, []),
        ((A, B), (unit("B1", B, kind=SPLIT), A), {"A": "A"}, ["B"]),
        ((A, B), (unit("B1", B, kind=SPLIT), unit("B2", B, kind=SPLIT)), {}, ["B"]),
        ((A, B), (unit("B1", B), unit("B2", B)), {}, ["B"]),
        ((A, B), (A.replace(predecessors=unit("x", B).predecessors),), {"A": "A"}, ["B"]),
    ],
)
def test_only_an_heir_of_all_and_of_nothing_else_has_a_place(before, after, places, divided):
    found = heirs_between(period_of(*before), period_of(*after))
    assert {old: new.id for old, new in found.places.items()} == places
    assert [one.id for one in found.divided] == divided


def test_targets_go_to_the_only_heir_and_what_is_left_is_said():
    last = period_of(A, B, C, D)
    heir, merged = unit("B2", B), unit("CD", C, D, kind=SuccessionKind.MERGED)
    year = Year(period=last, compact=SIGNED.replace(period=last, targets=TARGETS))
    found = takeovers(year, new_year(A, heir, merged, last=last))
    (taken,) = [item for item in found if item.label == "Giao ước thi đua"]
    assert [target.unit for target in taken.records[0].targets] == [A, heir]
    assert taken.detail.endswith("; chưa chép của Cục C; Cục D (sáp nhập hoặc chia tách)")


# --- the criteria -------------------------------------------------------------------------

GROUP = Criterion(code="I", text="Nhóm", kind=Kind.GROUP, max_points=Decimal(10))
LEAF = Criterion(
    code="I.1", parent=GROUP.id, text="Lá", kind=Kind.QUANTITATIVE, max_points=Decimal(10)
)
CRITERIA = CriteriaSet(
    period=LAST,
    name="Bảng tiêu chí năm 2024",
    version=2,
    adopted_on=dt.date(2024, 3, 13),
    state=CriteriaState.LOCKED,
    criteria=(GROUP, LEAF),
    targets=(
        Target(criterion=LEAF.id, unit=A, value=Decimal(5)),
        Target(criterion=LEAF.id, unit=B, assigned=False),
    ),
)


def test_criteria_become_a_draft_with_their_tree_and_without_figures():
    taken = taken_over("Bộ tiêu chí chấm điểm", criteria=CRITERIA)
    (draft,) = taken.records
    assert (draft.name, draft.version) == ("Bảng tiêu chí năm 2025", 1)
    assert (draft.state, draft.adopted_on) == (CriteriaState.DRAFT, None)
    assert [criterion.code for criterion in draft.tree.leaves] == ["I.1"]
    assert [(t.unit, t.assigned, t.criterion) for t in draft.targets] == [
        (B, False, draft.criteria[1].id)
    ]
    assert taken.detail == ("bản nháp, 1 tiêu chí, tối đa 10 điểm; chỉ tiêu bằng số giao lại")


def test_what_is_not_assigned_goes_to_the_only_heir():
    heir = unit("B2", B)
    (draft,) = taken_over("Bộ tiêu chí chấm điểm", new_year(A, heir), CRITERIA).records
    assert [target.unit for target in draft.targets] == [heir]
    merged = taken_over("Bộ tiêu chí chấm điểm", new_year(MERGED), CRITERIA)
    assert merged.records[0].targets == ()
    assert merged.detail.endswith("; chưa chép của Cục B (sáp nhập hoặc chia tách)")


def test_adopted_set_is_taken_before_a_newer_draft():
    draft = CRITERIA.replace(version=3, state=CriteriaState.DRAFT, adopted_on=None)
    assert criteria_in_force((CRITERIA, draft)) is CRITERIA
    assert criteria_in_force((draft,)) is draft
    assert criteria_in_force(()) is None


# --- the secretariat ----------------------------------------------------------------------


def test_secretariat_goes_over_as_a_draft_without_those_who_left():
    gone = Person(
        full_name="B", service_state=ServiceState.RETIRED, service_state_since=dt.date(2024, 5, 1)
    )
    last = Secretariat(
        period=LAST,
        state=SecretariatState.ISSUED,
        decision_number="02",
        decision_date=dt.date(2024, 3, 1),
        grounds=("Căn cứ A",),
        members=(SecretariatMember(person=HEAD, task="Ghi"), SecretariatMember(person=gone)),
    )
    taken = taken_over("Tổ giúp việc", secretariat=last)
    (draft,) = taken.records
    assert (draft.period, draft.state, draft.decision_number) == (NEW, SecretariatState.DRAFT, "")
    assert [(m.person, m.task) for m in draft.members] == [(HEAD, "Ghi")]
    assert draft.grounds == ("Căn cứ A",)
    assert taken.detail.startswith("dự thảo, 1 người (bỏ 1 người đã thôi việc")
    ended = HEAD.replace(unit=A.replace(inactive_from=NEW_DAY))
    moved = last.replace(members=(SecretariatMember(person=ended),))
    emptied = taken_over("Tổ giúp việc", secretariat=moved)
    assert emptied.records[0].members == ()
