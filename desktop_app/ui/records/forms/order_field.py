"""The field for a list of rules in order: which of them count, and which is tried first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.record import Choice
from desktop_app.ui import icons
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.theme import theme

_CODE = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderField(Field):
    """Codes of choices: the ticked ones count, from top to bottom.

    The space bar ticks, Alt with an arrow moves. A code that is none of the choices, e.g. of a
    newer program, stays in the list as it is.
    """

    heading = True

    def __init__(self, label: str, choices: Iterable[Choice], *, tip: str = "") -> None:
        super().__init__(label, tip=tip)
        self.label.setProperty("role", "h2")
        self._choices = {str(choice.value): choice.label for choice in choices}
        self.list = QListWidget()
        self.list.setAccessibleName(label)
        self.list.setProperty("role", "grid")
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(lambda _: self._renumber())
        self.list.currentRowChanged.connect(lambda _: self._show_buttons())
        self._filling = self._read_only = False
        self.up_button = icons.icon_button("arrow-up", "Lên", shortcut="Alt+↑")
        self.down_button = icons.icon_button("arrow-down", "Xuống", shortcut="Alt+↓")
        self.up_button.clicked.connect(lambda: self.move_current(-1))
        self.down_button.clicked.connect(lambda: self.move_current(1))
        self._layout.addWidget(self.label)
        self._add_editors(self.list, row=self._build_row())
        self._show_buttons()

    def value(self) -> tuple[str, ...]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            item.data(_CODE) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def set_read_only(self, on: bool) -> None:
        self._read_only = on
        for row in range(self.list.count()):
            self._set_ticking(self.list.item(row))
        self._show_buttons()

    def move_current(self, step: int) -> None:
        """Let the rule in hand change places with the one above (-1) or below (1)."""
        row = self.list.currentRow()
        if self._read_only or row < 0 or not 0 <= row + step < self.list.count():
            return
        self.list.insertItem(row + step, self.list.takeItem(row))
        self.list.setCurrentRow(row + step)
        self._renumber()

    def _put(self, value: Sequence[str]) -> None:
        self._filling = True
        self.list.clear()
        chosen = tuple(value or ())
        for code in (*chosen, *(code for code in self._choices if code not in chosen)):
            item = QListWidgetItem()
            item.setData(_CODE, code)
            item.setCheckState(Qt.CheckState.Checked if code in chosen else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, theme.metrics.row))
            self._set_ticking(item)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._filling = False
        self._number()

    def _set_ticking(self, item: QListWidgetItem) -> None:
        flags = item.flags()
        tick = Qt.ItemFlag.ItemIsUserCheckable
        filling, self._filling = self._filling, True
        item.setFlags(flags & ~tick if self._read_only else flags | tick)
        self._filling = filling

    def _renumber(self) -> None:
        if not self._filling:
            self._number()
            self.settle()

    def _number(self) -> None:
        """Write the place of each rule that counts before its words."""
        filling, self._filling = self._filling, True
        place = 0
        for row in range(self.list.count()):
            item = self.list.item(row)
            words = self._choices.get(item.data(_CODE), f"«{item.data(_CODE)}»")
            counts = item.checkState() is Qt.CheckState.Checked
            place += counts
            item.setText(f"{place}. {words}" if counts else words)
        self._filling = filling

    def _show_buttons(self) -> None:
        row, free = self.list.currentRow(), not self._read_only
        self.up_button.setEnabled(free and row > 0)
        self.down_button.setEnabled(free and 0 <= row < self.list.count() - 1)

    def _build_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        buttons = QVBoxLayout()
        buttons.addWidget(self.up_button)
        buttons.addWidget(self.down_button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        return row

    def _measure(self) -> None:
        super()._measure()
        if hasattr(self, "list"):
            self.list.setFixedHeight(theme.metrics.row * len(self._choices) + 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() in _STEPS:
                self.move_current(_STEPS[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)
