"""What a person types in minutes: blocks of runs, stored as plain data and never as HTML."""

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

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class RichText:
    """The blocks of a text, in order."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return any(block.text.strip() for block in self.blocks)

    @property
    def text(self) -> str:
        """The words alone, a line a block: for searching and comparing."""
        return "\n".join(block.text for block in self.blocks)

    @classmethod
    def plain(cls, text: str) -> RichText:
        """Plain paragraphs, one a line."""
        lines = [line for line in clean_text(text).split("\n") if line.strip()]
        return cls(tuple(Block((Run(line.strip()),)) for line in lines))

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> RichText:
        """Blocks with clean runs; neighbours in the same dress become one."""
        return cls(tuple(Block(_joined(block.runs), block.kind) for block in blocks))

    def to_data(self) -> list[dict[str, Any]]:
        """Lists and dictionaries, as they are stored."""
        return [
            {"kind": block.kind.value, "runs": [_run_data(run) for run in block.runs]}
            for block in self.blocks
        ]

    @classmethod
    def from_data(cls, data: str | Sequence[dict[str, Any]]) -> RichText:
        """The text again; an older image of a record may hold plain words."""
        if isinstance(data, str):
            return cls.plain(data)
        return cls.of(
            Block(tuple(_run(item) for item in block["runs"]), BlockKind(block["kind"]))
            for block in data
        )


NO_TEXT = RichText()


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for run in runs:
        text = clean_text(run.text)
        if not text:
            continue
        last = joined[-1] if joined else None
        if last and _dress(last) == _dress(run):
            joined[-1] = Run(last.text + text, *_dress(run))
        else:
            joined.append(Run(text, *_dress(run)))
    return tuple(joined)


def _dress(run: Run) -> tuple[bool, bool, bool]:
    return run.bold, run.italic, run.underline


def _run_data(run: Run) -> dict[str, Any]:
    marks = {"b": run.bold, "i": run.italic, "u": run.underline}
    return {"text": run.text} | {name: True for name, on in marks.items() if on}


def _run(data: dict[str, Any]) -> Run:
    return Run(data["text"], bool(data.get("b")), bool(data.get("i")), bool(data.get("u")))
