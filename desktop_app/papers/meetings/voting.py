"""The results of votes by show of hands, written out of the records."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.vietnamese import percent
from desktop_app.papers.blocks import Block, ListItem
from desktop_app.papers.wording import closed, count


def blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    """One line a question, numbered where there are several."""
    if len(lines) == 1:
        return (ListItem("-", lines[0]),)
    return tuple(ListItem(f"{place}.", line) for place, line in enumerate(lines, start=1))


def line(vote: Vote) -> str:
    """The question and its result with the base."""
    return f"{closed(vote.question, ':')} {result(vote)}."


def result(vote: Vote) -> str:
    """«06/06 đại biểu … nhất trí 100%», or every share where voices differ."""
    if vote.voters <= 0:
        return "chưa ghi kết quả biểu quyết"
    base = f"{count(vote.voters)} đại biểu có quyền biểu quyết"
    if vote.is_unanimous:
        return f"{count(vote.agreed)}/{base} đồng ý, nhất trí 100%"
    return f"trong số {base}: " + "; ".join(_shares(vote))


def _shares(vote: Vote) -> list[str]:
    silent = vote.voters - vote.agreed - vote.against - vote.abstained
    voices = [
        ("đồng ý", vote.agreed),
        ("không đồng ý", vote.against),
        ("không có ý kiến", vote.abstained),
    ]
    voices += [("không biểu quyết", silent)] if silent > 0 else []
    return [f"{word} {count(n)} ({percent(n, vote.voters)})" for word, n in voices]
