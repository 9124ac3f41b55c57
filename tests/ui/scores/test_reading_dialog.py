"""A dialog that reads while it is open: the answer, a failure, and leaving before either."""

import threading

import pytest
from PySide6.QtWidgets import QDialog

from desktop_app.domain.errors import UserFacingError
from desktop_app.ui import messages
from desktop_app.ui.scores.reading_dialog import ReadingDialog


class Reading(ReadingDialog):
    """Keeps what came."""

    def __init__(self, work):
        super().__init__("Đọc tệp", "Đang đọc…")
        self.found = []
        self.setResult(-1)
        self.read(work, "Đang đọc…")

    def came(self, found):
        self.found.append(found)


@pytest.fixture
def told(monkeypatch):
    said = []
    monkeypatch.setattr(messages, "tell", lambda _, error: said.append(str(error)))
    return said


def test_what_was_read_comes_and_the_dialog_stays(qtbot, told):
    dialog = Reading(lambda _: "nội dung")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.found))
    assert dialog.found == ["nội dung"]
    assert dialog.result() == -1
    assert told == []


def test_what_cannot_be_read_is_told_and_the_dialog_given_up(qtbot, told):
    def work(_):
        raise UserFacingError("Không đọc được tệp.")

    dialog = Reading(work)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Rejected)
    assert told == ["Không đọc được tệp."]
    assert dialog.found == []


def test_leaving_stops_the_reading(qtbot, told):
    go_on, ended = threading.Event(), []

    def work(report):
        go_on.wait(10)
        try:
            report.check()
        finally:
            ended.append(1)

    dialog = Reading(work)
    qtbot.addWidget(dialog)
    job = dialog._job
    dialog.reject()
    assert job.is_stopped
    go_on.set()
    with qtbot.waitSignal(job.finished):
        pass
    assert (dialog.found, told, ended) == ([], [], [1])
