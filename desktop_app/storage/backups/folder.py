"""The folder of a data file's backups: what stands in it, and what may go."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import shutil
from pathlib import Path

from desktop_app import disk
from desktop_app.storage.backups.backup import Backup, manifest_of
from desktop_app.storage.backups.copying import write_whole
from desktop_app.storage.backups.keeping import superfluous

NAME = "Sao lưu"


def folder_of(path: Path) -> Path:
    """Where the backups of a data file are made: beside it."""
    return path.parent / NAME


def backups_of(path: Path, folder: Path | None = None) -> tuple[Backup, ...]:
    """The backups of a data file, the newest first; what has no manifest is none."""
    found = []
    for copy in (folder or folder_of(path)).glob(f"{escaped(path.stem)}-*{path.suffix}"):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, json.JSONDecodeError):
            found.append(Backup.read(copy))
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def thin_out(path: Path, folder: Path | None = None) -> int:
    """Deletes the backups that may go, and what a crash left half written; how many went."""
    place = folder or folder_of(path)
    going = superfluous(backups_of(path, place), dt.datetime.now())
    for backup in going:
        with contextlib.suppress(OSError):
            # the manifest first: a copy without one no longer counts
            manifest_of(backup.path).unlink()
            backup.path.unlink()
    for part in place.glob(f"{escaped(path.stem)}-*{disk.PART}"):
        with contextlib.suppress(OSError):
            part.unlink()
    return len(going)


def copy_to_second_place(backup: Backup, folder: Path) -> None:
    """The same backup in another place, e.g. a USB stick. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / backup.path.name
    with disk.beside(target) as part:
        shutil.copyfile(backup.path, part)
    # last, and on the disk when this returns: people pull sticks out at once
    write_whole(manifest_of(target), manifest_of(backup.path).read_bytes())


def escaped(stem: str) -> str:
    """A name as it stands, in a pattern: «[2]» is no choice of letters."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in stem)
