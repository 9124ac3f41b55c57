"""The compact: groups, targets, and the grid in the cluster's order."""

from __future__ import annotations

import pytest

from desktop_app.domain.compacts.compact import CompactItem
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.years.issuing import IssuedBy
from desktop_app.papers.blocks import Letterhead, SignatureGrid, Style, Title
from desktop_app.papers.sections import without_number


def test_groups_and_targets(sample, read):
    paper = read("compact", sample.compact)
    assert len(paper.lines(Style.SECTION)) == 6
    assert paper.lines(Style.SECTION)[0] == "I. XÂY DỰNG ĐẢNG, XÂY DỰNG LỰC LƯỢNG"
    assert "(chỉ tiêu: mỗi đơn vị 01 mô hình)." in paper.text
    assert paper.one(Title).subject == "Thực hiện phong trào “Vì an ninh Tổ quốc” năm 2018"
    assert paper.lines()[-1].endswith("./.")


def test_one_cell_a_member_lead_first(sample, read):
    shuffled = sample.compact.replace(signatures=tuple(reversed(sample.compact.signatures)))
    cells = read("compact", shuffled).one(SignatureGrid).cells
    assert len(cells) == 6
    assert cells[0].lines == (
        "ĐẠI DIỆN CỤC CẢNH SÁT PHÒNG CHÁY, CHỮA CHÁY VÀ CỨU NẠN, CỨU HỘ",
        "CỤC TRƯỞNG",
    )
    assert cells[0].name == "Đại tá Thủ trưởng mẫu 01"
    assert cells[5].lines == ("ĐẠI DIỆN CỤC CƠ YẾU", "KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG")


def test_unsigned_draft_has_every_cell_open(sample, read):
    members = tuple(m.replace(until=sample.periods[0].until) for m in sample.periods[0].members)
    period = sample.periods[0].replace(members=members)
    draft = sample.compact.replace(
        period=period, signatures=(), signed_on=None, opening="", closing="", slogan=""
    )
    paper = read("compact", draft)
    cells = paper.one(SignatureGrid).cells
    assert len(cells) == 6
    assert all(cell.name == "" and cell.note for cell in cells)
    assert "06 đơn vị thành viên" in paper.text
    assert "ngày       tháng       năm 2018" in paper.one(Letterhead).place_and_date


def test_items_without_groups_have_no_headings(sample, read):
    items = (
        CompactItem(text=RichText.plain("Một việc")),
        CompactItem(text=RichText.plain("Hai việc.")),
    )
    paper = read("compact", sample.compact.replace(items=items))
    assert paper.lines(Style.SECTION) == []
    assert "2. Hai việc." in paper.lines()


def test_unit_that_left_keeps_what_it_signed(sample, read):
    period = sample.periods[0].replace(members=sample.periods[0].members[:5])
    cells = read("compact", sample.compact.replace(period=period)).one(SignatureGrid).cells
    assert len(cells) == 6
    assert cells[5].lines[0] == "ĐẠI DIỆN CỤC CƠ YẾU"


def test_compact_stands_in_the_clusters_name(sample, read):
    period = sample.periods[0].replace(issued_by=IssuedBy.LEAD_UNIT)
    head = read("compact", sample.compact.replace(period=period)).one(Letterhead)
    assert head.body[0] == "CỤM THI ĐUA SỐ 2"


def test_group_stands_once_wherever_its_commitments_were_typed(sample, read):
    items = tuple(
        CompactItem(group=group, text=RichText.plain(text))
        for group, text in (("Lực lượng", "Một"), ("Phong trào", "Hai"), ("Lực lượng", "Ba"))
    )
    paper = read("compact", sample.compact.replace(items=items))
    assert paper.lines(Style.SECTION)[:2] == ["I. LỰC LƯỢNG", "II. PHONG TRÀO"]
    assert paper.lines().index("2. Ba.") < paper.lines().index("II. PHONG TRÀO")


@pytest.mark.parametrize("typed", ["I. ", "I) ", "iv.", "1. ", "12) ", "II - "])
def test_number_typed_before_a_group_is_not_said_twice(sample, read, typed):
    items = (
        CompactItem(group=f"{typed}Xây dựng lực lượng", text=RichText.plain("Một việc")),
        CompactItem(group="Xây dựng lực lượng", text=RichText.plain("Hai việc")),
        CompactItem(group="Vì dân 24/7", text=RichText.plain("Ba việc")),
    )
    paper = read("compact", sample.compact.replace(items=items))
    assert paper.lines(Style.SECTION) == ["I. XÂY DỰNG LỰC LƯỢNG", "II. VÌ DÂN 24/7"]


@pytest.mark.parametrize("heading", ["Vi phạm", "5-6 mô hình", "1.000 ngày", "Xây dựng", "IX"])
def test_words_that_only_look_like_a_number_stay(heading):
    assert without_number(heading) == heading
