"""A list of the window on paper: turned when it is wide, its rows numbered once."""

from __future__ import annotations

from desktop_app.domain.shown_list import ShownColumn, ShownList
from desktop_app.papers.blocks import Letterhead, Paragraph, Table, Title
from desktop_app.papers.shown_list_paper import ShownListPaper


def composed(columns, rows=(), **more):
    shown = ShownList(name="Cán bộ", columns=tuple(columns), rows=tuple(rows), **more)
    (section,) = ShownListPaper().compose(shown).sections
    return section


def table_of(section):
    return next(block for block in section.blocks if isinstance(block, Table))


def test_few_columns_stand_upright_and_many_lie():
    few, many = ([ShownColumn(f"Cột {n}") for n in range(count)] for count in (3, 7))
    assert [composed(columns).landscape for columns in (few, many)] == [False, True]
    assert composed(few, [("x" * 60,) * 3]).landscape


def test_long_texts_get_the_room_that_short_ones_leave():
    columns = [ShownColumn("Ngày"), ShownColumn("Hội nghị"), ShownColumn("Trạng thái")]
    table = table_of(composed(columns, [("13/03/2018", "Hội nghị ký kết giao ước " * 3, "Xong")]))
    _, day, name, state = (column.share for column in table.columns)
    assert name > 3 * day
    assert name > 3 * state


def test_rows_are_numbered_where_the_list_has_no_numbers():
    section = composed([ShownColumn("Họ và tên")], [("An",), ("Bình",)])
    assert [row.cells for row in table_of(section).rows] == [("1", "An"), ("2", "Bình")]
    numbered = composed([ShownColumn("TT"), ShownColumn("Tên")], [("1", "An")])
    assert [row.cells for row in table_of(numbered).rows] == [("1", "An")]


def test_an_empty_list_says_so():
    section = composed([ShownColumn("Họ và tên")])
    assert Paragraph("Danh sách chưa có dòng nào.") in section.blocks


def test_without_a_period_there_is_a_title_alone():
    section = composed([ShownColumn("Tên")], [("An",)])
    assert isinstance(section.blocks[0], Title)
    assert not any(isinstance(block, Letterhead) for block in section.blocks)


def test_what_was_filtered_is_told():
    section = composed([ShownColumn("Tên")], [("An",)], remark="Lọc theo «an»: 1 trong 9 dòng.")
    assert section.blocks[-1].text == "Lọc theo «an»: 1 trong 9 dòng."
