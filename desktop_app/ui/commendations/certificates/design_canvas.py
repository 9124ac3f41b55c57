"""The sheet of a design on the screen: the page as it is printed, with boxes that can be moved.

Scene coordinates are mm from the upper left corner of the sheet. The picture under the boxes is
the printed page itself, so what is seen is what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from desktop_app.ui.theme import theme

STEP, LONG_STEP = 0.5, 5.0
"""Mm that an arrow key moves a box, and the same with Shift."""
_SNAP = 1.2
"""Mm within which an edge jumps to the middle of the sheet or to another box."""
_RULER = 9.0
"""Mm round the sheet where the rulers stand."""
_HANDLE = 2.2
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NEXT = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class DesignCanvas(QGraphicsView):
    """Boxes are picked, moved and made wider by mouse or by keys; the form is told."""

    picked = Signal(int)
    moved = Signal(int, QRectF)
    """The box and where it stands now, in mm."""
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = QRectF(0, 0, 297, 210)
        self._boxes: list[QRectF] = []
        self._wrong: set[int] = set()
        self._current = -1
        self._grip: tuple[str, QPointF, QRectF] | None = None
        self._fits = True
        self.is_locked = False
        self._page = QGraphicsPixmapItem()
        self._page.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        scene = QGraphicsScene(self)
        scene.addItem(self._page)
        self.setScene(scene)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(
            "Trang thiết kế: mũi tên dời ô, Shift dời xa, PageUp, PageDown đổi ô"
        )
        self.setMouseTracking(True)
        self.setMinimumSize(320, 240)
        theme.changed.connect(self.viewport().update)

    # --- what is shown --------------------------------------------------------------------

    def show_boxes(
        self, size: tuple[float, float], boxes: Sequence[QRectF], wrong: set[int], current: int
    ) -> None:
        """The sheet of so many mm and its boxes."""
        sheet = QRectF(0, 0, *size)
        is_other = sheet != self._sheet
        self._sheet, self._boxes, self._wrong = sheet, list(boxes), wrong
        self._current = current
        margin = _RULER
        self.scene().setSceneRect(sheet.adjusted(-margin, -margin, margin, margin))
        if is_other or self._fits:
            self.fit()
        self.viewport().update()

    def show_page(self, image: QImage) -> None:
        """The printed page under the boxes."""
        self._page.setPixmap(QPixmap.fromImage(image))
        self._page.setScale(self._sheet.width() / max(image.width(), 1))

    def dots_per_point(self) -> float:
        """How finely the page is to be drawn for this zoom; 1 is 72 dots to the inch."""
        wanted = self.transform().m11() * self.devicePixelRatioF() * 25.4 / 72
        return min(max(wanted, 0.5), 4.0)

    def pick(self, row: int) -> None:
        """Another box in hand."""
        self._current = row
        self.viewport().update()

    # --- zoom -----------------------------------------------------------------------------

    def fit(self) -> None:
        """The whole sheet."""
        self._fits = True
        self.fitInView(self.scene().sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self.zoomed.emit()

    def zoom(self, factor: float) -> None:
        """Nearer or farther."""
        now = self.transform().m11() * factor
        if 0.4 <= now <= 40:
            self._fits = False
            self.scale(factor, factor)
            self.zoomed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.15 if event.angleDelta().y() > 0 else 1 / 1.15)
            return
        super().wheelEvent(event)

    # --- keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _NEXT and self._boxes:
            self.picked.emit((self._current + _NEXT[key]) % len(self._boxes))
        elif key in _KEYS and self._has_current():
            across, down = _KEYS[key]
            far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = LONG_STEP if far else STEP
            box = QRectF(self._boxes[self._current])
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                box.setWidth(box.width() + across * step)
                box.setHeight(box.height() + down * step)
            else:
                box.translate(across * step, down * step)
            self._move(box)
        else:
            super().keyPressEvent(event)

    # --- mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self.mapToScene(event.position().toPoint())
        row, part = self._under(at)
        if row < 0:
            super().mousePressEvent(event)
            return
        if row != self._current:
            self._current = row
            self.picked.emit(row)
        self._grip = (part, at, QRectF(self._boxes[row]))
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        if self._grip is None:
            _, part = self._under(at)
            self.viewport().setCursor(_CURSORS[part])
            return
        part, start, before = self._grip
        box = QRectF(before)
        if part == "size":
            box.setRight(before.right() + at.x() - start.x())
            box.setBottom(before.bottom() + at.y() - start.y())
        else:
            box.translate(at - start)
        keep = event.modifiers() & Qt.KeyboardModifier.AltModifier
        self._move(box if keep else self._snapped(box, part))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        super().mouseReleaseEvent(event)

    def _has_current(self) -> bool:
        return 0 <= self._current < len(self._boxes)

    def _under(self, at: QPointF) -> tuple[int, str]:
        """The box under the mouse, the smallest first, and whether its corner is."""
        if self._has_current() and self._corner(self._boxes[self._current]).contains(at):
            return self._current, "size"
        hit = [row for row, box in enumerate(self._boxes) if box.contains(at)]
        if self._current in hit:
            return self._current, "move"
        area = {row: self._boxes[row].width() * self._boxes[row].height() for row in hit}
        return (min(area, key=area.__getitem__), "move") if hit else (-1, "")

    def _snapped(self, box: QRectF, part: str) -> QRectF:
        """On half millimetres; near the middle of the sheet or another box exactly there."""
        sides = (box.x(), box.y(), box.width(), box.height())
        made = QRectF(*(round(side / STEP) * STEP for side in sides))
        if part == "size":
            return made
        others = [other for row, other in enumerate(self._boxes) if row != self._current]
        lefts = [other.left() for other in others]
        lefts.append(self._sheet.center().x() - made.width() / 2)
        tops = [other.top() for other in others]
        near_x = [x for x in lefts if abs(x - box.left()) < _SNAP]
        near_y = [y for y in tops if abs(y - box.top()) < _SNAP / 2]
        x = min(near_x, key=lambda x: abs(x - box.left()), default=made.left())
        y = min(near_y, key=lambda y: abs(y - box.top()), default=made.top())
        made.moveTo(x, y)
        return made

    def _move(self, box: QRectF) -> None:
        if self.is_locked or box.width() < 2 or box.height() < 2:
            return
        left = min(max(box.left(), 0.0), max(0.0, self._sheet.width() - box.width()))
        top = min(max(box.top(), 0.0), max(0.0, self._sheet.height() - box.height()))
        box.moveTo(left, top)
        self._boxes[self._current] = box
        self.moved.emit(self._current, box)
        self.viewport().update()

    def _corner(self, box: QRectF) -> QRectF:
        side = max(_HANDLE, 9 / max(self.transform().m11(), 0.1))
        return QRectF(box.right() - side / 2, box.bottom() - side / 2, side, side)

    # --- drawing --------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, theme.color("canvas"))
        painter.fillRect(self._sheet, QColor("white"))
        self._draw_rulers(painter)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        for row, box in enumerate(self._boxes):
            if row != self._current:
                ink = theme.color("red") if row in self._wrong else QColor(90, 120, 170, 150)
                painter.setPen(_thin(ink, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)
        if self._has_current():
            self._draw_current(painter, self._boxes[self._current])

    def _draw_current(self, painter: QPainter, box: QRectF) -> None:
        ink = theme.color("red") if self._current in self._wrong else QColor("#1F5FBF")
        ground = QColor(ink)
        ground.setAlpha(26)
        painter.setPen(_thin(ink, width=2))
        painter.setBrush(QBrush(ground))
        painter.drawRect(box)
        painter.setBrush(QBrush(ink))
        painter.drawRect(self._corner(box))

    def _draw_rulers(self, painter: QPainter) -> None:
        """Ticks at every 5 mm, numbers at every 20 or 50."""
        ink = theme.color("muted")
        painter.setPen(_thin(ink))
        font = QFont(self.font())
        font.setPointSizeF(8)
        painter.setFont(font)
        every = 20 if self._sheet.width() <= 220 else 50
        for at in range(0, int(self._sheet.width()) + 1, 5):
            length = 3.0 if at % every == 0 else 1.5
            painter.drawLine(QPointF(at, -length), QPointF(at, 0))
            if at % every == 0:
                self._number(painter, QPointF(at, -length - 0.5), at)
        for at in range(0, int(self._sheet.height()) + 1, 5):
            length = 3.0 if at % every == 0 else 1.5
            painter.drawLine(QPointF(-length, at), QPointF(0, at))
            if at and at % every == 0:
                self._number(painter, QPointF(-length - 2.5, at + 1.5), at)

    def _number(self, painter: QPainter, at: QPointF, value: int) -> None:
        """Numbers keep their size on the screen, whatever the zoom."""
        spot = painter.transform().map(at)
        painter.save()
        painter.resetTransform()
        words = str(value)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(QPointF(spot.x() - width / 2, spot.y()), words)
        painter.restore()


_CURSORS = {
    "": Qt.CursorShape.ArrowCursor,
    "move": Qt.CursorShape.SizeAllCursor,
    "size": Qt.CursorShape.SizeFDiagCursor,
}


def _thin(ink: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine, width: int = 1) -> QPen:
    pen = QPen(ink, width, style)
    pen.setCosmetic(True)
    return pen
