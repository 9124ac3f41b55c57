"""«Nhập danh sách»: three pages from a file of somebody else to records, one undoable change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget, QWizard

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.domain.years.period import Period
from desktop_app.exchange.lists.known import Known
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.import_lists.columns_page import ColumnsPage
from desktop_app.ui.import_lists.file_page import FilePage
from desktop_app.ui.import_lists.keeping import back_up_first, save_as_one
from desktop_app.ui.import_lists.remembered import remember_meaning
from desktop_app.ui.import_lists.rows_page import RowsPage
from desktop_app.ui.import_lists.target import known_of

if TYPE_CHECKING:
    from desktop_app.ui.backups import Backups

_COLUMNS, _ROWS = 1, 2


class ImportWizard(QWizard):
    """`said` tells what was taken, once it was."""

    def __init__(
        self,
        file: DataFile,
        period: Period | None,
        backups: Backups | None,
        kind: str = "",
        meeting: Record | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._file, self._backups = file, backups
        self.said = ""
        self.setWindowTitle("Nhập danh sách")
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setButtonText(QWizard.WizardButton.FinishButton, "&Nhập")
        self.file_page = FilePage(file, period, kind, meeting)
        self.columns_page = ColumnsPage()
        self.rows_page = RowsPage()
        for page in (self.file_page, self.columns_page, self.rows_page):
            self.addPage(page)
        self._known = known_of(file, period)
        open_at(self, 1080, 640)

    def initializePage(self, place: int) -> None:
        first, second = self.file_page, self.columns_page
        if place == _COLUMNS:
            assert first.book is not None
            second.show_book(first.book, first.kind, self._known_here())
        super().initializePage(place)
        if place == _ROWS:
            assert second.grid is not None
            given = second.given_values()
            self.rows_page.show_list(
                first.kind, second.grid, second.meaning(), self._known_here(), given
            )

    def cleanupPage(self, place: int) -> None:
        """Going back forgets nothing that was chosen."""

    def accept(self) -> None:
        """Backup, then everything that is ticked as one change; else the wizard stays open."""
        kind, rows = self.file_page.kind, self.rows_page.taken()
        records = kind.to_save(rows, self._known_here())
        if not records or not back_up_first(self._backups):
            return
        try:
            save_as_one(self._file, records, f"Đang ghi {len(rows)} {kind.noun}…", self)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        grid = self.columns_page.grid
        if grid is not None:
            remember_meaning(kind.key, grid, self.columns_page.meaning())
        self.said = f"Đã nhập {len(rows)} {kind.noun}; Ctrl+Z để hoàn tác cả danh sách"
        super().accept()

    def done(self, result: int) -> None:
        self.file_page.stop()
        self.rows_page.stop()
        super().done(result)

    def _known_here(self) -> Known:
        target = self.file_page.target
        assert target is not None
        return target.known(self._known)
