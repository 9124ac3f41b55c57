"""What a person types: blocks of runs and tables of them, stored as plain data, never as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.record import Choice
from desktop_app.domain.vietnamese import clean_text


class BlockKind(Choice):
    """The few shapes of a typed paragraph that the page can print."""

    PARAGRAPH = "p", "Đoạn văn"
    HEADING = "h", "Đề mục"
    BULLET = "ul", "Gạch đầu dòng"
    NUMBERED = "ol", "Đánh số"


@dataclass(frozen=True)
class Run:
    """A stretch of text in one dress."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True)
class Block:
    """One paragraph, heading or list item."""

    runs: tuple[Run, ...] = ()
    kind: BlockKind = BlockKind.PARAGRAPH
    is_confidential: bool = False
    """Left out of the version that is spread."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


Cell = tuple[Run, ...]
"""The words of a table's cell; a line break within them begins a new line of the cell."""


@dataclass(frozen=True)
class TableBlock:
    """A table: every row has the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...] = ()
    has_header: bool = False
    """Whether the first row names the columns; it is bold by its place, not by its runs."""
    shares: tuple[int, ...] = ()
    """Per cent of the width of each column; empty where the words decide."""
    is_confidential: bool = False

    @property
    def columns(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    @property
    def text(self) -> str:
        """A line a row, its cells parted by a bar."""
        return "\n".join(" | ".join(map(cell_words, row)) for row in self.rows)

    @property
    def is_blank(self) -> bool:
        return not any(cell_words(cell).strip() for row in self.rows for cell in row)


def cell_words(cell: Cell) -> str:
    """The words of a cell as one line."""
    return " ".join("".join(run.text for run in cell).split("\n"))


def whole_shares(shares: Sequence[int], columns: int) -> tuple[int, ...]:
    """Shares of a table's columns as whole per cent, a hundred in all and at least one each.

    Shares that do not fit the columns are none.
    """
    if len(shares) != columns or not columns or columns > 100 or min(shares) < 0:
        return ()
    total = sum(shares)
    if not total:
        return ()
    whole = [max(share * 100 // total, 1) for share in shares]
    by_rest = sorted(range(columns), key=lambda place: -(shares[place] * 100 % total))
    for place in by_rest[: max(100 - sum(whole), 0)]:
        whole[place] += 1
    while sum(whole) > 100:
        whole[whole.index(max(whole))] -= 1
    return tuple(whole)


AnyBlock = Block | TableBlock
_COUNTED = (BlockKind.HEADING, BlockKind.NUMBERED)


@dataclass(frozen=True)
class RichText:
    """The blocks of a text, in order."""

    blocks: tuple[AnyBlock, ...] = ()

    def __bool__(self) -> bool:
        return any(not block.is_blank for block in self.blocks)

    @property
    def text(self) -> str:
        """The words alone, a line a block: for searching and comparing."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def has_confidential(self) -> bool:
        return any(block.is_confidential for block in self.blocks)

    def public(self, words: str) -> RichText:
        """Confidential blocks replaced by these words; headings and numbers keep their count."""
        kept: list[AnyBlock] = []
        for block in self.blocks:
            if not block.is_confidential:
                kept.append(block)
                continue
            is_counted = isinstance(block, Block) and block.kind in _COUNTED
            kind = block.kind if is_counted and isinstance(block, Block) else BlockKind.PARAGRAPH
            stand_in = Block((Run(words, italic=True),), kind)
            if is_counted or kept[-1:] != [stand_in]:
                kept.append(stand_in)
        return RichText(tuple(kept))

    @classmethod
    def plain(cls, text: str) -> RichText:
        """Plain paragraphs, one a line."""
        lines = [line for line in clean_text(text).split("\n") if line.strip()]
        return cls(tuple(Block((Run(line.strip()),)) for line in lines))

    @classmethod
    def of(cls, blocks: Iterable[AnyBlock]) -> RichText:
        """Blocks with clean runs and even tables; neighbours in the same dress become one."""
        tidy = (_tidy_table(b) if isinstance(b, TableBlock) else _tidy_block(b) for b in blocks)
        return cls(tuple(b for b in tidy if isinstance(b, Block) or b.columns))

    def to_data(self) -> list[dict[str, Any]]:
        """Lists and dictionaries, as they are stored."""
        return [
            _table_data(block) if isinstance(block, TableBlock) else _block_data(block)
            for block in self.blocks
        ]

    @classmethod
    def from_data(cls, data: Sequence[dict[str, Any]] | str) -> RichText:
        """The text again; what was once kept as plain words becomes plain paragraphs."""
        if isinstance(data, str):
            return cls.plain(data)
        return cls.of(_table(item) if item["kind"] == _TABLE else _block(item) for item in data)


