"""The page against the table of Decree 30/2020 (checklist D01–D13, D16), measured in the PDF."""

import pytest

from desktop_app.papers.blocks import (
    Addressees,
    Document,
    Gap,
    Letterhead,
    Paragraph,
    Section,
    Style,
    Title,
)
from desktop_app.printing import page
from desktop_app.printing.pdf import to_pdf
from tests.printing.conftest import SENTENCE, printed, submission_blocks
from tests.printing.printed import MM, Printed

WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT = 30 * MM, WIDTH - 15 * MM
LONG_NAME = (
    "CỤM THI ĐUA SỐ 2 - KHỐI CÁC ĐƠN VỊ TRỰC THUỘC BỘ TRƯỞNG BỘ CÔNG AN, NHÓM CÁC ĐƠN VỊ THAM MƯU, "
    "NGHIỆP VỤ VÀ HẬU CẦN"
)

DRESSED = {
    "CỘNG HÒA": page.NATION,
    "Độc lập": page.MOTTO,
    "BỘ CÔNG AN": page.PARENT,
    "CỤM THI ĐUA SỐ 2": page.ISSUER,
    "Số:": page.SYMBOL,
    "Hà Nội,": page.PLACE_AND_DATE,
    "TỜ TRÌNH": page.KIND,
    "Đề nghị tặng": page.SUBJECT,
    "Kính gửi": page.ADDRESSEES,
    "- Hội đồng": page.ADDRESSEES,
    "Căn cứ Luật": page.GROUND,
    "I. KẾT QUẢ": page.SECTION,
    "Thực hiện": page.BODY,
    "1. Tập thể": page.SUBSECTION,
    "a) Văn phòng": page.BODY,
    "TM. CỤM": page.POST,
    "Thiếu tướng": page.SIGNER,
    "Nơi nhận:": page.RECEIVERS_HEAD,
    "- Như trên;": page.RECEIVER,
}


@pytest.mark.parametrize("start", DRESSED)
def test_every_element_has_its_size_and_weight(submission, start):
    assert submission.find(start).is_dressed(DRESSED[start])


