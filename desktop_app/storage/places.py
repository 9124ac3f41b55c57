"""Where a live data file may stand: on a disk of this PC, not on a network or in a synced folder.

SQLite's locks do not hold across a network, and a service that copies a file while it is written
copies it half. Both have destroyed files of other programs (tech/reliability, 1).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from desktop_app import disk, paths
from desktop_app.domain.errors import DataFileBusy, DataFileError, DataFileInSharedPlace
from desktop_app.storage import opening

ENDINGS = ("", "-wal")
"""What belongs to a file: while it is open somewhere, the newest changes stand beside it."""
_NETWORK = {
    *("cifs", "smb3", "smbfs", "nfs", "nfs4", "afs", "davfs", "ncpfs", "ceph", "glusterfs"),
    *("fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2", "fuse.glusterfs"),
}
_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def shared_place(path: Path) -> str:
    """What sort of shared place a path is in, in words: «ổ mạng»; nothing when it is none."""
    try:
        whole = path.resolve()
    except (OSError, RuntimeError):
        whole = path
    for place in (path, whole):
        if _is_network_path(os.fspath(place)):
            return "ổ mạng"
        if folder := paths.synced_folder(place.parent):
            return f"thư mục đồng bộ «{folder}»"
    return "ổ mạng" if _is_on_network(whole) else ""


def refuse_shared(path: Path) -> None:
    """Raises DataFileInSharedPlace where a live file would be damaged sooner or later."""
    if place := shared_place(path):
        raise DataFileInSharedPlace(
            f"Tệp «{path.name}» nằm trên {place} nên không mở để làm việc ở đó.",
            kept="Tệp được giữ nguyên như đang có.",
            remedy="Làm việc thẳng trên ổ mạng hay thư mục đồng bộ dễ làm hỏng tệp hoặc mất lần "
            "lưu. Hãy chép tệp vào ổ cứng của máy rồi mở ở đó.",
        )


def copy_in(path: Path, folder: Path) -> Path:
    """A copy of a closed file in a folder of this PC, under a name that is free; where it is.

    Raises DataFileError and its kinds: when somebody has the file open, or it cannot be copied.
    """
    try:
        lock = opening.locked(path)
    except DataFileBusy:
        raise
    except DataFileError:
        lock = None  # a share that may only be read has no lock to take
    target = free_name(folder / path.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending in ENDINGS[1:]:
            log = path.with_name(path.name + ending)
            if log.exists():
                copied = target.with_name(target.name + ending)
                shutil.copyfile(log, copied)
                disk.flush(copied)
        with disk.beside(target) as part:
            shutil.copyfile(path, part)
    except OSError as error:
        raise DataFileError(
            f"Chưa chép được tệp «{path.name}» vào «{folder}».",
            kept="Tệp ở nơi cũ còn nguyên.",
            remedy="Hãy kiểm tra mạng, chỗ trống và quyền ghi của thư mục rồi thử lại.",
        ) from error
    finally:
        if lock is not None:
            lock.release()
    return target


def free_name(path: Path) -> Path:
    """The path itself, or with a number where something stands there: «Cụm 2 (2).thidua»."""
    found, place = path, 2
    while found.exists():
        found = path.with_name(f"{path.stem} ({place}){path.suffix}")
        place += 1
    return found


def _is_network_path(text: str) -> bool:
    slashes = text.replace("/", "\\")
    # \\?\C:\… and \\.\… name places of this PC, \\?\UNC\… does not
    if slashes.startswith(("\\\\?\\", "\\\\.\\")):
        return slashes[4:8].casefold() == "unc\\"
    return slashes.startswith("\\\\")


def _is_on_network(path: Path) -> bool:
    return _is_remote_drive(path) if sys.platform == "win32" else _mounted_from_network(path)


def _mounted_from_network(path: Path) -> bool:
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    best, kind = 0, ""
    for line in lines:
        before, _, after = line.partition(" - ")
        fields, sort = before.split(), after.split()
        if len(fields) < 5 or not sort:
            continue
        # blanks and the like stand there as \040
        point = Path(fields[4].encode().decode("unicode_escape").encode("latin-1").decode())
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), sort[0]
    return kind in _NETWORK


def _is_remote_drive(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    root = f"{path.drive}\\"
    return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE)
