"""From the start of the process to the first painted window, against a bare PySide6 window.

Each case runs in a process of its own, the cases in turn; medians and their ratio are printed.
«cửa sổ» is the window itself, «dữ liệu» the home tab with the sample file's figures in it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 21

_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("cửa sổ", time.time(), flush=True)
        QApplication.exit()
app = QApplication(sys.argv)
window = Window()
window.show()
app.exec()
"""

_OURS = """
import gc, sys, time
from pathlib import Path
gc.disable()  # as __main__ does before it loads the window
from desktop_app.ui import application
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and type(watched).__name__ == "Figure":
            if watched._value != "–":
                QTimer.singleShot(0, done)
        return False
def begun(*start):
    seen["cửa sổ"] = time.time()
    application.QApplication.instance().installEventFilter(watch)
    begin(*start)
def done():
    seen.setdefault("dữ liệu", time.time())
    application.QApplication.quit()
seen = {}
watch = Watch()
begin, application._begin = application._begin, begun
application.run(Path(sys.argv[1]))
for what, moment in seen.items():
    print(what, moment)
loaded = [m for m in ("reportlab", "openpyxl", "docx", "pypdfium2") if m in sys.modules]
print("nạp sớm", loaded)
"""


def main() -> None:
    from desktop_app.new_file import create_sample

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "mẫu.thidua"
        create_sample(path).close()
        times: dict[str, list[float]] = {}
        for _ in range(ROUNDS + 1):
            for case, code in (("trống", _BARE), ("ta", _OURS)):
                for what, seconds in _run(code, path, folder).items():
                    times.setdefault(f"{case}: {what}", []).append(seconds)
    bare = times["trống: cửa sổ"][1:]
    for case, values in times.items():
        median = statistics.median(values[1:]) * 1000
        # Pair by pair: a shared machine is slow for both cases of a round.
        pairs = zip(values[1:], bare, strict=True)
        ratio = statistics.median(ours / theirs for ours, theirs in pairs)
        print(f"{case:<18}{median:7.0f} ms  {ratio:5.2f} lần cửa sổ trống")


def _run(code: str, path: Path, folder: Path) -> dict[str, float]:
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    # A person's Python keeps its compiled modules; both cases are measured with them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.time()
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    lines = [line.rsplit(" ", 1) for line in done.stdout.splitlines() if "nạp" not in line]
    return {what: float(moment) - started for what, moment in lines}


if __name__ == "__main__":
    main()
