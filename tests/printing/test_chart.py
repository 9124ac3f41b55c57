"""Bars on paper: whole on a page, under their caption, with the same words in PDF and Word."""

import io

import docx
import pytest

from desktop_app.papers.blocks import (
    Bar,
    BarChart,
    Closing,
    Document,
    Paragraph,
    Section,
    Signature,
)
from desktop_app.printing.word import to_word
from tests.printing.conftest import printed

UNITS = [f"{place}. Đơn vị {place}" for place in range(1, 14)]


def chart(names=UNITS):
    bars = []
    for place, name in enumerate(names):
        bars.append(Bar(name, 90.0 - place, f"{90 - place},5"))
        bars.append(Bar("", 80.0, f"năm trước {80 - place}/100", is_pale=True))
    return BarChart("Biểu đồ xếp hạng (tối đa 100 điểm)", tuple(bars), 100.0)


@pytest.mark.parametrize("lines", range(0, 40, 4))
def test_bars_stay_with_their_caption_on_one_page(lines):
    body = [Paragraph(f"Dòng số {number}.") for number in range(lines)]
    found = printed(*body, chart(), Paragraph("Câu sau biểu đồ."))
    pages = {found.find(name).page for name in UNITS}
    assert pages == {found.find("Biểu đồ").page}
    ends = [line for line in found.lines if "năm trước 68/100" in line.text]
    assert {line.page for line in ends} == pages


def test_a_chart_before_the_signature_goes_over_whole():
    body = [Paragraph(f"Dòng số {number}.") for number in range(14)]
    foot = Closing(None, Signature(("CỤM TRƯỞNG",), "Thiếu tướng Lê A"), ())
    found = printed(*body, chart(), foot)
    assert {found.find(name).page for name in UNITS} == {found.find("CỤM TRƯỞNG").page}


def test_more_bars_than_a_page_holds_go_on_on_the_next():
    names = [f"{place}. Đơn vị {place}" for place in range(1, 61)]
    found = printed(chart(names))
    assert [line.text.split(" ", 1)[0] for line in found.lines if "Đơn vị" in line.text] == [
        f"{place}." for place in range(1, 61)
    ]
    assert found.find("60. Đơn vị").page > found.find("1. Đơn vị").page


def test_the_same_words_stand_in_word():
    made = docx.Document(io.BytesIO(to_word(Document("Biểu đồ", (Section((chart(),)),)))))
    (table,) = made.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows][1:]
    assert [(row[0], row[2]) for row in rows] == [(bar.label, bar.words) for bar in chart().bars]
    lengths = [len(row[1]) for row in rows if row[0]]
    assert lengths == sorted(lengths, reverse=True)
    assert {row[1][:1] for row in rows if row[0]} != {row[1][:1] for row in rows if not row[0]}
