"""What the data file knows of a nomination's subject: honours with their decisions, and more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.honour import Honour, honours, year_of
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.commendations.restriction import Restriction
from desktop_app.domain.commendations.subject import Subject
from desktop_app.domain.compacts.registration import Registration

_DEAD = (NominationState.REJECTED, NominationState.WITHDRAWN)


@dataclass(frozen=True)
class Facts:
    """Everything the checks look at."""

    nomination: Nomination
    honours: tuple[Honour, ...] = ()
    """Of the subject itself, the oldest first."""
    member_honours: tuple[Honour, ...] = ()
    """Of the people of the unit."""
    others: tuple[Nomination, ...] = ()
    """Other nominations of the subject that are alive."""
    registrations: tuple[Registration, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    member_restrictions: tuple[Restriction, ...] = ()
    papers: tuple[str, ...] = ()
    """Names of the attached files, and of the papers of the dossier that are there."""

    @property
    def year(self) -> int | None:
        """The year of the achievement."""
        return year_of(self.nomination.achievement_year)

    def of_codes(self, codes: Iterable[str]) -> dict[int, Honour]:
        """Year → the first honour with one of these codes."""
        wanted = set(codes)
        found: dict[int, Honour] = {}
        for honour in self.honours:
            if honour.code in wanted and honour.year is not None:
                found.setdefault(honour.year, honour)
        return found


def facts_of(
    nomination: Nomination,
    *,
    decisions: Iterable[Decision] = (),
    nominations: Iterable[Nomination] = (),
    registrations: Iterable[Registration] = (),
    restrictions: Iterable[Restriction] = (),
    papers: Iterable[str] = (),
) -> Facts:
    """The facts of one nomination, picked out of the whole file."""
    forms, known = nomination.who.forms, tuple(restrictions)
    ids = {form.unit.id for form in forms if form.unit}
    granted = honours(decisions)
    near = tuple(h for h in granted if h.grant.unit and h.grant.unit.id in ids)
    mates = tuple(h for h in near if h.grant.kind is SubjectKind.INDIVIDUAL)
    person = SubjectKind.INDIVIDUAL
    return Facts(
        nomination=nomination,
        honours=tuple(h for h in granted if _is(h.grant.who, forms)),
        member_honours=mates if nomination.kind is SubjectKind.COLLECTIVE else (),
        others=tuple(
            other
            for other in nominations
            if other.id != nomination.id and other.state not in _DEAD and _is(other.who, forms)
        ),
        registrations=tuple(registrations),
        restrictions=tuple(r for r in known if _is(r.who, forms)),
        member_restrictions=tuple(
            r for r in known if r.subject is person and r.unit and r.unit.id in ids
        ),
        papers=tuple(papers),
    )


def _is(who: Subject, forms: tuple[Subject, ...]) -> bool:
    return any(who.is_same(form) for form in forms)
