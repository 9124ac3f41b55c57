"""Restrictions (hạn chế xét khen): discipline, or a complaint under check, with its paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.commendations.subject import Subject
from desktop_app.domain.record import Choice, Record, required
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date


class RestrictionKind(Choice):
    """What stands against a commendation (Thông tư 12/2019/TT-BCA, Điều 2, as far as published)."""

    REPRIMAND = "khien_trach", "Kỷ luật khiển trách"
    WARNING = "canh_cao", "Kỷ luật từ cảnh cáo trở lên"
    PENDING = "cho_ky_luat", "Chờ xét kỷ luật"
    COMPLAINT = "khieu_nai", "Khiếu nại, tố cáo đang xác minh"
    OTHER = "khac", "Vi phạm khác"


@dataclass(frozen=True, kw_only=True)
class Restriction(Record):
    """Why a unit or a person is not considered, from when to when."""

    kind: RestrictionKind = RestrictionKind.COMPLAINT
    subject: SubjectKind = SubjectKind.INDIVIDUAL
    unit: Unit | None = None
    person: Person | None = None
    name: str = ""
    """Who it is, where that is neither the unit itself nor a known person."""
    since: dt.date | None = None
    until: dt.date | None = None
    document: str = ""
    """Number, day and body of the paper, as it is cited."""
    note: str = ""

    @property
    def title(self) -> str:
        return f"{self.kind}: {self.called}"

    @property
    def called(self) -> str:
        """The name of who it is about."""
        if self.name:
            return self.name
        if self.subject is SubjectKind.INDIVIDUAL and self.person:
            return self.person.full_name
        return self.unit.name if self.unit else ""

    @property
    def who(self) -> Subject:
        return Subject(self.subject, self.unit, self.person, self.name)

    @property
    def span(self) -> str:
        """«từ 05/03/2018 đến 05/03/2019», or that it has no end yet."""
        end = f"đến {short_date(self.until)}" if self.until else "chưa kết thúc"
        return f"từ {short_date(self.since)} {end}"

    @property
    def in_a_sentence(self) -> str:
        """«Kỷ luật khiển trách từ … đến … (Quyết định số …)»."""
        paper = self.document or "chưa ghi văn bản"
        return f"{self.kind} {self.span} ({paper})"

    def is_in_force(self, day: dt.date) -> bool:
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)

    def problems(self) -> dict[str, str]:
        found = required(
            self,
            unit="Cần chọn đơn vị.",
            since="Cần có ngày bắt đầu.",
            document="Cần ghi văn bản làm căn cứ.",
        )
        if self.subject is SubjectKind.INDIVIDUAL and not (self.person or self.name):
            found["name"] = "Cần có họ và tên cá nhân."
        if self.since and self.until and self.until < self.since:
            found["until"] = "Ngày kết thúc đứng trước ngày bắt đầu."
        return found


def restriction_problem(
    nomination: Nomination, restrictions: Iterable[Restriction], today: dt.date
) -> str:
    """Why a nomination may not go up; empty when nothing is in force or a reason is given.

    In a period that is over the period's last day counts, so that old years stay as they were.
    """
    if nomination.restriction_reason:
        return ""
    until = nomination.period.until
    day = min(today, until) if until else today
    forms = nomination.who.forms
    held = [
        r for r in restrictions if r.is_in_force(day) and any(r.who.is_same(form) for form in forms)
    ]
    if not held:
        return ""
    told = "; ".join(r.in_a_sentence for r in held)
    return f"«{nomination.subject}» đang bị hạn chế xét khen: {told}."
