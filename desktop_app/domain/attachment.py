"""An attached file (tệp kèm): its name beside a record, its bytes kept once by their hash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.record import Record, required
from desktop_app.domain.vietnamese import clean_line, number

_KILO = 1024
_LONGEST = 200
"""Bytes of a name: file systems take 255, and a copy may be given a number."""
_REFUSED = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)


@dataclass(frozen=True, kw_only=True)
class Attachment(Record):
    """A file kept inside the data file; equal files share their bytes (SHA-256)."""

    owner: str = ""
    """The id of the record it belongs to."""
    part: str = ""
    """What of the record it shows: of a score sheet the criterion's id; empty for the whole."""
    name: str = ""
    sha256: str = ""
    size: int = 0
    """Bytes."""
    added_at: dt.datetime | None = None

    @property
    def title(self) -> str:
        return self.name

    @property
    def ending(self) -> str:
        """The kind of file as its name says: «.pdf», in small letters."""
        return _parted(safe_name(self.name))[1].lower()

    @property
    def size_text(self) -> str:
        """«640 byte», «35 KB», «1,2 MB»."""
        if self.size < _KILO:
            return f"{self.size} byte"
        kilobytes = round(self.size / _KILO)
        if kilobytes < _KILO:
            return f"{kilobytes} KB"
        return f"{number(round(self.size / _KILO**2, 1))} MB"

    def problems(self) -> dict[str, str]:
        return required(self, name="Tệp kèm cần có tên.", owner="Tệp kèm phải thuộc một bản ghi.")


def safe_name(name: str) -> str:
    """A name that every system takes and that shows its true ending: no hidden signs."""
    plain = "".join(" " if sign in _REFUSED else sign for sign in clean_line(name))
    stem, ending = _parted(clean_line(plain).strip(". "))
    stem = _cut(stem, _LONGEST - len(ending.encode())).rstrip(". ") or "tep-kem"
    if stem.partition(".")[0].casefold() in _DEVICES:
        stem = f"_{stem}"
    return stem + ending


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, with a number when another file already has it: «Biên bản (2).pdf»."""
    used = {other.casefold() for other in taken}
    stem, ending = _parted(name)
    found, place = name, 1
    while found.casefold() in used:
        place += 1
        found = f"{stem} ({place}){ending}"
    return found


def _parted(name: str) -> tuple[str, str]:
    """What stands before the ending, and the ending with its dot; long «endings» are none."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or not ending or len(ending) > 10 or " " in ending:
        return name, ""
    return stem, dot + ending


def _cut(text: str, longest: int) -> str:
    return text.encode()[:longest].decode(errors="ignore")
