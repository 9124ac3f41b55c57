"""The sheets of one round as the file has them, with the boards on which they are counted."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.reviewing import in_unit_order, missing_sheets, progress, to_do
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.self_scoring import set_in_force
from desktop_app.domain.scores.sheet import Round, ScoreSheet
from desktop_app.domain.units.unit import Unit


class RoundSheets:
    """In the cluster's order. Sheets by an older version of the criteria have a board of theirs."""

    def __init__(
        self, when: Round, sets: Iterable[CriteriaSet], sheets: Iterable[ScoreSheet]
    ) -> None:
        self.when = when
        self.criteria = set_in_force(sets)
        self.sheets = in_unit_order(sheet for sheet in sheets if sheet.round is when)
        self._boards: dict[str, Scoreboard] = {}
        self._progress: dict[str, tuple[int, int]] = {}
        for criteria in {sheet.criteria.id: sheet.criteria for sheet in self.sheets}.values():
            own = [sheet for sheet in self.sheets if sheet.criteria.id == criteria.id]
            self._boards[criteria.id] = Scoreboard(criteria, own)

    @property
    def missing(self) -> tuple[ScoreSheet, ...]:
        """A new sheet for each member that has none; nothing without adopted criteria."""
        if self.criteria is None:
            return ()
        return missing_sheets(self.criteria, self.when, self.sheets)

    @property
    def main_board(self) -> Scoreboard | None:
        """The board of the criteria in force, or of the newest that sheets were made by."""
        if self.criteria is not None and self.criteria.id in self._boards:
            return self._boards[self.criteria.id]
        newest = max(self.sheets, key=lambda sheet: sheet.criteria.version, default=None)
        return self._boards[newest.criteria.id] if newest else None

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units on the main board, in order."""
        board = self.main_board
        there = {unit.id for unit in board.units} if board else set()
        return tuple(sheet.unit for sheet in self.sheets if sheet.unit.id in there)

    @property
    def by_older_criteria(self) -> tuple[ScoreSheet, ...]:
        """Sheets that the main board does not count."""
        board = self.main_board
        return tuple(s for s in self.sheets if board and s.criteria.id != board.criteria.id)

    def find(self, sheet_id: str) -> ScoreSheet | None:
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)

    def of_unit(self, unit: Unit) -> ScoreSheet | None:
        return next((sheet for sheet in self.sheets if sheet.unit.id == unit.id), None)

    def board_of(self, sheet: ScoreSheet) -> Scoreboard:
        return self._boards[sheet.criteria.id]

    def to_do(self, sheet: ScoreSheet) -> bool:
        """Whether rows of a sheet wait to be reviewed or explained."""
        return bool(to_do(self.board_of(sheet), sheet))

    def next_to_do(self, sheet: ScoreSheet) -> ScoreSheet | None:
        """The next sheet in the same state with rows that wait; after the last comes the first."""
        place = self.sheets.index(sheet)
        others = (*self.sheets[place + 1 :], *self.sheets[:place])
        return next((o for o in others if o.state is sheet.state and self.to_do(o)), None)

    def put(self, sheet: ScoreSheet) -> None:
        """A sheet was saved: it takes the place of the one before."""
        self.sheets = tuple(sheet if one.id == sheet.id else one for one in self.sheets)
        self._progress.pop(sheet.id, None)

    def progress(self, sheet: ScoreSheet) -> tuple[int, int]:
        """Rows done and rows assigned, as the sheet was saved."""
        if sheet.id not in self._progress:
            self._progress[sheet.id] = progress(self.board_of(sheet), sheet)
        return self._progress[sheet.id]
