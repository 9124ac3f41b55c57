"""The official page as data: every element with its size, dress, spaces and the rule it obeys.

Lengths of paper are in mm; sizes and spaces of text in pt. «ND30» is Decree 30/2020/NĐ-CP,
annex I; «ô» is its numbered cell. PDF and Word both read their numbers here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.papers.blocks import Style

MM = 72 / 25.4
"""Points in a millimetre."""

FONT_FAMILY = "Times New Roman"
LANGUAGE = "vi-VN"

SINGLE_LINE = 1.15
"""Height of a single line as a share of the size; Times New Roman's own metrics."""

LINE_SPACING = 1.15
"""Lines of the body, in single lines, unless the office sets another."""

LINE_SPACING_RANGE = (1.0, 1.5)
"""ND30, IV.6: from single to 1,5 lines."""

RULE_THICKNESS = 0.6
"""Pt. The decree gives none; a fine line survives a photocopier."""

LETTERHEAD_SHARES = (0.40, 0.60)
"""Issuer and national motto; the motto at 12 pt bold needs a little over half."""

LETTERHEAD_ROW_GAP = 6.0
"""Pt from the rules of the letterhead down to «Số» and the date."""

SIGNATURE_GAP = 30.0
"""Mm between post and name for the signature and the seal (ND30 7c, 8 give no figure)."""

GRID_GAP = 8.0
"""Mm between the rows of a signature grid."""

CLOSING_GAP = 12.0
"""Pt between the body and the foot of the paper."""

RULE_GAP = 3.5
"""Pt between a text and the rule under it."""

FOOT_MARK_SIZE = 8.0
"""Pt of the line in the foot that tells one print from another; no rule asks for it."""

FOOT_MARK_BASELINE = 9.0
"""Mm from the paper's lower edge, below the text and above what printers cannot reach."""

FOOT_MARK_QR = 13.0
"""Mm of the QR picture's side, white border included."""

FOOT_MARK_BOTTOM = 5.0
"""Mm from the paper's lower edge to the QR picture."""

READ_ALOUD_SIZE = 18.0
"""Pt of a speech's body; no rule asks for it."""

TABLE_PADDING = 3.0
"""Pt between a table's line and its text."""

TABLE_GAP = 6.0
"""Pt above and under a table."""

RULE_UNDER_HALF = 0.4
"""ND30: «từ 1/3 đến 1/2 độ dài của dòng chữ»."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper and its margins, in mm."""

    width: float
    height: float
    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 15.0

    @property
    def text_width(self) -> float:
        """Width between the margins, in pt."""
        return (self.width - self.left - self.right) * MM

    @property
    def text_height(self) -> float:
        """Height between the margins, in pt."""
        return (self.height - self.top - self.bottom) * MM


PORTRAIT = Sheet(210.0, 297.0)
"""ND30 I.1–I.3: A4; top and bottom 20–25, left 30–35, right 15–20 mm."""

LANDSCAPE = Sheet(297.0, 210.0)


def sheet(landscape: bool) -> Sheet:
    """The sheet of a section."""
    return LANDSCAPE if landscape else PORTRAIT


@dataclass(frozen=True)
class Element:
    """One kind of text on the page."""

    name: str
    size: float
    source: str
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    align: str = "left"
    """left, center, right, justify."""
    rule: float = 0.0
    """Length of the line under it, as a share of its (last) line of text; 0 is no line."""
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    """First line, mm."""
    is_body: bool = False
    """Whether the setting for line spacing governs it; otherwise its lines are single."""
    keeps_next: bool = False
    """Whether at least two lines of what follows must stand on the same page."""

    def leading(self, line_spacing: float) -> float:
        """From baseline to baseline, in pt."""
        return self.size * SINGLE_LINE * (line_spacing if self.is_body else 1.0)


_INDENT = 12.7
_GAP = 6.0

NATION_TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO_TEXT = "Độc lập - Tự do - Hạnh phúc"

NATION = Element("Quốc hiệu", 12, "ND30 ô 1, V.1", bold=True, capitals=True, align="center")
MOTTO = Element("Tiêu ngữ", 13, "ND30 ô 1, V.1", bold=True, align="center", rule=1.0)
PARENT = Element("Cơ quan chủ quản", 12, "ND30 ô 2, V.2", capitals=True, align="center")
ISSUER = Element(
    "Cơ quan ban hành",
    12,
    "ND30 ô 2, V.2",
    bold=True,
    capitals=True,
    align="center",
    rule=RULE_UNDER_HALF,
)
SYMBOL = Element("Số, ký hiệu", 13, "ND30 ô 3, V.3", align="center")
ABOUT = Element("Trích yếu công văn", 12, "ND30 ô 5b, V.5b", align="center")
PLACE_AND_DATE = Element("Địa danh, ngày tháng", 13, "ND30 ô 4, V.4", italic=True, align="center")
KIND = Element("Tên loại", 14, "ND30 ô 5a, V.5", bold=True, align="center", before=18)
SUBJECT = Element(
    "Trích yếu", 14, "ND30 ô 5a, V.5", bold=True, align="center", rule=RULE_UNDER_HALF
)
REMARK = Element("Kèm theo văn bản", 14, "ND30 V.9c (phụ lục)", italic=True, align="center")
TITLE_GAP = 12.0
"""Pt between the title, with its rule, and what follows."""

