"""What people type is printed whole: composed letters, hostile markup, endless text (D21, D24)."""

import io
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_pages
from pypdfium2 import PdfDocument

from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import (
    Addressees,
    Closing,
    Column,
    Letterhead,
    ListItem,
    Paragraph,
    Row,
    Section,
    Signature,
    SignatureGrid,
    Style,
    Table,
    Title,
)
from desktop_app.papers.blocks import Document as Paper
from desktop_app.printing import fonts, page, pdf_text, raster, text
from desktop_app.printing.pdf import to_pdf
from tests.printing.conftest import document, printed, submission_blocks

HOSTILE = (
    "& < > \" ' </para> <b>đậm <Bí danh> <!-- x --> <![CDATA[y]]> <img src='/etc/passwd'/> "
    '<a href="javascript:1">z</a> &amp; &#1234; <font color="red" face="Helvetica">đỏ</font>'
)
STACKED = "ỄỰẴỘ Nguyễn Ễng Đặng Ẵm Trường Sơn Ngũ Hành Sơn ẪỔỨỬ"


def squeezed(words):
    return "".join(unicodedata.normalize("NFC", words).split())


def text_of(*blocks):
    """The letters as they lie in the file: whatever composes them must have done so before."""
    pages = [sheet.get_textpage().get_text_bounded() for sheet in PdfDocument(made_of(*blocks))]
    # the page's number is the first thing on every page but the first
    words = [page.removeprefix(str(n)) for n, page in enumerate(pages, start=1)]
    return "".join("".join(words).split())


def made_of(*blocks):
    return to_pdf(document(*blocks))


def test_markup_is_printed_and_not_obeyed():
    assert text_of(Paragraph(HOSTILE)) == squeezed(HOSTILE)


def test_no_link_or_picture_comes_in():
    data = to_pdf(document(Paragraph(HOSTILE), Table((Column(HOSTILE, 1),), (Row((HOSTILE,)),))))
    assert b"/URI" not in data
    assert b"/Subtype /Image" not in data


def test_every_vietnamese_letter_is_composed_and_printed():
    letters = fonts.VIETNAMESE + fonts.VIETNAMESE.upper()
    assert len(set(letters)) == 178
    for style in (Style.BODY, Style.SECTION, Style.GROUND):
        shown = letters.upper() if style is Style.SECTION else letters
        assert text_of(Paragraph(unicodedata.normalize("NFD", letters), style)) == shown


def test_decomposed_runs_are_joined_before_printing():
    runs = (Run("Nguye"), Run("\u0302\u0303n", bold=True))
    assert text_of(Paragraph(runs)) == "Nguyễn"
    assert text.runs(runs) == (Run("Nguyễ"), Run("n", bold=True))


def test_control_and_format_marks_are_dropped():
    assert text_of(Paragraph("a\x00b\u202ec\u200bd\ufe0fe\ud800f\ufffeg")) == "abcdefg"


def test_line_breaks_make_paragraphs():
    found = printed(Paragraph("một\nhai\r\nba"))
    assert [line.text for line in found.lines] == ["một", "hai", "ba"]


def test_bold_italic_and_underlined_runs():
    runs = (Run("đậm ", bold=True), Run("nghiêng", italic=True), Run("gạch", underline=True))
    found = printed(Paragraph(runs))
    assert found.lines[0].fonts == {
        "LiberationSerif-Bold",
        "LiberationSerif-Italic",
        "LiberationSerif",
    }
    assert found.has_rule_under(found.lines[0])


def test_letters_outside_the_font_leave_a_visible_box():
    assert text_of(Paragraph("a漢b")) == "a□b"
    assert text_of(Title("漢", "")) == "□"
    assert text_of(Paragraph("☐ đồng ý")) == "□đồngý"


def test_long_paragraph_is_quick_and_whole():
    words = " ".join(f"từ{number}" for number in range(8_000))
    assert text_of(Paragraph(words)) == squeezed(words)
    # reportlab's time grows with the square of a paragraph's words
    pieces = pdf_text.paragraphs(words, page.BODY)
    assert len(pieces) == 8_000 / pdf_text.PIECE
    assert [piece.style.firstLineIndent > 0 for piece in pieces[:2]] == [True, False]


def test_every_font_is_embedded_and_none_is_helvetica():
    table = Table((Column("A", 1), Column("B", 1)), (Row(("Nhóm",), is_group=True), Row(("x",))))
    data = to_pdf(document(*submission_blocks(), table))
    assert b"Helvetica" not in data
    names = {char.fontname for layout in extract_pages(io.BytesIO(data)) for char in _chars(layout)}
    assert names
    assert all(name[6] == "+" and "LiberationSerif" in name for name in names)
    assert data.count(b"/FontFile2") == len(names)


def test_threads_may_print_at_once():
    paper = document(*submission_blocks())
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(to_pdf, [paper] * 8))
    assert made == {to_pdf(paper)}


def test_title_and_language_are_in_the_file():
    data = to_pdf(document(Paragraph("x"), title="Tờ trình “số 5”"))
    assert PdfDocument(data).get_metadata_dict()["Title"] == "Tờ trình “số 5”"
    assert b"/Lang (vi-VN)" in data


def test_nothing_or_almost_nothing_makes_a_page():
    empty = (
        Letterhead("", ()),
        Title(""),
        Addressees(()),
        Paragraph(""),
        ListItem("", ""),
        Table((Column("", 0),), (Row(()),)),
        SignatureGrid(()),
        Closing(Signature(())),
    )
    for paper in (Paper("", ()), Paper("", (Section(()),)), Paper("", (Section(empty),))):
        assert raster.page_count(to_pdf(paper)) == 1


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.data())
def test_arbitrary_text_is_printed_in_full(data):
    letters = sorted(set(map(chr, range(0x21, 0x17F))) | set(fonts.VIETNAMESE + "–“”…"))
    letters = [letter for letter in letters if unicodedata.category(letter)[0] not in "CZ"]
    typed = st.text(st.sampled_from([*letters, " ", " ", "\n"]), min_size=1, max_size=120)
    words = [data.draw(typed) for _ in range(4)]
    subject, body, item, cell = words
    made = text_of(
        Title("TÊN", subject),
        Paragraph(body),
        ListItem("-", item),
        Table((Column("Cột", 1.0),), (Row((cell,)),)),
    )
    wanted = squeezed(f"TÊN{subject}{body}-{item}Cột{cell}")
    assert made == wanted


def _chars(layout):
    for item in layout:
        if hasattr(item, "fontname"):
            yield item
        elif hasattr(item, "__iter__"):
            yield from _chars(item)


@pytest.mark.parametrize("size", [11, 14])
def test_stacked_marks_do_not_touch_the_line_above(size):
    """At single spacing the highest letter stays under the lowest of the line above (D21)."""
    from reportlab.pdfbase import pdfmetrics

    fonts.register()
    face = pdfmetrics.getFont(fonts.face_name()).face
    leading = size * page.SINGLE_LINE
    assert (face.ascent - face.descent) / 1000 * size <= leading
    assert not fonts.missing_letters(STACKED)
