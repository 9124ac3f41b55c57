"""All registrations of a period side by side: who is missing, what it means for nominations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award, awards_within
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


def asked(period: Period) -> tuple[Unit, ...]:
    """Who has to register: the members as the period ends, and those of the due day."""
    members = [*period.members_on(None)]
    if period.registration_due:
        members += period.members_on(period.registration_due)
    return tuple({member.unit.id: member.unit for member in members}.values())


def board(period: Period, registrations: Iterable[Registration]) -> tuple[Registration, ...]:
    """One registration a member in the cluster's order, blanks where there is none."""
    sent = {each.unit.id: each for each in registrations if each.unit}
    units = asked(period)
    own = [sent[unit.id] if unit.id in sent else blank(period, unit) for unit in units]
    ids = {unit.id for unit in units}
    return (*own, *(each for unit, each in sent.items() if unit not in ids))


def copied(
    last: Registration, period: Period, awards: Iterable[Award]
) -> tuple[RegistrationLine, ...]:
    """The lines of last year that can be registered again, each award as the law has it now."""
    held = awards_within(awards, period.since, period.until)
    now = (
        (line, next((a for a in held if line.award and a.is_same(line.award)), None))
        for line in last.standing
    )
    return tuple(
        line.replace(id=new_id(), award=award, state=LineState.REGISTERED)
        for line, award in now
        if award is not None
    )


def is_registered(nomination: Nomination, registrations: Iterable[Registration]) -> bool:
    """Whether the subject has registered for the award it is nominated for."""
    return any(_covers(each, line, nomination) for each in registrations for line in each.counted)


def _covers(each: Registration, line: RegistrationLine, nomination: Nomination) -> bool:
    award = nomination.award
    if award is None or line.award is None or not line.award.is_same(award):
        return False
    return each.who(line).is_same(nomination.who)


def nomination_problem(nomination: Nomination, registrations: Iterable[Registration]) -> str:
    """What the period's rule says of a nomination without a registration; empty when nothing.

    No law asks for a registration since 2024: the rule is a setting of the period.
    """
    rule = nomination.period.registration_rule
    if rule is RegistrationRule.FREE or nomination.award is None or not nomination.unit:
        return ""
    known = tuple(registrations)
    if is_registered(nomination, known):
        return ""
    words = f"Chưa đăng ký «{nomination.award.name}» trong {nomination.period.in_a_sentence}"
    held = (e for e in known if any(_covers(e, line, nomination) for line in e.standing))
    waiting = next(held, None)
    return f"{words}: bản đăng ký đang «{waiting.state}»." if waiting else f"{words}."


def rests_on_the_same(before: Nomination | None, after: Nomination) -> bool:
    """Whether a change leaves alone what a registration is asked for: who, and which award."""
    if before is None or before.award is None or after.award is None:
        return False
    same_award = before.award.id == after.award.id and before.period.id == after.period.id
    return same_award and before.who.is_same(after.who)


@dataclass(frozen=True)
class Outcome:
    """A unit's registration beside the grants of the period that stand."""

    registration: Registration
    grants: tuple[Grant, ...]

    @property
    def achieved(self) -> tuple[tuple[RegistrationLine, Grant], ...]:
        """Each registered line with the grant it came to; a grant answers one line only."""
        free = list(self.grants)
        found: list[tuple[RegistrationLine, Grant]] = []
        for line in self.registration.counted:
            grant = next((grant for grant in free if self._answers(grant, line)), None)
            if grant:
                free.remove(grant)
                found.append((line, grant))
        return tuple(found)

    @property
    def missed(self) -> tuple[RegistrationLine, ...]:
        """Registered, not achieved."""
        met = {line.id for line, _ in self.achieved}
        return tuple(line for line in self.registration.counted if line.id not in met)

    @property
    def unforeseen(self) -> tuple[Grant, ...]:
        """Achieved, not registered."""
        met = {grant.id for _, grant in self.achieved}
        return tuple(grant for grant in self.grants if grant.id not in met)

    def _answers(self, grant: Grant, line: RegistrationLine) -> bool:
        if grant.award is None or line.award is None or not grant.award.is_same(line.award):
            return False
        return grant.who.is_same(self.registration.who(line))


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
        lines = (line for each in self.registrations for line in each.counted)
        found = {line.award.id: line.award for line in lines if line.award}
        return tuple(sorted(found.values(), key=lambda award: (award.place_in_list, award.name)))

    def missing(self) -> tuple[Registration, ...]:
        """Those that have sent nothing, or were sent back."""
        open_states = (RegistrationState.DRAFT, RegistrationState.RETURNED)
        return tuple(each for each in self.registrations if each.state in open_states)

    def outcome(self, registration: Registration) -> Outcome:
        """What the unit registered, set against what it was granted."""
        unit = registration.unit
        of_unit = (g for g in self.grants if unit and g.unit and g.unit.id == unit.id)
        return Outcome(registration, tuple(g for g in of_unit if g.award and g.stands))
