"""G1, G2: from the start of the process to the first painted window, and what it has loaded.

`python -m tests.benchmarks.starting`. The packaged program is timed as well, beside the same from
source: its start, and its smoke run (open a file, go through every tab, close). It is the one in
dist/, or the one that THIDUACUM_PACKAGED names; where there is none, the table says so.
The processor's time is told.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from desktop_app.new_file import create_sample
from tests.benchmarks import first_paint
from tests.benchmarks.promise import Promise

ROUNDS = 7
_AWAY = subprocess.DEVNULL
_BUILT = Path(__file__).resolve().parents[2] / "dist" / "ThiDuaCum" / "ThiDuaCum"
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
    """The packaged program beside the same from source, and its window beside a bare one."""
    program = os.environ.get("THIDUACUM_PACKAGED") or str(_BUILT)
    start = "packaged program, to the first painted window and out again, beside"
    smoke = "packaged program's smoke run, beside the same from source"
    if not Path(program).exists():
        words = (f"{start} the same from source", f"{start} a bare window", smoke)
        return [Promise("G1", each, None) for each in words]
    bare, source = [sys.executable, "-c", first_paint._BARE], [sys.executable, "-m", "desktop_app"]
    commands = [bare, [*source, "--first-paint"], [program, "--first-paint"]]
    plain, ours, packaged = _spent_in_all(commands, folder, ROUNDS)
    whole = [[*command, "--smoke", str(path)] for command in (source, [program])]
    from_source, frozen = _spent_in_all(whole, folder, 2)
    return [
        Promise("G1", f"{start} the same from source", packaged / ours),
        Promise("G1", f"{start} a bare window", packaged / plain),
        Promise("G1", smoke, frozen / from_source),
    ]


def _spent_in_all(commands: list[list[str]], folder: Path, rounds: int) -> list[float]:
    """Medians of the processor's time of whole processes, taken in turn.

    The first round fills the caches of the disk.
    """
    took: list[list[float]] = [[] for _ in commands]
    for _ in range(rounds):
        for command, kept in zip(commands, took, strict=True):
            process = subprocess.Popen(command, env=_home(folder), stdout=_AWAY, stderr=_AWAY)
            _, process.returncode, used = os.wait4(process.pid, 0)
            if process.returncode:
                raise RuntimeError(f"{command[0]} ended with {process.returncode}")
            kept.append(used.ru_utime + used.ru_stime)
    return [statistics.median(values[1:]) for values in took]


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
