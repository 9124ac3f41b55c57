"""Which backups stay: many of the last days, fewer of the last months, one of every year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from desktop_app.storage.backups.backup import Backup

WHOLE = dt.timedelta(days=2)
"""As long as this every backup is kept."""
BEFORE_SOMETHING = dt.timedelta(days=90)
DAILY, WEEKLY, MONTHLY = 14, 10, 12
_EVERY = 10_000
_SPANS: tuple[tuple[Callable[[dt.datetime], Any], int], ...] = (
    (lambda at: at.date(), DAILY),
    (lambda at: at.isocalendar()[:2], WEEKLY),
    (lambda at: (at.year, at.month), MONTHLY),
    (lambda at: at.year, _EVERY),
)
"""What makes two backups ones of the same span, and how many spans back one is kept of each."""


def superfluous(backups: Iterable[Backup], now: dt.datetime) -> tuple[Backup, ...]:
    """The backups that may go, the oldest first.

    Nothing goes while a backup is dated after the clock: then the clock, not the backup, is
    wrong. The newest one always stays.
    """
    known = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    if not known or known[0].made_at > now:
        return ()
    kept = {known[0].path} | {one.path for one in known if _is_fresh(one, now)}
    for span_of, count in _SPANS:
        newest: dict[Any, Backup] = {}
        for backup in known:
            newest.setdefault(span_of(backup.made_at), backup)
        kept |= {backup.path for backup in list(newest.values())[:count]}
    return tuple(backup for backup in reversed(known) if backup.path not in kept)


def _is_fresh(backup: Backup, now: dt.datetime) -> bool:
    longest = BEFORE_SOMETHING if backup.reason.is_before_something else WHOLE
    return now - backup.made_at <= longest
