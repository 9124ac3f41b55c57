"""The journeys of a year of work and how many steps each takes in the window.

A step is a click, a field or a confirmed dialog (`hand.py`). Each journey is driven by the test
that is named; it counts its steps and hands them to `took`. The same table stands in the
README; `test_journeys.py` compares them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Journey(NamedTuple):
    """One piece of work: its words, the steps it may take and those it takes, and its test."""

    words: str
    goal: int
    steps: int
    test: str


JOURNEYS = {
    "J1": Journey("open a new cluster year", 4, 4, "test_new_year.py"),
    "J2": Journey("record and print the compact of six units", 6, 6, "test_compact.py"),
    "J3": Journey("prepare a conference and print its papers", 8, 8, "test_before_meeting.py"),
    "J4": Journey("keep minutes live, to the finished PDF", 10, 10, "test_live.py"),
    "J5": Journey("collect and verify six score sheets", 12, 12, "test_score_cycle.py"),
    "J6": Journey("secret ballot, to the minutes of the count", 9, 9, "test_ballots.py"),
    "J7": Journey("the chosen: signed papers, submission, dossiers", 8, 8, "test_dossiers.py"),
    "J8": Journey("a decision arrives: recorded, certificates printed", 7, 7, "test_decisions.py"),
    "J9": Journey("report of the year, printed", 3, 3, "test_journeys.py"),
    "J10": Journey("what a unit has received", 2, 2, "test_search_box.py"),
    "J11": Journey("the year in a copy, opened by the next lead unit", 3, 3, "test_journeys.py"),
}
CLOSING = 0
"""Steps of J11 to end a day safely: closing the window makes the backup."""


def took(journey: str, steps: Sequence[object]) -> None:
    """Fail where a journey took other steps than the table says."""
    assert len(steps) == JOURNEYS[journey].steps, (journey, steps)


def table() -> list[str]:
    """The lines of the README."""
    lines = ["| | Journey | Goal | Steps | Driven by |", "|---|---|---|---|---|"]
    lines += [
        f"| {name} | {each.words} | {each.goal} | {each.steps} | `tests/window/{each.test}` |"
        for name, each in JOURNEYS.items()
    ]
    return lines
