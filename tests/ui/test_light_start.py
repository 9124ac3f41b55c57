"""The first painted window is light: libraries for papers come only when a paper is made."""

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
