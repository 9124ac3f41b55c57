"""The third page: every row before it is taken, and everything that is wrong, at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
)

from desktop_app.exchange.lists.grid import Grid
from desktop_app.exchange.lists.kind import ListKind, ListReading, ListRow
from desktop_app.exchange.lists.known import Known
from desktop_app.ui import messages
from desktop_app.ui.background import Job, ProgressStrip, Report, run_in_background
from desktop_app.ui.import_lists.import_page import ImportPage
from desktop_app.ui.import_lists.rows_model import RowsModel, RowState, state_of
from desktop_app.ui.import_lists.said_list import SaidList
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.records.lists.chip import ChipDelegate
from desktop_app.ui.records.lists.still_table import rows_are_chosen
from desktop_app.ui.theme import theme

_FILTERS: tuple[tuple[str, frozenset[RowState]], ...] = (
    ("Mọi dòng", frozenset()),
    ("Dòng sai", frozenset({RowState.WRONG})),
    ("Dòng đã có trong tệp", frozenset({RowState.THERE, RowState.FILLS})),
    ("Dòng nên xem", frozenset({RowState.LOOK})),
    ("Dòng mới", frozenset({RowState.NEW, RowState.LOOK})),
)
_WIDEST = 230


class RowsPage(ImportPage):
    """Rows are read in the background; a row that is wrong cannot be ticked."""

    def __init__(self) -> None:
        super().__init__(
            3,
            "Xem lại và nhập",
            "Bỏ dấu ở dòng không lấy. Dòng sai thì sửa trong tệp rồi nhập lại.",
        )
        self.reading: ListReading | None = None
        self._job: Job | None = None
        self._again: Callable[[], None] = lambda: None
        self.note = plain_label("", "h2")
        self.strip = ProgressStrip()
        self.mends = QCheckBox("Sửa chữ sai mã, dấu thừa")
        self.mends.setToolTip("Mã TCVN3, VNI, dấu rời, chữ trông giống, ký tự ẩn, dấu cách thừa")
        self.mends.setChecked(True)
        self.filter = QComboBox()
        self.filter.setAccessibleName("Lọc các dòng")
        for label, states in _FILTERS:
            self.filter.addItem(label, states)
        self.all_button, self.none_button = QPushButton("Chọn hết"), QPushButton("Bỏ hết")
        self.copy_button = QPushButton("Chép danh sách lỗi")
        self.model = RowsModel(self)
        self.table = _table(self.model)
        self.said = SaidList()
        self._build()
        self._connect()

    def show_list(
        self,
        kind: ListKind,
        grid: Grid,
        meaning: dict[int, str],
        known: Known,
        given: dict[str, str],
    ) -> None:
        """Read the rows with what the columns mean now."""

        def begin() -> None:
            mends = self.mends.isChecked()

            def work(report: Report) -> ListReading:
                return kind.read(grid, meaning, known, given, mends=mends, check=report.check)

            self.stop()
            self.reading = None
            self.completeChanged.emit()
            self._job = run_in_background(work, self._came, self._failed)
            self.strip.follow(self._job, "Đang xem từng dòng…")

        self._again = begin
        begin()

    def taken(self) -> list[ListRow]:
        """The ticked rows."""
        return self.model.taken()

    def stop(self) -> None:
        """What is being read is not wanted any more."""
        if self._job is not None:
            self._job.stop()
        self._job = None

    def isComplete(self) -> bool:
        return self.reading is not None and bool(self.taken())

    def _came(self, reading: ListReading) -> None:
        self._job = None
        self.reading = reading
        self.model.show_reading(reading)
        self.filter.setCurrentIndex(0)
        self.said.show_reading(reading)
        self.mends.setEnabled(reading.repairs > 0)
        self._fit()
        self._show_state()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def _failed(self, error: Exception) -> None:
        self._job = None
        messages.tell(self, error)

    def _show_state(self) -> None:
        reading = self.reading
        if reading is None:
            return
        states = [state_of(row) for row in reading.rows]
        parts = [f"Nhập {len(self.taken())}/{len(states)} dòng"]
        for state, words in (
            (RowState.WRONG, "dòng sai"),
            (RowState.THERE, "dòng đã có"),
            (RowState.FILLS, "dòng bổ sung được cho bản ghi đã có"),
            (RowState.LOOK, "dòng nên xem"),
        ):
            if count := states.count(state):
                parts.append(f"{count} {words}")
        if reading.repairs:
            done = "đã sửa chữ" if self.mends.isChecked() else "có chữ cần sửa"
            parts.append(f"{reading.repairs} ô {done}")
        self.note.setText(" · ".join(parts))
        self.completeChanged.emit()

    def _point(self, number: int) -> None:
        """Show the row that a line of the list is about."""
        place = self.model.row_of(number)
        if place < 0 and self.filter.currentIndex():
            self.filter.setCurrentIndex(0)
            place = self.model.row_of(number)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, 1))

    def _fit(self) -> None:
        self.table.resizeColumnsToContents()
        most = _WIDEST * theme.text_size // 100
        for column in range(self.model.columnCount()):
            if self.table.columnWidth(column) > most:
                self.table.setColumnWidth(column, most)

    def _connect(self) -> None:
        self.mends.toggled.connect(lambda _: self._again())
        self.filter.currentIndexChanged.connect(
            lambda _: self.model.show_only(self.filter.currentData())
        )
        self.all_button.clicked.connect(lambda: self.model.tick_all(True))
        self.none_button.clicked.connect(lambda: self.model.tick_all(False))
        self.copy_button.clicked.connect(self.said.copy)
        self.model.dataChanged.connect(lambda *_: self._show_state())
        self.said.row_wanted.connect(self._point)

    def _build(self) -> None:
        tools = QHBoxLayout()
        for part in (self.filter, self.all_button, self.none_button):
            tools.addWidget(part)
        tools.addStretch(1)
        tools.addWidget(self.mends)
        tools.addWidget(self.copy_button)
        panes = QSplitter(Qt.Orientation.Vertical)
        panes.addWidget(self.table)
        panes.addWidget(self.said)
        panes.setSizes([330, 150])
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addWidget(self.strip)
        layout.addLayout(tools)
        layout.addWidget(panes, 1)


class _Rows(QTableView):
    """Space ticks the row in hand, wherever in it one is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            first = index.siblingAtColumn(0)
            on = first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self.model().setData(first, wanted, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)


def _table(model: RowsModel) -> QTableView:
    table = _Rows()
    table.setModel(model)
    table.setAccessibleName("Các dòng của danh sách")
    table.setItemDelegate(ChipDelegate(table))
    rows_are_chosen(table)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    header = table.horizontalHeader()
    header.setStretchLastSection(True)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return table
