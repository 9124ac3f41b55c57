"""One promise of the program's speed: what was measured, and what it may be at most or at least."""

from __future__ import annotations

from typing import NamedTuple


class Promise(NamedTuple):
    """`goal` is G1 … G13; `limit` is the most, or the least where `at_least`; None: only told.

    `value` is None for what is not there to be measured.
    """

    goal: str
    words: str
    value: float | None
    unit: str = "×"
    limit: float | None = None
    at_least: bool = False

    @property
    def is_kept(self) -> bool:
        if self.limit is None or self.value is None:
            return True
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def row(self) -> str:
        """The line of the table in the README."""
        bound = "" if self.limit is None else f"{'≥' if self.at_least else '≤'} {self.limit:g}"
        if self.value is None:
            return f"| {self.goal} | {self.words} | not built here | {bound} | – |"
        mark = "–" if self.limit is None else "yes" if self.is_kept else "**no**"
        value = f"{self.value:,.0f}" if self.value >= 1000 else f"{self.value:.3g}"
        return f"| {self.goal} | {self.words} | {value} {self.unit} | {bound} | {mark} |"
