"""The frame around a form's pages: heading, state, notice, sub-tabs and foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import icons
from desktop_app.ui.records.flow_bar import FlowBar
from desktop_app.ui.records.forms.field import ProblemLine
from desktop_app.ui.records.forms.note_line import NoteLine
from desktop_app.ui.records.lists.chip import ChipLabel
from desktop_app.ui.tokens import Tone


class FormFrame(QWidget):
    """Everything of a form but its fields."""

    empty_text = "Chọn một dòng trong danh sách, hoặc bấm «Thêm» để tạo mới."

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds: list[QWidget] = []
        """The buttons in the foot."""
        self._build_frame()

    def add_action(
        self, text: str, slot: Callable[[], object], *, icon: str = "", primary: bool = False
    ) -> QPushButton:
        """A button in the foot, e.g. «Chốt biên bản»."""
        button = QPushButton(text)
        button.clicked.connect(lambda: slot())
        if primary:
            button.setProperty("role", "primary")
        if icon:
            icons.wear(button, icon, "on_accent" if primary else "text")
        self._foot.add(button)
        self.deeds.append(button)
        return button

    def add_tool(self, button: QToolButton) -> None:
        """A small button in the foot, before the others."""
        self._tools.addWidget(button)
        self.deeds.append(button)

    def set_status(self, text: str) -> None:
        """A muted line at the left of the foot."""
        self._status.setText(text)
        self._status.setToolTip(text)

    def show_filled(self, on: bool) -> None:
        """The pages, or the word on what to do first."""
        self._stack.setCurrentWidget(self._filled if on else self._empty)

    def show_heading(self, title: str, chip: tuple[str, Tone] | None) -> None:
        """Title and state of the record."""
        self._title.setText(title)
        self._chip.set_chip(*(chip or ("", Tone.GREY)))

    def show_notice(self, text: str) -> None:
        """A grey bar over the pages; an empty text takes it away."""
        self._notice.setText(text)
        self._notice_frame.setVisible(bool(text))

    def add_scrolled(self, page: QWidget, title: str) -> None:
        """A sub-tab that can be scrolled."""
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        self.tabs.addTab(scroll, title)

    def _build_frame(self) -> None:
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedWidget()
        self._empty = QLabel(self.empty_text)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(32)
        self._filled = QWidget()
        inner = QVBoxLayout(self._filled)
        inner.setContentsMargins(0, 10, 0, 0)
        inner.setSpacing(4)
        self._over = ProblemLine()
        self._over.setContentsMargins(14, 0, 14, 0)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setUsesScrollButtons(True)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        self.classified = NoteLine("Nhắc về tài liệu mật")
        self.classified.setContentsMargins(14, 0, 14, 0)
        for part in (self._build_notice(), self._build_head(), self.classified, self._over):
            inner.addWidget(part)
        inner.addWidget(self.tabs, 1)
        inner.addWidget(self._build_foot())
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _build_notice(self) -> QWidget:
        self._notice_frame = QWidget()
        frame = QFrame()
        frame.setProperty("role", "notice")
        self._notice = QLabel()
        self._notice.setWordWrap(True)
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(10, 6, 10, 6)
        inside.addWidget(self._notice)
        layout = QHBoxLayout(self._notice_frame)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.addWidget(frame)
        self._notice_frame.hide()
        return self._notice_frame

    def _build_head(self) -> QWidget:
        self._title = QLabel()
        self._title.setProperty("role", "h1")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._chip = ChipLabel()
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(10)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _build_foot(self) -> QWidget:
        self._status = QLabel()
        self._status.setProperty("role", "muted")
        tools = QWidget()
        self._tools = QHBoxLayout(tools)
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setSpacing(0)
        self._foot = FlowBar(self._status, least=60, margins=(16, 6, 16, 10))
        self._foot.add(tools)
        return self._foot
