"""What stands between a window and its lock: dialogs, menus, and work that is waited for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.storage import DataFile
from desktop_app.ui import background
from desktop_app.ui.dialogs.help_window import HelpWindow
from desktop_app.ui.progress_dialog import ProgressDialog
from desktop_app.ui.typed_words import typed_words


def is_way_clear(file: DataFile) -> bool:
    """Whether nothing is open before the window; else one thing of it goes, or is waited for.

    Raises UserFacingError where what was typed in it cannot be kept; then it stays.
    """
    if background.is_waited_for():
        return False
    open_one = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if open_one is None:
        return True
    if not isinstance(open_one, ProgressDialog):
        keep_typed(open_one, file)
        _close(open_one)
    return False


def keep_typed(widget: QWidget, file: DataFile) -> None:
    """What was typed in a dialog stays in the file, to be shown when it is open again.

    Not the dialog itself: it holds the file that is closed, and words that are not to be there.
    """
    words = typed_words(widget) if isinstance(widget, QDialog) else ()
    if words:
        file.drafts.keep_words(widget.windowTitle(), words)


def close_other_windows(window: QWidget) -> None:
    """Windows beside the main one, but the manual, which holds nothing of the file.

    A dialog that was left long ago is a child of the window still, with all that it showed.
    """
    for other in QApplication.topLevelWidgets():
        if other is window or isinstance(other, HelpWindow):
            continue
        if other.isVisible():
            other.close()
        if isinstance(other, QDialog):
            other.deleteLater()


def _close(widget: QWidget) -> None:
    if isinstance(widget, QDialog):
        # not `reject`, which may ask: nobody is there to answer
        QDialog.done(widget, QDialog.DialogCode.Rejected)
    else:
        widget.close()