ADDRESSEES = Element("Kính gửi", 14, "ND30 ô 9a, V.8a", before=_GAP, after=_GAP)
GROUND = Element(
    "Căn cứ",
    14,
    "ND30 ô 6, V.6",
    italic=True,
    align="justify",
    before=_GAP,
    indent=_INDENT,
    is_body=True,
)
BODY = Element(
    "Nội dung", 14, "ND30 ô 6, V.6", align="justify", before=_GAP, indent=_INDENT, is_body=True
)
SECTION = Element(
    "Mục",
    14,
    "ND30 V.6 (mục, văn bản không có điều)",
    bold=True,
    capitals=True,
    before=_GAP,
    indent=_INDENT,
    is_body=True,
    keeps_next=True,
)
SUBSECTION = Element(
    "Khoản có tiêu đề",
    14,
    "ND30 V.6 (khoản)",
    bold=True,
    before=_GAP,
    indent=_INDENT,
    is_body=True,
    keeps_next=True,
)
CENTRED = Element("Chính giữa", 14, "ND30 V.6", align="center", before=_GAP, is_body=True)
CENTRED_ITALIC = Element(
    "Chính giữa, nghiêng", 14, "ND30 V.6", italic=True, align="center", before=_GAP, is_body=True
)
CALL = replace(BODY, name="Lời mời", source="của chương trình", keeps_next=True)
NOTE = Element("Ghi chú", 12, "của chương trình", align="justify", before=3)
TABLE_HEAD = Element("Đầu bảng", 12, "của chương trình", bold=True, align="center")
TABLE_CELL = Element("Ô bảng", 12, "của chương trình")
TABLE_GROUP = Element("Dòng nhóm của bảng", 12, "của chương trình", bold=True)
POST = Element("Quyền hạn, chức vụ", 14, "ND30 ô 7a, V.7", bold=True, capitals=True, align="center")
SIGN_NOTE = Element("Ký, ghi rõ họ tên", 13, "ND30 mẫu 1.9", italic=True, align="center")
SIGNER = Element("Họ và tên người ký", 14, "ND30 ô 7b, V.7", bold=True, align="center")
SLIP_TITLE = Element("Tên phần cắt rời", 13, "của chương trình", bold=True, align="center")
SLIP = Element("Phần cắt rời", 12, "của chương trình", before=2)
RECEIVERS_HEAD = Element("Nơi nhận", 12, "ND30 ô 9b, V.8b", bold=True, italic=True)
RECEIVER = Element("Các nơi nhận", 11, "ND30 ô 9b, V.8b")
SLIP_STUB = Element("Cuống phiếu", 11, "của chương trình", italic=True, align="center")
SLIP_HEAD = Element("Đầu phiếu", 11, "của chương trình", bold=True, capitals=True, align="center")
SLIP_TITLE = Element("Tên phiếu", 13, "của chương trình", bold=True, align="center", before=_GAP)
SLIP_SUBJECT = Element("Nội dung phiếu", 12, "của chương trình", bold=True, align="center")
SLIP_NOTE = Element("Cách ghi phiếu", 11, "của chương trình", italic=True, align="justify")
PAGE_NUMBER = Element("Số trang", 14, "ND30 I.7, V.14", align="center")

ELEMENTS: tuple[Element, ...] = (
    NATION,
    MOTTO,
    PARENT,
    ISSUER,
    SYMBOL,
    ABOUT,
    PLACE_AND_DATE,
    KIND,
    SUBJECT,
    REMARK,
    ADDRESSEES,
    GROUND,
    BODY,
    SECTION,
    SUBSECTION,
    CENTRED,
    CENTRED_ITALIC,
    NOTE,
    TABLE_HEAD,
    TABLE_CELL,
    TABLE_GROUP,
    POST,
    SIGN_NOTE,
    SIGNER,
    SLIP_TITLE,
    SLIP,
    RECEIVERS_HEAD,
    RECEIVER,
    CALL,
    SLIP_STUB,
    SLIP_HEAD,
    SLIP_TITLE,
    SLIP_SUBJECT,
    SLIP_NOTE,
    PAGE_NUMBER,
)

STYLES: dict[Style, Element] = {
    Style.BODY: BODY,
    Style.GROUND: GROUND,
    Style.SECTION: SECTION,
    Style.SUBSECTION: SUBSECTION,
    Style.CENTRED: CENTRED,
    Style.CENTRED_ITALIC: CENTRED_ITALIC,
    Style.NOTE: NOTE,
    Style.CALL: CALL,
}

RECEIVERS_HEAD_TEXT = "Nơi nhận:"
ADDRESSEES_TEXT = "Kính gửi"


def line_spacing(wanted: float) -> float:
    """The office's setting, held inside what the decree allows."""
    least, most = LINE_SPACING_RANGE
    return min(max(wanted, least), most)


def read_aloud(element: Element) -> Element:
    """The same element of the body in letters that are read at arm's length."""
    return replace(element, size=READ_ALOUD_SIZE) if element.is_body else element


def number_baseline(page: Sheet) -> float:
    """How far, in mm, the page number's baseline lies under the paper's upper edge.

    The digits, about 0.66 of their size high, stand in the middle of the top margin.
    """
    return page.top / 2 + PAGE_NUMBER.size * 0.33 / MM


def without_rule(element: Element) -> Element:
    """The same element where it is not the last line and carries no rule."""
    return replace(element, rule=0.0)


def with_half_rule(element: Element) -> Element:
    """The same element with the short rule of ô 5a under it."""
    return replace(element, rule=RULE_UNDER_HALF)
