"""How much of a workbook is read before it is refused."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Self

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Far more than a year of a cluster needs, far less than what brings a PC to its knees.

    What a file unpacks to is checked by what the file says of itself, which no reader exceeds.
    """

    file_bytes: int = 20 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    ratio: int = 100
    """How many times larger than its packed form a part may be (only parts over 1 MB)."""
    members: int = 1_000
    rows: int = 20_000
    columns: int = 200
    cells: int = 300_000
    text: int = 32_767
    """Letters of one cell; Excel itself holds no more."""
    seconds: int = 20
    memory_bytes: int = 512 * MEGABYTE

    def as_plain(self) -> dict[str, int]:
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, int]) -> Self:
        return cls(**plain)


LIMITS = Limits()
