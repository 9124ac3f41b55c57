"""Fields in the text of minutes, «{chủ trì}»: they stay in the text and are filled on the paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from desktop_app.domain.meetings.meeting import Capacity, Meeting, Presence
from desktop_app.domain.rich_text import Block, RichText, Run, TableBlock
from desktop_app.domain.vietnamese import clock, long_date
from desktop_app.papers.framing import day_of
from desktop_app.papers.meetings.delegates import chair_named, secretary_named
from desktop_app.papers.wording import OPEN, closed, count

FIELD = re.compile(r"\{([^{}\n]{1,40})\}")
_COMRADE = re.compile(r"^đồng chí\s+", re.IGNORECASE)


def _bare(named: str) -> str:
    """The sentence around a field says «đồng chí» itself."""
    return _COMRADE.sub("", named)


def _chair(meeting: Meeting) -> str:
    return _bare(chair_named(meeting)) if meeting.chair else ""


def _secretary(meeting: Meeting) -> str:
    return _bare(secretary_named(meeting)) if meeting.secretary else ""


def _present(meeting: Meeting) -> str:
    """Delegates of the member units, as the sentence on attendance counts them."""
    return count(sum(person.is_here for person in meeting.of_capacity(Capacity.MEMBER)))


def _absent(meeting: Meeting) -> str:
    people = meeting.of_capacity(Capacity.MEMBER)
    return count(sum(person.presence is Presence.ABSENT for person in people))


def _units(meeting: Meeting) -> str:
    return count(len(meeting.period.members_on(day_of(meeting.period, meeting.day))))


VALUES: Mapping[str, Callable[[Meeting], str]] = {
    "chủ trì": _chair,
    "thư ký": _secretary,
    "số có mặt": _present,
    "số vắng": _absent,
    "tổng số đơn vị": _units,
    "giờ": lambda meeting: clock(meeting.starts) if meeting.starts else "",
    "ngày": lambda meeting: long_date(meeting.day) if meeting.day else "",
    "địa điểm": lambda meeting: closed(meeting.place, "") if meeting.place else "",
    "giờ kết thúc": lambda meeting: clock(meeting.ends) if meeting.ends else "",
    "hội nghị": lambda meeting: meeting.name,
    "cụm": lambda meeting: meeting.period.cluster.name,
    "kỳ": lambda meeting: meeting.period.name,
}
"""What each field of the minutes stands for; empty while it is not known."""


def is_known(name: str) -> bool:
    """Whether the program fills a field of this name."""
    return _key(name) in VALUES


def value_of(name: str, meeting: Meeting) -> str:
    """The words in place of a field: never the field itself, an open place where none are known."""
    find = VALUES.get(_key(name))
    return (find(meeting) if find else "") or OPEN


def filled_line(text: str, meeting: Meeting) -> str:
    """A sentence with its fields filled."""
    return FIELD.sub(lambda found: value_of(found[1], meeting), text)


def filled(text: RichText, meeting: Meeting) -> RichText:
    """The text with its fields filled; a field takes the dress of its first letter."""
    return RichText.of(_block(block, meeting) for block in text.blocks)


def warnings(text: RichText, meeting: Meeting) -> tuple[str, ...]:
    """A sentence for each field that is unknown or has nothing to say yet."""
    found: list[str] = []
    for name in dict.fromkeys(match[1] for match in FIELD.finditer(text.text)):
        if not is_known(name):
            found.append(
                f"Trường {{{name}}} trong diễn biến không có trong chương trình: in thành chỗ "
                "trống. Hãy chọn lại ở nút «Trường»."
            )
        elif value_of(name, meeting) == OPEN:
            found.append(f"Trường {{{name}}} trong diễn biến chưa có nội dung: in thành chỗ trống.")
    return tuple(found)


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _block(block: Block | TableBlock, meeting: Meeting) -> Block | TableBlock:
    if "{" not in block.text:
        return block
    if isinstance(block, Block):
        return replace(block, runs=tuple(_runs(block.runs, meeting)))
    rows = tuple(tuple(tuple(_runs(cell, meeting)) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _runs(runs: tuple[Run, ...], meeting: Meeting) -> Iterator[Run]:
    """The runs anew: a field may begin in one dress and end in another."""
    text = "".join(run.text for run in runs)
    fields = [(m.start(), m.end(), value_of(m[1], meeting)) for m in FIELD.finditer(text)]
    start = 0
    for run in runs:
        end = start + len(run.text)
        at = start
        for begins, ends, words in fields:
            if ends <= at or begins >= end:
                continue
            if begins >= start:
                yield replace(run, text=text[at:begins])
                yield replace(run, text=words)
            at = min(ends, end)
        yield replace(run, text=text[at:end])
        start = end
