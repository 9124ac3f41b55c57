"""Questions carry their verb on the button, and errors say what was kept."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QPushButton

from desktop_app.domain.errors import RecordInUse
from desktop_app.ui import messages


@pytest.fixture
def no_question_waits() -> None:
    """Here the questions themselves are tried, and clicked."""


def answer_with(text, seen):
    """Press a button of the dialog that is going to open."""

    def press():
        dialog = QApplication.activeModalWidget()
        seen.append([button.text() for button in dialog.findChildren(QPushButton)])
        if isinstance(dialog, QMessageBox):
            seen.append((dialog.text(), dialog.informativeText()))
        for button in dialog.findChildren(QPushButton):
            if button.text() == text:
                button.click()

    QTimer.singleShot(0, press)


def test_an_error_says_what_was_kept_and_what_to_do(qtbot):
    seen = []
    answer_with("Đóng", seen)
    messages.show_error(None, RecordInUse("Đơn vị A còn 3 cuộc họp.", "Chưa xoá gì.", "Xoá họp."))
    assert seen[1] == ("Đơn vị A còn 3 cuộc họp.", "Chưa xoá gì.\n\nXoá họp.")


@pytest.mark.parametrize(("button", "answer"), [("Xoá", True), ("Huỷ", False)])
def test_deleting_asks_with_the_verb(qtbot, button, answer):
    seen = []
    answer_with(button, seen)
    assert messages.ask_delete(None, "Xoá đơn vị “Sở Y tế”?") is answer
    assert sorted(seen[0]) == ["Huỷ", "Xoá"]


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("Lưu", messages.Unsaved.SAVE),
        ("Bỏ thay đổi", messages.Unsaved.DISCARD),
        ("Huỷ", messages.Unsaved.CANCEL),
    ],
)
def test_unsaved_edits_have_three_ways(qtbot, button, answer):
    answer_with(button, [])
    assert messages.ask_unsaved(None, "Sơ kết") is answer


def test_a_bug_can_be_copied_and_the_program_stays(qtbot):
    report = []

    def look():
        dialog = QApplication.activeModalWidget()
        report.append(dialog.findChild(QPlainTextEdit).toPlainText())
        buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
        buttons["Chép báo cáo lỗi"].click()
        buttons["Đóng"].click()

    QTimer.singleShot(0, look)
    messages.report_bug(None, ZeroDivisionError("chia cho 0"))
    assert "ZeroDivisionError: chia cho 0" in report[0]
    assert QGuiApplication.clipboard().text() == report[0]


def test_the_hook_shows_what_nobody_caught(qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(messages, "tell", lambda parent, error: shown.append(error))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", None)
    messages.install_exception_hook()
    error = KeyError("x")
    sys.excepthook(KeyError, error, None)
    qtbot.waitUntil(lambda: shown == [error])
