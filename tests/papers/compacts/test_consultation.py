"""The letter that asks for comments, and the table of what was said and answered."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.compacts.consultation import Answer, Comment, Opinion, new_consultation
from desktop_app.domain.compacts.drafting import next_version
from desktop_app.papers import blocks


@pytest.fixture
def asked(sample):
    """Two units agree, one of them with a remark beside; one has two comments; two wait."""
    asked = new_consultation(next_version(sample.compact, 2)).replace(
        number=7, date=dt.date(2018, 2, 1), due=dt.date(2018, 2, 20)
    )
    first, second, third, *rest = asked.comments
    said = {"opinion": Opinion.COMMENTED}
    return asked.replace(
        comments=(
            first.replace(opinion=Opinion.AGREED),
            second.replace(opinion=Opinion.AGREED),
            Comment(unit=second.unit, text="Sửa lỗi chữ", answer=Answer.ABSORBED, **said),
            third.replace(about="Mục II.3", text="Ghi rõ chỉ tiêu", **said),
            Comment(
                unit=third.unit,
                text="Bỏ mục 12",
                answer=Answer.NOT_ABSORBED,
                explanation="Đã thống nhất từ trước",
                **said,
            ),
            *rest,
        )
    )


def test_every_row_typed_is_on_the_table(read, asked):
    paper = read("consultation-table", asked)
    rows = [row.cells for row in paper.one(blocks.Table).rows]
    assert len(rows) == len(asked.comments)
    assert rows[3][2] == "Mục II.3: Ghi rõ chỉ tiêu"
    assert rows[4][2:] == ("Bỏ mục 12", "Không tiếp thu", "Đã thống nhất từ trước")
    assert paper.document.sections[0].landscape


def test_sum_adds_up_to_the_units_that_answered(read, asked):
    line = read("consultation-table", asked).line("Số đơn vị được lấy ý kiến")
    assert "06; đã trả lời: 03; nhất trí: 01; có góp ý: 02 đơn vị, 03 góp ý" in line
    assert "chưa xử lý 01; tiếp thu 01; không tiếp thu 01" in line


def test_letter_goes_to_all_or_to_one_with_the_name_of_its_day(read, asked):
    day = asked.date
    names = [unit.name_on(day) for unit in {c.unit.id: c.unit for c in asked.comments}.values()]
    assert all(name in repr(read("consultation-letter", asked).blocks) for name in names)
    one = repr(read("consultation-letter", asked, asked.comments[0].unit.id).blocks)
    assert names[0] in one
    assert names[1] not in one
    assert "20 tháng 02 năm 2018" in read("consultation-letter", asked).text
