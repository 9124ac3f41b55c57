"""The library between a child process and its disk: built once a run from shim.c.

    environment = shim.environment(folder)     # for the process that is to be watched
    shim.loaded().fault_watch(b"/folder")      # inside it

Only where a C compiler is and libraries can be put before others (Linux); elsewhere
`needs_shim` skips the test.
"""

from __future__ import annotations

import ctypes
import enum
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

_SOURCE = Path(__file__).with_name("shim.c")
_LOADED = "THIDUACUM_SHIM"


class Strike(enum.IntEnum):
    """What the shim does to a call; the numbers are those of shim.c."""

    NOTHING = 0
    KILL = 1
    NO_SPACE = 2
    SHORT_WRITE = 3
    WRITE_ERROR = 4
    SYNC_ERROR = 5
    NO_ACCESS = 6

    @property
    def sort(self) -> int:
        """Which counter tells how many calls it could strike: all, writes, syncs, names."""
        return {Strike.KILL: 0, Strike.SYNC_ERROR: 2, Strike.NO_ACCESS: 4}.get(self, 1)


@cache
def built() -> Path | None:
    """The library; None where it cannot be built."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if not sys.platform.startswith("linux") or compiler is None:
        return None
    target = Path(tempfile.mkdtemp(prefix="thi-dua-cum-shim-")) / "shim.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(target), str(_SOURCE), "-ldl"]
    done = subprocess.run(command, capture_output=True, check=False)
    return target if done.returncode == 0 else None


def environment() -> dict[str, str]:
    """What a process has to be started with, so that it is watched where it can be."""
    library = built()
    if library is None:
        return dict(os.environ)
    return {**os.environ, "LD_PRELOAD": str(library), _LOADED: str(library)}


def loaded() -> ctypes.CDLL:
    """The library inside the watched process."""
    library = ctypes.CDLL(os.environ[_LOADED])
    library.fault_calls.restype = library.fault_hits.restype = ctypes.c_long
    library.fault_calls.argtypes = [ctypes.c_int]
    library.fault_arm.argtypes = [ctypes.c_int, ctypes.c_long, ctypes.c_int]
    library.fault_mark.argtypes = library.fault_clock.argtypes = [ctypes.c_long]
    return library


def needs_shim() -> None:
    """Skips the test where there is no compiler."""
    if built() is None:
        pytest.skip("không có trình dịch C cho Linux")
