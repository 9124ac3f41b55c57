"""No screen for the tests, and a home of their own: no person's files are touched."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.fonts.warning=false")

_HOME = Path(tempfile.mkdtemp(prefix="thi-dua-cum-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _variable, _folder in {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "share",
    "XDG_STATE_HOME": "state",
    "APPDATA": "config",
    "LOCALAPPDATA": "local",
}.items():
    (_HOME / _folder).mkdir(exist_ok=True)
    os.environ[_variable] = str(_HOME / _folder)


def pytest_collection_modifyitems(items):
    """Leave the tests that take minutes to `python3 -m tests --long`."""
    if os.environ.get("THIDUACUM_LONG") == "1":
        return
    skip = pytest.mark.skip(reason="chỉ chạy với --long")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(skip)


def pytest_sessionfinish() -> None:
    """Work in the background ends before the interpreter does."""
    if "desktop_app.ui.background" in sys.modules:
        sys.modules["desktop_app.ui.background"].finish()


def pytest_runtest_teardown() -> None:
    """Once work ran in the background nobody collects but a timer, which few tests wait for."""
    if "desktop_app.ui.collecting" in sys.modules:
        sys.modules["desktop_app.ui.collecting"].collect_what_is_due()


def pytest_runtest_setup() -> None:
    """The windows of the test before go: they would be dressed with every new one again."""
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_question_waits(request, monkeypatch) -> None:
    """A question that a test did not expect fails it instead of waiting for a click for ever."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QDialog

    def nobody(dialog, *_: object) -> int:
        raise AssertionError(f"Không ai trả lời cửa sổ «{dialog.windowTitle()}»")

    monkeypatch.setattr(QDialog, "exec", nobody)
