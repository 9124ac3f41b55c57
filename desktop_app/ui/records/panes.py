"""List, form and preview beside each other, with sizes that are remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.ui.records.memory import is_plain, recall, remember

WIDTHS = (386, 564, 416)
NARROW_LIST = 310
"""Pixels of the list where it has a few rows and the form wants all the room."""
WIDE_LIST = (490, 460, 416)
"""The same for a list that is read as a board."""
BOARD = (950, 416)
"""A board that takes the place of list and form, and its preview."""
ROOM_FOR_PREVIEW = 1280
"""Under this width the preview closes by itself; it can be opened again by hand."""


class Panes(QSplitter):
    """Three panes, or two where there is nothing to preview or a board instead of list and form."""

    preview_opened = Signal()

    def __init__(
        self,
        key: str,
        records: QWidget,
        form: QWidget | None,
        preview: QWidget | None,
        *,
        narrow_list: bool = False,
        wide_list: bool = False,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._key = f"{key}/panes" if key else ""
        self._preview = preview
        self._wanted = {True: not is_plain(), False: False}
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        records.setMinimumWidth(260)
        if form is not None:
            form.setMinimumWidth(420)
        for pane, stretch in zip((records, form, preview), (2, 4, 3), strict=True):
            if pane is not None:
                self.addWidget(pane)
                self.setStretchFactor(self.indexOf(pane), stretch)
        self.setSizes(list(WIDTHS if form else BOARD))
        if narrow_list:
            self.setStretchFactor(0, 0)
            self.setSizes([NARROW_LIST, *WIDTHS[1:]])
        if wide_list:
            self.setSizes(list(WIDE_LIST))
        state = recall(self._key) if self._key else None
        if state:
            self.restoreState(state)
        self._saving = QTimer(self, singleShot=True, interval=300)
        self._saving.timeout.connect(self._save)
        self.splitterMoved.connect(lambda *_: self._saving.start())

    @property
    def preview_is_open(self) -> bool:
        return self._preview is not None and not self._preview.isHidden()

    def toggle_preview(self) -> None:
        """Open or close the preview; wide and narrow windows are remembered apart."""
        if self._preview is not None:
            self._wanted[self._is_wide()] = not self.preview_is_open
            self._arrange()

    def _is_wide(self) -> bool:
        return self.width() >= ROOM_FOR_PREVIEW

    def _arrange(self) -> None:
        if self._preview is None:
            return
        wanted = self._wanted[self._is_wide()]
        if wanted != self.preview_is_open:
            self._preview.setVisible(wanted)
            if wanted:
                self.preview_opened.emit()

    def _save(self) -> None:
        if self._key and (self._preview is None or self.preview_is_open):
            remember(self._key, self.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
