"""The reports of the half year and of the year: tables from the records, counted as they say."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import GrantState
from desktop_app.domain.compacts.exemplar import ExemplarBook
from desktop_app.domain.compacts.registration_board import RegistrationBoard, board
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.years.full_report import FullReport
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_report import ReportRound, YearReport
from desktop_app.papers.blocks import Addressees, Letterhead, Style, Table, Title


@pytest.fixture
def full(sample):
    period = sample.periods[0]
    report = YearReport(
        period=period, round=ReportRound.YEAR, number=4, date=dt.date(2018, 12, 5),
        weaknesses=RichText.plain("Báo cáo còn chậm"),
    )  # fmt: skip
    return FullReport(
        report=report,
        year=Year(
            period=period,
            compact=sample.compact,
            meetings=sample.meetings,
            campaigns=sample.campaigns,
            decisions=sample.decisions[:1],
        ),
        registrations=RegistrationBoard(
            period=period,
            registrations=board(period, sample.registrations),
            grants=sample.decisions[0].grants,
        ),
        exemplars=ExemplarBook(period=period, exemplars=sample.exemplars),
        mirror=sample.mirror,
    )


def half(full, **changes):
    return full.replace(report=full.report.replace(round=ReportRound.HALF_YEAR, **changes))


def commended(paper):
    """The rows of the table that counts grants."""
    (table,) = [t for t in paper.of(Table) if "(lượt)" in str(t.columns[-1].head)]
    return table.rows


def test_head_and_sections_of_the_year(full, read):
    paper = read("year-report", full)
    assert paper.one(Letterhead).symbol == "Số: 04/BC-CTĐ2"
    assert paper.one(Title).subject == "Tổng kết phong trào thi đua năm 2018"
    heads = paper.lines(Style.SECTION)
    assert heads[0] == "I. ĐẶC ĐIỂM TÌNH HÌNH"
    # proposals were not written and need no place; weaknesses were
    assert heads[-1].endswith("PHƯƠNG HƯỚNG, NHIỆM VỤ")
    assert "Báo cáo còn chậm" in paper.text


def test_grants_are_counted_in_occurrences_and_only_those_that_stand(full, read):
    rows = commended(read("year-report", full))
    counted = [g for d in full.year.decisions for g in d.grants if g.stands]
    collective = sum(g.kind is SubjectKind.COLLECTIVE for g in counted)
    assert rows[-1].cells == ("", "Cộng", str(collective), str(len(counted) - collective))
    assert sum(row.is_group for row in rows) == len({g.unit.id for g in counted if g.unit})
    (decision, *others) = full.year.decisions
    recalled = tuple(g.replace(state=GrantState.RECALLED) for g in decision.grants)
    year = full.year.replace(decisions=(decision.replace(grants=recalled), *others))
    assert len(others) == 0
    assert "Chưa có quyết định" in read("year-report", full.replace(year=year)).text


def test_half_year_leaves_out_what_comes_later(full, read):
    paper = read("year-report", half(full))
    assert paper.one(Title).subject == "Sơ kết phong trào thi đua 6 tháng đầu năm 2018"
    meetings = [t for t in paper.of(Table) if t.columns[1].head == "Hội nghị, cuộc họp"]
    names = [row.cells[1] for row in meetings[0].rows]
    assert names == [m.name for m in full.year.meetings if m.day <= dt.date(2018, 6, 30)]
    late = tuple(d.replace(date=dt.date(2018, 7, 1)) for d in full.year.decisions)
    moved = half(full).replace(year=full.year.replace(decisions=late))
    assert "Chưa có quyết định khen thưởng" in read("year-report", moved).text


def test_results_of_the_compact_are_those_of_the_round(full, read):
    def results(paper):
        (table,) = [t for t in paper.of(Table) if t.columns[1].head == "Nội dung, đơn vị"]
        return {row.cells[3] for row in table.rows}

    assert "52" in results(read("year-report", half(full)))
    assert "98" in results(read("year-report", full))


def test_half_way_nothing_is_judged_that_is_due_at_the_year_end(full, read):
    paper = read("year-report", half(full))
    heads = [str(column.head) for table in paper.of(Table) for column in table.columns]
    assert "Đánh giá" not in heads
    assert "Đạt" not in heads
    assert "Tổng hợp" not in paper.text


def test_a_report_to_a_superior_names_it(full, read):
    paper = read("year-report", half(full, addressees=("Cục Công tác chính trị",)))
    assert paper.one(Addressees).names == ("Cục Công tác chính trị",)
    assert not read("year-report", full).of(Addressees)


def test_scores_that_are_not_there_are_no_table(full, read):
    assert "Chưa có kết quả chấm điểm" in read("year-report", full).text


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (dt.date(2018, 1, 1), dt.date(2018, 6, 30)),
        (dt.date(2018, 12, 1), dt.date(2019, 5, 31)),
        (dt.date(2018, 8, 31), dt.date(2019, 2, 27)),
    ],
)
def test_six_months_end_where_they_should(full, since, until):
    period = full.report.period.replace(since=since, until=dt.date(2020, 1, 1))
    assert full.report.replace(period=period, round=ReportRound.HALF_YEAR).until == until


def test_a_day_before_the_period_is_refused(full):
    assert "date" in full.report.replace(date=dt.date(2017, 12, 31)).problems()
