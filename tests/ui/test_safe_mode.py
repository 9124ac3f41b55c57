"""Safe mode: asked for, or after two starts that came to nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.new_file import create_sample
from desktop_app.ui import safe_mode
from desktop_app.ui.records import memory

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def usual(monkeypatch):
    monkeypatch.setattr(memory, "_name", "window.ini")
    memory.settings().clear()
    safe_mode.note_up()
    yield
    safe_mode.note_up()


def test_two_failed_starts_make_the_third_a_safe_one(qapp):
    for failed in (0, 1):
        assert safe_mode.count_start() == failed
        assert not safe_mode.begin(is_wanted=False, failed_starts=failed)
    assert safe_mode.begin(is_wanted=False, failed_starts=safe_mode.count_start())


def test_start_that_is_up_counts_from_nought_again(qapp):
    safe_mode.count_start()
    safe_mode.count_start()
    safe_mode.note_up()
    assert safe_mode.count_start() == 0


def test_shift_held_is_enough(qapp, monkeypatch):
    shift = Qt.KeyboardModifier.ShiftModifier
    monkeypatch.setattr(QGuiApplication, "queryKeyboardModifiers", lambda: shift)
    assert safe_mode.begin(is_wanted=False, failed_starts=0)


def test_settings_are_plain_and_the_usual_ones_stay(qapp):
    memory.settings().setValue("file/last", "a.thidua")
    memory.settings().setValue("backup/second_place", "/media/usb")
    safe_mode.begin(is_wanted=True, failed_starts=0)
    assert memory.settings().allKeys() == ["backup/second_place"]
    memory.settings().setValue("file/last", "b.thidua")
    memory._name = "window.ini"
    assert memory.settings().value("file/last") == "a.thidua"


_START = """
import sys
from PySide6.QtCore import QTimer
from desktop_app import __main__
from desktop_app.ui import application, first_start
from desktop_app.ui.first_start import welcome
seen = []
def ask(window):
    seen.append("asked")
    return None
welcome.ask_how_to_start = ask
start = application.open_first_file
def look(window, path):
    start(window, path)
    QTimer.singleShot(0, lambda: (seen.append(window.windowTitle()), window.close()))
application.open_first_file = look
code = __main__._open_window([], safely="--an-toan" in sys.argv)
print(seen)
sys.exit(code)
"""


@pytest.mark.parametrize(("words", "is_safe"), [((), False), (("--an-toan",), True)])
def test_real_start_opens_the_last_file_only_when_it_is_not_safe(tmp_path, words, is_safe):
    home = tmp_path / "nhà"
    path = home / "Documents" / "Thi đua Cụm" / "Thi đua Cụm.thidua"
    create_sample(path).close()
    done = subprocess.run(
        [sys.executable, "-c", _START, *words],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert ("asked" in done.stdout) is is_safe
    assert ("AN TOÀN" in done.stdout) is is_safe
    assert not (home / "config" / "thi-dua-cum" / "starts").exists()
    shutil.rmtree(home)
