"""Lists in a workbook: words never become formulas, days are days, quantities are numbers."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from desktop_app.domain.errors import PaperNotWritten
from desktop_app.domain.shown_list import ShownColumn, ShownList
from desktop_app.exchange.list_book import list_book, typed_columns

HOSTILE = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    '=HYPERLINK("http://a.b","bấm")',
    '=IMPORTXML(CONCAT("http://a.b"),"//a")',
    "＝1+1",
    "%0A=1+1",
    "'=1+1",
    '";=1+1;"',
)


def shown(*rows, aligns=("left",), name="Cán bộ"):
    columns = tuple(ShownColumn(f"Cột {n}", 120, align) for n, align in enumerate(aligns, 1))
    return ShownList(name=name, columns=columns, rows=tuple(rows))


def typed(made):
    columns = typed_columns(made)
    return [tuple(make(text) for make, text in zip(columns, row, strict=True)) for row in made.rows]


def opened(*lists):
    return openpyxl.load_workbook(io.BytesIO(list_book(lists)))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula(text):
    made = list_book([shown((text,), aligns=("right",))])
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    cell = openpyxl.load_workbook(io.BytesIO(made)).active["A5"]
    assert cell.data_type == "s"
    assert cell.value.strip() == text.strip()


def test_heads_and_titles_are_words_too():
    made = shown(("a",), name="=1+1")
    sheet = opened(made).active
    assert {sheet["A1"].data_type, sheet["A4"].data_type} == {"s"}


@pytest.mark.parametrize(
    ("text", "align", "value"),
    [
        ("05/03/2026", "left", dt.date(2026, 3, 5)),
        ("31/02/2026", "left", "31/02/2026"),
        ("1.234,5", "right", Decimal("1234.5")),
        ("2026", "center", Decimal(2026)),
        ("0912345678", "right", "0912345678"),
        ("2026", "left", "2026"),
        ("1234567890123456", "right", "1234567890123456"),
        ("-12", "right", Decimal(-12)),
        ("05", "right", "05"),
        ("1.23", "right", "1.23"),
    ],
)
def test_days_and_numbers_are_what_they_are(text, align, value):
    assert typed(shown((text,), aligns=(align,))) == [(value,)]


def test_a_column_with_one_word_is_a_column_of_words():
    made = shown(("12",), ("chưa chấm",), aligns=("right",))
    assert typed(made) == [("12",), ("chưa chấm",)]


def test_years_are_not_set_apart_and_thousands_are():
    sheet = opened(shown(("2026", "1.500.000"), aligns=("center", "right"))).active
    assert [cell.number_format for cell in sheet[5]] == ["0", "#,##0"]


def test_the_sheet_is_dressed_and_prints_on_a4():
    sheet = opened(shown(("a", "b"), aligns=("left", "left"))).active
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:B5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet["A4"].font.bold
    assert sheet.page_setup.paperSize == 9
    assert sheet.column_dimensions["A"].width > 10


def test_names_of_sheets_are_taken_by_excel():
    long = "Kỳ thi đua & thành viên: [2026]/một tên rất dài của một bảng"
    names = opened(shown(name=long), shown(name=long), shown(name="???")).sheetnames
    assert len(set(names)) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_an_empty_list_is_a_head_alone():
    sheet = opened(shown()).active
    assert [cell.value for cell in sheet[4]] == ["Cột 1"]


def test_rows_are_read_back_as_they_were():
    rows = [
        ("A & B <c>", "05/03/2026", "1.234,5"),
        ("", "", "2"),
        ("  hai dòng\nvà dấu cách ", "31/02/2026", "-12"),
        ("chữ\x00\x0bẩn", "", ""),
    ]
    made = list_book([shown(*rows, aligns=("left", "left", "right")), shown(("b",), name="Hai")])
    book = openpyxl.load_workbook(io.BytesIO(made), read_only=True)
    found = [list(row) for row in book.worksheets[0].iter_rows(min_row=5, values_only=True)]
    assert found == [
        ["A & B <c>", dt.datetime(2026, 3, 5), 1234.5],
        [None, None, 2],
        ["  hai dòng\nvà dấu cách ", "31/02/2026", -12],
        ["chữẩn", None, None],
    ]
    assert book.worksheets[0].calculate_dimension() == "A1:C8"
    assert book.worksheets[1]["A5"].value == "b"


def test_a_text_that_no_cell_holds_is_refused():
    with pytest.raises(PaperNotWritten):
        list_book([shown(("x" * 40_000,))])


def test_work_can_be_stopped():
    class Stop(Exception):
        pass

    def tell(done, whole):
        assert whole == 2000
        if done:
            raise Stop

    with pytest.raises(Stop):
        list_book([shown(*[("a",)] * 2000)], tell)
