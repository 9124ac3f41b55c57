"""One round of scoring as a whole: its board, its places, and all that its papers tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from desktop_app.domain.record import Record
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.inspection import Finding, Inspection
from desktop_app.domain.scores.ranking import OutsideFacts, Standing, ranked
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.self_scoring import set_in_force, sheet_of
from desktop_app.domain.scores.sheet import Round, ScoreSheet, SheetState
from desktop_app.domain.scores.tie_decision import TieDecision
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.domain.years.period import Period

FLAG_CODE = "CO-"
"""What the catalogue's codes of flags (Cờ) begin with."""


@dataclass(frozen=True, kw_only=True)
class ScoreRound(Record):
    """The sheets of one round by one criteria set, one a member; blank where none was made."""

    period: Period
    criteria: CriteriaSet
    round: Round = Round.YEAR
    sheets: tuple[ScoreSheet, ...] = ()
    """In the cluster's order."""
    decision: TieDecision | None = None
    honoured_last_year: frozenset[str] | None = None
    """Ids of the units with a Cờ of the year before; None where no decision of it is kept."""
    last_year: Mapping[str, Decimal] = field(default_factory=dict)
    """Unit id → its final total of the year before, where all of its sheets are final."""
    last_year_most: Decimal | None = None
    """What could be reached in the year before."""
    inspections: tuple[Inspection, ...] = ()

    @property
    def title(self) -> str:
        return f"Chấm điểm {self.in_a_sentence}"

    @property
    def in_a_sentence(self) -> str:
        """«6 tháng năm 2026», «năm 2026»."""
        return self.round.of(self.period)

    @property
    def day(self) -> dt.date | None:
        """The day whose names count: the period's last, or its middle for the first half."""
        since, until = self.period.since, self.period.until
        if self.round is Round.HALF_YEAR and since and until:
            return since + (until - since) / 2
        return until

    @cached_property
    def board(self) -> Scoreboard:
        """The scores; its units bear the names of the day, so that notes tell them too."""
        dated = (sheet.replace(unit=_dated(sheet.unit, self.day)) for sheet in self.sheets)
        return Scoreboard(self.criteria, dated)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """The places by total, ties broken by the rules of the set."""
        return ranked(self.board, self.facts)

    def standings_in(self, section: Criterion | None) -> tuple[Standing, ...]:
        """The places of one section, or by total without one."""
        return self.standings if section is None else ranked(self.board, self.facts, section)

    @property
    def facts(self) -> OutsideFacts:
        votes = self.decision.votes if self.decision else {}
        order = self.decision.order if self.decision else ()
        return OutsideFacts(self.honoured_last_year, votes, order)

    @property
    def has_scores(self) -> bool:
        """Whether anything is filled in: before that everybody would share the first place."""
        return any(sheet.lines for sheet in self.sheets)

    @property
    def is_final(self) -> bool:
        """Whether every member's sheet is final; until then places are provisional."""
        return bool(self.sheets) and not self.open_sheets

    def last_year_in_words(self, unit: Unit) -> str:
        """«87,5», with what could be reached where that was another figure: «875/1.000»."""
        last = self.last_year.get(unit.id)
        if last is None:
            return "–"
        most = self.last_year_most
        same = most is None or most == self.criteria.max_total
        return number(last) if same else f"{number(last)}/{number(most or 0)}"

    @property
    def open_sheets(self) -> tuple[ScoreSheet, ...]:
        return tuple(sheet for sheet in self.sheets if sheet.state is not SheetState.FINAL)

    @property
    def idle_criteria(self) -> tuple[Criterion, ...]:
        """Leaves that are assigned to no member."""
        return tuple(
            leaf
            for leaf in self.criteria.tree.leaves
            if not any(self.board.score(leaf, unit).is_assigned for unit in self.board.units)
        )

    @property
    def standing_sentence(self) -> str:
        """Whether the scores are final, and if not, how many sheets are at which step."""
        if not self.sheets:
            return "Kỳ này chưa có đơn vị thành viên nên chưa có điểm."
        if self.is_final:
            return "Điểm chính thức: tất cả phiếu chấm đã chốt."
        told = []
        for state in SheetState:
            if count := sum(sheet.state is state for sheet in self.open_sheets):
                told.append(f"{count} phiếu ở «{state}»")
        return f"Điểm tạm tính, có thể còn thay đổi: {', '.join(told)}."

    def findings_on(self, criterion: Criterion, unit: Unit) -> tuple[Finding, ...]:
        """What inspections of the period found in this criterion of the unit."""
        return findings_on(self.inspections, criterion, unit)


