"""The directory of the cluster."""

from __future__ import annotations

import datetime as dt

from desktop_app.papers.blocks import Closing, Table, Title


def test_directory_has_everyones_phone(sample, read):
    period = sample.periods[0]
    first, *others = period.members
    unit = first.unit.replace(address="44 Yết Kiêu", phone="024.39420000")
    head = first.representative.replace(phone="0912345678")
    shown = period.replace(members=(first.replace(unit=unit, representative=head), *others))
    paper = read("directory", shown)
    assert paper.one(Title).subject == (
        "Cụm thi đua số 2, Khối các đơn vị trực thuộc Bộ trưởng năm 2018"
    )
    rows = paper.one(Table).rows
    assert len(rows) == 6
    assert rows[0].cells == (
        "1",
        "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ (Cụm trưởng)\n44 Yết Kiêu\n"
        "ĐT: 024.39420000",
        "Đại tá Thủ trưởng mẫu 01, Cục trưởng",
        "0912345678",
        "Trung tá Cán bộ mẫu 01, Phó Trưởng phòng",
        "0000000001",
    )
    assert paper.of(Closing) == []


def test_directory_leaves_out_who_left_and_says_when_nobody_is_there(sample, read):
    period = sample.periods[0]
    *members, last = period.members
    gone = last.replace(until=dt.date(2018, 8, 5))
    assert len(read("directory", period.replace(members=(*members, gone))).one(Table).rows) == 5
    empty = read("directory", period.replace(members=()))
    assert empty.of(Table) == []
    assert empty.lines() == ["Chưa có đơn vị thành viên."]


def test_missing_people_leave_their_cells_empty(sample, read):
    period = sample.periods[0]
    members = tuple(m.replace(representative=None, contact=None) for m in period.members)
    rows = read("directory", period.replace(members=members)).one(Table).rows
    assert rows[0].cells[2:] == ("", "", "", "")
