"""Lists of every sort as plain cells, and the hostile ones refused in time."""

from __future__ import annotations

import codecs
import datetime as dt
import time
import unicodedata
from decimal import Decimal

import pytest

from desktop_app.domain.errors import ImportRefused
from desktop_app.domain.vietnamese import clean_text
from desktop_app.exchange import csv_reader
from desktop_app.exchange.book import Area, Source
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.list_reading import read_list
from desktop_app.exchange.package_check import CELL_TEXT
from desktop_app.exchange.reading import book_of
from tests.exchange.raw_lists import docx_bytes, docx_table, ods, ods_cell, ods_row, xls
from tests.exchange.raw_workbook import raw_workbook, row, sheet_xml, text_cell

NAMES = ("Nguyễn Thị Hường", "Trần Đức Quý", "Lê Văn Ánh")
LINES = [["Họ và tên", "Cấp bậc", "Số hiệu"], *([name, "Đại tá", "012-345"] for name in NAMES)]


@pytest.fixture
def read(tmp_path):
    def read(data, name, **limits):
        path = tmp_path / name
        path.write_bytes(data)
        return read_list(path, Limits(**limits))

    return read


@pytest.fixture
def refusal(read):
    def refusal(data, name, **limits):
        begun = time.monotonic()
        with pytest.raises(ImportRefused) as refused:
            read(data, name, **limits)
        assert time.monotonic() - begun < Limits(**limits).seconds + 5
        assert refused.value.kept == "Chưa có gì trong tệp dữ liệu thay đổi."
        return refused.value.what

    return refusal


def values(sheet):
    """The rows of a sheet as plain values."""
    return [[cell.value for cell in cells] for _, cells in sheet.rows()]


# --- text of cells ------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
def test_text_of_cells_in_any_encoding(tmp_path, separator, encoding):
    lines = [*LINES, ["Phạm, Văn; B", 'nói "thế"', ""]]
    text = "\r\n".join(separator.join(_quoted(cell) for cell in line) for line in lines)
    if encoding == "cp1258":
        text = _for_1258(text)
    path = tmp_path / "danh sách.csv"
    path.write_bytes(text.encode(encoding))
    # without the process, which the other tests have
    sheet = book_of({"sheets": csv_reader.sheets(path, Limits())}, CELL_TEXT).sheets[0]
    assert values(sheet)[:4] == LINES
    assert values(sheet)[4] == ["Phạm, Văn; B", 'nói "thế"']


def _quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',;\t"') else cell


def _for_1258(text):
    """Windows-1258 has a sign for a tone, not for each letter with one."""
    table = {}
    for letter in sorted(set(text)):
        for base in (letter, *_apart(letter)):
            try:
                codecs.encode(base, "cp1258")
            except UnicodeEncodeError:
                continue
            table[ord(letter)] = base
            break
    made = text.translate(table)
    assert clean_text(made) == clean_text(text)
    return made


def _apart(letter):
    whole = unicodedata.normalize("NFD", letter)
    for end in range(len(whole), 0, -1):
        yield unicodedata.normalize("NFC", whole[:end]) + whole[end:]
    # the dot below stands before the roof when taken apart
    if len(whole) == 3:
        yield unicodedata.normalize("NFC", whole[0] + whole[2]) + whole[1]


def test_bytes_of_an_old_font_stay_as_its_letters(read):
    text = "Hä vµ tªn;CÊp bËc\nNguyÔn V¨n H¶i;§¹i t¸\nTrÇn ThÞ Ph­¬ng;Trung t¸\n"
    sheet = read(text.encode("cp1252"), "cũ.csv").sheets[0]
    assert sheet.name == "CSV, Mã TCVN3 (.VnTime)"
    # «ư» of that font is a sign that cleaning takes away: it is kept beside the value
    assert sheet.cell(3, 1).raw == "TrÇn ThÞ Ph­¬ng"
    assert sheet.cell(2, 2).value == "§¹i t¸"


def test_first_line_may_name_the_separator(read):
    sheet = read(b"sep=|\na,b|c;d\n1,2|3;4\n", "x.txt").sheets[0]
    assert values(sheet) == [["a,b", "c;d"], ["1,2", "3;4"]]


def test_text_keeps_zeros_and_lines_of_a_cell(read):
    sheet = read(b'ten;ma\n"a\nb";00123\n\nc;7\n', "x.csv").sheets[0]
    assert [at for at, _ in sheet.rows()] == [1, 2, 4]
    assert sheet.cell(2, 1).value == "a\nb"
    assert sheet.cell(2, 2).value == "00123"


# --- workbooks ----------------------------------------------------------------------------


def test_old_workbook(read):
    rows = [["Họ và tên", "Ngày sinh", "Số"], [NAMES[0], dt.date(1975, 3, 5), 7], ["", "", 1.5]]
    book = read(xls({"Cán bộ": rows, "Khác": [["x"]]}, merged=[(1, 1, 2, 1)]), "cũ.xls")
    assert [sheet.name for sheet in book.sheets] == ["Cán bộ", "Khác"]
    sheet = book.sheets[0]
    assert sheet.cell(2, 2).value == dt.datetime(1975, 3, 5)
    assert sheet.cell(2, 3).value == Decimal(7)
    assert sheet.cell(3, 3).value == Decimal("1.5")
    assert sheet.cell(2, 1).value == NAMES[0]
    assert sheet.merged == (Area(1, 1, 2, 1),)


