"""The pages of a PDF on a canvas, each drawn only when it comes into sight."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.ui.theme import theme

DOTS_A_POINT = 96 / 72
ZOOM_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.87, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_GAP = 14
_KEPT_BYTES = 24_000_000
"""Pictures that stay in memory, of a view that is shown: nine pages as large as paper."""
_LEAST_PAGES = 2
"""What can be in sight together at a large zoom."""


class PageView(QAbstractScrollArea):
    """Paper on a canvas; the paper stays white in the dark look."""

    changed = Signal()
    """Another page is on top, or the zoom is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf = b""
        self._sizes: list[tuple[float, float]] = []
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._zoom = 1.0
        self._fits = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Trang xem trước")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self._moved)
        theme.changed.connect(self.viewport().update)

    @property
    def page_count(self) -> int:
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in sight, counted from 1; 0 when there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        for number, room in enumerate(self._rooms(), start=1):
            if room.bottom() + _GAP >= middle:
                return number
        return len(self._sizes)

    @property
    def zoom(self) -> float:
        """1.0 is the paper's own size on a screen of 96 dots to the inch."""
        return self._zoom

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages where the last ones stood; empty bytes clear the canvas."""
        from desktop_app.printing import raster

        self._pdf = pdf
        self._sizes = raster.page_sizes(pdf) if pdf else []
        self._pictures.clear()
        self._arrange()

    def fit_width(self) -> None:
        """Let the widest page fill the canvas, now and when the pane changes."""
        self._fits = True
        self._arrange()

    def set_zoom(self, zoom: float) -> None:
        """Show at this size and stay there."""
        self._fits = False
        self._zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        self._arrange()

    def zoom_in(self) -> None:
        self.set_zoom(next((z for z in ZOOM_STEPS if z > self._zoom + 0.01), ZOOM_STEPS[-1]))

    def zoom_out(self) -> None:
        smaller = [z for z in ZOOM_STEPS if z < self._zoom - 0.01]
        self.set_zoom(smaller[-1] if smaller else ZOOM_STEPS[0])

    def go_to(self, page: int) -> None:
        """Bring a page, counted from 1, to the top."""
        rooms = self._rooms()
        if 1 <= page <= len(rooms):
            self.verticalScrollBar().setValue(rooms[page - 1].top() - _GAP)

    def _arrange(self) -> None:
        if self._fits and self._sizes:
            widest = max(width for width, _ in self._sizes)
            room = self.viewport().width() - 2 * _GAP
            self._zoom = max(room, 80) / (widest * DOTS_A_POINT)
        rooms = self._rooms()
        bottom = rooms[-1].bottom() + _GAP if rooms else 0
        right = max((room.width() for room in rooms), default=0) + 2 * _GAP
        port = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(bottom - port.height(), 0))
        self.verticalScrollBar().setPageStep(port.height())
        self.verticalScrollBar().setSingleStep(40)
        wide = 0 if self._fits else max(right - port.width(), 0)
        self.horizontalScrollBar().setRange(0, wide)
        self.horizontalScrollBar().setPageStep(port.width())
        self._moved()

    def _rooms(self) -> list[QRect]:
        """Where each page lies on the whole canvas."""
        rooms: list[QRect] = []
        top = _GAP
        across = self.viewport().width()
        for width, height in self._sizes:
            size = QSize(round(width * self._scale()), round(height * self._scale()))
            left = max((across - size.width()) // 2, _GAP)
            rooms.append(QRect(QPoint(left, top), size))
            top += size.height() + _GAP
        return rooms

    def _scale(self) -> float:
        return self._zoom * DOTS_A_POINT

    def _moved(self) -> None:
        self.viewport().update()
        self.changed.emit()

    def _picture(self, page: int) -> QImage:
        from desktop_app.printing import raster

        ratio = self.devicePixelRatioF()
        key = (page, round(self._scale() * ratio * 1000))
        if key not in self._pictures:
            drawn = raster.render(self._pdf, page, self._scale() * ratio)
            # the bytes die with the page, so the picture gets its own
            picture = QImage(
                drawn.pixels,
                drawn.width,
                drawn.height,
                drawn.stride,
                QImage.Format.Format_BGR888,
            ).copy()
            picture.setDevicePixelRatio(ratio)
            self._pictures[key] = picture
            self._let_go()
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def _let_go(self) -> None:
        """Pages looked at longest ago, until the others are few or small enough."""
        kept = sum(picture.sizeInBytes() for picture in self._pictures.values())
        while kept > _KEPT_BYTES and len(self._pictures) > _LEAST_PAGES:
            kept -= self._pictures.popitem(last=False)[1].sizeInBytes()

    def hideEvent(self, event: QHideEvent) -> None:
        # every view of the window has pages; those behind are drawn again when they come in sight
        super().hideEvent(event)
        self._pictures.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.tokens.canvas))
        away = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page, room in enumerate(self._rooms()):
            seen = room.translated(-away)
            if seen.intersects(event.rect()):
                painter.drawImage(seen.topLeft(), self._picture(page))
                painter.setPen(QPen(QColor(theme.tokens.separator), 1))
                painter.drawRect(seen.adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_in() if event.angleDelta().y() > 0 else self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.page_count,
        }
        page = keys.get(Qt.Key(event.key()))
        if page is None:
            super().keyPressEvent(event)
        else:
            self.go_to(min(max(page, 1), self.page_count))
