"""The mark in the foot: on every page, inside the margin, its picture readable."""

from __future__ import annotations

from io import BytesIO

import docx
import pdfplumber
import pytest

from desktop_app.papers.blocks import Document, FootMark, Paragraph, Section
from desktop_app.printing import page, qr_code
from desktop_app.printing.pdf import to_pdf
from desktop_app.printing.word import to_word

CODE = "3F9A-01C7-88B2"
MARK = FootMark(f"Mã bản in: {CODE}", CODE)
LONG = Section(tuple(Paragraph("Chữ. " * 200) for _ in range(10)))


def test_every_page_carries_the_words_below_its_text():
    made = to_pdf(Document("A", (LONG, LONG), MARK))
    sheet = page.sheet(False)
    with pdfplumber.open(BytesIO(made)) as pdf:
        assert len(pdf.pages) > 3
        for one in pdf.pages:
            (found,) = one.search("Mã bản in: .*")
            assert found["text"] == MARK.text
            assert found["top"] > (sheet.height - sheet.bottom) * page.MM


def test_picture_stands_in_the_corner_and_nowhere_else():
    with pdfplumber.open(BytesIO(to_pdf(Document("A", (LONG,), MARK)))) as pdf:
        squares = pdf.pages[0].rects
    sheet = page.sheet(False)
    right = (sheet.width - sheet.right) * page.MM
    assert len(squares) > 100
    assert min(s["x0"] for s in squares) >= right - page.FOOT_MARK_QR * page.MM
    assert max(s["x1"] for s in squares) <= right
    assert min(s["top"] for s in squares) > (sheet.height - sheet.bottom) * page.MM
    assert max(s["bottom"] for s in squares) <= (sheet.height - page.FOOT_MARK_BOTTOM) * page.MM


def test_draft_has_words_and_no_picture():
    made = to_pdf(Document("A", (LONG,), FootMark("BẢN NHÁP, chưa chốt")))
    with pdfplumber.open(BytesIO(made)) as pdf:
        assert pdf.pages[0].rects == []
        assert "BẢN NHÁP" in pdf.pages[0].extract_text()


def test_word_has_the_mark_on_its_first_page_and_the_others():
    made = docx.Document(BytesIO(to_word(Document("A", (LONG, LONG), MARK))))
    first = made.sections[0]
    for footer in (first.first_page_footer, first.footer):
        assert CODE in footer.paragraphs[0].text
        assert len(footer._element.findall(".//" + docx.oxml.ns.qn("w:drawing"))) == 1


@pytest.mark.parametrize("code", [CODE, "0000-0000-0000", "Bản 12"])
def test_squares_are_a_square_with_three_eyes(code):
    rows = qr_code.squares(code)
    assert {len(row) for row in rows} == {len(rows)}
    eye = (True,) * 7
    assert rows[0][:7] == rows[0][-7:] == rows[-1][:7] == eye
    assert qr_code.png(code).startswith(b"\x89PNG")
