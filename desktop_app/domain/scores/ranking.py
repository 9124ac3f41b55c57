"""Places in the cluster: by total or by section, ties broken by rules that are said aloud."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop_app.domain.scores.criteria import CriteriaSet, KnockOutBars, RankedBy, TieRule
from desktop_app.domain.scores.criterion import ZERO, Criterion, Kind
from desktop_app.domain.scores.scoreboard import Score, Scoreboard
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number, sort_key


@dataclass(frozen=True)
class OutsideFacts:
    """What decides between equal scores and is not on any sheet; all keys are unit ids."""

    honoured_last_year: frozenset[str] | None = None
    """Units with a Cờ of the year before; None: not known, so the rule cannot decide."""
    votes: Mapping[str, int] = field(default_factory=dict)
    """Votes of the conference for each of the equal units."""
    decided_order: tuple[str, ...] = ()
    """The equal units in the order in which the standing body put them."""


_AWAITED = {
    TieRule.NOT_HONOURED: "danh sách Cờ năm trước",
    TieRule.VOTE: "biểu quyết của hội nghị",
    TieRule.STANDING_BODY: "quyết định của cơ quan thường trực",
}
"""What may still come in and decide; a section that the table lacks never will."""


@dataclass(frozen=True)
class Standing:
    """One unit's line in the table of places."""

    unit: Unit
    place: int
    score: Score
    """Of the section ranked by, or of all sections."""
    sections: tuple[Score, ...]
    tie_notes: tuple[str, ...] = ()
    """A sentence for every tie that was broken, or that could not be."""
    shares_place: bool = False
    knocked_out: tuple[Criterion, ...] = ()
    bar: str = ""
    """Why and from what the unit is barred; empty when it is not."""


def ranked(
    board: Scoreboard, facts: OutsideFacts | None = None, section: Criterion | None = None
) -> tuple[Standing, ...]:
    """The units by place, equal ones sharing it and the next place left free (1, 1, 3).

    With a section the places of that section alone, where ties stay as they are.
    """
    contest = _Contest(board, facts or OutsideFacts(), section)
    return tuple(contest.standings())


