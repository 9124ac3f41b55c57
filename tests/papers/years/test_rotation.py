"""The proposal for the next lead unit."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.years.cluster import RotationException
from desktop_app.domain.years.period import Role
from desktop_app.domain.years.rotation import Rotation
from desktop_app.papers.blocks import Closing, Letterhead, ListItem, Style, Table, Title


@pytest.fixture
def book(sample):
    """2017 led by the second unit, 2018 by the first with the third as deputy."""
    new = sample.periods[0]
    roles = {0: Role.MEMBER, 1: Role.LEAD}
    members = tuple(
        member.replace(role=roles.get(place, Role.MEMBER), since=None)
        for place, member in enumerate(new.members)
    )
    old = new.replace(
        id="ky-2017",
        name="2017",
        since=dt.date(2017, 1, 1),
        until=dt.date(2017, 12, 31),
        members=members,
    )
    deputy = new.members[2].replace(role=Role.DEPUTY)
    new = new.replace(members=(*new.members[:2], deputy, *new.members[3:]))
    return Rotation(cluster=sample.cluster, periods=(new, old))


def test_proposal_shows_the_book_the_unit_and_the_reasons(book, read):
    paper = read("rotation", book)
    assert paper.one(Title).subject == "Đơn vị Cụm trưởng Cụm thi đua số 2 năm 2019"
    turns, candidates = paper.of(Table)
    assert [row.cells[:4] for row in turns.rows] == [
        ("1", "Năm 2017", "Bộ Tư lệnh Cảnh vệ", ""),
        (
            "2",
            "Năm 2018",
            "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
            "Cục Kế hoạch và Đầu tư",
        ),
    ]
    assert [row.cells[1] for row in candidates.rows] == [
        "Cục Kế hoạch và Đầu tư",
        "Cục An ninh mạng",
        "Cục Cảnh sát giao thông",
        "Cục Cơ yếu",
        "Bộ Tư lệnh Cảnh vệ",
    ]
    assert paper.line("Đề xuất Cục").startswith(
        "Đề xuất Cục Kế hoạch và Đầu tư làm đơn vị Cụm trưởng năm 2019. Lý do: Chưa làm"
    )
    assert "Là Cụm phó năm 2018" in paper.line("Đề xuất Cục")
    assert paper.line("Cùng mức còn 3 đơn vị khác")
    assert paper.lines()[-1].endswith("./.")
    assert paper.one(Closing).right.name == "Đại tá Thủ trưởng mẫu 01"


def test_cluster_without_a_period_says_so(book, read):
    paper = read("rotation", book.replace(periods=()))
    assert paper.lines() == ["Chưa có kỳ thi đua nào của cụm."]
    assert paper.of(Letterhead) == paper.of(Table) == paper.of(Closing) == []


def test_lead_alone_has_a_book_but_no_proposal(book, read):
    alone = book.newest.replace(members=book.newest.members[:1])
    paper = read("rotation", book.replace(periods=(alone,)))
    assert len(paper.of(Table)) == 1
    assert paper.lines(Style.SECTION) == ["I. CÁC ĐƠN VỊ ĐÃ LÀM CỤM TRƯỞNG"]
    assert paper.of(Closing) == []


def test_turns_out_of_order_are_told_under_the_book(book, read):
    unit = book.periods[0].members[3].unit
    made = RotationException(unit=unit, turn="2018", reason="Đang sáp nhập")
    paper = read(
        "rotation", book.replace(cluster=book.cluster.replace(rotation_exceptions=(made,)))
    )
    told = [item.text for item in paper.of(ListItem)]
    assert told == [f"Năm 2018: {unit.name} lùi lượt: Đang sáp nhập."]
