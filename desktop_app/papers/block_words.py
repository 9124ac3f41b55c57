"""The words of a paper, a line a block: for comparing two papers, never for printing."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.papers import blocks
from desktop_app.papers.blocks import Block, Document, Text


def lines_of(document: Document) -> tuple[str, ...]:
    """Every line that says something, in the order of reading; a table has a line a row."""
    said = (line for section in document.sections for b in section.blocks for line in _lines(b))
    return tuple(line for line in (" ".join(line.split()) for line in said) if line)


def words(text: Text) -> str:
    """Plain words without their dress."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case blocks.Letterhead():
            yield from (block.parent, *block.body, block.symbol, block.place_and_date, block.about)
        case blocks.Title():
            yield from (block.kind, block.subject, block.remark)
        case blocks.Addressees():
            yield f"Kính gửi: {'; '.join(block.names)}"
        case blocks.Paragraph():
            yield words(block.text)
        case blocks.ListItem():
            yield f"{block.mark} {words(block.text)}"
        case blocks.Table():
            yield from _table(block)
        case blocks.Closing():
            for signature in (block.left, block.middle, block.right):
                yield from _signature(signature) if signature else ()
            yield from block.receivers
        case blocks.SignatureGrid():
            for cell in block.cells:
                yield from _signature(cell)
        case blocks.ReplySlip():
            yield from (block.title, *block.lines)
        case blocks.PlaceCard():
            yield " ".join((block.body, block.rank, block.name, block.seat))
        case blocks.BarChart():
            yield block.caption
            yield from (f"{bar.label}: {bar.words}" for bar in block.bars)


def _table(table: blocks.Table) -> Iterator[str]:
    if table.has_head:
        yield " | ".join(words(column.head) for column in table.columns)
    for row in table.rows:
        yield " | ".join(map(words, row.cells))


def _signature(signature: blocks.Signature) -> Iterator[str]:
    yield " ".join((*signature.lines, signature.note, signature.name))
