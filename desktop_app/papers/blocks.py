"""The few words all papers are made of: what stands on the page, never how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.commendations.certificate_template import CertificateTemplate
from desktop_app.domain.record import Choice
from desktop_app.domain.rich_text import Run

Text = str | tuple[Run, ...]
"""Plain words, or runs where some are bold or italic."""


class Style(Choice):
    """The dress of a paragraph; sizes and spaces are in the page's table."""

    BODY = "body", "Nội dung"
    GROUND = "ground", "Căn cứ"
    SECTION = "section", "Mục: I. CHỮ IN HOA"
    SUBSECTION = "subsection", "Khoản có tiêu đề: 1. Chữ đậm"
    CENTRED = "centred", "Chính giữa"
    CENTRED_ITALIC = "centred_italic", "Chính giữa, nghiêng"
    NOTE = "note", "Ghi chú nhỏ"
    CALL = "call", "Lời mời: đứng cùng trang với dòng sau"


@dataclass(frozen=True)
class Letterhead:
    """Cells 1 to 4: the body at the left, the national motto at the right."""

    parent: str
    body: tuple[str, ...]
    symbol: str = ""
    """«Số: 05/BB-CTĐ2», or empty where the paper has none."""
    place_and_date: str = ""
    about: str = ""
    """Cell 5b: «V/v …» of a letter, under its number."""


@dataclass(frozen=True)
class Title:
    """Cell 5a: the kind of paper in capitals, what it is about, and the short rule."""

    kind: str
    subject: str = ""
    rule: bool = True
    remark: str = ""
    """A line in italics under it, e.g. «(Kèm theo Tờ trình số …)»."""


@dataclass(frozen=True)
class Addressees:
    """Cell 9a, «Kính gửi»."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; its first line is indented unless its style says otherwise."""

    text: Text
    style: Style = Style.BODY


@dataclass(frozen=True)
class ListItem:
    """An item with its mark already written: «-», «a)», «1.»."""

    mark: str
    text: Text


@dataclass(frozen=True)
class Column:
    """A column's head, its share of the width, and how its cells lean."""

    head: Text
    share: float
    align: str = "left"
    """left, center, right."""


@dataclass(frozen=True)
class Row:
    """A row of cells; a group row is one bold cell over the whole width."""

    cells: tuple[Text, ...]
    is_group: bool = False
    height: float = 0.0
    """Least height in mm, for rows that are filled in by hand."""


@dataclass(frozen=True)
class Table:
    """A table; its head is repeated on every page. Where no column has a name there is none."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def has_head(self) -> bool:
        return any(column.head for column in self.columns)


@dataclass(frozen=True)
class Signature:
    """Cells 7a to 7c: lines of capitals, room to sign, the name."""

    lines: tuple[str, ...]
    name: str = ""
    note: str = ""
    """In italics under the lines, e.g. «(Ký, ghi rõ họ tên)»."""


@dataclass(frozen=True)
class Closing:
    """The foot of a paper: signatures and «Nơi nhận». It never stands alone on a page.

    A tờ trình has its receivers level with the signer; minutes have them under the
    secretary's name (`receivers_below`), Decree 30/2020, form 1.9. Where three sign, the
    witness stands in the middle.
    """

    right: Signature
    left: Signature | None = None
    receivers: tuple[str, ...] = ()
    receivers_below: bool = False
    middle: Signature | None = None


@dataclass(frozen=True)
class SignatureGrid:
    """One cell a unit, some a row; a cell is never split over two pages."""

    cells: tuple[Signature, ...]
    per_row: int = 2


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its value, and the words that stand beside it."""

    label: str
    value: float
    words: str
    is_pale: bool = False
    """Hatched instead of filled: for what is compared with, e.g. the year before."""


@dataclass(frozen=True)
class BarChart:
    """Bars one under the other; the words tell what the lengths show, never colour alone."""

    caption: str
    bars: tuple[Bar, ...]
    most: float
    """The value of a bar of full length."""


@dataclass(frozen=True)
class Slip:
    """A small sheet to be cut off: a stub over a dashed line, and under it a table of boxes."""

    stub: str
    head: tuple[str, ...]
    """Lines over the title: who gives it out."""
    title: str
    subject: str
    table: Table
    note: str = ""


@dataclass(frozen=True)
class SlipGrid:
    """Slips of one size, so many across and down a page; they shrink rather than lose a word."""

    slips: tuple[Slip, ...]
    across: int = 2
    down: int = 2


@dataclass(frozen=True)
class Gap:
    """Empty room of so many mm."""

    height: float


@dataclass(frozen=True)
class ReplySlip:
    """A part to be cut off and sent back: a dashed line, a title, lines. Never split."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PlaceCard:
    """A sheet that is folded and stands on the table: one side like the other."""

    rank: str
    name: str
    body: str
    """The delegate's unit or organisation."""
    seat: str = ""


class SheetMode(Choice):
    """How much of a certificate is drawn."""

    WHOLE = "whole", "Cả khung và chữ"
    WORDS_ONLY = "words", "Chỉ in chữ (phôi có sẵn)"
    DESIGN = "design", "Như lúc thiết kế"
    """On the screen alone: with what the blank has already."""


@dataclass(frozen=True)
class CertificateSheet:
    """One certificate: the lines in the order of the decree on physical awards (documents, 5.1)."""

    authority: str
    """Line 3, who gives it, printed in red capitals."""
    verb: str
    """Line 4, «TẶNG»."""
    title: str
    """Line 5, «GIẤY CHỨNG NHẬN», in red capitals."""
    name: str
    description: str
    achievement: str
    decision_line: str
    register_line: str
    place_and_date: str
    signer_lines: tuple[str, ...]
    signer_name: str
    rank: str = ""
    """The rank within the name, for designs that write it on a line of its own."""
    template: CertificateTemplate | None = None
    """The design; None is the program's own."""
    picture: bytes = b""
    """PNG or JPEG under the words, filling the sheet."""
    mode: SheetMode = SheetMode.WHOLE


Block = (
    Letterhead
    | Title
    | Addressees
    | Paragraph
    | ListItem
    | Table
    | Closing
    | SignatureGrid
    | BarChart
    | SlipGrid
    | Gap
    | ReplySlip
    | PlaceCard
    | CertificateSheet
)


@dataclass(frozen=True)
class Section:
    """Blocks that begin on a new page with page numbers of their own; page 1 shows none."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    is_read_aloud: bool = False
    """Whether the body is printed in large letters, to be read standing at a lectern."""


@dataclass(frozen=True)
class FootMark:
    """What stands in the foot of every page, so that a print can be told from another."""

    text: str
    code: str = ""
    """Printed as a QR code too; empty on drafts."""


@dataclass(frozen=True)
class Document:
    """A whole paper."""

    title: str
    """For the file's properties and the viewer's caption."""
    sections: tuple[Section, ...] = field(default_factory=tuple)
    foot: FootMark | None = None
    warnings: tuple[str, ...] = ()
    """What a person should know before printing; no part of what is printed."""
