"""Thirty workbooks that mean harm, or were broken on the way: read right or refused with a reason.

Red on purpose: `test_a_reader_that_trusts_the_file_loses_rows`.
"""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.errors import ImportRefused
from desktop_app.exchange.book import Book
from desktop_app.exchange.limits import LIMITS
from desktop_app.exchange.reading import read_book
from tests.exchange.raw_workbook import PARTS, raw_workbook, row, sheet_xml, text_cell

_DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>'
_NESTED = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(9))
_FEW = "".join(row(at, text_cell(f"A{at}", f"dòng {at}")) for at in range(1, 53))
_MERGED = '<mergeCells><mergeCell ref="%s"/></mergeCells>'


def _cells(*cells: str) -> bytes:
    return raw_workbook(sheet_xml(row(1, *cells)))


def _packed(**more: bytes | str) -> bytes:
    return raw_workbook(sheet_xml(_FEW), **more)


def _with_flag() -> bytes:
    """Marked as encrypted in its directory and its heads."""
    data = bytearray(_packed())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def _doubled() -> bytes:
    made = io.BytesIO(_packed())
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("XL/WORKSHEETS/SHEET1.XML", sheet_xml(""))
    return made.getvalue()


def _lied_size() -> bytes:
    """Says of itself that it is small."""
    data = bytearray(raw_workbook(sheet_xml(" " * 30_000_000)))
    whole = (30_000_000 + len(sheet_xml(""))).to_bytes(4, "little")
    while (at := data.find(whole)) >= 0:
        data[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


HOSTILE: dict[str, bytes] = {
    "một ô ở tận cùng": raw_workbook(
        sheet_xml(row(1048576, text_cell("XFD1048576", "x")), "A1:XFD1048576")
    ),
    "gộp cả trang": raw_workbook(sheet_xml(_FEW, after=_MERGED % "A1:XFD1048576")),
    "gộp sai": raw_workbook(sheet_xml(_FEW, after=_MERGED % "A0:??")),
    "khai nhỏ": raw_workbook(sheet_xml(_FEW, "A1:A2")),
    "khai to": raw_workbook(sheet_xml(_FEW, "A1:XFD1048576")),
    "khai bậy": raw_workbook(sheet_xml(_FEW, "zzz:9")),
    "bom thực thể": raw_workbook(_DTD % _NESTED + sheet_xml(row(1, text_cell("A1", "&e8;")))),
    "thực thể ngoài": raw_workbook(
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        + sheet_xml(row(1, text_cell("A1", "&a;")))
    ),
    "thực thể dài": raw_workbook(_DTD % "" + sheet_xml(row(1, text_cell("A1", "&a;" * 10_000)))),
    "bom nén": raw_workbook(sheet_xml(" " * 60_000_000)),
    "khai dối cỡ": _lied_size(),
    "một ô 30 triệu chữ": raw_workbook(sheet_xml(row(1, text_cell("A1", "xy" * 15_000_000)))),
    "trăm nghìn dòng": raw_workbook(
        sheet_xml("".join(f"<row><c><v>{n * 7919 % 99991}</v></c></row>" for n in range(100_000)))
    ),
    "số không phải số": _cells('<c r="A1"><v>một</v></c>'),
    "số vô cùng": _cells('<c r="A1"><v>1e999</v></c>', '<c r="B1"><v>NaN</v></c>'),
    "ngày vô lý": _cells('<c r="A1" t="d"><v>9999-99-99T99:99</v></c>'),
    "chuỗi không có": _cells('<c r="A1" t="s"><v>99999</v></c>'),
    "ô không tên": _cells('<c r="???"><v>1</v></c>', '<c r="A-1"><v>1</v></c>'),
    "công thức chưa tính": _cells('<c r="A1"><f>1+1</f></c>', '<c r="B1"><f>1/0</f><v/></c>'),
    "công thức gọi lệnh": _cells("<c r=\"A1\"><f>cmd|'/C calc'!A0</f><v>x</v></c>"),
    "kiểu ô lạ": _cells('<c r="A1" t="zzz"><v>1</v></c>', '<c r="B1" s="99999"><v>1</v></c>'),
    "chữ điều khiển": _cells(text_cell("A1", "x_x0000_y_x001B_[31m\u202ez")),
    "lồng sâu": raw_workbook(sheet_xml(row(1, "<c><is>" + "<r>" * 60_000 + "</r>" * 60_000))),
    "tên trang lạ": _packed(
        **{
            "xl/workbook.xml": PARTS["xl/workbook.xml"].replace(
                "Tiêu chí", "../\u202e&lt;b&gt;" * 30
            )
        }
    ),
    "tên phần leo ra ngoài": _packed(**{"../../../etc/cron.d/x": "x", "C:\\x": "y", "/abs": "z"}),
    "nghìn phần": _packed(**{f"xl/rác/{n}.xml": "x" for n in range(1500)}),
    "phần trùng tên": _doubled(),
    "liên kết ngoài": _packed(**{"xl/externalLinks/externalLink1.xml": "<x/>"}),
    "macro": _packed(**{"xl/vbaProject.bin": b"x"}),
    "có mật khẩu": _with_flag(),
    "cụt đuôi": _packed()[:-300],
    "cụt giữa": _packed()[:500],
    "Excel cũ đổi tên": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 4000,
    "không phải zip": b"x" * 5000,
    "rỗng": b"",
    "thiếu trang": _packed().replace(b"sheet1", b"sheet9"),
}
READ_WHOLE = {"khai nhỏ", "khai to", "gộp cả trang", "liên kết ngoài", "khai bậy"}
"""Odd, but with nothing wrong in its cells: read to the last row or refused, never in part."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_read_right_or_refused(name, tmp_path):
    path = tmp_path / "của đơn vị.xlsx"
    path.write_bytes(HOSTILE[name])
    began = time.monotonic()
    book, refusal = read_or_refused(path)
    if book is None:
        assert refusal.what
        assert refusal.kept == "Chưa có gì trong tệp dữ liệu thay đổi."
    else:
        if name in READ_WHOLE:
            assert rows_of(book) == 52
        words = " ".join(str(cell.value) for sheet in book.sheets for cell in sheet.cells)
        assert not any(sign in words for sign in ("root:", "\x00", "\x1b", "\u202e"))
    assert time.monotonic() - began < LIMITS.seconds + 10
    assert sorted(one.name for one in tmp_path.iterdir()) == [path.name]


def read_or_refused(path: Path) -> tuple[Book | None, ImportRefused]:
    try:
        return read_book(path), ImportRefused("")
    except ImportRefused as error:
        return None, error


def test_there_are_thirty():
    assert len(HOSTILE) >= 30


def rows_of(book) -> int:
    return len({cell.row for cell in book.sheets[0].cells})


def test_a_reader_that_trusts_the_file_loses_rows(tmp_path):
    """What openpyxl alone makes of a wrong size: why the rows are counted by ourselves."""
    path = tmp_path / "khai nhỏ.xlsx"
    path.write_bytes(HOSTILE["khai nhỏ"])
    trusting = openpyxl.load_workbook(path, read_only=True)
    assert len(list(trusting.active.rows)) == 2
    trusting.close()
    assert rows_of(read_book(path)) == 52
