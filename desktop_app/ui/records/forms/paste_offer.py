"""The strip under a field that offers to put pasted letters right; it never does so by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.letters.doctor import Finding, Trouble
from desktop_app.domain.letters.old_fonts import OldFont

Undo = Callable[[], None]
_FONTS = {Trouble(font.value) for font in OldFont}
_MOST_WORDS = 6


class PasteOffer(QFrame):
    """«Chữ vừa dán có vẻ gõ bằng mã TCVN3: … → … [Sửa] [Để nguyên]».

    It takes no keys away from the field: the buttons are reached with Tab, and a click leaves
    the cursor where it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.mend_button = QPushButton("Sửa")
        self.leave_button = QPushButton("Để nguyên")
        self._mend: Callable[[], Undo | None] = lambda: None
        self._stands: Callable[[], bool] = lambda: True
        self._undo: Undo | None = None
        self._count = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.addWidget(self.words, 1)
        for button, act in ((self.mend_button, self.do), (self.leave_button, self.close_offer)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def offer(
        self,
        finding: Finding,
        mend: Callable[[], Undo | None],
        *,
        count: int = 0,
        stands: Callable[[], bool] = lambda: True,
    ) -> None:
        """Ask about pasted text; `mend` gives back how it is undone where Ctrl+Z would not.

        `count` is the number of cells that it is about, 0 for a text; `stands` says whether the
        text is still there.
        """
        self._mend, self._undo, self._count = mend, None, count
        self._stands = stands
        more = f" ({count} ô)" if count > 1 else ""
        self._say(f"{_said(finding)}{more}", "Sửa", "Để nguyên")

    def look_again(self) -> None:
        """Something changed in the field: what is gone is asked about no more."""
        if not self.isHidden() and not self._stands():
            self.close_offer()

    def do(self) -> None:
        """The person's click: put it right, or take that back."""
        if self._undo is not None:
            self.take_back()
            return
        self._undo = self._mend()
        if self._undo is None:
            self.close_offer()
        else:
            self._say(f"Đã sửa {self._count} ô theo mã chữ vừa nêu.", "Hoàn tác", "Ẩn")

    @property
    def can_take_back(self) -> bool:
        """Whether the cells were put right, and may be as they were pasted again."""
        return self._undo is not None

    def take_back(self) -> None:
        """As it was pasted."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
        self.close_offer()

    def close_offer(self) -> None:
        """Nothing more to ask."""
        self._undo = None
        self.hide()

    def _say(self, words: str, act: str, leave: str) -> None:
        self.words.setText(words)
        self.words.setToolTip(words)
        self.mend_button.setText(act)
        self.leave_button.setText(leave)
        for button in (self.mend_button, self.leave_button):
            button.setAccessibleDescription(words)
        self.show()


def _said(finding: Finding) -> str:
    before, after = _example(finding)
    first = finding.troubles[0]
    label = first.label[0].lower() + first.label[1:]
    what = f"có vẻ gõ bằng {label}" if first in _FONTS else f"có {label}"
    return f"Chữ vừa dán {what}: «{before}» → «{after}»"


def _example(finding: Finding) -> tuple[str, str]:
    """A few words from the first wrong one on, before and after."""
    before, after = finding.before.split(), finding.after.split()
    if len(before) != len(after):
        return _short(before), _short(after)
    place = next(
        (n for n, pair in enumerate(zip(before, after, strict=True)) if len({*pair}) > 1), 0
    )
    return _short(before[place:]), _short(after[place:])


def _short(words: list[str]) -> str:
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
