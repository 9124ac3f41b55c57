"""A table of figures: the one source of what the screen, the paper and the workbook show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period

Value = str | int | Decimal | None
"""Words, a figure, or nothing where nothing is known."""
TOTAL = "tong"
"""The key of the sum over all lines, and of the sum over all columns."""
NOTHING = "–"


@dataclass(frozen=True)
class Head:
    """A column: years, awards, outcomes; or words where the table is a list."""

    key: str
    words: str
    is_drawn: bool = True
    """Whether it is one of several bars of a line; sums and shares are not."""
    measure: str = ""
    """What is counted in it, where that is not what the table counts."""
    share: float = 0.0
    """Of the table's width on paper, in a list; columns of figures are all alike."""


@dataclass(frozen=True)
class Line:
    """A row under the name of a unit, an award, a level; or one record in a list."""

    key: str
    name: str
    values: tuple[Value, ...]
    short: str = ""
    is_total: bool = False
    opens: tuple[str, str] | None = None
    """Class and id of the record that this line is about, in a list."""

    @property
    def label(self) -> str:
        """The name where there is little room."""
        return self.short or self.name


@dataclass(frozen=True)
class Drawing:
    """What the bars show: one column of all lines, or all columns of one line."""

    head: str = ""
    line: str | None = None
    """A key, which may be empty; None draws all lines."""
    against: str | None = None
    """The line it is compared with, where all columns of one line are drawn."""


@dataclass(frozen=True, kw_only=True)
class Figures(Record):
    """Assembled and never stored; `period` is the one in whose name it is printed."""

    period: Period
    name: str = ""
    """«Lượt khen thưởng theo đơn vị và năm, 2015 – 2018»."""
    first: str = ""
    """The head over the names of the lines."""
    heads: tuple[Head, ...] = ()
    lines: tuple[Line, ...] = ()
    measure: str = ""
    """What is counted, as it stands after a figure: «lượt», «điểm», «%»."""
    main: str = TOTAL
    """The key of the column that is drawn first."""
    is_list: bool = False
    notes: tuple[str, ...] = ()
    """How it was counted, and what is provisional."""
    empty: str = ""
    """What to do where there is nothing to count."""
    drawing: Drawing | None = None
    """None where there is nothing that bars could show."""

    @property
    def title(self) -> str:
        return self.name

    @property
    def has_figures(self) -> bool:
        """Whether anything was counted."""
        values = (value for line in self.lines for value in line.values)
        return any(value not in (None, 0, "") for value in values)

    def place_of(self, head: str) -> int:
        """The place of a column. Raises StopIteration when there is none."""
        return next(place for place, each in enumerate(self.heads) if each.key == head)

    def line(self, key: str | None) -> Line | None:
        """The line with a key."""
        return next((line for line in self.lines if line.key == key), None)

    def value(self, line: str, head: str) -> Value:
        """What stands in a cell."""
        found = self.line(line)
        return found.values[self.place_of(head)] if found else None

    @property
    def in_words(self) -> tuple[tuple[str, ...], ...]:
        """Every line with its name and its figures as they are read."""
        return tuple((line.name, *map(shown, line.values)) for line in self.lines)


def shown(value: Value) -> str:
    """A figure as it stands on screen and paper: «1.234,5», and a dash where none is known."""
    if isinstance(value, str):
        return value
    return NOTHING if value is None else number(value)


def share_of(part: int, whole: int) -> Decimal | None:
    """A share in percent with two places at most; None of nothing."""
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01")) if whole else None
