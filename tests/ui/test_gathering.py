"""Rows are taken in slices: the window goes on, «Dừng» stops, what breaks is passed on."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from desktop_app.domain.errors import UserFacingError
from desktop_app.ui import gathering
from desktop_app.ui.gathering import GatheringDialog, gathered
from desktop_app.ui.records.lists.shown_table import shown_rows


@pytest.fixture
def opened(monkeypatch):
    """Every dialog that was shown."""
    seen = []
    begin = GatheringDialog.open
    monkeypatch.setattr(GatheringDialog, "open", lambda self: (seen.append(self), begin(self)))
    return seen


def slow(count=40):
    for number in range(count):
        time.sleep(0.005)
        yield number


def test_a_short_list_shows_no_dialog(qapp, opened):
    assert gathered(None, "Đang lấy", iter(range(10)), 10) == list(range(10))
    assert opened == []


def test_a_long_one_leaves_time_to_the_window(qapp, opened):
    ticks = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start()
    assert gathered(None, "Đang lấy", slow(), 40) == list(range(40))
    timer.stop()
    assert len(opened) == 1
    assert len(ticks) >= 3


def test_stopping_gives_nothing(qapp, opened):
    QTimer.singleShot(0, lambda: opened[0]._stop.click())
    assert gathered(None, "Đang lấy", slow(400), 400) is None


def test_what_breaks_is_passed_on(qapp):
    def broken():
        yield from slow(10)
        raise ValueError("hỏng")

    with pytest.raises(ValueError, match="hỏng"):
        gathered(None, "Đang lấy", broken(), 10)


def test_rows_of_a_list_that_changes_meanwhile_are_not_mixed(qapp, monkeypatch):
    monkeypatch.setattr(gathering, "_SLICE", 0)
    model = QStandardItemModel(50, 2)
    model.setHorizontalHeaderLabels(["Một", "Hai"])
    for row in range(50):
        model.setItem(row, 0, QStandardItem(f"{row}"))
    table = QTableView()
    table.setModel(model)
    assert [row[0] for row in gathered(None, "Lấy", shown_rows(table), 50)][-1] == "49"

    def reset():
        model.beginResetModel()
        model.endResetModel()

    QTimer.singleShot(0, reset)
    with pytest.raises(UserFacingError):
        gathered(None, "Lấy", shown_rows(table), 50)
    QApplication.processEvents()
