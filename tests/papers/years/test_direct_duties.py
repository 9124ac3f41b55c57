"""Bảng tổng hợp «3 trực tiếp»: cells, gaps in words, the names of the year."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.unit import UnitName
from desktop_app.domain.years.duty_board import DutyBoard
from desktop_app.papers.blocks import Paragraph, Signature, Table, Title


@pytest.fixture
def board(sample):
    return DutyBoard(period=sample.periods[0], recorded=sample.duties)


def test_cells_say_day_person_and_paper_and_gaps_are_said(board, read):
    paper = read("direct-duties", board)
    assert paper.one(Title).kind == "BẢNG TỔNG HỢP"
    rows = paper.one(Table).rows
    assert len(rows) == 6
    assert rows[0].cells[2].split("\n")[:3] == [
        "Ngày 15/01/2018",
        "Đại tá Thủ trưởng mẫu 01, Cục trưởng",
        "Văn bản: Kế hoạch số 05/KH (mẫu)",
    ]
    assert rows[1].cells[3:] == ("Chưa ghi nhận", "Chưa ghi nhận")


def test_units_with_gaps_are_listed_under_the_table(board, read):
    paper = read("direct-duties", board)
    assert "01/06 đơn vị đã ghi nhận đủ 3 nội dung; chưa ghi nhận:" in paper.lines()
    assert (
        "- Bộ Tư lệnh Cảnh vệ: kiểm tra, đánh giá kết quả, bình xét khen thưởng;" in paper.lines()
    )
    assert "- Cục Cơ yếu: cả 3 nội dung." in paper.lines()


def test_complete_board_claims_no_gap(board, read):
    first = board.recorded[0]
    members = board.period.members[:1]
    whole = DutyBoard(period=board.period.replace(members=members), recorded=(first,))
    assert read("direct-duties", whole).lines() == ["01/01 đơn vị đã ghi nhận đủ 3 nội dung."]


def test_unit_bears_the_name_of_the_year(board, read):
    old = board.period.members[1]
    names = (
        UnitName(full="Tên cũ", until=dt.date(2018, 12, 31)),
        UnitName(full="Tên mới", since=dt.date(2019, 1, 1)),
    )
    renamed = old.replace(unit=old.unit.replace(names=names))
    members = (board.period.members[0], renamed)
    later = DutyBoard(period=board.period.replace(members=members))
    paper = read("direct-duties", later)
    assert paper.one(Table).rows[1].cells[1] == "Tên cũ"
    assert any(line.startswith("- Tên cũ:") for line in paper.lines())


def test_period_without_members_says_so(board, read):
    paper = read("direct-duties", DutyBoard(period=board.period.replace(members=())))
    assert [b.text for b in paper.of(Paragraph)] == ["Chưa có đơn vị thành viên."]
    assert paper.of(Signature) == []
