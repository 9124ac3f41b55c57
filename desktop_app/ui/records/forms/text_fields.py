"""Fields for words: a line, several lines, a list of lines, yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.vietnamese import clean_line, clean_text
from desktop_app.ui.records.forms.field import Field, restyle
from desktop_app.ui.records.forms.pasting import PlainEdit
from desktop_app.ui.records.forms.wrapped_check import WrappedCheck


class LineField(Field):
    """One line of text."""

    def __init__(
        self, label: str, *, placeholder: str = "", tip: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(placeholder)
        self.editor.setToolTip(placeholder)
        self.editor.textEdited.connect(self.typed)
        self._add_editors(self.editor)

    def value(self) -> str:
        return clean_line(self.editor.text())

    def set_read_only(self, on: bool) -> None:
        self.editor.setReadOnly(on)
        restyle(self.editor)

    def _put(self, value: str) -> None:
        self.editor.setText(value or "")
        self.editor.setCursorPosition(0)

    def _tidy(self) -> None:
        if self.editor.text() != self.value():
            self.editor.setText(self.value())


class TextField(Field):
    """Several lines of plain text."""

    def __init__(
        self,
        label: str,
        *,
        rows: int = 3,
        placeholder: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self._rows = rows
        self.editor = PlainEdit()
        self.editor.setPlaceholderText(placeholder)
        self.editor.setTabChangesFocus(True)
        self.editor.textChanged.connect(self._changed)
        self._filling = False
        self._add_editors(self.editor)

    def value(self) -> str:
        return clean_text(self.editor.toPlainText()).strip()

    def set_read_only(self, on: bool) -> None:
        self.editor.setReadOnly(on)
        restyle(self.editor)

    def _put(self, value: str) -> None:
        self._filling = True
        self.editor.setPlainText(value or "")
        self._filling = False

    def _changed(self) -> None:
        if not self._filling:
            self.typed()

    def _measure(self) -> None:
        super()._measure()
        if hasattr(self, "editor"):
            line = self.editor.fontMetrics().lineSpacing()
            self.editor.setFixedHeight(line * self._rows + 22)


class LinesField(TextField):
    """A list of short texts, one a line."""

    def value(self) -> tuple[str, ...]:  # type: ignore[override]
        lines = clean_text(self.editor.toPlainText()).split("\n")
        return tuple(line for line in map(clean_line, lines) if line)

    def _put(self, value: Sequence[str]) -> None:
        super()._put("\n".join(value or ()))


class CheckField(Field):
    """Yes or no; the words stand beside the box."""

    def __init__(self, text: str, *, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", tip=tip, parent=parent)
        self.editor = WrappedCheck(text)
        self.editor.setAccessibleName(text)
        self.editor.clicked.connect(self.settle)
        self._add_editors(self.editor)

    def value(self) -> bool:
        return self.editor.isChecked()

    def _put(self, value: bool) -> None:
        self.editor.setChecked(bool(value))
