"""Place cards and slips: to the millimetre, never cut, in PDF and Word."""

from __future__ import annotations

import io
import zipfile

import pytest

from desktop_app.papers.blocks import Document, Paragraph, PlaceCard, ReplySlip, Section
from desktop_app.printing import place_card_fields as boxes
from desktop_app.printing import raster
from desktop_app.printing.certificate_fields import fitted
from desktop_app.printing.pdf import to_pdf
from desktop_app.printing.word import to_word

LONG = "Cục Nghiên cứu, Hướng dẫn và Tổng hợp nghiệp vụ phòng ngừa đấu tranh với tội phạm mới nổi"
CARD = PlaceCard("Đại tá", "Nguyễn Hoàng Thị Phương Khánh Linh", LONG, "7")


def flat(text):
    return " ".join(text.split())


def test_both_sides_have_all_the_words_on_one_sheet():
    pages = raster.text_of(to_pdf(Document("A", (Section((CARD,)), Section((CARD,))))))
    assert len(pages) == 2
    for page in pages:
        assert flat(page).count("Đại tá") == 2
        assert flat(page).count(LONG.upper()) == 2


@pytest.mark.parametrize("name", ["An", "Nguyễn Hoàng Thị Phương Khánh Linh", LONG])
def test_names_shrink_and_are_not_cut(name):
    found = fitted(boxes.NAME, name)
    assert " ".join(found.lines) == name
    assert found.fits
    assert found.size <= boxes.NAME.size


def test_boxes_stay_on_their_half_of_the_sheet():
    for field in boxes.FIELDS:
        assert field.y > 0
        assert field.y + field.height < boxes.HALF
        assert field.x > 0
        assert field.x + field.width < 210


def test_upper_half_is_turned_round():
    dots = raster.render(to_pdf(Document("A", (Section((CARD,)),))), 0, 1.0)
    rows = [bytes(dots.pixels)[y * dots.stride :][: dots.width * 3] for y in range(dots.height)]
    half = len(rows) // 2
    below = [y for y, row in enumerate(rows) if min(row) < 90 and abs(y - half) > 6]
    mirrored = sorted(len(rows) - 1 - y for y in below)
    close = [min(abs(a - b) for b in below) for a in mirrored]
    assert max(close) <= 3


def test_word_has_two_boxes_a_card_and_the_upper_one_turned():
    data = to_word(Document("A", (Section((CARD,)), Section((CARD,)))))
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert xml.count("<wp:anchor") == 4
    assert xml.count('rot="10800000"') == 2
    assert xml.count("Nguyễn Hoàng Thị") == 4


def test_slip_goes_to_the_next_page_whole():
    slip = ReplySlip("PHIẾU PHÚC ĐÁP", ("Dòng một", "Dòng hai"))
    body = tuple(Paragraph(f"Đoạn {n}") for n in range(33))
    pages = raster.text_of(to_pdf(Document("A", (Section((*body, slip)),))))
    assert "PHIẾU" not in pages[0]
    assert "PHIẾU PHÚC ĐÁP Dòng một Dòng hai" in flat(pages[1])
    xml = zipfile.ZipFile(io.BytesIO(to_word(Document("A", (Section((slip,)),)))))
    assert 'w:val="dashed"' in xml.read("word/document.xml").decode()
