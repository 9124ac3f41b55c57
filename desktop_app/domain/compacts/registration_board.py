"""All registrations of a period side by side: who is missing, what it means for nominations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.decision import Grant
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.compacts.registration import (
    LineState,
    Registration,
    RegistrationLine,
    RegistrationState,
)
from desktop_app.domain.record import Record, new_id
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period, RegistrationRule


def blank(period: Period, unit: Unit) -> Registration:
    """What stands for a member that has not registered; always the same id, never stored."""
    return Registration(id=f"dang-ky-{period.id}-{unit.id}", period=period, unit=unit)


def board(period: Period, registrations: Iterable[Registration]) -> tuple[Registration, ...]:
    """One registration a member in the cluster's order, blanks where there is none."""
    sent = {each.unit.id: each for each in registrations if each.unit}
    members = [member.unit for member in period.members_on(None)]
    own = [sent[unit.id] if unit.id in sent else blank(period, unit) for unit in members]
    ids = {unit.id for unit in members}
    return (*own, *(each for unit, each in sent.items() if unit not in ids))


def copied(last: Registration, period: Period) -> tuple[RegistrationLine, ...]:
    """The lines of last year that can be registered again this year."""
    return tuple(
        line.replace(id=new_id(), state=LineState.REGISTERED)
        for line in last.standing
        if line.award and line.award.holds_on(period.until)
    )


def is_registered(nomination: Nomination, registrations: Iterable[Registration]) -> bool:
    """Whether the subject has registered for the award it is nominated for."""
    wanted = nomination.subject.casefold()
    return any(
        line.award is not None
        and nomination.award is not None
        and line.award.id == nomination.award.id
        and line.kind is nomination.kind
        and (_same_person(line, nomination) or each.subject(line).casefold() == wanted)
        for each in registrations
        if each.unit and nomination.unit and each.unit.id == nomination.unit.id
        for line in each.standing
    )


def _same_person(line: RegistrationLine, nomination: Nomination) -> bool:
    return bool(line.person and nomination.person and line.person.id == nomination.person.id)


def nomination_problem(nomination: Nomination, registrations: Iterable[Registration]) -> str:
    """What the period's rule says of a nomination without a registration; empty when nothing.

    No law asks for a registration since 2024: the rule is a setting of the period.
    """
    rule = nomination.period.registration_rule
    if rule is RegistrationRule.FREE or nomination.award is None or not nomination.unit:
        return ""
    if is_registered(nomination, registrations):
        return ""
    return f"Chưa đăng ký «{nomination.award.name}» trong {nomination.period.in_a_sentence}."


@dataclass(frozen=True, kw_only=True)
class RegistrationBoard(Record):
    """All registrations of a period and what was granted: assembled for papers, never stored."""

    period: Period
    registrations: tuple[Registration, ...] = ()
    """One a member, in the cluster's order."""
    grants: tuple[Grant, ...] = ()
    """What was granted for achievements of the period."""

    @property
    def title(self) -> str:
        return f"Đăng ký thi đua {self.period.in_a_sentence}"

    @property
    def awards(self) -> tuple[Award, ...]:
        """Every award somebody aims at, in the catalogue's order."""
        found = {
            line.award.id: line.award
            for each in self.registrations
            for line in each.standing
            if line.award
        }
        return tuple(sorted(found.values(), key=lambda award: (award.place_in_list, award.name)))

    def missing(self) -> tuple[Registration, ...]:
        """Those that have sent nothing, or were sent back."""
        open_states = (RegistrationState.DRAFT, RegistrationState.RETURNED)
        return tuple(each for each in self.registrations if each.state in open_states)

    def of_unit(self, unit: Unit) -> tuple[Grant, ...]:
        return tuple(grant for grant in self.grants if grant.unit and grant.unit.id == unit.id)
