"""«Kiểm tra dữ liệu»: whether the file is whole, and which records want mending."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.vietnamese import number
from desktop_app.storage import DataFile
from desktop_app.ui.menus.finding_actions import Indexing


class CheckDialog(QDialog):
    """Says in one sentence how the file is, and lists what is wrong."""

    def __init__(self, file: DataFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kiểm tra dữ liệu")
        problems = file.check()
        layout = QVBoxLayout(self)
        heading = QLabel(
            f"Có {len(problems)} điều cần xem lại." if problems else "Tệp dữ liệu nguyên vẹn."
        )
        heading.setProperty("role", "h2")
        layout.addWidget(heading)
        counts = ", ".join(f"{store.count()} {store.table.noun}" for store in file.stores)
        # after every folder a place to break: a long path stays in the window
        path = "".join(
            f"{letter}\u200b" if letter in "/\\" else letter for letter in str(file.path)
        )
        summary = QLabel(f"{path}\n{counts}.")
        summary.setToolTip(str(file.path))
        summary.setWordWrap(True)
        summary.setProperty("role", "muted")
        layout.addWidget(summary)
        if problems:
            found = QListWidget()
            found.setWordWrap(True)
            found.setAccessibleName("Những điều cần xem lại")
            found.addItems(problems)
            layout.addWidget(found, 1)
        layout.addLayout(self._index_row(file))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(560)

    def _index_row(self, file: DataFile) -> QHBoxLayout:
        """What «Tìm mọi nơi» knows, and a way to draw it again from the records."""
        self._file = file
        self._indexing = Indexing(self)
        self._indexing.went_on.connect(self._tell_index)
        self.index_note = QLabel()
        self.index_note.setProperty("role", "muted")
        self.index_note.setWordWrap(True)
        self.index_button = QPushButton("Lập lại chỉ mục tìm kiếm")
        self.index_button.setAutoDefault(False)
        self.index_button.clicked.connect(self._draw_again)
        row = QHBoxLayout()
        row.addWidget(self.index_note, 1)
        row.addWidget(self.index_button)
        self._tell_index(0)
        return row

    def _draw_again(self) -> None:
        self._file.search.start_over()
        self._indexing.follow(self._file)

    def _tell_index(self, left: int) -> None:
        waiting = f", còn {number(left)}" if left else ""
        count = number(self._file.search.count())
        self.index_note.setText(f"Tìm mọi nơi: {count} bản ghi trong chỉ mục{waiting}.")
