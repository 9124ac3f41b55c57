"""A column of an editable grid: how its cells are written and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from desktop_app.domain.record import Record
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.vietnamese import clean_line, clean_text, fold, number, short_date
from desktop_app.ui.records.forms.date_fields import read_date, read_time, short_time
from desktop_app.ui.records.forms.number_field import read_number

Kind = Literal["text", "typed", "number", "date", "time", "choice", "record", "check"]


@dataclass(frozen=True)
class PartColumn:
    """A column of an editable grid.

    `choices` is a Choice class for «choice» and a tuple of records, or a function that gives
    them, for «record»; «typed» is rich text edited as plain paragraphs. `show` makes the text
    of a column that is only looked at.
    """

    field: str
    head: str
    kind: Kind = "text"
    choices: Iterable[Any] | Callable[[], Sequence[Any]] = ()
    width: int = 120
    placeholder: str = ""
    decimals: int = 0
    minimum: int | None = 0
    """The smallest number; counts are never negative."""
    multiline: bool = False
    """Long texts: the row grows with them, and Shift+Enter begins a new line."""
    empty: Any = None
    """What an empty number means, e.g. 0 where the record wants one."""
    stretch: bool = False
    nullable: bool = False
    text: Callable[[Any], str] = lambda record: record.title
    by_id: bool = False
    """Whether the field of a «record» keeps the record's id, empty where none is chosen."""
    show: Callable[[Any], str] | None = None
    changed: Callable[[Any], Any] | None = None
    """Called with the changed part; gives it back with what follows from the change."""

    def options(self) -> list[Any]:
        """What can be chosen."""
        choices = self.choices
        if callable(choices) and not isinstance(choices, type):
            choices = choices()
        return list(choices)  # type: ignore[arg-type]

    def value_of(self, part: Record) -> Any:
        """What stands in a part's cell; of an id the record that has it."""
        value = getattr(part, self.field)
        if not self.by_id:
            return value
        return next((option for option in self.options() if option.id == value), None)

    def kept(self, value: Any) -> Any:
        """What the field keeps of a chosen value."""
        if not self.by_id:
            return value
        return value.id if value else ""


def cell_text(column: PartColumn, part: Record) -> str:
    """How a part's value is written in the grid."""
    if column.show:
        return column.show(part)
    value = column.value_of(part)
    if value is None or column.kind == "check":
        return ""
    if isinstance(value, RichText):
        return value.text
    if column.kind == "date":
        return short_date(value)
    if column.kind == "time":
        return short_time(value)
    if isinstance(value, (int, Decimal)):
        return number(value)
    return column.text(value) if column.kind == "record" else str(value)


def read_cell(column: PartColumn, text: str) -> Any:
    """The value a person typed or pasted. Raises ValueError with a sentence."""
    if column.kind == "number":
        found = read_number(text, column.decimals, column.minimum)
        return column.empty if found is None else found
    if column.kind == "typed":
        return RichText.plain(text)
    if column.kind == "date":
        return read_date(text)
    if column.kind == "time":
        return read_time(text)
    if column.kind in ("choice", "record"):
        return _named(column, text)
    if column.kind == "check":
        return fold(text.strip()) in ("x", "co", "1", "true")
    return clean_text(text).strip() if column.multiline else clean_line(text)


def _named(column: PartColumn, text: str) -> Any:
    wanted = fold(clean_line(text))
    for option in column.options():
        shown = column.text(option) if column.kind == "record" else option.label
        if fold(clean_line(shown)) == wanted:
            return option
    raise ValueError(f"Không có «{text.strip()}» trong danh sách.")
