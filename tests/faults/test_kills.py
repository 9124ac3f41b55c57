"""Kills in the middle of saves: what the program said was saved is there, and nothing is half.

Red on purpose: `test_a_save_told_of_too_early_is_seen`.
"""

from __future__ import annotations

import random
import time

import pytest

from tests.faults.rig import Rig
from tests.faults.work import saved

TIMES = [40, pytest.param(1000, marks=pytest.mark.long)]


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("times", TIMES)
def test_no_save_is_lost_and_none_is_half(rig: Rig, path, times, record_property):
    chance = random.Random(times)
    told, slowest = 0, 0.0
    for turn in range(times):
        end = rig.run(
            "tests.faults.work:save_for_ever",
            path=str(path),
            first=told + 1,
            kill_after=(chance.randint(1, 6), chance.uniform(0, 0.03)),
        )
        assert end.was_killed, end.error
        told = max([told, *end.lines])
        began = time.monotonic()
        found = saved(str(path), thorough=not turn % 5)
        slowest = max(slowest, time.monotonic() - began)
        assert found["problems"] == [], f"lần {turn}"
        # the one after the last that was told of may be whole or not there
        assert told <= found["number"] <= told + 1, f"lần {turn}"
        told = found["number"]
    print(f"\n{times} lần giết, {told} lần lưu, mở lại và kiểm tra lâu nhất {slowest:.2f} s")
    assert told > times, "too few saves to prove anything"


def test_a_save_told_of_too_early_is_seen(rig: Rig, path):
    end = rig.run("tests.faults.work:save_for_ever", path=str(path), kill_after=(4, 0))
    found = saved(str(path))
    early = end.lines[-1] + 2
    assert not early <= found["number"] <= early + 1
