"""An encrypted file in the real window, and what is asked on the way to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop_app.storage import DataFile, rekeying
from desktop_app.storage.file_key import FileKey, new_key

PASSWORD = "một cụm từ dài để thử"
QUICK = 0x01
_made: dict[str, bytes] = {}
"""The encrypted sample, written once for all tests."""


def lock_file(window):
    """The file of the window, the sample as it was made, has a password and is shown again."""
    path = window.file.path
    window.close_file()
    if not _made:
        key = new_key(PASSWORD, QUICK)
        rekeying.change_key(path, None, key)
        rekeying.forget_old(path)
        _made.update(content=path.read_bytes(), header=key.header, secret=key.secret)
    path.write_bytes(_made["content"])
    # made anew: a key that is kept here could not be seen to be forgotten
    key = FileKey(_made["header"], _made["secret"])
    window.actions_.files.show(DataFile.open(path, key))


def settle():
    """Whatever was put off until the next round of events is done."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
