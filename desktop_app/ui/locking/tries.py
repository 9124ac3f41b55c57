"""Failed tries are slowed: whoever guesses waits longer each time."""

from __future__ import annotations

import time
from collections.abc import Callable

FREE = 3
"""Wrong passwords that cost nothing but the time of the reckoning."""
_FIRST, _LONGEST = 5, 60
"""Seconds."""


class Tries:
    """How often a password of each file was wrong since the program was started."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[bytes, int] = {}
        self._until: dict[bytes, float] = {}

    def seconds_left(self, file: bytes) -> int:
        """How long the next try has to wait."""
        left = self._until.get(file, 0.0) - self._clock()
        return max(0, int(left + 0.999))

    def failed(self, file: bytes) -> None:
        """One more was wrong."""
        wrong = self._wrong[file] = self._wrong.get(file, 0) + 1
        if wrong >= FREE:
            self._until[file] = self._clock() + min(_LONGEST, _FIRST * 2 ** (wrong - FREE))

    def succeeded(self, file: bytes) -> None:
        """The right one was typed."""
        self._wrong.pop(file, None)
        self._until.pop(file, None)


tries = Tries()
