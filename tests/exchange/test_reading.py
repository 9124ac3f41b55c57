"""Workbooks from outside: plain cells of good ones, and a reason for each that is refused."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import openpyxl
import pytest

from desktop_app.domain.errors import ImportRefused
from desktop_app.exchange.book import Area, Source
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.reading import read_book
from tests.exchange.raw_workbook import raw_workbook, row, sheet_xml, text_cell


@pytest.fixture
def read(tmp_path):
    def read(data, name="tệp của đơn vị.xlsx", **limits):
        path = tmp_path / name
        path.write_bytes(data)
        return read_book(path, Limits(**limits))

    return read


@pytest.fixture
def refusal(read):
    """The words with which a workbook is refused."""

    def refusal(data, *args, **limits):
        with pytest.raises(ImportRefused) as refused:
            read(data, *args, **limits)
        assert refused.value.kept == "Chưa có gì trong tệp dữ liệu thay đổi."
        return refused.value.what

    return refusal


def saved(tmp_path, fill):
    book = openpyxl.Workbook()
    fill(book)
    path = tmp_path / "đúng.xlsx"
    book.save(path)
    return path.read_bytes()


def test_values_keep_their_sort(tmp_path, read):
    def fill(book):
        book.active.title = "Số liệu"
        book.active.append(["Đội Cảnh sát", 0.1 + 0.2, 1980, True, dt.date(2026, 3, 5), None])
        book.active["B3"] = "  =không phải công thức "
        book.active["B3"].data_type = "s"
        hidden = book.create_sheet("Mã")
        hidden.sheet_state = "hidden"
        hidden["A1"] = "1,5"

    book = read(saved(tmp_path, fill))
    sheet = book.sheets[0]
    assert [cell.value for cell in sheet.cells[:5]] == [
        "Đội Cảnh sát",
        Decimal("0.3"),
        Decimal(1980),
        True,
        dt.datetime(2026, 3, 5),
    ]
    assert sheet.cell(3, 2).value == "=không phải công thức"
    assert sheet.cell(3, 2).source is Source.TYPED
    assert sheet.cell(9, 9).value is None
    assert [row for row, _ in sheet.rows()] == [1, 3]
    assert (book.sheets[1].name, book.sheets[1].is_hidden) == ("Mã", True)


def test_formulas_are_told_from_typed_values(read):
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c>',
        '<c r="B1"><f>1+1</f></c>',
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="D1"><v>7.5</v></c>',
    )
    sheet = read(raw_workbook(sheet_xml(row(1, *cells)))).sheets[0]
    found = [
        (cell.value, cell.source) for cell in (sheet.cell(1, column) for column in range(1, 5))
    ]
    assert found == [
        (Decimal(2), Source.COUNTED),
        (None, Source.UNCOUNTED),
        ("#DIV/0!", Source.ERROR),
        (Decimal("7.5"), Source.TYPED),
    ]


@pytest.mark.parametrize("dimension", ["A1:A2", "A1:XFD1048576"])
def test_stated_size_is_not_trusted(read, dimension):
    rows = "".join(row(at, text_cell(f"A{at}", f"dòng {at}")) for at in range(1, 53))
    sheet = read(raw_workbook(sheet_xml(rows, dimension))).sheets[0]
    assert [cell.value for cell in sheet.cells] == [f"dòng {at}" for at in range(1, 53)]


def test_merged_cells_are_known(read):
    merged = '<mergeCells><mergeCell ref="B1:C2"/><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    sheet = read(raw_workbook(sheet_xml(row(1, text_cell("B1", "x")), after=merged))).sheets[0]
    assert sheet.merged == (Area(1, 2, 2, 3), Area(3, 1, 1048576, 16384))
    assert sheet.area_at(2, 3).place == "B1:C2"
    assert sheet.area_at(1, 1) is None


def test_empty_rows_far_below_are_no_data(read):
    rows = row(1, text_cell("A1", "x")) + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert len(read(raw_workbook(sheet_xml(rows))).sheets[0].cells) == 1


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (row(1048576, text_cell("A1048576", "x")), "dòng 1.048.576"),
        (row(1, text_cell("XFD1", "x")), "cột thứ 16.384"),
    ],
)
def test_a_cell_far_out_is_refused(refusal, rows, words):
    assert words in refusal(raw_workbook(sheet_xml(rows)))


def test_a_million_rows_are_refused_quickly(refusal):
    rows = "".join(f"<row><c><v>{at}</v></c></row>" for at in range(21_000))
    words = refusal(raw_workbook(sheet_xml(rows)), ratio=10**6)
    assert "nhiều nhất đọc 20.000 dòng" in words


def test_a_workbook_of_a_million_rows_is_refused(refusal):
    rows = "".join(f"<row><c><v>{at * 7919 % 999_983}</v></c></row>" for at in range(1_000_000))
    assert "nhiều nhất đọc 20.000 dòng" in refusal(raw_workbook(sheet_xml(rows)))


def test_a_workbook_of_a_gigabyte_is_refused_unread(tmp_path):
    path = tmp_path / "một GB.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(1024**3)  # empty room that no disk has to hold
    with pytest.raises(ImportRefused, match="lớn quá 20 MB nên không được đọc") as refused:
        read_book(path)
    assert refused.value.kept == "Chưa có gì trong tệp dữ liệu thay đổi."


def test_too_many_cells_are_refused(refusal):
    rows = "".join(row(at, '<c s="0"/>' * 50) for at in range(1, 101))
    assert "ô nên không được đọc" in refusal(raw_workbook(sheet_xml(rows)), cells=4_000)


def test_bombs_are_refused_before_they_are_opened(refusal):
    huge = sheet_xml(" " * 60_000_000)
    assert "nén quá chặt" in refusal(raw_workbook(huge))
    assert "khi mở ra lớn quá" in refusal(raw_workbook(huge), unpacked_bytes=1_000_000)


def test_large_files_are_refused_unread(refusal):
    assert "lớn quá 1 MB" in refusal(b"PK" + b"0" * 2_000_000, file_bytes=1_048_576)


def test_entities_are_refused(refusal):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet_xml(row(1, text_cell("A1", "&a;")))
    assert "DTD" in refusal(raw_workbook(bomb))


def test_macros_are_refused_by_name_and_by_content(refusal):
    plain = raw_workbook(sheet_xml(""))
    assert "macro" in refusal(plain, "phiếu.xlsm")
    assert "macro" in refusal(raw_workbook(sheet_xml(""), **{"xl/vbaProject.bin": b"x"}))


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "cũ.xlsx", "kiểu cũ (.xls)"),
        (b"x" * 100, "cũ.xls", "Chỉ đọc tệp Excel .xlsx"),
        (b"x" * 100, "không.xlsx", "không phải là sổ Excel"),
        (b"", "rỗng.xlsx", "không phải là sổ Excel"),
        (raw_workbook(sheet_xml(""))[:400], "cụt.xlsx", "không phải là sổ Excel"),
        (raw_workbook("<worksheet"), "hỏng.xlsx", "hỏng"),
        (
            raw_workbook(sheet_xml("", after="")).replace(b"sheet1", b"sheet9"),
            "thiếu.xlsx",
            "không có trang",
        ),
    ],
)
def test_what_is_no_workbook_is_refused(refusal, data, name, words):
    assert words in refusal(data, name)


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="Không mở được"):
        read_book(tmp_path / "không có.xlsx")


def test_reader_that_takes_too_long_is_ended(refusal):
    assert "quá 0 giây" in refusal(raw_workbook(sheet_xml("")), seconds=0)


def test_reader_without_memory_ends_alone(refusal):
    rows = "".join(row(at, text_cell(f"A{at}", f"chữ {at}" * 40)) for at in range(1, 15_000))
    words = refusal(raw_workbook(sheet_xml(rows)), memory_bytes=40_000_000, ratio=10**6)
    assert "bộ nhớ" in words


def test_reading_can_be_stopped(tmp_path):
    class Stopped(Exception):
        pass

    def stop():
        raise Stopped

    path = tmp_path / "a.xlsx"
    path.write_bytes(raw_workbook(sheet_xml("")))
    with pytest.raises(Stopped):
        read_book(path, check=stop)


def test_a_formula_with_an_empty_value_is_uncounted(read):
    """openpyxl and others write «<v></v>» beside a formula that they cannot count."""
    cells = (
        '<c r="A1"><f>1+1</f><v></v></c>',
        '<c r="B1"><f>1+1</f><v/></c>',
        '<c r="C1" t="str"><f>""</f><v></v></c>',
    )
    sheet = read(raw_workbook(sheet_xml(row(1, *cells)))).sheets[0]
    assert [sheet.cell(1, column).source for column in (1, 2)] == [Source.UNCOUNTED] * 2
    assert sheet.cell(1, 3).source is not Source.UNCOUNTED
