"""The sheet with the recovery code: one page, the code in one piece, how it is to be kept."""

from __future__ import annotations

import datetime as dt

from desktop_app.papers.recovery_sheet import recovery_sheet
from desktop_app.printing import raster
from desktop_app.printing.pdf import to_pdf

CODE = "XP80-4H6G-0KT2-H0TH-8NHR-YE07-ZPM6"


def test_the_code_stands_whole_on_one_page_with_the_name_of_its_file():
    name = "Cụm thi đua số 2 các đơn vị trực thuộc " * 3 + "2026.thidua"
    (page,) = raster.text_of(to_pdf(recovery_sheet(name, CODE, dt.date(2026, 3, 5))))
    assert CODE in page
    assert "2026.thidua" in page
    assert "05/03/2026" in page
    assert "không ai mở được tệp" in " ".join(page.split())
