"""A small grid in which the size of a new table is chosen, by mouse or by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme import theme

MOST_ROWS = 8
MOST_COLUMNS = 8
"""More rows come with Tab in the last cell, more columns from the table's menu."""

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class TablePicker(QFrame):
    """Opens under a button; `chosen` gives rows and columns."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._cells = _Cells(self)
        self._words = QLabel()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._cells)
        layout.addWidget(self._words)
        self._show_size(3, 3)

    @property
    def size_shown(self) -> tuple[int, int]:
        """Rows and columns that Enter would take."""
        return self._cells.rows, self._cells.columns

    def open_under(self, widget: QWidget) -> None:
        """Under the widget, its right edge to the widget's, as tools stand at the right."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height()))
        room = widget.screen().availableGeometry()
        self.move(max(corner.x(), room.left()), min(corner.y(), room.bottom() - self.height()))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._show_size(self._cells.rows + step[0], self._cells.columns + step[1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _show_size(self, rows: int, columns: int) -> None:
        rows, columns = min(max(rows, 1), MOST_ROWS), min(max(columns, 1), MOST_COLUMNS)
        self._cells.mark(rows, columns)
        words = f"{rows} hàng × {columns} cột"
        self._words.setText(words)
        self.setAccessibleName(f"Cỡ của bảng: {words}")

    def _choose(self) -> None:
        rows, columns = self.size_shown
        self.close()
        self.chosen.emit(rows, columns)


class _Cells(QWidget):
    """The squares; those of the size are filled."""

    def __init__(self, picker: TablePicker) -> None:
        super().__init__(picker)
        self._picker = picker
        self.rows = self.columns = 1
        self._side = theme.metrics.icon + 2
        self.setFixedSize(MOST_COLUMNS * self._side + 1, MOST_ROWS * self._side + 1)
        self.setMouseTracking(True)

    def mark(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._point(event)
        self._picker._choose()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.color("border"))
        for row in range(MOST_ROWS):
            for column in range(MOST_COLUMNS):
                square = QRect(column * self._side, row * self._side, self._side, self._side)
                inside = row < self.rows and column < self.columns
                painter.setBrush(theme.color("accent" if inside else "base"))
                painter.drawRect(square.adjusted(0, 0, -3, -3))
        painter.end()

    def _point(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        self._picker._show_size(spot.y() // self._side + 1, spot.x() // self._side + 1)