NO_TEXT = RichText()


# --- tidy -----------------------------------------------------------------------------------


def _tidy_block(block: Block) -> Block:
    return Block(_joined(block.runs), block.kind, block.is_confidential)


def _tidy_table(table: TableBlock) -> TableBlock:
    """The same with rows of one length; the first row's weight comes from being the head."""
    columns = max((len(row) for row in table.rows), default=0)
    rows = [
        tuple(_tidy_cell(cell, table.has_header and not place) for cell in row)
        + ((),) * (columns - len(row))
        for place, row in enumerate(table.rows)
    ]
    shares = whole_shares(table.shares, columns)
    return TableBlock(tuple(rows), table.has_header, shares, table.is_confidential)


def _tidy_cell(cell: Cell, in_header: bool) -> Cell:
    """Its lines that have words; a break belongs to the run before it."""
    plain = (Run(r.text, r.bold and not in_header, r.italic, r.underline) for r in cell)
    tidy: list[Run] = []
    for line in _lines(_joined(plain)):
        if not "".join(run.text for run in line).strip():
            continue
        if tidy:
            tidy[-1] = Run(tidy[-1].text + "\n", *_dress(tidy[-1]))
        tidy += line
    return _joined(tidy)


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        for place, part in enumerate(run.text.split("\n")):
            if place:
                lines.append([])
            if part:
                lines[-1].append(Run(part, *_dress(run)))
    return lines


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for run in runs:
        text = clean_text(run.text)
        if not text:
            continue
        last = joined[-1] if joined else None
        if last and _dress(last) == _dress(run):
            # once more, because a mark may now stand on a letter
            joined[-1] = Run(clean_text(last.text + text), *_dress(run))
        else:
            joined.append(Run(text, *_dress(run)))
    return tuple(joined)


def _dress(run: Run) -> tuple[bool, bool, bool]:
    return run.bold, run.italic, run.underline


# --- plain data -----------------------------------------------------------------------------

_TABLE = "table"
_CONFIDENTIAL = "confidential"


def _block_data(block: Block) -> dict[str, Any]:
    data = {"kind": block.kind.value, "runs": [_run_data(run) for run in block.runs]}
    return data | _mark(block)


def _block(data: dict[str, Any]) -> Block:
    runs = tuple(_run(item) for item in data["runs"])
    return Block(runs, BlockKind(data["kind"]), bool(data.get(_CONFIDENTIAL)))


def _mark(block: AnyBlock) -> dict[str, Any]:
    return {_CONFIDENTIAL: True} if block.is_confidential else {}


def _table_data(table: TableBlock) -> dict[str, Any]:
    rows = [[[_run_data(run) for run in cell] for cell in row] for row in table.rows]
    data: dict[str, Any] = {"kind": _TABLE, "rows": rows}
    if table.has_header:
        data["header"] = True
    data |= _mark(table)
    return data | ({"shares": list(table.shares)} if table.shares else {})


def _table(data: dict[str, Any]) -> TableBlock:
    rows = tuple(tuple(tuple(_run(run) for run in cell) for cell in row) for row in data["rows"])
    shares = tuple(data.get("shares", ()))
    return TableBlock(rows, bool(data.get("header")), shares, bool(data.get(_CONFIDENTIAL)))


def _run_data(run: Run) -> dict[str, Any]:
    marks = {"b": run.bold, "i": run.italic, "u": run.underline}
    return {"text": run.text} | {name: True for name, on in marks.items() if on}


def _run(data: dict[str, Any]) -> Run:
    return Run(data["text"], bool(data.get("b")), bool(data.get("i")), bool(data.get("u")))
