"""Pages as pictures: size, order of colours, text."""

import threading

import pytest

from desktop_app.papers.blocks import Document, Paragraph, Section
from desktop_app.printing import raster
from desktop_app.printing.pdf import to_pdf

PDF = to_pdf(Document("x", (Section((Paragraph("Đặng Ẵng"),)), Section((Paragraph("Hai"),), True))))


def test_pages_are_counted_and_measured():
    assert raster.page_count(PDF) == 2
    assert raster.page_sizes(PDF)[0] == pytest.approx((595.28, 841.89), abs=0.1)
    assert raster.page_sizes(PDF)[1] == pytest.approx((841.89, 595.28), abs=0.1)


def test_picture_is_three_bytes_a_dot_and_mostly_white():
    image = raster.render(PDF, 0, 1.0)
    assert (image.width, image.height) == (596, 842)
    assert image.stride >= image.width * 3
    assert len(image.pixels) == image.stride * image.height
    assert image.pixels.count(255) > 0.9 * len(image.pixels)
    assert min(image.pixels) < 100


def test_blue_comes_first():
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, (10, 10))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 10, 10, stroke=0, fill=1)
    canvas.save()
    assert raster.render(buffer.getvalue(), 0, 1.0).pixels[:3] == b"\x00\x00\xff"


def test_text_is_read_back():
    assert [page.strip() for page in raster.text_of(PDF)] == ["Đặng Ẵng", "Hai"]


def test_threads_may_draw_at_once():
    found = []

    def draw():
        found.append(raster.render(PDF, 0, 0.5).pixels)

    threads = [threading.Thread(target=draw) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(found)) == 1
