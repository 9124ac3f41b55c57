"""What is seen of a workbook from outside, before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile

from desktop_app.domain.errors import ImportRefused
from desktop_app.domain.vietnamese import number
from desktop_app.exchange.limits import MEGABYTE, Limits

NOTHING_CHANGED = "Chưa có gì trong tệp dữ liệu thay đổi."
SAVE_AGAIN = "Hãy mở tệp bằng Excel, chọn Lưu thành «Excel Workbook (*.xlsx)», rồi nhập lại."
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = ("vbaproject.bin", "macrosheets/", "activex/")


def refused(what: str, remedy: str = "") -> ImportRefused:
    """The error with the words all refusals of a workbook share."""
    return ImportRefused(what, NOTHING_CHANGED, remedy)


def check_package(data: bytes, limits: Limits) -> None:
    """Whether these bytes are a workbook of a size that can be read. Raises ImportRefused."""
    if len(data) > limits.file_bytes:
        most = number(limits.file_bytes // MEGABYTE)
        raise refused(f"Tệp lớn quá {most} MB nên không được đọc.", "Hãy bỏ bớt trang, hình ảnh.")
    if data.startswith(_OLD_OFFICE):
        raise refused("Tệp là Excel kiểu cũ (.xls) hoặc có mật khẩu.", SAVE_AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_members(package.infolist(), limits)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise refused("Tệp không phải là sổ Excel (.xlsx) hoặc đã hỏng.", SAVE_AGAIN) from error


def _check_members(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = [member.filename.lower() for member in members]
    if "[content_types].xml" not in names:
        raise refused("Tệp không phải là sổ Excel (.xlsx).", SAVE_AGAIN)
    if any(part in name for name in names for part in _MACROS):
        raise refused("Tệp chứa macro nên không được đọc.", SAVE_AGAIN)
    if any(member.flag_bits & 1 for member in members):
        raise refused("Tệp có mật khẩu nên không đọc được.", SAVE_AGAIN)
    if len(names) != len(set(names)) or len(names) > limits.members:
        raise refused("Tệp có cấu tạo bất thường nên không được đọc.", SAVE_AGAIN)
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        most = number(limits.unpacked_bytes // MEGABYTE)
        raise refused(f"Nội dung của tệp khi mở ra lớn quá {most} MB nên không được đọc.")
    for member in members:
        packed = max(member.compress_size, 1)
        if member.file_size > MEGABYTE and member.file_size > limits.ratio * packed:
            raise refused("Tệp nén quá chặt, giống tệp cố ý làm treo máy, nên không được đọc.")
