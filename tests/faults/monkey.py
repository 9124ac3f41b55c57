"""Random hands on the whole window: started by test_monkey as a process of its own.

    python -m tests.faults.monkey FILE SECONDS SEED

Ends with one line of JSON: how many events there were, and everything that went wrong. With
`SEED_BUG=1` an error is put into the program, which must be found.
"""

from __future__ import annotations

import collections
import contextlib
import ctypes
import faulthandler
import gc
import json
import os
import random
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QEventLoop,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QTabWidget, QWidget
from shiboken6 import Object, isValid

from desktop_app.storage import DataFile
from desktop_app.storage.file_key import is_encrypted
from desktop_app.ui import background, messages
from desktop_app.ui.application import make_application
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.status_line import StatusLine

IGNORED_WARNINGS = (
    *("This plugin does not support", "propagateSizeHints", "XDG_RUNTIME_DIR"),
    *("QFontDatabase: Cannot find font directory", "does not belong to this view"),
)
"""The same that pyproject.toml lists: what the offscreen platform cannot do is not our fault."""
STUCK = 400
LONGEST = 30
"""Steps in one dialog after which it is closed by Esc; twice as many and that many seconds, and
it is stuck."""
_WORDS = (
    *(
        "Đặng Đức Ẵng",
        "31/12/2018",
        "12",
        "1,5",
        "x" * 300,
        "<b>&amp;",
        "=1+1",
        "",
        " ",
        "👮",
        "14:30",
    ),
    *(
        "Bộ Tư lệnh Cảnh vệ",
        "Tie\u0302\u0301ng Vie\u0323\u0302t",
        "\u202egnort",
        "a\nb",
        "0",
        "-1",
        "31/02/2018",
    ),
)
_KEYS = (
    *("Tab", "Tab", "Tab", "Backtab", "Return", "Return", "Escape", "Escape", "Space", "Delete"),
    *("Backspace", "Up", "Down", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown"),
    *("F1", "F2", "F3", "F4", "F5", "Menu", "Insert", "A", "B", "1", "Period"),
)
_WITH_CTRL = "S N Z Y F K P D E A C V X Up Down Return Home End B I U".split()


class Monkey:
    """Keeps the last steps, so that what went wrong can be done again with the same seed."""

    def __init__(self, path: Path, seconds: float, seed: int) -> None:
        self.path = path
        self.folder = path.parent
        self.chance = random.Random(seed)
        self.seconds = seconds
        self.latest = time.monotonic() + 5 * seconds
        self.steps = collections.deque[str](maxlen=20)
        self.count = 0
        self.wrong: list[str] = []
        self.memory: list[int] = []
        self.slowest = (0.0, "")
        self.is_waiting = 0
        self._inner: list[QWidget] = []
        self._top: QWidget | None = None
        self._look_again = 0
        self._modal: QWidget | None = None
        self._in_modal = 0
        self._modal_since = 0.0
        self._is_over = False
        self.window = MainWindow()

    def run(self) -> None:
        QTimer.singleShot(0, self.open)
        QTimer.singleShot(0, self._see_all)
        QApplication.exec()

    def _see_all(self) -> None:
        """Views and pages of forms are built and dressed when they are first seen.

        That would look like memory that grows.
        """
        for number in range(self.window.tabs.count()):
            self.window.tabs.setCurrentIndex(number)
            page = self.window.page()
            for place in range(len(page.views)):
                for bar in page.turn_to(place).findChildren(QTabWidget):
                    for tab in (*range(bar.count()), 0):
                        bar.setCurrentIndex(tab)
                        QApplication.processEvents()
        self.seconds += time.process_time()
        self.memory.append(_memory())
        self._arm()

    def complain(self, what: str) -> None:
        if len(self.wrong) < 20:
            self.wrong.append(f"{what}\n  sau: {' | '.join(self.steps)}")

    # --- a step ---------------------------------------------------------------------------

    def _arm(self) -> None:
        QTimer.singleShot(0, self._step)

    def _step(self) -> None:
        # before the step: one that opens a dialog comes back only when that is closed
        # counted in work of its own, so that a busy machine does not shorten it
        if time.process_time() > self.seconds or time.monotonic() > self.latest:
            self._finish()
            return
        self._arm()
        if self.is_waiting:
            return
        self.count += 1
        if self.count % 500 == 0:
            self.memory.append(_memory())
        if not self._mind_dialogs():
            return
        target = self._target()
        if target is None:
            return
        began, count = time.monotonic(), self.count
        do = self.chance.choice(_DEEDS)
        self.steps.append(f"{do.__name__} {type(target).__name__} {target.objectName()}")
        step = self.steps[-1]
        do(self, target)
        took = time.monotonic() - began
        # a step in which others happened stood in a dialog
        if count == self.count and took > self.slowest[0]:
            self.slowest = (took, step)

    def _mind_dialogs(self) -> bool:
        """A dialog that does not go away by itself is closed; one that cannot be is a finding."""
        modal = QApplication.activeModalWidget()
        if modal is not self._modal:
            self._modal, self._in_modal, self._modal_since = modal, 0, time.monotonic()
        self._in_modal += 1
        if modal is None or self._in_modal < STUCK:
            return True
        # one that waits for work goes by itself
        if self._in_modal < 2 * STUCK or time.monotonic() - self._modal_since < LONGEST:
            QTest.keyClick(modal, Qt.Key.Key_Escape)
            return False
        self.complain(f"cửa sổ «{modal.windowTitle()}» {type(modal).__name__} không đóng được")
        if isinstance(modal, QDialog):
            modal.reject()
        return False

    def _target(self) -> QWidget | None:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is None:
            if not self.window.isVisible():
                self.open()
            others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
            top = (
                self.window
                if self.chance.random() < 0.9 or not others
                else self.chance.choice(others)
            )
        if isinstance(top, QMenu):
            return top
        focus = QApplication.focusWidget()
        if focus is not None and focus.window() is top and self.chance.random() < 0.5:
            return focus
        inner = [w for w in self._within(top) if isValid(w) and w.isVisible() and w.isEnabled()]
        return self.chance.choice(inner) if inner else top

    def _within(self, top: QWidget) -> list[QWidget]:
        # not findChildren: the bindings would hang what it finds on `top`, long after it is gone
        if self.count >= self._look_again or top is not self._top:
            self._top, self._look_again = top, self.count + 10
            seen = (w for w in QApplication.allWidgets() if w.isVisible())
            self._inner = [w for w in seen if top.isAncestorOf(w)]
        return self._inner

    def let_go(self) -> None:
        """Hold no widget any more."""
        self._inner, self._top, self._modal = [], None, None

    def open(self) -> None:
        self.window.show()
        self.window.activateWindow()
        if self.window.file is None:
            self.window.actions_.files.open(self.path)

    def _finish(self) -> None:
        """All dialogs are closed from the inmost, then the window; the loops end one by one."""
        modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if modal is not None:
            self._arm()
            modal.reject() if isinstance(modal, QDialog) else modal.close()
            return
        if self.is_waiting:
            self._arm()
            return
        if not self._is_over:
            self._is_over = True
            messages.ask_unsaved = lambda *_: messages.Unsaved.DISCARD
            self.window.close()
            self._arm()
            return
        QApplication.exit(0)

    # --- what hands do ----------------------------------------------------------------------

    def click(self, target: QWidget) -> None:
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=self._point(target))

    def double_click(self, target: QWidget) -> None:
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=self._point(target))

    def press(self, target: QWidget) -> None:
        key = getattr(Qt.Key, f"Key_{self.chance.choice(_KEYS)}")
        shift = self.chance.random() < 0.1
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(target, key, modifier)

    def press_with_ctrl(self, target: QWidget) -> None:
        key = getattr(Qt.Key, f"Key_{self.chance.choice(_WITH_CTRL)}")
        QTest.keyClick(target, key, Qt.KeyboardModifier.ControlModifier)

    def type_words(self, target: QWidget) -> None:
        event = QInputMethodEvent()
        event.setCommitString(self.chance.choice(_WORDS))
        QApplication.sendEvent(target, event)

    def wheel(self, target: QWidget) -> None:
        point = QPointF(self._point(target))
        turn = QPoint(0, self.chance.choice((-120, 120)))
        event = QWheelEvent(
            point,
            QPointF(target.mapToGlobal(point.toPoint())),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)

    def ask_menu(self, target: QWidget) -> None:
        point = self._point(target)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, target.mapToGlobal(point))
        QApplication.sendEvent(target, event)

    def go_elsewhere(self, _: QWidget) -> None:
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            number = self.chance.randrange(self.window.tabs.count())
            QTest.keyClick(
                self.window, getattr(Qt.Key, f"Key_{number + 1}"), Qt.KeyboardModifier.AltModifier
            )

    def use_action(self, _: QWidget) -> None:
        """Something of the menus, as if it were chosen there."""
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            menus = [action.menu() for action in self.window.menuBar().actions()]
            actions = [a for menu in menus if isinstance(menu, QMenu) for a in menu.actions()]
            usable = [a for a in actions if a.isEnabled() and not a.menu() and not a.isSeparator()]
            action = self.chance.choice(usable)
            self.steps.append(action.text())
            action.trigger()

    def _point(self, target: QWidget) -> QPoint:
        width, height = max(target.width(), 1), max(target.height(), 1)
        return QPoint(self.chance.randrange(width), self.chance.randrange(height))


