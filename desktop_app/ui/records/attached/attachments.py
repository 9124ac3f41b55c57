"""The page «Tệp kèm» of a form: the files of a record, saved at once and undone like any change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app import paths
from desktop_app.domain.attachment import Attachment, safe_name
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.ui import icons, messages
from desktop_app.ui.background import ProgressStrip
from desktop_app.ui.records.attached import attached_files, attachment_exit
from desktop_app.ui.records.attached.attachment_table import ROWS, AttachmentTable
from desktop_app.ui.records.attached.dropped_files import dropped_files, take_copy
from desktop_app.ui.records.attached.file_reading import FileReading
from desktop_app.ui.records.classified_note import wanted_files
from desktop_app.ui.records.memory import settings

if TYPE_CHECKING:
    from desktop_app.storage import DataFile

NOT_SAVED = "Lưu bản ghi trước khi đính kèm tệp."
EMPTY = "Chưa có tệp kèm. Kéo tệp thả vào đây, hoặc bấm «Thêm tệp…»."
EMPTY_READ_ONLY = "Bản ghi này không có tệp kèm."
_HINT = "Có thể kéo tệp từ ngoài thả vào đây; mỗi tệp tối đa 20 MB."
_DROP = "Thả ra để đính kèm."
_FOLDER = "attachments/folder"


class AttachmentPanel(QWidget):
    """Adds, opens, saves out and removes the files of one record, or of one part of it.

    Files are read in the background, one after the other: a memory stick may be slow. A file
    belongs to the record that was shown when it was chosen, whatever is shown later.
    """

    changed = Signal()
    """Files were attached or removed, and that is saved."""
    status = Signal(str)
    counted = Signal(int)
    """How many files the shown record has."""

    def __init__(self, parent: QWidget | None = None, *, part: str = "", rows: int = ROWS) -> None:
        super().__init__(parent)
        self._part = part
        self._file: DataFile | None = None
        self._owner: Record | None = None
        self._is_saved = False
        self._read_only = False
        self._refused: list[UserFacingError] = []
        self._done: list[str] = []
        self.setAcceptDrops(True)
        self._build(rows)
        self.reading = FileReading(self.strip, self)
        self.reading.came.connect(self._keep)
        self.reading.failed.connect(self._refuse)
        self.reading.ended.connect(self._finish)
        self._show_state()

    def show_record(
        self, file: DataFile | None, owner: Record | None, *, is_saved: bool, read_only: bool
    ) -> None:
        """The files of a record; those of one that is not saved yet cannot be there."""
        if file is not self._file:
            self._forget_work()
        self._file, self._owner = file, owner
        self._is_saved, self._read_only = is_saved, read_only
        self._load()

    def show_part(self, part: str) -> None:
        """The files of another part of the record."""
        self._part = part
        self._load()

    def current(self) -> Attachment | None:
        """The chosen file."""
        return self.table.current()

    @property
    def can_add(self) -> bool:
        there = self._file is not None and self._owner is not None
        return there and self._is_saved and not self._read_only

    # --- in -------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask which files to attach."""
        start = Path(str(settings().value(_FOLDER) or paths.documents()))
        folder = start if start.is_dir() else Path.home()
        chosen, _ = QFileDialog.getOpenFileNames(self, "Chọn tệp để đính kèm", str(folder))
        if chosen:
            settings().setValue(_FOLDER, str(Path(chosen[0]).parent))
            self.add_files([Path(name) for name in chosen])

    def add_files(self, chosen: Sequence[Path]) -> None:
        """Read these files and attach them to the record that is shown now."""
        if not self.can_add or self._owner is None:
            return
        self.reading.add(self._owner, wanted_files(self, chosen), self._part)

    def _keep(self, owner: Record, part: str, name: str, content: bytes) -> None:
        try:
            self._attach(owner, part, name, content)
        except UserFacingError as error:
            self._refused.append(error)

    def _attach(self, owner: Record, part: str, name: str, content: bytes) -> None:
        assert self._file is not None
        if self._file.store_of(type(owner)).find(owner.id) is None:
            raise UserFacingError(
                f"Chưa đính kèm được «{safe_name(name)}»: bản ghi «{owner.title}» đã bị xoá.",
                remedy="Hãy lấy lại bản ghi bằng «Hoàn tác», rồi đính kèm lần nữa.",
            )
        before = self._file.attachments.of_record(owner)
        added = self._file.attachments.add(owner, name, content, part)
        if added in before:
            self.status.emit(f"«{added.name}» đã có trong tệp kèm.")
        else:
            self._done.append(added.name)
        self._load()
        if self._owner is not None and owner.id == self._owner.id:
            self.table.choose(self.model.row_of(added.id))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self._refused.append(error)
        else:
            messages.report_bug(self, error)

    def _finish(self) -> None:
        """Everything is read: say what came in and what did not."""
        done, self._done = self._done, []
        refused, self._refused = self._refused, []
        if done:
            what = f"«{done[0]}»" if len(done) == 1 else f"{len(done)} tệp"
            self.status.emit(f"Đã đính kèm {what}")
            self.changed.emit()
        if refused:
            messages.show_error(self, attached_files.together(refused))

    def _forget_work(self) -> None:
        self.reading.forget()
        self._refused.clear()
        self._done.clear()

    # --- out ------------------------------------------------------------------------------

    def open_current(self) -> None:
        """Show the chosen file in the system's own program, from a copy."""
        attachment = self.current()
        if attachment is None or self._file is None:
            return
        if attachment_exit.open_copy(self, self._file, attachment):
            self.status.emit(f"Đã mở bản chỉ xem của «{attachment.name}»")

    def save_current(self) -> None:
        """Write the chosen file where the person wants it."""
        attachment = self.current()
        if attachment is None or self._file is None:
            return
        path = attachment_exit.save_out(self, self._file, attachment)
        if path is not None:
            self.status.emit(f"Đã lưu «{attachment.name}» vào {path}")

    def remove_current(self) -> None:
        """Take the chosen file off the record, after a question."""
        attachment = self.current()
        if attachment is None or self._file is None or not self.can_add:
            return
        title = f"Gỡ tệp kèm “{attachment.name}”?"
        body = "Có thể lấy lại bằng «Hoàn tác» (Ctrl+Z)."
        if not messages.ask(self, title, body, "Gỡ", danger=True):
            return
        row = self.table.currentIndex().row()
        try:
            self._file.attachments.delete(attachment)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self._load()
        self.table.choose(min(row, self.model.rowCount() - 1))
        self.status.emit(f"Đã gỡ tệp kèm «{attachment.name}»")
        self.changed.emit()

    # --- what is shown --------------------------------------------------------------------

    def _load(self) -> None:
        chosen = self.current()
        is_kept = self._file is not None and self._owner is not None and self._is_saved
        found: tuple[Attachment, ...] = ()
        if is_kept:
            assert self._file is not None
            assert self._owner is not None
            found = self._file.attachments.of_part(self._owner, self._part)
        self.model.set_records(found)
        self.table.choose(max(self.model.row_of(chosen.id if chosen else None), 0))
        self._show_state()
        self.counted.emit(len(found))

    def _show_state(self) -> None:
        empty = EMPTY_READ_ONLY if self._read_only else EMPTY
        overlay = empty if self._is_saved else NOT_SAVED
        self.table.show_overlay("" if self.model.rowCount() else overlay)
        self.hint.setText(_HINT)
        self.hint.setVisible(self.can_add)
        chosen = self.current() is not None
        self.add_button.setEnabled(self.can_add)
        self.open_button.setEnabled(chosen)
        self.save_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen and self.can_add)

    # --- building -------------------------------------------------------------------------

    def _build(self, rows: int) -> None:
        self.table = AttachmentTable(rows, self)
        self.model = self.table.records
        self.table.entered_row.connect(self.open_current)
        self.table.doubleClicked.connect(lambda _: self.open_current())
        self.table.delete_pressed.connect(self.remove_current)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_state())
        self.model.modelReset.connect(self._show_state)
        self.hint = QLabel(_HINT)
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        self.strip = ProgressStrip()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(8)
        layout.addWidget(self._build_buttons())
        layout.addWidget(self.table, 1)
        layout.addWidget(self.hint)
        layout.addWidget(self.strip)

    def _build_buttons(self) -> QWidget:
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        self.add_button = _button("Thêm tệp…", "paperclip", "Thêm tệp kèm")
        self.open_button = _button("Mở", "external-link", "Mở tệp kèm để xem")
        self.save_button = _button("Lưu ra…", "download", "Lưu tệp kèm ra ngoài")
        self.remove_button = _button("Gỡ", "trash-2", "Gỡ tệp kèm")
        self.add_button.clicked.connect(self.choose_files)
        self.open_button.clicked.connect(self.open_current)
        self.save_button.clicked.connect(self.save_current)
        self.remove_button.clicked.connect(self.remove_current)
        for button in (self.add_button, self.open_button, self.save_button, self.remove_button):
            layout.addWidget(button)
        layout.addStretch(1)
        return bar

    # --- Qt -------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """As narrow as the pane: a page of a form is not scrolled sideways."""
        return QSize(0, super().minimumSizeHint().height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.can_add and dropped_files(event):
            self.hint.setText(_DROP)
            take_copy(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        take_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hint.setText(_HINT)

    def dropEvent(self, event: QDropEvent) -> None:
        self.hint.setText(_HINT)
        files = dropped_files(event)
        if not self.can_add or not files:
            event.ignore()
            return
        take_copy(event)
        self.add_files(files)


def _button(text: str, icon: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(name)
    icons.wear(button, icon)
    return button
