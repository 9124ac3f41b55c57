"""Typed text: plain data, clean runs, even tables."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run, TableBlock

TYPED = RichText.of(
    (
        Block((Run("Thảo luận"),), BlockKind.HEADING),
        Block((Run("nhất trí ", bold=True), Run("cao", italic=True, underline=True))),
        Block((Run("điểm"),), BlockKind.NUMBERED),
    )
)


def test_data_and_back():
    data = json.loads(json.dumps(TYPED.to_data()))
    assert RichText.from_data(data) == TYPED
    assert data[1]["runs"][1] == {"text": "cao", "i": True, "u": True}


def test_neighbours_in_the_same_dress_become_one():
    runs = (Run("a", bold=True), Run(""), Run("b", bold=True), Run("c"))
    assert RichText.of((Block(runs),)).blocks[0].runs == (Run("ab", bold=True), Run("c"))


def test_a_mark_joins_the_letter_of_the_run_before():
    runs = (Run("e"), Run("\u0302"), Run("\u200b"), Run("\u0301", italic=True))
    assert RichText.of((Block(runs),)).blocks[0].runs[0] == Run("ê")


def test_plain_lines():
    text = RichText.plain("một\r\n\n  hai  ")
    assert [block.text for block in text.blocks] == ["một", "hai"]
    assert text.text == "một\nhai"


def test_blank_text_is_false():
    assert not RichText()
    assert not RichText((Block((Run("  "),)),))
    assert TYPED


def test_control_characters_are_dropped():
    assert RichText.of((Block((Run("a\x00\u200bb"),)),)).text == "ab"


# --- tables ---------------------------------------------------------------------------------


def cell(words, **dress):
    return (Run(words, **dress),)


SCORES = TableBlock(
    (
        (cell("Đơn vị"), cell("Điểm")),
        (cell("Cục Cơ yếu", bold=True), (Run("95\n"), Run("tạm tính", italic=True))),
        (cell("Văn phòng"), ()),
    ),
    has_header=True,
    shares=(70, 30),
)


def test_table_as_data_and_back():
    text = RichText.of((*TYPED.blocks, SCORES))
    assert text.blocks[-1] == SCORES
    data = json.loads(json.dumps(text.to_data()))
    assert RichText.from_data(data) == text
    assert data[-1]["header"] is True
    assert data[-1]["shares"] == [70, 30]
    bare = TableBlock(SCORES.rows)
    assert RichText.of((bare,)).to_data()[0].keys() == {"kind", "rows"}


def test_words_of_a_table_stand_a_line_a_row():
    text = RichText.of((SCORES,)).text
    assert text == "Đơn vị | Điểm\nCục Cơ yếu | 95 tạm tính\nVăn phòng | "


def test_rows_become_equally_long_and_cells_clean():
    rows = ((cell("a"),), (cell("b\n\n \nc\n"), cell("e\u0302"), ()), ())
    (table,) = RichText.of((TableBlock(rows, shares=(1, 1)),)).blocks
    assert table.rows == (
        (cell("a"), (), ()),
        (cell("b\nc"), cell("ê"), ()),
        ((), (), ()),
    )
    assert table.shares == ()


def test_head_of_a_table_is_not_bold_twice():
    rows = ((cell("Tên", bold=True),), (cell("An", bold=True),))
    (table,) = RichText.of((TableBlock(rows, has_header=True),)).blocks
    assert table.rows == ((cell("Tên"),), (cell("An", bold=True),))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ((1, 1), (50, 50)),
        ((1, 1, 1), (34, 33, 33)),
        ((20, 80), (20, 80)),
        ((0, 50), (1, 99)),
        ((1, 100_000), (1, 99)),
        ((0, 0), ()),
        ((-5, 105), ()),
        ((1, 2, 3, 4), ()),
    ],
)
def test_shares_are_whole_per_cent(given, kept):
    row = ((),) * (len(given) if len(given) < 4 else 2)
    (table,) = RichText.of((TableBlock((row,), shares=given),)).blocks
    assert table.shares == kept


def test_table_without_words_is_kept_but_is_no_text():
    blank = RichText.of((TableBlock((((), ()),)), TableBlock(), TableBlock(((),))))
    assert len(blank.blocks) == 1
    assert not blank
    assert RichText((SCORES,))


def test_plain_words_of_older_records_become_paragraphs():
    assert RichText.from_data("một\nhai") == RichText.plain("một\nhai")
    assert RichText.from_data("") == RichText()


_WORDS = st.text() | st.text(st.sampled_from("ae \n\u200b\u0301\u0302"))
_RUNS = st.lists(st.builds(Run, _WORDS, st.booleans(), st.booleans(), st.booleans()), max_size=4)
_CELLS = _RUNS.map(tuple)
_BLOCKS = st.builds(Block, _CELLS, st.sampled_from(BlockKind))
_TABLES = st.builds(
    TableBlock,
    st.lists(st.lists(_CELLS, max_size=3).map(tuple), max_size=3).map(tuple),
    st.booleans(),
    st.lists(st.integers(0, 200), max_size=3).map(tuple),
)


@given(st.lists(_BLOCKS | _TABLES, max_size=5))
def test_any_text_survives_its_data(blocks):
    text = RichText.of(blocks)
    assert RichText.of(text.blocks) == text
    assert RichText.from_data(json.loads(json.dumps(text.to_data()))) == text
    for table in text.blocks:
        if isinstance(table, TableBlock):
            assert {len(row) for row in table.rows} == {table.columns}
            assert sum(table.shares) in (0, 100)
