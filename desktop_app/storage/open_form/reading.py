"""A data file made anew from the open form: all of it is checked before a file is made."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app import disk
from desktop_app.domain.attachment import Attachment
from desktop_app.domain.errors import DataFileError
from desktop_app.domain.record import Record
from desktop_app.storage import migrations
from desktop_app.storage.attachment_store import LARGEST
from desktop_app.storage.data_file import DataFile
from desktop_app.storage.open_form import DATA, FORMAT, FORMAT_VERSION, SETTINGS
from desktop_app.storage.open_form.checking import faults
from desktop_app.storage.open_form.source import LARGEST_DATA, Source, opened, refused
from desktop_app.storage.plain import Plain, from_plain
from desktop_app.storage.stores import kept_records

Tell = Callable[[int, int], object]
"""Is told how many steps of how many are done; may raise to stop."""

_MOST_TOLD = 12
_LOT = 50


@dataclass(frozen=True)
class Taken:
    """What came in."""

    records: int
    attached: int
    history: int
    """Entries of the old history, which stay in the package."""


def read_open_form(source: Path, target: Path, tell: Tell = lambda _d, _w: None) -> Taken:
    """A new data file of everything in the package. Raises ImportRefused with place and reason,
    DataFileError when it cannot be written; nothing half is left behind.
    """
    if target.exists():
        raise DataFileError(
            f"Đã có tệp «{target.name}» trong thư mục này.",
            kept="Tệp đang có không bị thay đổi.",
            remedy="Hãy chọn tên khác.",
        )
    package = opened(source)
    try:
        data = _data(package)
        records = _records(data)
        _write(target, _Coming(package, data, records), tell)
    finally:
        package.close()
    attached = sum(isinstance(record, Attachment) for record in records)
    history = data.get("history")
    entries = history.get("entries") if isinstance(history, dict) else 0
    return Taken(len(records) - attached, attached, entries if isinstance(entries, int) else 0)


# --- reading and checking -----------------------------------------------------------------


def _data(package: Source) -> dict[str, Any]:
    try:
        data = json.loads(package.read(DATA, LARGEST_DATA).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise refused(f"{DATA}: byte thứ {error.start + 1} không phải chữ UTF-8.") from error
    except json.JSONDecodeError as error:
        place = f"dòng {error.lineno}, cột {error.colno}"
        raise refused(f"{DATA}, {place}: sai cú pháp JSON.") from error
    except RecursionError as error:
        raise refused(f"{DATA}: lồng nhau quá sâu.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise refused(f"{DATA}: mục «format» không phải «{FORMAT}»: không phải bản xuất này.")
    for name, ours in (("format_version", FORMAT_VERSION), ("data_version", migrations.VERSION)):
        theirs = data.get(name)
        if not isinstance(theirs, int) or theirs < 1:
            raise refused(f"{DATA}: mục «{name}» phải là số nguyên từ 1.")
        if theirs > ours:
            raise refused(
                f"{DATA}: «{name}» là {theirs}, mới hơn chương trình này ({ours}). "
                "Hãy cài bản mới của chương trình."
            )
    return data


def _records(data: dict[str, Any]) -> list[Record]:
    """The records, those first that others point to. Raises ImportRefused with what is wrong."""
    plains = _plains(data)
    ids = {sort: {str(p["id"]) for p in found if _has_id(p)} for sort, found in plains.items()}
    found = list(_first(_all_faults(plains, ids)))
    if found:
        more = "\n… và có thể còn nữa." if len(found) == _MOST_TOLD else ""
        raise refused("Bản xuất có chỗ sai:\n" + "\n".join(found) + more)
    return _Building(plains).all()


def _plains(data: dict[str, Any]) -> dict[type[Record], list[Any]]:
    given = data.get("records")
    if not isinstance(given, dict):
        raise refused(f"{DATA}: thiếu mục «records».")
    known = {sort.__name__: sort for sort in kept_records()}
    for name, found in given.items():
        if name not in known:
            raise refused(f"records.{name}: chương trình không có loại bản ghi này.")
        if not isinstance(found, list):
            raise refused(f"records.{name}: phải là một danh sách […].")
    return {sort: given.get(name, []) for name, sort in known.items()}


def _all_faults(
    plains: dict[type[Record], list[Any]], ids: dict[type[Record], set[str]]
) -> Iterator[str]:
    everybody = set().union(*ids.values())
    seen: set[str] = set()
    for sort, found in plains.items():
        for row, plain in enumerate(found):
            place = f"records.{sort.__name__}[{row}]"
            yield from faults(sort, plain, place, ids)
            if not _has_id(plain):
                continue
            if plain["id"] in seen:
                yield f"{place}.id: «{plain['id']}» đã có ở một bản ghi khác."
            seen.add(plain["id"])
            if sort is Attachment and plain.get("owner") not in everybody:
                yield f"{place}.owner: trỏ tới bản ghi «{plain.get('owner')}» không có."


def _has_id(plain: Any) -> bool:
    return isinstance(plain, dict) and isinstance(plain.get("id"), str) and bool(plain["id"])


def _first(found: Iterator[str]) -> Iterator[str]:
    for _, fault in zip(range(_MOST_TOLD), found, strict=False):
        yield fault


class _Building:
    """Records are made when the first other one points to them."""

    def __init__(self, plains: dict[type[Record], list[Plain]]) -> None:
        self._plains = {(sort, p["id"]): p for sort, found in plains.items() for p in found}
        self._made: dict[tuple[type[Record], str], Record] = {}
        self._open: set[tuple[type[Record], str]] = set()

    def all(self) -> list[Record]:
        for sort, record_id in self._plains:
            self._make(sort, record_id)
        return list(self._made.values())

    def _make(self, sort: type[Record], record_id: str) -> Record:
        place = (sort, record_id)
        if place not in self._made:
            if place in self._open:
                raise refused(f"records.{sort.__name__}: «{record_id}» trỏ vòng về chính nó.")
            self._open.add(place)
            try:
                self._made[place] = from_plain(sort, self._plains[place], self._make)
            except (TypeError, ValueError, RecursionError) as error:
                raise refused(f"records.{sort.__name__}: «{record_id}» không dựng được.") from error
            self._open.discard(place)
        return self._made[place]


# --- writing ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Coming:
    package: Source
    data: dict[str, Any]
    records: list[Record]

    def contents(self) -> dict[str, str]:
        """Sum → name in the package. Raises ImportRefused for a list that is none."""
        listed = self.data.get("contents", [])
        try:
            return {str(one["sha256"]): str(one["file"]) for one in listed}
        except (TypeError, KeyError) as error:
            raise refused("contents: danh sách tệp kèm không đúng dạng.") from error


def _write(target: Path, coming: _Coming, tell: Tell) -> None:
    try:
        with disk.beside(target) as part, DataFile.create(part) as file:
            _fill(file, coming, tell)
    except OSError as error:
        raise DataFileError(
            f"Chưa ghi được tệp «{target}».",
            kept="Không có tệp dở dang nào được để lại.",
            remedy="Hãy kiểm tra chỗ trống và quyền ghi của thư mục, hoặc chọn nơi khác.",
        ) from error
    finally:
        # what SQLite keeps beside a file that was not finished
        for ending in ("-wal", "-journal"):
            with contextlib.suppress(OSError):
                target.with_name(target.name + disk.PART + ending).unlink(missing_ok=True)


def _fill(file: DataFile, coming: _Coming, tell: Tell) -> None:
    """All records as one change, each as it was: rules of today do not judge papers of then."""
    names, whole = coming.contents(), len(coming.records)
    for name in SETTINGS:
        value = coming.data.get("settings", {}).get(name)
        if value is not None:
            file.keep_setting(name, value)
    with file.taking_in():
        for done, record in enumerate(coming.records):
            if done % _LOT == 0:
                tell(done, whole)
            if isinstance(record, Attachment):
                content = _content(coming.package, record, names)
                file.attachments.keep_content(record.sha256, content)
            file.store_of(type(record)).take_in(record)


def _content(package: Source, attached: Attachment, names: dict[str, str]) -> bytes:
    name = names.get(attached.sha256)
    if name is None:
        raise refused(f"contents: thiếu nội dung của tệp kèm «{attached.name}».")
    content = package.read(name, LARGEST)
    if hashlib.sha256(content).hexdigest() != attached.sha256:
        raise refused(f"{name}: nội dung tệp kèm «{attached.name}» không khớp mã kiểm SHA-256.")
    return content
