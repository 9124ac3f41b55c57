"""A decision arrives: what became of each nomination that had gone up, recorded at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.granting import grant_of
from desktop_app.domain.commendations.nomination import (
    Nomination,
    NominationState,
    NominationStep,
)
from desktop_app.domain.commendations.stepping import is_higher
from desktop_app.domain.record import Choice, Record, new_id


class Outcome(Choice):
    """What the competent body made of a nomination."""

    GRANTED = "duoc_tang", "Được quyết định"
    HIGHER = "khen_cao_hon", "Khen cao hơn"
    REJECTED = "khong_duyet", "Không được duyệt"
    RETURNED = "tra_lai", "Trả lại, bổ sung"
    WAITING = "cho", "Chưa có kết quả"


_STATES = {
    Outcome.GRANTED: NominationState.DECIDED,
    Outcome.HIGHER: NominationState.HIGHER,
    Outcome.REJECTED: NominationState.REJECTED,
    Outcome.RETURNED: NominationState.SUPPLEMENT,
}
_GRANTED = (Outcome.GRANTED, Outcome.HIGHER)
_KEPT = (
    "body",
    "place",
    "signer_name",
    "signer_rank",
    "signer_authority",
    "signer_post",
    "certificate_title",
    "certificate_authority",
    "certificate_verb",
)
"""What one decision on an award has in common with the next."""


@dataclass(frozen=True, kw_only=True)
class OutcomeLine(Record):
    """One nomination with its outcome; never stored, it becomes a grant or a step."""

    nomination: Nomination
    outcome: Outcome = Outcome.GRANTED
    award: Award | None = None
    """What was given, where it is another award than the one that was asked for."""
    reason: str = ""

    @property
    def title(self) -> str:
        return self.nomination.subject

    @property
    def given(self) -> Award | None:
        """The award of the grant."""
        return self.award or self.nomination.award

    def problems(self) -> dict[str, str]:
        asked = self.nomination.award
        found = {}
        if self.outcome in (Outcome.REJECTED, Outcome.RETURNED) and not self.reason:
            found["reason"] = f"«{self.title}»: cần ghi lý do {self.outcome.label.lower()}."
        if self.outcome is Outcome.HIGHER and (not self.award or self.award == asked):
            found["award"] = f"«{self.title}»: cần chọn danh hiệu, hình thức được tặng."
        if self.outcome in _GRANTED and self.given and not self.given.is_for(self.nomination.kind):
            kind = self.nomination.kind.label.lower()
            found["award"] = f"«{self.given.name}» không dành cho {kind}."
        return found


@dataclass(frozen=True)
class Recorded:
    """What is saved as one change."""

    decision: Decision
    moved: tuple[Nomination, ...]


def outcome_lines(nominations: Iterable[Nomination]) -> tuple[OutcomeLine, ...]:
    """Everyone who has gone up, as if all had been granted."""
    waiting = (n for n in nominations if n.state is NominationState.SUBMITTED)
    return tuple(OutcomeLine(id=one.id, nomination=one) for one in waiting)


def with_higher(line: OutcomeLine) -> OutcomeLine:
    """Another award of a higher level makes the outcome «Khen cao hơn», and back again."""
    higher = is_higher(line.award, line.nomination.award)
    if higher and line.outcome is Outcome.GRANTED:
        return line.replace(outcome=Outcome.HIGHER)
    if not line.award and line.outcome is Outcome.HIGHER:
        return line.replace(outcome=Outcome.GRANTED)
    return line


def recorded(decision: Decision, lines: Sequence[OutcomeLine]) -> Recorded:
    """The decision with its grants, and every nomination a step further on."""
    granted = [line for line in lines if line.outcome in _GRANTED]
    grants = tuple(grant_of(one.nomination).replace(award=one.given) for one in granted)
    moved = tuple(
        line.nomination.stepped(_step(decision, line))
        for line in lines
        if line.outcome is not Outcome.WAITING
    )
    return Recorded(decision.replace(grants=(*decision.grants, *grants)), moved)


def modelled_on(
    decision: Decision, earlier: Iterable[Decision], awards: Iterable[Award]
) -> Decision:
    """Whoever signed last for one of these awards, and the words of the certificates.

    Where none of them was granted yet, nobody is presumed.
    """
    codes = {award.code for award in awards}
    known = [
        one
        for one in earlier
        if one.signer_name
        and one.period.cluster.id == decision.period.cluster.id
        and any(grant.award and grant.award.code in codes for grant in one.grants)
    ]
    last = max(known, key=lambda one: str(one.date or ""), default=None)
    if last is None:
        return decision
    return decision.replace(**{name: getattr(last, name) for name in _KEPT})


def refusals(decision: Decision, lines: Iterable[OutcomeLine]) -> tuple[str, ...]:
    """Why lines cannot be recorded as they are: a word is missing, or a day comes too early."""
    found = []
    for line in lines:
        if line.outcome is Outcome.WAITING:
            continue
        why = next(iter(line.problems().values()), "")
        if not why and (late := line.nomination.refusal(_step(decision, line))):
            why = f"«{line.title}»: {late}"
        if why:
            found.append(why)
    return tuple(found)


def _step(decision: Decision, line: OutcomeLine) -> NominationStep:
    """Whoever is turned down is not in the decision, so the step does not cite it."""
    is_in = line.outcome in _GRANTED
    given = line.given.name if line.given else ""
    higher = f"Được tặng {given}" if line.outcome is Outcome.HIGHER else ""
    return NominationStep(
        id=new_id(),
        state=_STATES[line.outcome],
        day=decision.date,
        who=decision.body,
        document=f"Quyết định số {decision.number}" if is_in else "",
        reason=line.reason or higher,
        source=decision.id if is_in else "",
    )
