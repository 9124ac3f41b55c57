"""A text that is read aloud: its body in large letters, in the PDF and in Word."""

import io

import docx
from docx.shared import Pt

from desktop_app.papers.blocks import (
    Document,
    Gap,
    Letterhead,
    ListItem,
    Paragraph,
    Section,
    Style,
    Title,
)
from desktop_app.printing import page, raster
from desktop_app.printing.certificate_fields import unmixed
from desktop_app.printing.pdf import to_pdf
from desktop_app.printing.word import to_word
from tests.printing.printed import Printed

HEAD = (Letterhead("BỘ CÔNG AN", ("CỤM THI ĐUA SỐ 2",)), Title("BÀI PHÁT ĐỘNG", "Đợt thi đua"))
BODY = (
    Paragraph("Người đọc: Đại tá Đỗ Văn A", Style.NOTE),
    Paragraph("Kính thưa các đồng chí!"),
    ListItem("a)", "Việc thứ nhất;"),
)
SPEECH = Document("Bài phát động", (Section((*HEAD, *BODY), is_read_aloud=True),))
SIZES = {
    "BÀI PHÁT ĐỘNG": page.KIND.size,
    "Người đọc": page.NOTE.size,
    "Kính thưa": page.READ_ALOUD_SIZE,
    "a) Việc": page.READ_ALOUD_SIZE,
}


def test_pdf_has_a_large_body_and_an_official_head():
    made = Printed(to_pdf(SPEECH))
    for start, size in SIZES.items():
        assert made.find(start).size == size, start


def test_word_has_the_same_sizes():
    made = docx.Document(io.BytesIO(to_word(SPEECH)))
    for start, size in SIZES.items():
        line = next(p for p in made.paragraphs if p.text.startswith(start.split()[0]))
        assert line.runs[0].font.size == Pt(size), start


def test_parting_a_document_keeps_how_it_is_read():
    assert unmixed(SPEECH) == SPEECH


def test_a_call_is_never_the_last_line_of_a_page():
    """At every height the call either has its name below it or goes on with it."""
    ends = []
    for height in range(200, 250):
        blocks = (Gap(height), Paragraph("Xin mời:", Style.CALL), ListItem("1.", "Người"))
        document = Document("Kịch bản", (Section(blocks, is_read_aloud=True),))
        texts = [text.strip() for text in raster.text_of(to_pdf(document))]
        ends += [text.splitlines()[-1] for text in texts if text]
    assert set(ends) == {"1. Người"}
