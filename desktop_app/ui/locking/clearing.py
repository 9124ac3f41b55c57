"""What stands between a window and its lock: dialogs, menus, and work that is waited for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.domain.errors import UserFacingError
from desktop_app.storage import DataFile
from desktop_app.ui import background
from desktop_app.ui.dialogs.help_window import HelpWindow
from desktop_app.ui.progress_dialog import ProgressDialog
from desktop_app.ui.records.forms.form_dialog import FormDialog


def is_way_clear(file: DataFile) -> bool:
    """Whether nothing is open before the window; else one thing of it goes, or is waited for."""
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
    """What stands in the form of a dialog goes into a draft."""
    if not isinstance(widget, FormDialog) or widget.form.shown is None:
        return
    record = widget.form.record_as_typed()
    if widget.form.differs(record):
        try:
            file.drafts.keep(record, widget.form.shown)
        except (UserFacingError, KeyError):
            # a form for something that is no record of the file
            return


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
