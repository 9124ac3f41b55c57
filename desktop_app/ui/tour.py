"""The tour of the year: a quiet strip under the tabs that leads from place to place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.years.guide import GUIDE, GuideStep
from desktop_app.ui import icons
from desktop_app.ui.home.begun import is_begun
from desktop_app.ui.pointer import Pointer
from desktop_app.ui.records.lists.chip import ChipLabel
from desktop_app.ui.tabs import TABS
from desktop_app.ui.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

    from desktop_app.ui.main_window import MainWindow


class Tour(QDockWidget):
    """One step at a time; the window stays free to be worked in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__("Một năm thi đua", window)
        self.setObjectName("tour")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self._window = window
        self._pointer = Pointer(window)
        self.place = 0
        self.name = QLabel()
        self.name.setProperty("role", "h2")
        self.state = ChipLabel()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.back = QPushButton("Bước trước")
        self.next = QPushButton("Bước tiếp")
        self.next.setProperty("role", "primary")
        self.leave = icons.icon_button("x", "Đóng phần hướng dẫn")
        self.back.clicked.connect(lambda: self.show_step(self.place - 1))
        self.next.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.finish)
        self.setWidget(self._strip())
        window.installEventFilter(self)

    @property
    def step(self) -> GuideStep:
        """The step that is shown."""
        return GUIDE[self.place]

    def show_step(self, place: int) -> None:
        """Turn to the place of a step in the window and say what is done there."""
        self.place = max(0, min(place, len(GUIDE) - 1))
        window, step = self._window, self.step
        self.show()
        self.name.setText(f"Bước {self.place + 1}/{len(GUIDE)}: {step.name}")
        self.words.setText(f"{step.place}. {step.words}")
        self.back.setEnabled(self.place > 0)
        self.next.setText("Bước tiếp" if self.place + 1 < len(GUIDE) else "Xong")
        if window.file is not None and window.period is not None:
            begun = is_begun(window.file, window.period, step.key)
            self.state.set_chip(*(("Đã có", Tone.GREEN) if begun else ("Chưa có", Tone.GREY)))
        go_to(window, step)
        self._point()

    def _go_on(self) -> None:
        if self.place + 1 < len(GUIDE):
            self.show_step(self.place + 1)
        else:
            self.finish()

    def finish(self) -> None:
        """The window is as it was; nothing is left of the tour."""
        self.hide()
        self._pointer.hide()

    def _point(self) -> None:
        """The ring around the view's tab in the bar of views."""
        bar = self._window.page().bar
        self._pointer.point_at(bar, bar.tabRect(bar.currentIndex()))

    def _strip(self) -> QWidget:
        strip = QWidget()
        strip.setProperty("role", "base")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.addWidget(self.name)
        head.addWidget(self.state)
        head.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addLayout(head)
        said.addWidget(self.words)
        layout = QHBoxLayout(strip)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.addLayout(said, 1)
        for button in (self.back, self.next, self.leave):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            layout.addWidget(button)
        return strip

    # --- Qt -------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is event.Type.Resize and self.isVisible():
            self._point()
        return False


def go_to(window: MainWindow, step: GuideStep) -> None:
    """Bring the place of a step to the front."""
    tab = next(number for number, tab in enumerate(TABS) if tab.label == step.tab)
    window.tabs.setCurrentIndex(tab)
    labels = [label.replace("&&", "&") for label, _ in window.page().views]
    window.page().turn_to(labels.index(step.view))


def start(window: MainWindow) -> None:
    """Begin the tour at its first step; a second time it begins again."""
    tour = window.findChild(Tour)
    if tour is None:
        tour = Tour(window)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, tour)
    tour.show_step(0)
