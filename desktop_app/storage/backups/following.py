"""Copies of a file that follow when its password changes: backups, and files set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app import disk
from desktop_app.domain.errors import UserFacingError
from desktop_app.storage.backups.backup import Backup, manifest_of
from desktop_app.storage.backups.copying import content_of, sha256_of, write_whole
from desktop_app.storage.backups.folder import backups_of, folder_of
from desktop_app.storage.backups.restoring import set_aside_files
from desktop_app.storage.file_key import FileKey, is_encrypted
from desktop_app.storage.rekeying import export, same_rows

Tell = Callable[[int, int], object]
"""Hears how many of how many are done; may raise to stop."""


@dataclass(frozen=True)
class Followed:
    """What became of the copies."""

    written: int
    left: tuple[Path, ...]
    """Those that could not be written anew and are as they were."""

    @property
    def left_in_clear(self) -> tuple[Path, ...]:
        """Of these the ones that anybody can read."""
        return tuple(path for path in self.left if not is_encrypted(path))


def follow(
    path: Path,
    old: FileKey | None,
    new: FileKey | None,
    folder: Path | None = None,
    tell: Tell = lambda _done, _whole: None,
) -> Followed:
    """Writes the copies of a file under its new key: those in `folder`, else all beside it.

    A copy under a third key, or a damaged one, stays as it is. Raises only what `tell` raises.
    """
    copies = list(_copies(path, folder))
    left = []
    for done, (copy, backup) in enumerate(copies):
        tell(done, len(copies))
        try:
            _follow(copy, backup, old, new)
        except (OSError, UserFacingError):
            left.append(copy)
    return Followed(len(copies) - len(left), tuple(left))


def encrypt_plain(path: Path, folder: Path | None, key: FileKey) -> Followed:
    """Encrypts the copies that were made before the file had its password, and are so still.

    They were on a stick that was not there, or the program ended before it came to them.
    """
    if all(is_encrypted(copy) for copy, _ in _copies(path, folder)):
        return Followed(0, ())
    return follow(path, None, key, folder)


def _copies(path: Path, folder: Path | None) -> Iterator[tuple[Path, Backup | None]]:
    for backup in backups_of(path, folder or folder_of(path)):
        yield backup.path, backup
    if folder is None:
        for aside in set_aside_files(path):
            yield aside, None


def _follow(copy: Path, backup: Backup | None, old: FileKey | None, new: FileKey | None) -> None:
    if _has_key(copy, new):
        return
    source = old if old and _has_key(copy, old) else None
    with disk.beside(copy) as part:
        export(copy, source, part, new)
        content = content_of(part, new)
        if not same_rows(copy, source, part, new) or (backup and content != backup.content):
            raise OSError("the copy differs")
        anew = replace(backup, sha256=sha256_of(part), size=part.stat().st_size) if backup else None
        if anew:
            # without its manifest it does not count: better none than one that does not fit
            manifest_of(copy).unlink()
    if anew:
        write_whole(manifest_of(copy), anew.manifest().encode("utf-8"))


def _has_key(path: Path, key: FileKey | None) -> bool:
    return key.opens(path) if key else not is_encrypted(path)
