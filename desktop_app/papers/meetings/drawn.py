"""The sentences that minutes draw from the records, and a person's own words in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop_app.domain.meetings.meeting import Meeting, Override
from desktop_app.domain.vietnamese import clock, long_date
from desktop_app.papers.meetings import attendance_list, voting
from desktop_app.papers.wording import OPEN, capital, closed, count, finished

STARTS, ATTENDANCE, ADOPTION, COPIES, ENDING = (
    "starts",
    "attendance",
    "adoption",
    "copies",
    "ending",
)
_VOTE = "vote:"


@dataclass(frozen=True)
class Drawn:
    """One sentence of the minutes that comes from the records."""

    place: str
    label: str
    """What the sentence is about, for the screen."""
    text: str
    """What the records say now."""
    override: Override | None = None

    @property
    def printed(self) -> str:
        """What the minutes say."""
        return self.override.text if self.override else self.text

    @property
    def is_outdated(self) -> bool:
        """Whether the records say something else than when the sentence was written by hand."""
        return self.override is not None and self.override.basis != self.text


def drawn(meeting: Meeting) -> tuple[Drawn, ...]:
    """Every such sentence in the order of the paper; empty ones are left out.

    At the end stand sentences by hand of what is no more, a vote that was deleted.
    """
    own = {override.place: override for override in meeting.overrides}
    told = [(place, label, make(meeting)) for place, (label, make) in _SENTENCES.items()]
    votes = [
        (vote_place(vote.id), f"Biểu quyết {number}", voting.line(vote))
        for number, vote in enumerate(meeting.votes, start=1)
    ]
    in_order = (*told[:2], *votes, *told[2:])
    found = [Drawn(p, label, text, own.pop(p, None)) for p, label, text in in_order if text]
    return (*found, *(Drawn(p, "Câu không còn chỗ in", "", left) for p, left in own.items()))


def said(meeting: Meeting, place: str) -> str:
    """The sentence as the minutes print it: a person's, or the program's."""
    own = next((o for o in meeting.overrides if o.place == place), None)
    return own.text if own else _SENTENCES[place][1](meeting)


def vote_lines(meeting: Meeting) -> tuple[str, ...]:
    """The result of each vote as the minutes print it."""
    own = {override.place: override.text for override in meeting.overrides}
    return tuple(own.get(vote_place(vote.id), voting.line(vote)) for vote in meeting.votes)


def vote_place(vote: str) -> str:
    """Where the sentence of a vote stands, by the vote's id."""
    return f"{_VOTE}{vote}"


def with_override(meeting: Meeting, place: str, text: str) -> tuple[Override, ...]:
    """The meeting's own sentences with this one; the records' sentence is kept as its basis."""
    basis = next((each.text for each in drawn(meeting) if each.place == place), "")
    kept = [override for override in meeting.overrides if override.place != place]
    old = next((override for override in meeting.overrides if override.place == place), Override())
    return (*kept, old.replace(place=place, text=text, basis=basis))


def without_override(meeting: Meeting, place: str) -> tuple[Override, ...]:
    """The program's own sentence again."""
    return tuple(override for override in meeting.overrides if override.place != place)


def warnings(meeting: Meeting) -> tuple[str, ...]:
    """A sentence for each text by hand under which the records have changed."""
    return tuple(
        f"Câu «{each.label}» đã sửa bằng tay, nay dữ liệu khác: {each.text}"
        if each.text
        else f"Câu sửa bằng tay «{each.printed}» không còn chỗ in."
        for each in drawn(meeting)
        if each.is_outdated
    )


# --- what the records say -------------------------------------------------------------------


def _starts(meeting: Meeting) -> str:
    if meeting.starts:
        return f"Thời gian bắt đầu: {clock(meeting.starts)}, {long_date(meeting.day)}."
    return f"Thời gian bắt đầu: {OPEN} giờ {OPEN} phút, {long_date(None)}."


def _attendance(meeting: Meeting) -> str:
    return f"Thành phần tham dự: {attendance_list.totals(meeting)}"


def _adoption(meeting: Meeting) -> str:
    if not (meeting.adopted_share or meeting.is_adopted):
        return ""
    share = f" ({closed(meeting.adopted_share, '')})" if meeting.adopted_share else ""
    return f"Biên bản đã được đọc lại tại {meeting.kind.noun} và được thông qua{share}."


def _copies(meeting: Meeting) -> str:
    words = f"Biên bản được lập thành {count(meeting.minutes_copies)} bản"
    return f"{words} có giá trị như nhau." if meeting.minutes_copies > 1 else f"{words}."


def _ending(meeting: Meeting) -> str:
    noun = capital(meeting.kind.noun)
    if meeting.ends:
        day = long_date(meeting.ends.date())
        return finished(f"{noun} kết thúc vào hồi {clock(meeting.ends)}, {day}")
    year = meeting.day.year if meeting.day else None
    return finished(f"{noun} kết thúc vào hồi {OPEN} giờ {OPEN} phút, {long_date(None, year)}")


_SENTENCES: Mapping[str, tuple[str, Callable[[Meeting], str]]] = {
    STARTS: ("Thời gian", _starts),
    ATTENDANCE: ("Thành phần tham dự", _attendance),
    ADOPTION: ("Thông qua biên bản", _adoption),
    COPIES: ("Số bản", _copies),
    ENDING: ("Kết thúc", _ending),
}
