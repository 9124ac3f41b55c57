"""The Word file read back: the same words, the page's numbers, heads and feet that hold."""

import io
import os
import shutil
import subprocess
import unicodedata
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import (
    Closing,
    Column,
    Document,
    Gap,
    Letterhead,
    Paragraph,
    Row,
    Section,
    Signature,
    SignatureGrid,
    Style,
    Table,
    Title,
)
from desktop_app.printing import fonts, page, raster
from desktop_app.printing.pdf import to_pdf
from desktop_app.printing.word import to_word
from tests.printing.conftest import SENTENCE, document, submission_blocks
from tests.printing.test_certificate import SHEET

COLUMNS = (Column("STT", 0.1, "center"), Column("Họ và tên", 0.7), Column("Điểm", 0.2, "right"))
TABLE = Table(
    COLUMNS,
    (
        Row(("I. TẬP THỂ",), is_group=True),
        *(Row((str(n), (Run("Ẵng", bold=True), Run(" & <b>")), "9,5")) for n in range(60)),
    ),
)
GRID = SignatureGrid(tuple(Signature((f"ĐƠN VỊ {n}",), f"Đại tá {n}") for n in range(5)))
APPENDIX = Section((Title("Phụ lục I", "DANH SÁCH"), TABLE, GRID), landscape=True)
WHOLE = Document("Tờ trình", (Section(submission_blocks()), APPENDIX, Section((SHEET,))))


def read(paper):
    return docx.Document(io.BytesIO(to_word(paper)))


def words(made):
    """Every word of the body in order, tables too."""
    found = [node.text or "" for node in made.element.body.iter(qn("w:t"), qn("w:br"))]
    return "".join(unicodedata.normalize("NFC", "".join(found)).split())


@pytest.fixture(scope="module")
def whole():
    return read(WHOLE)


def test_same_words_as_the_pdf(whole):
    printed = "".join("".join(raster.text_of(to_pdf(WHOLE))).split())
    typed = words(whole)
    for piece in (SENTENCE, "Nguyễn Quỳnh Ẵng", "Ẵng & <b>", SHEET.name, "- Lưu: VT, TGV."):
        assert "".join(piece.split()) in printed
        assert typed.count("".join(piece.split())) == printed.count("".join(piece.split()))
    assert sorted(set(typed)) == sorted(set(printed))


def test_paper_margins_and_turning(whole):
    portrait, landscape, certificate = whole.sections
    assert abs(portrait.page_width - Mm(210)) < Pt(1)
    margins = (portrait.top_margin, portrait.bottom_margin)
    margins += (portrait.left_margin, portrait.right_margin)
    for found, wanted in zip(margins, (20, 20, 30, 15), strict=True):
        assert abs(found - Mm(wanted)) < Pt(0.5)
    for section in (landscape, certificate):
        assert section.page_width > section.page_height
        assert section.orientation == 1
    borders = [section._sectPr.find(qn("w:pgBorders")) for section in whole.sections]
    assert [found is not None for found in borders] == [False, False, True]


def test_border_of_a_certificate_ends_with_it():
    made = read(Document("x", (Section((SHEET,)), Section((Paragraph("Sau."),)))))
    borders = [section._sectPr.find(qn("w:pgBorders")) for section in made.sections]
    assert [found is not None for found in borders] == [True, False]


def test_page_number_is_centred_in_the_top_margin_and_hidden_on_page_one(whole):
    for section in whole.sections:
        assert section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert not section.first_page_header.paragraphs[0].text
    header = whole.sections[0].header.paragraphs[0]
    field = header._p.find(qn("w:fldSimple"))
    assert field.get(qn("w:instr")) == "PAGE"
    assert header.alignment == 1
    middle = whole.sections[0].header_distance + Pt(page.PAGE_NUMBER.leading(1)) / 2
    assert abs(middle - Mm(10)) < Pt(1)


def test_times_new_roman_for_every_kind_of_letter(whole):
    data = to_word(WHOLE)
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    normal = whole.styles["Normal"].element.rPr.rFonts
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        assert normal.get(qn(f"w:{kind}")) == "Times New Roman"
        assert f'w:{kind}="Times New Roman"' in styles
    assert 'w:lang w:val="vi-VN"' in styles


@pytest.mark.parametrize(
    ("start", "element"),
    [
        ("CỘNG HÒA", page.NATION),
        ("Độc lập", page.MOTTO),
        ("CỤM THI ĐUA SỐ 2", page.ISSUER),
        ("Số:", page.SYMBOL),
        ("Hà Nội,", page.PLACE_AND_DATE),
        ("TỜ TRÌNH", page.KIND),
        ("Căn cứ", page.GROUND),
        ("I. KẾT QUẢ", page.SECTION),
        ("Thực hiện", page.BODY),
        ("TM. CỤM", page.POST),
        ("Nơi nhận", page.RECEIVERS_HEAD),
        ("- Như trên;", page.RECEIVER),
        ("STT", page.TABLE_HEAD),
    ],
)
def test_size_and_weight_come_from_the_table(whole, start, element):
    run = next(
        docx.text.run.Run(node, None)
        for node in whole.element.body.iter(qn("w:r"))
        if "".join(part.text or "" for part in node.iter(qn("w:t"))).startswith(start)
    )
    assert run.font.size == Pt(element.size)
    assert bool(run.bold) == element.bold
    assert bool(run.italic) == element.italic


