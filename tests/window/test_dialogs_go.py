"""A dialog that was closed is gone: none stays in the memory until the program ends."""

from __future__ import annotations

import gc
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.ui.progress_dialog import wait_with_progress

ASK = QDialog.exec
"""Before a fixture makes it an error."""


def dialogs() -> Counter[str]:
    # what is to be deleted later is deleted when the loop goes round
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    found = [widget for widget in QApplication.allWidgets() if isinstance(widget, QDialog)]
    # what was made for a dialog and found no place in it
    found += [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
    return Counter(type(widget).__name__ for widget in found)


@pytest.fixture
def actions(window):
    found = window.actions_
    files = {action.text(): action for action in window.menuBar().actions()[0].menu().actions()}
    return {
        "phục hồi": files["Phục hồi từ bản sao lưu…"],
        "mật khẩu": files["Mật khẩu của tệp…"],
        "năm mới": found.new_year,
        "mang đi": files["Mang sang máy khác…"],
        "luân phiên": found.rotation,
        "mẫu Word": found.templates.keep,
        "chữ": found.imports.letters,
        "thùng rác": found.keeping.trash,
        "cụm": found.cluster,
    }


def test_closed_dialogs_are_gone(window, actions, monkeypatch):
    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()

    monkeypatch.setattr(QDialog, "exec", ASK)
    closing = QTimer(window)
    closing.timeout.connect(close)
    closing.start(20)
    before, left = dialogs(), []
    for name, action in actions.items():
        action.trigger()
        now = dialogs()
        left += [f"{name}: {dict(now - before)}"] if now - before else []
        before = now
    assert left == []


def test_work_that_was_waited_for_leaves_nothing(window):
    before = dialogs()
    assert wait_with_progress(window, "Đang đọc", lambda _: 7) == 7
    assert dialogs() - before == Counter()
