"""Invitations: a page a delegate, in the order of form 1.7."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.meetings.meeting import Capacity
from desktop_app.papers import paper_with_key
from desktop_app.papers.blocks import Closing, Letterhead, Title


def test_one_section_a_delegate_and_none_for_staff(signing, read):
    staff = signing.attendance[0].replace(id="pv", capacity=Capacity.STAFF)
    meeting = signing.replace(attendance=(*signing.attendance, staff))
    assert len(read("invitation", meeting).document.sections) == 13
    assert "pv" not in dict(paper_with_key("invitation").parts(meeting))


def test_fields_follow_the_order_of_the_form(signing, read):
    paper = read("invitation", signing, "db-ky-ket-khach")
    order = (
        "Cụm thi đua số 2 trân trọng kính mời: Đồng chí Thiếu tướng Đỗ Ngọc Cẩn, Phó Tổng cục",
        "Tới dự: Hội nghị ký kết",
        "Chủ trì: Đồng chí Đại tá Thủ trưởng mẫu 01",
        "Thời gian: 14 giờ 00 phút, thứ Ba, ngày 13 tháng 3 năm 2018.",
        "Địa điểm: Hội trường",
        "Nội dung: (1) Tuyên bố lý do",
        "Đầu mối liên hệ: đồng chí Trung tá Cán bộ mẫu 01, điện thoại 0000000001./.",
    )
    places = [paper.text.index(words) for words in order]
    assert places == sorted(places)
    assert paper.one(Title).kind == "GIẤY MỜI"
    assert paper.one(Closing).receivers == ("- Như trên;", "- Lưu: VT.")
    assert paper.one(Closing).right.lines == ("TM. CỤM THI ĐUA SỐ 2", "CỤM TRƯỞNG")


def test_number_and_date_may_stay_open(signing, read):
    head = read("invitation", signing.replace(invitation_date=None), "db-ky-ket-khach").one(
        Letterhead
    )
    assert head.place_and_date == "Hà Nội, ngày       tháng       năm 2018"
    given = signing.replace(invitation_date=dt.date(2018, 2, 9), invitation_number=7)
    head = read("invitation", given, "db-ky-ket-khach").one(Letterhead)
    assert head.place_and_date == "Hà Nội, ngày 09 tháng 02 năm 2018"
    assert head.symbol == "Số: 07/GM-CTĐ2"


def test_without_delegates_one_open_sheet(signing, read):
    paper = read("invitation", signing.replace(attendance=(), invitation_note=""))
    assert len(paper.document.sections) == 1
    assert "kính mời: ……" in paper.text


def test_deputy_head_signs_for_the_head(signing, led_by_unit, read):
    lead = led_by_unit.members[0]
    deputy = lead.representative.replace(post="Phó Cục trưởng")
    members = (lead.replace(representative=deputy), *led_by_unit.members[1:])
    meeting = signing.replace(period=led_by_unit.replace(members=members))
    foot = read("invitation", meeting, "db-ky-ket-khach").one(Closing)
    assert foot.right.lines == ("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG")
