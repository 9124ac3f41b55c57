"""A data file written out in the open form; whole or not at all."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from desktop_app import disk
from desktop_app.domain.attachment import safe_name
from desktop_app.domain.errors import DataFileError
from desktop_app.storage import migrations
from desktop_app.storage.data_file import DataFile
from desktop_app.storage.open_form import (
    DATA,
    FOLDER,
    FORMAT,
    FORMAT_VERSION,
    HISTORY,
    SETTINGS,
    SUMS,
    WORDS,
)
from desktop_app.storage.open_form.description import description
from desktop_app.storage.plain import Plain, to_plain
from desktop_app.storage.schema.keeping import HistoryRow

Tell = Callable[[int, int], object]
"""Is told how many steps of how many are done; may raise to stop."""

_LOT = 500
"""Entries of the history read at a time."""
_HISTORY_WORDS = (
    "Nhật ký thay đổi nằm trong tệp lich-su.jsonl, mỗi dòng một mục, để đọc và lưu giữ. "
    "Khi mở lại bản xuất, tệp dữ liệu mới bắt đầu nhật ký của mình từ lúc đó; nhật ký cũ không "
    "được đưa vào vì mã niêm của nó gắn với tệp cũ."
)
_READ_ME = """BẢN XUẤT TOÀN BỘ DỮ LIỆU CỦA CHƯƠNG TRÌNH «THI ĐUA CỤM»

du-lieu.json   mọi bản ghi, kèm mô tả từng trường (mục "schema") và danh sách tệp kèm
lich-su.jsonl  nhật ký thay đổi, mỗi dòng một mục; chỉ để đọc
tep-kem/       các tệp kèm
SHA256SUMS     mã kiểm của từng tệp (lệnh: sha256sum -c SHA256SUMS)

Chữ dùng bảng mã UTF-8. Ngày ghi năm-tháng-ngày. Bản xuất không có mật khẩu: ai có tệp này
đều đọc được. Không có trong bản xuất: bản nháp chưa lưu, bản sao lưu, cỡ cột và màu của cửa sổ.
"""


def write_open_form(file: DataFile, target: Path, tell: Tell = lambda _d, _w: None) -> None:
    """Everything of the file into one zip. Raises DataFileError; nothing half is left behind."""
    try:
        with (
            disk.beside(target) as part,
            zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as package,
        ):
            _Writing(file, package, tell).write()
    except OSError as error:
        raise DataFileError(
            f"Chưa ghi được bản xuất «{target}».",
            kept="Tệp đang mở còn nguyên; không có bản xuất dở dang nào được để lại.",
            remedy="Hãy kiểm tra chỗ trống và quyền ghi của thư mục, hoặc chọn nơi khác.",
        ) from error


class _Writing:
    """One package on its way."""

    def __init__(self, file: DataFile, package: zipfile.ZipFile, tell: Tell) -> None:
        self._file, self._package, self._tell = file, package, tell
        self._sums: dict[str, str] = {}
        self._attached = list(file.attachments.all())
        self._done = 0
        self._whole = len(file.stores) + len(self._attached) + 2

    def write(self) -> None:
        records = {store.record.__name__: self._plains(store) for store in self._file.stores}
        contents = self._write_contents()
        self._write_history()
        data = {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "data_version": migrations.VERSION,
            "made_at": dt.datetime.now().isoformat(timespec="seconds"),
            "history": {
                "file": HISTORY,
                "entries": self._file.history.newest(),
                "last_seal": self._file.history.head,
                "note": _HISTORY_WORDS,
            },
            "settings": self._settings(),
            "schema": description(self._file.stores),
            "records": records,
            "contents": contents,
        }
        self._put(DATA, json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8"))
        self._put(WORDS, _READ_ME.encode("utf-8"))
        lines = "".join(f"{sum_}  {name}\n" for name, sum_ in self._sums.items())
        self._package.writestr(SUMS, lines)

    def _step(self) -> None:
        self._tell(self._done, self._whole)
        self._done += 1

    def _plains(self, store: Any) -> list[Plain]:
        self._step()
        return [to_plain(record) for record in store.all()]

    def _settings(self) -> dict[str, Any]:
        found = {name: self._file.setting(name) for name in SETTINGS}
        return {name: value for name, value in found.items() if value is not None}

    def _write_contents(self) -> list[dict[str, Any]]:
        """The bytes of each attached file once, whatever number of records it is attached to."""
        listed: dict[str, dict[str, Any]] = {}
        for attached in self._attached:
            self._step()
            if attached.sha256 in listed:
                continue
            content = self._file.attachments.content(attached)
            name = f"{FOLDER}{attached.sha256[:16]}-{safe_name(attached.name)}"
            self._put(name, content)
            listed[attached.sha256] = {
                "sha256": attached.sha256,
                "size": len(content),
                "file": name,
            }
        return list(listed.values())

    def _write_history(self) -> None:
        """An entry a line, with its seal, a lot at a time: years of it would fill the memory."""
        self._step()
        digest = hashlib.sha256()
        with self._package.open(HISTORY, "w", force_zip64=True) as out:
            for row in self._history_rows():
                line = (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8")
                digest.update(line)
                out.write(line)
        self._sums[HISTORY] = digest.hexdigest()

    def _history_rows(self) -> Iterable[dict[str, Any]]:
        last = 0
        while True:
            query = HistoryRow.select().where(HistoryRow.seq > last).order_by(HistoryRow.seq)
            rows = self._file.run(query.limit(_LOT).dicts())
            if not rows:
                return
            for row in rows:
                images = {n: json.loads(row[n]) if row[n] else None for n in ("before", "after")}
                yield row | images
            last = rows[-1]["seq"]
            self._tell(self._done, self._whole)

    def _put(self, name: str, content: bytes) -> None:
        self._sums[name] = hashlib.sha256(content).hexdigest()
        self._package.writestr(name, content)
