"""The list pane: filter, column chooser, «Thêm», the table, and how many there are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.record import Record
from desktop_app.ui import icons
from desktop_app.ui.records.flow_bar import FlowBar
from desktop_app.ui.records.lists.paged_model import PagedModel
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.lists.record_table import RecordTable

if TYPE_CHECKING:
    from desktop_app.storage.list_index import LongList

FILTER_PAUSE = 150
"""Milliseconds without a key before the list is narrowed: input methods send half words."""


class RecordList(QWidget):
    """Records to choose one from."""

    selected = Signal(object)
    """The record now chosen, or None."""
    activated = Signal(object)
    """Enter or a double click on a record."""
    add_requested = Signal()
    delete_requested = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        key: str = "",
        noun: str = "bản ghi",
        add_text: str = "Thêm",
        empty_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._noun = noun
        self._first = ""
        self._empty_text = empty_text or f"Chưa có {noun}. Bấm «{add_text}» để bắt đầu."
        self._count_text: Callable[[Sequence[Record]], str] = self._plain_count
        self._current: Record | None = None
        self._quiet = False
        self.deeds: list[QWidget] = []
        """The buttons in the foot that a view has added."""
        heads = hashlib.sha1("|".join(c.head for c in columns).encode()).hexdigest()[:8]
        self._key = f"{key}/columns-{heads}" if key else ""
        self.model = PagedModel(columns, self)
        self.setProperty("role", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_head(add_text))
        layout.addWidget(self._build_table(), 1)
        layout.addWidget(self._build_foot())
        self._build_shortcuts()
        self.model.modelReset.connect(self._choose_again)
        self._show_counts()

    def set_records(self, records: Sequence[Record] | LongList) -> None:
        """Show these records; the chosen one stays chosen while it is among them."""
        self.model.set_records(records)
        self._show_counts()

    def set_count_text(self, count_text: Callable[[Sequence[Any]], str]) -> None:
        """How the foot sums the shown records up, e.g. «5 hội nghị · 3 đã ký»."""
        self._count_text = count_text
        self._show_counts()

    def add_tool(self, button: QWidget) -> None:
        """A button that concerns all records of the list, in its foot."""
        self._tools.add(button)
        self.deeds.append(button)

    def add_bar(self, bar: QWidget) -> None:
        """More ways to narrow the list, in a row of their own under the filter."""
        self._rows.insertWidget(1, bar)

    def set_add_enabled(self, on: bool, why_not: str = "") -> None:
        """Whether a record can be added now."""
        self.add_button.setEnabled(on)
        self.add_button.setToolTip("" if on else why_not)

    def say_first(self, text: str) -> None:
        """What has to be done before anything can stand here; empty where nothing has."""
        self._first = text
        self._show_counts()

    @property
    def can_add(self) -> bool:
        return self.add_button.isEnabled()

    def current(self) -> Record | None:
        """The chosen record."""
        return self._current

    def records(self) -> Sequence[Record]:
        """The shown records in the order of the list."""
        return self.model.shown_records()

    def select(
        self, record_id: str | None, *, announce: bool = True, unfilter: bool = False
    ) -> bool:
        """Choose a record; `unfilter` takes off a filter that hides it."""
        row = self.model.row_of(record_id)
        if row < 0 and record_id and unfilter and self.model.is_filtered:
            self.filter_box.clear()
            self.apply_filter()
            row = self.model.row_of(record_id)
        self._quiet = not announce
        if row < 0:
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()
        else:
            column = self.table.horizontalHeader().logicalIndex(0)
            self.table.setCurrentIndex(self.model.index(row, max(column, 0)))
            self.table.selectRow(row)
        self._quiet = False
        self._choose(self.model.record_at(row), announce)
        return row >= 0

    def apply_filter(self) -> None:
        """Narrow the list to what stands in the filter box, at once."""
        self._pause.stop()
        self.model.set_filter(self.filter_box.text())
        self._show_counts()

    def focus_filter(self) -> None:
        """Put the cursor into the filter box."""
        self.filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_box.selectAll()

    def choose_columns(self) -> None:
        """Let the person tick which columns are shown."""
        below = self.columns_button.rect().bottomLeft()
        self.table.columns_menu().exec(self.columns_button.mapToGlobal(below))

    def _build_head(self, add_text: str) -> QWidget:
        self.filter_box = QLineEdit()
        self.filter_box.installEventFilter(self)
        self.filter_box.setPlaceholderText(f"Lọc {self._noun}…")
        self.filter_box.setAccessibleName(f"Lọc {self._noun}")
        self.filter_box.setToolTip("Lọc trong danh sách, gõ không dấu cũng được (Ctrl+F)")
        glass = self.filter_box.addAction(
            icons.icon("list-filter", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        icons.wear(glass, "list-filter", "muted")
        self._clear = self.filter_box.addAction(
            icons.icon("x", "muted"), QLineEdit.ActionPosition.TrailingPosition
        )
        icons.wear(self._clear, "x", "muted")
        self._clear.setToolTip("Bỏ lọc (Esc)")
        self._clear.setVisible(False)
        self._clear.triggered.connect(self._clear_filter)
        self.filter_box.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._pause = QTimer(self, singleShot=True, interval=FILTER_PAUSE)
        self._pause.timeout.connect(self.apply_filter)
        self.filter_box.textChanged.connect(lambda: self._pause.start())
        self.columns_button = icons.icon_button("columns-3", "Chọn cột hiển thị", tint="muted")
        self.columns_button.clicked.connect(self.choose_columns)
        self.add_button = QPushButton(add_text)
        self.add_button.setProperty("role", "primary")
        icons.wear(self.add_button, "plus", "on_accent")
        self.add_button.clicked.connect(self.add_requested)
        head = FlowBar(self.filter_box, least=130, margins=(10, 8, 10, 8))
        head.add(self.columns_button)
        head.add(self.add_button)
        return head

    def _build_table(self) -> RecordTable:
        table = self.table = RecordTable(self.model, self._key)
        table.setAccessibleName(f"Danh sách {self._noun}")
        table.selectionModel().currentRowChanged.connect(self._row_changed)
        table.doubleClicked.connect(lambda: self._activate())
        table.entered_row.connect(self._activate)
        table.delete_pressed.connect(self.delete_requested)
        return table

    def _build_foot(self) -> QWidget:
        self._foot = QLabel()
        self._foot.setProperty("role", "muted")
        self._tools = FlowBar(self._foot, least=None, margins=(8, 5, 8, 5))
        return self._tools

    def _build_shortcuts(self) -> None:
        clear = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.filter_box)
        clear.setContext(Qt.ShortcutContext.WidgetShortcut)
        clear.activated.connect(self._clear_filter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter_box and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() is QEvent.Type.KeyPress and (enter or event.key() == Qt.Key.Key_Down):
                self._go_to_first(open_it=enter)
                return True
        return super().eventFilter(watched, event)

    def _go_to_first(self, *, open_it: bool) -> None:
        """From the filter box to the first row that is left."""
        self.apply_filter()
        first = self.model.record_at(0)
        if first is None:
            return
        self.table.setFocus()
        self.select(first.id)
        if open_it and self._current is not None and self._current.id == first.id:
            self._activate()

    def _clear_filter(self) -> None:
        self.filter_box.clear()
        self.apply_filter()
        self.table.setFocus()

    def _choose_again(self) -> None:
        """Rows were read, sorted or narrowed: what was chosen stays, if it is still there."""
        chosen = self._current
        if chosen and self.model.row_of(chosen.id) >= 0:
            self.select(chosen.id, announce=False)
        elif not self.model.is_filtered:
            self._current = None

    def _row_changed(self, current: QModelIndex) -> None:
        if not self._quiet:
            self._choose(self.model.record_at(current.row()), True)

    def _choose(self, record: Record | None, announce: bool) -> None:
        before = self._current
        self._current = record
        if announce and record is not before:
            self.selected.emit(record)

    def _activate(self) -> None:
        if self._current:
            self.activated.emit(self._current)

    def _plain_count(self, records: Sequence[Record]) -> str:
        return f"{len(records)} {self._noun}"

    def _show_counts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        text = self._count_text(self.model.shown_records())
        self._foot.setText(text if shown == total else f"{text} · lọc từ {total}")
        nothing = "Không có dòng nào khớp với ô lọc. Bấm Esc trong ô lọc để bỏ lọc."
        self.table.show_overlay(
            "" if shown else nothing if total else self._first or self._empty_text
        )

    def sizeHint(self) -> QSize:
        return QSize(386, 500)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # the window's Ctrl+F comes first; this is for lists in dialogs
        if event.matches(QKeySequence.StandardKey.Find):
            self.focus_filter()
        else:
            super().keyPressEvent(event)
