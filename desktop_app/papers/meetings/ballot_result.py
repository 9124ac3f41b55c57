"""What a round of voting came to: ballots, base and threshold written out, a table, the chosen."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.meetings.ballot import Ballot, Candidate
from desktop_app.domain.meetings.ballot_result import Line, Outcome, base_of, outcome
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.voting import Base
from desktop_app.papers.blocks import Block, Column, ListItem, Paragraph, Row, Table
from desktop_app.papers.wording import OPEN, count

_BASES = {
    Base.MEMBERS: "tổng số đơn vị thành viên",
    Base.PRESENT: "số đại biểu có quyền biểu quyết có mặt",
    Base.VALID: "số phiếu hợp lệ",
}
_COLUMNS = (
    Column("STT", 0.08, "center"),
    Column("Đơn vị, cá nhân", 0.40),
    Column("Đồng ý", 0.11, "center"),
    Column("Tỷ lệ", 0.12, "center"),
    Column("Không đồng ý", 0.12, "center"),
    Column("Kết quả", 0.17, "center"),
)


def blocks(ballots: Iterable[Ballot]) -> tuple[Block, ...]:
    """Round after round; nothing where no ballot was counted."""
    return tuple(block for ballot in ballots for block in of_round(ballot))


def of_round(ballot: Ballot) -> tuple[Block, ...]:
    """One round: what was voted on, the ballots, the table and who is chosen."""
    way = "bỏ phiếu kín" if ballot.is_secret else "biểu quyết công khai"
    return (
        Paragraph(f"{ballot.title}: {way}."),
        *(ListItem("-", line) for line in (*ballots_counted(ballot), rule(ballot))),
        table(ballot),
        Paragraph(conclusion(ballot)),
    )


def ballots_counted(ballot: Ballot) -> tuple[str, str]:
    """Those present, then ballots issued, returned, valid and not."""
    present = f"{count(ballot.present)}/{count(ballot.members)} đại biểu có quyền biểu quyết"
    counts = (
        ("phát ra", ballot.issued),
        ("thu về", ballot.returned),
        ("hợp lệ", ballot.valid),
        ("không hợp lệ", ballot.invalid),
    )
    words = ", ".join(f"{what} {_shown(found)}" for what, found in counts)
    return f"Có mặt {present}.", f"Số phiếu: {words}."


def rule(ballot: Ballot) -> str:
    """Base and threshold in words, with the fewest votes where they are the same for all."""
    word = "trên" if ballot.is_more_than else "từ"
    whole = "" if _differ(ballot) else f" ({count(_bases(ballot)[0])})"
    own = "" if ballot.self_vote else ", mỗi đơn vị không bỏ phiếu cho đơn vị mình"
    return (
        f"Tỷ lệ tính trên {_BASES[ballot.base]}{whole}{own}; "
        f"được chọn khi đạt {word} {number(ballot.threshold)}%."
    )


def table(ballot: Ballot) -> Table:
    """By votes, the most first."""
    result = outcome(ballot)
    day = ballot.meeting.day
    rows = (
        Row(
            (
                str(place),
                line.candidate.name_on(day),
                *_figures(line),
                verdict(result, line) if line.candidate.agreed is not None else "",
            )
        )
        for place, line in enumerate(result.lines, start=1)
    )
    return Table(_COLUMNS, tuple(rows))


def _figures(line: Line) -> tuple[str, str, str]:
    """Votes, share and votes against; before the count there is room for the pen."""
    votes = line.candidate
    if votes.agreed is None:
        return "", "", ""
    return count(votes.agreed), f"{number(line.share)}%", _shown(votes.against)


def verdict(result: Outcome, line: Line) -> str:
    """In a word what became of a candidate."""
    if line.candidate in result.chosen:
        return "Được chọn"
    if line.candidate in result.tied:
        return "Bằng phiếu"
    if not result.has_quorum:
        return "Không đủ số họp"
    return "Đạt, hết số lượng" if line.reaches else f"Thiếu {line.missing} phiếu"


def conclusion(ballot: Ballot) -> str:
    """Who is chosen, who votes again, or why nobody is."""
    if all(candidate.agreed is None for candidate in ballot.candidates):
        return f"Được chọn: {OPEN}{OPEN}."
    result = outcome(ballot)
    if not result.has_quorum:
        return "Số đại biểu có mặt chưa đủ để bỏ phiếu; không có kết quả."
    chosen = f"Được chọn: {_names(ballot, result.chosen)}." if result.chosen else ""
    tied = ""
    if result.tied:
        names = _names(ballot, result.tied)
        tied = f"Bằng phiếu, bỏ phiếu tiếp để chọn {count(result.seats_left)}: {names}."
    return " ".join(part for part in (chosen, tied) if part) or "Không có ai đạt ngưỡng."


def _names(ballot: Ballot, candidates: Iterable[Candidate]) -> str:
    return "; ".join(candidate.name_on(ballot.meeting.day) for candidate in candidates)


def _bases(ballot: Ballot) -> list[int]:
    return [base_of(ballot, candidate) for candidate in ballot.candidates] or [0]


def _differ(ballot: Ballot) -> bool:
    return len(set(_bases(ballot))) > 1


def _shown(found: int | None) -> str:
    return OPEN if found is None else count(found)
