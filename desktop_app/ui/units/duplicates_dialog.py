"""«Tìm người trùng»: pairs of people who may be one, and the button that makes them one."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.units.duplicates import Pair, merged, possible_duplicates
from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import short_date
from desktop_app.storage import DataFile
from desktop_app.ui import icons, messages
from desktop_app.ui.records.lists.chip import WrappedDelegate
from desktop_app.ui.records.lists.still_table import still_table

_HEADS = ("Người thứ nhất", "Người thứ hai", "Vì sao")
_INTRODUCTION = (
    "Hai dòng có thể là một người. Gộp thì mọi hội nghị, kỳ thi đua, đề nghị, quyết định đang ghi "
    "người kia chuyển sang người được giữ; chỗ người được giữ còn trống thì lấy của người kia. "
    "Hoàn tác được."
)


class DuplicatesDialog(QDialog):
    """The pairs found; `is_changed` says whether any were merged."""

    def __init__(self, file: DataFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._pairs: tuple[Pair, ...] = ()
        self.is_changed = False
        self.setWindowTitle("Tìm người trùng")
        self.heading = QLabel()
        self.heading.setProperty("role", "h2")
        introduction = QLabel(_INTRODUCTION)
        introduction.setWordWrap(True)
        introduction.setProperty("role", "muted")
        self.table = _table()
        self.table.itemSelectionChanged.connect(self._show_buttons)
        self.keep_first = self._button("Gộp, giữ người thứ nhất", first=True)
        self.keep_second = self._button("Gộp, giữ người thứ hai", first=False)
        layout = QVBoxLayout(self)
        for part in (self.heading, introduction, self.table):
            layout.addWidget(part)
        layout.setStretchFactor(self.table, 1)
        layout.addLayout(self._foot())
        self.resize(820, 480)
        self._load()

    def _button(self, text: str, *, first: bool) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        icons.wear(button, "users")
        button.clicked.connect(lambda: self._merge(keep_first=first))
        return button

    def _foot(self) -> QHBoxLayout:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.keep_first)
        foot.addWidget(self.keep_second)
        foot.addStretch(1)
        foot.addWidget(close)
        return foot

    def _load(self) -> None:
        self._pairs = possible_duplicates(self._file.people.all())
        found = f"Có {len(self._pairs)} cặp có thể trùng."
        self.heading.setText(found if self._pairs else "Không tìm thấy người trùng.")
        self.table.setRowCount(len(self._pairs))
        for row, pair in enumerate(self._pairs):
            cells = (_description(pair.first), _description(pair.second), pair.why)
            for column, text in enumerate(cells):
                self.table.setItem(row, column, _item(text))
        if self._pairs:
            self.table.selectRow(0)
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = 0 <= self.table.currentRow() < len(self._pairs)
        self.keep_first.setEnabled(chosen)
        self.keep_second.setEnabled(chosen)

    def _merge(self, *, keep_first: bool) -> None:
        pair = self._pairs[self.table.currentRow()]
        people = (pair.first, pair.second) if keep_first else (pair.second, pair.first)
        try:
            self._file.people.merge(merged(*people), people[1])
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.is_changed = True
        self._load()


def _table() -> QTableWidget:
    table = still_table(_HEADS, "Những cặp có thể trùng", stretched=[0, 1])
    table.setWordWrap(True)
    table.setItemDelegate(WrappedDelegate(table))
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.setColumnWidth(2, 170)
    return table


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item


def _description(person: Person) -> str:
    """Everything by which a reader tells two people apart, a line each."""
    born = short_date(person.birth_date)
    lines = (
        person.signed_name(),
        ", ".join(filter(None, (person.post, person.unit.short_name if person.unit else ""))),
        f"Sinh ngày {born}" if born else "",
        f"Số hiệu {person.service_number}" if person.service_number else "",
        f"Điện thoại {person.phone}" if person.phone else "",
    )
    return "\n".join(filter(None, lines))
