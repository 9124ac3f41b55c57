"""Power cuts, drawn from the log of real writes: no save that was told of is lost.

Red on purpose: `test_saves_that_do_not_wait_for_the_disk_are_lost` runs the same with
`synchronous=NORMAL`, where most cuts cost saves.
"""

from __future__ import annotations

import random
import shutil

import pytest

from tests.faults.disk import Disk, read_log
from tests.faults.rig import Rig
from tests.faults.shim import needs_shim
from tests.faults.work import saved

CUTS = [200, pytest.param(10_000, marks=pytest.mark.long)]
SAVES = 100


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("cuts", CUTS)
def test_no_save_is_lost(rig: Rig, path, tmp_path, cuts):
    lost, wrong = _losses(rig, path, tmp_path, cuts, lossy=False)
    print(f"\n{cuts} lần mất điện: mất {lost}, hỏng {len(wrong)}")
    assert (lost, wrong) == (0, [])


def test_saves_that_do_not_wait_for_the_disk_are_lost(rig: Rig, path, tmp_path):
    lost, wrong = _losses(rig, path, tmp_path, 10, lossy=True)
    print(f"\nsynchronous=NORMAL: mất trong {lost} trên 10 lần")
    assert lost > 3
    assert wrong == []


def _losses(rig: Rig, path, tmp_path, cuts: int, *, lossy: bool) -> tuple[int, list[str]]:
    """In how many of the cuts a save was lost, and what else was wrong."""
    needs_shim()
    folder, log, after = path.parent / "đĩa", path.parent / "ghi.log", tmp_path / "sau"
    folder.mkdir()
    shutil.move(path, folder / path.name)
    disk = Disk(folder)
    rig.must(
        "tests.faults.work:recorded_saves",
        folder=str(folder),
        log=str(log),
        count=SAVES,
        lossy=lossy,
    )
    entries = read_log(log)
    chance = random.Random(cuts)
    places = sorted(chance.choices(range(len(entries)), k=cuts))
    lost, wrong = 0, []
    for at in disk.replay(entries):
        while places and places[0] == at:
            places.pop(0)
            shutil.rmtree(after, ignore_errors=True)
            disk.cut(after, chance)
            found = saved(str(after / path.name), thorough=not at % 20)
            lost += found["number"] < disk.marks
            wrong += found["problems"]
    assert disk.marks == SAVES
    return lost, wrong
