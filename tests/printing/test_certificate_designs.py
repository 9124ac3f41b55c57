"""Every field of every design stands where the design says, measured in the PDF by PDFium."""

import ctypes
import dataclasses
import random
import re
import unicodedata
from decimal import Decimal
from io import BytesIO

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from PIL import Image

from desktop_app.domain.commendations.certificate_check import strange_letters
from desktop_app.domain.commendations.certificate_designs import BLANK, HONOUR, MERIT, SEAT_CARD
from desktop_app.domain.commendations.certificate_template import (
    Art,
    CertificateTemplate,
    Datum,
    Fit,
    Lean,
    TemplateField,
)
from desktop_app.papers.blocks import Document, Section, SheetMode
from desktop_app.printing import certificate_fields as fields
from desktop_app.printing import fonts, preflight, text
from desktop_app.printing.certificate_press import slack
from desktop_app.printing.line_breaks import glued
from desktop_app.printing.pdf import to_pdf
from desktop_app.printing.word import to_word
from tests.printing.test_certificate import SHEET

MM = 72 / 25.4


def sheet(template, **more):
    return dataclasses.replace(SHEET, template=template, rank="Thượng tá", **more)


def printed(*sheets):
    return to_pdf(Document("x", tuple(Section((each,)) for each in sheets)))


