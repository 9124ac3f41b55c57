"""A decision ready to be carried out: its standing grants, their sums, their turns on the stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.record import Record

ON_STAGE = 10
"""How many are called onto a stage at once where the file says nothing: no rule, but usual."""

ON_STAGE_SETTING = "on_stage"
"""Under this name a data file keeps its own."""


@dataclass(frozen=True)
class Turn:
    """Those of one award who go up together and receive it from one hand."""

    award: Award | None
    kind: SubjectKind
    presented_by: str
    grants: tuple[Grant, ...]
    number: int = 1
    turns: int = 1
    """Which of how many turns of the same award, kind and hand it is."""


@dataclass(frozen=True, kw_only=True)
class Awarding(Record):
    """Assembled by the data file and never stored; it has the id of its decision."""

    decision: Decision
    on_stage: int = ON_STAGE
    """How many go up at once, as the file has it."""

    @property
    def title(self) -> str:
        return self.decision.title

    @property
    def grants(self) -> tuple[Grant, ...]:
        """What is handed over: annulled and recalled grants are not."""
        return tuple(grant for grant in self.decision.grants if grant.stands)

    def of_kind(self, kind: SubjectKind) -> tuple[Grant, ...]:
        """The collectives or the individuals, in the order of the decision."""
        return tuple(grant for grant in self.grants if grant.kind is kind)

    @property
    def total(self) -> Decimal:
        """The money of all grants that have a sum, in đồng."""
        return sum((grant.amount for grant in self.grants if grant.amount), Decimal(0))

    @property
    def without_sum(self) -> tuple[Grant, ...]:
        """Grants whose sum is not known yet."""
        return tuple(grant for grant in self.grants if grant.amount is None)

    @property
    def awards(self) -> tuple[Award, ...]:
        """Each award once, as the catalogue orders them."""
        found = {grant.award.id: grant.award for grant in self.grants if grant.award}
        return tuple(sorted(found.values(), key=lambda award: award.place_in_list))

    def of_award(self, award: Award | None) -> tuple[Grant, ...]:
        """The grants of one award; without one, those that name none."""
        wanted = award.id if award else ""
        return tuple(g for g in self.grants if (g.award.id if g.award else "") == wanted)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Award after award, collectives first, no more at once than a stage holds."""
        awards: tuple[Award | None, ...] = (*self.awards, None)
        return tuple(
            turn for award in awards for kind in SubjectKind for turn in self._turns_of(award, kind)
        )

    def _turns_of(self, award: Award | None, kind: SubjectKind) -> Iterator[Turn]:
        grants = [grant for grant in self.of_award(award) if grant.kind is kind]
        size = max(self.on_stage, 1)
        for hand in dict.fromkeys(grant.presented_by for grant in grants):
            own = [grant for grant in grants if grant.presented_by == hand]
            rows = [tuple(own[at : at + size]) for at in range(0, len(own), size)]
            for number, row in enumerate(rows, start=1):
                yield Turn(award, kind, hand, row, number, len(rows))