class _Contest:
    """One ranking while it is made."""

    def __init__(self, board: Scoreboard, facts: OutsideFacts, section: Criterion | None) -> None:
        self._board = board
        self._facts = facts
        self._section = section
        self._criteria: CriteriaSet = board.criteria
        self._rules = () if section else self._criteria.tie_chain
        self._notes: dict[str, list[str]] = {unit.id: [] for unit in board.units}

    def standings(self) -> list[Standing]:
        # By name first, so that the order in which sheets came in never shows.
        units = sorted(self._board.units, key=lambda unit: (sort_key(unit.name), unit.id))
        groups: list[list[Unit]] = []
        for equal in _split(units, self._measure):
            groups += self._untied(equal, 0)
        found: list[Standing] = []
        for group in groups:
            place = len(found) + 1
            self._say_open_tie(group, place)
            found += [self._standing(unit, place, len(group) > 1) for unit in group]
        return found

    def _standing(self, unit: Unit, place: int, shared: bool) -> Standing:
        leaves = self._criteria.tree.leaves
        failed = tuple(leaf for leaf in leaves if self._board.is_knocked_out(leaf, unit))
        sections = self._criteria.tree.roots
        return Standing(
            unit=unit,
            place=place,
            score=self._score(unit),
            sections=tuple(self._board.score(section, unit) for section in sections),
            tie_notes=tuple(self._notes[unit.id]),
            shares_place=shared,
            knocked_out=failed,
            bar=_bar(self._criteria.knock_out_bars, failed),
        )

    def _score(self, unit: Unit) -> Score:
        return self._board.score(self._section, unit) if self._section else self._board.total(unit)

    def _measure(self, unit: Unit) -> Decimal:
        score = self._score(unit)
        if self._criteria.ranked_by is RankedBy.COMPLETION:
            return score.completion or ZERO
        return score.final

    # --- ties -------------------------------------------------------------------------

    def _untied(self, units: list[Unit], rule: int) -> list[list[Unit]]:
        """Equal units in groups that no rule from this one on can part."""
        if len(units) < 2 or rule == len(self._rules):
            return [units]
        values = self._values(self._rules[rule], units)
        if values is None:
            return self._untied(units, rule + 1)
        groups = _split(units, lambda unit: values[unit.id])
        for better, worse in itertools.pairwise(groups):
            self._say_broken_tie(self._rules[rule], better, worse, values)
        return [part for group in groups for part in self._untied(group, rule + 1)]

    def _values(self, rule: TieRule, units: list[Unit]) -> dict[str, Decimal] | None:
        """What a rule compares, more being better; None when it cannot speak here."""
        sections = self._criteria.tree.roots
        if rule is TieRule.FIRST_SECTION or rule is TieRule.THIRD_SECTION:
            row = 0 if rule is TieRule.FIRST_SECTION else 2
            if row >= len(sections):
                return None
            return {unit.id: self._board.score(sections[row], unit).final for unit in units}
        if rule is TieRule.PENALTIES:
            return {unit.id: -self._penalties(unit) for unit in units}
        return self._outside_values(rule, [unit.id for unit in units])

    def _outside_values(self, rule: TieRule, ids: list[str]) -> dict[str, Decimal] | None:
        honoured, votes = self._facts.honoured_last_year, self._facts.votes
        if rule is TieRule.NOT_HONOURED:
            if honoured is None:
                return None
            return {unit: Decimal(unit not in honoured) for unit in ids}
        if rule is TieRule.VOTE:
            known = all(unit in votes for unit in ids)
            return {unit: Decimal(votes[unit]) for unit in ids} if known else None
        order = self._facts.decided_order
        known = all(unit in order for unit in ids)
        return {unit: Decimal(-order.index(unit)) for unit in ids} if known else None

    def _penalties(self, unit: Unit) -> Decimal:
        """Penalty points as they were counted, before any limit."""
        found = ZERO
        for leaf in self._criteria.tree.leaves:
            if leaf.kind is Kind.PLUS_MINUS and self._board.score(leaf, unit).is_assigned:
                count = self._board.line(leaf, unit).penalty_count or 0
                found += count * leaf.penalty_points
        return found

    def _say_broken_tie(
        self, rule: TieRule, better: list[Unit], worse: list[Unit], values: dict[str, Decimal]
    ) -> None:
        ahead, behind = values[better[0].id], values[worse[0].id]
        equal = f"cùng {self._shown_measure(better[0])}"
        reason = _rule_words(rule, ahead, behind, [section.code for section in self._sections()])
        words = f"{_names(better)} xếp trên {_names(worse)} ({equal}): {reason}."
        for unit in (*better, *worse):
            self._notes[unit.id].append(words)

    def _say_open_tie(self, group: list[Unit], place: int) -> None:
        if len(group) < 2:
            return
        words = f"{_names(group)} cùng hạng {place} ({self._shown_measure(group[0])})"
        waiting = [r for r in self._rules if r in _AWAITED and self._values(r, group) is None]
        if waiting:
            words += f"; còn chờ {', '.join(_AWAITED[rule] for rule in waiting)}"
        for unit in group:
            self._notes[unit.id].append(words + ".")

    def _sections(self) -> tuple[Criterion, ...]:
        return self._criteria.tree.roots

    def _shown_measure(self, unit: Unit) -> str:
        value = number(self._measure(unit))
        return f"{value}%" if self._criteria.ranked_by is RankedBy.COMPLETION else f"{value} điểm"


def _split(units: list[Unit], value: Callable[[Unit], Decimal]) -> list[list[Unit]]:
    """Units in groups of one value, the largest value first, the order within kept."""
    by_value: dict[Decimal, list[Unit]] = {}
    for unit in units:
        by_value.setdefault(value(unit), []).append(unit)
    return [by_value[key] for key in sorted(by_value, reverse=True)]


def _rule_words(rule: TieRule, ahead: Decimal, behind: Decimal, codes: list[str]) -> str:
    if rule is TieRule.FIRST_SECTION or rule is TieRule.THIRD_SECTION:
        code = codes[0 if rule is TieRule.FIRST_SECTION else 2]
        return f"điểm phần {code} cao hơn ({number(ahead)} so với {number(behind)})"
    if rule is TieRule.PENALTIES:
        return f"ít điểm trừ hơn ({number(-ahead)} so với {number(-behind)})"
    if rule is TieRule.NOT_HONOURED:
        return "năm trước chưa được tặng Cờ"
    if rule is TieRule.VOTE:
        return f"theo biểu quyết của hội nghị ({number(ahead)} phiếu so với {number(behind)})"
    return "theo quyết định của cơ quan thường trực"


def _bar(bars: KnockOutBars, failed: tuple[Criterion, ...]) -> str:
    if not failed:
        return ""
    codes = "; ".join(criterion.title for criterion in failed)
    return f"Không xét {bars.in_a_sentence} vì bị điểm liệt: {codes}."


def _names(units: list[Unit]) -> str:
    names = [unit.short_name for unit in units]
    return names[0] if len(names) == 1 else "; ".join(names[:-1]) + " và " + names[-1]
