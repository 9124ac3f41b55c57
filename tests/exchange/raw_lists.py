"""Lists of the other sorts, written part by part: .xls without Excel, .ods without LibreOffice."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from xml.sax.saxutils import escape, quoteattr

import docx

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_DATE_FORMAT = 14
_EPOCH = dt.date(1899, 12, 30)


# --- .xls ---------------------------------------------------------------------------------


def xls(sheets, merged=(), extra=b""):
    """A workbook of Excel 97: sheet name → rows of texts, numbers and days."""
    return _compound(_workbook(sheets, merged) + extra)


def _record(number, data=b""):
    return struct.pack("<HH", number, len(data)) + data


def _words(text, length="<H"):
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def _workbook(sheets, merged):
    bodies = [_worksheet(rows, merged) for rows in sheets.values()]
    fonts = _record(
        0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\x05\x00Arial"
    )
    looks = b"".join(
        _record(0x00E0, struct.pack("<HHH", 0, form, 0) + bytes(14)) for form in (0, _DATE_FORMAT)
    )
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    begin += _record(0x0042, struct.pack("<H", 1200)) + fonts + looks
    heads = [_words(name, "<B") for name in sheets]
    start = len(begin) + sum(4 + 6 + len(head) for head in heads) + 4
    listed = b""
    for head, body in zip(heads, bodies, strict=True):
        listed += _record(0x0085, struct.pack("<IBB", start, 0, 0) + head)
        start += len(body)
    return begin + listed + _record(0x000A) + b"".join(bodies)


def _worksheet(rows, merged):
    made = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            made += _cell(row, column, value)
    if merged:
        areas = b"".join(
            struct.pack("<HHHH", t - 1, b - 1, le - 1, r - 1) for t, le, b, r in merged
        )
        made += _record(0x00E5, struct.pack("<H", len(merged)) + areas)
    return made + _record(0x000A)


def _cell(row, column, value):
    if value in (None, ""):
        return b""
    if isinstance(value, dt.date):
        days = float((value - _EPOCH).days)
        return _record(0x0203, struct.pack("<HHHd", row, column, 1, days))
    if isinstance(value, (int, float)):
        return _record(0x0203, struct.pack("<HHHd", row, column, 0, float(value)))
    return _record(0x0204, struct.pack("<HHH", row, column, 0) + _words(value))


def _compound(stream):
    """The stream «Workbook» in a compound file: header, one FAT, directory, the stream."""
    stream = stream.ljust(4096, b"\0")
    stream += bytes(-len(stream) % _SECTOR)
    count = len(stream) // _SECTOR
    assert count + 2 <= 128, "one sector of the FAT is enough for a test"
    fat = [_FAT, _END, *range(3, count + 2), _END]
    fat += [_FREE] * (128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    root = _entry("Root Entry", 5, 1, _END, 0)
    book = _entry("Workbook", 2, _FREE, 2, len(stream))
    empty = _entry("", 0, _FREE, 0, 0)
    return header + struct.pack("<128I", *fat) + root + book + empty * 2 + stream


def _entry(name, sort, child, start, size):
    words = name.encode("utf-16-le")
    made = words.ljust(64, b"\0") + struct.pack("<H", len(words) + 2 if name else 0)
    made += struct.pack("<BBIII", sort, 1, _FREE, _FREE, child) + bytes(36)
    return made + struct.pack("<III", start, size, 0)


# --- .ods ---------------------------------------------------------------------------------

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)


def ods(tables, head=""):
    """A workbook of LibreOffice: sheet name → the XML of its rows."""
    sheets = "".join(
        f"<table:table table:name={quoteattr(name)}>{rows}</table:table>"
        for name, rows in tables.items()
    )
    body = f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    content = f"{head}<office:document-content {_NAMES}>{body}</office:document-content>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", content)
    return made.getvalue()


def ods_row(*values, more=""):
    return f"<table:table-row {more}>{''.join(map(ods_cell, values))}</table:table-row>"


def ods_cell(value, more=""):
    if isinstance(value, str) and value.startswith("<"):
        return value
    if isinstance(value, dt.date):
        more += f' office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, (int, float)):
        more += f' office:value-type="float" office:value="{value}"'
    words = f"<text:p>{escape(str(value))}</text:p>" if value not in (None, "") else ""
    return f"<table:table-cell {more}>{words}</table:table-cell>"


# --- .docx --------------------------------------------------------------------------------


def docx_bytes(fill):
    """A Word text that `fill` writes into."""
    document = docx.Document()
    fill(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def docx_table(document, rows):
    """A table with these words; returned for merging."""
    table = document.add_table(len(rows), len(rows[0]))
    for row, values in enumerate(rows):
        for column, words in enumerate(values):
            table.cell(row, column).text = words
    return table
