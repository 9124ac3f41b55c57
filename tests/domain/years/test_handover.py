"""The handover: what it begins with, what signing locks, how it is opened again."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster, ExceptionKind, RotationException
from desktop_app.domain.years.document import Direction, DocumentKind, OfficialDocument
from desktop_app.domain.years.handover import (
    Handover,
    HandoverItem,
    HandoverState,
    reopened,
    signed_problems,
)
from desktop_app.domain.years.handover_proposal import (
    YearFiles,
    other_counts,
    proposed_handover,
    proposed_items,
    unfinished_work,
    with_missing,
)
from desktop_app.domain.years.period import Membership, Period, Role
from desktop_app.domain.years.rotation import Rotation
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_tasks import Task

A, B, C = (Unit(id=key, names=(UnitName(full=f"Đơn vị {key}"),)) for key in ("a", "b", "c"))
HEADS = {
    unit.id: Person(id=f"p-{unit.id}", full_name=f"Thủ trưởng {unit.id}") for unit in (A, B, C)
}
CLUSTER = Cluster(id="cum", name="Cụm 2", place="Hà Nội")
DAY = dt.date(2018, 12, 28)


def year(name, lead, cluster=CLUSTER):
    return Period(
        id=name,
        cluster=cluster,
        name=name,
        since=dt.date(int(name), 1, 1),
        until=dt.date(int(name), 12, 31),
        members=tuple(
            Membership(
                unit=unit,
                role=Role.LEAD if unit is lead else Role.MEMBER,
                representative=HEADS[unit.id],
            )
            for unit in (A, B, C)
        ),
    )


@pytest.fixture
def period():
    return year("2018", A)


@pytest.fixture
def signed(period):
    return Handover(
        period=period,
        giver=A,
        receiver=B,
        day=DAY,
        state=HandoverState.SIGNED,
        items=(HandoverItem(text="Cờ luân lưu", count=1),),
    )


def test_next_period_says_who_receives(period):
    book = Rotation(cluster=CLUSTER, periods=(year("2017", B), period, year("2019", C)))
    proposed = proposed_handover(period, book)
    assert (proposed.giver, proposed.giver_person) == (A, HEADS["a"])
    assert (proposed.receiver, proposed.receiver_person) == (C, HEADS["c"])
    assert proposed.place == "Hà Nội"
    assert proposed.problems() == {}


def test_without_a_next_period_the_rotation_proposes(period):
    book = Rotation(cluster=CLUSTER, periods=(year("2017", B), period))
    assert proposed_handover(period, book).receiver == C


def test_exception_of_the_rotation_is_followed(period):
    takes = RotationException(unit=B, turn="2019", kind=ExceptionKind.TAKES, reason="Bộ giao")
    cluster = CLUSTER.replace(rotation_exceptions=(takes,))
    book = Rotation(cluster=cluster, periods=(year("2017", B, cluster), year("2018", A, cluster)))
    assert proposed_handover(book.periods[1], book).receiver == B


def test_unit_that_leads_again_hands_over_to_nobody(period):
    book = Rotation(cluster=CLUSTER, periods=(period, year("2019", A)))
    proposed = proposed_handover(period, book)
    assert (proposed.receiver, proposed.receiver_person) == (None, None)


def test_items_are_counted_in_the_records(period):
    documents = (
        OfficialDocument(period=period, kind=DocumentKind.LETTER),
        OfficialDocument(period=period, kind=DocumentKind.LETTER),
        OfficialDocument(period=period, direction=Direction.INCOMING, kind=DocumentKind.PLAN),
    )
    items = proposed_items(YearFiles(Year(period=period), documents=documents))
    assert [(item.text, item.count) for item in items] == [
        ("Văn bản lưu theo sổ: công văn", 2),
        ("Văn bản lưu theo sổ: văn bản đến", 1),
        ("Tệp dữ liệu của chương trình Thi đua Cụm, gồm cả tệp kèm", 1),
        ("Cờ luân lưu của cụm", 1),
    ]


def test_typed_items_stay_and_other_counts_are_told():
    typed = (HandoverItem(text="Quyết định khen thưởng", count=2, condition="Bản sao"),)
    proposed = (
        HandoverItem(text="Quyết định khen thưởng", count=3),
        HandoverItem(text="Cờ luân lưu của cụm", count=1),
    )
    assert with_missing(typed, proposed) == (*typed, proposed[1])
    assert other_counts(typed, proposed) == ("Quyết định khen thưởng: hồ sơ có 3",)


def test_open_tasks_go_over_without_the_handover_itself(period):
    tasks = (
        Task("Trao thưởng", dt.date(2019, 1, 15), period),
        Task("Ký biên bản bàn giao", None, Handover(period=period)),
        Task("Lưu trữ hồ sơ", None, period),
    )
    assert unfinished_work(tasks) == ("Trao thưởng (hạn 15/01/2019)", "Lưu trữ hồ sơ")


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"giver": None}, {"giver": "Cần chọn bên giao."}),
        ({"receiver": A}, {"receiver": "Bên nhận phải khác bên giao."}),
        ({"receiver": None}, {"receiver": "Cần chọn bên nhận."}),
        ({"day": None}, {"day": "Biên bản đã ký phải có ngày."}),
        ({"items": ()}, {"items": "Biên bản đã ký phải có danh mục bàn giao."}),
        (
            {"items": (HandoverItem(text="Cờ", count=-1),)},
            {"items.0.count": "Dòng 1: Số lượng không được âm."},
        ),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_the_field(signed, changes, problems):
    assert signed.problems() == {}
    assert signed.replace(**changes).problems() == problems


def test_signed_minutes_change_only_by_being_opened_with_a_reason(signed):
    words = "Biên bản bàn giao đã ký: muốn sửa phải mở lại."
    assert signed_problems(signed, signed) == {}
    assert signed_problems(signed, signed.replace(place="Huế")) == {"place": words}
    draft = signed.replace(state=HandoverState.DRAFT)
    assert signed_problems(signed, draft) == {"state": "Cần có lý do mở lại."}
    opened = reopened(signed, DAY, "Ghi nhầm số lượng")
    assert opened.note == "Mở lại ngày 28/12/2018: Ghi nhầm số lượng"
    assert signed_problems(signed, opened) == {}


def test_reason_once_given_is_kept(signed):
    opened = reopened(signed, DAY, "Ghi nhầm số lượng")
    forgot = opened.replace(note="")
    assert signed_problems(opened, forgot) == {"note": "Lý do mở lại đã ghi phải được giữ."}
    again = opened.replace(note=f"Thêm một câu\n{opened.note}", state=HandoverState.SIGNED)
    assert signed_problems(opened, again) == {}
