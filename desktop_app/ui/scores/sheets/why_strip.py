"""The strip under the grid: how the score of the row in hand came about, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.records.forms.field import restyle
from desktop_app.ui.theme import theme

_LINES = 3


class WhyStrip(QFrame):
    """Always as high as three lines, so that the grid does not jump from row to row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = _words("Vì sao")
        self._warnings = _words("Lưu ý của phiếu")
        self._warnings.setProperty("role", "muted")
        self._sides = QHBoxLayout()
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(16)
        self._sides.addWidget(self._why, 3)
        self._sides.addWidget(self._warnings, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addLayout(self._sides)
        self.setProperty("role", "notice")
        theme.changed.connect(self._measure)
        self._measure()

    def why(self) -> str:
        return self._why.text()

    def warnings(self) -> str:
        return self._warnings.text()

    def show_why(self, title: str, sentences: Sequence[str], wrong: str = "") -> None:
        """The row by its name; what is wrong with it goes before how it is counted."""
        self._set_role("wrong" if wrong else "notice")
        said = f"⚠ {wrong}" if wrong else " ".join(sentences)
        self._why.setText(f"{title} — {said}" if title and said else said or title)
        self._why.setToolTip("\n".join((title, *([wrong] if wrong else []), *sentences)).strip())

    def show_warnings(self, sentences: Sequence[str]) -> None:
        """What is unusual about the whole sheet."""
        self._warnings.setText(" ".join(sentences))
        self._warnings.setToolTip("\n".join(sentences))
        self._warnings.setVisible(bool(sentences))

    def _set_role(self, role: str) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)
            restyle(self._why)

    def _measure(self) -> None:
        self.setFixedHeight(_LINES * self._why.fontMetrics().lineSpacing() + 14)


def _words(name: str) -> QLabel:
    found = QLabel()
    found.setAccessibleName(name)
    found.setWordWrap(True)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return found
