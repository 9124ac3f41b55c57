"""Paragraphs on their way into the PDF: lines are broken once, and anew where it is narrower."""

from __future__ import annotations

from reportlab.platypus import Paragraph as Laid

from desktop_app.papers.blocks import Document, Paragraph, Section
from desktop_app.printing import fonts, page, pdf_text
from desktop_app.printing.pdf import to_pdf

WORDS = "Đại biểu thảo luận và thống nhất nội dung giao ước thi đua của năm. " * 4
COUNT = 30


def test_lines_of_a_paragraph_are_broken_once(monkeypatch):
    broken, break_lines = [], Laid.breakLines
    monkeypatch.setattr(
        Laid, "breakLines", lambda self, width: (broken.append(self), break_lines(self, width))[1]
    )
    to_pdf(Document("Biên bản", (Section((Paragraph(WORDS),) * COUNT),)))
    # but for the halves of the few that go on on the next page
    assert COUNT <= len(broken) <= COUNT + 8


def test_lines_are_broken_anew_for_another_width():
    fonts.register()
    (item,) = pdf_text.paragraphs(WORDS, page.BODY)
    wide = pdf_text.line_count(item, 400)
    assert pdf_text.line_count(item, 200) > wide
    assert pdf_text.line_count(item, 400) == wide
