"""«Phục hồi từ bản sao lưu»: the backups of a file, and what each holds that it does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.vietnamese import number
from desktop_app.storage.backups.backup import Backup, Content
from desktop_app.storage.backups.difference import differences
from desktop_app.storage.backups.folder import backups_of
from desktop_app.ui import icons
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label

_HEADS = ("Sao lưu lúc", "Vì sao", "Dung lượng")


class RestoreDialog(QDialog):
    """Accepted with `chosen`: the backup that is to take the place of the file."""

    def __init__(self, path: Path, content: Content | None, parent: QWidget | None = None) -> None:
        """`content` is what the open file holds; None when it cannot be opened."""
        super().__init__(parent)
        self.setWindowTitle("Phục hồi từ bản sao lưu")
        self._path, self._content = path, content
        self._backups: tuple[Backup, ...] = ()
        words = QLabel(
            "Tệp đang mở không bị ghi đè: nó được giữ lại bên cạnh với tên "
            f"«{path.stem}-truoc-phuc-hoi-…»."
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        self.table = self._make_table()
        self.take = QPushButton("Phục hồi")
        elsewhere = QPushButton("Thư mục khác…")
        icons.wear(elsewhere, "folder-open")
        elsewhere.clicked.connect(lambda _=False: self._look_elsewhere())
        self.detail = plain_label()
        self.detail.setMinimumHeight(72)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(words)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addWidget(dialog_foot(self, self.take, elsewhere))
        self.resize(680, 460)
        self.show_backups(backups_of(path))

    @property
    def chosen(self) -> Backup | None:
        row = self.table.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """These backups, the newest one chosen."""
        self._backups = tuple(backups)
        self.table.setRowCount(len(backups))
        for row, backup in enumerate(backups):
            cells = (
                f"{backup.made_at:%H:%M, %d/%m/%Y}",
                backup.reason.label,
                f"{number(backup.size // 1024)} KB",
            )
            for column, words in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(words))
        if backups:
            self.table.selectRow(0)
        self._show_detail()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_HEADS))
        table.setAccessibleName("Các bản sao lưu")
        table.setHorizontalHeaderLabels(_HEADS)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 180)
        table.setColumnWidth(2, 120)
        table.currentCellChanged.connect(lambda *_: self._show_detail())
        table.doubleClicked.connect(lambda _: self.accept())
        return table

    def _look_elsewhere(self) -> None:
        """A stick or another disk with second copies."""
        start = str(self._path.parent)
        name = QFileDialog.getExistingDirectory(self, "Thư mục có bản sao lưu", start)
        if name:
            self.show_backups(backups_of(self._path, Path(name)))

    def _show_detail(self) -> None:
        backup = self.chosen
        self.take.setEnabled(backup is not None)
        if backup is None:
            self.detail.setText("Ở đây chưa có bản sao lưu nào của tệp này.")
        else:
            self.detail.setText(differences(backup.content, self._content))
