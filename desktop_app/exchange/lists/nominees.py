"""A list of those who are nominated for awards."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.record import Record
from desktop_app.exchange.lists.kind import ListKind
from desktop_app.exchange.lists.known import Known
from desktop_app.exchange.lists.list_field import Holds, ListField
from desktop_app.exchange.lists.person_fields import (
    POST,
    RANK,
    RANK_AND_POST,
    UNIT,
    rank_and_post,
)
from desktop_app.exchange.lists.row_reader import RowReader

SUBJECT = ListField(
    "name",
    "Họ tên cá nhân, tên tập thể",
    (
        "ho va ten",
        "ho ten",
        "ten ca nhan",
        "ten tap the",
        "tap the ca nhan",
        "ca nhan tap the",
        "ten",
        "ten tap the ca nhan",
        "tap the",
        "ca nhan",
        "ho va",
        "ho dem",
        "ho va ten dem",
    ),
    required=True,
    example="Nguyễn Văn An",
    width=30,
)
AWARD = ListField(
    "award",
    "Danh hiệu, hình thức",
    (
        "danh hieu",
        "hinh thuc",
        "hinh thuc khen thuong",
        "danh hieu hinh thuc khen thuong",
        "danh hieu thi dua",
        "de nghi",
        "hinh thuc de nghi",
        "khen thuong",
        "de nghi khen thuong",
    ),
    required=True,
    for_all=True,
    example="Chiến sĩ thi đua cơ sở",
    width=30,
)
KIND = ListField(
    "kind", "Đối tượng", ("loai doi tuong", "tap the hay ca nhan"), example="Cá nhân", width=14
)
YEAR = ListField(
    "achievement_year",
    "Năm thành tích",
    ("nam", "nam cong tac", "nam khen"),
    for_all=True,
    example="2026",
    width=14,
)
ACHIEVEMENT = ListField(
    "achievement",
    "Thành tích",
    ("tom tat thanh tich", "noi dung thanh tich", "thanh tich tom tat"),
    width=44,
)
WHO = (SUBJECT, KIND, RANK, POST, RANK_AND_POST, UNIT)
"""Whom a line is about, as nominations and grants have it."""


class Nominees(ListKind):
    """Each row becomes a nomination of the period; whom it means is looked up in the file."""

    key, label, noun = "nominees", "Đề nghị khen thưởng", "đề nghị"
    needs_period = True
    fields = (
        *WHO,
        AWARD,
        YEAR,
        ACHIEVEMENT,
        ListField("score", "Điểm", ("diem so", "tong diem", "so diem"), Holds.NUMBER, width=10),
        ListField(
            "votes_for", "Số phiếu đồng ý", ("phieu dong y", "dong y"), Holds.NUMBER, width=12
        ),
        ListField(
            "votes_total", "Tổng số phiếu", ("tong phieu", "so phieu"), Holds.NUMBER, width=12
        ),
        ListField("note", "Ghi chú", ("chu thich",)),
    )

    def record(self, row: RowReader, known: Known) -> Nomination | None:
        assert known.period is not None
        rank, post = rank_and_post(row)
        award = known.award(row, known.period.until)
        kind = subject_kind(row, known, bool(rank or post))
        name = row.line("name")
        own = known.units_called(name) if kind is SubjectKind.COLLECTIVE else []
        unit = own[0] if len(own) == 1 and not row.line("unit") else known.unit(row, must=True)
        person = known.person(row, name, unit) if kind is SubjectKind.INDIVIDUAL else None
        is_unit = unit is not None and any(one.id == unit.id for one in own)
        return Nomination(
            period=known.period,
            award=award,
            kind=kind,
            unit=unit,
            person=person,
            name="" if is_unit else name,
            rank=rank or (person.rank if person else ""),
            post=post or (person.post if person else ""),
            achievement_year=row.line("achievement_year") or known.period.name,
            achievement=row.line("achievement"),
            score=row.number("score"),
            votes_for=row.whole("votes_for"),
            votes_total=row.whole("votes_total"),
            note=row.line("note"),
        )

    def twin(self, record: Record, known: Known, others: Sequence[Record]) -> Record | None:
        assert isinstance(record, Nomination)
        for other in (*known.nominations, *others):
            if isinstance(other, Nomination) and _is_same(record, other):
                return other
        return None

    def describe(self, record: Record) -> str:
        assert isinstance(record, Nomination)
        award = record.award.name if record.award else ""
        return f"{record.subject}, {award} ({record.state.label.lower()})"


def subject_kind(row: RowReader, known: Known, is_somebody: bool) -> SubjectKind:
    """What the column says; else a rank, a post or a name of the register speak for a person."""
    name = row.line("name")
    is_person = is_somebody or bool(known.people_called(name, None))
    usual = SubjectKind.INDIVIDUAL if is_person else SubjectKind.COLLECTIVE
    if not is_person and not known.units_called(name) and not row.line("kind"):
        row.notice("name", f"«{name}» không có cấp bậc, chức vụ: hiểu là tập thể.")
    return row.choice("kind", SubjectKind, usual)


def _is_same(one: Nomination, other: Nomination) -> bool:
    if not (one.award and other.award and one.award.is_same(other.award)):
        return False
    return one.period.id == other.period.id and one.who.is_same(other.who)
