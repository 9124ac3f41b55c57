"""A day at the desk in seconds: the same work over and over, and the memory stays flat.

Red on purpose: `test_a_leak_is_seen`.
"""

from __future__ import annotations

import gc
import shutil
import sys
from pathlib import Path

import pytest

from desktop_app.papers import PAPERS
from desktop_app.printing.pdf import to_pdf
from desktop_app.storage import DataFile
from desktop_app.storage.backups.backup import Reason
from tests.faults.operations import back_up
from tests.faults.rig import Rig

KILOBYTES = 50
"""Growth of one round that is let pass; 20 in the long run, where it is told apart from noise."""
ROUNDS = [(40, KILOBYTES), pytest.param((2000, 20), marks=pytest.mark.long)]
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="bộ nhớ được đọc từ /proc"
)
kept: list[bytes] = []


def one_round(path: Path, leak: bool = False) -> None:
    """Opened, five saves and one undone, a paper, a backup, closed."""
    with DataFile.open(path) as file:
        unit = file.units.all()[0]
        for number in range(5):
            file.units.save(unit.replace(note=f"lần {number}"))
        file.history.undo()
        paper = next(paper for paper in PAPERS if paper.key == "programme")
        to_pdf(paper.compose(file.meetings.all()[0], None))
        for old in back_up(file, Reason.WORK).path.parent.iterdir():
            old.unlink()
        if leak:
            kept.append(b"x" * 3_000_000)


def growth(path: str, rounds: int, leak: bool = False) -> dict[str, float]:
    """In a process of its own: kilobytes a round, the first half of them to warm up; handles."""
    one_round(Path(path))
    start, handles = 0, _handles()
    for number in range(rounds):
        if number == rounds // 2:
            gc.collect()
            start = _resident()
        one_round(Path(path), leak)
    gc.collect()
    kilobytes = (_resident() - start) / (rounds - rounds // 2)
    return {"kilobytes": kilobytes, "handles": _handles() - handles}


def _resident() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def _handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.fixture
def own(lean: Path, tmp_path: Path) -> Path:
    path = tmp_path / lean.name
    shutil.copyfile(lean, path)
    return path


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("size", ROUNDS)
def test_memory_and_handles_stay_flat(rig: Rig, own, size):
    rounds, most = size
    found = rig.must("tests.faults.test_soak:growth", path=str(own), rounds=rounds)
    print(f"\n{rounds} vòng: {found['kilobytes']:.1f} KB mỗi vòng")
    assert found["kilobytes"] < most
    assert found["handles"] <= 0


def test_a_leak_is_seen(rig: Rig, own):
    found = rig.must("tests.faults.test_soak:growth", path=str(own), rounds=12, leak=True)
    assert found["kilobytes"] > KILOBYTES
