"""The first painted window is light: libraries for papers come only when a paper is made."""

import os
import subprocess
import sys

HEAVY = ("reportlab", "docx", "openpyxl", "pypdfium2", "PySide6.QtPrintSupport")


def test_a_tab_needs_no_library_for_papers():
    code = (
        "import sys, desktop_app.ui.records.record_tab, desktop_app.ui.messages;"
        "print([name for name in sys.argv[1:] if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *HEAVY], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_first_window_needs_no_form_and_no_record():
    """They come with the first file; until then there is nothing to show in them."""
    later = ("desktop_app.ui.records.record_tab", "desktop_app.domain.record", "peewee")
    code = (
        "import sys, desktop_app.ui.application;"
        "print([name for name in sys.argv[1:] if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *later], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_start_that_is_measured_shows_the_window_and_leaves(tmp_path):
    homes = dict.fromkeys(("HOME", "APPDATA", "XDG_CONFIG_HOME"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "desktop_app", "--first-paint"],
        capture_output=True,
        text=True,
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=True,
    )
    assert "desktop_app.ui.main_window" in done.stderr
    assert not any(name in done.stderr for name in ("desktop_app.storage", "peewee"))


def test_the_collector_rests_until_the_window_collects_by_its_clock(tmp_path):
    """To look through all that is being loaded costs a twentieth of the start."""
    code = """
import gc
from desktop_app import __main__
from PySide6.QtCore import QTimer
from desktop_app.ui import application, collecting
def show(window):
    print(gc.isenabled(), collecting._timer.isActive())
    QTimer.singleShot(0, application.QApplication.quit)
gc.enable()
application.MainWindow.show = show
__main__._open_window([], safely=True)
"""
    homes = dict.fromkeys(("HOME", "APPDATA", "XDG_CONFIG_HOME"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.strip() == "False True"