@pytest.mark.parametrize(
    ("element", "least", "most"),
    [
        (page.NATION, 12, 13),
        (page.MOTTO, 13, 14),
        (page.PARENT, 12, 13),
        (page.ISSUER, 12, 13),
        (page.SYMBOL, 13, 13),
        (page.PLACE_AND_DATE, 13, 14),
        (page.KIND, 13, 14),
        (page.SUBJECT, 13, 14),
        (page.GROUND, 13, 14),
        (page.BODY, 13, 14),
        (page.SECTION, 13, 14),
        (page.POST, 13, 14),
        (page.SIGNER, 13, 14),
        (page.ADDRESSEES, 13, 14),
        (page.RECEIVERS_HEAD, 12, 12),
        (page.RECEIVER, 11, 11),
        (page.PAGE_NUMBER, 13, 14),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_sizes_lie_in_what_the_decree_allows(element, least, most):
    assert least <= element.size <= most
    assert element in page.ELEMENTS


def test_dress_is_the_decrees():
    bold = {e.name for e in page.ELEMENTS if e.bold and not e.source.startswith("của")}
    assert bold == {
        "Quốc hiệu",
        "Tiêu ngữ",
        "Cơ quan ban hành",
        "Tên loại",
        "Trích yếu",
        "Mục",
        "Khoản có tiêu đề",
        "Quyền hạn, chức vụ",
        "Họ và tên người ký",
        "Nơi nhận",
    }
    italic = {e.name for e in page.ELEMENTS if e.italic}
    assert {"Địa danh, ngày tháng", "Căn cứ", "Nơi nhận", "Kèm theo văn bản"} <= italic


def test_paper_and_margins(submission):
    assert submission.sizes[0] == pytest.approx((WIDTH, HEIGHT), abs=0.5)
    assert min(line.x0 for line in submission.lines) == pytest.approx(LEFT, abs=0.5)
    assert max(line.x1 for line in submission.lines) == pytest.approx(RIGHT, abs=0.5)
    top = max(line.baseline + line.size for line in submission.lines)
    assert top == pytest.approx(HEIGHT - 20 * MM, abs=1)


def test_full_page_stops_at_the_bottom_margin():
    found = printed(*[Paragraph("Một dòng.")] * 60)
    lowest = min(line.baseline for line in found.on(1))
    assert 20 * MM <= lowest < 20 * MM + 40


def test_motto_line_is_as_long_as_the_motto(submission):
    motto = submission.find("Độc lập")
    assert motto.text == "Độc lập - Tự do - Hạnh phúc"
    rule = submission.rule_under(motto)
    assert rule.width == pytest.approx(motto.width, abs=1)
    assert rule.middle == pytest.approx(motto.middle, abs=0.5)


@pytest.mark.parametrize("start", ["CỤM THI ĐUA SỐ 2", "Đề nghị tặng"])
def test_short_rule_is_a_third_to_a_half(submission, start):
    line = submission.find(start)
    rule = submission.rule_under(line)
    assert 1 / 3 <= rule.width / line.width <= 1 / 2
    assert rule.middle == pytest.approx(line.middle, abs=0.5)


def test_long_issuer_wraps_and_its_rule_follows_the_last_line():
    found = printed(Letterhead("BỘ CÔNG AN", (LONG_NAME,), "Số: 01/GM-CTĐ2", "Hà Nội, ngày 01"))
    border = LEFT + page.LETTERHEAD_SHARES[0] * (RIGHT - LEFT)
    left = [line for line in found.lines if line.x0 < border]
    assert all(line.x1 <= border for line in left)
    name = left[1:-1]
    assert len(name) > 3
    assert " ".join(line.text for line in name) == LONG_NAME
    rule = found.rule_under(name[-1])
    assert 1 / 3 <= rule.width / name[-1].width <= 1 / 2
    assert found.find("Số:").baseline == found.find("Hà Nội,").baseline < rule.baseline


def test_only_the_last_line_of_the_issuer_has_a_rule():
    found = printed(Letterhead("BỘ CÔNG AN", ("CỤM THI ĐUA SỐ 2", "KHỐI TRỰC THUỘC")))
    assert len(found.rules) == 2


def test_title_without_a_rule():
    found = printed(Title("BIÊN BẢN", "Hội nghị tổng kết", rule=False))
    assert not found.rules


def test_number_and_date_share_a_baseline(submission):
    assert submission.find("Số:").baseline == submission.find("Hà Nội,").baseline


def test_columns_of_the_letterhead_are_centred(submission):
    nation = submission.find("CỘNG HÒA").middle
    for start in ("Độc lập", "Hà Nội,"):
        assert submission.find(start).middle == pytest.approx(nation, abs=0.5)
    parent = submission.find("BỘ CÔNG AN").middle
    assert submission.find("CỤM THI ĐUA").middle == pytest.approx(parent, abs=0.5)
    for start in ("TỜ TRÌNH", "Đề nghị tặng"):
        assert submission.find(start).middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)


def test_room_left_for_the_number_stays():
    found = printed(Letterhead("", ("CỤM",), "Số:        /TTr-CTĐ2", ""))
    assert found.find("Số:").text == "Số:        /TTr-CTĐ2"


def test_body_is_justified_and_indented(submission):
    lines = submission.lines
    first = submission.find("Thực hiện")
    second = lines[lines.index(first) + 1]
    assert first.x0 == pytest.approx(LEFT + 12.7 * MM, abs=0.5)
    assert second.x0 == pytest.approx(LEFT, abs=0.5)
    assert first.x1 == pytest.approx(RIGHT, abs=0.5)
    leading = first.baseline - second.baseline
    assert leading == pytest.approx(14 * page.SINGLE_LINE * page.LINE_SPACING, abs=0.1)


def test_paragraphs_stand_six_points_apart():
    found = printed(Paragraph("Một."), Paragraph("Hai."))
    gap = found.find("Một").baseline - found.find("Hai").baseline
    assert gap - page.BODY.leading(page.LINE_SPACING) == pytest.approx(6, abs=0.1)
    assert page.BODY.before >= 6


@pytest.mark.parametrize(("wanted", "used"), [(0.5, 1.0), (1.5, 1.5), (3.0, 1.5)])
def test_line_spacing_obeys_the_office_inside_the_decree(wanted, used):
    document = Document("x", (Section((Paragraph(SENTENCE),)),))
    first, second, *_ = Printed(to_pdf(document, wanted)).lines
    leading = first.baseline - second.baseline
    assert leading == pytest.approx(14 * page.SINGLE_LINE * used, abs=0.1)


def test_several_addressees_stand_under_the_colon(submission):
    head = submission.find("Kính gửi")
    first, second = submission.find("- Hội đồng"), submission.find("- Cục")
    assert head.text == "Kính gửi:"
    assert first.text.endswith(";")
    assert second.text.endswith("trị.")
    colon = head.x1 - 14 * 0.28
    assert first.x0 == pytest.approx(second.x0, abs=0.1) == pytest.approx(colon, abs=1)


def test_one_addressee_stands_in_line():
    assert printed(Addressees(("Bộ Nội vụ",))).lines[0].text == "Kính gửi: Bộ Nội vụ"


def test_long_addressee_hangs_under_its_own_beginning():
    found = printed(Addressees((SENTENCE,)))
    first, second = found.lines[:2]
    # the name begins after «Kính gửi: »
    assert second.x0 > first.x0 + 50
    assert max(line.x1 for line in found.lines) <= RIGHT + 0.1


def test_page_numbers(submission):
    found = printed(*[Paragraph(SENTENCE)] * 25)
    assert len(found.sizes) > 2
    assert not [line for line in found.on(1) if line.text.isdigit()]
    for number in (2, 3):
        line = found.find(str(number), page=number)
        assert line.is_dressed(page.PAGE_NUMBER)
        assert line.middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
        assert HEIGHT - 20 * MM < line.baseline < HEIGHT - 5 * MM
        digit_middle = line.baseline + 0.33 * line.size
        assert digit_middle == pytest.approx(HEIGHT - 10 * MM, abs=0.5)


def test_each_section_counts_from_one_on_its_own_paper():
    body = (Paragraph(SENTENCE),) * 25
    sections = (Section(body), Section((Title("Phụ lục I", "DANH SÁCH"), *body), landscape=True))
    found = Printed(to_pdf(Document("x", sections)))
    start = next(line.page for line in found.lines if line.text == "Phụ lục I")
    assert found.sizes[0] == pytest.approx((WIDTH, HEIGHT), abs=0.5)
    assert found.sizes[start - 1] == pytest.approx((HEIGHT, WIDTH), abs=0.5)
    assert not [line for line in found.on(start) if line.text.isdigit()]
    assert found.find("2", page=start + 1).is_dressed(page.PAGE_NUMBER)


def test_appendix_remark_is_italic_and_centred():
    found = printed(Title("Phụ lục I", "DANH SÁCH ĐỀ NGHỊ", remark="(Kèm theo Tờ trình số 05)"))
    assert found.find("Phụ lục I").is_dressed(page.KIND)
    remark = found.find("(Kèm theo")
    assert remark.is_dressed(page.REMARK)
    assert 1 / 3 <= found.rule_under(remark).width / remark.width <= 1 / 2
    assert not [r for r in found.rules if r[3] > remark.baseline]


@pytest.mark.parametrize("gap", range(1, 52, 3))
def test_no_line_of_a_paragraph_stands_alone_on_a_page(gap):
    found = printed(*[Paragraph("Dòng.")] * 23, Gap(gap), Paragraph(SENTENCE * 2))
    start = found.lines.index(found.find("Thực hiện"))
    pages = [line.page for line in found.lines[start:] if line.text != "2"]
    assert len(pages) > 4
    assert pages.count(1) != 1
    assert pages.count(2) != 1


@pytest.mark.parametrize("lines", range(24, 30))
def test_heading_never_ends_a_page(lines):
    body = [Paragraph("Dòng.")] * lines
    found = printed(*body, Paragraph("I. Đề mục", Style.SECTION), Paragraph(SENTENCE))
    heading, first = found.find("I. ĐỀ MỤC"), found.find("Thực hiện")
    assert heading.page == first.page
    assert found.lines[found.lines.index(first) + 1].page == first.page


def test_same_paper_same_bytes():
    paper = Document("Tờ trình", (Section(submission_blocks()),))
    assert to_pdf(paper) == to_pdf(paper)