def test_new_workbook_named_as_an_old_one(read):
    data = raw_workbook(sheet_xml(row(1, text_cell("A1", NAMES[0]))))
    assert read(data, "đổi tên.xls").sheets[0].cell(1, 1).value == NAMES[0]


def test_open_workbook(read):
    note = "<office:annotation><text:p>lời bình</text:p></office:annotation>"
    rows = (
        ods_row(ods_cell("Họ tên", 'table:number-rows-spanned="2"'), "Ngày", "Số")
        + ods_row("<table:covered-table-cell/>", dt.date(1975, 3, 5), 7)
        + ods_row(more='table:number-rows-repeated="3"')
        + ods_row(
            f"<table:table-cell>{note}<text:p>a<text:s text:c='2'/>b</text:p></table:table-cell>",
            "012",
            ods_cell(3, 'table:formula="of:=1+2"'),
        )
        + ods_row("lặp", more='table:number-rows-repeated="2"')
        + ods_row(more='table:number-rows-repeated="1048000"')
    )
    sheet = read(ods({"Danh sách": rows}), "x.ods").sheets[0]
    assert sheet.name == "Danh sách"
    assert sheet.merged == (Area(1, 1, 2, 1),)
    assert sheet.cell(2, 2).value == dt.datetime(1975, 3, 5)
    assert (sheet.cell(6, 1).value, sheet.cell(6, 2).value) == ("a  b", "012")
    assert sheet.cell(6, 3).source is Source.COUNTED
    assert [at for at, _ in sheet.rows()] == [1, 2, 6, 7, 8]


# --- Word ---------------------------------------------------------------------------------


def test_tables_of_a_word_text(read):
    def fill(document):
        document.add_paragraph("DANH SÁCH ĐỀ NGHỊ")
        table = docx_table(document, [*LINES, ["", "Trung tá", "1"], ["", "", ""]])
        table.cell(3, 0).merge(table.cell(4, 0))
        table.cell(0, 1).merge(table.cell(0, 2))
        document.add_paragraph("Bảng sau không có gì")
        docx_table(document, [["", ""]])
        docx_table(document, [["một", "hai"]])

    book = read(docx_bytes(fill), "danh sách.docx")
    first, second = book.sheets
    assert first.name == "Bảng 1: DANH SÁCH ĐỀ NGHỊ"
    assert second.name.startswith("Bảng 3")
    assert first.cell(2, 1).value == NAMES[0]
    assert first.cell(1, 2).value == "Cấp bậc\nSố hiệu"
    assert set(first.merged) == {Area(4, 1, 5, 1), Area(1, 2, 1, 3)}


def test_word_text_without_tables_is_refused(refusal):
    assert "bảng nào" in refusal(docx_bytes(lambda d: d.add_paragraph("chữ")), "x.docx")


# --- what is refused ----------------------------------------------------------------------

WIDE = 'table:number-columns-repeated="9999"'
TALL = 'table:number-rows-repeated="900000"'
BOMB = '<!DOCTYPE a [<!ENTITY b "x">]>'


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\x00" * 64, "x.csv", "không phải là văn bản"),
        (b"PK\x03\x04", "x.csv", "không phải là văn bản"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.csv", "đổi tên"),
        (b"a;" * 300, "x.csv", "cột"),
        (b"a;b\n" * 20_001, "x.csv", "dòng 20.001"),
        (b"x" * 70_000 + b";y", "x.csv", "quá mức"),
        (b"<html><table><tr><td>a</td></tr></table></html>", "x.xls", "trang web"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000, "x.xls", "hỏng"),
        (xls({"a": [["b"]]}, extra="_VBA_PROJECT".encode("utf-16-le")), "x.xls", "macro"),
        (ods({"a": ods_row("b")}, head=BOMB), "x.ods", "DTD"),
        (ods({"a": ods_row("b", more=TALL)}), "x.ods", "lặp lại"),
        (ods({"a": ods_row(ods_cell("b", WIDE))}), "x.ods", "lặp"),
        (ods({"a": ods_row("x" * 40_000)}), "x.ods", "chữ"),
        (raw_workbook("x"), "x.docx", "hỏng"),
        (raw_workbook("x"), "x.ods", "LibreOffice"),
        (b"chu", "x.doc", "Word kiểu cũ"),
        (b"chu", "x.pdf", "Không đọc được"),
        (b"", "x.csv", "không có ô nào"),
        (b"chu", "x.xlsm", "macro"),
    ],
)
def test_what_cannot_be_a_list_is_refused(refusal, data, name, words):
    assert words in refusal(data, name)


def test_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ImportRefused) as refused:
        read_list(tmp_path / "không có.xls")
    assert "Không mở được" in refused.value.what
