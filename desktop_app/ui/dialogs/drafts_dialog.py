"""Drafts left behind by a crash: looked at, taken up or thrown away by a person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.storage import DataFile
from desktop_app.storage.drafts import Draft
from desktop_app.ui import messages
from desktop_app.ui.dialogs.change_words import image_changes
from desktop_app.ui.dialogs.history_pane import entry_table, fill_row

_HEADS = ("Tự lưu lúc", "Loại", "Bản ghi", "So với bản đã lưu")
_DETAIL_HEADS = ("Mục", "Bản đã lưu", "Bản nháp")


class DraftsDialog(QDialog):
    """The drafts above; below, word by word, how the chosen one differs from what is saved."""

    def __init__(
        self, file: DataFile, show: Callable[[Record], bool], parent: QWidget | None = None
    ) -> None:
        """`show` puts a draft into its form and answers whether it could."""
        super().__init__(parent)
        self.setWindowTitle("Bản nháp chưa lưu")
        self._file, self._show_in_form = file, show
        self._drafts = list(file.drafts.all())
        self.list = entry_table(_HEADS)
        self.list.setAccessibleName("Các bản nháp")
        self.detail = entry_table(_DETAIL_HEADS)
        self.detail.setAccessibleName("Khác với bản đã lưu")
        self.restore_button = QPushButton("Khôi phục")
        self.view_button = QPushButton("Xem")
        self.drop_button = QPushButton("Bỏ bản nháp")
        self._build()
        self._fill()
        self.resize(860, 520)

    def _build(self) -> None:
        words = QLabel(
            "Lần trước chương trình kết thúc khi còn nội dung chưa lưu. «Khôi phục» đưa bản nháp "
            "vào biểu mẫu để xem lại rồi lưu; bản đã lưu chưa bị thay đổi gì."
        )
        words.setWordWrap(True)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        self.detail.hide()
        buttons = QDialogButtonBox()
        self.restore_button.setProperty("role", "primary")
        self.restore_button.setDefault(True)
        for button in (self.restore_button, self.view_button, self.drop_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        later = QPushButton("Để sau")
        later.setToolTip("Bản nháp được giữ lại và hỏi lại ở lần mở sau.")
        buttons.addButton(later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.restore_button.clicked.connect(self.restore)
        self.view_button.clicked.connect(self.view)
        self.drop_button.clicked.connect(self.drop)
        self.list.itemSelectionChanged.connect(self._show_detail)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(split, 1)
        layout.addWidget(buttons)

    def chosen(self) -> Draft | None:
        row = self.list.currentRow()
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    def restore(self) -> None:
        """Into its form, as edits that are not saved; the draft stays until they are."""
        draft = self.chosen()
        if draft is None:
            return
        try:
            shown = self._show_in_form(self._file.drafts.record_of(draft))
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        if shown:
            self._forget(draft)
        else:
            messages.show_note(
                self,
                "Chưa khôi phục được bản nháp này.",
                "Bản ghi hiện chỉ được xem (kỳ đã đóng hoặc đã chốt). Bản nháp vẫn được giữ.",
            )

    def view(self) -> None:
        """What differs, below the list."""
        self.detail.setVisible(True)
        self._show_detail()

    def drop(self) -> None:
        """Throw the chosen draft away, after a question."""
        draft = self.chosen()
        if draft is not None and messages.ask(
            self,
            f"Bỏ bản nháp của «{draft.title}»?",
            "Nội dung gõ mà chưa lưu sẽ mất hẳn; bản đã lưu vẫn còn nguyên.",
            "Bỏ bản nháp",
            danger=True,
        ):
            self._file.drafts.drop(draft.record_id)
            self._forget(draft)

    def _forget(self, draft: Draft) -> None:
        self._drafts.remove(draft)
        self._fill()
        if not self._drafts:
            self.accept()

    def _fill(self) -> None:
        self.list.setRowCount(len(self._drafts))
        for row, draft in enumerate(self._drafts):
            title = draft.title or "(chưa có tên)"
            cells = (f"{draft.at:%H:%M, %d/%m/%Y}", draft.noun, title, self._compared(draft))
            fill_row(self.list, row, cells)
        self.list.resizeRowsToContents()
        if self._drafts:
            self.list.selectRow(0)

    def _compared(self, draft: Draft) -> str:
        if draft.base is None:
            return "Bản ghi mới, chưa lưu lần nào"
        if self._file.drafts.saved_image(draft) is None:
            return "Bản đã lưu đã bị xoá sau đó"
        if self._file.drafts.is_outdated(draft):
            return "Bản đã lưu đã thay đổi sau khi bắt đầu sửa: hãy xem kỹ trước khi lưu"
        return "Bản đã lưu không đổi từ lúc bắt đầu sửa"

    def _show_detail(self) -> None:
        draft = self.chosen()
        if draft is None or self.detail.isHidden():
            return
        saved = self._file.drafts.saved_image(draft)
        changes = image_changes(draft.kind, saved, draft.image, self._file)
        self.detail.setRowCount(len(changes))
        for row, cells in enumerate(changes):
            fill_row(self.detail, row, cells)
        self.detail.resizeRowsToContents()
