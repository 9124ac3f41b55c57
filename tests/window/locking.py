"""An encrypted file in the real window, and what is asked on the way to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop_app.storage import rekeying
from desktop_app.storage.file_key import new_key

PASSWORD = "một cụm từ dài để thử"
QUICK = 0x01


def lock_file(window):
    """The file of the window gets a password, and is shown again."""
    path, key = window.file.path, new_key(PASSWORD, QUICK)
    window.close_file()
    rekeying.change_key(path, None, key)
    rekeying.forget_old(path)
    window.actions_.files.show(_opened(path, key))
    return key


def _opened(path, key):
    from desktop_app.storage import DataFile

    return DataFile.open(path, key)


def settle():
    """Whatever was put off until the next round of events is done."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
