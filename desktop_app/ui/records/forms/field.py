"""The base of every field: a label, an editor, and the sentence that says what is wrong."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.letters.doctor import Finding
from desktop_app.ui import icons
from desktop_app.ui.later import later
from desktop_app.ui.records.forms.paste_offer import PasteOffer
from desktop_app.ui.records.forms.pasting import mend_editor, stands_in, watch_pasting
from desktop_app.ui.theme import theme

PAUSE = 150
"""Milliseconds without a key before what is typed counts: never judge a half-typed word."""


class Field(QWidget):
    """One value of a record on the screen.

    `edited` comes after a pause in typing or on leaving, and only when the value changed or
    can no longer be read;
    `value()` is what stands there now. What cannot be read as a value at all (31/02/2026)
    is the field's own problem and is shown on leaving.
    """

    edited = Signal()
    keyed = Signal()
    """A key was pressed: what stands here may be half a word, and nobody judges it yet."""
    heading = False
    """Whether the label stands over the field instead of beside it."""

    def __init__(self, label: str, *, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(label)
        self.label.setWordWrap(True)
        self.label.setToolTip(tip)
        self.setToolTip(tip)
        self._editors: list[QWidget] = []
        self._sentence = ""
        self._left = True
        self._composing = False
        self._last: Any = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.settle)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._wrong = ProblemLine()
        self._paste_strip: PasteOffer | None = None
        theme.changed.connect(self._measure)

    def value(self) -> Any:
        """What stands in the field, in composed (NFC) text."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Put a value in; nobody is told, and problems of the old value are gone."""
        self._pause.stop()
        self._put(value)
        self._left = True
        self._last = self._standing()
        self.set_problem("")
        if self._paste_strip is not None:
            self._paste_strip.close_offer()

    def put(self, value: Any) -> None:
        """Another value by the program, as if the person had typed it."""
        self._put(value)
        self.settle()

    def own_problem(self) -> str:
        """Why what stands here is no value at all, or nothing."""
        return ""

    def problem(self) -> str:
        """The sentence shown now."""
        return self._wrong.text()

    def set_problem(self, sentence: str) -> None:
        """Show what is wrong, in words, with a sign, under the editor."""
        self._sentence = sentence
        self._show_problem()

    def set_read_only(self, on: bool) -> None:
        """Show the value without letting it be changed."""
        for editor in self._editors:
            editor.setEnabled(not on)

    def settle(self) -> None:
        """Take what stands here as meant and tell if it changed."""
        self._pause.stop()
        standing = self._standing()
        self._show_problem()
        if standing != self._last:
            self._last = standing
            self.edited.emit()

    def finish(self) -> None:
        """Take over what is still being typed, as if the person had gone on."""

    def is_being_typed(self) -> bool:
        """Whether something is typed that `value()` does not give yet."""
        return False

    def value_as_typed(self) -> Any:
        """The value with what is typed and not taken over yet, as a draft keeps it."""
        return self.value()

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds a half-made word over the field."""
        return self._composing

    def focus_editor(self) -> None:
        """Put the cursor into the field."""
        if self._editors:
            self._editors[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> None:
        """A key was pressed: wait for the pause."""
        self._left = False
        self._pause.start()
        if self._paste_strip is not None:
            self._paste_strip.look_again()
        self.keyed.emit()

    @property
    def paste_offer(self) -> PasteOffer:
        """The strip that asks about pasted letters; made when it is first needed."""
        if self._paste_strip is None:
            self._paste_strip = PasteOffer()
            self._layout.addWidget(self._paste_strip)
            self.setTabOrder(self._editors[-1], self._paste_strip.mend_button)
            self.setTabOrder(self._paste_strip.mend_button, self._paste_strip.leave_button)
        return self._paste_strip

    def _ask_about(self, editor: QWidget, finding: Finding) -> None:
        """Text was pasted whose letters seem wrong: the person says whether it is put right."""

        def mend() -> None:
            mend_editor(editor, finding)
            self.settle()
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

        self.paste_offer.offer(finding, mend, stands=lambda: stands_in(editor, finding))

    def _standing(self) -> tuple[Any, str]:
        """What others are told of when it changes: the value, or why it is none."""
        return self.value(), self.own_problem() if self._left else ""

    def _put(self, value: Any) -> None:
        raise NotImplementedError

    def _tidy(self) -> None:
        """Write the value in its usual way, once nobody types any more."""

    def _add_editors(self, *editors: QWidget, row: QWidget | None = None) -> None:
        """The widgets of the field, the first of them named by the label."""
        self._editors = list(editors)
        self.label.setBuddy(editors[0])
        for editor in editors:
            if not editor.accessibleName():
                editor.setAccessibleName(self.label.text())
            editor.installEventFilter(self)
            watch_pasting(editor, partial(self._ask_about, editor))
        self.setFocusProxy(editors[0])
        self._layout.addWidget(row or editors[0])
        self._layout.addWidget(self._wrong)
        self._measure()

    def _show_problem(self) -> None:
        own = self.own_problem() if self._left else ""
        sentence = own or self._sentence
        self._wrong.set_text(sentence)
        for editor in self._editors:
            if editor.property("wrong") != bool(sentence):
                editor.setProperty("wrong", bool(sentence))
                restyle(editor)
            editor.setAccessibleDescription(sentence)

    def _measure(self) -> None:
        if not self.heading:
            self.label.setMinimumHeight(theme.metrics.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        if event.type() is QEvent.Type.FocusOut and watched in self._editors:
            self._composing = False
            later(self, self._maybe_left)
        return super().eventFilter(watched, event)

    def _maybe_left(self) -> None:
        if any(editor.hasFocus() for editor in self._editors):
            return
        self._left = True
        self._tidy()
        self.settle()


class ProblemLine(QWidget):
    """A red sentence with a sign before it; it takes no room while there is none."""

    role = "problem"
    icon, tint = "circle-alert", "red"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setProperty("role", self.role)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 2)
        layout.setSpacing(5)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def set_text(self, sentence: str) -> None:
        """Show this sentence, or nothing."""
        self._words.setText(sentence)
        self._words.setToolTip(sentence)
        self.setVisible(bool(sentence))

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap(self.icon, self.tint, 14, ratio))


class CalmCombo(QComboBox):
    """A combo box that does not change when a page is scrolled over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
