"""The same figures on the screen, on paper and in the workbook, and words that stay words."""

from __future__ import annotations

import dataclasses
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from desktop_app.domain.statistics.answers import answer
from desktop_app.domain.statistics.award_table import award_table
from desktop_app.domain.statistics.figures import Drawing, Line, shown
from desktop_app.domain.statistics.question import Axis, Question, Subject
from desktop_app.exchange.figures_book import HEAD_ROW, write_figures
from desktop_app.papers import blocks, paper_with_key
from desktop_app.papers.block_words import words
from desktop_app.papers.statistics.figures_chart import figures_chart
from desktop_app.ui.statistics.figures_table import FiguresModel
from tests.domain.statistics.conftest import NOW, PAST, A, counts, year  # noqa: F401

ASKED = Question(Subject.AWARDS, NOW, (PAST, NOW))


@pytest.fixture
def tables(counts):  # noqa: F811
    """Years across, awards across, a share among whole figures, and nothing known."""
    plain = award_table(ASKED, counts)
    shares = Line("A", "Cục A", (Decimal("91.67"), None, 1234))
    return (
        plain,
        award_table(dataclasses.replace(ASKED, columns=Axis.AWARD), counts),
        plain.replace(lines=(shares,)),
        answer(dataclasses.replace(ASKED, subject=Subject.ATTENDANCE), ()),
    )


def on_screen(figures):
    model = FiguresModel()
    model.show_figures(figures)
    return [
        (line.name, *(model.data(model.index(row, column)) for column in range(len(figures.heads))))
        for row, line in enumerate(figures.lines)
    ]


def on_paper(figures):
    (section,) = paper_with_key("statistics").compose(figures).sections
    parts = [block for block in section.blocks if isinstance(block, blocks.Table)]
    rows = [[tuple(map(words, row.cells)) for row in part.rows] for part in parts]
    return [
        (first[1], *(cell for row in (first, *others) for cell in row[2:]))
        for first, *others in zip(*rows, strict=True)
    ]


def in_book(figures):
    sheet = load_workbook(io.BytesIO(write_figures(figures))).active
    width = len(figures.heads) + 1
    rows = sheet.iter_rows(min_row=HEAD_ROW + 1, max_row=HEAD_ROW + len(figures.lines))
    return [
        tuple(
            shown(Decimal(str(cell.value)) if isinstance(cell.value, float) else cell.value)
            for cell in row[:width]
        )
        for row in rows
    ]


def test_screen_paper_and_workbook_show_the_same(qapp, tables):
    for figures in tables:
        assert on_screen(figures) == list(figures.in_words)
        assert on_paper(figures) == list(figures.in_words)
        assert in_book(figures) == list(figures.in_words)


def test_thirty_years_are_parted_on_paper_and_lose_nothing(counts):  # noqa: F811
    years = tuple(year(number, A) for number in range(1989, 2019))
    many = [dataclasses.replace(counts[0], period=each, times=n) for n, each in enumerate(years)]
    figures = award_table(Question(Subject.AWARDS, years[-1], years), many)
    assert on_paper(figures) == list(figures.in_words)
    (section,) = paper_with_key("statistics").compose(figures).sections
    parts = [block for block in section.blocks if isinstance(block, blocks.Table)]
    assert max(len(part.columns) for part in parts) <= 13
    assert words(parts[-1].columns[-1].head) == "Tổng"


def test_head_and_notes_are_in_the_workbook_and_numbers_are_numbers(tables):
    figures = tables[0]
    sheet = load_workbook(io.BytesIO(write_figures(figures))).active
    heads = [cell.value for cell in sheet[HEAD_ROW]]
    assert heads == ["Đơn vị", "2017", "2018 (tạm tính)", "Tổng"]
    cells = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert set(figures.notes) <= set(cells)
    assert isinstance(sheet.cell(HEAD_ROW + 1, 2).value, int)
    assert len(sheet._charts) == 1


def test_a_name_that_looks_like_a_formula_stays_a_name(tables):
    figures = tables[0].replace(lines=(Line("x", "=1+1", (1, 2, 3)),))
    cell = load_workbook(io.BytesIO(write_figures(figures))).active.cell(HEAD_ROW + 1, 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_bars_are_those_of_a_column_or_of_a_line_with_another(tables):
    figures = tables[0]
    down = figures_chart(figures)
    assert [(bar.label, bar.words) for bar in down.bars][:2] == [
        ("1. B", "0 lượt"),
        ("2. A", "5 lượt"),
    ]
    assert all(bar.label != "Cộng" for bar in down.bars)
    across = figures_chart(figures.replace(drawing=Drawing(line="A", against="C")))
    assert [(bar.label, bar.words, bar.is_pale) for bar in across.bars] == [
        ("2017", "2 lượt", False),
        ("", "C: 1 lượt", True),
        ("2018 (tạm tính)", "3 lượt", False),
        ("", "C: 0 lượt", True),
    ]
    assert figures_chart(tables[3]) is None
