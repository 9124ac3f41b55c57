"""Bảng tổng hợp đóng góp: every unit with what it gave, the sum in figures and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.papers.blocks import Letterhead, Table, Title
from tests.papers.conftest import words


@pytest.fixture
def activity(sample):
    return sample.activities[0]


def test_table_has_every_unit_and_the_sum(activity, read):
    paper = read("contributions", activity)
    assert paper.one(Letterhead).symbol == ""
    assert paper.one(Title).kind == "BẢNG TỔNG HỢP ĐÓNG GÓP"
    rows = paper.one(Table).rows
    assert [row.cells[0] for row in rows] == [*"123456", ""]
    assert rows[1].cells[1:] == ("Bộ Tư lệnh Cảnh vệ", "20.000.000", "")
    assert rows[0].cells[3] == "12 ngày công"
    assert [words(cell) for cell in rows[-1].cells] == ["", "Cộng", "120.000.000", ""]
    assert paper.line("Tổng số tiền") == (
        "Tổng số tiền: 120.000.000 đồng (Bằng chữ: Một trăm hai mươi triệu đồng)."
    )
    assert paper.line("Số đơn vị đóng góp") == "Số đơn vị đóng góp: 06/06."


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (0, "Không"),
        (15, "Mười lăm"),
        (21, "Hai mươi mốt"),
        (105, "Một trăm linh năm"),
        (1_005, "Một nghìn không trăm linh năm"),
        (1_000_001, "Một triệu không trăm linh một"),
        (24_000_005, "Hai mươi tư triệu không trăm linh năm"),
        (1_500_000_000, "Một tỷ năm trăm triệu"),
    ],
)
def test_sum_is_said_in_words(activity, read, total, said):
    first, *others = (part.replace(amount=None) for part in activity.contributions)
    gave = activity.replace(contributions=(first.replace(amount=Decimal(total)), *others))
    line = read("contributions", gave).line("Tổng số tiền")
    assert line.endswith(f"(Bằng chữ: {said} đồng).")


def test_unit_that_gave_nothing_keeps_its_row(activity, read):
    first, *others = activity.contributions
    gave = activity.replace(contributions=(first.replace(amount=None, other=""), *others))
    paper = read("contributions", gave)
    assert paper.one(Table).rows[0].cells[2:] == ("", "")
    assert paper.line("Số đơn vị đóng góp") == "Số đơn vị đóng góp: 05/06."
