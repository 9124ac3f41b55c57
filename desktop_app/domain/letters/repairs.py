"""What the doctor of letters finds in the records of a file, and the records put right."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.letters.doctor import Finding, examined
from desktop_app.domain.record import Record
from desktop_app.domain.rich_text import Block, RichText, Run, TableBlock
from desktop_app.domain.years.period import Period

_CODES = ("id", "owner", "sha256")
"""Fields that hold no words of a person."""
_FINAL = ("is_adopted", "is_frozen", "is_signed", "is_final", "is_locked")
"""What records of several sorts call it when nothing of them may change any more."""
_MOST_LETTERS = 20_000

Path = tuple[str | int, ...]
"""Where a text stands in a record: names of fields, numbers of parts."""


@dataclass(frozen=True)
class Repair:
    """One text of a record that can be put right."""

    record: Record
    path: Path
    finding: Finding

    @property
    def field(self) -> str:
        """The name of the field, of the part where it is one of a list."""
        return next(step for step in reversed(self.path) if isinstance(step, str))


def repairs_of(records: Iterable[Record], look: Callable[[], None] = lambda: None) -> list[Repair]:
    """Everything that could be put right; `look` is called for each record and may stop it."""
    found: list[Repair] = []
    for record in records:
        look()
        for path, text in _texts(record, ()):
            if finding := _finding(text):
                found.append(Repair(record, path, finding))
    return found


def _finding(text: str) -> Finding | None:
    """Of a stretch of typed text the spaces at its ends part it from the next."""
    core = text.strip(" ")
    found = examined(core) if 0 < len(core) <= _MOST_LETTERS else None
    if found is None:
        return None
    before, _, after = text.partition(core)
    return Finding(text, before + found.after + after, found.troubles)


def why_locked(record: Record) -> str:
    """Why a record is only looked at: what was signed or closed stays as it was signed."""
    period = record if isinstance(record, Period) else getattr(record, "period", None)
    if period is not None and period.is_closed:
        return "Kỳ thi đua đã đóng: chỉ xem"
    is_final = any(getattr(record, name, False) for name in _FINAL)
    return "Đã ký, đã chốt: chỉ xem" if is_final else ""


def repaired(repairs: Iterable[Repair]) -> list[Record]:
    """The records with these texts put right, each once."""
    changes: dict[str, dict[Path, str]] = {}
    records: dict[str, Record] = {}
    for repair in repairs:
        records[repair.record.id] = repair.record
        changes.setdefault(repair.record.id, {})[repair.path] = repair.finding.after
    return [_with(record, (), changes[record_id]) for record_id, record in records.items()]


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text of a record and its own parts; what it points to is a record of its own."""
    for field in dataclasses.fields(value):
        if field.name in _CODES:
            continue
        yield from _texts_of(getattr(value, field.name), (*path, field.name))


def _texts_of(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, RichText):
        for place, run in enumerate(_runs(value)):
            yield (*path, place), run.text
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            if isinstance(item, Record):
                yield from _texts(item, (*path, place))
            else:
                yield from _texts_of(item, (*path, place))


def _with(value: Any, path: Path, changes: dict[Path, str]) -> Any:
    """The same with the texts at these places changed."""
    if path in changes:
        return changes[path]
    if not any(place[: len(path)] == path for place in changes):
        return value
    if isinstance(value, RichText):
        return _with_runs(value, path, changes)
    if isinstance(value, tuple):
        return tuple(_with(item, (*path, place), changes) for place, item in enumerate(value))
    names = {place[len(path)] for place in changes if place[: len(path)] == path}
    fields = {str(name): _with(getattr(value, str(name)), (*path, name), changes) for name in names}
    return dataclasses.replace(value, **fields)


def _runs(text: RichText) -> Iterator[Run]:
    for block in text.blocks:
        if isinstance(block, TableBlock):
            for row in block.rows:
                for cell in row:
                    yield from cell
        else:
            yield from block.runs


def _with_runs(text: RichText, path: Path, changes: dict[Path, str]) -> RichText:
    places = iter(range(sum(1 for _ in _runs(text))))

    def mended(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(
            dataclasses.replace(run, text=changes.get((*path, next(places)), run.text))
            for run in runs
        )

    def block_of(block: Block | TableBlock) -> Block | TableBlock:
        if isinstance(block, TableBlock):
            rows = tuple(tuple(mended(cell) for cell in row) for row in block.rows)
            return dataclasses.replace(block, rows=rows)
        return dataclasses.replace(block, runs=mended(block.runs))

    return RichText(tuple(block_of(block) for block in text.blocks))
