"""Papers of a decision: its draft with the list, the lists to sign, what the announcer reads."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.commendations.award import SubjectKind, awards_on
from desktop_app.domain.commendations.awarding import ON_STAGE, Awarding
from desktop_app.domain.commendations.decision import Grant, GrantState
from desktop_app.papers.blocks import Closing, Letterhead, Style, Table, Title
from desktop_app.papers.commendations.spoken import in_full, left_short, spoken
from tests.papers.conftest import words

DAY = dt.date(2018, 3, 13)
KEYS = ("award-decision", "reward-list", "money-receipt", "award-ceremony")


@pytest.fixture
def decision(sample):
    return sample.decisions[0]


@pytest.fixture
def flags(awards):
    by_code = {award.code: award for award in awards_on(awards, DAY)}
    return by_code["CO-CP"], by_code["CO-BCA"]


def with_grants(decision, *grants):
    return Awarding(decision=decision.replace(grants=grants))


def rows(paper):
    return [tuple(map(words, row.cells)) for row in paper.one(Table).rows]


# --- the decision -------------------------------------------------------------------------


def test_decision_has_the_order_of_form_1_2(decision, read):
    paper = read("award-decision", Awarding(decision=decision))
    head = paper.one(Letterhead)
    assert (head.parent, head.body[0]) == ("BỘ CÔNG AN", "CỤM THI ĐUA SỐ 2")
    assert head.symbol == "Số: 03/QĐ-CTĐ2 (mẫu)"
    assert head.place_and_date == "Hà Nội, ngày 08 tháng 3 năm 2018"
    assert paper.lines(Style.CENTRED) == ["CỤM TRƯỞNG CỤM THI ĐUA SỐ 2", "QUYẾT ĐỊNH:"]
    assert paper.line("Điều 1") == (
        "Điều 1. Tặng thưởng Giấy chứng nhận của Cụm thi đua năm 2017 cho 02 tập thể, 01 cá nhân "
        "(có danh sách kèm theo)."
    )
    assert "Các tập thể và cá nhân có tên trong danh sách kèm theo và" in paper.line("Điều 3")
    assert paper.line("Điều 3").endswith("chịu trách nhiệm thi hành Quyết định này./.")
    foot = paper.one(Closing)
    assert foot.right.lines == ("TM. CỤM THI ĐUA SỐ 2", "CỤM TRƯỞNG")
    assert foot.right.name == "Đại tá Thủ trưởng mẫu 01"
    assert foot.receivers[0] == "- Như Điều 3;"


def test_list_stands_on_its_own_landscape_pages(decision, read):
    paper = read("award-decision", Awarding(decision=decision))
    assert [section.landscape for section in paper.document.sections] == [False, True]
    assert paper.of(Title)[1].remark == (
        "(Kèm theo Quyết định số 03/QĐ-CTĐ2 (mẫu) ngày 08 tháng 3 năm 2018 của Cụm thi đua số 2)"
    )
    assert rows(paper)[0] == ("I. TẬP THỂ: 02",)
    assert rows(paper)[1][:2] == ("1", "Bộ Tư lệnh Cảnh vệ")
    assert rows(paper)[1][-1] == "1.000.000"


def test_money_is_promised_only_where_every_sum_is_known(decision, read):
    paper = read("award-decision", Awarding(decision=decision))
    assert "3.000.000 đồng (bằng chữ: Ba triệu đồng)" in paper.line("Điều 2")
    open_sum = decision.grants[0].replace(amount=None)
    paper = read("award-decision", with_grants(decision, open_sum, *decision.grants[1:]))
    assert "đồng" not in paper.line("Điều 2")


def test_one_grant_needs_no_list(decision, read):
    paper = read("award-decision", with_grants(decision, decision.grants[0]))
    assert len(paper.document.sections) == 1
    assert "cho Bộ Tư lệnh Cảnh vệ, Bộ Công an; thành tích: Hoàn thành" in paper.line("Điều 1")
    assert "Các tập thể có tên tại Điều 1 và" in paper.line("Điều 3")


def test_several_awards_are_counted_one_by_one(decision, flags, read):
    grants = [
        Grant(award=flags[place > 0], name=f"Đơn vị {place}", achievement_year="2017")
        for place in range(4)
    ]
    paper = read("award-decision", with_grants(decision, *grants))
    assert paper.line("- Cờ thi đua của Chính phủ") == (
        "- Cờ thi đua của Chính phủ năm 2017: 01 tập thể;"
    )
    assert paper.line("- Cờ thi đua của Bộ") == "- Cờ thi đua của Bộ Công an năm 2017: 03 tập thể."


def test_body_above_the_cluster_stands_alone_with_an_open_number(decision, read):
    higher = decision.replace(body="Bộ Công an", number="", grounds=("Căn cứ Luật X", "Xét Y"))
    paper = read("award-decision", Awarding(decision=higher))
    head = paper.one(Letterhead)
    assert (head.parent, head.body, head.symbol) == ("", ("BỘ CÔNG AN",), "Số:        /QĐ-…")
    assert paper.lines(Style.GROUND) == ["Căn cứ Luật X;", "Xét Y."]


@pytest.mark.parametrize("key", KEYS)
def test_what_was_recalled_is_on_no_paper(key, decision, read):
    gone = decision.grants[0].replace(state=GrantState.RECALLED)
    paper = read(key, with_grants(decision, gone, *decision.grants[1:]))
    everything = paper.text + str([rows(paper)] if paper.of(Table) else "")
    assert gone.name not in everything
    assert decision.grants[1].name in everything


@pytest.mark.parametrize("key", KEYS)
def test_decision_without_grants_is_still_a_paper(key, decision, read):
    paper = read(key, with_grants(decision))
    assert paper.one(Title)
    assert paper.of(Table) == []


# --- lists to sign ------------------------------------------------------------------------


def test_reward_list_tells_number_day_and_hand(decision, read):
    paper = read("reward-list", Awarding(decision=decision))
    assert rows(paper)[1] == (
        "1",
        "Bộ Tư lệnh Cảnh vệ",
        "Bộ Công an",
        "Giấy chứng nhận của Cụm thi đua năm 2017",
        "01",
        "13/03/2018\nThủ trưởng mẫu 01",
        "",
    )
    assert not paper.one(Letterhead).symbol


def test_reward_list_names_who_received_it(decision, read):
    grant = decision.grants[0].replace(presented_to="Đại tá Nguyễn Văn A")
    assert rows(read("reward-list", with_grants(decision, grant)))[1][-1] == "Đại tá Nguyễn Văn A"


def test_receipt_adds_up_by_group_and_in_words(decision, read):
    collective, other, person = decision.grants
    record = with_grants(
        decision,
        collective.replace(amount=Decimal(30_360_000)),
        other.replace(amount=Decimal(1_520_000)),
        person.replace(amount=Decimal(2_530_000)),
    )
    paper = read("money-receipt", record)
    assert rows(paper)[0] == ("I. TẬP THỂ: 02 – 31.880.000 đồng",)
    assert rows(paper)[3] == ("II. CÁ NHÂN: 01 – 2.530.000 đồng",)
    assert rows(paper)[-1] == ("", "Tổng cộng", "", "", "34.410.000", "")
    assert paper.line("Tổng số tiền") == (
        "Tổng số tiền: 34.410.000 đồng (bằng chữ: Ba mươi tư triệu bốn trăm mười nghìn đồng)."
    )
    assert paper.one(Closing).middle.lines == ("KẾ TOÁN",)
    assert paper.document.warnings == ()


def test_receipt_tells_which_sums_are_open(decision, read):
    first, *rest = decision.grants
    paper = read("money-receipt", with_grants(decision, first.replace(amount=None), *rest))
    assert rows(paper)[0] == ("I. TẬP THỂ: 02",)
    assert rows(paper)[1][4] == "…………"
    assert "Chưa gồm 01 lượt khen chưa ghi số tiền." in paper.lines()
    assert paper.document.warnings == ("Chưa ghi tiền thưởng: Bộ Tư lệnh Cảnh vệ.",)
    nothing = [grant.replace(amount=None) for grant in decision.grants]
    assert "Tổng số tiền: ………… (bằng chữ" in read(
        "money-receipt", with_grants(decision, *nothing)
    ).line("Tổng số tiền")


def test_money_of_sixty_people(decision, read):
    grants = [
        Grant(
            award=decision.grants[0].award,
            kind=SubjectKind.INDIVIDUAL,
            name=f"Người {n:02d}",
            amount=Decimal(7_590_000),
        )
        for n in range(60)
    ]
    paper = read("money-receipt", with_grants(decision, *grants))
    assert len(rows(paper)) == 62
    assert "455.400.000 đồng (bằng chữ: Bốn trăm năm mươi lăm triệu bốn trăm nghìn" in paper.text


# --- what is read aloud -------------------------------------------------------------------


def test_announcer_reads_the_decision_then_turn_by_turn(decision, read):
    paper = read("award-ceremony", Awarding(decision=decision))
    assert paper.document.sections[0].is_read_aloud
    assert paper.lines(Style.SUBSECTION) == [
        "1. Giấy chứng nhận của Cụm thi đua năm 2017: 02 tập thể",
        "2. Giấy chứng nhận của Cụm thi đua năm 2017: 01 cá nhân",
    ]
    assert "1. Thiếu tá Cá nhân mẫu 01, Đội trưởng, Cục Cảnh sát giao thông." in paper.lines()
    assert "“Trân trọng kính mời đồng chí Thủ trưởng mẫu 01 lên trao thưởng.”" in paper.lines()
    assert paper.document.warnings == ()


def test_the_announcer_reads_no_letters_after_a_number(decision, read):
    named = decision.replace(number="15/QĐ-BCA", body="Lãnh đạo BCA")
    paper = read("award-ceremony", Awarding(decision=named))
    (said,) = [line for line in paper.lines() if "trân trọng công bố" in line]
    assert "công bố Quyết định số 15 ngày 08 tháng 3 năm 2018 của Lãnh đạo Bộ Công an " in said
    assert "QĐ-BCA" not in said


def test_the_file_says_how_many_a_stage_holds(decision, flags):
    grants = [Grant(award=flags[1], name=f"Đơn vị {n}", presented_by="A") for n in range(5)]
    assert [len(t.grants) for t in with_grants(decision, *grants).replace(on_stage=2).turns] == [
        2,
        2,
        1,
    ]


def test_no_more_on_the_stage_than_it_holds_and_one_hand_a_turn(decision, flags):
    grants = [Grant(award=flags[1], name=f"Đơn vị {n:02d}", presented_by="A") for n in range(23)]
    grants.append(Grant(award=flags[0], name="Đơn vị đầu", presented_by="B"))
    turns = with_grants(decision, *grants).turns
    assert [len(turn.grants) for turn in turns] == [1, ON_STAGE, ON_STAGE, 3]
    assert [(turn.number, turn.turns) for turn in turns] == [(1, 1), (1, 3), (2, 3), (3, 3)]
    assert [turn.presented_by for turn in turns] == ["B", "A", "A", "A"]
    assert [grant for turn in turns for grant in turn.grants] == [grants[-1], *grants[:-1]]


def test_every_grant_is_called_even_without_an_award(decision):
    grants = [Grant(name="Không rõ danh hiệu"), *decision.grants]
    turns = with_grants(decision, *grants).turns
    assert {g.id for turn in turns for g in turn.grants} == {g.id for g in grants}


def test_ranks_and_short_names_are_read_in_full(sample, decision):
    person, unit = decision.grants[2].person, decision.grants[2].unit
    grant = decision.grants[2].replace(
        name=person.full_name, description=f"Đội trưởng, {unit.short_name}"
    )
    assert unit.short_name != unit.name
    assert spoken(grant, DAY) == (
        f"Thiếu tá {person.full_name}, Đội trưởng, Cục Cảnh sát giao thông"
    )


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Đ/c Nguyễn Văn A", "đồng chí Nguyễn Văn A"),
        ("Phòng CSGT, CA tỉnh", "Phòng Cảnh sát giao thông, Công an tỉnh"),
        ("ThS. Lê B", "Thạc sĩ Lê B"),
        ("Phòng PA02", "Phòng PA02"),
        ("CACAO", "CACAO"),
    ],
)
def test_abbreviations_with_one_reading(text, read_as):
    assert in_full(text, None, DAY) == read_as


def test_announcer_is_warned_of_abbreviations_left(decision, read):
    assert left_short("Phòng XYZ, Công an tỉnh") == ("XYZ",)
    assert left_short("NGUYỄN VĂN CA") == ()
    assert left_short("Cá nhân mẫu 16.04, Đ. Nam") == ("Đ. Nam",)
    grant = decision.grants[0].replace(name="Phòng XYZ", presented_by="")
    warnings = read("award-ceremony", with_grants(decision, grant)).document.warnings
    assert warnings == (
        "Có lượt khen chưa ghi người trao.",
        "Chữ viết tắt cần đọc đầy đủ: XYZ.",
    )


def test_a_call_stands_with_the_first_name_it_calls(decision, read):
    paper = read("award-ceremony", Awarding(decision=decision))
    calls = [line for line in paper.lines(Style.CALL) if "có tên sau đây lên nhận" in line]
    assert len(calls) == len(Awarding(decision=decision).turns)


def test_negative_bonus_is_refused(decision):
    wrong = decision.replace(grants=(decision.grants[0].replace(amount=Decimal(-1)),))
    assert "không được âm" in wrong.problems()["grants.0.amount"]