_DEEDS = (
    *[Monkey.click] * 8,
    *[Monkey.press] * 6,
    *[Monkey.type_words] * 3,
    *[Monkey.press_with_ctrl] * 2,
    *(Monkey.double_click, Monkey.wheel, Monkey.ask_menu, Monkey.go_elsewhere, Monkey.use_action),
)


# --- around it ----------------------------------------------------------------------------


def fake_the_outside(monkey: Monkey) -> None:
    """No dialog of the system, no other program, no printer: files of its own folder instead."""

    def some(*names: str) -> str:
        return (
            str(monkey.folder / monkey.chance.choice(names)) if monkey.chance.random() < 0.7 else ""
        )

    def to_open(*_: Any, **__: Any) -> tuple[str, str]:
        return some("bừa.xlsx", "hỏng.thidua", "không có.pdf", monkey.path.name, "ảnh.png"), ""

    def many(*_: Any, **__: Any) -> tuple[list[str], str]:
        return [name for name in (some("bừa.xlsx", "ảnh.png"),) if name], ""

    def to_save(*_: Any, **__: Any) -> tuple[str, str]:
        return some(
            *(f"ra-{n}{e}" for n in range(3) for e in (".pdf", ".docx", ".xlsx", ".json"))
        ), ""

    QFileDialog.getOpenFileName = to_open
    QFileDialog.getOpenFileNames = many
    QFileDialog.getSaveFileName = to_save
    QFileDialog.getExistingDirectory = lambda *_, **__: str(monkey.folder / "thư mục")
    QDesktopServices.openUrl = lambda *_: True
    with contextlib.suppress(ImportError):
        from PySide6.QtPrintSupport import QPrintDialog

        QPrintDialog.exec = lambda *_: 0


