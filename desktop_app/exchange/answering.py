"""What every reading process does: limits first, then the answer, or why there is none."""

from __future__ import annotations

import contextlib
import errno
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop_app.exchange.limits import Limits
from desktop_app.exchange.sheet_scan import TooLarge

DONE, FAILED = 0, 1


def answer(arguments: Sequence[str], found: Callable[[Path, Limits], dict[str, Any]]) -> int:
    """What is found in SOURCE within LIMITS goes to ANSWER as JSON; gives the exit code.

    Want of memory has no answer: the parent then says that the process had to stop.
    """
    source, target, plain = arguments
    limits = Limits.from_plain(json.loads(plain))
    _limit_process(limits)
    try:
        words = found(Path(source), limits)
    except TooLarge as error:
        words = {"refused": str(error)}
    except Exception as error:  # noqa: BLE001 - a reader's any
        if _is_want_of_memory(error):
            return FAILED
        words = {"damaged": f"{type(error).__name__}: {error}"}
    Path(target).write_text(json.dumps(words), encoding="utf-8")
    return DONE


def _limit_process(limits: Limits) -> None:
    """Memory and seconds, where the system has such limits; the parent watches the clock too."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _is_want_of_memory(error: Exception) -> bool:
    """A part of a reader that could not be loaded, and a parser of XML, have words of their own."""
    if isinstance(error, MemoryError | ImportError):
        return True
    no_room = isinstance(error, OSError) and error.errno == errno.ENOMEM
    return no_room or "out of memory" in str(error)
