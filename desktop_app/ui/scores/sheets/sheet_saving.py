"""Saving in the view of scores: by itself after a pause, on leaving, or refused beside the cell."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from desktop_app.domain.errors import InvalidRecord, UserFacingError
from desktop_app.domain.record import Record
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.ui import messages
from desktop_app.ui.scores.sheets.sheet_showing import SheetShowing

PAUSE = 2500
"""Milliseconds without an edit before a sheet is saved by itself."""


class SheetSaving(SheetShowing):
    """One change, with one entry in the history, for each burst of edits.

    A save for each row would write the whole sheet into the history for each key.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_own_change = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.settle)
        self.model.edited.connect(self._edited)
        self.grid.cells.typed.connect(self._typed)

    @property
    def has_edits(self) -> bool:
        return self.model.is_changed or self.grid.differs()

    @property
    def can_save(self) -> bool:
        return self.has_edits

    def can_leave(self) -> bool:
        """Each cell was read when it was left: nothing is asked, the sheet is saved."""
        return self.save()

    def settle(self) -> None:
        """Saves what was typed where nothing stands in the way; nobody is blamed yet."""
        waits = self.grid.is_typing() or self.model.first_problem() is not None
        if self.model.is_changed and not waits:
            self.save()

    def keep_draft(self) -> str:
        """Saved where nothing stands in the way; a sheet that is wrong somewhere is a draft."""
        self.grid.commit_open()
        self.settle()
        if self.file is None or self.model.sheet is None or not self.model.is_changed:
            return ""
        if self.model.sheet is not self.model.saved:
            self.file.drafts.keep(self.model.sheet, self.model.saved)
        if unread := self.model.unreadable():
            self.file.drafts.keep_words(self.model.sheet.title, unread)
        return self.model.sheet.id

    def show_draft(self, draft: Record) -> bool:
        """What was typed in a sheet and not saved, as edits. False where that cannot be."""
        if not isinstance(draft, ScoreSheet) or not self.select(draft.id) or self.model.read_only:
            return False
        self.model.take(draft)
        return True

    def save(self) -> bool:
        """One change with one entry in the history; refused beside the cell that is wrong."""
        self.grid.commit_open()
        self._pause.stop()
        if not self.model.is_changed:
            return True
        found = self.model.first_problem()
        if found is not None:
            self.grid.setCurrentIndex(found[0])
            self.status.emit(f"Chưa lưu phiếu: {found[1]}")
            return False
        assert self.file is not None
        assert self.model.sheet is not None
        try:
            saved = self.file.sheets.save(self.model.sheet)
            self.file.drafts.drop(saved.id)
        except UserFacingError as error:
            self._refused(error)
            return False
        self._put_saved(saved)
        self._tell_changed()
        return True

    def discard(self) -> None:
        saved = self.model.saved
        if self._sheets is not None and saved is not None:
            self._pause.stop()
            if self.file is not None:
                self.file.drafts.drop(saved.id)
            self._sheets.board_of(saved).update(saved)
            self._show_sheet(saved)

    def _tell_changed(self) -> None:
        """The other views look again; this one shows it already."""
        self._is_own_change = True
        try:
            self.changed.emit()
        finally:
            self._is_own_change = False

    def _refused(self, error: UserFacingError) -> None:
        """To the cell of «lines.3.reason1» where the sheet names one; else in a box."""
        problems = error.problems if isinstance(error, InvalidRecord) else {}
        for key, words in problems.items():
            cell = self.model.cell_of(key)
            if cell is not None:
                self.grid.go(*cell)
                self.status.emit(f"Chưa lưu phiếu: {words}")
                return
        messages.show_error(self, error)

    def _edited(self, row: int) -> None:
        self._show_edit(row)
        self._pause.start()

    def _typed(self) -> None:
        """A key in an open cell: saving becomes possible; the pause begins anew."""
        if not self._had_edits:
            self._had_edits = True
            self.state_changed.emit()
        if self._pause.isActive():
            self._pause.start()
