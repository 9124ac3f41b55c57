"""Between what a person typed (RichText) and the document Qt edits, both ways."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
)

from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run

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
_BREAKS = ("\u2028", "\u2029", "\n")
_PICTURE = "\ufffc"


def fill(document: QTextDocument, text: RichText) -> None:
    """Put the text into the document in place of what was there; undo starts anew."""
    document.setUndoRedoEnabled(False)
    document.clear()
    insert(QTextCursor(document), text)
    document.setUndoRedoEnabled(True)


def insert(cursor: QTextCursor, text: RichText) -> None:
    """Write the blocks where the cursor stands; the first one joins the line it is in."""
    cursor.beginEditBlock()
    running: QTextList | None = None
    kind: BlockKind | None = None
    for place, block in enumerate(text.blocks):
        if place:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        if kind is not block.kind:
            running = None
        kind = block.kind
        if place or cursor.block().length() == 1:
            running = _dress_block(cursor, block.kind, running)
        for run in block.runs:
            cursor.insertText(run.text, _dress(run, block.kind))
    cursor.endEditBlock()


def read(document: QTextDocument) -> RichText:
    """The blocks of the document; empty lines and everything RichText has no word for go."""
    blocks: list[Block] = []
    block = document.begin()
    while block.isValid():
        kind = kind_of(block)
        blocks += [Block(runs, kind) for runs in _lines(block, kind)]
        block = block.next()
    kept = (block for block in blocks if block.text.strip())
    return RichText.of(kept)


def kind_of(block: QTextBlock) -> BlockKind:
    """What a paragraph of the document is in our words."""
    if block.blockFormat().headingLevel() > 0:
        return BlockKind.HEADING
    held = block.textList()
    if held is None:
        return BlockKind.PARAGRAPH
    return BlockKind.NUMBERED if held.format().style() in _NUMBERED else BlockKind.BULLET


def set_kind(cursor: QTextCursor, kind: BlockKind) -> None:
    """Make the paragraphs of the selection into this kind."""
    cursor.beginEditBlock()
    block = cursor.document().findBlock(cursor.selectionStart())
    last = cursor.document().findBlock(cursor.selectionEnd())
    running: QTextList | None = None
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        inside = QTextCursor(block)
        _leave_list(inside)
        inside.setBlockFormat(QTextBlockFormat())
        running = _dress_block(inside, kind, running)
        inside.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        weight = QTextCharFormat()
        heavy = kind is BlockKind.HEADING
        weight.setFontWeight(QFont.Weight.Bold if heavy else QFont.Weight.Normal)
        if heavy or kind_was_heading(inside):
            inside.mergeCharFormat(weight)
        block = block.next()
    cursor.endEditBlock()


def kind_was_heading(cursor: QTextCursor) -> bool:
    """Whether the whole selection is heavy, as a heading leaves it."""
    block = cursor.block()
    runs = [run for line in _lines(block, BlockKind.PARAGRAPH) for run in line]
    return bool(runs) and all(run.bold for run in runs)


def _leave_list(cursor: QTextCursor) -> None:
    held = cursor.block().textList()
    if held is not None:
        held.remove(cursor.block())


def _dress_block(
    cursor: QTextCursor, kind: BlockKind, running: QTextList | None
) -> QTextList | None:
    shape = QTextBlockFormat()
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


def _dress(run: Run, kind: BlockKind) -> QTextCharFormat:
    form = QTextCharFormat()
    bold = run.bold or kind is BlockKind.HEADING
    form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    form.setFontItalic(run.italic)
    form.setFontUnderline(run.underline)
    return form


def _lines(block: QTextBlock, kind: BlockKind) -> list[tuple[Run, ...]]:
    """The runs of a paragraph, split where a line was broken within it."""
    lines: list[list[Run]] = [[]]
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        form = fragment.charFormat()
        text = fragment.text().replace(_PICTURE, "")
        for mark in _BREAKS:
            text = text.replace(mark, "\n")
        for place, part in enumerate(text.split("\n")):
            if place:
                lines.append([])
            lines[-1].append(_run(part, form, kind))
        fragments += 1
    return [tuple(line) for line in lines]


def _run(text: str, form: QTextCharFormat, kind: BlockKind) -> Run:
    heavy = form.fontWeight() >= QFont.Weight.DemiBold and kind is not BlockKind.HEADING
    underlined = form.fontUnderline() and not form.isAnchor()
    return Run(text.replace("\u00a0", " "), heavy, form.fontItalic(), underlined)
