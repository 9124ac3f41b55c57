"""Lists to sign when awards are handed over: danh sách nhận thưởng, danh sách nhận tiền thưởng."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.awarding import Awarding
from desktop_app.domain.commendations.decision import Grant
from desktop_app.domain.commendations.money import dong, dong_in_words
from desktop_app.domain.rich_text import Run
from desktop_app.domain.vietnamese import number, roman, short_date
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from desktop_app.papers.commendations.decision_words import (
    award_of,
    cited,
    counted,
    decision_letterhead,
    hand_over_closing,
    subject_words,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, count

_REWARDS = (
    Column("STT", 0.05, "center"),
    Column("Tên tập thể / Họ và tên", 0.21),
    Column("Chức vụ, đơn vị", 0.19),
    Column("Danh hiệu, hình thức", 0.18),
    Column("Số vào sổ", 0.08, "center"),
    Column("Ngày trao; người trao", 0.13),
    Column("Người nhận (ký, ghi rõ họ tên)", 0.16),
)
_MONEY = (
    Column("STT", 0.05, "center"),
    Column("Tên tập thể / Họ và tên", 0.23),
    Column("Chức vụ, đơn vị", 0.20),
    Column("Danh hiệu, hình thức", 0.20),
    Column("Số tiền (đồng)", 0.14, "right"),
    Column("Người nhận (ký, ghi rõ họ tên)", 0.18),
)
_SIGNING_ROOM = 12.0
"""Least height of a row in mm: a name and a signature over it."""
_NOBODY = "Quyết định chưa có tập thể, cá nhân nào được khen."


class RewardList(Paper):
    """Who receives what, with room to sign for it."""

    key = "reward-list"
    name = "Danh sách nhận thưởng"
    record = Awarding

    def compose(self, record: Awarding, only: str | None = None) -> Document:
        blocks = (
            *_head(record, "DANH SÁCH NHẬN THƯỞNG"),
            *_table(record, _REWARDS, tuple(_reward_rows(record))),
            hand_over_closing(record.decision),
        )
        title = f"Danh sách nhận thưởng {record.decision.title}"
        return Document(title, (Section(blocks, landscape=True),))


class MoneyReceipt(Paper):
    """The sums, their total in words, and room to sign; an unknown sum is left open and told."""

    key = "money-receipt"
    name = "Danh sách nhận tiền thưởng"
    record = Awarding

    def compose(self, record: Awarding, only: str | None = None) -> Document:
        blocks = (
            *_head(record, "DANH SÁCH NHẬN TIỀN THƯỞNG"),
            *_table(record, _MONEY, (*_money_rows(record), _total_row(record))),
            *_total_words(record),
            hand_over_closing(record.decision, "Kế toán"),
        )
        title = f"Danh sách nhận tiền thưởng {record.decision.title}"
        section = Section(blocks, landscape=True)
        return Document(title, (section,), warnings=tuple(_warnings(record)))


def _head(record: Awarding, kind: str) -> tuple[Block, ...]:
    """The deciding body's head without a number: lists bear none."""
    head = decision_letterhead(record.decision)
    return (
        type(head)(head.parent, head.body),
        Title(kind, subject_words(record.decision), remark=f"(Theo {cited(record.decision)})"),
    )


def _table(
    record: Awarding, columns: tuple[Column, ...], rows: tuple[Row, ...]
) -> tuple[Block, ...]:
    if not record.grants:
        return (Paragraph(_NOBODY),)
    return Table(columns, rows), Paragraph(f"Danh sách gồm {counted(record.grants)}.")


def _groups(record: Awarding) -> Iterator[tuple[str, tuple[Grant, ...]]]:
    filled = [(kind, record.of_kind(kind)) for kind in SubjectKind if record.of_kind(kind)]
    for place, (kind, grants) in enumerate(filled, start=1):
        yield f"{roman(place)}. {kind.label.upper()}: {count(len(grants))}", grants


def _reward_rows(record: Awarding) -> Iterator[Row]:
    for heading, grants in _groups(record):
        yield Row((heading,), is_group=True)
        for place, grant in enumerate(grants, start=1):
            handed = (short_date(grant.presented_on), grant.presented_by)
            told = (grant.register_number, "\n".join(filter(None, handed)), grant.presented_to)
            yield Row((*_first(place, grant), *told), height=_SIGNING_ROOM)


def _money_rows(record: Awarding) -> Iterator[Row]:
    for heading, grants in _groups(record):
        known = all(grant.amount is not None for grant in grants)
        yield Row((f"{heading} – {dong(_sum(grants))}" if known else heading,), is_group=True)
        for place, grant in enumerate(grants, start=1):
            amount = OPEN if grant.amount is None else number(grant.amount)
            yield Row((*_first(place, grant), amount, ""), height=_SIGNING_ROOM)


def _first(place: int, grant: Grant) -> tuple[str, str, str, str]:
    return str(place), grant.name, grant.description, award_of(grant)


def _sum(grants: tuple[Grant, ...]) -> Decimal:
    return sum((grant.amount for grant in grants if grant.amount), Decimal(0))


def _total_row(record: Awarding) -> Row:
    total = number(record.total) if _is_known(record) else OPEN
    return Row(("", _bold("Tổng cộng"), "", "", _bold(total), ""))


def _bold(text: str) -> tuple[Run, ...]:
    return (Run(text, bold=True),)


def _is_known(record: Awarding) -> bool:
    return len(record.without_sum) < len(record.grants)


def _total_words(record: Awarding) -> tuple[Block, ...]:
    if not record.grants:
        return ()
    if not _is_known(record):
        return (Paragraph(f"Tổng số tiền: {OPEN} (bằng chữ: {OPEN}{OPEN})."),)
    words = dong_in_words(record.total)
    lines = [f"Tổng số tiền: {dong(record.total)} (bằng chữ: {words})."]
    if record.without_sum:
        lines.append(f"Chưa gồm {count(len(record.without_sum))} lượt khen chưa ghi số tiền.")
    return tuple(Paragraph(line) for line in lines)


def _warnings(record: Awarding) -> Iterator[str]:
    """Which grants have no sum, by name as far as a line holds."""
    missing = record.without_sum
    if missing:
        names = "; ".join(grant.name for grant in missing[:3])
        more = f" và {len(missing) - 3} lượt khác" if len(missing) > 3 else ""
        yield f"Chưa ghi tiền thưởng: {names}{more}."
