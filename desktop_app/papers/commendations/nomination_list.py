"""Danh sách đề nghị khen thưởng, the landscape list that goes with a tờ trình."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.commendations.award import AwardGroup, SubjectKind
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.vietnamese import long_date, percent, roman
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from desktop_app.papers.commendations.submission import rank_and_place
from desktop_app.papers.framing import (
    day_of,
    issuing_body,
    issuing_signature,
    letterhead,
    signer_of,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, capital, count

_COLUMNS = (
    Column("STT", 0.05, "center"),
    Column("Tên tập thể / Họ và tên", 0.17),
    Column("Cấp bậc, chức vụ, đơn vị", 0.16),
    Column("Danh hiệu, hình thức đề nghị", 0.18),
    Column("Tóm tắt thành tích", 0.22),
    Column("Tỷ lệ phiếu", 0.09, "center"),
    Column("Ghi chú", 0.13),
)


class NominationList(Paper):
    """Collectives first, then individuals, each group with its own count."""

    key = "nomination-list"
    name = "Danh sách đề nghị khen thưởng"
    record = Submission

    def compose(self, record: Submission, only: str | None = None) -> Document:
        kinds = tuple(kind for kind in SubjectKind if only in (None, kind.value))
        blocks: tuple[Block, ...] = (
            *list_head(record, kinds),
            _table(record, kinds),
            Paragraph(_total(record, kinds)),
            list_closing(record),
        )
        return Document(f"Danh sách {record.subject}", (Section(blocks, landscape=True),))

    def parts(self, record: Submission) -> tuple[tuple[str, str], ...]:
        """Collectives and individuals may go up on lists of their own."""
        return tuple(
            (kind.value, f"{kind.label}: {count(len(record.nominations(kind)))}")
            for kind in SubjectKind
            if record.nominations(kind)
        )


def list_head(
    submission: Submission,
    kinds: Sequence[SubjectKind] = tuple(SubjectKind),
    kind: str = "DANH SÁCH",
) -> tuple[Block, ...]:
    """Letterhead, title, and which tờ trình it belongs to."""
    return (
        letterhead(issuing_body(submission.period, submission.date)),
        Title(kind, _subject(submission, kinds), remark=_remark(submission)),
    )


def _subject(submission: Submission, kinds: Sequence[SubjectKind]) -> str:
    """«Tập thể, cá nhân đề nghị tặng Cờ thi đua của Bộ Công an năm 2017» (documents, 3.9)."""
    found = [(kind, submission.nominations(kind)) for kind in kinds]
    listed = [nomination for _, nominations in found for nomination in nominations]
    if not listed:
        return capital(submission.subject)
    who = ", ".join(kind.label.lower() for kind, nominations in found if nominations)
    years = list(dict.fromkeys(n.achievement_year for n in listed if n.achievement_year))
    year = f" năm {years[0]}" if len(years) == 1 else ""
    return capital(f"{who} đề nghị tặng {_awards(listed)}{year}")


def _awards(nominations: Sequence[Nomination]) -> str:
    """The award where there is one only, or else what sort they are."""
    awards = {one.award.name: one.award.group for one in nominations if one.award}
    if len(awards) == 1:
        return next(iter(awards))
    groups = [group for group in AwardGroup if group in awards.values()]
    return ", ".join(group.label.lower() for group in groups) or OPEN


def _remark(submission: Submission) -> str:
    body = issuing_body(submission.period, submission.date)
    symbol = body.symbol("TTr", submission.number).removeprefix("Số: ")
    day = long_date(submission.date, year_of(submission.period))
    return f"(Kèm theo Tờ trình số {symbol} {day} của {body.name})"


def _table(submission: Submission, kinds: Sequence[SubjectKind]) -> Table:
    rows: list[Row] = []
    for number, kind in enumerate(kinds, start=1):
        nominations = submission.nominations(kind)
        heading = f"{roman(number)}. {kind.label.upper()}: {count(len(nominations))}"
        rows.append(Row((heading,), is_group=True))
        rows += (_row(submission, place, n) for place, n in enumerate(nominations, start=1))
    total = sum(len(submission.nominations(kind)) for kind in kinds)
    rows.append(Row((f"TỔNG CỘNG: {count(total)}",), is_group=True))
    return Table(_COLUMNS, tuple(rows))


def _row(submission: Submission, place: int, nomination: Nomination) -> Row:
    cells = (
        str(place),
        nomination.subject_on(day_of(submission.period, submission.date)),
        _office(submission, nomination),
        award_words(nomination),
        nomination.achievement,
        votes_words(nomination),
        nomination.note,
    )
    return Row(cells)


def _office(submission: Submission, nomination: Nomination) -> str:
    if nomination.kind is SubjectKind.COLLECTIVE:
        return ""
    return ", ".join(part for part in rank_and_place(nomination, submission) if part)


def award_words(nomination: Nomination) -> str:
    """The award with the year it is for."""
    award = nomination.award.name if nomination.award else ""
    year = nomination.achievement_year
    return f"{award} năm {year}" if year else award


def votes_words(nomination: Nomination) -> str:
    """«5/6 (83,33%)»; empty where no votes are noted."""
    votes, total = nomination.votes_for, nomination.votes_total
    if votes is None or not total:
        return ""
    return f"{votes}/{total} ({percent(votes, total)})"


def _total(submission: Submission, kinds: Sequence[SubjectKind]) -> str:
    found = (f"{count(len(submission.nominations(k)))} {k.label.lower()}" for k in kinds)
    return f"Danh sách gồm {', '.join(found)}."


def list_closing(submission: Submission) -> Closing:
    """Who signs the tờ trình signs its lists."""
    signer = submission.signer or signer_of(submission.period, submission.date)
    return Closing(right=issuing_signature(submission.period, signer, submission.date))
