"""One unit's score sheet while it is worked at: what is typed, taken over, wrong, and unsaved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.record import new_id
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.reviewing import (
    REASONS,
    REVIEWS,
    WAITING,
    Accepted,
    accepted,
    all_accepted,
    before_review,
    reviewed,
    to_do,
    wants_reason,
    without_reviews,
)
from desktop_app.domain.scores.scoreboard import Score, Scoreboard
from desktop_app.domain.scores.sheet import ScoreLine, ScoreSheet
from desktop_app.domain.vietnamese import clean_line
from desktop_app.ui.records.lists.bounded_model import Index
from desktop_app.ui.scores.sheets import sheet_columns
from desktop_app.ui.scores.sheets.score_cells import (
    next_passed,
    read_points,
    read_target,
    with_figure,
)
from desktop_app.ui.scores.sheets.score_rows import ScoreRows
from desktop_app.ui.scores.sheets.sheet_columns import COLUMNS, PLACES, SCORES

NO_REASON = "Điểm khác điểm trước đó, cần có lý do."
_NO_ID = ""
"""Of a line that the sheet does not have yet: two empty lines of a criterion are equal."""
Cell = tuple[str, str]
"""The criterion's id and the column's key."""


class SheetEdits(ScoreRows):
    """Edits stay here until they are saved; what cannot be read stays as it was typed."""

    edited = Signal(int)
    """A line of this row is different from now on."""
    dropped = Signal(object)
    """The unit changed what was reviewed: the review of this criterion is gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: ScoreSheet | None = None
        self.saved: ScoreSheet | None = None
        self.read_only = False
        self._files: Mapping[str, int] = {}
        self._raw: dict[Cell, tuple[str, str]] = {}
        self._unexplained: set[str] = set()

    def show(self, board: Scoreboard | None, sheet: ScoreSheet | None) -> None:
        """Another sheet, as it is saved."""
        self.beginResetModel()
        self._show_rows(board)
        self.sheet = self.saved = sheet
        self._raw.clear()
        self._unexplained.clear()
        self.endResetModel()

    def note_saved(self, sheet: ScoreSheet) -> None:
        """What stands in the grid is in the file now."""
        self.sheet = self.saved = sheet
        if self.board is not None:
            self.board.update(sheet)

    def set_files(self, counts: Mapping[str, int]) -> None:
        """How many files are attached, by criterion."""
        self._files = dict(counts)
        self.say_changed(range(len(self.rows)))

    @property
    def is_changed(self) -> bool:
        return bool(self._raw) or self.sheet is not self.saved

    def first_problem(self) -> tuple[Index, str] | None:
        """The first cell that stands in the way of saving, with the sentence beside it."""
        for row in range(len(self.rows)):
            for column in range(len(COLUMNS)):
                index = self.index(row, column)
                if words := self.problem_at(index):
                    return index, words
        return None

    def cell_of(self, problem: str) -> tuple[int, str] | None:
        """Row and column of a problem such as «lines.3.reason1»; None when it is in no cell."""
        list_, _, place = problem.partition(".")
        number, _, field = place.partition(".")
        column = "reason" if field in sheet_columns.REASON_FIELDS.values() else field
        if self.sheet is None or list_ != "lines" or not number.isdigit() or column not in PLACES:
            return None
        row = self.row_of(self.sheet.lines[int(number)].criterion)
        return (row, column) if row >= 0 else None

    def unreadable(self) -> list[tuple[str, str]]:
        """What was typed in cells and is no value, with the criterion and the column of each."""
        names = {criterion.id: criterion.code for criterion in self.rows}
        heads = {column.key: clean_line(column.head) for column in COLUMNS}
        return [
            (f"{names[row]}, {heads[key]}", text)
            for (row, key), (text, _) in self._raw.items()
            if row in names
        ]

    # --- where ----------------------------------------------------------------------------

    def line(self, row: int) -> ScoreLine:
        """What the sheet says in a row; an empty line where it says nothing."""
        assert self.sheet is not None
        criterion = self.rows[row].id
        return self.sheet.by_criterion.get(criterion) or ScoreLine(id=_NO_ID, criterion=criterion)

    def score(self, row: int) -> Score:
        assert self.board is not None
        assert self.sheet is not None
        return self.board.score(self.rows[row], self.sheet.unit)

    def is_open(self, index: Index) -> bool:
        """Whether a cell can be written now."""
        if not self.holds(index) or self.sheet is None or self.read_only:
            return False
        row, key = index.row(), COLUMNS[index.column()].key
        if not self.is_leaf(row):
            return False
        there = sheet_columns.is_open(key, self.sheet, self.rows[row])
        return there and self.score(row).is_assigned

    def next_leaf(self, row: int) -> int:
        """The next row that takes scores, or -1 after the last one."""
        later = range(row + 1, len(self.rows))
        return next((r for r in later if self.is_leaf(r) and self.score(r).is_assigned), -1)

    @property
    def is_waited_for(self) -> bool:
        """Whether rows wait in the sheet's state to be reviewed or explained."""
        return self.sheet is not None and self.sheet.state in WAITING and not self.read_only

    def next_waiting(self, row: int) -> int:
        """The next row that waits; after the last one comes the first. -1 when none does."""
        if self.board is None or self.sheet is None or not self.is_waited_for:
            return -1
        rows = [self._places[leaf.id] for leaf in to_do(self.board, self.sheet)]
        return next((r for r in rows if r > row), rows[0] if rows else -1)

    def problem_at(self, index: Index) -> str:
        """What is wrong in a cell: unreadable, or a reason that is lacking."""
        if not self.holds(index):
            return ""
        row, key = index.row(), COLUMNS[index.column()].key
        raw = self._raw.get((self.rows[row].id, key))
        if raw:
            return raw[1]
        if key != "reason" or self.sheet is None or not self.is_leaf(row):
            return ""
        line = self.line(row)
        field = wants_reason(line)
        if field:
            return line.problems()[field]
        return NO_REASON if self.rows[row].id in self._unexplained else ""

    def row_problem(self, index: Index) -> str:
        """What is wrong in a cell, or else what its row still lacks."""
        return self.problem_at(index) or self.problem_at(self.index(index.row(), PLACES["reason"]))

    def is_unreadable(self, index: Index) -> bool:
        """Whether what was typed in a cell is no value for it."""
        return (self.rows[index.row()].id, COLUMNS[index.column()].key) in self._raw

    # --- writing --------------------------------------------------------------------------

    def put(self, index: Index, text: str) -> None:
        """What was typed or pasted in an open cell; what cannot be read is kept as typed."""
        row, key = index.row(), COLUMNS[index.column()].key
        cell = self.rows[row].id, key
        had = self._raw.pop(cell, None)
        try:
            line = self._read(row, key, text)
        except ValueError as error:
            self._raw[cell] = (text.strip(), str(error))
            self.say_changed((row,))
            self.edited.emit(row)
            return
        if line != self.line(row):
            self._put_line(row, line)
        elif had:
            self.say_changed((row,))
            self.edited.emit(row)

    def give_up(self, index: Index) -> bool:
        """Take back what was typed in a cell and cannot be read."""
        cell = self.rows[index.row()].id, COLUMNS[index.column()].key
        if self._raw.pop(cell, None) is None:
            return False
        self.say_changed((index.row(),))
        self.edited.emit(index.row())
        return True

    def turn_passed(self, row: int) -> bool:
        """The next of đạt, không đạt and empty. False where there is nothing to turn."""
        index = self.index(row, PLACES["figure"])
        if not self.is_open(index) or self.rows[row].kind is not Kind.PASS_FAIL:
            return False
        self._raw.pop((self.rows[row].id, "figure"), None)
        self._put_line(row, self._as_own(row, next_passed(self.line(row))))
        return True

    def accept(self, row: int) -> bool:
        """Take over the score before it as the review. False where there is nothing to take."""
        review = REVIEWS.get(self.sheet.state) if self.sheet else None
        if review is None or not self.is_open(self.index(row, PLACES[review])):
            return False
        assert self.board is not None
        assert self.sheet is not None
        line = accepted(self.board, self.sheet, self.rows[row], dt.date.today())
        if line is None or (self.rows[row].id, review) in self._raw:
            return False
        self._put_line(row, line)
        return True

    def rest(self) -> Accepted | None:
        """What accepting all open rows would do; nothing is changed yet."""
        if self.board is None or self.sheet is None or self.read_only:
            return None
        if self.sheet.state not in REVIEWS:
            return None
        return all_accepted(self.board, self.sheet, dt.date.today())

    def take(self, sheet: ScoreSheet) -> None:
        """Many lines at once."""
        assert self.board is not None
        self.sheet = sheet
        self.board.update(sheet)
        self.say_changed(range(len(self.rows)))
        self.edited.emit(-1)

    def _read(self, row: int, key: str, text: str) -> ScoreLine:
        """The line with what was typed. Raises ValueError with a sentence."""
        assert self.sheet is not None
        criterion, line = self.rows[row], self.line(row)
        if key == "figure":
            return self._as_own(row, with_figure(criterion, line, text))
        if key == "target":
            return self._as_own(row, line.replace(target=read_target(text)))
        if key in SCORES:
            points = read_points(criterion, text, self.sheet.criteria.rounding_places)
            if key == "self_score":
                return self._as_own(row, line.replace(self_score=points))
            if key == "final_score":
                words = line.final_reason if points is not None else ""
                return line.replace(final_score=points, final_reason=words)
            same = points == getattr(line, key)
            return line if same else reviewed(line, key, points, dt.date.today())
        return line.replace(**{sheet_columns.field_of(key, self.sheet): text})

    def _as_own(self, row: int, line: ScoreLine) -> ScoreLine:
        """The unit's own figures changed: what was reviewed before goes to the reviewers anew."""
        if line == self.line(row) or (line.review1 is None and line.review2 is None):
            return line
        self.dropped.emit(self.rows[row])
        return without_reviews(line)

    def _put_line(self, row: int, line: ScoreLine) -> None:
        """Only what the line touches is computed and painted anew."""
        assert self.sheet is not None
        assert self.board is not None
        line = line if line.id else line.replace(id=new_id())
        self.sheet = self.sheet.with_line(line)
        touched = self.board.update(self.sheet)
        self._look_for_reason(row, line)
        self.say_changed({row, *(self._places[criterion.id] for criterion in touched)})
        self.edited.emit(row)

    def _look_for_reason(self, row: int, line: ScoreLine) -> None:
        """A review unlike a computed score wants a reason too, which the line cannot know.

        Asked only when the row is changed: a formula's result may move later with other units.
        """
        assert self.sheet is not None
        self._unexplained.discard(line.criterion)
        review = REVIEWS.get(self.sheet.state)
        if review is None or getattr(line, REASONS[review]):
            return
        value, before = getattr(line, review), before_review(self.score(row), line, review)
        if None not in (value, before) and value != before:
            self._unexplained.add(line.criterion)
