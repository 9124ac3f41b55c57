"""Rings of objects are taken apart on the screen's thread alone, as Qt wants it of its widgets.

Python's collector works in whichever thread happens to fill its measure. A closed dialog that
refers to itself would then be destroyed by work in the background, under the hands of the
screen's thread: the program ends without a word. So the collector is switched off, and a timer
on the screen's thread does the same by the same measures.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QTimer

_EVERY = 500
"""Milliseconds between two looks."""
_timer: QTimer | None = None


def collect_here_alone() -> None:
    """From now on on this thread, which must be the screen's; asked for again, nothing happens."""
    global _timer
    if _timer is not None:
        return
    gc.disable()
    _timer = QTimer(QCoreApplication.instance())
    _timer.setInterval(_EVERY)
    _timer.timeout.connect(collect_what_is_due)
    _timer.start()


def collect_what_is_due() -> None:
    """What the collector would do by itself: the oldest generation that has filled its measure."""
    due = [age for age, full in enumerate(_are_full()) if full]
    if due:
        gc.collect(due[-1])


def _are_full() -> list[bool]:
    return [
        count > most > 0 for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)
    ]
