"""The minutes: form 1.9, written from the records."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.meetings.meeting import (
    Capacity,
    MeetingForm,
    MeetingKind,
    MeetingState,
    Presence,
)
from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run
from desktop_app.domain.years.issuing import IssuedBy
from desktop_app.domain.years.period import Role
from desktop_app.papers.blocks import Closing, Letterhead, ListItem, Paragraph, Style, Title


def test_head_has_symbol_and_no_place_and_date(signing, read):
    head = read("minutes", signing.replace(minutes_number=5)).one(Letterhead)
    assert head.symbol == "Số: 05/BB-CTĐ2"
    assert head.place_and_date == ""
    assert head.body == ("CỤM THI ĐUA SỐ 2", "KHỐI CÁC ĐƠN VỊ TRỰC THUỘC BỘ TRƯỞNG")


def test_number_not_yet_given_leaves_room(signing, read):
    assert read("minutes", signing).one(Letterhead).symbol.startswith("Số:    ")


def test_rule_under_the_subject_is_a_switch(signing, read):
    title = read("minutes", signing).one(Title)
    assert (title.kind, title.subject, title.rule) == ("BIÊN BẢN", signing.name, True)
    cluster = signing.period.cluster.replace(minutes_rule=False)
    without = signing.replace(period=signing.period.replace(cluster=cluster))
    assert not read("minutes", without).one(Title).rule


def test_fields_follow_the_order_of_the_form(signing, read):
    text = read("minutes", signing).text
    order = (
        "Thời gian bắt đầu: 14 giờ 00 phút, ngày 13 tháng 3 năm 2018.",
        "Địa điểm:",
        "Thành phần tham dự:",
        "Chủ trì (chủ tọa): Đồng chí Đại tá Thủ trưởng mẫu 01,",
        "Thư ký (người ghi biên bản): Đồng chí Trung tá Cán bộ mẫu 01,",
        "NỘI DUNG",
        "Hội nghị kết thúc vào hồi 16 giờ 30 phút, ngày 13 tháng 3 năm 2018./.",
    )
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert text.endswith(order[-1])


def test_sections_are_numbered_without_gaps(signing, read):
    bare = signing.replace(agenda=(), votes=())
    assert read("minutes", bare).lines(Style.SECTION) == [
        "I. THỜI GIAN, ĐỊA ĐIỂM",
        "II. THÀNH PHẦN THAM DỰ",
        "III. NỘI DUNG",
        "IV. KẾT LUẬN",
    ]


def test_signatures_and_receivers(signing, read):
    foot = read("minutes", signing).one(Closing)
    assert foot.left.lines == ("THƯ KÝ",)
    assert foot.left.name == "Trung tá Cán bộ mẫu 01"
    assert foot.right.lines == ("CHỦ TỌA",)
    assert foot.right.name == "Đại tá Thủ trưởng mẫu 01"
    assert foot.receivers_below
    assert foot.receivers[-1] == "- Lưu: VT, Hồ sơ."


def test_rank_is_left_out_where_the_cluster_says_so(signing, read):
    cluster = signing.period.cluster.replace(print_rank=False)
    meeting = signing.replace(period=signing.period.replace(cluster=cluster))
    assert read("minutes", meeting).one(Closing).right.name == "Thủ trưởng mẫu 01"


def test_attendance_is_counted_and_named(signing, read):
    paper = read("minutes", signing)
    assert paper.line("Thành phần tham dự:") == (
        "Thành phần tham dự: triệu tập 12 đồng chí; có mặt 11 đồng chí (trong đó 01 đồng chí dự"
        " thay theo ủy quyền); vắng 01 đồng chí (có lý do 01 đồng chí); khách mời 01 đồng chí."
    )
    deputy = paper.line("- Cục Cơ yếu: đồng chí Thượng tá Phó thủ trưởng mẫu 06")
    assert "(ủy quyền dự thay đồng chí Đại tá Thủ trưởng mẫu 06, Cục trưởng;" in deputy
    absent = paper.line("- Đồng chí Trung tá Cán bộ mẫu 03")
    assert absent.endswith("Cục Kế hoạch và Đầu tư; lý do: đi công tác.")
    guest = paper.line("- Đồng chí Thiếu tướng Đỗ Ngọc Cẩn")
    assert guest.count("Tổng cục Chính trị Công an nhân dân") == 1


def test_who_came_late_or_left_early_is_told_with_the_hour(signing, read):
    first, second, *others = signing.attendance
    late = first.replace(arrived=dt.time(14, 25))
    short = second.replace(arrived=dt.time(14, 10), left=dt.time(15, 30))
    paper = read("minutes", signing.replace(attendance=(late, short, *others)))
    text = paper.text
    assert "Thủ trưởng mẫu 01, Cục trưởng (đến lúc 14 giờ 25 phút)" in text
    assert "(đến lúc 14 giờ 10 phút, về lúc 15 giờ 30 phút)" in text


def test_units_stand_in_the_clusters_order(signing, read):
    shuffled = signing.replace(attendance=tuple(reversed(signing.attendance)))
    text = read("minutes", shuffled).text
    names = [f"- {m.unit.name}" for m in signing.period.members_on(signing.day)]
    places = [text.index(name) for name in names]
    assert places == sorted(places)
    assert "- Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ (Cụm trưởng): đồng chí" in text


def test_unit_bears_the_name_of_the_day(signing, read):
    unit = signing.period.members[3].unit
    old = unit.names[0].replace(until=dt.date(2018, 8, 5))
    new = unit.names[0].replace(id="moi", full="Cục Mới", since=dt.date(2018, 8, 6))
    renamed = unit.replace(names=(old, new))
    people = tuple(
        p.replace(unit=renamed) if p.unit and p.unit.id == unit.id else p
        for p in signing.attendance
    )
    text = read("minutes", signing.replace(attendance=people)).text
    assert "Cục An ninh mạng" in text
    assert "Cục Mới" not in text


def test_nobody_noted_yet_lists_all_and_claims_no_presence(signing, read):
    people = tuple(p.replace(presence=Presence.INVITED) for p in signing.attendance)
    paper = read("minutes", signing.replace(attendance=people))
    assert paper.line("Thành phần tham dự:") == "Thành phần tham dự: triệu tập 12 đồng chí."
    assert "Cán bộ mẫu 03" in paper.line("- Cục Kế hoạch và Đầu tư")


def test_staff_are_apart(signing, read):
    staff = signing.attendance[1].replace(id="pv", name="Người Phục Vụ", capacity=Capacity.STAFF)
    paper = read("minutes", signing.replace(attendance=(*signing.attendance, staff)))
    assert "3. Bộ phận phục vụ hội nghị" in paper.lines(Style.SUBSECTION)
    assert "triệu tập 12 đồng chí" in paper.text


def test_course_keeps_dress_and_numbers(signing, read):
    course = RichText.of(
        (
            Block((Run("Thảo luận"),), BlockKind.HEADING),
            Block(
                (Run("đậm", bold=True), Run(" nghiêng", italic=True), Run(" gạch", underline=True))
            ),
            *(Block((Run(f"điểm {n}"),), BlockKind.NUMBERED) for n in range(1, 6)),
            Block((Run("gạch đầu dòng"),), BlockKind.BULLET),
            Block((Run("   "),)),
        )
    )
    paper = read("minutes", signing.replace(course=course, agenda=(), votes=(), conclusions=()))
    (heading,) = [b for b in paper.of(Paragraph) if b.text[-1] == Run("Thảo luận", bold=True)]
    assert heading.text[0] == Run("1. ", bold=True)
    assert heading.style is Style.SUBSECTION
    (dressed,) = [b for b in paper.of(Paragraph) if b.text and b.text[0] == Run("đậm", bold=True)]
    assert dressed.text == course.blocks[1].runs
    marks = [b.mark for b in paper.of(ListItem)]
    assert marks[-6:] == ["a)", "b)", "c)", "d)", "đ)", "-"]


def test_headings_with_typed_numbers_are_not_numbered_again(signing, read):
    course = RichText.of((Block((Run("1. Khai mạc"),), BlockKind.HEADING),))
    assert "1. Khai mạc" in read("minutes", signing.replace(course=course)).lines(Style.SUBSECTION)


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (
            Vote(question="Q", agreed=6, voters=6),
            "06/06 đại biểu có quyền biểu quyết đồng ý, nhất trí 100%.",
        ),
        (
            Vote(question="Q.", agreed=4, against=1, abstained=1, voters=7),
            "trong số 07 đại biểu có quyền biểu quyết: đồng ý 04 (57,14%);"
            " không đồng ý 01 (14,29%); không có ý kiến 01 (14,29%); không biểu quyết 01 (14,29%).",
        ),
        (Vote(question="Q"), "chưa ghi kết quả biểu quyết."),
    ],
)
def test_votes_are_written_from_the_records(signing, read, vote, words):
    assert read("minutes", signing.replace(votes=(vote,))).line("- Q:") == f"- Q: {words}"


def test_conclusions_name_unit_and_day(signing, read):
    text = read("minutes", signing).text
    assert (
        "3. Chuẩn bị nội dung sơ kết 6 tháng, công bố kết quả và biểu dương đơn vị làm tốt. Đơn vị"
        " thực hiện: Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ; thời hạn: ngày 10"
        " tháng 7 năm 2018."
    ) in text
    assert "1. Các đơn vị xây dựng kế hoạch" in text


def test_adoption_and_copies(signing, read):
    text = read("minutes", signing).text
    assert "được thông qua (100% đại biểu nhất trí)." in text
    assert "Biên bản được lập thành 07 bản có giá trị như nhau." in text
    draft = signing.replace(state=MeetingState.ENDED, adopted_share="", minutes_copies=1)
    text = read("minutes", draft).text
    assert "thông qua (" not in text
    assert "Biên bản đã được đọc lại" not in text
    assert "Biên bản được lập thành 01 bản." in text


def test_empty_meeting_still_makes_minutes(signing, read):
    empty = signing.replace(
        starts=None, ends=None, place="", chair=None, secretary=None, agenda=(), attendance=(),
        course=RichText(), votes=(), conclusions=(), minutes_receivers=(),
        kind=MeetingKind.BRIEFING, form=MeetingForm.ONLINE, state=MeetingState.PLANNED,
        adopted_share="",
    )  # fmt: skip
    paper = read("minutes", empty)
    assert paper.text.endswith("năm ……./.")
    assert "Cuộc họp kết thúc vào hồi" in paper.text
    assert "Hình thức: trực tuyến." in paper.text
    foot = paper.one(Closing)
    assert foot.right.name == ""
    assert foot.right.note
    assert foot.receivers[0] == "- Các đơn vị thành viên Cụm thi đua số 2;"


def test_lead_unit_issues(signing, read):
    period = signing.period.replace(issued_by=IssuedBy.LEAD_UNIT)
    head = read("minutes", signing.replace(period=period, minutes_number=12)).one(Letterhead)
    assert head.symbol == "Số: 12/BB-C07"
    assert head.body == ("CỤC CẢNH SÁT PHÒNG CHÁY, CHỮA CHÁY VÀ CỨU NẠN, CỨU HỘ",)


def test_only_who_speaks_for_the_lead_unit_chairs_as_cluster_head(signing, read):
    lead = signing.period.members[0]
    deputy = lead.representative.replace(id="pho", full_name="Lê Phó", post="Phó Cục trưởng")
    assert _chair_line(read, signing).endswith(", Cụm trưởng.")
    assert "Cụm trưởng" not in _chair_line(read, signing.replace(chair=deputy))
    called = signing.replace(chair=deputy, chair_role="Chủ trì thay Cụm trưởng")
    assert _chair_line(read, called).endswith(", Chủ trì thay Cụm trưởng.")
    member = signing.period.members[2].representative
    assert "Cụm" not in _chair_line(read, signing.replace(chair=member))


def test_deputy_of_the_cluster_chairs_under_that_office(signing, read):
    lead, second, *others = signing.period.members
    second = second.replace(role=Role.DEPUTY)
    period = signing.period.replace(members=(lead, second, *others))
    meeting = signing.replace(period=period, chair=second.representative)
    assert _chair_line(read, meeting).endswith(", Cụm phó.")


def _chair_line(read, meeting):
    (line,) = [words for words in read("minutes", meeting).lines() if "Chủ trì (chủ tọa)" in words]
    assert line.count("ồng chí") == 1
    return line
