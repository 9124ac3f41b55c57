"""The table of a list: its columns can be chosen, moved and widened, and stay as they were put."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QMenu, QTableView, QWidget

from desktop_app.ui.records.lists.chip import ChipDelegate, TallDelegate, WrappedDelegate
from desktop_app.ui.records.lists.record_model import RecordModel
from desktop_app.ui.records.lists.stretched import fit
from desktop_app.ui.records.lists.tall_rows import TallRows
from desktop_app.ui.records.memory import recall, remember
from desktop_app.ui.theme import theme


class RecordTable(QTableView):
    """Rows of records; sorted by a click on a head, narrowed by the model."""

    entered_row = Signal()
    delete_pressed = Signal()
    _tall: TallRows | None = None

    def __init__(self, model: RecordModel, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = model.columns
        self._key = key
        self.setModel(model)
        self._paint_chips(ChipDelegate(self))
        self._overlay = QLabel(self)
        self._overlay.setProperty("role", "muted")
        self._overlay.setWordWrap(True)
        self._overlay.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._set_behaviour()
        self._build_header()
        self._restore_columns()
        theme.changed.connect(self._measure)
        self._measure()

    def show_overlay(self, text: str) -> None:
        """A sentence where the rows would be; an empty one takes it away."""
        self._overlay.setText(text)
        self._overlay.setVisible(bool(text))

    def wrap(self) -> None:
        """Rows as high as their texts, for a list that is read as a board."""
        self.setItemDelegate(TallDelegate(self))
        self._paint_chips(WrappedDelegate(self))
        self._tall = TallRows(self)

    def _paint_chips(self, delegate: ChipDelegate) -> None:
        """All other columns are left to Qt, which paints a cell in a fraction of the time."""
        for number, column in enumerate(self._columns):
            if column.is_coloured:
                self.setItemDelegateForColumn(number, delegate)

    def columns_menu(self) -> QMenu:
        """Which columns are shown, to be ticked."""
        menu = QMenu(self)
        header = self.horizontalHeader()
        shown = sum(not header.isSectionHidden(place) for place in range(header.count()))
        for number, column in enumerate(self._columns):
            action = QAction(column.head, menu)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.setEnabled(shown > 1 or not action.isChecked())
            action.toggled.connect(lambda on, n=number: self._show_column(n, on))
            menu.addAction(action)
        return menu

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()

    def _build_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(44)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_header_menu)
        for number, column in enumerate(self._columns):
            header.resizeSection(number, column_width(column.width, column.head))
            header.setSectionHidden(number, column.hidden)
        self._saving = QTimer(self, singleShot=True, interval=300)
        self._saving.timeout.connect(self._save_columns)
        for changed in (header.sectionResized, header.sectionMoved, header.sortIndicatorChanged):
            changed.connect(lambda *_: self._saving.start())

    def _restore_columns(self) -> None:
        header = self.horizontalHeader()
        state = recall(self._key) if self._key else None
        if not state or not header.restoreState(state):
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self._stretch()
        self.setSortingEnabled(True)

    def _stretch(self) -> None:
        """One column takes the room the others leave."""
        header = self.horizontalHeader()
        mode = QHeaderView.ResizeMode
        places = [number for number, column in enumerate(self._columns) if column.stretch]
        for number in range(header.count()):
            wide = mode.Stretch if number in places else mode.Interactive
            header.setSectionResizeMode(number, wide)
        header.setStretchLastSection(not places)

    def _save_columns(self) -> None:
        if self._key:
            remember(self._key, self.horizontalHeader().saveState())

    def _show_column(self, number: int, on: bool) -> None:
        self.setColumnHidden(number, not on)
        self._saving.start()

    def _open_header_menu(self, at: QPoint) -> None:
        self.columns_menu().exec(self.horizontalHeader().mapToGlobal(at))

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.metrics.row)
        self.horizontalHeader().setFixedHeight(theme.metrics.list_head)
        if self._tall is not None:
            self._tall.forget()

    def reset(self) -> None:
        if self._tall is not None:
            self._tall.forget()
        super().reset()

    def updateGeometries(self) -> None:
        if self._tall is not None:
            self._tall.measure()
        super().updateGeometries()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if self._tall is not None:
            self._tall.measure_around(index.row())
        super().scrollTo(index, hint)

    def scrollContentsBy(self, across: int, down: int) -> None:
        if self._tall is not None and down:
            self._tall.measure()
        super().scrollContentsBy(across, down)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stretched = [n for n, column in enumerate(self._columns) if column.stretch]
        fit(self, stretched)
        self._overlay.setGeometry(24, 48, max(self.width() - 48, 60), 120)


def column_width(width: int, head: str) -> int:
    """A column's width at the size of text in use; its head is always to be read."""
    metrics = QFontMetrics(theme.font(10, QFont.Weight.DemiBold))
    return max(width * theme.text_size // 100, metrics.horizontalAdvance(head) + 20)
