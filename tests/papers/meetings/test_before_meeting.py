"""Papers before a meeting: reply slips, programme, place cards, the chair's running order."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.meetings import inviting
from desktop_app.domain.meetings.meeting import AgendaItem, Presence
from desktop_app.papers import paper_with_key
from desktop_app.papers.blocks import PlaceCard, ReplySlip, Style, Table, Title
from desktop_app.papers.meetings.meeting_set import MeetingSet


@pytest.fixture
def seated(signing):
    return signing.replace(attendance=inviting.seated(signing))


def test_invitation_has_the_seat_and_a_slip_to_answer(seated, read):
    paper = read("invitation", seated, "db-ky-ket-khach")
    assert paper.line("Địa điểm:").endswith("Hà Nội; chỗ ngồi: KM1.")
    slip = paper.one(ReplySlip)
    assert slip.title == "PHIẾU PHÚC ĐÁP"
    assert "Đồng chí Thiếu tướng Đỗ Ngọc Cẩn" in slip.lines[0]
    answers = " ".join(slip.lines[1:])
    for words in ("□ Tham dự", "□ Không tham dự; lý do", "□ Cử người dự thay"):
        assert words in answers
    assert len(read("invitation", seated).of(ReplySlip)) == 13


def test_body_is_invited_by_its_name(signing, read):
    body = inviting.guest_of("Bộ Công an")
    meeting = signing.replace(attendance=(*signing.attendance, body))
    paper = read("invitation", meeting, body.id)
    assert "trân trọng kính mời: Bộ Công an" in paper.text
    assert "Đồng chí ……" not in paper.text
    labels = dict(paper_with_key("invitation").parts(meeting))
    assert labels[body.id] == "Bộ Công an"
    assert read("place-cards", meeting, body.id).one(PlaceCard).name == "Bộ Công an"


def test_programme_tells_the_times_of_the_clock(signing, read):
    agenda = (
        AgendaItem(text="Mở đầu", presenter="Chủ trì", minutes=10),
        AgendaItem(text="Còn lại", minutes=20, carried_from="Họp trước ngày 01/02/2018"),
        AgendaItem(text="Kết thúc", starts=dt.time(16, 0)),
    )
    paper = read("programme", signing.replace(agenda=agenda))
    rows = [row.cells for row in paper.one(Table).rows]
    assert [row[1] for row in rows] == ["14h00 – 14h10", "14h10 – 14h30", "16h00"]
    assert rows[0][2:4] == ("Mở đầu", "Chủ trì")
    assert rows[1][4] == "Chuyển từ Họp trước ngày 01/02/2018"
    assert paper.one(Title).remark.startswith("(14 giờ 00 phút, ngày 13 tháng 3 năm 2018; Hội")
    empty = read("programme", signing.replace(agenda=()))
    assert all(row.height for row in empty.one(Table).rows)


def test_place_cards_in_the_order_of_seats_with_deputies(seated, read):
    cards = read("place-cards", seated).of(PlaceCard)
    assert [card.seat for card in cards] == [*map(str, range(1, 13)), "KM1"]
    assert (cards[0].rank, cards[0].name) == ("Đại tá", "Thủ trưởng mẫu 01")
    assert cards[0].body.startswith("Cục Cảnh sát phòng cháy")
    sent = next(p for p in seated.attendance if p.presence is Presence.DEPUTY)
    assert sent.deputy_name in [card.name for card in cards]
    assert sent.name not in [card.name for card in cards]


def test_running_order_is_large_and_has_the_words_of_the_chair(signing, read):
    item = AgendaItem(
        text="Biểu quyết", presenter="Chủ trì", minutes=5, chair_words="Xin mời.\nAi đồng ý?"
    )
    paper = read("running-order", signing.replace(agenda=(item,)))
    assert paper.document.sections[0].is_read_aloud
    assert paper.lines(Style.SUBSECTION) == ["1. 14h00 – 14h05: Biểu quyết"]
    assert paper.line("(Chủ trì; 5 phút)") == "(Chủ trì; 5 phút) “Xin mời.”"
    assert paper.line("“Ai") == "“Ai đồng ý?”"


def test_set_has_the_papers_it_was_asked_for_in_order(signing):
    made = MeetingSet(("programme", "invitation", "gone"))
    assert made.parts(signing) == (
        ("programme", "Chương trình hội nghị"),
        ("invitation", "Giấy mời"),
    )
    assert len(made.compose(signing).sections) == 1 + 13
    assert len(made.compose(signing, "programme").sections) == 1
    assert len(MeetingSet().parts(signing)) == 5
