"""What the view of scores shows: the grids of a round, the reasons under them, the state above."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.inspection import Inspection
from desktop_app.domain.scores.reviewing import REVIEWS, progress
from desktop_app.domain.scores.score_round import finding_sentences
from desktop_app.domain.scores.sheet import Round, ScoreSheet
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import clean_line
from desktop_app.ui.scores.ranking.cluster_board import ClusterBoard
from desktop_app.ui.scores.ranking.cluster_model import FIXED
from desktop_app.ui.scores.sheets.round_sheets import RoundSheets
from desktop_app.ui.scores.sheets.score_grid import ScoreGrid
from desktop_app.ui.scores.sheets.sheet_columns import first_column
from desktop_app.ui.scores.sheets.sheet_head import SheetHead
from desktop_app.ui.scores.sheets.sheet_model import SheetModel
from desktop_app.ui.scores.sheets.step_actions import steps_for_all
from desktop_app.ui.scores.sheets.why_strip import WhyStrip
from desktop_app.ui.scores.still_view import StillView
from desktop_app.ui.theme import theme

_NO_CRITERIA = (
    "Kỳ này chưa có bộ tiêu chí được thông qua.\nLập và thông qua bộ tiêu chí ở mục «Tiêu chí», "
    "rồi quay lại đây."
)
_NO_SHEETS = "Đợt này chưa có phiếu chấm.\nBấm «Lập phiếu cho các đơn vị»."
_NO_PERIOD = "Chưa có kỳ thi đua nào."
_REVIEW_KEYS = (
    "Enter hoặc phím cách: chấp nhận dòng · gõ số: sửa điểm rồi ghi lý do · "
    "A: chấp nhận các dòng còn lại · F4: tệp minh chứng"
)
_OTHER_KEYS = "Enter: xuống dòng · Tab: ô sau · F4: tệp minh chứng · Ctrl+PageDown: đơn vị sau"
_SOON = 150
"""Milliseconds: warnings of the whole sheet wait for a pause in typing."""


class SheetShowing(StillView):
    """Reads the round and shows it; a subclass says what can be done with it."""

    def __init__(self) -> None:
        super().__init__()
        self._stale = True
        self._had_edits = False
        self._sheets: RoundSheets | None = None
        self._inspections: tuple[Inspection, ...] = ()
        self.model = SheetModel(self)
        self.grid, self.cluster = ScoreGrid(self.model), ClusterBoard()
        self.head, self.strip, self.empty = SheetHead(), WhyStrip(), QLabel()
        self._stack = QStackedWidget()
        self._later = QTimer(self, singleShot=True, interval=_SOON)
        self._later.timeout.connect(self._show_warnings)
        self._build()

    @property
    def is_closed(self) -> bool:
        return self.period is None or self.period.is_closed or bool(self.refusal)

    # --- reading ----------------------------------------------------------------------------

    def _load(self, wanted: str = "") -> None:
        """The round as the file has it; the sheet in hand, or the wanted one, and its cell stay."""
        self._stale = False
        if self.file is None or self.period is None:
            self._sheets = None
            self._show_sheet(None)
            return
        sets = self.file.criteria.of_period(self.period)
        sheets = self.file.sheets.of_period(self.period)
        self._inspections = self.file.inspections.of_period(self.period)
        self._sheets = RoundSheets(self.head.round, sets, sheets)
        shown = self.model.saved
        self.head.units.fill(self._sheets, wanted or (shown.id if shown else ""))
        self._show_sheet(self._sheets.find(self.head.units.sheet_id()))

    def _show_sheet(self, sheet: ScoreSheet | None) -> None:
        """Another sheet, or the same read anew: then the cell in hand stays."""
        before, at = self.model.saved, self.grid.currentIndex()
        row, column = at.row(), at.column()
        board = self._sheets.board_of(sheet) if self._sheets and sheet else None
        self.model.read_only = self.is_closed
        self.model.show(board, sheet)
        self._count_files()
        same = before is not None and sheet is not None and before.id == sheet.id
        if same and before and sheet and before.state is sheet.state and row >= 0:
            self.grid.setCurrentIndex(self.model.index(row, column))
        else:
            self.grid.go_to_work()
        self._show_mode()
        self._show_all()

    def _put_saved(self, saved: ScoreSheet) -> None:
        """What stands in the grid is in the file: nothing is read again."""
        self.model.note_saved(saved)
        if self._sheets is not None:
            self._sheets.put(saved)
        self._show_all()

    def _count_files(self) -> None:
        saved = self.model.saved
        files = self.file.attachments.of_record(saved) if self.file and saved else ()
        self.model.set_files(Counter(attached.part for attached in files))

    # --- showing ----------------------------------------------------------------------------

    def _show_mode(self) -> None:
        """One unit, the whole cluster, or the words of an empty round."""
        self.head.show_mode()
        there = self._sheets is not None and bool(self._sheets.sheets)
        if not there:
            self.empty.setText(self._empty_words())
            self._stack.setCurrentWidget(self.empty)
        elif self.head.is_cluster:
            assert self._sheets is not None
            board = self._sheets.main_board
            self.cluster.show_board(board, self._sheets.units, self.head.kind)
            self._stack.setCurrentWidget(self.cluster)
        else:
            self._stack.setCurrentWidget(self.grid)
        self.strip.setVisible(there)

    def _empty_words(self) -> str:
        if self.period is None or self._sheets is None:
            return _NO_PERIOD
        return _NO_SHEETS if self._sheets.criteria is not None else _NO_CRITERIA

    def _show_all(self) -> None:
        """State, sums and buttons, the reasons of the row and the warnings of the sheet."""
        for_all = {} if self.is_closed else steps_for_all(self._sheets)
        self.head.show_steps(None if self.is_closed else self.model.saved, for_all)
        sheet = self.model.sheet
        reviewing = sheet is not None and sheet.state in REVIEWS and not self.is_closed
        self.head.rest_button.setVisible(reviewing and not self.head.is_cluster)
        there = self._sheets is not None and self._sheets.criteria is not None
        self.head.make_button.setVisible(there and self.can_add)
        self.head.receive_button.setVisible(there and not self.is_closed)
        self.head.export_button.setVisible(there)
        self._show_progress()
        self._show_why()
        self._show_warnings()
        self._had_edits = self.has_edits
        self.state_changed.emit()

    def _show_progress(self) -> None:
        sheet, board = self.model.sheet, self.model.board
        found = progress(board, sheet) if sheet and board else (0, 0)
        self.head.show_sheet(sheet, board, found)
        if self.head.is_cluster and self._sheets is not None:
            self.head.show_round(self._sheets.sheets)
        if sheet is not None:
            self.head.units.show_progress(sheet, found)

    def _show_why(self) -> None:
        """How the score of the cell in hand came about, or what is wrong in it."""
        index = self.grid.currentIndex()
        if self.head.is_cluster:
            self._show_why_of_cluster()
        elif self.model.sheet is None or not index.isValid():
            self.strip.show_why("", ())
        else:
            assert self.model.board is not None
            criterion = self.model.rows[index.row()]
            why = self.model.board.why(criterion, self.model.sheet.unit)
            wrong = self.model.row_problem(index)
            seen = finding_sentences(self._inspections, criterion, self.model.sheet.unit)
            notes = (*self._differs(criterion), *seen)
            self.strip.show_why(_name(criterion), (*notes, *why), wrong)

    def _differs(self, criterion: Criterion) -> tuple[str, ...]:
        sheet, board = self.model.sheet, self.model.board
        if sheet is None or board is None or not board.differs(criterion, sheet.unit):
            return ()
        return ("Lưu ý: điểm chính thức khác điểm công thức tính hiện nay.",)

    def _show_why_of_cluster(self) -> None:
        index, model = self.cluster.grid.currentIndex(), self.cluster.model
        if model.board is None or not index.isValid() or index.column() < FIXED:
            self.strip.show_why("", ())
            return
        unit, criterion = model.units[index.column() - FIXED], model.rows[index.row()]
        title = f"{unit.short_name}, {_name(criterion)}"
        self.strip.show_why(title, model.board.why(criterion, unit))

    def _show_warnings(self) -> None:
        sheet = self.model.sheet
        if sheet is None or self._sheets is None:
            self.strip.show_warnings(())
            return
        if self.head.is_cluster:
            self.strip.show_warnings(self._warnings_of_cluster())
            return
        reason = sheet.return_reason if not sheet.is_submitted else ""
        found = [f"Bị trả lại: {reason}."] if reason else []
        found += sheet.warnings()
        keys = _REVIEW_KEYS if sheet.state in REVIEWS else _OTHER_KEYS
        closed = [self.refusal or "Kỳ thi đua đã đóng: chỉ xem."] if self.is_closed else []
        self.strip.show_warnings((*closed, *found) or (keys,))

    def _warnings_of_cluster(self) -> tuple[str, ...]:
        assert self._sheets is not None
        board = self._sheets.main_board
        waiting = "; ".join(unit.short_name for unit in board.waiting_for) if board else ""
        older = "; ".join(sheet.unit.short_name for sheet in self._sheets.by_older_criteria)
        said = (
            f"Điểm định lượng còn có thể thay đổi, chưa nộp: {waiting}." if waiting else "",
            f"Theo bản tiêu chí cũ, không có trong bảng: {older}." if older else "",
        )
        return tuple(words for words in said if words)

    def _show_edit(self, row: int) -> None:
        """After an edit: what follows at once, and the rest once nobody types any more."""
        self._show_progress()
        self._show_why()
        self._later.start()
        if self.has_edits != self._had_edits:
            self._had_edits = self.has_edits
            self.state_changed.emit()

    # --- turning to something else ----------------------------------------------------------

    def _turn_round(self) -> None:
        # The box is on the new round already; edits belong to the sheet of the old one.
        if self.can_leave():
            self._load()
        elif self._sheets is not None:
            self.head.rounds.setCurrentIndex(list(Round).index(self._sheets.when))

    def _turn_unit(self) -> None:
        wanted = self.head.units.sheet_id()
        saved = self.model.saved
        if not self.can_leave():
            self.head.units.choose(saved.id if saved else "")
        elif self._sheets is not None and (saved is None or saved.id != wanted):
            self._show_sheet(self._sheets.find(wanted))

    def _turn_by(self, step: int) -> None:
        place = self.head.units.currentIndex() + step
        if 0 <= place < self.head.units.count():
            self.head.units.setCurrentIndex(place)
            self._turn_unit()

    def _turn_mode(self) -> None:
        if self.head.is_cluster and not self.can_leave():
            self.head.modes.setCurrentIndex(0)
        self._show_mode()
        self._show_all()

    def _go_to(self, unit: Unit, criterion: Criterion) -> None:
        """From the board of the cluster to a row of a unit's sheet."""
        sheet = self._sheets.of_unit(unit) if self._sheets else None
        if sheet is None or not self.can_leave():
            return
        self.head.modes.setCurrentIndex(0)
        self.head.units.choose(sheet.id)
        self._show_sheet(sheet)
        self.grid.go(self.model.row_of(criterion.id), first_column(sheet))
        self.grid.setFocus()

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("role", "muted")
        self.empty.setContentsMargins(16, 16, 16, 16)
        for widget in (self.empty, self.grid, self.cluster):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self.body)
        gap = theme.metrics.gap
        layout.setContentsMargins(gap, 8, gap, 8)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.grid.letters)
        layout.addWidget(self.strip)
        self.head.rounds.activated.connect(self._turn_round)
        self.head.units.activated.connect(self._turn_unit)
        self.head.modes.activated.connect(self._turn_mode)
        self.head.kinds.activated.connect(self._turn_mode)
        self.grid.unit_wanted.connect(self._turn_by)
        self.cluster.opened.connect(self._go_to)
        for grid in (self.grid, self.cluster.grid):
            grid.selectionModel().currentChanged.connect(lambda *_: self._show_why())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and not self.has_edits:
            self._load()


def _name(criterion: Criterion) -> str:
    return clean_line(criterion.title)
