"""What a disk may hold after the power was cut, drawn from the log of what was written.

The model: what was written since a file's last fsync is there, not there, or there in some of its
512-byte sectors; names that were given, changed or removed since the folder's last fsync are
there up to some moment, in their order. A disk that lies about fsync is not modelled.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_HEAD = struct.Struct("<cqqII")
_SECTOR = 512
_NEW, _EMPTIED = 1, 2


@dataclass(frozen=True)
class Entry:
    """One line of the log: O open, W write, T truncate, F fsync, R rename, L link, U unlink,
    D new folder, A an acknowledged save."""

    what: str
    number: int
    place: int
    first: bytes
    second: bytes


def read_log(path: Path) -> list[Entry]:
    data = path.read_bytes()
    found, at = [], 0
    while at < len(data):
        what, number, place, first, second = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        found.append(
            Entry(
                what.decode(),
                number,
                place,
                data[at : at + first],
                data[at + first : at + first + second],
            )
        )
        at += first + second
    return found


@dataclass
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Place and bytes of a write; None for a new length."""

    def sync(self) -> None:
        for place, data in self.pending:
            _apply(self.durable, place, data)
        self.pending.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        content = bytearray(self.durable)
        for place, data in self.pending:
            fate = chance.random()
            if fate < 0.4:
                _apply(content, place, data)
            elif fate < 0.7 and data is not None:
                for start in range(0, len(data), _SECTOR):
                    if chance.random() < 0.5:
                        _apply(content, place + start, data[start : start + _SECTOR])
        return bytes(content)


def _apply(content: bytearray, place: int, data: bytes | None) -> None:
    if data is None:
        del content[place:]
        content.extend(bytes(place - len(content)))
        return
    content.extend(bytes(max(0, place - len(content))))
    content[place : place + len(data)] = data


class Disk:
    """A folder as it was, and everything that was done to it since."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        files = [path for path in folder.rglob("*") if path.is_file()]
        self._names = {str(path): _File(bytearray(path.read_bytes())) for path in files}
        self._durable_names = dict(self._names)
        self._renamed: list[Entry | tuple[str, _File]] = []
        self._handles: dict[int, tuple[str, _File | None]] = {}
        self.marks = 0
        """The number of the last acknowledged save."""

    def replay(self, entries: list[Entry]) -> Iterator[int]:
        """Step by step; after each the power may be cut."""
        for at, entry in enumerate(entries):
            self._step(entry)
            yield at

    def _step(self, entry: Entry) -> None:
        path = entry.first.decode() if entry.what in "ORLUD" else ""
        if entry.what == "A":
            self.marks = entry.number
        elif entry.what == "O":
            self._open(entry, path)
        elif entry.what == "F":
            self._sync(*self._handles[entry.number])
        elif entry.what in "WT":
            file = self._handles[entry.number][1]
            assert file is not None
            file.pending.append((entry.place, entry.first if entry.what == "W" else None))
        elif entry.what in "RLU":
            _rename(self._names, entry)
            self._renamed.append(entry)

    def _open(self, entry: Entry, path: str) -> None:
        if entry.place & _NEW:
            self._names[path] = _File()
            self._renamed.append((path, self._names[path]))
        file = self._names.get(path)
        if file is not None and entry.place & _EMPTIED and not entry.place & _NEW:
            file.pending.append((0, None))
        self._handles[entry.number] = (path, file)

    def _sync(self, path: str, file: _File | None) -> None:
        if file is not None:
            file.sync()
            return
        kept: list[Entry | tuple[str, _File]] = []
        for step in self._renamed:
            name = step[0] if isinstance(step, tuple) else step.first.decode()
            if str(Path(name).parent) == path.rstrip("/"):
                _rename(self._durable_names, step)
            else:
                kept.append(step)
        self._renamed = kept

    def cut(self, target: Path, chance: random.Random) -> None:
        """The power is cut now: what the disk holds, into another folder."""
        names = dict(self._durable_names)
        for step in self._renamed[: chance.randint(0, len(self._renamed))]:
            _rename(names, step)
        for name, file in names.items():
            path = target / Path(name).relative_to(self._folder)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.after_cut(chance))


def _rename(names: dict[str, _File], step: Entry | tuple[str, _File]) -> None:
    if isinstance(step, tuple):
        names[step[0]] = step[1]
        return
    first, second = step.first.decode(), step.second.decode()
    if step.what == "U":
        names.pop(first, None)
    elif first in names:
        names[second] = names[first] if step.what == "L" else names.pop(first)
