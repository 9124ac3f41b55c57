"""G1, G2: from the start of the process to the first painted window, and what it has loaded.

`python -m tests.benchmarks.starting`. THIDUACUM_PACKAGED names the packaged program, whose smoke
run (open a file, go through every tab, close) is then timed as well, beside the same from source.
The processor's time is told, but for the packaged program.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desktop_app.new_file import create_sample
from tests.benchmarks import first_paint
from tests.benchmarks.promise import Promise

ROUNDS = 7
_HEAVY = ("reportlab", "openpyxl", "docx", "pypdfium2")
_LOADED = """
import sys
from desktop_app.ui import application
app = application.make_application()
window = application.MainWindow()
window.painted.connect(app.quit)
window.show()
app.exec()
print(sum(name in sys.modules for name in sys.argv[1:]))
"""
_MEMORY = """
import resource, sys
from pathlib import Path
from desktop_app.ui import application
application.smoke(Path(sys.argv[1]), Path(sys.argv[2]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def promises() -> list[Promise]:
    """Medians of rounds in turn with a bare window, pair by pair."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "mẫu.thidua"
        create_sample(path).close()
        shown, filled = _ratios(path, folder)
        loaded = float(_said(_LOADED, *_HEAVY))
        memory = float(_said(_MEMORY, str(path), str(folder / "tranh.png")))
        found = [
            Promise("G1", "first painted window, beside a bare one", shown, limit=1.5),
            Promise("G1", "figures of the sample file on the home tab", filled),
            Promise("G2", "of reportlab, openpyxl, docx, pypdfium2 loaded by then", loaded, "", 0),
            Promise("–", "memory after every tab of the sample was shown", memory, "MB"),
        ]
        return found + _packaged(path, folder)


def _ratios(path: Path, folder: Path) -> tuple[float, float]:
    shown, filled = [], []
    for number in range(ROUNDS + 1):
        bare = _spent(first_paint._BARE, path, folder)["cửa sổ"]
        ours = _spent(first_paint._OURS, path, folder)
        if number:  # the first round fills the caches of the disk
            shown.append(ours["cửa sổ"] / bare)
            filled.append(ours["dữ liệu"] / bare)
    return statistics.median(shown), statistics.median(filled)


def _spent(code: str, path: Path, folder: Path) -> dict[str, float]:
    """The processor's time at each moment: a busy machine does not stretch it."""
    own = code.replace("time.time()", "time.process_time()")
    command = [sys.executable, "-c", own, str(path)]
    done = subprocess.run(command, env=_home(folder), capture_output=True, text=True, check=True)
    lines = [line.rsplit(" ", 1) for line in done.stdout.splitlines() if "nạp" not in line]
    return {what: float(moment) for what, moment in lines}


def _packaged(path: Path, folder: Path) -> list[Promise]:
    program = os.environ.get("THIDUACUM_PACKAGED", "")
    if not program:
        return []
    source = [sys.executable, "-m", "desktop_app"]
    ratio = _smoke([program], path, folder) / _smoke(source, path, folder)
    return [Promise("G1", "packaged program's smoke run, beside the same from source", ratio)]


def _smoke(command: list[str], path: Path, folder: Path) -> float:
    took = []
    for _ in range(3):
        started = time.perf_counter()
        done = subprocess.run([*command, "--smoke", str(path)], env=_home(folder), check=False)
        took.append(time.perf_counter() - started)
        if done.returncode:
            raise RuntimeError(f"{command[0]} ended with {done.returncode}")
    return statistics.median(took)


def _said(code: str, *arguments: str) -> str:
    """The last word of a fresh process."""
    with tempfile.TemporaryDirectory() as name:
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=_home(Path(name)),
            capture_output=True,
            text=True,
            check=True,
        )
    return done.stdout.split()[-1]


def _home(folder: Path) -> dict[str, str]:
    own = {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "c"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    # A person's Python keeps its compiled modules; all cases are measured with them.
    kept = {name: each for name, each in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **own, "XDG_CACHE_HOME": str(folder / "k")}


if __name__ == "__main__":
    print("\n".join(promise.row() for promise in promises()))
