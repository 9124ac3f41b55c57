"""What version 5 of the data file has and version 4 lacks."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
