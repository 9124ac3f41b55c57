"""What is seen of a workbook or a Word text from outside, before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace

from desktop_app.domain.errors import ImportRefused
from desktop_app.domain.vietnamese import number
from desktop_app.exchange.limits import MEGABYTE, Limits

NOTHING_CHANGED = "Chưa có gì trong tệp dữ liệu thay đổi."
SAVE_AGAIN = "Hãy mở tệp bằng Excel, chọn Lưu thành «Excel Workbook (*.xlsx)», rồi nhập lại."
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_MACROS = ("vbaproject.bin", "macrosheets/", "activex/")


@dataclass(frozen=True)
class Sort:
    """What a package is to be, in the words a refusal needs."""

    verb: str
    """The argument by which the program knows that it is to be the reading process."""
    short: str
    name: str
    old: str
    save_again: str
    endings: tuple[str, ...]
    macro_endings: tuple[str, ...] = ()
    first_part: str = "[content_types].xml"
    """The part that every package of the sort has; empty for what is no package at all."""


WORKBOOK = Sort(
    verb="--read-book",
    short="Excel .xlsx",
    name="sổ Excel (.xlsx)",
    old="Excel kiểu cũ (.xls)",
    save_again=SAVE_AGAIN,
    endings=(".xlsx", ".xltx"),
    macro_endings=(".xlsm", ".xltm", ".xlsb", ".xlam"),
)
WORD_TEXT = Sort(
    verb="--read-text",
    short="Word .docx",
    name="văn bản Word (.docx)",
    old="Word kiểu cũ (.doc)",
    save_again="Hãy mở tệp bằng Word, chọn Lưu thành «Word Document (*.docx)», rồi nhập lại.",
    endings=(".docx",),
    macro_endings=(".docm", ".dotm"),
)
WORD_TEMPLATE = replace(
    WORD_TEXT,
    verb="--fill-template",
    save_again="Hãy mở mẫu bằng Word, chọn Lưu thành «Word Document (*.docx)», rồi thêm lại.",
)
OPEN_BOOK = Sort(
    verb="--read-list",
    short="LibreOffice .ods",
    name="bảng tính LibreOffice (.ods)",
    old="Excel kiểu cũ (.xls)",
    save_again=SAVE_AGAIN,
    endings=(".ods",),
    first_part="content.xml",
)
WORD_TABLES = replace(WORD_TEXT, verb="--read-list")
OLD_BOOK = Sort(
    verb="--read-list",
    short="Excel .xls",
    name="sổ Excel kiểu cũ (.xls)",
    old="",
    save_again=SAVE_AGAIN,
    endings=(".xls",),
    first_part="",
)
CELL_TEXT = Sort(
    verb="--read-list",
    short=".csv, .txt",
    name="văn bản (.csv)",
    old="sổ Excel đổi tên thành .csv,",
    save_again=SAVE_AGAIN,
    endings=(".csv", ".txt", ".tsv"),
    first_part="",
)


def refused(what: str, remedy: str = "") -> ImportRefused:
    """The error with the words all refusals of a workbook share."""
    return ImportRefused(what, NOTHING_CHANGED, remedy)


def check_package(data: bytes, limits: Limits, sort: Sort = WORKBOOK) -> None:
    """Whether these bytes are such a package of a size that can be read. Raises ImportRefused."""
    if len(data) > limits.file_bytes:
        most = number(limits.file_bytes // MEGABYTE)
        raise refused(f"Tệp lớn quá {most} MB nên không được đọc.", "Hãy bỏ bớt trang, hình ảnh.")
    if sort is OLD_BOOK:
        _check_old_book(data)
        return
    if data.startswith(_OLD_OFFICE):
        raise refused(f"Tệp là {sort.old} hoặc có mật khẩu.", sort.save_again)
    if not sort.first_part:
        if data.startswith(b"PK"):
            raise refused(f"Tệp không phải là {sort.name}.", sort.save_again)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_members(package.infolist(), limits, sort)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise refused(f"Tệp không phải là {sort.name} hoặc đã hỏng.", sort.save_again) from error


def _check_old_book(data: bytes) -> None:
    if not data.startswith(_OLD_OFFICE):
        what = "Tệp .xls này không phải sổ Excel: thường là trang web hay văn bản đổi tên."
        raise refused(what, SAVE_AGAIN)
    if _OLD_MACROS in data:
        raise refused("Tệp chứa macro nên không được đọc.", SAVE_AGAIN)


def _check_members(members: list[zipfile.ZipInfo], limits: Limits, sort: Sort) -> None:
    names = [member.filename.lower() for member in members]
    if sort.first_part not in names:
        raise refused(f"Tệp không phải là {sort.name}.", sort.save_again)
    if any(part in name for name in names for part in _MACROS):
        raise refused("Tệp chứa macro nên không được đọc.", sort.save_again)
    if any(member.flag_bits & 1 for member in members):
        raise refused("Tệp có mật khẩu nên không đọc được.", sort.save_again)
    if len(names) != len(set(names)) or len(names) > limits.members:
        raise refused("Tệp có cấu tạo bất thường nên không được đọc.", sort.save_again)
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        most = number(limits.unpacked_bytes // MEGABYTE)
        raise refused(f"Nội dung của tệp khi mở ra lớn quá {most} MB nên không được đọc.")
    for member in members:
        packed = max(member.compress_size, 1)
        if member.file_size > MEGABYTE and member.file_size > limits.ratio * packed:
            raise refused("Tệp nén quá chặt, giống tệp cố ý làm treo máy, nên không được đọc.")
