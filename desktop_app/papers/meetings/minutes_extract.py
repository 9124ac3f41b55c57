"""Trích biên bản: chosen parts of the minutes with the numbers they have there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.extract import Extract
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.public_version import public
from desktop_app.domain.rich_text import AnyBlock, BlockKind, RichText
from desktop_app.domain.rich_text import Block as TypedBlock
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import (
    Block,
    Document,
    FootMark,
    ListItem,
    Paragraph,
    Section,
    Style,
    Title,
)
from desktop_app.papers.framing import issuing_body, letterhead, receivers
from desktop_app.papers.meetings import ballot_result, drawn, minutes_fields, voting
from desktop_app.papers.meetings.delegates import chair_named, secretary_named
from desktop_app.papers.meetings.minutes import closing, concluded
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import OPEN, capital, closed, finished

_LONGEST = 70
"""Letters of a part's name in the list to choose from."""
B = TypeVar("B")


@dataclass(frozen=True)
class Part:
    """What can be chosen: a heading of the course with its text, a vote, a conclusion."""

    key: str
    label: str
    section: str
    blocks: tuple[Block, ...]


class MinutesExtract(Paper):
    """The parts that were chosen, or one alone; without a choice all that may be spread."""

    key = "minutes-extract"
    name = "Trích biên bản"
    record = Extract

    def parts(self, record: Extract | Meeting) -> tuple[tuple[str, str], ...]:
        return tuple((part.key, part.label) for part in parts_of(_extract(record).conference))

    def compose(self, record: Extract | Meeting, only: str | None = None) -> Document:
        extract = _extract(record)
        chosen = (only,) if only else extract.chosen
        meeting = extract.conference.meeting
        spread = extract.conference.replace(meeting=public(meeting))
        shown = parts_of(extract.conference if chosen else spread)
        parts = [part for part in shown if not chosen or part.key in chosen]
        body = issuing_body(meeting.period, meeting.day)
        blocks = (
            letterhead(body, body.symbol("BB", meeting.minutes_number)),
            Title("TRÍCH BIÊN BẢN", meeting.name, rule=meeting.period.cluster.minutes_rule),
            *numbered_sections(("Thời gian, địa điểm", _frame(meeting)), *_sections(parts)),
            Paragraph(_source(meeting)),
            replace(closing(meeting), receivers=receivers((OPEN,), kept="Lưu: VT, Hồ sơ")),
        )
        return Document(extract.title, (Section(blocks),), foot=_foot(extract.conference))


def parts_of(conference: Conference) -> tuple[Part, ...]:
    """Everything that can be chosen, in the order of the minutes."""
    meeting = conference.meeting
    return (
        *_course_parts(meeting),
        *_vote_parts(meeting),
        *_ballot_parts(conference),
        *_conclusion_parts(meeting),
    )


def _extract(record: Extract | Meeting) -> Extract:
    return record if isinstance(record, Extract) else Extract.of(Conference.of(record))


def _sections(parts: Sequence[Part]) -> list[tuple[str, tuple[Block, ...]]]:
    names = dict.fromkeys(part.section for part in parts)
    return [
        (name, tuple(block for part in parts if part.section == name for block in part.blocks))
        for name in names
    ]


def _course_parts(meeting: Meeting) -> Iterator[Part]:
    """A part a heading; what stands before the first one is a part too."""
    course = minutes_fields.filled(meeting.course, meeting)
    typed = _split([block for block in course.blocks if not block.is_blank], _is_heading)
    made = _split(typed_text.blocks(course), _is_subsection)
    for place, (text, blocks) in enumerate(zip(typed, made, strict=True)):
        hidden = RichText(tuple(text)).has_confidential
        label = _label(text[0].text, hidden)
        yield Part(f"dien-bien-{place}", label, "Nội dung", tuple(blocks))


def _vote_parts(meeting: Meeting) -> Iterator[Part]:
    told = voting.blocks(drawn.vote_lines(meeting))
    for place, (vote, block) in enumerate(zip(meeting.votes, told, strict=True), start=1):
        label = _label(f"Biểu quyết {place}: {vote.question}", False)
        yield Part(vote.id, label, "Kết quả biểu quyết", (block,))


def _ballot_parts(conference: Conference) -> Iterator[Part]:
    """All rounds together: a second round is told with the first."""
    if conference.counted:
        name = "Kết quả bỏ phiếu"
        yield Part("bo-phieu", name, name, ballot_result.blocks(conference.counted))


def _conclusion_parts(meeting: Meeting) -> Iterator[Part]:
    for place, conclusion in enumerate(meeting.conclusions, start=1):
        label = _label(f"Kết luận {place}: {conclusion.text}", conclusion.is_confidential)
        item = ListItem(f"{place}.", concluded(conclusion, meeting))
        yield Part(conclusion.id, label, "Kết luận", (item,))


def _split(blocks: Sequence[B], begins: Callable[[B], bool]) -> list[list[B]]:
    """Groups that each begin with a heading, the first one perhaps without."""
    groups: list[list[B]] = []
    for block in blocks:
        if begins(block) or not groups:
            groups.append([])
        groups[-1].append(block)
    return groups


def _is_heading(block: AnyBlock) -> bool:
    return isinstance(block, TypedBlock) and block.kind is BlockKind.HEADING


def _is_subsection(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.SUBSECTION


def _label(text: str, hidden: bool) -> str:
    line = " ".join(text.split())
    short = line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
    return f"{short} (có phần không phổ biến)" if hidden else short


def _frame(meeting: Meeting) -> tuple[Block, ...]:
    lines = (
        drawn.said(meeting, drawn.STARTS),
        f"Địa điểm: {closed(meeting.place or OPEN)}",
        f"Chủ trì: {closed(capital(chair_named(meeting)))}",
        f"Thư ký: {closed(capital(secretary_named(meeting)))}",
    )
    return tuple(Paragraph(line) for line in lines)


def _source(meeting: Meeting) -> str:
    number = issuing_body(meeting.period, meeting.day).symbol("BB", meeting.minutes_number)
    symbol = f" {number.removeprefix('Số: ')}" if meeting.minutes_number else ""
    noun = meeting.kind.noun
    return finished(f"Trích từ Biên bản{symbol} {noun}, {long_date(meeting.day)}")


def _foot(conference: Conference) -> FootMark:
    version = conference.version_in_force
    if version:
        return FootMark(f"Trích từ biên bản mã {version.code}.")
    return FootMark("Bản nháp: biên bản chưa chốt.")
