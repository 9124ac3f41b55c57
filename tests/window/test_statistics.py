"""Statistics in the window: asked by mouse and keys, opened cell by cell, printed and exported."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop_app.domain.statistics.figures import TOTAL, shown
from desktop_app.domain.statistics.question import Axis, Subject
from desktop_app.exchange.figures_book import HEAD_ROW
from desktop_app.papers import paper_with_key
from desktop_app.printing import raster
from desktop_app.ui.statistics import figures_view
from desktop_app.ui.statistics.records_dialog import RecordsDialog
from desktop_app.ui.statistics.statistics_views import AwardStatisticsView, StatisticsView

HOME, COMMENDATIONS = 0, 4


def opened(window, qtbot, tab, kind):
    window.tabs.setCurrentIndex(tab)
    page = window.page()
    view = page.turn_to([each for _, each in page.views].index(kind))
    qtbot.waitUntil(lambda: view.isVisible() and view.figures is not None)
    return view


@pytest.fixture
def view(window, qtbot):
    return opened(window, qtbot, HOME, StatisticsView)


@pytest.fixture
def answered(monkeypatch):
    """Answers the list of records: its line in hand is opened. Keeps what was shown."""
    seen = []

    def choose(dialog):
        from PySide6.QtTest import QTest

        while dialog.gathering.is_running:
            QTest.qWait(5)
        seen.append([line.values for line in dialog.table.figures.lines])
        dialog.opening.click()
        return QDialog.DialogCode(dialog.result())

    monkeypatch.setattr(RecordsDialog, "exec", choose)
    return seen


def ask(view, qtbot, name, data):
    box = view.bar.boxes[name]
    place = box.findData(data)
    assert place >= 0
    box.setCurrentIndex(place)
    view.bar._changed()
    qtbot.waitUntil(lambda: not view.gathering.is_running)


def rows(view):
    model = view.table.model()
    across = range(model.columnCount())
    return [
        [model.index(row, column).data() for column in across] for row in range(model.rowCount())
    ]


def heads(view):
    model = view.table.model()
    return [
        model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())
    ]


def test_the_sample_compares_four_years_and_marks_the_open_one(view):
    assert heads(view) == ["2015", "2016", "2017", "2018 (tạm tính)", "Tổng"]
    assert rows(view)[-1] == ["7", "11", "15", "3", "36"]
    assert "Năm 2018 chưa đóng" in view.state.text()
    assert view.chart.isVisible()


def test_every_subject_shows_figures_or_says_what_to_do(view, qtbot):
    for subject in view.subjects:
        ask(view, qtbot, "subject", subject)
        assert rows(view) or "Chưa có" in view.state.text()
    ask(view, qtbot, "subject", Subject.SCORES)
    assert not view.table.isVisible()
    view.bar.open_check.click()
    qtbot.waitUntil(lambda: not view.gathering.is_running)
    assert heads(view) == ["2018 (tạm tính)"]


def test_enter_in_a_cell_lists_its_grants_and_opens_the_decision(view, window, qtbot, answered):
    table = view.table
    table.setFocus()
    traffic, year = view.figures.line("c08"), view.figures.place_of("ky-2017")
    table.setCurrentIndex(table.model().index(view.figures.lines.index(traffic), year))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    (listed,) = answered
    assert len(listed) == traffic.values[year] == 6
    assert window.period.name == "2017"
    assert window.page().record.id == "qd-2017-01"


def test_rows_and_columns_that_are_the_same_are_refused(view, qtbot):
    ask(view, qtbot, "rows", Axis.YEAR)
    assert "Hàng và cột đang là một" in view.problem.text()
    assert view.figures is None
    assert not view.export_button.isEnabled()
    ask(view, qtbot, "rows", Axis.LEVEL)
    assert not view.problem.isVisible()
    assert rows(view)[-1][-1] == "36"


def test_years_the_wrong_way_round_are_refused(view, qtbot):
    ask(view, qtbot, "since", "ky-2018")
    ask(view, qtbot, "until", "ky-2016")
    assert view.problem.text() == "«Từ năm» đứng sau «Đến năm»: hãy chọn lại."


def test_screen_paper_and_workbook_are_the_same(view, qtbot, tmp_path, save_as):
    ask(view, qtbot, "rows", Axis.AWARD)
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=15000)
    text = " ".join(raster.text_of(view.preview.pdf)).replace("\r\n", " ")
    path = tmp_path / "thống kê.xlsx"
    save_as(path)
    with qtbot.waitSignal(view.status, timeout=10000):
        view.export_button.click()
    sheet = load_workbook(io.BytesIO(path.read_bytes())).active
    for place, (line, cells) in enumerate(zip(view.figures.lines, rows(view), strict=True), 1):
        in_book = [cell.value for cell in sheet[HEAD_ROW + place]]
        assert in_book[0] == line.name
        assert [shown(value) for value in in_book[1:]] == cells
    assert " ".join(rows(view)[-1]) in " ".join(text.split())


def test_bars_follow_the_choice_and_so_does_the_paper(view, qtbot):
    chart = view.chart
    chart.line_box.setCurrentIndex(chart.line_box.findData("c08"))
    chart._choose_line()
    chart.other_box.setCurrentIndex(chart.other_box.findData("k01"))
    chart._choose_other()
    assert "2017 6 lượt" in chart.chart.accessibleName()
    assert "BTL Cảnh vệ: 2 lượt" in chart.chart.accessibleName()
    assert view.figures.drawing.against == "k01"


def test_history_of_a_person_between_two_days(window, qtbot):
    view = opened(window, qtbot, COMMENDATIONS, AwardStatisticsView)
    ask(view, qtbot, "subject", Subject.AWARD_LIST)
    assert len(rows(view)) == 36
    view.bar.name_edit.setText("can bo mau 17")
    view.bar.first_day.setText("01/01/2017")
    view.bar._changed()
    qtbot.waitUntil(lambda: not view.gathering.is_running)
    assert len(rows(view)) == 8
    view.bar.last_day.setText("31/13/2017")
    view.bar._changed()
    assert "Không có ngày «31/13/2017»" in view.problem.text()
    assert view.figures is None


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("award-statistics", "Thống kê khen thưởng năm 2018"),
        ("award-forms", "Biểu thống kê thi đua, khen thưởng năm 2018"),
    ],
)
def test_papers_of_the_year_stand_beside_the_table(window, qtbot, key, title):
    view = opened(window, qtbot, COMMENDATIONS, AwardStatisticsView)
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=15000)
    view.papers_shown.choose(key)
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=15000)
    book = view.paper_wish().record
    assert paper_with_key(key).compose(book).title == title
    assert len(book.campaigns) == 1
    assert "BK-TTG" in {award.code for award in book.awards}


def test_a_year_without_anything_says_what_to_do(view, window, qtbot):
    ask(view, qtbot, "since", "ky-2018")
    ask(view, qtbot, "award", "GK|Giấy khen")
    assert "Ghi quyết định" in view.state.text()
    assert not view.chart.isVisible()
    assert view.figures.value("c08", TOTAL) == 0


def test_counting_stops_when_the_file_is_left(view, window, monkeypatch):
    monkeypatch.setattr(figures_view.Gathering, "start", lambda *_: None)
    view.gathering._timer.start()
    window.close_file()
    assert not view.gathering.is_running
