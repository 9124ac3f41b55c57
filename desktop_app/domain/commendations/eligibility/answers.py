"""The answers to all conditions of a nomination: checks, attestations, alternatives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.commendations.eligibility import (
    by_awards,
    by_conduct,
    by_papers,
    by_year,
)
from desktop_app.domain.commendations.eligibility.condition import (
    Attestation,
    Check,
    Condition,
)
from desktop_app.domain.commendations.eligibility.facts import Facts
from desktop_app.domain.commendations.eligibility.finding import Finding, Outcome

CHECKS: dict[Check, Callable[[Condition, Facts], Finding]] = {
    Check.PLACE: by_year.place,
    Check.VOTES: by_year.votes,
    Check.REGISTERED: by_year.registered,
    Check.SAME_YEAR: by_awards.same_year,
    Check.CONSECUTIVE: by_awards.consecutive,
    Check.COUNT_WITHIN: by_awards.count_within,
    Check.HELD_FOR: by_awards.held_for,
    Check.INTERVAL: by_awards.interval,
    Check.ONE_STATE_AWARD: by_awards.one_state_award,
    Check.MEMBER_HAS: by_awards.member_has,
    Check.CONDUCT: by_conduct.conduct,
    Check.MEMBERS_CONDUCT: by_conduct.members_conduct,
    Check.SERVICE: by_papers.service,
    Check.PAPER: by_papers.paper,
    Check.BY_HAND: by_papers.by_hand,
}
_UNCOMPARED = "Điều khoản chưa đối chiếu với văn bản gốc."


@dataclass(frozen=True)
class Answer:
    """One condition with what was found."""

    condition: Condition
    finding: Finding
    attested: Attestation | None = None

    @property
    def outcome(self) -> Outcome:
        return self.finding.outcome

    @property
    def words(self) -> str:
        """Everything there is to say, in one line."""
        found = self.finding
        told = [found.words]
        if found.missing and found.outcome is not Outcome.MET:
            told.append(f"Còn thiếu: {found.missing}.")
        if found.year and found.outcome is not Outcome.MET:
            told.append(f"Đủ sớm nhất với thành tích năm {found.year}.")
        return " ".join(told)


@dataclass(frozen=True)
class Verdict:
    """All answers of a nomination."""

    answers: tuple[Answer, ...]

    @property
    def outcome(self) -> Outcome:
        """The worst of them; without conditions somebody has to look into the law."""
        outcomes = {answer.outcome for answer in self.answers}
        if Outcome.NOT_MET in outcomes:
            return Outcome.NOT_MET
        if Outcome.OPEN in outcomes or not self.answers:
            return Outcome.OPEN
        return Outcome.MET

    @property
    def year(self) -> int | None:
        """The year with which everything that can be dated will be met."""
        years = [a.finding.year for a in self.answers if a.outcome is not Outcome.MET]
        return max((year for year in years if year), default=None)

    @property
    def summary(self) -> str:
        """«3 đạt · 1 chưa đạt · 2 cần xác minh»."""
        if not self.answers:
            return "Danh mục chưa ghi điều kiện nào cho ngày này."
        counts = [(sum(a.outcome is o for a in self.answers), o.label.lower()) for o in _SUMMED]
        return " · ".join(f"{count} {label}" for count, label in counts if count)


_SUMMED = (Outcome.MET, Outcome.NOT_MET, Outcome.OPEN)


def judged(facts: Facts, day: dt.date) -> Verdict:
    """The nomination against the conditions of its award that hold on a day."""
    nomination = facts.nomination
    award, kind = nomination.award, nomination.kind.value
    known = award.conditions if award else ()
    answers = [answer(c, facts, day) for c in known if c.holds_on(day) and c.is_for(kind)]
    return Verdict(tuple(_settled(each, answers) for each in answers))


def answer(condition: Condition, facts: Facts, day: dt.date) -> Answer:
    """One condition; what somebody has found out comes before what the file says.

    A condition whose words nobody compared with the law is never answered for certain.
    """
    given = (a for a in facts.nomination.attestations if a.condition == condition.id)
    attested = next(given, None)
    if attested:
        outcome = Outcome.MET if attested.is_met else Outcome.NOT_MET
        return Answer(condition, Finding(outcome, f"Đã xác minh: {attested.basis}."), attested)
    found = CHECKS[condition.check](condition, facts)
    if condition.is_verified_on(day) or found.outcome is Outcome.OPEN:
        return Answer(condition, found)
    words = f"Theo tệp: {found.outcome.label.lower()}. {found.words} {_UNCOMPARED}"
    return Answer(condition, replace(found, outcome=Outcome.OPEN, words=words))


def _settled(one: Answer, answers: Sequence[Answer]) -> Answer:
    """A branch is not needed once another is met, nor lost while another may still be met."""
    sign = one.condition.either
    if not sign or one.outcome is Outcome.MET:
        return one
    branches: dict[str, set[Outcome]] = {}
    for each in answers:
        other = each.condition.either
        if other[:1] == sign[:1] and other != sign:
            branches.setdefault(other, set()).add(each.outcome)
    if any(outcomes == {Outcome.MET} for outcomes in branches.values()):
        words = f"{one.finding.words} Đã đạt theo điều kiện khác cùng nhóm."
    elif one.outcome is Outcome.NOT_MET and any(
        Outcome.NOT_MET not in outcomes for outcomes in branches.values()
    ):
        words = f"{one.finding.words} Có thể thay bằng điều kiện khác cùng nhóm."
    else:
        return one
    return replace(one, finding=replace(one.finding, outcome=Outcome.NOT_NEEDED, words=words))
