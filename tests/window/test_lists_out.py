"""Lists go out as they are shown: to Excel with their parts, and to the official page."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.printing.pdf import to_pdf
from desktop_app.ui.menus.list_actions import ListActions
from desktop_app.ui.preview.list_dialog import ListDialog
from desktop_app.ui.records.lists.shown_table import shown_list
from desktop_app.ui.tabs import TABS

UNITS, MEETINGS, PEOPLE = 1, 3, 1
HEAD = 4


@pytest.fixture
def lists(window) -> ListActions:
    return window.actions_.lists


@pytest.fixture
def exported(window, lists, save_as, tmp_path):
    """The workbook of the view in front."""

    def export():
        path = tmp_path / "ra.xlsx"
        save_as(path)
        lists.excel.trigger()
        return openpyxl.load_workbook(path)

    return export


def cells(sheet, head=HEAD):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head)]


def test_people_go_to_excel_filtered_sorted_and_with_chosen_columns(window, exported):
    window.tabs.setCurrentIndex(UNITS)
    view = window.page().turn_to(PEOPLE)
    QApplication.processEvents()
    table = view.list.table
    table._show_column(3, True)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    view.list.filter_box.setText("trung ta")
    view.list.apply_filter()
    shown = [person.full_name for person in view.list.records()]
    assert 0 < len(shown) < view.list.model.total

    sheet = exported().worksheets[0]

    head, *rows = cells(sheet)
    assert head[:4] == ["Họ và tên", "Cấp bậc", "Đơn vị", "Chức vụ"]
    assert [row[0] for row in rows] == shown
    assert "trung ta" in sheet["A2"].value
    assert sheet["A1"].value == "DANH SÁCH CÁN BỘ"
    assert sheet.freeze_panes == f"A{HEAD + 1}"


def test_meetings_take_their_parts_along_and_days_are_days(window, exported):
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().turn_to(0)
    QApplication.processEvents()
    book = exported()
    names = book.sheetnames
    assert names[0] == "Hội nghị"
    assert {"Chương trình", "Đại biểu"} <= set(names)
    days = [row[0] for row in cells(book.worksheets[0])[1:]]
    assert dt.datetime.combine(view.list.records()[0].day, dt.time()) in days
    head, first, *_ = cells(book["Đại biểu"])
    assert head[0] == "Hội nghị"
    assert first[0] in [meeting.title for meeting in view.list.records()]


def test_every_view_with_a_list_can_be_written_and_printed(window, lists):
    made = {}
    for tab in range(len(TABS)):
        window.tabs.setCurrentIndex(tab)
        for place in range(len(window.page().views)):
            window.page().turn_to(place)
            QApplication.processEvents()
            shown = lists.shown()
            window.show_state()
            assert lists.excel.isEnabled() == (shown is not None)
            if shown is None:
                continue
            made[shown.name] = shown
            assert all(len(row) == len(shown.columns) for row in shown.rows), shown.name
    assert len(made) > 24
    assert len(to_pdf(ListDialog(made["Cán bộ"]).preview.paper().compose(made["Cán bộ"]))) > 5000


def test_the_paper_is_shown_before_it_is_printed(window, lists, qtbot, monkeypatch):
    window.tabs.setCurrentIndex(UNITS)
    window.page().turn_to(PEOPLE)
    seen = []

    def look(dialog):
        qtbot.waitUntil(lambda: dialog.preview.is_ready)
        seen.append((dialog.windowTitle(), dialog.print_button.isEnabled(), dialog.preview.pdf))

    monkeypatch.setattr(ListDialog, "exec", look)
    lists.paper.trigger()
    ((title, ready, pdf),) = seen
    assert title == "In danh sách: Cán bộ"
    assert ready
    assert pdf.startswith(b"%PDF")


def test_stopping_leaves_no_file(window, lists, save_as, tmp_path, monkeypatch):
    from desktop_app.exchange import list_book
    from desktop_app.ui.progress_dialog import ProgressDialog

    path = tmp_path / "ra.xlsx"
    save_as(path)
    window.tabs.setCurrentIndex(UNITS)
    window.page().turn_to(PEOPLE)
    monkeypatch.setattr(list_book, "_STEP", 1)
    begin = ProgressDialog.open
    monkeypatch.setattr(ProgressDialog, "open", lambda self: (begin(self), self.reject()))
    lists.excel.trigger()
    assert not path.exists()


def test_moved_columns_stand_where_they_were_moved(window):
    window.tabs.setCurrentIndex(UNITS)
    table = window.page().turn_to(PEOPLE).list.table
    table.horizontalHeader().moveSection(1, 0)
    heads = [column.head for column in shown_list(table, "Cán bộ").columns]
    assert heads[:2] == ["Cấp bậc", "Họ và tên"]
