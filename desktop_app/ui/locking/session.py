"""The session of the PC is locked (Win+L, the screen saver): the window hears of it.

Windows tells a window of ours; on Linux the screen saver and logind tell over D-Bus where there
is one. Elsewhere the window locks only when nobody has touched it for long.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QByteArray, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_SESSION = "org.freedesktop.login1.Session"
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x7
_THIS_SESSION = 0


class SessionWatch(QObject):
    """Emits `locked`."""

    locked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ear: QWidget | None = None
        if sys.platform == "win32":
            self._ear = _Ear(self)
        elif sys.platform == "linux":
            self._listen()

    def _listen(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        if session.isConnected():
            for name in _SAVERS:
                session.connect("", "", name, "ActiveChanged", self, _slot("saver_changed(bool)"))
        if system.isConnected():
            system.connect("", "", _SESSION, "Lock", self, _slot("session_locked()"))

    @Slot(bool)
    def saver_changed(self, is_on: bool) -> None:
        """The screen saver came or went."""
        if is_on:
            self.locked.emit()

    @Slot()
    def session_locked(self) -> None:
        """logind was asked to lock a session."""
        self.locked.emit()


def _slot(signature: str) -> Any:
    """A slot as Qt names it by text; what the binding says of its type is not what it takes."""
    return SLOT(signature)


class _Ear(QWidget):
    """A window that is never shown and takes what Windows tells of the session."""

    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self._watch = watch
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(self.winId()), _THIS_SESSION)

    def nativeEvent(self, kind: QByteArray | bytes, message: int) -> object:  # type: ignore[override]
        if sys.platform == "win32" and says_locked(int(message)):
            self._watch.locked.emit()
        return False, 0


def says_locked(address: int) -> bool:
    """Whether a message of Windows at this address says that the session was locked."""
    from ctypes import wintypes

    told = wintypes.MSG.from_address(address)
    return bool(told.message == WM_WTSSESSION_CHANGE and told.wParam == WTS_SESSION_LOCK)
