"""«Soát chữ trong tệp»: letters that came in wrong, before and after, put right as one change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.letters.doctor import Trouble
from desktop_app.domain.letters.repairs import Repair, repaired, repairs_of, why_locked
from desktop_app.domain.record import Record
from desktop_app.storage import DataFile
from desktop_app.storage.record_store import RecordStore
from desktop_app.ui import messages
from desktop_app.ui.background import Job, ProgressStrip, Report, run_in_background
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.dialogs.field_labels import field_label
from desktop_app.ui.import_lists.keeping import back_up_first, save_as_one
from desktop_app.ui.later import later
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.records.lists.chip import WrappedDelegate
from desktop_app.ui.records.lists.still_table import still_table
from desktop_app.ui.theme import theme

if TYPE_CHECKING:
    from desktop_app.ui.backups import Backups

_HEADS = ("Bản ghi", "Ô", "Trước", "Sau", "Vì sao")
_WIDTHS = (220, 120, 240, 240, 170)
_LEFT_ALONE = ("Attachment", "MinutesVersion")
"""Names of files, and minutes that are kept as they were signed."""
_MOST = 1_000
_ABOUT = (
    "Chữ mã TCVN3, VNI, dấu rời, chữ nước ngoài trông giống, ký tự ẩn, dấu cách thừa. Chỉ dòng có "
    "dấu được sửa; sao lưu trước, hoàn tác được bằng một lần Ctrl+Z."
)
_DOUBTFUL = "; chữ «ư» có thể đã mất: xem kỹ"
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class LettersDialog(QDialog):
    """Looks through all records; `repaired_count` says how many places were put right."""

    def __init__(
        self, file: DataFile, backups: Backups | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._file, self._backups = file, backups
        self._repairs: list[Repair] = []
        self._records: list[Record] = []
        self._waiting: list[RecordStore[Record]] = []
        self._job: Job | None = None
        self.is_looking = False
        self.repaired_count = 0
        self.setWindowTitle("Soát chữ trong tệp")
        self.heading = plain_label("Đang đọc các bản ghi…", "h2")
        self.strip = ProgressStrip()
        self.table = _table()
        self.do_button = QPushButton("Sửa chỗ đã chọn")
        self.all_button, self.none_button = QPushButton("Chọn hết"), QPushButton("Bỏ hết")
        self.all_button.clicked.connect(lambda: self._tick_all(_ON))
        self.none_button.clicked.connect(lambda: self._tick_all(_OFF))
        self.table.itemChanged.connect(lambda _: self._show_state())
        self.strip.stopped.connect(self.reject)
        foot = dialog_foot(
            self, self.do_button, self.all_button, self.none_button, act=self.repair, way_out=CLOSE
        )
        layout = QVBoxLayout(self)
        for part in (self.heading, plain_label(_ABOUT, "muted"), self.strip, self.table, foot):
            layout.addWidget(part)
        layout.setStretchFactor(self.table, 1)
        open_at(self, 1080, 600)
        self.look()

    def look(self) -> None:
        """Read every record anew, family by family, and look through them elsewhere."""
        self.is_looking = True
        self._records = []
        self._waiting = [s for s in self._file.stores if s.record.__name__ not in _LEFT_ALONE]
        self._show_repairs([])
        later(self, self._read_next)

    def chosen(self) -> list[Repair]:
        """The ticked places."""
        rows = range(self.table.rowCount())
        return [self._repairs[row] for row in rows if self._item(row).checkState() is _ON]

    def repair(self) -> None:
        """Backup, then the ticked places as one change."""
        chosen = self.chosen()
        if not chosen or not back_up_first(self._backups):
            return
        try:
            save_as_one(self._file, repaired(chosen), "Đang sửa chữ…", self)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.repaired_count += len(chosen)
        self.look()

    def done(self, result: int) -> None:
        self._waiting = []
        if self._job is not None:
            self._job.stop()
        super().done(result)

    # --- looking --------------------------------------------------------------------------

    def _read_next(self) -> None:
        """One family of records at a time: the file belongs to the window's own thread."""
        if self._file.is_closed:
            return
        if self._waiting:
            self._records += self._waiting.pop(0).all()
            later(self, self._read_next)
            return
        records = tuple(self._records)

        def work(report: Report) -> list[Repair]:
            return repairs_of(records, report.check)

        self._job = run_in_background(work, self._came, self._failed)
        self.strip.follow(self._job, f"Đang soát {len(records)} bản ghi…")

    def _came(self, repairs: list[Repair]) -> None:
        self._job, self.is_looking = None, False
        self._show_repairs(repairs)
        self.table.setFocus()

    def _failed(self, error: Exception) -> None:
        self._job, self.is_looking = None, False
        messages.tell(self, error)

    def _show_repairs(self, repairs: Sequence[Repair]) -> None:
        self._repairs = list(repairs[:_MOST])
        self._count = len(repairs)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._repairs))
        for row, repair in enumerate(self._repairs):
            self._fill(row, repair)
        self.table.blockSignals(False)
        self._show_state()

    def _fill(self, row: int, repair: Repair) -> None:
        record, found = repair.record, repair.finding
        locked = why_locked(record)
        is_doubtful = Trouble.TCVN3 in found.troubles and "\u00ad" not in found.before
        noun = self._file.store_of(type(record)).table.noun.capitalize()
        because = found.in_words + _DOUBTFUL * is_doubtful
        words = (
            f"{noun}: {record.title}",
            field_label(type(record), repair.field),
            _visible(found.before),
            found.after,
            f"{because}. {locked}" if locked else because,
        )
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(row, column, item)
        first = self._item(row)
        if locked:
            first.setFlags(first.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        else:
            first.setCheckState(_OFF if is_doubtful else _ON)

    def _item(self, row: int) -> QTableWidgetItem:
        item = self.table.item(row, 0)
        assert item is not None
        return item

    def _tick_all(self, state: Qt.CheckState) -> None:
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            if self._item(row).flags() & Qt.ItemFlag.ItemIsUserCheckable:
                self._item(row).setCheckState(state)
        self.table.blockSignals(False)
        self._show_state()

    def _show_state(self) -> None:
        count = len(self.chosen())
        if self.is_looking:
            words = "Đang đọc các bản ghi…"
        elif not self._repairs:
            words = "Không có chữ nào cần sửa."
        else:
            more = f" (hiện {_MOST} chỗ đầu)" if self._count > _MOST else ""
            words = f"Tìm thấy {self._count} chỗ{more}; sẽ sửa {count} chỗ."
        self.heading.setText(words)
        self.do_button.setEnabled(count > 0)
        for button in (self.all_button, self.none_button):
            button.setEnabled(bool(self._repairs))


def _visible(text: str) -> str:
    """Spare spaces as dots, which one can see."""
    return text.replace("  ", "··")


def _table() -> QTableWidget:
    table = still_table(_HEADS, "Những chỗ có chữ cần sửa")
    table.setWordWrap(True)
    table.setTabKeyNavigation(False)
    table.setItemDelegate(WrappedDelegate(table))
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for column, width in enumerate(_WIDTHS):
        table.setColumnWidth(column, width * theme.text_size // 100)
    table.horizontalHeader().setStretchLastSection(True)
    return table
