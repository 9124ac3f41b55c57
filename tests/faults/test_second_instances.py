"""Two windows on one file: the second is refused at once by name, and takes over after a crash.

Red on purpose: `test_without_the_lock_a_second_one_is_not_told_who`.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from desktop_app.domain.errors import DataFileBusy
from desktop_app.storage import DataFile, file_lock
from tests.faults.rig import Rig, say

TIMES = [8, pytest.param(100, marks=pytest.mark.long)]
_HERE = "tests.faults.test_second_instances"


def hold(path: str) -> None:
    """A program that has the file open until it is killed, with a save it has told of."""
    with DataFile.open(Path(path)) as file:
        unit = file.units.all()[0]
        file.units.save(unit.replace(note=f"của {os.getpid()}"))
        say(os.getpid())
        time.sleep(30)


def refused(path: str) -> dict[str, object]:
    """How a second start ends: its words and how long it took."""
    began = time.monotonic()
    try:
        DataFile.open(Path(path)).close()
    except DataFileBusy as error:
        return {"words": error.what, "seconds": time.monotonic() - began}
    return {"words": "", "seconds": time.monotonic() - began}


def taken_over(path: str) -> str:
    with DataFile.open(Path(path)) as file:
        assert file.history.problems() == ()
        return file.units.all()[0].note


@pytest.mark.timeout(900)
@pytest.mark.parametrize("times", TIMES)
def test_every_second_start_is_refused_by_name(rig: Rig, path, times):
    with DataFile.open(path) as file:
        who, slowest = file_lock.current_user(), 0.0
        for _ in range(times):
            end = rig.must(f"{_HERE}:refused", path=str(path))
            assert f"đang được {who} mở trên máy" in end["words"]
            slowest = max(slowest, end["seconds"])
        file.units.save(file.units.all()[0].replace(note="vẫn lưu được"))
    print(f"\n{times} lần mở thứ hai bị từ chối, lâu nhất {slowest * 1000:.0f} ms")
    assert slowest < 1


@pytest.mark.timeout(900)
@pytest.mark.parametrize("times", TIMES)
def test_after_every_kill_the_next_one_takes_over(rig: Rig, path, times):
    for _ in range(times):
        end = rig.run(f"{_HERE}:hold", path=str(path), kill_after=(1, 0))
        assert end.was_killed
        (holder,) = end.lines
        assert rig.must(f"{_HERE}:taken_over", path=str(path)) == f"của {holder}"


@pytest.mark.parametrize("left", [b"", b"{", b"\x00" * 40, b'{"who": "x"}'])
def test_a_lock_left_behind_refuses_nobody(path, left):
    """A power cut may leave an empty lock, or one with half a name."""
    path.with_name(f".{path.name}.dang-mo").write_bytes(left)
    with DataFile.open(path) as file:
        assert file.units.count()


def test_without_the_lock_a_second_one_is_not_told_who(rig: Rig, path, monkeypatch):
    monkeypatch.setattr(file_lock, "_lock", lambda _: None)
    with DataFile.open(path):
        words = rig.must(f"{_HERE}:refused", path=str(path))["words"]
    assert words == "Tệp dữ liệu đang được một chương trình khác giữ."
