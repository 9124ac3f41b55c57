"""The list of member units and the status of the year."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.commendations.decision import GrantState
from desktop_app.domain.commendations.nomination import NominationState
from desktop_app.domain.years.duties import DirectDuties, Duty, DutyEntry
from desktop_app.domain.years.year import Year
from desktop_app.papers.blocks import Letterhead, Style, Table


def year_of(sample, **changes):
    year = Year(
        period=sample.periods[0],
        secretariat=sample.secretariat,
        compact=sample.compact,
        meetings=sample.meetings,
        nominations=sample.nominations,
        decisions=sample.decisions,
    )
    return year.replace(**changes)


def test_unit_list_names_heads_and_contacts(sample, read):
    rows = read("unit-list", sample.periods[0]).one(Table).rows
    assert len(rows) == 6
    assert rows[0].cells == (
        "1",
        "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
        "Cụm trưởng",
        "Đại tá Thủ trưởng mẫu 01, Cục trưởng",
        "Trung tá Cán bộ mẫu 01, Phó Trưởng phòng",
        "0000000001",
    )


def test_unit_that_left_shows_until_when(sample, read):
    *members, last = sample.periods[0].members
    gone = last.replace(until=dt.date(2018, 8, 5), representative=None, contact=None)
    rows = read("unit-list", sample.periods[0].replace(members=(*members, gone))).one(Table).rows
    assert rows[-1].cells[2] == "Thành viên (đến ngày 05 tháng 8 năm 2018)"
    assert rows[-1].cells[3] == ""


def test_period_without_members(sample, read):
    paper = read("unit-list", sample.periods[0].replace(members=()))
    assert paper.of(Table) == []
    assert "Chưa có đơn vị thành viên." in paper.lines()


def test_status_counts(sample, read):
    paper = read("year-status", year_of(sample))
    meetings, nominations, decisions = paper.of(Table)
    assert [row.cells[2] for row in meetings.rows] == ["13/03/2018", "17/07/2018", "20/11/2018"]
    assert meetings.rows[0].cells[3] == "06"
    assert [row.cells[1:] for row in nominations.rows] == [
        ("Cờ thi đua của Chính phủ", "1", "0", "0", "0"),
        ("Cờ thi đua của Bộ Công an", "3", "0", "0", "0"),
        ("Chiến sĩ thi đua toàn lực lượng Công an nhân dân", "0", "1", "0", "0"),
    ]
    assert decisions.rows[0].cells[1:] == (
        "03/QĐ-CTĐ2 (mẫu)", "08/03/2018", "Cụm thi đua số 2", "2", "1", "3"
    )  # fmt: skip
    assert "Bản giao ước có 12 nội dung; 06/06 đơn vị thành viên đã ký." in paper.lines()
    assert paper.lines()[-1].endswith("./.")
    assert paper.one(Letterhead).symbol.endswith("/BC-CTĐ2")


def test_status_leaves_out_what_was_withdrawn_or_annulled(sample, read):
    first, *others = sample.nominations
    decision = sample.decisions[0]
    grant, *grants = decision.grants
    year = year_of(
        sample,
        nominations=(first.replace(state=NominationState.WITHDRAWN), *others),
        decisions=(decision.replace(grants=(grant.replace(state=GrantState.ANNULLED), *grants)),),
    )
    _, nominations, decisions = read("year-status", year).of(Table)
    assert nominations.rows[0].cells[1] == "Cờ thi đua của Bộ Công an"
    assert decisions.rows[0].cells[4:] == ("1", "1", "2")


def test_status_tells_how_the_plan_stands(sample, read):
    year = year_of(sample, plan=sample.plan, seen_on=dt.date(2018, 7, 9))
    paper = read("year-status", year)
    assert paper.line("Tính đến ngày 09/07/2018") == (
        "Tính đến ngày 09/07/2018, kế hoạch có 16 việc: 04 việc đã xong, 03 việc quá hạn, "
        "01 việc đang làm, 08 việc chưa đến hạn."
    )
    rows = paper.of(Table)[0].rows
    assert rows[3].cells[2:] == ("13/03/2018", "Đã xong 13/03/2018")
    assert [row.cells[3] for row in rows[4:9]] == [*["Quá hạn"] * 3, "Đang làm", "Chưa đến hạn"]


def test_status_names_the_units_whose_heads_have_duties_left(sample, read):
    period, (first, second, *_) = sample.periods[0], sample.units
    planned = DutyEntry(duty=Duty.PLANNING, done_on=dt.date(2018, 3, 1))
    duties = (
        DirectDuties(period=period, unit=first, entries=(planned,)),
        DirectDuties(period=period, unit=second, entries=(planned,)),
    )
    small = period.replace(members=period.members[:3])
    paper = read("year-status", year_of(sample, period=small, duties=duties))
    assert paper.line("- Trực tiếp chỉ đạo") == (
        "- Trực tiếp chỉ đạo xây dựng kế hoạch, phát động: 02/03 đơn vị đã thực hiện; "
        "chưa thực hiện: Cục Kế hoạch và Đầu tư."
    )
    assert "00/03 đơn vị đã thực hiện" in paper.line("- Trực tiếp bình xét")


def test_status_of_an_empty_year(sample, read):
    empty = Year(period=sample.periods[0].replace(members=()))
    paper = read("year-status", empty)
    assert paper.of(Table) == []
    assert len(paper.lines(Style.SECTION)) == 7
    for sentence in (
        "Chưa có bản giao ước.",
        "Chưa thành lập Tổ giúp việc.",
        "Chưa lập kế hoạch hoạt động năm.",
        "Chưa lập bảng theo dõi “3 trực tiếp” của các đơn vị.",
    ):
        assert sentence in paper.lines()


def test_unit_list_calls_the_representative_so(sample, read):
    heads = [column.head for column in read("unit-list", sample.periods[0]).one(Table).columns]
    assert heads[3] == "Người đại diện"
