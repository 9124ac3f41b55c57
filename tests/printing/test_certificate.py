"""Certificates: every line in its box, in its order and dress (documents 5.1, checklist D22)."""

import dataclasses

import pytest

from desktop_app.papers.blocks import CertificateSheet, Document, Paragraph, Section
from desktop_app.printing import certificate_fields as fields
from desktop_app.printing import page, preflight
from desktop_app.printing.pdf import to_pdf
from tests.printing.printed import MM, Printed

HEIGHT = 210 * MM
SHEET = CertificateSheet(
    authority="CỤM TRƯỞNG CỤM THI ĐUA SỐ 2",
    verb="TẶNG",
    title="GIẤY CHỨNG NHẬN",
    name="Thượng tá Nguyễn Thị Quỳnh Như",
    description="Phó Trưởng phòng Tham mưu, Cục Pháp chế",
    achievement="Đã có thành tích xuất sắc trong phong trào thi đua “Vì an ninh Tổ quốc” năm 2026",
    decision_line="Quyết định số 15/QĐ-CTĐ2 ngày 05 tháng 3 năm 2026",
    register_line="Số sổ vàng: 07",
    place_and_date="Hà Nội, ngày 05 tháng 3 năm 2026",
    signer_lines=("CỤC TRƯỞNG CỤC PHÁP CHẾ", "CỤM TRƯỞNG"),
    signer_name="Thiếu tướng Phạm Công Nguyên",
)
LONG = dataclasses.replace(
    SHEET,
    name="Phòng Hướng dẫn, kiểm tra công tác quản lý hành chính về trật tự xã hội, Cục Cảnh sát "
    "quản lý hành chính về trật tự xã hội",
    achievement=SHEET.achievement * 5,
    signer_lines=("TL. BỘ TRƯỞNG BỘ CÔNG AN", "CHÁNH VĂN PHÒNG CƠ QUAN CẢNH SÁT ĐIỀU TRA", "X"),
)


def certificates(*sheets):
    return Document("Giấy chứng nhận", tuple(Section((sheet,)) for sheet in sheets))


def printed(*sheets):
    return Printed(to_pdf(certificates(*sheets)))


@pytest.fixture(scope="module")
def one():
    return printed(SHEET)


def test_paper_is_landscape_and_has_one_page_a_certificate():
    found = printed(SHEET, LONG, SHEET)
    assert found.sizes == [pytest.approx((297 * MM, HEIGHT), abs=0.5)] * 3


def test_lines_stand_in_the_decrees_order(one):
    wanted = ["CỘNG HÒA", "Độc lập", "CỤM TRƯỞNG CỤM", "TẶNG", "GIẤY CHỨNG", "Thượng tá"]
    wanted += ["Phó Trưởng", "Đã có", "Hà Nội", "CỤC TRƯỞNG", "Thiếu tướng"]
    heights = [one.find(start).baseline for start in wanted]
    assert heights == sorted(heights, reverse=True)
    assert one.find("Quyết định").baseline > one.find("Số sổ vàng").baseline


def test_dress_of_the_lines(one):
    tang = one.find("TẶNG")
    assert (tang.size, tang.fonts) == (18, {"LiberationSerif-Bold"})
    for start in ("Quyết định", "Số sổ vàng", "Hà Nội"):
        assert one.find(start).fonts == {"LiberationSerif-BoldItalic"}
    for start in ("CỘNG HÒA", "CỤM TRƯỞNG CỤM", "GIẤY CHỨNG", "CỤC TRƯỞNG", "Thiếu tướng"):
        assert one.find(start).fonts == {"LiberationSerif-Bold"}
    assert fields.AUTHORITY.colour == fields.TITLE.colour == "red"
    assert fields.VERB.colour == "black"


def test_motto_line_is_as_long_as_the_motto(one):
    motto = one.find("Độc lập")
    assert one.rule_under(motto).width == pytest.approx(motto.width, abs=1)


