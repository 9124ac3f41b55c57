"""What the window does with packs: make one, take one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.exchange.pack import Purpose
from desktop_app.ui.asking import asked
from desktop_app.ui.packs.pack_dialog import PackDialog
from desktop_app.ui.packs.receive_dialog import ReceiveDialog, choose_pack

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


def pack(window: MainWindow, purpose: Purpose) -> None:
    """Hand the file over, or take it along; edits are settled first."""
    if window.file is None or window.period is None or not window.can_leave():
        return
    dialog = PackDialog(window.file, window.period, purpose, window)
    dialog.minutes_wanted.connect(window.actions_.handover.trigger)
    if window.backups is None:
        asked(dialog)
        return
    with window.backups.held():
        asked(dialog)


def hand_over(window: MainWindow) -> None:
    """For the next lead unit."""
    pack(window, Purpose.HANDOVER)


def move(window: MainWindow) -> None:
    """For another PC of one's own."""
    pack(window, Purpose.MOVE)


def receive(window: MainWindow) -> bool:
    """Check a pack, unpack it and show its file; whether that was done."""
    chosen = choose_pack(window)
    if chosen is None or not window.can_leave():
        return False
    dialog = ReceiveDialog(chosen, window)
    if not asked(dialog) or dialog.received is None:
        return False
    return window.actions_.files.open(dialog.received)
