"""What a unit or a person was honoured with before: a grant together with its decision."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import AwardGroup
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.subject import Subject
from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import short_date

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_of(text: str) -> int | None:
    """«2017» as 2017; of «2025–2026» the later one; None where there is no year."""
    found = _YEAR.findall(text)
    return int(found[-1]) if found else None


@dataclass(frozen=True, kw_only=True)
class Honour(Record):
    """Assembled from the decisions of a file and never stored; it has the id of its grant."""

    grant: Grant
    decision: Decision

    @property
    def title(self) -> str:
        return self.grant.award.name if self.grant.award else self.grant.title

    @property
    def code(self) -> str:
        return self.grant.award.code if self.grant.award else ""

    @property
    def year(self) -> int | None:
        """The year of the achievement; the decision's where none is written.

        So counts Nghị định 98/2023/NĐ-CP, Điều 30 khoản 9.
        """
        day = self.decision.date
        return year_of(self.grant.achievement_year) or (day.year if day else None)

    @property
    def cited(self) -> str:
        """«Quyết định số 12/QĐ-BCA ngày 05/03/2018»."""
        day = f" ngày {short_date(self.decision.date)}" if self.decision.date else ""
        return f"Quyết định số {self.decision.number}{day}"

    @property
    def group(self) -> AwardGroup | None:
        return self.grant.award.group if self.grant.award else None


def honours(decisions: Iterable[Decision]) -> tuple[Honour, ...]:
    """Every grant that stands, the oldest achievement first."""
    found = (
        Honour(id=grant.id, grant=grant, decision=decision)
        for decision in decisions
        for grant in decision.grants
        if grant.stands and grant.award
    )
    return tuple(sorted(found, key=_age))


def honours_of(subject: Subject, found: Iterable[Honour]) -> tuple[Honour, ...]:
    """Those of one subject, under whatever name it had."""
    forms = subject.forms
    return tuple(h for h in found if any(h.grant.who.is_same(form) for form in forms))


def _age(honour: Honour) -> tuple[str, dt.date]:
    return honour.grant.achievement_year, honour.decision.date or dt.date.max
