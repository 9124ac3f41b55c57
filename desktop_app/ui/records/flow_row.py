"""A row of buttons that goes on in a further row where there is too little room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRow(QLayout):
    """Its rows end at the right, as the buttons of a dialog do, or begin at the left."""

    def __init__(self, parent: QWidget | None = None, *, from_left: bool = False) -> None:
        super().__init__(parent)
        self._from_left = from_left
        self._items: list[QLayoutItem] = []

    @property
    def one_row(self) -> int:
        """Pixels that all of it takes side by side."""
        return _width_of(self._shown(), self.spacing())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        gaps = self.spacing() * max(len(rows) - 1, 0)
        return sum(_height_of(row) for row in rows) + gaps

    def sizeHint(self) -> QSize:
        return QSize(self.one_row, _height_of(self._shown()))

    def minimumSize(self) -> QSize:
        widest = max((item.sizeHint().width() for item in self._shown()), default=0)
        return QSize(widest, _height_of(self._shown()))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for row in self._rows(rect.width()):
            spare = 0 if self._from_left else rect.width() - _width_of(row, self.spacing())
            left = rect.left() + spare
            height = _height_of(row)
            for item in row:
                size = item.sizeHint()
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        for item in self._shown():
            if rows and _width_of([*rows[-1], item], self.spacing()) <= width:
                rows[-1].append(item)
            else:
                rows.append([item])
        return rows


def _width_of(row: list[QLayoutItem], gap: int) -> int:
    return sum(item.sizeHint().width() for item in row) + gap * max(len(row) - 1, 0)


def _height_of(row: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in row), default=0)