def listen(monkey: Monkey) -> None:
    """Whatever goes wrong anywhere is written down."""

    def caught(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        monkey.complain("".join(traceback.format_exception(kind, error, trace)))

    def warned(kind: QtMsgType, _: Any, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not any(
            words in text for words in IGNORED_WARNINGS
        ):
            monkey.complain(f"Qt: {text}")

    sys.excepthook = caught
    threading.excepthook = lambda a: caught(a.exc_type, a.exc_value, a.exc_traceback)
    sys.unraisablehook = lambda a: caught(a.exc_type, a.exc_value, a.exc_traceback)
    qInstallMessageHandler(warned)
    messages.report_bug = lambda _, error: caught(type(error), error, error.__traceback__)

    class Waiting(QEventLoop):
        """Where the program takes no keys, the monkey has no hands."""

        def exec(self, *flags: Any) -> int:
            monkey.is_waiting += 1
            try:
                return super().exec(*flags)
            finally:
                monkey.is_waiting -= 1

    background.QEventLoop = Waiting


def put_in_a_bug() -> None:
    def broken(*_: Any) -> None:
        raise ZeroDivisionError("lỗi cố ý")

    StatusLine.show = broken


def _memory() -> int:
    """Megabytes that the process holds; what is free and only lies ready is given back first."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def _kept() -> list[str]:
    """Our own widgets that Qt has taken away and something still holds: they would add up."""
    gc.collect()
    gone = (x for x in gc.get_objects() if isinstance(x, Object) and not isValid(x))
    return sorted(type(x).__name__ for x in gone if type(x).__module__.startswith("desktop_app"))


def main(path: Path, seconds: float, seed: int) -> None:
    faulthandler.enable()
    make_application()
    (path.parent / "thư mục").mkdir(exist_ok=True)
    (path.parent / "hỏng.thidua").write_bytes(b"SQLite format 3\x00" + os.urandom(5000))
    (path.parent / "bừa.xlsx").write_bytes(os.urandom(3000))
    (path.parent / "ảnh.png").write_bytes(os.urandom(3000))
    if os.environ.get("SEED_BUG") == "1":
        put_in_a_bug()
    monkey = Monkey(path, seconds, seed)
    fake_the_outside(monkey)
    listen(monkey)
    monkey.run()
    background.finish()
    monkey.let_go()
    kept = _kept()
    problems = []
    # the hands may have set a password that nobody knows
    if monkey.path.exists() and not is_encrypted(monkey.path):
        with DataFile.open(monkey.path) as file:
            problems = [
                said for said in file.check() if "Trang dữ liệu" in said or "trỏ tới" in said
            ]
            problems += file.history.problems()
    found = {"events": monkey.count, "wrong": monkey.wrong, "problems": problems, "kept": kept}
    print(json.dumps(found | {"memory": [*monkey.memory, _memory()], "slowest": monkey.slowest}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))
