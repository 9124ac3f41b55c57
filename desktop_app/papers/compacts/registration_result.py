"""Đăng ký và kết quả: what each unit aimed at beside what it was granted at year end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.compacts.registration import RegistrationState
from desktop_app.domain.compacts.registration_board import Outcome, RegistrationBoard
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
)
from desktop_app.papers.framing import official_closing, plain_head
from desktop_app.papers.paper import Paper

_COUNTS = (
    Column("TT", 0.07, "center"),
    Column("Danh hiệu, hình thức", 0.47),
    Column("Đăng ký", 0.15, "center"),
    Column("Đạt", 0.15, "center"),
    Column("Chênh lệch", 0.16, "center"),
)
_NAMES = (
    Column("TT", 0.07, "center"),
    Column("Tập thể, cá nhân", 0.43),
    Column("Danh hiệu, hình thức", 0.50),
)


class RegistrationResult(Paper):
    """Counted in occurrences (lượt), unit by unit; then by name what does not agree."""

    key = "registration-result"
    name = "Đăng ký và kết quả khen thưởng"
    record = RegistrationBoard

    def compose(self, record: RegistrationBoard, only: str | None = None) -> Document:
        period = record.period
        subject = f"{period.title} của {period.cluster.name}"
        outcomes = [record.outcome(each) for each in record.registrations if each.unit]
        rows = [row for outcome in outcomes for row in _counts(outcome)]
        missed = [row for outcome in outcomes for row in _missed(outcome)]
        unforeseen = [row for outcome in outcomes for row in _unforeseen(outcome)]
        blocks: tuple[Block, ...] = (
            *plain_head(period, None, "ĐĂNG KÝ VÀ KẾT QUẢ KHEN THƯỞNG", subject),
            Paragraph("I. SO SÁNH THEO ĐƠN VỊ", Style.SECTION),
            *_table(_COUNTS, rows, "Kỳ này chưa có đơn vị thành viên."),
            Paragraph("II. ĐĂNG KÝ NHƯNG CHƯA ĐẠT", Style.SECTION),
            *_table(_NAMES, missed, "Không có."),
            Paragraph("III. ĐẠT NHƯNG KHÔNG ĐĂNG KÝ", Style.SECTION),
            *_table(_NAMES, unforeseen, "Không có."),
            official_closing(period, None, None),
        )
        return Document(f"Đăng ký và kết quả {period.in_a_sentence}", (Section(blocks),))


def _table(columns: tuple[Column, ...], rows: Sequence[Row], nothing: str) -> tuple[Block, ...]:
    return (Table(columns, tuple(rows)),) if rows else (Paragraph(nothing),)


def _counts(outcome: Outcome) -> Iterator[Row]:
    """A line an award, the later and the earlier law's counted together."""
    lines = [line.award for line in outcome.registration.counted if line.award]
    grants = [grant.award for grant in outcome.grants if grant.award]
    awards = {_key(award): award for award in (*lines, *grants)}
    aimed, granted = (Counter(map(_key, counted)) for counted in (lines, grants))
    ordered = sorted(awards.values(), key=lambda award: (award.place_in_list, award.name))
    yield _unit_row(outcome)
    for place, award in enumerate(ordered, start=1):
        yield _count_row(place, award, aimed[_key(award)], granted[_key(award)])
    if not ordered:
        state = outcome.registration.state
        is_sent = outcome.registration.counts
        words = "Không đăng ký danh hiệu nào" if is_sent else _NOT_SENT[state]
        yield Row(("", f"{words}, chưa có kết quả", "0", "0", "0"))


_NOT_SENT = {
    RegistrationState.DRAFT: "Chưa gửi bản đăng ký",
    RegistrationState.RETURNED: "Bản đăng ký bị trả lại",
}


def _key(award: Award) -> tuple[str, str]:
    return award.code, award.name


def _count_row(place: int, award: Award, aimed: int, granted: int) -> Row:
    gap = granted - aimed
    told = f"+{gap}" if gap > 0 else f"−{-gap}" if gap else "0"
    return Row((str(place), award.name, str(aimed), str(granted), told))


def _missed(outcome: Outcome) -> Iterator[Row]:
    registration = outcome.registration
    if outcome.missed:
        yield _unit_row(outcome)
    for place, line in enumerate(outcome.missed, start=1):
        award = line.award.name if line.award else ""
        yield Row((str(place), registration.subject(line), award))


def _unforeseen(outcome: Outcome) -> Iterator[Row]:
    if outcome.unforeseen:
        yield _unit_row(outcome)
    for place, grant in enumerate(outcome.unforeseen, start=1):
        yield Row((str(place), grant.name, grant.award.name if grant.award else ""))


def _unit_row(outcome: Outcome) -> Row:
    registration = outcome.registration
    name = registration.unit.name_on(registration.period.until) if registration.unit else ""
    return Row((name,), is_group=True)
