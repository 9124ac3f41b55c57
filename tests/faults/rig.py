"""The rig of the fault tests: one process that forks a child for every trial, and watches it die.

    with Rig() as rig:
        end = rig.run("tests.faults.work:save_for_ever", path=str(path), kill_after=0.05)

A child starts in some milliseconds, because what it needs is already imported. What it says with
`say` comes back in `lines`; what its function answers in `answer`; how it ended in `signal`.
"""

from __future__ import annotations

import importlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults import shim

LIMIT = 1800.0 if os.environ.get("THIDUACUM_LONG") == "1" else 90.0
"""Seconds after which a child is taken for hung."""
_say: Callable[[object], None] = print


def say(line: object) -> None:
    """Tells the rig something at once, from inside a child."""
    _say(line)


@dataclass(frozen=True)
class End:
    """How a child ended."""

    signal: int
    lines: list[Any]
    answer: Any
    error: str
    hung: bool

    @property
    def was_killed(self) -> bool:
        return self.signal == signal.SIGKILL


class Rig:
    """The process that forks. With the shim before its disk where there is one."""

    def __init__(self, sample: Path) -> None:
        """A sample file, of which a copy is worked on once so that every child begins warm."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.rig", str(sample)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=shim.environment() | {"QT_QPA_PLATFORM": "offscreen"},
            cwd=Path(__file__).resolve().parents[2],
            text=True,
        )

    def __enter__(self) -> Rig:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(10)

    def run(
        self,
        function: str,
        kill_after: tuple[int, float] | None = None,
        **arguments: Any,
    ) -> End:
        """One child that calls MODULE:FUNCTION; killed, if asked for, when it has said so many
        lines and so many seconds have passed since."""
        assert self._process.stdin
        assert self._process.stdout
        order = {"function": function, "kill_after": kill_after, "arguments": arguments}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the rig itself has ended"
        return End(**json.loads(line))

    def must(self, function: str, **arguments: Any) -> Any:
        """The answer of a child that has to end well."""
        end = self.run(function, **arguments)
        assert not end.error, end.error
        assert end.signal == 0, f"the child ended with signal {end.signal}"
        return end.answer


def copied(source: Path, target: Path) -> Path:
    """A folder again, as it was."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target


# --- the process that forks -------------------------------------------------------------------


def main() -> None:
    """Orders in, ends out, a line each."""
    from tests.faults import trial, work

    work.warm_up(Path(sys.argv[1]))
    trial.warm_up(Path(sys.argv[1]))
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(_trial(**order)), flush=True)


def _trial(
    function: str, kill_after: tuple[int, float] | None, arguments: dict[str, Any]
) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _child(function, arguments, writing)
    os.close(writing)
    said, hung = _listen(reading, child, kill_after)
    _, status = os.waitpid(child, 0)
    lines = [json.loads(line) for line in said.decode("utf-8").splitlines(keepends=False) if line]
    last = lines.pop() if lines and isinstance(lines[-1], dict) and "end" in lines[-1] else {}
    return {
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        "lines": lines,
        "answer": last.get("answer"),
        "error": last.get("error", ""),
        "hung": hung,
    }


def _listen(reading: int, child: int, kill_after: tuple[int, float] | None) -> tuple[bytes, bool]:
    """What the child says until it ends or is killed; and whether it had to be for being stuck."""
    said, struck, is_due = b"", False, False
    end = time.monotonic() + LIMIT
    while True:
        left = end - time.monotonic()
        if left <= 0 and not struck:
            os.kill(child, signal.SIGKILL)
            struck = True
        ready, _, _ = select.select([reading], [], [], max(left, 0.5 if struck else 0))
        if ready:
            piece = os.read(reading, 1 << 16)
            if not piece:
                break
            said += piece
            if kill_after is not None and not is_due and said.count(b"\n") >= kill_after[0]:
                is_due, end = True, time.monotonic() + kill_after[1]
    os.close(reading)
    whole = said[: said.rfind(b"\n") + 1]
    return whole, struck and not is_due


def _child(function: str, arguments: dict[str, Any], writing: int) -> None:
    global _say

    def tell(line: object) -> None:
        os.write(writing, (json.dumps(line) + "\n").encode())

    _say = tell
    code = 0
    try:
        module, name = function.split(":")
        answer = getattr(importlib.import_module(module), name)(**arguments)
        tell({"end": True, "answer": answer})
    except BaseException:  # noqa: BLE001 - handed over to the test
        code = 1
        tell({"end": True, "error": traceback.format_exc()})
    finally:
        os._exit(code)


if __name__ == "__main__":
    from tests.faults import rig

    rig.main()
