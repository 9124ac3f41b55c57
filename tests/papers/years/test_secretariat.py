"""The decision that sets up the secretariat, and its roster."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.years.period import Role, SecretariatRole
from desktop_app.papers.blocks import Closing, Letterhead, Style, Table, Title


@pytest.fixture
def bare(sample):
    """A secretariat of which nothing is decided yet."""
    return sample.secretariat.replace(
        decision_number="", decision_date=None, signed_by="", members=()
    )


def test_decision_has_the_parts_of_form_1_2_in_their_order(sample, read):
    paper = read("secretariat-decision", sample.secretariat)
    head, title = paper.one(Letterhead), paper.one(Title)
    assert head.symbol == "Số: 02/QĐ-CTĐ2 (mẫu)"
    assert head.place_and_date == "Hà Nội, ngày 07 tháng 3 năm 2018"
    assert title.kind == "QUYẾT ĐỊNH"
    assert title.subject == "Về việc thành lập Tổ giúp việc Cụm thi đua số 2 năm 2018"
    assert paper.lines(Style.CENTRED) == ["CỤM THI ĐUA SỐ 2", "QUYẾT ĐỊNH:"]
    lines = paper.lines()
    starts = ("CỤM", "Căn cứ Luật", "Căn cứ", "Theo đề nghị của …", "QUYẾT ĐỊNH:", "Điều 1.")
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=False))
    assert [line[:7] for line in lines if line.startswith("Điều")] == [
        "Điều 1.",
        "Điều 2.",
        "Điều 3.",
    ]
    assert [line for line in lines if line.endswith("./.")] == lines[-1:]
    assert paper.lines(Style.GROUND)[-1].endswith(".")


def test_decision_names_the_members_by_role_and_their_tasks(sample, read):
    head, clerk, plain = sample.secretariat.members
    deputy = plain.replace(role=SecretariatRole.DEPUTY, task="")
    mixed = sample.secretariat.replace(members=(deputy, clerk, head))
    lines = read("secretariat-decision", mixed).lines()
    assert [line for line in lines if line[0].isdigit()] == [
        "1. Đồng chí Trung tá Cán bộ mẫu 01, Phó Trưởng phòng, Cục Cảnh sát phòng cháy, chữa cháy"
        " và cứu nạn, cứu hộ: Tổ trưởng;",
        "2. Đồng chí Trung tá Cán bộ mẫu 03, Phó Trưởng phòng, Cục Kế hoạch và Đầu tư: Tổ phó;",
        "3. Đồng chí Trung tá Cán bộ mẫu 02, Phó Trưởng phòng, Bộ Tư lệnh Cảnh vệ: Thư ký.",
    ]
    assert [line for line in lines if line.startswith("- ")] == [
        "- Đồng chí Trung tá Cán bộ mẫu 01: Điều hành chung;",
        "- Đồng chí Trung tá Cán bộ mẫu 02: Ghi biên bản, lưu hồ sơ.",
    ]


def test_decision_is_signed_by_the_issuing_body(sample, led_by_unit, read):
    closing = read("secretariat-decision", sample.secretariat).one(Closing)
    assert closing.receivers == (
        "- Như Điều 3;",
        "- Bộ Công an (để báo cáo);",
        "- Lưu: VT, Tổ giúp việc.",
    )
    assert closing.right.lines == ("TM. CỤM THI ĐUA SỐ 2", "CỤM TRƯỞNG")
    assert closing.right.name == "Đại tá Thủ trưởng mẫu 01"
    own = read("secretariat-decision", sample.secretariat.replace(period=led_by_unit))
    assert own.lines(Style.CENTRED)[0].startswith("CỤC TRƯỞNG CỤC CẢNH SÁT")
    assert own.one(Closing).right.lines == ("CỤC TRƯỞNG",)


def test_signer_whom_the_register_does_not_know_is_printed_as_typed(sample, read):
    typed = sample.secretariat.replace(signed_by="Đại tá Lê Lạ")
    right = read("secretariat-decision", typed).one(Closing).right
    assert (right.lines[-1], right.name, right.note) == ("CỤM TRƯỞNG", "Đại tá Lê Lạ", "")


def test_deputy_of_that_day_signs_for_the_head(sample, read):
    period = sample.periods[0]
    first, second, *others = period.members
    change = dt.date(2018, 7, 1)
    deputy = second.replace(role=Role.DEPUTY, until=change - dt.timedelta(days=1))
    later = second.replace(id="sau", since=change)
    mixed = period.replace(members=(first, deputy, later, *others))
    assert mixed.problems() == {}
    typed = sample.secretariat.replace(period=mixed, signed_by="Đại tá Thủ trưởng mẫu 02")
    signed = read("secretariat-decision", typed).one(Closing).right
    assert signed.lines == ("TM. CỤM THI ĐUA SỐ 2", "KT. CỤM TRƯỞNG", "CỤM PHÓ")
    afterwards = typed.replace(decision_date=change)
    assert read("secretariat-decision", afterwards).one(Closing).right.lines[1:] == ("CỤM TRƯỞNG",)


def test_open_decision_leaves_room_for_the_pen(bare, read):
    paper = read("secretariat-decision", bare)
    head = paper.one(Letterhead)
    assert head.symbol == "Số:        /QĐ-CTĐ2"
    assert head.place_and_date == "Hà Nội, ngày       tháng       năm 2018"
    assert paper.line("Điều 1.").endswith("gồm các đồng chí: ……………………")
    assert paper.line("Điều 2.").endswith("Tổ trưởng phân công nhiệm vụ cho các thành viên.")
    assert paper.one(Closing).right.name == "Đại tá Thủ trưởng mẫu 01"


def test_bare_number_gets_its_symbol(bare, read):
    numbered = bare.replace(decision_number="2")
    assert read("secretariat-decision", numbered).one(Letterhead).symbol == "Số: 02/QĐ-CTĐ2"


def test_roster_lists_who_does_what(sample, bare, read):
    paper = read("secretariat-roster", sample.secretariat)
    assert paper.one(Title).remark == (
        "(Kèm theo Quyết định số 02/QĐ-CTĐ2 (mẫu) ngày 07 tháng 3 năm 2018)"
    )
    assert paper.one(Table).rows[1].cells == (
        "2",
        "Cán bộ mẫu 02",
        "Trung tá, Phó Trưởng phòng",
        "Bộ Tư lệnh Cảnh vệ",
        "Thư ký",
        "Ghi biên bản, lưu hồ sơ",
        "0000000002",
    )
    empty = read("secretariat-roster", bare)
    assert empty.of(Table) == []
    assert empty.one(Title).remark == ""
    assert "Tổ giúp việc chưa có thành viên." in empty.lines()


def test_grounds_of_ones_own_stand_instead_of_the_usual_ones(sample, read):
    own = sample.secretariat.replace(grounds=("Căn cứ Quy chế của Cụm",))
    lines = read("secretariat-decision", own).lines(Style.GROUND)
    assert lines == ["Căn cứ Quy chế của Cụm;"] or lines == ["Căn cứ Quy chế của Cụm."]
    assert len(read("secretariat-decision", sample.secretariat).lines(Style.GROUND)) == 3
