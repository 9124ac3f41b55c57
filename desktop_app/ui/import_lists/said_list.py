"""Everything there is to say about a list: what is wrong, what to look at, letters put right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from desktop_app.exchange.book import Complaint
from desktop_app.exchange.lists.kind import ListReading
from desktop_app.ui import icons

_ROW = Qt.ItemDataRole.UserRole
_MOST = 2_000
"""More lines than anybody reads; the rest is counted."""


class SaidList(QListWidget):
    """A line each with sheet, cell and reason; Enter or a click shows the row it is about."""

    row_wanted = Signal(int)
    """The row of the file that a line is about."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Những điều cần sửa, cần xem")
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(2)
        self.setIconSize(QSize(16, 16))
        self.itemClicked.connect(self._point)
        self.itemActivated.connect(self._point)

    def show_reading(self, reading: ListReading) -> None:
        """Complaints first, then what to look at, then letters before and after."""
        self.clear()
        wrong = [*reading.complaints, *(c for row in reading.rows for c in row.complaints)]
        looked = [*reading.notices, *(n for row in reading.rows for n in row.notices)]
        self._say_all(wrong, "circle-alert", "red")
        self._say_all(looked, "triangle-alert", "amber")
        for row in reading.rows:
            if row.twin_words:
                self._say(f"Dòng {row.number}: {row.twin_words}", row.number, "copy", "muted")
        for row in reading.rows:
            for found in row.repairs:
                words = f"Dòng {row.number}: «{found.before}» → «{found.after}» ({found.in_words})"
                self._say(words, row.number, "pencil", "accent")
        if not self.count():
            self._say("Không có gì bất thường.", 0, "circle-check", "green")

    def copy(self) -> None:
        """All lines, to be sent to whoever made the list."""
        items = (self.item(place) for place in range(self.count()))
        QGuiApplication.clipboard().setText("\n".join(item.text() for item in items))

    def _say_all(self, said: Iterable[Complaint], icon: str, tint: str) -> None:
        for one in said:
            self._say(str(one), one.row, icon, tint)

    def _say(self, words: str, row: int, icon: str, tint: str) -> None:
        if self.count() > _MOST:
            return
        shown = words if self.count() < _MOST else "Còn nữa: hãy sửa những chỗ trên trước."
        item = QListWidgetItem(icons.icon(icon, tint), shown)
        item.setToolTip(shown)
        item.setData(_ROW, row)
        self.addItem(item)

    def _point(self, item: QListWidgetItem) -> None:
        self.row_wanted.emit(item.data(_ROW))
