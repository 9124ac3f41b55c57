"""Between what a person typed (RichText) and the document Qt edits, both ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from desktop_app.domain.rich_text import AnyBlock, Block, BlockKind, RichText, TableBlock
from desktop_app.ui.records.rich_text import rich_confidential, rich_table
from desktop_app.ui.records.rich_text.rich_runs import lines_of, run_format, weight_format

HEADING_LEVEL = 2
_STYLES = {
    BlockKind.BULLET: QTextListFormat.Style.ListDisc,
    BlockKind.NUMBERED: QTextListFormat.Style.ListDecimal,
}
_NUMBERED = (
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha,
    QTextListFormat.Style.ListLowerRoman,
    QTextListFormat.Style.ListUpperRoman,
)

ReadTable = Callable[[QTextTable], TableBlock | None]
"""What a table becomes; None where its one cell is read as if it stood on the page."""


def fill(document: QTextDocument, text: RichText) -> None:
    """Put the text into the document in place of what was there; undo starts anew."""
    document.setUndoRedoEnabled(False)
    document.clear()
    insert(QTextCursor(document), text)
    document.setUndoRedoEnabled(True)


def insert(cursor: QTextCursor, text: RichText) -> None:
    """Write the blocks where the cursor stands; the first one joins the line it is in."""
    cursor.beginEditBlock()
    if cursor.currentTable() is not None:
        rich_table.write_inside(cursor, text)
    else:
        _insert_blocks(cursor, text)
    cursor.endEditBlock()


def _insert_blocks(cursor: QTextCursor, text: RichText) -> None:
    running: QTextList | None = None
    kind: BlockKind | None = None
    # a table leaves an empty line behind it, which the next block takes
    has_line = True
    for place, block in enumerate(text.blocks):
        if isinstance(block, TableBlock):
            _insert_table(cursor, block)
            has_line = True
            continue
        if not has_line:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        has_line = False
        # a list goes on under a table that stands among its items
        if kind is not block.kind:
            running = None
        kind = block.kind
        if place or cursor.block().length() == 1:
            running = _dress_block(cursor, block.kind, running)
            _mark(cursor, block.is_confidential)
        for run in block.runs:
            cursor.insertText(run.text, run_format(run, kind is BlockKind.HEADING))


def _mark(cursor: QTextCursor, on: bool) -> None:
    """Mark the line; one that stands in a marked place stays so."""
    form = cursor.blockFormat()
    if on and not rich_confidential.is_marked(form):
        rich_confidential.mark(form, True)
        cursor.setBlockFormat(form)


def _insert_table(cursor: QTextCursor, block: TableBlock) -> None:
    """The table; what stood behind the cursor in its line stays what it was."""
    kind, held = kind_of(cursor.block()), cursor.block().textList()
    table = rich_table.insert(cursor, block)
    if block.is_confidential:
        rich_confidential.mark_table(table, True)
    if cursor.block().length() > 1:
        _dress_block(cursor, kind, held)


def read(document: QTextDocument, read_table: ReadTable = rich_table.read) -> RichText:
    """The blocks of the document; empty lines and everything RichText has no word for go."""
    return RichText.of(_blocks(document.rootFrame().begin(), read_table))


def _blocks(place: QTextFrame.iterator, read_table: ReadTable) -> list[AnyBlock]:
    blocks: list[AnyBlock] = []
    while not place.atEnd():
        frame = place.currentFrame()
        if isinstance(frame, QTextTable):
            table = read_table(frame)
            inside = frame.cellAt(0, 0).begin()
            if table and rich_confidential.is_marked_table(frame):
                table = replace(table, is_confidential=True)
            blocks += [table] if table else _blocks(inside, read_table)
        elif frame is not None:
            blocks += _blocks(frame.begin(), read_table)
        else:
            blocks += _paragraphs(place.currentBlock())
        place += 1
    return blocks


def _paragraphs(block: QTextBlock) -> list[Block]:
    kind = kind_of(block)
    marked = rich_confidential.is_marked(block.blockFormat())
    found = [Block(runs, kind, marked) for runs in lines_of(block, kind is BlockKind.HEADING)]
    return [block for block in found if not block.is_blank]


def kind_of(block: QTextBlock) -> BlockKind:
    """What a paragraph of the document is in our words."""
    if block.blockFormat().headingLevel() > 0:
        return BlockKind.HEADING
    held = block.textList()
    if held is None:
        return BlockKind.PARAGRAPH
    return BlockKind.NUMBERED if held.format().style() in _NUMBERED else BlockKind.BULLET


def set_kind(cursor: QTextCursor, kind: BlockKind) -> None:
    """Make the paragraphs of the selection into this kind; a table's cells have none."""
    cursor.beginEditBlock()
    block = cursor.document().findBlock(cursor.selectionStart())
    last = cursor.document().findBlock(cursor.selectionEnd())
    running: QTextList | None = None
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        inside = QTextCursor(block)
        if inside.currentTable() is None:
            running = _change_kind(inside, kind, running)
        block = block.next()
    cursor.endEditBlock()


def _change_kind(
    inside: QTextCursor, kind: BlockKind, running: QTextList | None
) -> QTextList | None:
    running = _dress_block(inside, kind, running)
    inside.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    heavy = kind is BlockKind.HEADING
    if heavy or kind_was_heading(inside):
        inside.mergeCharFormat(weight_format(heavy))
    return running


def kind_was_heading(cursor: QTextCursor) -> bool:
    """Whether the whole selection is heavy, as a heading leaves it."""
    runs = [run for line in lines_of(cursor.block()) for run in line]
    return bool(runs) and all(run.bold for run in runs)


def _leave_list(cursor: QTextCursor) -> None:
    held = cursor.block().textList()
    if held is not None:
        held.remove(cursor.block())


def _dress_block(
    cursor: QTextCursor, kind: BlockKind, running: QTextList | None
) -> QTextList | None:
    _leave_list(cursor)
    shape = QTextBlockFormat()
    rich_confidential.mark(shape, rich_confidential.is_marked(cursor.blockFormat()))
    if kind is BlockKind.HEADING:
        shape.setHeadingLevel(HEADING_LEVEL)
        shape.setTopMargin(6)
    shape.setBottomMargin(2 if kind in _STYLES else 5)
    cursor.setBlockFormat(shape)
    if kind not in _STYLES:
        return None
    if running is not None:
        running.add(cursor.block())
        return running
    form = QTextListFormat()
    form.setStyle(_STYLES[kind])
    form.setIndent(1)
    return cursor.createList(form)
