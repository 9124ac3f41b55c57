"""Steps that several nominations take together: by hand, with a submission, by a decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award, AwardLevel
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.nomination import (
    NEXT_STATES,
    Nomination,
    NominationState,
    NominationStep,
    Submission,
)
from desktop_app.domain.record import new_id

_LEVELS = tuple(AwardLevel)


@dataclass(frozen=True)
class Taken:
    """What came of a step: those that took it, and a sentence for each that could not."""

    moved: tuple[Nomination, ...] = ()
    refused: tuple[str, ...] = ()


def taken(step: NominationStep, nominations: Iterable[Nomination]) -> Taken:
    """The same step, one of its own for each nomination."""
    moved, refused = [], []
    for nomination in nominations:
        why = nomination.refusal(step)
        if why:
            refused.append(why)
        else:
            moved.append(nomination.stepped(step.replace(id=new_id())))
    return Taken(tuple(moved), tuple(refused))


def could_take(state: NominationState, nominations: Iterable[Nomination]) -> tuple[Nomination, ...]:
    """The nominations for which a state is a legal next one."""
    return tuple(one for one in nominations if state in NEXT_STATES[one.state])


def submission_step(submission: Submission, number: str) -> NominationStep:
    """Going up with a tờ trình of this number."""
    signer = submission.signer.signed_name() if submission.signer else ""
    return NominationStep(
        state=NominationState.SUBMITTED,
        day=submission.date,
        who=signer,
        document=f"Tờ trình số {number}" if number else "Tờ trình",
        source=submission.id,
    )


def decided(decision: Decision, nominations: Iterable[Nomination]) -> tuple[Nomination, ...]:
    """The nominations that a decision decides, one step further; others stay out.

    One that got an award of a higher level than it asked for is «Khen cao hơn».
    """
    grants = {grant.nomination.id: grant for grant in decision.grants if grant.nomination}
    waiting = (n for n in nominations if n.id in grants and n.state is NominationState.SUBMITTED)
    return tuple(n.stepped(_decided_step(decision, n, grants[n.id])) for n in waiting)


def undecided(decision: Decision, nominations: Iterable[Nomination]) -> tuple[Nomination, ...]:
    """The nominations that a decision no longer names, taken back to where they waited.

    Only those whose last step is the decision's own; those decided before trails were kept
    have no step at all.
    """
    kept = {grant.nomination.id for grant in decision.grants if grant.nomination}
    freed = (nomination for nomination in nominations if nomination.id not in kept)
    return tuple(n.stepped(back) for n in freed if (back := _way_back(decision, n)))


def _way_back(decision: Decision, nomination: Nomination) -> NominationStep | None:
    last = nomination.standing_steps[-1:]
    step = nomination.back_step() if last and last[0].source == decision.id else None
    if not nomination.steps and nomination.state is NominationState.DECIDED:
        step = NominationStep(state=NominationState.SUBMITTED, is_back=True)
    reason = f"Không còn trong {_cited(decision)}"
    return step.replace(day=decision.date, reason=reason, source=decision.id) if step else None


def _decided_step(decision: Decision, nomination: Nomination, grant: Grant) -> NominationStep:
    higher = is_higher(grant.award, nomination.award)
    return NominationStep(
        state=NominationState.HIGHER if higher else NominationState.DECIDED,
        day=decision.date,
        who=decision.body,
        document=_cited(decision),
        reason=f"Được tặng {grant.award.name}" if higher and grant.award else "",
        source=decision.id,
    )


def is_higher(got: Award | None, asked: Award | None) -> bool:
    """Whether an award is of a higher level than another one."""
    if got is None or asked is None:
        return False
    return _LEVELS.index(got.level) > _LEVELS.index(asked.level)


def _cited(decision: Decision) -> str:
    return f"Quyết định số {decision.number}"
