"""The view «Chấm điểm»: the sheets of a round, worked through by keyboard and handed on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.reviewing import REVIEWS
from desktop_app.domain.scores.sheet import NEXT_STATES, Round, ScoreSheet, SheetState
from desktop_app.domain.years.period import Period
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.later import later
from desktop_app.ui.scores.sheets import workbook_actions
from desktop_app.ui.scores.sheets.evidence_dialog import EvidenceDialog
from desktop_app.ui.scores.sheets.score_paste import Pasted
from desktop_app.ui.scores.sheets.sheet_saving import SheetSaving
from desktop_app.ui.scores.sheets.sheet_states import VERBS
from desktop_app.ui.scores.sheets.step_actions import steps_for_all, take_step
from desktop_app.ui.scores.sheets.step_notes import left_over

if TYPE_CHECKING:
    from desktop_app.storage import DataFile

Change = Callable[["DataFile"], object]
"""Something done with the file. Raises UserFacingError."""
_CAN_GO = (SheetState.DRAFT, SheetState.RETURNED)
"""States in which a sheet may be deleted: nobody has taken it over."""


class ScoresView(SheetSaving):
    """What can be done with the sheets of a round."""

    help_page = "cham-diem"

    def __init__(self) -> None:
        super().__init__()
        self._wire()

    # --- what the window asks ---------------------------------------------------------------

    @classmethod
    def shows(cls, record: Record) -> bool:
        return isinstance(record, ScoreSheet)

    def set_period(self, period: Period | None) -> None:
        self._pause.stop()
        self.model.show(None, None)
        super().set_period(period)

    def refresh(self) -> None:
        if self._is_own_change:
            return
        self._stale = True
        if self.isVisible() and not self.has_edits:
            self._load()

    def select(self, record_id: str) -> bool:
        found = self.file.sheets.find(record_id) if self.file else None
        if found is None or not self.can_leave():
            return False
        self.head.rounds.setCurrentIndex(list(Round).index(found.round))
        self.head.modes.setCurrentIndex(0)
        self._load(found.id)
        return self.model.saved is not None and self.model.saved.id == found.id

    def current_record(self) -> Record | None:
        return self.model.saved

    def edited_title(self) -> str:
        return self.model.sheet.title if self.model.sheet else ""

    @property
    def can_add(self) -> bool:
        return not self.is_closed and bool(self._sheets and self._sheets.missing)

    @property
    def can_delete(self) -> bool:
        saved = self.model.saved
        return saved is not None and saved.state in _CAN_GO and not self.is_closed

    @property
    def can_print(self) -> bool:
        """A sheet by an older version of the criteria is in no paper of the round."""
        saved, board = self.model.saved, self._sheets.main_board if self._sheets else None
        return saved is not None and board is not None and board.criteria.id == saved.criteria.id

    def print_paper(self) -> None:
        """The papers of the shown sheet; those of the whole round are beside its places."""
        from desktop_app.ui.scores.sheets.sheet_papers import SheetPapers

        if not self.can_print or not self.can_leave() or self.file is None or self.period is None:
            return
        shown = self.model.saved
        for scored in self.file.score_rounds_of(self.period):
            if shown is not None and scored.round is shown.round:
                asked(SheetPapers(scored, shown.unit, self))

    def add(self) -> None:
        """A sheet for every member that has none, as one change."""
        if not self.can_add or not self.can_leave():
            return
        assert self._sheets is not None
        missing = self._sheets.missing
        self._change(lambda file: file.save_all(missing), f"Đã lập {len(missing)} phiếu chấm")

    def delete(self) -> None:
        """The shown sheet with its files, after a question; undo brings all back."""
        saved = self.model.saved
        if not self.can_delete or saved is None or self.file is None:
            return
        files = len(self.file.attachments.of_record(saved))
        note = f"{files} tệp minh chứng cũng bị xoá. " if files else ""
        body = f"{note}Có thể lấy lại bằng «Hoàn tác» (Ctrl+Z)."
        if messages.ask_delete(self, f"Xoá “{saved.title}”?", body):
            self.discard()
            self._change(lambda file: file.sheets.delete(saved), f"Đã xoá «{saved.title}»")

    # --- what is done with sheets -----------------------------------------------------------

    def accept_rest(self) -> None:
        """Every open row that needs no word of a person is accepted, after a question."""
        self.grid.commit_open()
        rest = self.model.rest()
        if rest is None:
            return
        left = left_over(rest)
        if not rest.count:
            self.status.emit(" ".join(["Không còn dòng nào để chấp nhận.", *left]))
            return
        title = f"Chấp nhận {rest.count} dòng còn lại?"
        body = "\n".join(["Điểm đang có được lấy làm điểm thẩm định.", *left])
        if messages.ask(self, title, body, f"Chấp nhận {rest.count} dòng"):
            self.model.take(rest.sheet)
            self.status.emit(f"Đã chấp nhận {rest.count} dòng")

    def take_step(self, state: SheetState) -> None:
        """The shown sheet goes on."""
        if self.can_leave() and self.model.saved is not None:
            self._hand_on([self.model.saved], [state])

    def take_step_for_all(self, state: SheetState) -> None:
        """All sheets that can go on do; those that cannot are listed with the reason."""
        if self._sheets is not None and self.can_leave():
            others = [other for other in steps_for_all(self._sheets) if other is not state]
            self._hand_on(self._sheets.sheets, [state, *others])

    def show_files(self, row: int) -> None:
        """The files that prove a row."""
        saved = self.model.saved
        if saved is None or self.file is None or not self.model.is_leaf(row):
            return
        self.grid.commit_open()
        fixed = self.is_closed or saved.state is SheetState.FINAL
        criterion = self.model.rows[row]
        dialog = EvidenceDialog(self.file, saved, criterion, read_only=fixed, parent=self)
        dialog.panel.changed.connect(self._tell_changed)
        dialog.panel.status.connect(self.status)
        asked(dialog)
        self._count_files()
        self.grid.setFocus()

    def _hand_on(self, sheets: Sequence[ScoreSheet], states: Sequence[SheetState]) -> None:
        assert self.file is not None
        assert self._sheets is not None
        moved = take_step(self.file, self._sheets, sheets, states, self)
        if moved:
            what = moved[0].unit.short_name if len(moved) == 1 else f"{len(moved)} phiếu"
            self._read_again(f"{VERBS[moved[0].state]}: {what}")
            if len(moved) > 1:
                self._go_to_work()
        self.grid.setFocus()

    def _go_to_work(self) -> None:
        """After a step of many: from a sheet that asks for nothing to one that does."""
        saved = self.model.saved
        if self._sheets is None or saved is None or self._sheets.to_do(saved):
            return
        following = self._sheets.next_to_do(saved)
        if following is not None:
            self._show_other(following)

    def _sheet_done(self) -> None:
        """No row waits any more: reviewers go on to the next sheet, or to the step that follows."""
        if not self.save() or self._sheets is None or self.model.saved is None:
            return
        done = self.model.saved
        following = self._sheets.next_to_do(done)
        if done.state not in REVIEWS:
            self.status.emit(f"{done.unit.short_name} đã giải trình đủ các dòng bị sửa điểm")
        elif following is not None:
            self._show_other(following)
            self.status.emit(f"Xong {done.unit.short_name}, sang {following.unit.short_name}")
        else:
            state = NEXT_STATES[done.state][0]
            many = state in steps_for_all(self._sheets)
            (self.take_step_for_all if many else self.take_step)(state)

    def _show_other(self, sheet: ScoreSheet) -> None:
        self.head.units.choose(sheet.id)
        self._show_sheet(sheet)

    # --- the file ---------------------------------------------------------------------------

    def _change(self, act: Change, said: str) -> None:
        assert self.file is not None
        try:
            act(self.file)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self._read_again(said)

    def _read_again(self, said: str) -> None:
        self._load()
        self._tell_changed()
        self.status.emit(said)

    # --- building ---------------------------------------------------------------------------

    def _wire(self) -> None:
        head, grid = self.head, self.grid
        head.make_button.clicked.connect(self.add)
        head.rest_button.clicked.connect(self.accept_rest)
        head.step_wanted.connect(self.take_step)
        head.all_wanted.connect(self.take_step_for_all)
        head.receive_button.clicked.connect(
            lambda: workbook_actions.receive_forms(self, head.round)
        )
        head.export_button.clicked.connect(lambda: workbook_actions.export_forms(self, head.round))
        grid.rest_wanted.connect(self.accept_rest)
        # Only once the cell that was the last one is closed.
        grid.finished.connect(lambda: later(self, self._sheet_done))
        grid.files_wanted.connect(self.show_files)
        grid.said.connect(self.status)
        grid.pasted.connect(self._tell_pasted)
        self.model.dropped.connect(self._tell_dropped)

    def _tell_pasted(self, pasted: Pasted) -> None:
        self.status.emit(pasted.words)
        if pasted.closed:
            messages.show_note(self, "Một số ô không nhận giá trị.", pasted.words)

    def _tell_dropped(self, criterion: Criterion) -> None:
        self.status.emit(
            f"{criterion.code}: đơn vị sửa số liệu nên điểm thẩm định cũ được bỏ, sẽ thẩm định lại."
        )
