"""Random events on the whole window with the sample file: no error, no warning, no dead dialog.

Red on purpose: `test_an_error_put_in_is_found`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

ROOT = Path(__file__).resolve().parents[2]
MEGABYTES = 600
"""With all 38 views built, which takes 350, papers in large zooms and a file that grows."""
GROWTH = 40
"""Megabytes that the second half of a long run may add: what is kept for good would add on."""
RUNS = [(15, 1), *(pytest.param(600, seed, marks=pytest.mark.long) for seed in (1, 2, 3))]


def played(path: Path, seconds: float, seed: int, **more: str) -> dict:
    home = path.parent / "nhà"
    home.mkdir(exist_ok=True)
    own = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    run = subprocess.run(
        [sys.executable, "-m", "tests.faults.monkey", str(path), str(seconds), str(seed)],
        env=os.environ | own | {"QT_QPA_PLATFORM": "offscreen"} | more,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=6 * seconds + 120,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-6000:]
    return json.loads(run.stdout.splitlines()[-1])


@pytest.mark.timeout(3900)
@pytest.mark.parametrize(("seconds", "seed"), RUNS)
def test_nothing_goes_wrong(made, tmp_path, seconds, seed):
    path = tmp_path / "cụm.thidua"
    shutil.copyfile(made, path)
    found = played(path, seconds, seed)
    took, step = found["slowest"]
    print(
        f"\n{found['events']} sự kiện trong {seconds} s, hạt {seed}: {len(found['wrong'])} lỗi, "
        f"bộ nhớ {found['memory']} MB, bước lâu nhất {took:.2f} s ({step})"
    )
    assert found["wrong"] == [], "\n".join(found["wrong"])
    assert found["problems"] == []
    # one may still be in somebody's hand
    assert {name: n for name, n in Counter(found["kept"]).items() if n > 2} == {}
    assert found["events"] > seconds * 20
    memory = found["memory"]
    assert max(memory) < MEGABYTES
    if seconds >= 600:
        tenth = len(memory) // 10
        middle = memory[len(memory) // 2 - tenth : len(memory) // 2]
        assert mean(memory[-tenth:]) - mean(middle) < GROWTH


def test_an_error_put_in_is_found(made, tmp_path):
    path = tmp_path / "cụm.thidua"
    shutil.copyfile(made, path)
    found = played(path, 3, 1, SEED_BUG="1")
    assert any("lỗi cố ý" in said for said in found["wrong"])
