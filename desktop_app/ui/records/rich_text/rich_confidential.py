"""Paragraphs and tables of a typed text that are not spread: how they look, and their mark.

The mark is their colour itself: so it goes where they are cut, copied and pasted.
"""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor, QTextBlockFormat, QTextCursor, QTextTable

_TINT = QColor(255, 170, 0, 51)
"""Seen on a light and on a dark ground; its alpha is a fifth, which HTML keeps exactly."""
_FRAME = QColor("#d18b01")
_PLAIN_FRAME = QColor("#a0a0a4")


def is_marked(form: QTextBlockFormat) -> bool:
    """Whether a paragraph wears the ground of what is not for everybody."""
    return form.background() == QBrush(_TINT)


def is_marked_table(table: QTextTable) -> bool:
    """The same of a table, told by its frame."""
    return table.format().borderBrush().color() == _FRAME


def mark(form: QTextBlockFormat, on: bool) -> None:
    """Give the format its tint, or take it away."""
    if on:
        form.setBackground(_TINT)
    elif is_marked(form):
        form.clearBackground()


def mark_table(table: QTextTable, on: bool) -> None:
    """The same for a table, which is marked by its frame."""
    form = table.format()
    form.setBorderBrush(QBrush(_FRAME if on else _PLAIN_FRAME))
    table.setFormat(form)


def is_marked_at(cursor: QTextCursor) -> bool:
    """Whether what the cursor stands in is marked."""
    table = cursor.currentTable()
    return is_marked_table(table) if table else is_marked(cursor.blockFormat())


def toggle(cursor: QTextCursor) -> None:
    """Mark everything the selection touches, or unmark it where its start is marked."""
    start = QTextCursor(cursor)
    start.setPosition(cursor.selectionStart())
    on = not is_marked_at(start)
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    cursor.beginEditBlock()
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        inside = QTextCursor(block)
        if table := inside.currentTable():
            mark_table(table, on)
        else:
            form = inside.blockFormat()
            mark(form, on)
            inside.setBlockFormat(form)
        block = block.next()
    cursor.endEditBlock()


def touches_marked(cursor: QTextCursor) -> bool:
    """Whether anything of the selection, or the line of the cursor, is marked."""
    block = cursor.document().findBlock(cursor.selectionStart())
    last = cursor.document().findBlock(cursor.selectionEnd())
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        if is_marked_at(QTextCursor(block)):
            return True
        block = block.next()
    return False
