"""Tables typed in minutes, in PDF and in Word."""

import io

import docx
from docx.oxml.ns import qn

from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run, TableBlock
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import Column, Row, Table
from desktop_app.printing import page, preflight
from desktop_app.printing.word import to_word
from tests.printing.conftest import SENTENCE, document, printed
from tests.printing.printed import MM

LEFT, RIGHT = 30 * MM, 195 * MM


def cell(words="", **dress):
    return (Run(words, **dress),) if words else ()


def typed(*rows, has_header=True, shares=()):
    made = TableBlock(tuple(tuple(map(cell, row)) for row in rows), has_header, shares)
    return typed_text.blocks(RichText.of((made,)))


def scores(count, words=SENTENCE):
    rows = [(str(n), f"Đơn vị {n}", words, "95,5") for n in range(1, count + 1)]
    return typed(("STT", "Đơn vị", "Thành tích", "Điểm"), *rows)


def test_typed_head_is_repeated_on_every_page():
    found = printed(*scores(25))
    assert len(found.sizes) > 2
    for number in range(1, len(found.sizes) + 1):
        assert found.find("Thành tích", page=number).is_dressed(page.TABLE_HEAD)


def test_table_without_a_head_has_none():
    found = printed(*typed(("một", "hai"), ("ba", "bốn"), has_header=False))
    assert [line.text for line in found.lines] == ["một", "hai", "ba", "bốn"]
    assert not found.find("một").is_dressed(page.TABLE_HEAD)
    assert not printed(Table((Column("", 1),), ())).lines
    words = docx.Document(io.BytesIO(to_word(document(Table((Column("", 1),), ())))))
    assert words.tables == []


def test_long_cells_wrap_inside_the_page():
    long = "Trung tâm Nghiên cứu, ứng dụng khoa học, công nghệ và bảo đảm kỹ thuật nghiệp vụ " * 3
    found = printed(*typed(("Tên", "Việc", "Số"), (long, SENTENCE * 3, "1")))
    assert min(line.x0 for line in found.lines) >= LEFT
    assert max(line.x1 for line in found.lines) <= RIGHT
    assert " ".join(line.text for line in found.lines).count("Nghiên") == 3


def test_given_widths_are_kept_on_paper():
    even, uneven = (
        printed(*typed(("Một", "Hai"), ("x", "y"), shares=shares)).find("y").x0
        for shares in ((50, 50), (20, 80))
    )
    assert even - uneven > 100


def test_numbers_go_on_after_a_table():
    items = [Block(cell(words), BlockKind.NUMBERED) for words in ("đầu", "cuối")]
    table = TableBlock(((cell("a"), cell("b")),))
    found = printed(*typed_text.blocks(RichText.of((items[0], table, items[1]))))
    assert [line.text for line in found.lines] == ["1. đầu", "a", "b", "2. cuối"]


def test_dress_within_a_cell():
    runs = (Run("đậm ", bold=True), Run("nghiêng\n", italic=True), Run("gạch", underline=True))
    found = printed(*typed_text.blocks(RichText.of((TableBlock(((runs, cell("x")),)),))))
    first = found.find("đậm")
    assert first.fonts == {"LiberationSerif-Bold", "LiberationSerif-Italic"}
    assert found.has_rule_under(found.find("gạch"))


def test_word_repeats_the_head_and_keeps_cells_and_dress():
    rows = (
        (cell("Tên"), cell("Điểm")),
        ((Run("Cơ ", bold=True), Run("yếu", italic=True, underline=True)), cell("9\n8")),
    )
    blocks = typed_text.blocks(RichText.of((TableBlock(rows, has_header=True),)))
    (table,) = docx.Document(io.BytesIO(to_word(document(*blocks)))).tables
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["Tên", "Điểm"],
        ["Cơ yếu", "9\n8"],
    ]
    heads = [row._tr.find(".//" + qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, False]
    assert all(run.bold for run in table.rows[0].cells[0].paragraphs[0].runs)
    first, second = table.rows[1].cells[0].paragraphs[0].runs
    assert (first.bold, second.bold, second.italic, second.underline) == (True, False, True, True)


def test_word_without_a_head_repeats_nothing():
    blocks = typed(("một", "hai"), ("ba", "bốn"), has_header=False)
    (table,) = docx.Document(io.BytesIO(to_word(document(*blocks)))).tables
    assert [row.cells[0].text for row in table.rows] == ["một", "ba"]
    assert table._tbl.find(".//" + qn("w:tblHeader")) is None


def test_letters_that_cannot_be_printed_are_named_in_heads_too():
    made = Table((Column((Run("漢"),), 1),), (Row(((Run("x"),),)),))
    assert "đầu bảng" in preflight.check(document(made))[0]
