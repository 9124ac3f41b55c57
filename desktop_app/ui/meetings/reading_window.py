"""«Chữ lớn»: the minutes in large letters over the whole screen, for a projector."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QFont, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.rich_text import RichText
from desktop_app.papers.meetings import minutes_fields
from desktop_app.ui.records.rich_text import rich_document

SIZE = 28
"""Points at the beginning; Ctrl++ and Ctrl+- change them."""
_MOST_BLOCKS = 120
"""Paragraphs around the cursor that are shown: a hall reads what is being written."""
_FOUND_BY = 30


class ReadingWindow(QWidget):
    """Follows the minutes as they are typed; nothing can be changed in it. Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Chữ lớn")
        self.page = QTextBrowser()
        self.page.setAccessibleName("Biên bản chữ lớn")
        self.page.setFont(QFont(self.font().family(), SIZE))
        self.page.document().setDocumentMargin(40)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        for keys, do in (
            ("Esc", self.close),
            ("F11", self.close),
            ("Ctrl++", lambda: self.page.zoomIn(2)),
            ("Ctrl+-", lambda: self.page.zoomOut(2)),
        ):
            QShortcut(QKeySequence(keys), self, do)

    def show_minutes(self, meeting: Meeting, line: str) -> None:
        """The text with its fields filled, at the line where the cursor stands."""
        text = minutes_fields.filled(meeting.course, meeting)
        wanted = minutes_fields.filled_line(line, meeting).strip()
        rich_document.fill(self.page.document(), _around(text, wanted))
        self._go_to(wanted)

    def _go_to(self, line: str) -> None:
        found = self.page.document().find(line[:_FOUND_BY]) if line else QTextCursor()
        if found.isNull():
            self.page.moveCursor(QTextCursor.MoveOperation.End)
        else:
            found.clearSelection()
            self.page.setTextCursor(found)
        self.page.ensureCursorVisible()

    def closeEvent(self, event: QCloseEvent) -> None:
        parent = self.parentWidget()
        super().closeEvent(event)
        if parent is not None:
            parent.activateWindow()


def _around(text: RichText, line: str) -> RichText:
    """The paragraphs before and after a line; the last ones where it is not found."""
    places = [n for n, block in enumerate(text.blocks) if line and block.text.strip() == line]
    middle = places[0] if places else len(text.blocks)
    start = max(0, min(middle - _MOST_BLOCKS // 2, len(text.blocks) - _MOST_BLOCKS))
    return RichText(text.blocks[start : start + _MOST_BLOCKS])
