"""Cells copied from a sheet: lines of cells parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|$)')
_PLAIN = re.compile(r"[^\t\n]*")


def pasted_cells(text: str, *, keep_empty: bool = False) -> list[list[str]]:
    """The cells line by line, without empty lines; `keep_empty` keeps those between others.

    Where rows are given, an empty line is a row that is left empty: without it all that follows
    would land one row too high.

    A sheet puts a cell that has lines of its own in quotation marks; all other quotation
    marks are the text's own, which is why the csv module is no help here.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines: list[list[str]] = [[]]
    place = 0
    while place < len(text):
        cell, place = _cell(text, place)
        lines[-1].append(cell)
        if text[place : place + 1] == "\n":
            lines.append([])
        place += 1
    filled = [place for place, line in enumerate(lines) if any(cell.strip() for cell in line)]
    if keep_empty:
        return lines[: filled[-1] + 1] if filled else []
    return [lines[place] for place in filled]


def filled_width(lines: Sequence[Sequence[str]]) -> int:
    """How many columns the widest line needs; empty cells at its end need none."""
    return max(
        (place for line in lines for place, cell in enumerate(line, 1) if cell.strip()), default=0
    )


def _cell(text: str, place: int) -> tuple[str, int]:
    """The cell that begins here, and where it ends."""
    quoted = _QUOTED.match(text, place)
    if quoted and re.search(r"[\t\n]", quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, place)
    assert plain is not None
    return plain[0], plain.end()
