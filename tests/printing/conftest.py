"""Papers made of blocks by hand, printed with the bundled fonts so that pages are the same."""

import os

import pytest

os.environ["THIDUACUM_BUNDLED_FONTS"] = "1"

from desktop_app.papers.blocks import (
    Addressees,
    Closing,
    Document,
    Letterhead,
    ListItem,
    Paragraph,
    Section,
    Signature,
    Style,
    Title,
)
from desktop_app.printing.pdf import to_pdf
from tests.printing.printed import Printed

SENTENCE = (
    "Thực hiện phong trào thi đua “Vì an ninh Tổ quốc”, các đơn vị thành viên Cụm thi đua số 2 "
    "đã phối hợp chặt chẽ, triển khai đồng bộ các mặt công tác; kết quả nhiều mặt tiến bộ rõ rệt "
    "so với năm trước, được lãnh đạo Bộ ghi nhận."
)


def submission_blocks(**letterhead):
    head = {
        "parent": "BỘ CÔNG AN",
        "body": ("CỤM THI ĐUA SỐ 2",),
        "symbol": "Số: 05/TTr-CTĐ2",
        "place_and_date": "Hà Nội, ngày 05 tháng 3 năm 2026",
    } | letterhead
    return (
        Letterhead(**head),
        Title("TỜ TRÌNH", "Đề nghị tặng Giấy chứng nhận năm 2026"),
        Addressees(("Hội đồng Thi đua - Khen thưởng", "Cục Công tác chính trị")),
        Paragraph("Căn cứ Luật Thi đua, khen thưởng;", Style.GROUND),
        Paragraph("Căn cứ Quy chế hoạt động của Cụm.", Style.GROUND),
        Paragraph("I. Kết quả bình xét", Style.SECTION),
        Paragraph(SENTENCE),
        Paragraph("1. Tập thể", Style.SUBSECTION),
        ListItem("a)", "Văn phòng Bộ Công an;"),
        Paragraph(SENTENCE + "/."),
        Closing(
            Signature(("TM. CỤM THI ĐUA", "CỤM TRƯỞNG"), "Thiếu tướng Nguyễn Quỳnh Ẵng"),
            receivers=("Như trên", "Các đơn vị thành viên", "Lưu: VT, TGV"),
        ),
    )


def document(*blocks, landscape=False, title="Văn bản"):
    return Document(title, (Section(tuple(blocks), landscape),))


def printed(*blocks, landscape=False):
    return Printed(to_pdf(document(*blocks, landscape=landscape)))


@pytest.fixture(scope="session")
def submission():
    return printed(*submission_blocks())
