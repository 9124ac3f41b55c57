"""Codes as tables on paper have them (A, I, 1, a), put together into one code for each line."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEVELS = (re.compile(r"[ABCDĐEGH]"), re.compile(r"[IVX]+"), re.compile(r"\d{1,3}"))
_LETTER = re.compile(r"[a-zđ]")


def composed(codes: Sequence[str]) -> tuple[str, ...] | None:
    """«I, 1, a, b, 2» as «I, I.1, I.1.a, I.1.b, I.2».

    None where the codes are not of this sort, or tell the lines apart already.
    """
    plain = [code.strip().rstrip(".)") for code in codes]
    levels = [_level(code) for code in plain if code]
    if len(set(plain)) == len(plain) or None in levels:
        return None
    found: list[str] = []
    above: list[tuple[int, str]] = []
    for code in plain:
        level = _level(code) if code else None
        if level is None:
            found.append("")
            continue
        while above and above[-1][0] >= level:
            above.pop()
        whole = f"{above[-1][1]}.{code}" if above else code
        above.append((level, whole))
        found.append(whole)
    return tuple(found)


def _level(code: str) -> int | None:
    for level, form in enumerate(_LEVELS):
        if form.fullmatch(code):
            return level
    return len(_LEVELS) if _LETTER.fullmatch(code) else None
