"""All promises of speed in one table: `python -m tests.benchmarks [README.md]`.

Each group runs in a process of its own, one after the other. With a file named, its table under
«## Speed» is written anew with the day and the machine.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

GROUPS = ("starting", "papers", "storing", "showing")
ROOT = Path(__file__).resolve().parents[2]
HEAD = ("| | What | Measured | Promise | Kept |", "|---|---|---|---|---|")


def main(arguments: list[str]) -> int:
    """Print the table; the exit code says whether every promise is kept."""
    rows = [row for group in GROUPS for row in _rows(group)]
    text = "\n".join([_machine(), "", *HEAD, *rows])
    print(text)
    if arguments:
        _write(Path(arguments[0]), text)
    return int(any("**no**" in row for row in rows))


def _rows(group: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{group}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    if done.returncode:
        raise RuntimeError(f"{group}: {done.stderr[-800:]}")
    return [line for line in done.stdout.splitlines() if line.startswith("|")]


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else ""
    python = platform.python_version()
    where = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {python}"
    return f"Measured on {dt.date.today():%d/%m/%Y}: {where}{load}."


def _write(readme: Path, text: str) -> None:
    """The words before the line of the day stay; the table after it is new."""
    old = readme.read_text("utf-8")
    new = re.sub(r"Measured on \d\d/.*?\n\n(?=## )", lambda _: text + "\n\n", old, flags=re.S)
    if new == old:
        raise RuntimeError(f"{readme.name} has no table of measurements")
    readme.write_text(new, "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