def words_at(pdf, page=0):
    """Left edge and baseline of every text object, in mm from the upper left, with its words."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[page]
    height = sheet.get_height()
    letters = sheet.get_textpage()
    for place in range(letters.count_chars()):
        letter = letters.get_text_range(place, 1)
        x, y = _origin(letters, place)
        found.append((letter, x / MM, (height - y) / MM))
    document.close()
    return found


def _origin(letters, place):
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pypdfium2.raw.FPDFText_GetCharOrigin(letters.raw, place, x, y)
    return x.value, y.value


def first_letters(pdf, page=0):
    """The first letter of every printed line: x and baseline in mm."""
    starts, last = [], None
    for letter, x, y in words_at(pdf, page):
        if letter in "\r\n":
            last = None
        elif letter.strip() and (last is None or abs(last - y) > 0.1):
            starts.append((letter, x, y))
            last = y
    return starts


def wanted_starts(made):
    """Where the design puts the first letter of every line."""
    for field, words in fields.of_sheet(made):
        fitted = fields.fitted(field, words)
        down = field.y + slack(field, fitted) / MM + fitted.size / MM
        for line in fitted.lines:
            length = fields.line_width(field, line, fitted.size) / MM
            spare = {"left": 0, "center": (field.width - length) / 2, "right": field.width - length}
            yield line[0], field.x + spare[field.align], down
            down += fitted.size * field.leading / MM


@pytest.mark.parametrize("template", [MERIT, HONOUR, BLANK, SEAT_CARD], ids=lambda t: t.id)
@pytest.mark.parametrize("count", [1, 3])
def test_every_line_stands_within_two_tenths_of_a_millimetre(template, count):
    made = sheet(template)
    found = first_letters(printed(*[made] * count), count - 1)
    wanted = list(wanted_starts(made))
    assert len(found) >= len(wanted) > 2
    for letter, x, y in wanted:
        nearest = min(
            (abs(x - at) + abs(y - down) for sign, at, down in found if sign == letter), default=99
        )
        assert nearest < 0.2, (letter, x, y)


def test_size_of_the_sheet_is_the_designs():
    document = pypdfium2.PdfDocument(printed(sheet(BLANK), sheet(SEAT_CARD)))
    sizes = [document.get_page_size(place) for place in range(2)]
    assert sizes == [
        pytest.approx((420 * MM, 297 * MM), abs=0.05),
        pytest.approx((90 * MM, 55 * MM), abs=0.05),
    ]


def test_free_words_and_preprinted_ones():
    extra = (
        TemplateField(datum=Datum.FREE, text="Chữ thêm", x=Decimal(30), y=Decimal(190)),
        TemplateField(
            datum=Datum.FREE, text="Có sẵn", x=Decimal(30), y=Decimal(195), is_preprinted=True
        ),
    )
    template = MERIT.replace(id="x", fields=(*MERIT.fields, *extra))
    said = {words for _, words in fields.of_sheet(sheet(template))}
    assert "Chữ thêm" in said
    assert "Có sẵn" not in said
    shown = {words for _, words in fields.of_sheet(sheet(template, mode=SheetMode.DESIGN))}
    assert "Có sẵn" in shown


def test_words_only_draws_neither_frame_nor_motto():
    whole, words = printed(sheet(MERIT)), printed(sheet(MERIT, mode=SheetMode.WORDS_ONLY))
    assert len(words) < len(whole) - 5000
    found = pypdfium2.PdfDocument(words)[0].get_textpage().get_text_bounded()
    assert "CỘNG" not in found
    assert "Quỳnh" in found


def test_picture_of_the_blank_is_printed_once_a_file(tmp_path):
    kept = BytesIO()
    Image.effect_noise((300, 200), 80).save(kept, "PNG")
    with_picture = sheet(BLANK, picture=kept.getvalue())
    one, many = len(printed(with_picture)), len(printed(*[with_picture] * 20))
    assert one > len(printed(sheet(BLANK))) + 20_000
    assert many < one + 20 * 1200


def test_one_line_that_shrinks_stays_one_line():
    box = TemplateField(
        datum=Datum.NAME, width=Decimal(60), size=Decimal(30), min_size=Decimal(6), fit=Fit.SHRINK
    )
    fitted = fields.fitted(fields.field_of(box), "Thượng tá Nguyễn Thị Quỳnh Như")
    assert len(fitted.lines) == 1
    assert fitted.fits
    assert fitted.size < 30


def test_kept_size_warns_instead_of_shrinking_silently():
    box = TemplateField(
        datum=Datum.NAME, width=Decimal(40), size=Decimal(30), fit=Fit.KEEP, align=Lean.LEFT
    )
    assert not fields.fitted(fields.field_of(box), "Thượng tá Nguyễn Thị Quỳnh Như").fits


@pytest.mark.parametrize(
    "words",
    [
        "Phòng PA02",
        "Đội 3",
        "Cụm thi đua số 2",
        "Phòng PC08",
        "năm 2026",
        "Thượng tá",
        "Trung đoàn 24",
        "Công an",
    ],
)
def test_no_line_ends_between_a_noun_and_its_code(words):
    noun, code = words.rsplit(" ", 1)
    field = dataclasses.replace(fields.DESCRIPTION, width=60.0, height=40.0, max_lines=8)
    for filler in range(1, 30):
        said = f"{'a ' * filler}{words} tỉnh nào đó trong cả nước"
        for line in fields.fitted(field, said).lines:
            assert not line.endswith(noun.rsplit(" ", 1)[-1]), (line, code)
    assert "\u00a0" not in "".join(fields.fitted(field, words).lines)


def test_other_spaces_stay_breakable():
    assert glued("Cục Cảnh sát giao thông") == "Cục Cảnh sát giao thông"


FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Đặng Bùi Đỗ Ngô Dương Lý Tôn-Nữ".split()
MIDDLE = "Văn|Thị|Hữu|Đức|Minh|Quang|Thị Thanh|Ngọc Phương|Xuân|Quỳnh|Thuỳ|Khánh".split("|")
GIVEN = "An Bình Châu Dũng Giang Hà Hải Hạnh Hoà Hùng Hương Linh Nga Như Phượng Ẵng Uyên Ý".split()
RANKS = "Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Thiếu tướng".split("|")
UNITS = (
    "Phòng PA02, Công an tỉnh Bà Rịa - Vũng Tàu",
    "Đội Cảnh sát điều tra tội phạm về kinh tế và ma túy, Công an huyện Kon Plông",
    "Phòng Hướng dẫn, kiểm tra công tác quản lý hành chính về trật tự xã hội, Cục Cảnh sát quản lý "
    "hành chính về trật tự xã hội",
    "Phòng Kỹ thuật nghiệp vụ và ngoại tuyến",
    "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "X",
)


def three_hundred():
    """Longest and shortest, with rank, with «và», in capitals, decomposed, pasted in TCVN3."""
    rng = random.Random(30)
    people = [
        f"{rng.choice(RANKS)} {rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"
        for _ in range(240)
    ]
    people[::9] = [name.upper() for name in people[::9]]
    people[1::9] = [unicodedata.normalize("NFD", name) for name in people[1::9]]
    names = [*people, *(rng.choice(UNITS) for _ in range(55)), "Lý Ý", "Vũ An"]
    return [*names, "NguyÔn V¨n ¸nh", "TrÇn ThÞ H¬ng", "Hồ Thị Kỷ và Lê Thị Riêng"]


def test_three_hundred_names_are_printed_whole_and_the_bad_ones_are_named():
    names = three_hundred()
    assert len(names) == 300
    sheets = [sheet(MERIT, name=name, description=name) for name in names]
    document = Document("x", tuple(Section((each,)) for each in sheets))
    assert preflight.check(document) == ()
    pdf = pypdfium2.PdfDocument(to_pdf(document))
    assert len(pdf) == 300
    for place, made in enumerate(sheets):
        field, words = next(pair for pair in fields.of_sheet(made) if pair[0].datum is Datum.NAME)
        fitted = fields.fitted(field, words)
        assert fitted.fits, words
        found = pdf[place].get_textpage().get_text_bounded()
        assert re.sub(r"\s", "", text.clean(words)) in re.sub(r"\s", "", found), words
        box = (field.x * MM, (field.x + field.width) * MM)
        longest = max(fields.line_width(field, line, fitted.size) for line in fitted.lines)
        assert longest <= box[1] - box[0] + 0.1
    assert [name for name in names if strange_letters(name)] == ["NguyÔn V¨n ¸nh", "TrÇn ThÞ H¬ng"]


def test_letter_the_script_lacks_is_drawn_in_the_serif():
    field = dataclasses.replace(fields.NAME, is_script=True)
    assert fonts.script_has("Nguyễn Ẵng")
    assert fields.line_width(field, "漢", 10) > 0


def test_name_in_capitals_is_not_set_in_handwriting():
    field = dataclasses.replace(fields.NAME, is_script=True)
    assert fields.pieces(field, "Dương Minh An")[0][0] == "Script"
    assert fields.pieces(field, "DƯƠNG MINH AN")[0][0] != "Script"


@pytest.mark.parametrize("template", [HONOUR, BLANK], ids=lambda template: template.id)
def test_word_has_every_line_in_a_frame_at_its_place(template):
    made = sheet(template)
    document = docx.Document(BytesIO(to_word(Document("x", (Section((made,)),)))))
    width = document.sections[0].page_width.mm
    assert width == pytest.approx(float(template.width), abs=0.1)
    frames = {
        paragraph.text.replace("\n", " "): paragraph._p.pPr.find(qn("w:framePr"))
        for paragraph in document.paragraphs
        if paragraph.text
    }
    lines = fields.of_sheet(made)
    assert len(frames) == len(lines)
    for field, words in lines:
        said = " ".join(fields.fitted(field, words).lines)
        assert int(frames[said].get(qn("w:x"))) * 25.4 / 1440 == pytest.approx(field.x, abs=0.05)


def test_art_follows_the_size_of_the_sheet():
    tall = CertificateTemplate(
        name="Dọc",
        width=Decimal(210),
        height=Decimal(297),
        art=Art.FRAME,
        fields=(TemplateField(datum=Datum.NAME),),
    )
    bitmap = pypdfium2.PdfDocument(printed(sheet(tall)))[0].render(scale=1).to_pil().convert("L")
    width, height = bitmap.size
    corners = [
        bitmap.crop((x, y, x + 40, y + 40)) for x in (22, width - 62) for y in (22, height - 62)
    ]
    assert all(corner.getextrema()[0] < 200 for corner in corners)