def test_boxes_do_not_overlap_and_stay_inside_the_frame():
    for field in fields.FIELDS:
        assert field.x >= 20
        assert field.x + field.width <= 277
        assert field.y + field.height <= 190
    for first in fields.FIELDS:
        for second in fields.FIELDS:
            if first is not second:
                assert _apart(first, second), (first.label, second.label)


def _apart(first, second):
    return (
        first.x + first.width <= second.x
        or second.x + second.width <= first.x
        or first.y + first.height <= second.y + 0.01
        or second.y + second.height <= first.y + 0.01
    )


@pytest.mark.parametrize("factor", [1, 3, 20])
def test_no_text_leaves_its_box_and_none_is_cut(factor):
    sheet = dataclasses.replace(
        LONG, name=LONG.name * factor, achievement=LONG.achievement * factor
    )
    for field, words in fields.of_sheet(sheet):
        made = fields.fitted(field, words)
        height = len(made.lines) * made.size * page.SINGLE_LINE
        assert height <= field.height * MM + made.size * 0.16
        widest = max(fields.line_width(field, line, made.size) for line in made.lines)
        assert widest <= field.width * MM + 0.1
        assert "".join("".join(made.lines).split()) == "".join(words.split())
    printed(sheet)


def test_printed_lines_stay_in_their_box():
    found = printed(LONG)
    box = fields.ACHIEVEMENT
    lines = [line for line in found.lines if box.y < (HEIGHT - line.baseline) / MM < 127]
    assert len(lines) > 2
    for line in lines:
        assert box.x * MM <= line.x0
        assert line.x1 <= (box.x + box.width) * MM
        assert (HEIGHT - line.baseline) / MM <= box.y + box.height


def test_signature_has_thirty_millimetres():
    found = printed(LONG)
    last_post = min(line.baseline for line in found.lines if line.x0 > 400 and line.text.isupper())
    name = found.find("Thiếu tướng")
    assert (last_post - name.baseline - name.size) / MM >= 29
    assert fields.SIGNER_NAME.y - fields.SIGNER_POST.y - fields.SIGNER_POST.height >= 29.99


def test_art_is_in_the_file_once():
    few, many = (len(to_pdf(certificates(*[SHEET] * count))) for count in (2, 42))
    assert (many - few) / 40 < 2500


def test_certificates_among_other_papers():
    sections = (Section((Paragraph("Một trang."),)), Section((SHEET,)), Section((SHEET, LONG)))
    found = Printed(to_pdf(Document("x", sections)))
    assert len(found.sizes) == 4
    assert found.sizes[1] == pytest.approx((297 * MM, HEIGHT), abs=0.5)
    assert found.find("Thượng tá", page=2).middle == pytest.approx(297 / 2 * MM, abs=0.5)


def test_words_beside_a_certificate_are_not_lost():
    mixed = Section((Paragraph("Trước."), SHEET, Paragraph("Sau.")))
    found = Printed(to_pdf(Document("x", (mixed,))))
    assert [found.find(words).page for words in ("Trước.", "Thượng tá", "Sau.")] == [1, 2, 3]


def test_same_certificates_same_bytes():
    assert to_pdf(certificates(SHEET, LONG)) == to_pdf(certificates(SHEET, LONG))


def test_name_in_handwriting():
    script = dataclasses.replace(fields.NAME, is_script=True)
    assert fields.pieces(script, "Nguyễn Ẵng")[0][0] == "Script"
    assert fields.pieces(script, "漢")[0][0] != "Script"


def test_preflight_is_silent_when_all_is_well():
    assert preflight.check(certificates(SHEET, LONG)) == ()


def test_preflight_names_what_is_empty_too_long_or_missing():
    bad = dataclasses.replace(
        SHEET, name="", signer_name=" ", achievement=SHEET.achievement * 40, description="漢"
    )
    sentences = " ".join(preflight.check(certificates(bad)))
    assert "còn trống mục «Tên người, tập thể được tặng»" in sentences
    assert "còn trống mục «Họ tên người ký»" in sentences
    assert "«Thành tích» dài quá ô in" in sentences
    assert "«漢» (U+6F22)" in sentences
    assert "mục «Chức vụ, đơn vị»" in sentences
