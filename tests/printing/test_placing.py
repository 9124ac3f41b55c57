"""What a printer does is taken back: everything on the page is moved by exactly the figures."""

import pypdfium2
import pytest

from desktop_app.domain.commendations.certificate_designs import BLANK, MERIT
from desktop_app.printing.placing import Placing, placed, ruler_sheet
from tests.printing.test_certificate_designs import first_letters, printed, sheet


@pytest.mark.parametrize("template", [MERIT, BLANK], ids=lambda template: template.id)
@pytest.mark.parametrize(("right", "down"), [(2.5, 0), (0, 2.5), (-2.5, 2.5), (0.35, -0.8)])
def test_every_letter_is_moved_by_exactly_the_offset(template, right, down):
    pdf = printed(sheet(template), sheet(template))
    before = first_letters(pdf, 1)
    after = first_letters(placed(pdf, Placing(right, down)), 1)
    assert len(before) > 5
    for (letter, x, y), (other, to_x, to_y) in zip(before, after, strict=True):
        assert letter == other
        assert to_x - x == pytest.approx(right, abs=0.005)
        assert to_y - y == pytest.approx(down, abs=0.005)


def test_scale_begins_at_the_upper_left_corner():
    pdf = printed(sheet(MERIT))
    after = first_letters(placed(pdf, Placing(wider=101, taller=99)))
    for (_, x, y), (_, to_x, to_y) in zip(first_letters(pdf), after, strict=True):
        assert to_x == pytest.approx(x * 1.01, abs=0.01)
        assert to_y == pytest.approx(y * 0.99, abs=0.01)


def test_nothing_measured_changes_no_byte():
    pdf = printed(sheet(MERIT))
    assert placed(pdf, Placing()) is pdf


def test_art_moves_with_the_words():
    pdf = printed(sheet(MERIT))

    def left_of_ink(data):
        picture = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil().convert("L")
        return picture.point(lambda level: 255 if level < 200 else 0).getbbox()[0] / 4 / 72 * 25.4

    assert left_of_ink(placed(pdf, Placing(right=2.5))) - left_of_ink(pdf) == pytest.approx(
        2.5, abs=0.1
    )


@pytest.mark.parametrize("size", [(297, 210), (420, 297), (210, 297)])
def test_ruler_sheet_has_its_cross_thirty_millimetres_from_the_edges(size):
    pdf = ruler_sheet(*size)
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    assert page.get_size() == pytest.approx([side * 72 / 25.4 for side in size], abs=0.1)
    text = page.get_textpage().get_text_bounded()
    assert "30 × 30 mm" in text
    picture = page.render(scale=200 / 72).to_pil().convert("L")
    dots = 200 / 25.4
    assert picture.getpixel((round(30 * dots), round(30 * dots))) < 160
