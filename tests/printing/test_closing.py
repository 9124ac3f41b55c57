"""The foot of a paper: level, room for the seal, never alone (checklist D12, D14, D19, D20)."""

import re

import pytest

from desktop_app.papers.blocks import (
    Closing,
    Column,
    Paragraph,
    Row,
    Signature,
    SignatureGrid,
    Style,
    Table,
)
from desktop_app.printing import page
from tests.printing.conftest import SENTENCE, printed
from tests.printing.printed import MM

LEFT, RIGHT = 30 * MM, 195 * MM
MIDDLE = (LEFT + RIGHT) / 2
CHAIR = Signature(("CHỦ TỌA",), "Trung tướng Lê Hữu Phước", "(Chữ ký)")
CLERK = Signature(("THƯ KÝ",), "Thượng tá Phạm Ngọc Ánh", "(Chữ ký)")


def test_receivers_are_level_with_the_post(submission):
    assert submission.find("Nơi nhận:").baseline == submission.find("TM. CỤM").baseline
    assert submission.find("Nơi nhận:").x0 == pytest.approx(LEFT, abs=0.5)


def test_receivers_end_as_the_decree_says(submission):
    entries = [line.text for line in submission.lines if line.size == page.RECEIVER.size]
    assert entries == ["- Như trên;", "- Các đơn vị thành viên;", "- Lưu: VT, TGV."]


def test_signer_stands_in_the_right_half_with_room_for_the_seal(submission):
    post, name = submission.find("CỤM TRƯỞNG"), submission.find("Thiếu tướng")
    assert post.x0 > MIDDLE
    assert name.middle == pytest.approx(post.middle, abs=0.5)
    room = post.baseline - (name.baseline + name.size)
    assert room >= 30 * MM - 1


def test_minutes_have_two_signers_and_receivers_below_the_clerk():
    found = printed(Closing(CHAIR, CLERK, ("Các đơn vị", "Lưu: VT, Hồ sơ"), receivers_below=True))
    chair, clerk = found.find("CHỦ TỌA"), found.find("THƯ KÝ")
    assert clerk.x1 < MIDDLE < chair.x0
    assert clerk.baseline == chair.baseline
    assert found.find("Thượng tá").baseline == found.find("Trung tướng").baseline
    assert found.find("Nơi nhận:").baseline < found.find("Thượng tá").baseline
    assert found.find("(Chữ ký)").is_dressed(page.SIGN_NOTE)


@pytest.mark.parametrize("last", ["Câu cuối rất ngắn./.", SENTENCE + "/."])
@pytest.mark.parametrize("lines", range(18, 30, 2))
def test_closing_is_never_alone(lines, last):
    body = [Paragraph(f"Dòng số {number}.") for number in range(lines)]
    found = printed(*body, Paragraph(last), Closing(CHAIR, CLERK, ("Lưu: VT",)))
    foot = found.find("CHỦ TỌA")
    assert found.find("Nơi nhận:").page == foot.page == found.find("Trung tướng").page
    body_lines = [
        line for line in found.on(foot.page) if line.baseline > foot.baseline and line.size == 14
    ]
    without_number = [line for line in body_lines if not re.fullmatch(r"\d+", line.text)]
    assert len(without_number) >= 2


@pytest.mark.parametrize("lines", range(12, 24, 2))
def test_heading_goes_over_with_a_short_end(lines):
    body = [Paragraph(f"Dòng số {number}.") for number in range(lines)]
    end = (Paragraph("II. Đề nghị", Style.SECTION), Paragraph(SENTENCE), Closing(CHAIR, CLERK))
    found = printed(*body, *end)
    assert found.find("II. ĐỀ NGHỊ").page == found.find("Thực hiện").page


@pytest.mark.parametrize("rows", range(22, 36, 3))
def test_closing_takes_rows_of_a_table_along(rows):
    table = Table((Column("STT", 0.1), Column("Tên", 0.9)), (Row(("1", "Tập thể")),) * rows)
    found = printed(table, Closing(CHAIR))
    foot = found.find("CHỦ TỌA")
    assert len([line for line in found.on(foot.page) if "Tập thể" in line.text]) >= 2
    # and they stand under the table's head
    assert [line for line in found.on(foot.page) if line.text == "Tên"]


def test_grid_has_a_cell_a_unit_and_tears_none():
    cells = tuple(
        Signature((f"ĐẠI DIỆN ĐƠN VỊ {letter}", "CỤC TRƯỞNG"), f"Đại tá {letter}")
        for letter in "ABCDEGHIK"
    )
    found = printed(*[Paragraph(SENTENCE)] * 3, SignatureGrid(cells, 2))
    assert len(found.sizes) > 1
    for letter in "ABCDEGHIK":
        post, name = found.find(f"ĐẠI DIỆN ĐƠN VỊ {letter}"), found.find(f"Đại tá {letter}")
        assert post.page == name.page
        assert post.middle == pytest.approx(name.middle, abs=0.5)
    assert found.find("Đại tá A").baseline == found.find("Đại tá B").baseline
    assert found.find("ĐẠI DIỆN ĐƠN VỊ A").page == found.find("Thực hiện").page


def test_endless_closing_is_shrunk_and_stays_whole():
    receivers = tuple(f"Đơn vị {number}" for number in range(150))
    found = printed(Paragraph(SENTENCE), Closing(CHAIR, receivers=receivers))
    entries = [line for line in found.lines if line.text.startswith("- Đơn vị")]
    assert len(entries) == 150
    assert min(line.baseline for line in entries) >= 20 * MM - 1
    assert max(line.baseline for line in found.on(entries[0].page)) <= 297 * MM - 20 * MM + 30
    assert found.find("CHỦ TỌA").baseline < 277 * MM


@pytest.mark.parametrize("rows", range(3, 40))
def test_table_before_a_closing_has_its_head_once_a_page(rows):
    columns = (Column("Đầu bảng", 0.5), Column("Lý do", 0.5))
    table = Table(columns, tuple(Row((f"Dòng {n}", SENTENCE[:90])) for n in range(rows)))
    found = printed(table, Paragraph("Câu cuối./."), Closing(CHAIR, None, ("Lưu: VT",)))
    heads = [line.page for line in found.lines if line.text == "Đầu bảng"]
    assert len(heads) == len(set(heads))
    assert sum(line.text.startswith("Dòng ") for line in found.lines) == rows
