"""The tờ trình and its list."""

from __future__ import annotations

import datetime as dt

from desktop_app.papers.blocks import Addressees, Closing, Letterhead, Style, Table, Title


def test_open_number_and_date(sample, read):
    head = read("submission", sample.submission).one(Letterhead)
    assert head.symbol == "Số:        /TTr-CTĐ2"
    assert head.place_and_date == "Hà Nội, ngày       tháng       năm 2018"


def test_grounds_in_italics_end_well(sample, read):
    assert read("submission", sample.submission).lines(Style.GROUND) == [
        "Căn cứ Luật Thi đua, khen thưởng;",
        "Căn cứ kết quả bình xét, suy tôn của Cụm thi đua số 2.",
    ]


def test_names_awards_and_closing(sample, read):
    paper = read("submission", sample.submission)
    assert "I. Tập thể: 04" in paper.lines(Style.SUBSECTION)
    assert "II. Cá nhân: 01" in paper.lines(Style.SUBSECTION)
    assert "1. Bộ Tư lệnh Cảnh vệ: Cờ thi đua của Chính phủ năm 2017." in paper.lines()
    assert (
        "1. Thiếu tá Cá nhân mẫu 01, Đội trưởng, Cục Cảnh sát giao thông: Chiến sĩ thi đua toàn"
        " lực lượng Công an nhân dân năm 2017."
    ) in paper.lines()
    assert paper.lines()[-1].endswith("xem xét, quyết định./.")
    assert paper.one(Addressees).names[0] == "Bộ trưởng Bộ Công an"
    foot = paper.one(Closing)
    assert foot.receivers[0] == "- Như trên;"
    assert foot.receivers[-1] == "- Lưu: VT, Tổ giúp việc."
    assert foot.right.lines == ("TM. CỤM THI ĐUA SỐ 2", "CỤM TRƯỞNG")
    assert foot.right.name == "Đại tá Thủ trưởng mẫu 01"


def test_empty_submission(sample, read):
    empty = sample.submission.replace(
        addressees=(), grounds=(), body="", closing="", receivers=(), signer=None, lines=()
    )
    paper = read("submission", empty)
    assert paper.lines() == ["Kính đề nghị cấp có thẩm quyền xem xét, quyết định./."]
    assert paper.one(Closing).receivers == ("- Như trên;", "- Lưu: VT.")
    rows = read("nomination-list", empty).one(Table).rows
    told = [row.cells[0] for row in rows]
    assert told == ["I. TẬP THỂ: 00", "II. CÁ NHÂN: 00", "TỔNG CỘNG: 00"]


def test_lead_unit_issues_even_an_undated_paper(sample, led_by_unit, read):
    members = tuple(m.replace(until=led_by_unit.until) for m in led_by_unit.members)
    period = led_by_unit.replace(members=members)
    paper = read("submission", sample.submission.replace(period=period))
    assert paper.one(Letterhead).symbol.endswith("/TTr-C07")
    assert paper.one(Closing).right.lines == ("CỤC TRƯỞNG",)


def test_list_says_what_it_belongs_to(sample, read):
    open_list = read("nomination-list", sample.submission).one(Title)
    assert open_list.remark == (
        "(Kèm theo Tờ trình số        /TTr-CTĐ2 ngày       tháng       năm 2018"
        " của Cụm thi đua số 2)"
    )
    dated = sample.submission.replace(number=4, date=dt.date(2018, 3, 20))
    remark = read("nomination-list", dated).one(Title).remark
    assert (
        remark == "(Kèm theo Tờ trình số 04/TTr-CTĐ2 ngày 20 tháng 3 năm 2018 của Cụm thi đua số 2)"
    )


def test_list_has_groups_and_votes(sample, read):
    paper = read("nomination-list", sample.submission)
    table = paper.one(Table)
    assert paper.document.sections[0].landscape
    assert [row.cells[0] for row in table.rows if row.is_group] == [
        "I. TẬP THỂ: 04",
        "II. CÁ NHÂN: 01",
        "TỔNG CỘNG: 05",
    ]
    assert paper.one(Title).subject == "Tập thể, cá nhân đề nghị tặng danh hiệu thi đua năm 2017"
    flags = sample.submission.replace(lines=sample.submission.lines[1:4])
    assert read("nomination-list", flags).one(Title).subject == (
        "Tập thể đề nghị tặng Cờ thi đua của Bộ Công an năm 2017"
    )
    assert [row.cells[5] for row in table.rows if not row.is_group] == [
        "6/6 (100%)", "6/6 (100%)", "5/6 (83,33%)", "5/6 (83,33%)", "6/6 (100%)"
    ]  # fmt: skip
    assert table.rows[-2].cells[2] == "Thiếu tá, Đội trưởng, Cục Cảnh sát giao thông"
    assert "Danh sách gồm 04 tập thể, 01 cá nhân." in paper.lines()
    assert abs(sum(column.share for column in table.columns) - 1) < 1e-9


def test_without_words_of_its_own_it_says_what_it_asks(sample, read):
    paper = read("submission", sample.submission.replace(body=""))
    assert "Trong đó:" not in paper.lines()
    assert (
        "Cụm thi đua số 2 kính đề nghị Bộ trưởng Bộ Công an xem xét, tặng thưởng cho"
        " 04 tập thể, 01 cá nhân, gồm:"
    ) in paper.lines()
    only = sample.submission.replace(body="", addressees=(), lines=sample.submission.lines[:1])
    line = read("submission", only).line("Cụm thi đua số 2 kính đề nghị cấp")
    assert line.endswith("cấp có thẩm quyền xem xét, tặng thưởng cho 01 tập thể, gồm:")
    assert "Trong đó:" in read("submission", sample.submission).lines()
