"""Danh sách đề nghị khen thưởng, the landscape list that goes with a tờ trình."""

from __future__ import annotations

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.vietnamese import long_date, percent
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
from desktop_app.papers.wording import count

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
        subject = record.subject[:1].upper() + record.subject[1:]
        blocks: tuple[Block, ...] = (
            letterhead(issuing_body(record.period, record.date)),
            Title("DANH SÁCH", subject, remark=_remark(record)),
            _table(record),
            Paragraph(_total(record)),
            _closing(record),
        )
        return Document(f"Danh sách {record.subject}", (Section(blocks, landscape=True),))


def _remark(submission: Submission) -> str:
    body = issuing_body(submission.period, submission.date)
    symbol = body.symbol("TTr", submission.number).removeprefix("Số: ")
    day = long_date(submission.date, year_of(submission.period))
    return f"(Kèm theo Tờ trình số {symbol} {day} của {body.name})"


def _table(submission: Submission) -> Table:
    rows: list[Row] = []
    groups = (("TẬP THỂ", SubjectKind.COLLECTIVE), ("CÁ NHÂN", SubjectKind.INDIVIDUAL))
    for number, (heading, kind) in zip(("I", "II"), groups, strict=True):
        nominations = submission.nominations(kind)
        rows.append(Row((f"{number}. {heading}: {count(len(nominations))}",), is_group=True))
        rows += (_row(submission, place, n) for place, n in enumerate(nominations, start=1))
    return Table(_COLUMNS, tuple(rows))


def _row(submission: Submission, place: int, nomination: Nomination) -> Row:
    cells = (
        str(place),
        nomination.subject_on(day_of(submission.period, submission.date)),
        _office(submission, nomination),
        _award(nomination),
        nomination.achievement,
        _votes(nomination),
        nomination.note,
    )
    return Row(cells)


def _office(submission: Submission, nomination: Nomination) -> str:
    if nomination.kind is SubjectKind.COLLECTIVE:
        return ""
    return ", ".join(part for part in rank_and_place(nomination, submission) if part)


def _award(nomination: Nomination) -> str:
    award = nomination.award.name if nomination.award else ""
    year = nomination.achievement_year
    return f"{award} năm {year}" if year else award


def _votes(nomination: Nomination) -> str:
    votes, total = nomination.votes_for, nomination.votes_total
    if votes is None or not total:
        return ""
    return f"{votes}/{total} ({percent(votes, total)})"


def _total(submission: Submission) -> str:
    collectives = len(submission.nominations(SubjectKind.COLLECTIVE))
    people = len(submission.nominations(SubjectKind.INDIVIDUAL))
    return f"Danh sách gồm {count(collectives)} tập thể, {count(people)} cá nhân."


def _closing(submission: Submission) -> Closing:
    signer = submission.signer or signer_of(submission.period, submission.date)
    return Closing(right=issuing_signature(submission.period, signer, submission.date))