def test_body_paragraph_has_the_decrees_spaces():
    (body,) = (p for p in read(document(Paragraph("Nội dung."))).paragraphs if p.text)
    dress = body.paragraph_format
    assert abs(dress.first_line_indent - Mm(12.7)) < Pt(0.1)
    assert dress.space_before == Pt(6)
    assert dress.line_spacing == pytest.approx(page.LINE_SPACING, abs=0.01)
    assert dress.alignment == 3
    assert dress.widow_control


def test_rules_are_as_long_as_in_the_pdf():
    made = read(document(Letterhead("BỘ CÔNG AN", ("CỤM THI ĐUA SỐ 2",))))
    left, right = made.tables[0].rows[0].cells
    motto = _rule_length(right)
    assert motto == pytest.approx(fonts.width(page.MOTTO_TEXT, 13, bold=True), abs=1)
    issuer = _rule_length(left) / fonts.width("CỤM THI ĐUA SỐ 2", 12, bold=True)
    assert 1 / 3 <= issuer <= 1 / 2


def _rule_length(cell):
    (rule,) = (p for p in cell.paragraphs if p._p.pPr.find(qn("w:pBdr")) is not None)
    dress = rule.paragraph_format
    return (cell.width - dress.left_indent - dress.right_indent) / Pt(1)


def test_table_repeats_its_head_and_tears_no_row(whole):
    table = next(t for t in whole.tables if t.style.name == "Table Grid")
    rows = table._tbl.tr_lst
    assert rows[0].trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert rows[1].tc_lst[0].grid_span == 3
    assert len(rows) == 62


def test_a_head_holds_on_to_its_table():
    heading = Paragraph("II. Theo danh hiệu", Style.SUBSECTION)
    made = read(document(Paragraph(SENTENCE), TABLE, heading, TABLE))
    kept = [bool(p.paragraph_format.keep_with_next) for p in made.paragraphs]
    place = next(n for n, p in enumerate(made.paragraphs) if p.text.startswith("II."))
    assert kept[place : place + 2] == [True, True]
    assert not any(kept[:place])
    head = made.tables[0]._tbl.tr_lst[0]
    assert all(p.pPr.find(qn("w:keepNext")) is not None for p in head.iter(qn("w:p")))


def test_foot_holds_on_to_the_body():
    blocks = (Paragraph(SENTENCE), Paragraph("Hết./."), Closing(Signature(("A",), "B")))
    made = read(document(*blocks))
    kept = {p.text[:4]: p.paragraph_format.keep_with_next for p in made.paragraphs if p.text}
    assert kept == {"Thực": True, "Hết.": True}
    rows = made.tables[0]._tbl.tr_lst
    for row in rows[:-1]:
        assert all(p.pPr.find(qn("w:keepNext")) is not None for p in row.iter(qn("w:p")))


def test_rows_to_fill_in_by_hand_keep_their_height():
    made = read(document(Table(COLUMNS, (Row(("1",), height=15),)), Gap(10)))
    assert abs(made.tables[0].rows[1].height - Mm(15)) < Pt(0.2)


def test_file_is_of_todays_word(whole):
    settings = whole.settings.element.iter(qn("w:compatSetting"))
    modes = [s.get(qn("w:val")) for s in settings if s.get(qn("w:name")) == "compatibilityMode"]
    assert modes == ["15"]


def test_properties(whole):
    properties = whole.core_properties
    assert (properties.title, properties.language) == ("Tờ trình", "vi-VN")
    assert properties.author


def test_same_paper_same_bytes():
    data = to_word(WHOLE)
    assert data == to_word(WHOLE)
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert {entry.date_time[0] for entry in entries} == {1980}


def test_strange_letters_do_not_break_the_file():
    made = read(
        document(Paragraph("a\x00b\x0bc\ud800d\uffff & <w:t> 👍"), Title("\x01", "x" * 500))
    )
    assert made.paragraphs[0].text == "abcd & <w:t> 👍"


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs spacing ind jc rPr "
    "sectPr",
    "tblPr": "tblStyle tblW jc tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgBorders pgNumType cols titlePg "
    "docGrid",
    "rPr": "rFonts b bCs i iCs color sz szCs u lang",
}


def test_properties_stand_in_the_order_that_word_demands(whole):
    for name, wanted in ORDER.items():
        places = {qn(f"w:{child}"): place for place, child in enumerate(wanted.split())}
        for node in whole.element.body.iter(qn(f"w:{name}")):
            found = [places[child.tag] for child in node]
            assert found == sorted(found), (name, [child.tag for child in node])


def test_empty_papers_can_be_written():
    assert read(Document("")).sections
    assert read(Document("", (Section(()), Section((Table((), ()), SignatureGrid(())))))).sections


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice chưa cài")
def test_libreoffice_lays_it_out_as_the_pdf(tmp_path):
    (tmp_path / "a.docx").write_bytes(to_word(WHOLE))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run(
        [*command, tmp_path / "a.docx"],
        check=True,
        capture_output=True,
        timeout=60,
        env=os.environ | {"HOME": str(tmp_path)},
    )
    converted = (tmp_path / "a.pdf").read_bytes()
    assert abs(raster.page_count(converted) - raster.page_count(to_pdf(WHOLE))) <= 1
    first = "".join(raster.text_of(converted)[0].split())
    assert "".join(page.NATION_TEXT.split()) in first
