"""Biên bản bàn giao: form 1.9, the items, the names of the day, three signatures."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.unit import UnitName
from desktop_app.papers.blocks import Closing, Letterhead, Paragraph, Style, Table, Title


@pytest.fixture
def handover(sample):
    return sample.handover.replace(day=dt.date(2018, 12, 28), witness="Thiếu tướng Đỗ Văn A")


def test_minutes_follow_the_form(handover, read):
    paper = read("handover", handover)
    head = paper.one(Letterhead)
    assert (head.symbol, head.place_and_date) == ("Số:        /BB-CTĐ2", "")
    assert paper.one(Title).kind == "BIÊN BẢN"
    assert paper.lines(Style.SECTION) == [
        "I. THỜI GIAN, ĐỊA ĐIỂM",
        "II. THÀNH PHẦN",
        "III. NỘI DUNG BÀN GIAO",
        "IV. CÔNG VIỆC CHUYỂN TIẾP",
    ]
    assert "Thời gian: ngày 28 tháng 12 năm 2018." in paper.lines()
    assert paper.line("3. Người chứng kiến") == "3. Người chứng kiến: Thiếu tướng Đỗ Văn A."
    assert paper.of(Paragraph)[-1].text.endswith("giá trị như nhau./.")


def test_items_are_numbered_with_amount_and_condition(handover, read):
    rows = read("handover", handover).one(Table).rows
    assert rows[0].cells[:4] == ("1", "Quyết định thành lập Tổ giúp việc", "1 bản", "Bản chính")
    assert rows[-1].cells[1:4] == ("Cờ luân lưu của cụm", "1 chiếc", "Còn tốt")


def test_three_sign_and_the_note_is_not_printed(handover, read):
    paper = read("handover", handover.replace(note="Mở lại ngày 01/01/2019: nhầm"))
    foot = paper.one(Closing)
    assert [foot.left.lines, foot.middle.lines, foot.right.lines] == [
        ("ĐẠI DIỆN BÊN GIAO",),
        ("NGƯỜI CHỨNG KIẾN",),
        ("ĐẠI DIỆN BÊN NHẬN",),
    ]
    assert foot.left.name == "Đại tá Thủ trưởng mẫu 01"
    assert foot.receivers == (
        "- Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ;",
        "- Bộ Tư lệnh Cảnh vệ;",
        "- Lưu: VT, Hồ sơ.",
    )
    assert "Mở lại" not in paper.text


def test_units_bear_the_names_of_the_day(handover, read):
    names = (
        UnitName(full="Tên cũ", until=dt.date(2018, 12, 28)),
        UnitName(full="Tên mới", since=dt.date(2018, 12, 29)),
    )
    renamed = handover.replace(receiver=handover.receiver.replace(names=names))
    assert "2. Bên nhận: Tên cũ." in read("handover", renamed).lines()
    later = renamed.replace(day=dt.date(2019, 1, 5))
    assert "2. Bên nhận: Tên mới." in read("handover", later).lines()


def test_bare_draft_leaves_room_for_the_pen(handover, read):
    bare = handover.replace(
        receiver=None, receiver_person=None, day=None, items=(), unfinished="", witness=""
    )
    paper = read("handover", bare)
    assert "Thời gian: ngày       tháng       năm 2018." in paper.lines()
    assert "2. Bên nhận: …………." in paper.lines()
    assert paper.of(Table) == []
    assert paper.one(Closing).right.note == "(Ký, ghi rõ họ tên)"
