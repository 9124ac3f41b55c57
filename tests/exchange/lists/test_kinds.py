"""Lists of units, delegates, nominees and earlier awards; templates that come back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.meetings.meeting import Attendance, Capacity, Meeting
from desktop_app.domain.units.unit import UnitKind
from desktop_app.domain.years.period import PeriodState
from desktop_app.exchange import reader
from desktop_app.exchange.limits import Limits
from desktop_app.exchange.lists import LIST_KINDS
from desktop_app.exchange.lists.grid import Grid, best_sheet
from desktop_app.exchange.lists.template_book import template_book
from desktop_app.exchange.package_check import WORKBOOK
from desktop_app.exchange.reading import book_of
from tests.exchange.lists.conftest import COLLECTIVE, CSTD, HOA, LAND, NET, PERIOD

MEETING = Meeting(
    period=PERIOD,
    name="Tổng kết",
    starts=dt.datetime(2026, 12, 5, 8),
    attendance=(Attendance(unit=NET, person=HOA, name="Lê Thị Hoà", rank="Trung tá"),),
)


def chosen(found):
    return [row for row in found.reading.rows if row.can_be_taken]


def saved(found, kind, known):
    sort = next(one for one in LIST_KINDS if one.key == kind)
    return sort.to_save(chosen(found), known)


def test_units(taken_in, known):
    rows = [
        ["TT", "Tên đơn vị", "Tên viết tắt", "Mã", "Trực thuộc", "Điện thoại"],
        [1, "Công an tỉnh Lào Cai", "CA Lào Cai", "PA01", "", "0203456789"],
        [2, "CỤC AN NINH MẠNG", "ANM", "", "", "0692321154"],
        [3, "Phòng 1", "P1", "007", "H01", ""],
        [4, "Cục khác", "", "A05", "", ""],
        [5, "Viện X", "", "V1", "Bộ Z", ""],
    ]
    found = taken_in(rows, "units")
    first, second, third, fourth, _ = found.reading.rows
    assert first.record.kind is UnitKind.PROVINCE_POLICE
    assert second.twin_words == "Đã có: Cục An ninh mạng (A05)"
    assert second.filled.phone == "0692321154"
    assert second.filled.names == NET.names
    assert (third.record.parent, third.record.code) == (LAND, "007")
    assert fourth.twin is NET
    assert not fourth.can_be_taken
    assert found.complaints == [
        "E6 «Bộ Z» chưa có trong danh sách đơn vị; hãy ghi đúng tên, tên viết tắt hoặc mã."
    ]
    assert [unit.name for unit in saved(found, "units", known)] == [
        "Công an tỉnh Lào Cai",
        "Cục An ninh mạng",
        "Phòng 1",
    ]


def test_delegates(taken_in, known):
    known = replace(known, meeting=MEETING)
    rows = [
        [
            "STT",
            "Họ và tên đại biểu",
            "Cấp bậc, chức vụ",
            "Cơ quan, đơn vị",
            "Tư cách",
            "Biểu quyết",
        ],
        [1, "Nguyễn Văn An", "Đại tá, Cục trưởng", "KHTC", "", "x"],
        [2, "Lê Thị Hoà", "", "ANM", "", ""],
        [3, "Phạm Văn Khách", "", "Báo Công an nhân dân", "", ""],
        [4, "Vũ Văn Sai", "", "KHTC", "Quan sát viên", ""],
        [5, "Đỗ Văn Lạ", "", "Báo CAND", "", "x"],
    ]
    found = taken_in(rows, "delegates", known=known)
    an, hoa, guest, *_ = found.reading.rows
    assert (an.record.post, an.record.votes, an.record.unit) == ("Cục trưởng", True, LAND)
    assert hoa.twin_words == "Đã có: Trung tá Lê Thị Hoà"
    assert not hoa.can_be_taken
    assert guest.record.capacity is Capacity.GUEST
    assert guest.record.organisation == "Báo Công an nhân dân"
    assert found.complaints == [
        "E5 «Quan sát viên» không có trong danh mục: «Thành viên», «Khách mời», «Phục vụ».",
        "F6 Chỉ đại biểu của đơn vị thành viên có quyền biểu quyết.",
    ]
    (meeting,) = saved(found, "delegates", known)
    assert [one.name for one in meeting.attendance] == [
        "Lê Thị Hoà",
        "Nguyễn Văn An",
        "Phạm Văn Khách",
    ]


def test_nominees(taken_in, known):
    there = Nomination(period=PERIOD, award=COLLECTIVE, unit=LAND, achievement_year="2026")
    known = replace(known, nominations=(there,))
    rows = [
        ["TT", "Họ tên, tập thể", "Cấp bậc", "Đơn vị", "Hình thức khen thưởng", "Điểm", "Phiếu"],
        [1, "Lê Thị Hoà", "", "ANM", "CSTĐCS", "98,5", ""],
        [2, "Cục Kế hoạch và tài chính", "", "", "Tập thể lao động xuất sắc", 97, ""],
        [3, "Đội 1", "", "A05", "Tập thể lao động xuất sắc", "chín mươi", ""],
        [4, "Nguyễn Văn An", "Đại tá", "A05", "Tập thể lao động xuất sắc", "", ""],
        [5, "Nguyễn Văn An", "Đại tá", "A05", "Cờ thi đua", "", ""],
        [6, "Phòng 2", "", "", "Tập thể lao động xuất sắc", "", ""],
    ]
    found = taken_in(rows, "nominees", known=known)
    hoa, land, *_ = found.reading.rows
    assert (hoa.record.person, hoa.record.rank, hoa.record.score) == (
        HOA,
        "Trung tá",
        Decimal("98.5"),
    )
    assert hoa.record.achievement_year == "2026"
    assert land.twin is there
    assert not land.can_be_taken
    assert found.complaints == [
        "F4 «chín mươi» không phải là số; phần thập phân viết 1,5.",
        "E5 «Tập thể lao động xuất sắc» không dành cho cá nhân.",
        "E6 «Cờ thi đua» không có trong danh mục khen thưởng.",
        "D7 Cần có đơn vị.",
    ]


def test_award_and_unit_given_for_a_unit_s_own_list(taken_in):
    rows = [["Họ và tên", "Chức vụ"], ["Nguyễn Văn An", "Đội trưởng"]]
    given = {"award": "Chiến sĩ thi đua cơ sở", "unit": "KHTC", "achievement_year": "2025"}
    (nomination,) = taken_in(rows, "nominees", given=given).records
    assert (nomination.award, nomination.unit, nomination.kind) == (
        CSTD,
        LAND,
        SubjectKind.INDIVIDUAL,
    )
    assert (nomination.name, nomination.achievement_year) == ("Nguyễn Văn An", "2025")


HEAD = ["Họ và tên", "Cấp bậc", "Đơn vị", "Danh hiệu", "Số QĐ", "Ngày QĐ", "Cơ quan quyết định"]


def test_earlier_awards_become_decisions(taken_in, known):
    grant = Grant(award=CSTD, kind=SubjectKind.INDIVIDUAL, unit=NET, person=HOA, name="Lê Thị Hoà")
    there = Decision(
        period=PERIOD, number="01/QĐ-BCA", date=dt.date(2026, 1, 15), body="Bộ", grants=(grant,)
    )
    known = replace(known, decisions=(there,), of_day=True)
    rows = [
        HEAD,
        ["Lê Thị Hoà", "Trung tá", "ANM", "CSTĐCS", "01/QĐ-BCA", "15/01/2026", ""],
        ["Nguyễn Văn An", "Đại tá", "ANM", "CSTĐCS", "01/QĐ-BCA", dt.datetime(2026, 1, 15), ""],
        ["Trần Thị Bình", "Đại úy", "H01", "CSTĐCS", "02/QĐ-BCA", "20/02/2026", "Bộ Công an"],
        ["Phạm Văn Chi", "Đại úy", "H01", "CSTĐCS", "02/QĐ-BCA", "20/02/2026", "Bộ Công an"],
        ["Phạm Văn Chi", "Đại úy", "H01", "CSTĐCS", "02/QĐ-BCA", "20/02/2026", "Bộ Công an"],
        ["Vũ Văn Cũ", "Đại úy", "H01", "CSTĐCS", "03/QĐ-BCA", "20/02/2019", "Bộ Công an"],
        ["Vũ Văn Cũ", "Đại úy", "H01", "CSTĐCS", "03/QĐ-BCA", "2019", "Bộ Công an"],
        ["Vũ Văn Cũ", "Đại úy", "H01", "CSTĐCS", "04/QĐ-BCA", "20/02/2026", ""],
    ]
    found = taken_in(rows, "grants", known=known)
    assert [row.twin_words for row in found.reading.rows if row.twin] == [
        "Đã có: Lê Thị Hoà, Chiến sĩ thi đua cơ sở",
        "Trùng dòng 5 của danh sách",
    ]
    assert found.complaints == [
        "F7 Chưa có kỳ thi đua nào chứa ngày 20/02/2019; thêm kỳ, hoặc chọn kỳ.",
        "F8 Chỉ có năm 2019: cần cả ngày, tháng, năm.",
        "G9 Cần có cơ quan ra quyết định.",
    ]
    first, second = saved(found, "grants", known)
    assert first.id == there.id
    assert [one.name for one in first.grants] == ["Lê Thị Hoà", "Nguyễn Văn An"]
    assert (second.number, second.body, len(second.grants)) == ("02/QĐ-BCA", "Bộ Công an", 2)
    assert second.problems() == {}


def test_closed_period_takes_no_earlier_awards(taken_in, known):
    closed = PERIOD.replace(state=PeriodState.CLOSED)
    row = ["Nguyễn Văn An", "Đại tá", "ANM", "CSTĐCS", "01/QĐ-BCA", "15/01/2026", "Bộ"]
    found = taken_in([HEAD, row], "grants", known=replace(known, periods=(closed,), of_day=True))
    assert found.complaints == [
        f"F2 {closed.title} đã đóng: mở lại trước khi nhập thêm quyết định."
    ]


@pytest.mark.parametrize("kind", LIST_KINDS, ids=lambda kind: kind.key)
def test_template_is_read_again_column_by_column(tmp_path, kind):
    path = tmp_path / "mẫu.xlsx"
    path.write_bytes(template_book(kind))
    book = book_of({"sheets": list(reader._sheets(path, Limits()))}, WORKBOOK)
    sheet = best_sheet(book, kind.fields, {})
    assert sheet.name == kind.label
    meaning = Grid(sheet, kind.fields).guess()
    assert list(meaning.values()) == [f.name for f in kind.fields if f.name != "rank_and_post"]
    # what is typed in the template is words to Excel: zeros and days stay as they are typed
    cells = openpyxl.load_workbook(path).worksheets[0]
    for column, field in enumerate((f for f in kind.fields if f.name != "rank_and_post"), 2):
        wanted = "General" if field.holds.value == "number" else "@"
        assert cells.cell(5, column).number_format == wanted
