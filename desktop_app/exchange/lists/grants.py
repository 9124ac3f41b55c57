"""A list of awards given earlier: decisions with those whom they honour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import clean_line
from desktop_app.domain.years.period import Period
from desktop_app.exchange.lists.kind import ListKind, ListRow
from desktop_app.exchange.lists.known import Known
from desktop_app.exchange.lists.list_field import Holds, ListField
from desktop_app.exchange.lists.nominees import (
    ACHIEVEMENT,
    AWARD,
    WHO,
    YEAR,
    subject_kind,
)
from desktop_app.exchange.lists.person_fields import (
    rank_and_post,
)
from desktop_app.exchange.lists.row_reader import RowReader


@dataclass(frozen=True, kw_only=True)
class GrantLine(Record):
    """A row of the list: the grant, and the decision by which it was given."""

    grant: Grant
    period: Period
    decision: str = ""
    day: dt.date | None = None
    body: str = ""

    @property
    def title(self) -> str:
        return self.grant.name

    def is_of(self, decision: Decision) -> bool:
        """Whether the decision is the one that the row names."""
        same = clean_line(decision.number).casefold() == clean_line(self.decision).casefold()
        return same and decision.date == self.day


class Grants(ListKind):
    """Rows of one number and day become one decision, or go into the one that is there."""

    key, label, noun = "grants", "Khen thưởng đã có", "lượt khen thưởng"
    needs_period = True
    fields = (
        *WHO,
        replace(AWARD, label="Danh hiệu, hình thức đã tặng"),
        YEAR,
        ACHIEVEMENT,
        ListField(
            "decision",
            "Số quyết định",
            (
                "quyet dinh",
                "so qd",
                "qd so",
                "quyet dinh so",
                "so hieu quyet dinh",
                "so quyet dinh khen thuong",
            ),
            required=True,
            for_all=True,
            example="1234/QĐ-BCA",
        ),
        ListField(
            "day",
            "Ngày quyết định",
            (
                "ngay qd",
                "ngay ky",
                "ngay thang quyet dinh",
                "ngay ban hanh",
                "ngay thang nam quyet dinh",
            ),
            Holds.DAY,
            required=True,
            for_all=True,
            example="15/01/2026",
            width=16,
        ),
        ListField(
            "body",
            "Cơ quan quyết định",
            ("co quan ra quyet dinh", "cap quyet dinh", "co quan ban hanh", "cap khen thuong"),
            for_all=True,
            example="Bộ Công an",
        ),
        ListField(
            "amount", "Tiền thưởng (đồng)", ("tien thuong", "muc thuong", "so tien"), Holds.NUMBER
        ),
        ListField(
            "register_number", "Số vào sổ", ("so vao so khen thuong",), Holds.DIGITS, width=14
        ),
    )

    def record(self, row: RowReader, known: Known) -> GrantLine | None:
        rank, post = rank_and_post(row)
        day = row.day("day")
        award = known.award(row, day)
        kind = subject_kind(row, known, bool(rank or post))
        name = row.line("name")
        own = known.units_called(name) if kind is SubjectKind.COLLECTIVE else []
        unit = own[0] if len(own) == 1 and not row.line("unit") else known.unit(row)
        person = known.person(row, name, unit) if kind is SubjectKind.INDIVIDUAL else None
        period = self._period(row, known, day)
        if not row.line("body") and not self._there(row, known, day):
            row.complain("body", "Cần có cơ quan ra quyết định.")
        if award and not award.is_for(kind):
            row.complain("award", f"«{award.name}» không dành cho {kind.label.lower()}.")
        grant = Grant(
            award=award,
            kind=kind,
            unit=unit,
            person=person,
            name=name,
            description=", ".join(filter(None, (rank, post))),
            achievement_year=row.line("achievement_year") or (str(day.year) if day else ""),
            achievement=row.line("achievement"),
            amount=row.number("amount"),
            register_number=row.digits("register_number"),
        )
        for field, words in grant.problems().items():
            row.complain(field, words)
        if period is None or row.complaints:
            return None
        return GrantLine(
            grant=grant,
            period=period,
            decision=row.line("decision"),
            day=day,
            body=row.line("body"),
        )

    def _period(self, row: RowReader, known: Known, day: dt.date | None) -> Period | None:
        if not known.of_day:
            return known.period
        found = next((p for p in known.periods if day and _holds(p, day)), None)
        if day and found is None:
            row.complain(
                "day", f"Chưa có kỳ thi đua nào chứa ngày {day:%d/%m/%Y}; thêm kỳ, hoặc chọn kỳ."
            )
        elif found and found.is_closed:
            row.complain("day", f"{found.title} đã đóng: mở lại trước khi nhập thêm quyết định.")
        return found

    def _there(self, row: RowReader, known: Known, day: dt.date | None) -> bool:
        number = row.line("decision").casefold()
        return any(d.number.casefold() == number and d.date == day for d in known.decisions)

    def twin(self, record: Record, known: Known, others: Sequence[Record]) -> Record | None:
        assert isinstance(record, GrantLine)
        for decision in known.decisions:
            if record.is_of(decision):
                for grant in decision.grants:
                    if _is_same(record.grant, grant):
                        return grant
        for other in others:
            if isinstance(other, GrantLine) and _is_again(record, other):
                return other
        return None

    def describe(self, record: Record) -> str:
        award = record.award.name if isinstance(record, Grant) and record.award else ""
        return ", ".join(filter(None, (record.title, award)))

    def to_save(self, rows: Sequence[ListRow], known: Known) -> list[Record]:
        """Each decision once, the grants in the order of the list."""
        made: list[Decision] = []
        for row in rows:
            line = row.record
            if not isinstance(line, GrantLine):
                continue
            there = next((d for d in made if line.is_of(d)), None)
            known_one = next((d for d in known.decisions if line.is_of(d)), None)
            decision = there or known_one or _new_decision(line)
            if there is not None:
                made.remove(there)
            made.append(decision.replace(grants=(*decision.grants, line.grant)))
        return list(made)


def _holds(period: Period, day: dt.date) -> bool:
    return bool(period.since and period.until and period.since <= day <= period.until)


def _new_decision(line: GrantLine) -> Decision:
    return Decision(period=line.period, number=line.decision, date=line.day, body=line.body)


def _is_same(one: Grant, other: Grant) -> bool:
    awards = one.award is not None and other.award is not None and one.award.is_same(other.award)
    return awards and (one.who.is_same(other.who) or one.name.casefold() == other.name.casefold())


def _is_again(one: GrantLine, other: GrantLine) -> bool:
    same = one.decision.casefold() == other.decision.casefold() and one.day == other.day
    return same and _is_same(one.grant, other.grant)
