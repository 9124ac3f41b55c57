"""The speech that launches a campaign and the report of what came of it."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.rich_text import NO_TEXT, RichText
from desktop_app.domain.units.unit import UnitName
from desktop_app.papers.blocks import Closing, Letterhead, Style, Table, Title


@pytest.fixture
def campaign(sample):
    return sample.campaigns[0]


# --- the speech ---------------------------------------------------------------------------


def test_speech_has_no_number_and_large_letters(campaign, read):
    paper = read("launch-speech", campaign)
    head, title = paper.one(Letterhead), paper.one(Title)
    assert head.symbol == ""
    assert head.place_and_date == "Hà Nội, ngày 15 tháng 5 năm 2018"
    assert (title.kind, title.subject) == (
        "BÀI PHÁT ĐỘNG",
        "Đợt thi đua cao điểm giữa năm (mẫu)",
    )
    (section,) = paper.document.sections
    assert section.is_read_aloud


def test_speech_says_who_reads_it_where_and_when(campaign, read):
    changed = campaign.replace(launch_place="Hội trường Bộ Công an")
    notes = read("launch-speech", changed).lines(Style.NOTE)
    assert notes[0].startswith("Người đọc: đồng chí Đại tá Thủ trưởng mẫu 01, Cục trưởng ")
    assert notes[2] == "Nơi đọc: Hội trường Bộ Công an, ngày 15 tháng 5 năm 2018."


def test_speech_reads_as_it_was_typed(campaign, read):
    spoken = read("launch-speech", campaign).lines(Style.BODY)
    assert spoken[0] == "Kính thưa các đồng chí!"
    assert spoken[-1] == "Chúc đợt thi đua thành công!"
    bare = campaign.replace(launch_text=NO_TEXT, speaker=None)
    lines = read("launch-speech", bare).lines()
    assert lines[0] == "Người đọc: …………."
    assert lines[-1] == "…………"


# --- the report ---------------------------------------------------------------------------


@pytest.fixture
def reported(campaign):
    return campaign.replace(
        report_number=7,
        report_date=dt.date(2018, 8, 20),
        report_text=RichText.plain("Các đơn vị tham gia nghiêm túc."),
    )


def test_report_is_an_official_paper_with_its_sections(reported, read):
    paper = read("campaign-report", reported)
    assert paper.one(Letterhead).symbol == "Số: 07/BC-CTĐ2"
    assert paper.one(Title).subject == "Kết quả đợt thi đua cao điểm giữa năm (mẫu)"
    assert paper.lines(Style.SECTION) == [
        "I. TÌNH HÌNH CHUNG",
        "II. KẾT QUẢ THEO GIAI ĐOẠN",
        "III. KẾT QUẢ CỦA CÁC ĐƠN VỊ",
        "IV. ĐÁNH GIÁ, KIẾN NGHỊ",
    ]
    assert "Các đơn vị tham gia nghiêm túc." in paper.lines()
    assert paper.lines()[-1] == (
        "Trên đây là báo cáo kết quả đợt thi đua cao điểm giữa năm (mẫu)./."
    )
    foot = paper.one(Closing)
    assert foot.right.lines == ("TM. CỤM THI ĐUA SỐ 2", "CỤM TRƯỞNG")
    assert foot.receivers[-1] == "- Lưu: VT, Tổ giúp việc."


def test_report_counts_and_tells_the_launch(reported, read):
    paper = read("campaign-report", reported)
    assert paper.line("Số đơn vị tham gia") == (
        "Số đơn vị tham gia: 06; số đơn vị làm điểm: 01 (Bộ Tư lệnh Cảnh vệ); "
        "số đơn vị đã báo cáo kết quả: 03."
    )
    launch = paper.line("Lễ phát động")
    assert launch.startswith("Lễ phát động: ngày 15 tháng 5 năm 2018, tại Hà Nội; người phát động:")
    assert read("campaign-report", reported.replace(launched_on=None)).line("Người phát động")


def test_phases_are_a_table_and_pilots_come_first(reported, read):
    phases, units = read("campaign-report", reported).of(Table)
    assert [row.cells[1] for row in phases.rows] == [
        "Phát động, đăng ký",
        "Thực hiện",
        "Tổng kết",
    ]
    assert phases.rows[0].cells[2] == "15/05/2018 – 31/05/2018"
    heads = [row.cells[0] for row in units.rows if row.is_group]
    assert heads == ["Đơn vị làm điểm (01)", "Các đơn vị khác (05)"]
    assert units.rows[1].cells == ("1", "Bộ Tư lệnh Cảnh vệ", "Đăng ký 03 phần việc")
    assert units.rows[-1].cells[2] == "Chưa báo cáo"
    assert len(units.rows) == 8


def test_report_without_pilots_has_one_plain_list(reported, read):
    plain = tuple(part.replace(is_pilot=False) for part in reported.units)
    units = read("campaign-report", reported.replace(units=plain)).of(Table)[1]
    assert not any(row.is_group for row in units.rows)
    assert [row.cells[0] for row in units.rows] == list("123456")


def test_report_bears_the_names_of_its_day(reported, read):
    names = (
        UnitName(full="Tên cũ", until=dt.date(2018, 8, 20)),
        UnitName(full="Tên mới", since=dt.date(2018, 8, 21)),
    )
    renamed = reported.units[0].unit.replace(names=names)
    first = reported.replace(units=(reported.units[0].replace(unit=renamed),))
    for day, name in ((20, "Tên cũ"), (21, "Tên mới")):
        paper = read("campaign-report", first.replace(report_date=dt.date(2018, 8, day)))
        assert paper.of(Table)[1].rows[0].cells[1] == name
