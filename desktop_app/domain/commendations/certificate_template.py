"""Designs of certificates and cards: the sheet, and where each fact stands on it, in mm."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.vietnamese import number


class Datum(Choice):
    """What is written in a field; the words come from the decision and its grant."""

    NATION = "quoc_hieu", "Quốc hiệu"
    MOTTO = "tieu_ngu", "Tiêu ngữ, có gạch chân"
    AUTHORITY = "tham_quyen", "Người có thẩm quyền"
    VERB = "tang", "TẶNG"
    TITLE = "ten_giay", "Tên danh hiệu"
    NAME = "ten", "Tên người, tập thể được tặng"
    RANK = "cap_bac", "Cấp bậc"
    BARE_NAME = "ho_ten", "Họ tên không cấp bậc"
    DESCRIPTION = "chuc_vu", "Chức vụ, đơn vị"
    ACHIEVEMENT = "thanh_tich", "Thành tích"
    DECISION = "so_quyet_dinh", "Số quyết định"
    REGISTER = "so_vang", "Số sổ vàng"
    PLACE_AND_DATE = "dia_danh_ngay", "Địa danh, ngày tháng"
    SIGNER_POST = "chuc_vu_ky", "Chức vụ người ký"
    SIGNER_NAME = "ten_ky", "Họ tên người ký"
    FREE = "chu_tu_do", "Chữ tự do"


class Face(Choice):
    """The typeface of a field."""

    SERIF = "chan", "Có chân"
    SCRIPT = "viet_tay", "Viết tay"


class Lean(Choice):
    """How lines stand in the width of their field."""

    LEFT = "left", "Trái"
    CENTER = "center", "Giữa"
    RIGHT = "right", "Phải"


class Case(Choice):
    """Small or capital letters."""

    AS_TYPED = "nguyen", "Như đã gõ"
    CAPITALS = "in_hoa", "IN HOA"


class Ink(Choice):
    """Colours that print well; the decree asks for black and red (documents 5.1)."""

    BLACK = "black", "Đen"
    RED = "red", "Đỏ"
    BROWN = "brown", "Nâu đỏ"
    GOLD = "gold", "Vàng kim"
    BLUE = "blue", "Xanh đậm"
    GREY = "grey", "Xám"


class Fit(Choice):
    """What is done with words that are longer than the field is wide."""

    BREAK = "xuong_dong", "Xuống dòng, rồi thu nhỏ"
    SHRINK = "thu_nho", "Một dòng, thu nhỏ"
    KEEP = "giu_co", "Xuống dòng, giữ cỡ chữ"


class Art(Choice):
    """What the program itself draws round the words."""

    NONE = "khong", "Không vẽ (phôi in sẵn)"
    FRAME = "khung", "Khung hoa văn"
    EMBLEM = "khung_bieu_trung", "Khung và biểu trưng"


SMALLEST, LARGEST = Decimal(30), Decimal(1200)
"""Mm: the shortest and the longest side of a sheet."""

LARGEST_LETTER = Decimal(200)
"""Pt."""


@dataclass(frozen=True, kw_only=True)
class TemplateField(Record):
    """A box on the sheet: x and y from the upper left corner, all lengths in mm, letters in pt."""

    datum: Datum = Datum.FREE
    text: str = ""
    """The words of a free field."""
    x: Decimal = Decimal(20)
    y: Decimal = Decimal(20)
    width: Decimal = Decimal(100)
    height: Decimal = Decimal(10)
    face: Face = Face.SERIF
    size: Decimal = Decimal(14)
    min_size: Decimal = Decimal(10)
    """Below it preflight asks for shorter words; nothing is ever cut."""
    max_lines: int = 1
    line_spacing: Decimal = Decimal("1.15")
    fit: Fit = Fit.BREAK
    align: Lean = Lean.CENTER
    ink: Ink = Ink.BLACK
    case: Case = Case.AS_TYPED
    bold: bool = False
    italic: bool = False
    is_middle: bool = True
    """Whether short words stand in the middle of the height, otherwise at its top."""
    is_preprinted: bool = False
    """The blank has these words already: they are shown while designing and never printed."""

    @property
    def title(self) -> str:
        return self.text if self.datum is Datum.FREE and self.text else self.datum.label

    def problems(self) -> dict[str, str]:
        found = self._size_problems()
        if self.datum is Datum.FREE and not self.text:
            found["text"] = "Ô chữ tự do cần có chữ."
        if self.width <= 0:
            found["width"] = "Chiều rộng phải lớn hơn 0 mm."
        if self.height <= 0:
            found["height"] = "Chiều cao phải lớn hơn 0 mm."
        if self.x < 0:
            found["x"] = "Ô nằm ngoài mép trái của tờ giấy."
        if self.y < 0:
            found["y"] = "Ô nằm ngoài mép trên của tờ giấy."
        return found

    def _size_problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if not 4 <= self.size <= LARGEST_LETTER:
            found["size"] = "Cỡ chữ từ 4 đến 200 pt."
        if not 4 <= self.min_size <= self.size:
            found["min_size"] = "Cỡ nhỏ nhất từ 4 pt đến cỡ chữ của ô."
        if not 1 <= self.max_lines <= 30:
            found["max_lines"] = "Số dòng từ 1 đến 30."
        if not Decimal("0.8") <= self.line_spacing <= 3:
            found["line_spacing"] = "Giãn dòng từ 0,8 đến 3."
        return found


@dataclass(frozen=True, kw_only=True)
class CertificateTemplate(Record):
    """One design. The picture of a pre-printed blank is a file attached to the template."""

    name: str = ""
    award: Award | None = None
    """The form of award whose sheets look so; in every year of the catalogue with its code."""
    width: Decimal = Decimal(297)
    height: Decimal = Decimal(210)
    art: Art = Art.NONE
    prints_picture: bool = False
    """Whether the attached picture is printed too, not only shown while designing."""
    fields: tuple[TemplateField, ...] = ()
    place_in_list: int = 0

    def __hash__(self) -> int:
        # batches ask for the layout of the same design ten thousand times
        return hash(self.id)

    @property
    def title(self) -> str:
        return self.name

    @property
    def size_text(self) -> str:
        """«297 × 210 mm»."""
        return f"{number(self.width)} × {number(self.height)} mm"

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên mẫu.")
        for side in ("width", "height"):
            if not SMALLEST <= getattr(self, side) <= LARGEST:
                found[side] = "Mỗi cạnh của tờ giấy từ 30 đến 1.200 mm."
        if not self.fields:
            found["fields"] = "Mẫu cần có ít nhất một ô chữ."
        return found | part_problems(self, "fields") | self._outside()

    def _outside(self) -> dict[str, str]:
        """The fields that stick out of the sheet at the right or at the foot."""
        found: dict[str, str] = {}
        for row, field in enumerate(self.fields):
            if field.x + field.width > self.width:
                found[f"fields.{row}.width"] = (
                    f"Dòng {row + 1}: ô thò ra ngoài mép phải của tờ giấy."
                )
            if field.y + field.height > self.height:
                found[f"fields.{row}.height"] = (
                    f"Dòng {row + 1}: ô thò ra ngoài mép dưới của tờ giấy."
                )
        return found


def template_for(
    award: Award | None, templates: tuple[CertificateTemplate, ...]
) -> CertificateTemplate | None:
    """The design of an award: the first one made for its code."""
    if award is None:
        return None
    made = (each for each in templates if each.award and each.award.code == award.code)
    return next(made, None)
