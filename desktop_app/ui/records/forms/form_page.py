"""One page of a form: fields in rows, two beside each other where there is room for two."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop_app.ui import icons
from desktop_app.ui.later import later
from desktop_app.ui.records.flow_row import FlowRow
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.theme import theme

LABEL_WIDTH = 84
_SIDE = 16
_GAP = 10


class FormPage(QWidget):
    """Rows of one field, of two, or of anything else over the whole width."""

    def __init__(self, fields: dict[str, Field] | None = None) -> None:
        super().__init__()
        self.fields = fields if fields is not None else {}
        self._rows: list[tuple[QWidget, ...]] = []
        self._folded: list[bool] = []
        self._stretched: set[int] = set()
        self.bars: list[QWidget] = []
        self.resting: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_SIDE, 10, _SIDE, 10)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        theme.changed.connect(self._arrange_again)

    def row(self, **fields: Field) -> None:
        """One field over the whole width, or two side by side; keywords are record fields."""
        self.fields.update(fields)
        self.place(*fields.values())

    def place(self, *fields: Field) -> None:
        """The same for fields that are no fields of the record."""
        if len(fields) == 1 and fields[0].heading:
            self.widget(fields[0])
            return
        self._rows.append(fields)
        for field in fields:
            field.label.setParent(self)
            field.setParent(self)
        self._arrange_soon()

    def title(self, text: str) -> None:
        """A heading between rows."""
        label = QLabel(text)
        label.setProperty("role", "h2")
        label.setWordWrap(True)
        label.setContentsMargins(0, 6, 0, 0)
        self.widget(label)

    def buttons(self, *buttons: tuple[str, str, Callable[[], object]]) -> None:
        """Actions on what stands below: words, picture, and what is done."""
        made = []
        for text, icon, do in buttons:
            button = QPushButton(text)
            icons.wear(button, icon)
            button.clicked.connect(lambda _=False, act=do: act())
            made.append(button)
        self.bar(*made)

    def bar(self, *buttons: QWidget, always: tuple[QWidget, ...] = ()) -> None:
        """Buttons beside each other; all but those of `always` rest while it is read-only."""
        bar = QWidget()
        layout = FlowRow(bar, from_left=True)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (*buttons, *always):
            layout.addWidget(button)
        self.bars.append(bar)
        self.resting += buttons
        self.widget(bar)

    def set_read_only(self, on: bool) -> None:
        """What changes the record cannot be pressed while it is only looked at."""
        for button in self.resting:
            button.setEnabled(not on)

    def widget(self, widget: QWidget, *, stretch: bool = False) -> None:
        """Anything else, over the whole width."""
        widget.setParent(self)
        grows = widget.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding
        if stretch or (grows and isinstance(widget, Field)):
            self._stretched.add(len(self._rows))
        self._rows.append((widget,))
        self._arrange_soon()

    def _arrange_again(self) -> None:
        self._arrange(always=True)

    def _arrange_soon(self) -> None:
        self._folded = []
        later(self, self._arrange)

    def _arrange(self, always: bool = False) -> None:
        folded = self._folds()
        if folded == self._folded and not always:
            return
        self._folded = folded
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)
        line = 0
        for number, row in enumerate(self._rows):
            start = line
            line = self._lay_row(row, folded[number], line)
            if number in self._stretched:
                self._grid.setRowStretch(start, 1)
        # what is left over goes under the last row, unless a row takes it
        self._grid.setRowStretch(line, 0 if self._stretched else 1)

    def _lay_row(self, row: tuple[QWidget, ...], folded: bool, line: int) -> int:
        if not isinstance(row[0], Field) or row[0].heading:
            self._grid.addWidget(row[0], line, 0, 1, 4)
            return line + 1
        for place, field in enumerate(row):
            assert isinstance(field, Field)
            across = 0 if folded else 2 * place
            span = 3 if folded or len(row) == 1 else 1
            self._label(field, across)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(field.label, line, across, top)
            self._grid.addWidget(field, line, across + 1, 1, span, top)
            line += folded
        return line if folded else line + 1

    def _label(self, field: Field, across: int) -> None:
        wanted = LABEL_WIDTH * theme.text_size // 100
        if across:
            field.label.setMinimumWidth(0)
            field.label.setMaximumWidth(wanted)
        else:
            field.label.setFixedWidth(wanted)

    def _folds(self) -> list[bool]:
        """Row by row, whether its two fields must stand below each other."""
        label = LABEL_WIDTH * theme.text_size // 100
        room = self.width() - 2 * _SIDE - 3 * _GAP - label
        left = right = beside = 0
        folds = []
        for row in self._rows:
            if len(row) < 2:
                folds.append(False)
                continue
            second = row[1]
            assert isinstance(second, Field)
            words = min(second.label.sizeHint().width(), label)
            widths = [field.minimumSizeHint().width() for field in row]
            tried = max(left, widths[0]), max(right, widths[1]), max(beside, words)
            fits = sum(tried) <= room
            folds.append(not fits)
            if fits:
                left, right, beside = tried
        return folds

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