def in_hand(rounds: Sequence[ScoreRound]) -> ScoreRound | None:
    """The latest round in which something is filled in; the year's where nothing is."""
    filled = [each for each in rounds if each.has_scores] or list(rounds)
    return filled[-1] if filled else None


def findings_on(
    inspections: Iterable[Inspection], criterion: Criterion, unit: Unit
) -> tuple[Finding, ...]:
    """The findings of all inspections of a unit that name the criterion."""
    return tuple(
        finding
        for inspection in inspections
        if inspection.unit and inspection.unit.id == unit.id
        for finding in inspection.findings
        if finding.criterion == criterion.id
    )


def finding_sentences(
    inspections: Iterable[Inspection], criterion: Criterion, unit: Unit
) -> tuple[str, ...]:
    """What inspections of a unit found in a criterion, for whoever scores it."""
    found = []
    for inspection in inspections:
        day = f" {short_date(inspection.day)}" if inspection.day else ""
        for finding in findings_on((inspection,), criterion, unit):
            points = finding.points_effect
            effect = f", đề nghị {number(points)} điểm" if points else ""
            mended = "đã khắc phục" if finding.mended_on else "chưa khắc phục"
            found.append(f"Kiểm tra{day}: {finding.text}{effect}; {mended}.")
    return tuple(found)


def criteria_of(
    sets: Iterable[CriteriaSet], sheets: Iterable[ScoreSheet], when: Round
) -> CriteriaSet | None:
    """The newest set by which sheets of the round were made, or else the one in force."""
    known = tuple(sets)
    used = {sheet.criteria.id for sheet in sheets if sheet.round is when}
    return set_in_force(one for one in known if one.id in used) or set_in_force(known)


def score_round(
    period: Period,
    criteria: CriteriaSet,
    when: Round,
    sheets: Iterable[ScoreSheet],
    **more: object,
) -> ScoreRound:
    """The round with a sheet a member; sheets by another version of the criteria stay out."""
    own = tuple(sheet for sheet in sheets if sheet.criteria.id == criteria.id)
    half = ScoreRound(period=period, criteria=criteria, round=when)
    units = [member.unit for member in period.members_on(half.day)]
    asked = {unit.id for unit in units}
    # a unit that has left keeps the sheet it handed in
    units += [s.unit for s in own if s.round is when and s.unit.id not in asked]
    filled = tuple(_blank_with_id(sheet_of(criteria, unit, when, own)) for unit in units)
    return half.replace(id=f"{period.id}-{when.value}", sheets=filled, **more)


def _blank_with_id(sheet: ScoreSheet) -> ScoreSheet:
    """What stands for a sheet that is not made has always the same id."""
    if sheet.lines or sheet.steps:
        return sheet
    return sheet.replace(id=f"phieu-{sheet.period.id}-{sheet.round.value}-{sheet.unit.id}")


def flagged(honoured: Iterable[tuple[str, str]]) -> frozenset[str] | None:
    """Ids of the units with a Cờ, from unit id and award code of what was granted for a year.

    None where nothing was granted for it.
    """
    given = tuple(honoured)
    if not given:
        return None
    return frozenset(unit for unit, code in given if unit and code.startswith(FLAG_CODE))


def _dated(unit: Unit, day: dt.date | None) -> Unit:
    """The unit under the one name it had on a day."""
    name, short = unit.name_on(day), unit.short_name_on(day)
    held = next((n for n in unit.names if (n.full, n.short or n.full) == (name, short)), None)
    return unit.replace(names=(held,)) if held else unit
