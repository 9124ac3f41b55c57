"""What each paper says: a complete record in, blocks out. The tuple PAPERS is the whole list."""

from __future__ import annotations

PAPERS: tuple[type, ...] = ()
