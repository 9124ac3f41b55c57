"""A data file opened by a person: its password is asked for where it has one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import PasswordNeeded
from desktop_app.storage import DataFile
from desktop_app.storage.file_key import FileKey, is_encrypted
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.locking.unlock_panel import UnlockPanel
from desktop_app.ui.records.forms.plain_label import plain_label


class UnlockDialog(QDialog):
    """Accepted with `key`, the key of the file."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Mở tệp có mật khẩu")
        self.key: FileKey | None = None
        self.panel = UnlockPanel()
        self.panel.unlocked.connect(self._take)
        buttons = QDialogButtonBox()
        away = QPushButton("Huỷ")
        away.setAutoDefault(False)
        buttons.addButton(away, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(10)
        layout.addWidget(plain_label(f"Tệp «{path.name}» có mật khẩu", "h2"))
        layout.addWidget(plain_label(str(path.parent), "muted"))
        layout.addWidget(self.panel)
        layout.addWidget(buttons)
        self.setMinimumWidth(520)
        self.panel.ask_for(path)

    def _take(self, key: FileKey) -> None:
        self.key = key
        self.accept()

    def done(self, result: int) -> None:
        self.panel.stop()
        super().done(result)


def ask_key(parent: QWidget | None, path: Path) -> FileKey | None:
    """The key of an encrypted file, from its password or code; None when the person gave up."""
    dialog = UnlockDialog(path, parent)
    asked(dialog)
    if dialog.key is not None and dialog.panel.is_by_code:
        tell_code_was_used(parent)
    return dialog.key


def tell_code_was_used(parent: QWidget | None) -> None:
    """What to do next after a password was forgotten."""
    messages.show_note(
        parent,
        "Đã mở bằng mã khôi phục.",
        "Hãy đặt mật khẩu mới: «Tệp», «Mật khẩu của tệp…»; ở ô mật khẩu hiện tại gõ mã khôi phục.",
    )


def open_asking(parent: QWidget | None, path: Path, key: FileKey | None = None) -> DataFile | None:
    """An open data file; None when its password was asked for and not given.

    Raises DataFileError and its kinds.
    """
    try:
        return DataFile.open(path, key)
    except PasswordNeeded:
        found = ask_key(parent, path)
        return DataFile.open(path, found) if found else None


def needs_another_key(path: Path, key: FileKey | None) -> bool:
    """Whether a file is encrypted and not with the key at hand."""
    return is_encrypted(path) and not (key and key.opens(path))
