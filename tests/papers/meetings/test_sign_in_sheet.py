"""The list at the door: order, room for a pen, totals."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Presence
from desktop_app.papers.blocks import Closing, Table, Title


def test_members_then_guests_with_room_to_sign(signing, read):
    shuffled = signing.replace(attendance=tuple(reversed(signing.attendance)))
    table = read("sign-in-sheet", shuffled).one(Table)
    assert [c.head for c in table.columns] == [
        "STT", "Họ và tên", "Cấp bậc hàm", "Chức vụ", "Đơn vị", "Vai trò", "Ký tên", "Ghi chú"
    ]  # fmt: skip
    assert all(row.height >= 9 for row in table.rows)
    assert [row.cells[0] for row in table.rows] == [str(n) for n in range(1, 14)]
    assert table.rows[0].cells[4].startswith("Cục Cảnh sát phòng cháy")
    assert table.rows[-1].cells[5] == "Khách mời"
    assert {row.cells[5] for row in table.rows[:2]} == {"Chủ trì", "Thư ký"}
    assert abs(sum(column.share for column in table.columns) - 1) < 1e-9


def test_deputy_and_absentee_are_noted(signing, read):
    rows = {row.cells[1]: row.cells for row in read("sign-in-sheet", signing).one(Table).rows}
    assert rows["Phó thủ trưởng mẫu 06"][7] == "Dự thay Đại tá Thủ trưởng mẫu 06"
    assert rows["Cán bộ mẫu 03"][7] == "Vắng: đi công tác"
    assert "Thủ trưởng mẫu 06" not in rows


def test_totals_stay_open_until_presence_is_noted(signing, read):
    paper = read("sign-in-sheet", signing)
    assert paper.line("Tổng số:") == (
        "Tổng số: 13 đồng chí; có mặt: 12 đồng chí; vắng: 01 đồng chí."
    )
    people = tuple(p.replace(presence=Presence.INVITED) for p in signing.attendance)
    text = read("sign-in-sheet", signing.replace(attendance=people)).text
    assert "Tổng số: 13 đồng chí; có mặt: ……" in text


def test_empty_list_has_rows_to_write_in(signing, read):
    paper = read("sign-in-sheet", signing.replace(attendance=(), secretary=None))
    assert all(len(row.cells) == 8 for row in paper.one(Table).rows)
    assert paper.one(Table).rows
    assert paper.one(Closing).right.note
    assert paper.one(Title).remark.startswith("(14 giờ 00 phút")
    assert paper.document.sections[0].landscape
