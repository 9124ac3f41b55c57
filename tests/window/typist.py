"""A person who types in the window until the process is killed: started by test_autosave.

Says on its output which word stands in the minutes since when, so that the other process
knows what was typed when it struck.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.application import make_application
from desktop_app.ui.main_window import MainWindow

MEETINGS = 3
EVERY = 90
"""Milliseconds between two words: no pause in which a form that waits for one would save."""


def main(path: Path) -> None:
    app = make_application()
    window = MainWindow()
    window.show()
    assert window.actions_.files.open(path)
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().view
    assert view is not None
    QTimer.singleShot(300, view, lambda: begin(window))
    app.exec()


def begin(window: MainWindow) -> None:
    view = window.page().view
    view.form.focus_field("course")
    editor = view.form.fields["course"].editor
    typed = 0

    def word() -> None:
        nonlocal typed
        typed += 1
        event = QInputMethodEvent()
        event.setCommitString(f"«từ {typed}» ")
        QApplication.sendEvent(editor, event)
        print(typed, time.monotonic(), view.form.shown.id, flush=True)

    timer = QTimer(view, interval=EVERY)
    timer.timeout.connect(word)
    timer.start()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
