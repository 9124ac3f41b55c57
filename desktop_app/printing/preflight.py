"""What to mend before a sheet is spent: missing letters, overfull boxes, empty lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from desktop_app.domain.commendations.certificate_template import Datum
from desktop_app.papers import blocks
from desktop_app.papers.blocks import Block, CertificateSheet, Document, Text
from desktop_app.printing import certificate_fields as fields
from desktop_app.printing import fonts, page, place_card_fields, text
from desktop_app.printing.page import Element

Place = tuple[str, Text, Element]
"""Where a text stands, in Vietnamese, the text, and its dress."""

_SHOWN = 40
"""Letters of a paragraph that name it in a sentence."""

_REQUIRED = (Datum.NAME, Datum.TITLE, Datum.SIGNER_NAME)


def check(document: Document) -> tuple[str, ...]:
    """Sentences about what would print badly; none when all is well."""
    found = list(document.warnings)
    for block in (block for section in document.sections for block in section.blocks):
        found += _missing_letters(block)
        if isinstance(block, CertificateSheet):
            found += _empty_lines(block)
            found += _overfull_boxes(block)
    return tuple(dict.fromkeys(found))


def _missing_letters(block: Block) -> Iterator[str]:
    for where, words, element in _places(block):
        for run in text.runs(words, element.capitals):
            dress = run.bold or element.bold, run.italic or element.italic
            for letter in fonts.missing_letters(run.text, *dress):
                yield (
                    f"{_letter_name(letter)} ở {where} không có trong phông chữ của trang giấy; "
                    f"{_fate(letter)}."
                )


def _letter_name(letter: str) -> str:
    # a mark that cannot stand alone is shown on a dotted circle
    shown = f"\u25cc{letter}" if unicodedata.combining(letter) else letter
    return f"Chữ «{shown}» (U+{ord(letter):04X})"


def _fate(letter: str) -> str:
    if fonts.has_fallback(letter):
        return "sẽ in bằng phông chữ khác"
    return f"sẽ in thành ô vuông {fonts.BOX}"


def _empty_lines(sheet: CertificateSheet) -> Iterator[str]:
    present = {field for field, _ in fields.of_sheet(sheet)}
    for field in fields.fields_of(fields.template_of(sheet)):
        is_needed = field.datum in _REQUIRED and fields.is_drawn(field, sheet.mode)
        if is_needed and field not in present:
            yield f"Giấy của {_holder(sheet)} còn trống mục «{field.label}»."


def _overfull_boxes(sheet: CertificateSheet) -> Iterator[str]:
    for field, words in fields.of_sheet(sheet):
        if not fields.fitted(field, words).fits:
            yield (
                f"Giấy của {_holder(sheet)}: mục «{field.label}» dài quá ô in, "
                f"chữ phải nhỏ hơn {field.min_size:g} pt; hãy viết ngắn lại."
            )


def _holder(sheet: CertificateSheet) -> str:
    name = text.one_line(sheet.name)
    return f"«{name}»" if name else "người chưa ghi tên"


def _places(block: Block) -> Iterator[Place]:
    return _PLACES[type(block)](block)


def _letterhead(block: blocks.Letterhead) -> Iterator[Place]:
    yield "phần đầu trang", block.parent, page.PARENT
    for line in block.body:
        yield "phần đầu trang", line, page.ISSUER
    yield "số, ký hiệu", block.symbol, page.SYMBOL
    yield "địa danh, ngày tháng", block.place_and_date, page.PLACE_AND_DATE


def _title(block: blocks.Title) -> Iterator[Place]:
    yield "tên văn bản", block.kind, page.KIND
    yield "trích yếu", block.subject, page.SUBJECT
    yield "dòng dưới tên văn bản", block.remark, page.REMARK


def _addressees(block: blocks.Addressees) -> Iterator[Place]:
    for name in block.names:
        yield "phần Kính gửi", name, page.ADDRESSEES


def _paragraph(block: blocks.Paragraph) -> Iterator[Place]:
    yield _named(block.text), block.text, page.STYLES[block.style]


def _list_item(block: blocks.ListItem) -> Iterator[Place]:
    yield _named(block.text), text.after_mark(block.mark, block.text), page.BODY


def _table(block: blocks.Table) -> Iterator[Place]:
    for column in block.columns:
        yield "đầu bảng", column.head, page.TABLE_HEAD
    for number, row in enumerate(block.rows, start=1):
        element = page.TABLE_GROUP if row.is_group else page.TABLE_CELL
        for cell in row.cells:
            yield f"dòng {number} của bảng", cell, element


def _signature(signature: blocks.Signature) -> Iterator[Place]:
    for line in signature.lines:
        yield "phần ký", line, page.POST
    yield "phần ký", signature.note, page.SIGN_NOTE
    yield "tên người ký", signature.name, page.SIGNER


def _closing(block: blocks.Closing) -> Iterator[Place]:
    for signature in (block.right, block.left, block.middle):
        if signature:
            yield from _signature(signature)
    for name in block.receivers:
        yield "phần Nơi nhận", name, page.RECEIVER


def _grid(block: blocks.SignatureGrid) -> Iterator[Place]:
    for cell in block.cells:
        yield from _signature(cell)


def _certificate(block: CertificateSheet) -> Iterator[Place]:
    for field, words in fields.of_sheet(block):
        element = Element(
            field.label,
            field.size,
            "5.1",
            bold=field.bold,
            italic=field.italic,
            capitals=field.capitals,
        )
        yield f"giấy của {_holder(block)}, mục «{field.label}»", words, element


def _chart(block: blocks.BarChart) -> Iterator[Place]:
    yield "tên biểu đồ", block.caption, page.TABLE_HEAD
    for bar in block.bars:
        yield "biểu đồ", bar.label, page.TABLE_CELL
        yield "biểu đồ", bar.words, page.TABLE_CELL


def _slips(block: blocks.SlipGrid) -> Iterator[Place]:
    for slip in block.slips:
        for words in (slip.stub, *slip.head, slip.title, slip.subject, slip.note):
            yield "phiếu", words, page.TABLE_CELL
        yield from _table(slip.table)


def _slip(block: blocks.ReplySlip) -> Iterator[Place]:
    for line in (block.title, *block.lines):
        yield "phần cắt rời", line, page.SLIP


def _place_card(block: blocks.PlaceCard) -> Iterator[Place]:
    for field, words in place_card_fields.of_card(block):
        element = Element(field.label, field.size, "", bold=field.bold, capitals=field.capitals)
        yield f"biển tên, mục «{field.label}»", words, element


def _gap(block: blocks.Gap) -> Iterator[Place]:
    return iter(())


def _named(words: Text) -> str:
    line = text.one_line(text.plain(words))
    return f"đoạn «{line[:_SHOWN]}{'…' if len(line) > _SHOWN else ''}»"


_PLACES: dict[type, Callable[[Any], Iterator[Place]]] = {
    blocks.Letterhead: _letterhead,
    blocks.Title: _title,
    blocks.Addressees: _addressees,
    blocks.Paragraph: _paragraph,
    blocks.ListItem: _list_item,
    blocks.Table: _table,
    blocks.Closing: _closing,
    blocks.SignatureGrid: _grid,
    blocks.BarChart: _chart,
    blocks.SlipGrid: _slips,
    blocks.Gap: _gap,
    blocks.ReplySlip: _slip,
    blocks.PlaceCard: _place_card,
    CertificateSheet: _certificate,
}
