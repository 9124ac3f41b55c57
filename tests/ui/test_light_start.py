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
