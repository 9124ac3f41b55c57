"""Packs from elsewhere: all is checked before a byte is unpacked, and nothing is overwritten."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import shutil
import stat
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from desktop_app.domain.attachment import safe_name
from desktop_app.domain.errors import ImportRefused
from desktop_app.exchange.pack import (
    KIND,
    MANIFEST,
    PIECE,
    READ_ME,
    SUMS,
    VERSION,
    Entry,
    Manifest,
    Purpose,
    Tell,
)

_MOST_FILES = 50_000
_LARGEST_MANIFEST = 32 * 1024 * 1024
_LONGEST_NAME = 240
_PART = ".dang-nhan"
_KEPT = "Không có gì được mở ra; các tệp trên máy này còn nguyên."
_AGAIN = "Hãy xin lại gói từ bên giao, chép lại qua USB khác rồi thử lại."


def read_pack(path: Path, tell: Tell) -> Manifest:
    """What a pack holds, after every byte of it was checked. Raises ImportRefused."""
    with _opened(path) as archive:
        manifest = _manifest(archive, path)
        done = 0
        for entry in manifest.entries:
            done = _check(archive, entry, done, manifest.size, tell)
    return manifest


def unpack(path: Path, folder: Path, tell: Tell, check: Callable[[Path, Manifest], object]) -> Path:
    """The data file of a pack, unpacked with the papers into a new folder in `folder`.

    `check` looks at the data file before it counts. Raises ImportRefused, and whatever `check` or
    `tell` raise; then nothing is left behind.
    """
    with _opened(path) as archive:
        manifest = _manifest(archive, path)
        target = _free_folder(folder, manifest)
        part = target.with_name(target.name + _PART)
        try:
            _refuse_without_room(folder, manifest)
            part.mkdir(parents=True)
            done = 0
            for entry in manifest.entries:
                done = _check(archive, entry, done, manifest.size, tell, part / entry.name)
            check(part / manifest.data, manifest)
            part.rename(target)
        except OSError as error:
            raise ImportRefused(
                f"Chưa mở được gói vào «{folder}».",
                kept=_KEPT,
                remedy="Hãy kiểm tra chỗ trống và quyền ghi của thư mục, hoặc chọn nơi khác.",
            ) from error
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return target / manifest.data


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError:
        _refuse(f"Không thấy tệp «{path.name}».")
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        _refuse(f"«{path.name}» không phải gói bàn giao, hoặc bị hỏng, chép chưa hết.")
    with archive:
        yield archive


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    members = _members(archive, path)
    if MANIFEST not in members:
        _refuse(f"«{path.name}» không phải gói bàn giao của chương trình.", again=False)
    if members[MANIFEST].file_size > _LARGEST_MANIFEST:
        _refuse("Mục lục của gói lớn bất thường.", again=False)
    try:
        text = archive.read(MANIFEST).decode()
        manifest = _read(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        _refuse("Mục lục của gói bị hỏng.")
    except (zipfile.BadZipFile, OSError, EOFError):
        _refuse("Gói bị hỏng, chép chưa hết.")
    _refuse_other_names(manifest, members)
    return manifest


def _members(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > _MOST_FILES:
        _refuse("Gói có quá nhiều tệp.", again=False)
    found: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info in infos:
        _refuse_unsafe(info)
        folded = unicodedata.normalize("NFC", info.filename).casefold()
        if folded in seen:
            _refuse(f"Trong gói có hai tệp cùng tên «{info.filename}».", again=False)
        seen.add(folded)
        found[info.filename] = info
    if sum(info.file_size for info in infos) > path.stat().st_size:
        _refuse("Gói khai dung lượng lớn hơn chính nó.", again=False)
    return found


def _refuse_unsafe(info: zipfile.ZipInfo) -> None:
    name = info.filename
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    if name != info.orig_filename or is_link or info.is_dir() or not _is_plain(name):
        _refuse(f"Trong gói có tên tệp không an toàn: «{name[:80]}».", again=False)
    if info.flag_bits & 1:
        _refuse(f"Tệp «{name}» trong gói bị đặt mật khẩu.", again=False)
    if info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size:
        _refuse(f"Tệp «{name}» trong gói bị nén: gói của chương trình không nén.", again=False)


def _is_plain(name: str) -> bool:
    """A path that stays where it is unpacked, on every system."""
    parts = name.split("/")
    return len(name) <= _LONGEST_NAME and all(part and safe_name(part) == part for part in parts)


def _read(made: Any) -> Manifest:
    if made["kind"] != KIND:
        _refuse("Đây không phải gói bàn giao của chương trình.", again=False)
    if made["version"] > VERSION:
        raise ImportRefused(
            "Gói do bản mới hơn của chương trình lập.",
            kept=_KEPT,
            remedy="Hãy cài bản mới của chương trình rồi nhận lại.",
        )
    entries = tuple(
        Entry(str(one["name"]), str(one["title"]), int(one["size"]), str(one["sha256"]))
        for one in made["entries"]
    )
    return Manifest(
        purpose=Purpose(made["purpose"]),
        made_at=dt.datetime.fromisoformat(made["made_at"]),
        who=str(made["who"]),
        cluster=str(made["cluster"]),
        period=str(made["period"]),
        data=str(made["data"]),
        is_encrypted=bool(made["is_encrypted"]),
        content=dict(made["content"]),
        entries=entries,
    )


def _refuse_other_names(manifest: Manifest, members: dict[str, zipfile.ZipInfo]) -> None:
    wanted = {entry.name for entry in manifest.entries}
    there = set(members) - {MANIFEST, SUMS, READ_ME}
    if len(wanted) != len(manifest.entries):
        _refuse("Mục lục của gói ghi trùng tệp.", again=False)
    for name in sorted(wanted - there):
        _refuse(f"Gói thiếu tệp «{name}».")
    for name in sorted(there - wanted):
        _refuse(f"Trong gói có tệp lạ «{name}» không có trong mục lục.", again=False)
    if manifest.data not in wanted:
        _refuse("Gói không có tệp dữ liệu.")


def _check(
    archive: zipfile.ZipFile,
    entry: Entry,
    done: int,
    whole: int,
    tell: Tell,
    target: Path | None = None,
) -> int:
    """One file against its sum, and written where it is wanted; bytes done so far."""
    digest, size = hashlib.sha256(), 0
    with contextlib.ExitStack() as opened:
        try:
            given = opened.enter_context(archive.open(entry.name))
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
            _refuse_damaged(entry)
        out = None
        if target is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            out = opened.enter_context(target.open("xb"))
        while piece := _piece(given, entry):
            digest.update(piece)
            size += len(piece)
            if out is not None:
                out.write(piece)
            tell(done + size, whole)
        if out is not None:
            out.flush()
            os.fsync(out.fileno())
    if size != entry.size or digest.hexdigest() != entry.sha256:
        _refuse_damaged(entry)
    return done + size


def _piece(given: Any, entry: Entry) -> bytes:
    try:
        piece: bytes = given.read(PIECE)
    except (zipfile.BadZipFile, OSError, EOFError):
        _refuse_damaged(entry)
    return piece


def _free_folder(folder: Path, manifest: Manifest) -> Path:
    words = f"{manifest.cluster} {manifest.made_at:%Y-%m-%d %H%M}"
    name = safe_name(words)
    found, place = folder / name, 2
    while found.exists():
        found = folder / f"{name} ({place})"
        place += 1
    return found


def _refuse_without_room(folder: Path, manifest: Manifest) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < manifest.size * 1.05:
        raise ImportRefused(
            f"Ổ đĩa của «{folder}» không đủ chỗ cho gói.",
            kept=_KEPT,
            remedy="Hãy dọn bớt ổ đĩa hoặc chọn nơi khác.",
        )


def _refuse_damaged(entry: Entry) -> NoReturn:
    _refuse(f"Trong gói, «{entry.title}» ({entry.name}) bị hỏng hoặc bị sửa.")


def _refuse(what: str, *, again: bool = True) -> NoReturn:
    raise ImportRefused(what, kept=_KEPT, remedy=_AGAIN if again else "")
