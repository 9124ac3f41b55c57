"""A line for a password: dots, until the person asks to see what stands there."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui import icons

_LONGEST = 200


class PasswordLine(QLineEdit):
    """The eye at its end shows the words; they are kept nowhere but here."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(_LONGEST)
        self.setProperty("secret", True)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = self.addAction(
            icons.icon("eye", "muted"), QLineEdit.ActionPosition.TrailingPosition
        )
        self.eye.setToolTip("Hiện, ẩn chữ đang gõ")
        self.eye.triggered.connect(lambda _=False: self._turn())

    def hide_words(self) -> None:
        """Dots again."""
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def show_words(self) -> None:
        """What is typed here is read from a paper: nobody needs dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal)

    def take(self) -> str:
        """What stands here; then nothing does."""
        words = self.text()
        self.clear()
        return words

    def _turn(self) -> None:
        is_hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.show_words() if is_hidden else self.hide_words()
