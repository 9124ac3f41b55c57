"""A paper on its way can be stopped anywhere, and leaves nothing behind in the next one."""

from __future__ import annotations

import pytest

from desktop_app.papers.blocks import CertificateSheet, Document, Paragraph, Section
from desktop_app.printing.pdf import to_pdf

SHEETS = 12
LINES = 400


class Unwanted(Exception):
    """What «Dừng» raises."""


def certificates():
    def sheet(number):
        return CertificateSheet(
            authority="CỤM TRƯỞNG",
            verb="Tặng",
            title="GIẤY KHEN",
            name=f"Nguyễn Văn Đức {number}",
            description="Đội trưởng",
            achievement="Đã có thành tích",
            decision_line="Quyết định số 12",
            register_line=f"Số {number}",
            place_and_date="Hà Nội",
            signer_lines=("CỤM TRƯỞNG",),
            signer_name="Trần Văn Bình",
        )

    return Document("Khen", tuple(Section((sheet(n),), landscape=True) for n in range(SHEETS)))


def minutes():
    return Document("Biên bản", (Section(tuple(Paragraph(f"Ý kiến {n}") for n in range(LINES))),))


def stopping_after(count):
    left = iter(range(count))

    def check():
        if next(left, None) is None:
            raise Unwanted

    return check


@pytest.mark.parametrize(
    ("paper", "times"), [(certificates, 3 * SHEETS + 4), (minutes, 2 * LINES + 5)]
)
def test_paper_asks_all_along_whether_it_is_wanted(paper, times):
    asked = []
    to_pdf(paper(), check=lambda: asked.append(1))
    assert len(asked) > times  # when it is laid out, and again page by page


@pytest.mark.parametrize("paper", [certificates, minutes])
@pytest.mark.parametrize("moment", [0, 5, 20, 405, 805])
def test_stopped_paper_leaves_nothing_in_the_next(paper, moment):
    whole, asked = to_pdf(paper()), []
    to_pdf(paper(), check=lambda: asked.append(1))
    with pytest.raises(Unwanted):
        to_pdf(paper(), check=stopping_after(min(moment, len(asked) - 1)))
    assert to_pdf(paper()) == whole
