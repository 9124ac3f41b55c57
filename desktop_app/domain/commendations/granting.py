"""What becomes of grants, many at once: made from nominations, numbered, handed over, ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.blank_book import next_numbers
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.nomination import Nomination


def grant_of(nomination: Nomination) -> Grant:
    """The grant that a nomination becomes, named as it was proposed."""
    person = nomination.person
    rank = nomination.rank or (person.rank if person else "")
    post = nomination.post or (person.post if person else "")
    unit = nomination.unit.name if nomination.unit else ""
    is_person = nomination.kind is SubjectKind.INDIVIDUAL
    return Grant(
        nomination=nomination,
        award=nomination.award,
        kind=nomination.kind,
        unit=nomination.unit,
        person=person,
        name=f"{rank} {nomination.subject}".strip() if is_person else nomination.subject,
        description=", ".join(part for part in (post, unit) if part) if is_person else "",
        achievement_year=nomination.achievement_year,
        achievement=nomination.achievement,
    )


def numbered(decision: Decision, taken: Collection[str]) -> Decision:
    """A number of the book for each grant that has none; given ones stay, void ones too.

    `taken` are the numbers that were ever given in the period.
    """
    grants = decision.grants
    if not decision.period.cluster.numbers_once:
        numbers = [f"{place:02d}" for place in range(1, len(grants) + 1)]
    else:
        used = {*taken, *(grant.register_number for grant in grants)}
        following = iter(next_numbers(used, len(grants)))
        numbers = [grant.register_number or next(following) for grant in grants]
    return decision.replace(
        grants=tuple(
            grant.replace(register_number=grant.register_number or given)
            for grant, given in zip(grants, numbers, strict=True)
        )
    )


def presented(grant: Grant, day: dt.date | None, place: str, by: str, to: str = "") -> Grant:
    """Handed over: when, where, by whom, and who received it in another's name."""
    return grant.replace(
        state=GrantState.PRESENTED,
        presented_on=day,
        presented_at=place,
        presented_by=by,
        presented_to=to,
    )


def followed_by_state(grant: Grant) -> Grant:
    """A day of presentation makes it «Đã trao», and without one it is not; an ended one stays."""
    if not grant.stands:
        return grant
    state = GrantState.PRESENTED if grant.presented_on else GrantState.DECIDED
    return grant.replace(state=state)


def ended(grant: Grant, state: GrantState, day: dt.date | None, by: str, because: str) -> Grant:
    """Annulled or recalled by a decision, for a reason."""
    return grant.replace(state=state, ended_on=day, ended_by=by, ended_because=because)


def restored(grant: Grant) -> Grant:
    """What was ended by mistake stands again, as it was before."""
    plain = grant.replace(state=GrantState.DECIDED, ended_on=None, ended_by="", ended_because="")
    return followed_by_state(plain)
