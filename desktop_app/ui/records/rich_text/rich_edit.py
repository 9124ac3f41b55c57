"""The editor of typed text: only what RichText knows goes into it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QTextEdit, QWidget

from desktop_app.domain.rich_text import BlockKind, RichText, Run, TableBlock
from desktop_app.ui.records.rich_text import rich_document, rich_table
from desktop_app.ui.records.rich_text.pasted_text import pasted_text
from desktop_app.ui.records.rich_text.rich_runs import run_format
from desktop_app.ui.records.rich_text.table_menu import TableActions

_ROWS = 6
_COMPACT_ROWS = 3
_MOST_COMPACT_ROWS = 12
"""A compact field grows with its text up to so many lines, then it scrolls."""


class RichEdit(QTextEdit):
    """An editor that takes from the clipboard only what RichText knows.

    Tab leaves it, except in a table, where it goes from cell to cell.
    """

    pasted = Signal(str, QTextCursor)
    """What was pasted or dropped, as it came, and where it stands."""

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.can_mark = False
        """Whether parts can be marked as not to be spread."""
        self._read: RichText | None = None
        # before anybody else listens: nobody may be given what stood here before
        self.document().contentsChanged.connect(self._forget_read)
        self._compact = compact
        if compact:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            layout = self.document().documentLayout()
            layout.documentSizeChanged.connect(lambda _: self.updateGeometry())
        self.measure()

    def measure(self) -> None:
        """Room for a few lines of the letters in use."""
        self.setMinimumHeight(self._height_of(_COMPACT_ROWS if self._compact else _ROWS))

    def rich_text(self) -> RichText:
        """What stands here; read once after each change, as a form asks many times."""
        if self._read is None:
            self._read = rich_document.read(self.document())
        return self._read

    def set_rich_text(self, text: RichText) -> None:
        """Show the text; after saving, what stands here already stays with its cursor."""
        if text and text == self.rich_text():
            self.document().clearUndoRedoStacks()
            return
        rich_document.fill(self.document(), text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def toggle(self, mark: str) -> None:
        """Bold, italic or underline on or off for the selection or what is typed next."""
        if mark == "bold" and self.is_in_head:
            return
        now = self.textCursor().charFormat()
        form = QTextCharFormat()
        if mark == "bold":
            heavy = now.fontWeight() >= QFont.Weight.DemiBold
            form.setFontWeight(QFont.Weight.Normal if heavy else QFont.Weight.Bold)
        elif mark == "italic":
            form.setFontItalic(not now.fontItalic())
        else:
            form.setFontUnderline(not now.fontUnderline())
        self.mergeCurrentCharFormat(form)

    def toggle_kind(self, kind: BlockKind) -> None:
        """Make the paragraphs into this kind, or back into plain ones."""
        if self.is_in_table:
            return
        cursor = self.textCursor()
        now = rich_document.kind_of(cursor.block())
        rich_document.set_kind(cursor, BlockKind.PARAGRAPH if now is kind else kind)
        plain = QTextCharFormat()
        heading = kind is BlockKind.HEADING and now is not kind
        plain.setFontWeight(QFont.Weight.Bold if heading else QFont.Weight.Normal)
        if not cursor.block().text():
            self.mergeCurrentCharFormat(plain)

    def write(self, words: str, *, bold: bool = False) -> None:
        """Words where the cursor stands, as if they were typed, in one dress of their own."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        before = cursor.charFormat()
        heading = rich_document.kind_of(cursor.block()) is BlockKind.HEADING
        cursor.insertText(words, run_format(Run(words, bold), heading or self.is_in_head))
        cursor.endEditBlock()
        # what is typed next is not bold because a name before it is
        cursor.setCharFormat(before)
        self.setTextCursor(cursor)

    def insert_rich(self, text: RichText) -> None:
        """Blocks where the cursor stands; one step of undo."""
        cursor = self.textCursor()
        if self.isReadOnly() or not text:
            return
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        rich_document.insert(cursor, text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    @property
    def is_in_table(self) -> bool:
        return self.textCursor().currentTable() is not None

    @property
    def is_in_head(self) -> bool:
        """Whether the cursor stands in the row that names a table's columns."""
        cursor = self.textCursor()
        table = cursor.currentTable()
        return table is not None and rich_table.is_header(table, table.cellAt(cursor).row())

    def insert_table(self, rows: int, columns: int) -> None:
        """An empty table where the cursor stands, its first row the head, and the cursor in it."""
        cursor = self.textCursor()
        if self.isReadOnly() or cursor.currentTable() is not None:
            return
        empty = TableBlock((((),) * columns,) * rows, has_header=rows > 1)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        start = cursor.position()
        rich_document.insert(cursor, RichText((empty,)))
        cursor.endEditBlock()
        cursor.setPosition(start + 1)
        self.setTextCursor(cursor)

    def _forget_read(self) -> None:
        self._read = None

    def context_menu(self, cursor: QTextCursor) -> QMenu:
        """Qt's own menu, and what can be done with the table the cursor is in."""
        menu = self.createStandardContextMenu()
        if not self.isReadOnly() and cursor.currentTable() is not None:
            menu.addSeparator()
            TableActions(self, cursor).add_to(menu)
        return menu

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = pasted_text(source)
        if not self.can_mark:
            text = RichText(tuple(replace(b, is_confidential=False) for b in text.blocks))
        start = self.textCursor().selectionStart()
        self.insert_rich(text)
        place = self.textCursor()
        place.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        self.pasted.emit(source.text() or text.text, place)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.isReadOnly() or not self.is_in_table:
            return super().focusNextPrevChild(forward)
        # an input method's half-typed word belongs to the cell that is left
        QGuiApplication.inputMethod().commit()
        cursor = rich_table.step(self.textCursor(), forward)
        if cursor is None:
            return super().focusNextPrevChild(forward)
        self.setTextCursor(cursor)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        cursor = self.textCursor()
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if by_mouse and not cursor.hasSelection():
            cursor = self.cursorForPosition(event.pos())
            self.setTextCursor(cursor)
        menu = self.context_menu(cursor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._compact:
            return hint
        needed = round(self.document().size().height()) + 2 * self.frameWidth() + 2
        most = self._height_of(_MOST_COMPACT_ROWS)
        return QSize(hint.width(), min(max(needed, self.minimumHeight()), most))

    def _height_of(self, rows: int) -> int:
        return self.fontMetrics().lineSpacing() * rows + 22
