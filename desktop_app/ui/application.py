"""The program on the screen: look, texts, error hook, the window and the file it shows first."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.ui import safe_mode
from desktop_app.ui.collecting import collect_here_alone
from desktop_app.ui.later import later
from desktop_app.ui.main_window import PROGRAM, MainWindow
from desktop_app.ui.qt_texts import install_texts
from desktop_app.ui.records.memory import is_plain, settings
from desktop_app.ui.theme import FUSION, MODES, load_more_fonts, theme

SAFE_NOTE = (
    "Cài đặt của cửa sổ như lúc mới cài, khung xem trước đóng, tệp dùng gần nhất không tự mở. "
    "Hãy mở tệp bằng «Mở tệp có sẵn». Lần mở sau trở lại như thường; cài đặt cũ còn nguyên."
)


def run(path: Path | None, *, safely: bool = False) -> int:
    """Opens the window on a file, or on the one opened last, or on the first start."""
    failed = safe_mode.count_start()
    app = bare_application()
    collect_here_alone()
    is_safe = safe_mode.begin(is_wanted=safely, failed_starts=failed)
    dress(app)
    window = MainWindow()
    why = "Hai lần mở trước không thành." if is_safe and failed >= safe_mode.TOO_MANY else ""
    window.painted.connect(lambda: _begin(window, path, why))
    later(window, safe_mode.note_up, safe_mode.UP_AFTER)
    window.show()
    code = app.exec()
    safe_mode.note_up()
    from desktop_app.ui import background

    if not background.finish():
        # Everything is saved and the file is closed: better to end hard than to hang.
        os._exit(code)
    return code


def first_paint() -> int:
    """Opens the window, and leaves as soon as it is painted."""
    app = make_application()
    window = MainWindow()
    window.painted.connect(app.quit)
    window.show()
    return app.exec()


def smoke(path: Path, picture: Path, manual: Path | None = None) -> int:
    """Opens the window on a file, walks through every tab, and saves a picture of it.

    With a name for it also one of the manual, opened as F1 opens it.
    """
    make_application()
    window = MainWindow()
    window.show()
    if not window.actions_.files.open(path):
        return 1
    for index in range(window.tabs.count()):
        window.tabs.setCurrentIndex(index)
        QApplication.processEvents()
    saved = window.grab().save(str(picture))
    if manual:
        saved = _picture_of_manual(window, manual) and saved
    window.close()
    from desktop_app.ui import background

    background.finish()
    return 0 if saved else 1


def _picture_of_manual(window: MainWindow, target: Path) -> bool:
    from desktop_app.ui.dialogs.help_window import show_help

    return show_help("index", window).grab().save(str(target))


def _begin(window: MainWindow, path: Path | None, why_safe: str = "") -> None:
    """What can wait until the window is on the screen: the log, the error hook, the file."""
    from desktop_app.ui import looked_at, messages
    from desktop_app.ui.log import write_log

    load_more_fonts(paths.resources() / "fonts")
    write_log()
    # what a crash left behind
    looked_at.remove()
    messages.install_exception_hook()
    if why_safe:
        messages.show_note(window, f"{why_safe} Chương trình mở ở chế độ an toàn.", SAFE_NOTE)
    open_first_file(window, path)


def make_application() -> QApplication:
    """The one application object, dressed and speaking Vietnamese."""
    app = bare_application()
    dress(app)
    return app


def bare_application() -> QApplication:
    """The one application object."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication([*sys.argv[:1], FUSION])


def dress(app: QApplication) -> None:
    """Name, look and texts of the application, as they are remembered."""
    app.setApplicationName(PROGRAM)
    app.setApplicationDisplayName("")
    app.setWindowIcon(QIcon(str(paths.resources() / "app.png")))
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    install_texts(app)
    kept = settings()
    mode = str(kept.value("look/mode", "system"))
    size = int(str(kept.value("look/text_size", 100)))
    theme.apply(app, next((each for each, _ in MODES if each == mode), "system"), size)


def open_first_file(window: MainWindow, path: Path | None) -> None:
    """The named file, else the last one, else the default one, else the first start."""
    kept = str(settings().value("file/last", ""))
    usual = [] if is_plain() else [Path(kept) if kept else None, paths.data_file()]
    candidates = [path, *usual]
    chosen = next((each for each in candidates if each and each.exists()), None)
    if chosen is None:
        welcome(window)
        return
    from desktop_app.domain.errors import DataFileBusy, UserFacingError
    from desktop_app.ui import messages
    from desktop_app.ui.locking.opening import open_asking

    try:
        file = open_asking(window, chosen)
    except DataFileBusy as error:
        # The other window has it: a second file for the same cluster would be a trap.
        messages.show_error(window, error)
        window.close()
    except UserFacingError as error:
        if not window.actions_.files.going_back.tell_and_mend(chosen, error):
            welcome(window)
    else:
        if file is not None and window.actions_.files.show(file):
            window.restore_tab()
        else:
            welcome(window)


def welcome(window: MainWindow) -> None:
    """The first start: a new file, the sample, or a file from elsewhere; nothing leaves."""
    from desktop_app.ui.first_start.welcome import Choice, ask_how_to_start

    files = window.actions_.files
    ways = {Choice.NEW: files.create, Choice.SAMPLE: files.open_sample, Choice.OPEN: files.choose}
    ways[Choice.RECEIVE] = files.receive
    while window.file is None:
        choice = ask_how_to_start(window)
        if choice is None:
            window.close()
            return
        ways[choice]()
