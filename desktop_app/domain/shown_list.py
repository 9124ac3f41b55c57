"""A list as it stands on the screen, to be printed or written to a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.record import Record
from desktop_app.domain.years.period import Period

_PLACE_HEADS = ("tt", "stt", "#")


@dataclass(frozen=True)
class ShownColumn:
    """A column's head, its width on the screen in pixels, and how its cells lean."""

    head: str
    width: int = 110
    align: str = "left"
    """left, center, right."""


@dataclass(frozen=True, kw_only=True)
class ShownList(Record):
    """The shown columns in their order, and the rows that the filter leaves in theirs."""

    name: str
    """What the list is of, e.g. «Cán bộ»."""
    columns: tuple[ShownColumn, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    remark: str = ""
    """What was left out, e.g. by a filter."""
    period: Period | None = None

    @property
    def title(self) -> str:
        return f"Danh sách {self.name[:1].lower()}{self.name[1:]}"

    @property
    def has_places(self) -> bool:
        """Whether the rows are numbered already."""
        return any(column.head.casefold() in _PLACE_HEADS for column in self.columns)
