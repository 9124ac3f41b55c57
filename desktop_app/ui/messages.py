"""What the program says and asks in a window of its own: errors, deleting, unsaved edits, bugs."""

from __future__ import annotations

import enum
import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.ui.asking import asked
from desktop_app.ui.errors import in_words
from desktop_app.ui.log import bug_text

_log = logging.getLogger(__name__)


class Unsaved(enum.Enum):
    """What to do with edits that are not saved yet."""

    SAVE = enum.auto()
    DISCARD = enum.auto()
    CANCEL = enum.auto()


def show_error(parent: QWidget | None, error: UserFacingError) -> None:
    """What happened, what was kept, and what can be done."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Chưa thực hiện được", error.what, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText("\n\n".join(part for part in (error.kept, error.remedy) if part))
    box.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
    asked(box)


def show_note(parent: QWidget | None, title: str, body: str = "") -> None:
    """Something worth knowing that is no error."""
    box = QMessageBox(QMessageBox.Icon.Information, title, title, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(body)
    box.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
    asked(box)


def ask(parent: QWidget | None, title: str, body: str, verb: str, *, danger: bool = False) -> bool:
    """Ask with the verb on the button; Esc and the closed window mean no."""
    box = QMessageBox(QMessageBox.Icon.Question, title, title, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(body)
    yes = _button(verb, "danger" if danger else "primary")
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton("Huỷ", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no if danger else yes)
    box.setEscapeButton(no)
    asked(box)
    return box.clickedButton() is yes


def ask_delete(parent: QWidget | None, title: str, body: str = "") -> bool:
    """«Xoá đơn vị “Sở Y tế”?» with [Xoá] [Huỷ]."""
    return ask(parent, title, body, "Xoá", danger=True)


def ask_text(parent: QWidget | None, title: str, body: str, verb: str) -> str:
    """One line from the person; empty when there is none."""
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(body)
    box.setOkButtonText(verb)
    box.setCancelButtonText("Huỷ")
    box.resize(460, box.sizeHint().height())
    return box.textValue().strip() if asked(box) else ""


def ask_password(parent: QWidget | None, title: str, body: str, verb: str) -> str:
    """A password, not shown while it is typed; empty when the person gave up."""
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(body)
    box.setTextEchoMode(QLineEdit.EchoMode.Password)
    box.setOkButtonText(verb)
    box.setCancelButtonText("Huỷ")
    box.resize(460, box.sizeHint().height())
    return box.textValue() if asked(box) else ""


def ask_number(parent: QWidget | None, title: str, body: str, verb: str, most: int) -> int | None:
    """A whole number from -most to most; None when the person gave up."""
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(body)
    box.setInputMode(QInputDialog.InputMode.IntInput)
    box.setIntRange(-most, most)
    box.setIntValue(7)
    box.setOkButtonText(verb)
    box.setCancelButtonText("Huỷ")
    return box.intValue() if asked(box) else None


def ask_unsaved(parent: QWidget | None, title: str = "") -> Unsaved:
    """Lưu, Bỏ thay đổi or Huỷ."""
    question = f"Lưu thay đổi của «{title}»?" if title else "Lưu các thay đổi?"
    box = QMessageBox(QMessageBox.Icon.Question, "Chưa lưu", question, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText("Nếu bỏ thay đổi, bản ghi trở lại như lần lưu gần nhất.")
    save = _button("Lưu", "primary")
    box.addButton(save, QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("Bỏ thay đổi", QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton("Huỷ", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    asked(box)
    clicked = box.clickedButton()
    if clicked is save:
        return Unsaved.SAVE
    return Unsaved.DISCARD if clicked is discard else Unsaved.CANCEL


class BugReport(QDialog):
    """What went wrong inside the program, to be copied; nothing is sent anywhere."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chương trình gặp lỗi")
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName("Nội dung báo lỗi")
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(_heading("Chương trình gặp một lỗi ngoài dự kiến"))
        layout.addWidget(
            _wrapped(
                "Dữ liệu đã lưu vẫn nguyên vẹn và chương trình vẫn mở. Hãy lưu việc đang làm, "
                "rồi chép báo cáo dưới đây gửi người phụ trách. Báo cáo không chứa nội dung hồ sơ; "
                "chương trình không tự gửi gì."
            )
        )
        layout.addWidget(self._report, 1)
        layout.addWidget(self._buttons())
        self.resize(640, 420)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        copy = QPushButton("Chép báo cáo lỗi")
        close = QPushButton("Đóng")
        box.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        close.setDefault(True)
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def report_bug(parent: QWidget | None, error: BaseException) -> None:
    """Write the error down and show it once; the program stays open."""
    _log.error("bug", exc_info=error)
    if any(isinstance(window, BugReport) for window in QApplication.topLevelWidgets()):
        return
    asked(BugReport(bug_text(error), parent))


def tell(parent: QWidget | None, error: BaseException) -> None:
    """Show any error in the way of its kind."""
    words = in_words(error)
    if words is not None:
        show_error(parent, words)
    else:
        report_bug(parent, error)


class _Hook(QObject):
    """Carries errors of any thread to the thread of the screen."""

    caught = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _show(self, error: BaseException) -> None:
        tell(QApplication.activeWindow(), error)

    def on_main(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """For sys.excepthook."""
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self.caught.emit(error)

    def on_thread(self, arguments: threading.ExceptHookArgs) -> None:
        """For threading.excepthook."""
        if arguments.exc_value:
            self.caught.emit(arguments.exc_value)


_hooks: list[_Hook] = []


def install_exception_hook() -> None:
    """From now on an error nobody caught is written down and shown, and the program stays."""
    hook = _Hook()
    _hooks[:] = [hook]
    sys.excepthook = hook.on_main
    threading.excepthook = hook.on_thread


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "h2")
    return label


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def _button(text: str, role: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", role)
    return button
