"""What people typed becomes blocks: headings, lists and tables among them."""

import pytest

from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run, TableBlock
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import ListItem, Paragraph, Table


def cell(words="", **dress):
    return (Run(words, **dress),) if words else ()


def table(*rows, **dress):
    return TableBlock(tuple(tuple(map(cell, row)) for row in rows), **dress)


def item(words):
    return Block(cell(words), BlockKind.NUMBERED)


SCORES = table(("STT", "Đơn vị", "Điểm"), ("1", "Cục Cơ yếu", "95,5"), ("2", "Văn phòng", ""))


def one_table(given):
    (made,) = typed_text.blocks(RichText.of((given,)))
    assert isinstance(made, Table)
    return made


def test_first_row_is_the_head_where_it_is_marked():
    headed = one_table(TableBlock(SCORES.rows, has_header=True))
    assert [column.head for column in headed.columns] == list(SCORES.rows[0])
    assert [row.cells for row in headed.rows] == list(SCORES.rows[1:])
    assert headed.has_head
    bare = one_table(SCORES)
    assert not bare.has_head
    assert [row.cells for row in bare.rows] == list(SCORES.rows)


def test_dress_of_cells_is_kept():
    dressed = (Run("đậm ", bold=True), Run("nghiêng\ndòng hai", italic=True, underline=True))
    made = one_table(TableBlock(((dressed, cell("x")),)))
    assert made.rows[0].cells == (dressed, cell("x"))


def test_widths_are_given_or_come_from_the_words():
    given = one_table(TableBlock(SCORES.rows, shares=(10, 60, 30)))
    assert [column.share for column in given.columns] == [10, 60, 30]
    narrow, wide, middle = (column.share for column in one_table(SCORES).columns)
    assert narrow == middle < wide
    endless = one_table(table(("a", "b" * 5000)))
    assert endless.columns[1].share < 20 * endless.columns[0].share


def test_columns_of_figures_stand_in_the_middle():
    rows = (("STT", "Ngày", "Tỷ lệ", "Số", "Tên", ""), ("1", "05/03/2026", "85,71%", "-", "A1", ""))
    made = one_table(table(*rows, has_header=True))
    aligned = [column.align for column in made.columns]
    assert aligned == ["center", "center", "center", "left", "left", "left"]


def test_a_table_among_numbered_items_does_not_break_their_numbers():
    text = RichText.of((item("một"), SCORES, item("hai"), Block(cell("đoạn")), SCORES, item("lại")))
    made = typed_text.blocks(text)
    assert [type(block) for block in made] == [
        ListItem, Table, ListItem, Paragraph, Table, ListItem,
    ]  # fmt: skip
    assert [block.mark for block in made if isinstance(block, ListItem)] == ["1.", "2.", "1."]


def test_figures_in_a_table_are_no_typed_numbers_of_headings():
    heading = Block(cell("Thảo luận"), BlockKind.HEADING)
    first, _ = typed_text.blocks(RichText.of((heading, table(("1. a", "b")))))
    assert first.text[0] == Run("1. ", bold=True)


@pytest.mark.parametrize("blank", [TableBlock(), table(("", ""), ("", ""))])
def test_a_table_without_words_is_not_printed(blank):
    assert typed_text.blocks(RichText((blank,))) == ()
