"""The line of the year: a button a step, done, in hand, late or ahead."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.plan import StepState
from desktop_app.domain.years.year_steps import Step
from desktop_app.ui import icons
from desktop_app.ui.theme import theme

_RADIUS = 11
_POINT = 36
"""Where the line runs, counted from the top of a row."""
_ROW = 108
_NARROWEST = 72
"""A step needs so much room for its words; what does not fit goes into another row."""
_COLORS = {StepState.DONE: "green", StepState.NOW: "accent", StepState.LATE: "red"}
_SAID = (StepState.NOW, StepState.LATE)
"""States that are told in words too; done has its tick and ahead is empty."""


class Timeline(QWidget):
    """Steps from left to right, in more than one row where the window is narrow.

    Tab leads to the step in hand, the arrow keys to the others, and pressing one opens it.
    """

    chosen = Signal(object)
    """The record of a step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[StepButton] = []
        self._per_row = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._arrange)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Other steps, the one in hand within reach of Tab."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [StepButton(step, self) for step in steps]
        for button in self.buttons:
            button.clicked.connect(lambda _=False, step=button.step: self.chosen.emit(step.record))
            button.walked.connect(lambda way, start=button: self._walk(start, way))
            button.show()
        open_ones = (b for b in self.buttons if b.step.state is not StepState.DONE)
        first = next(open_ones, self.buttons[0] if self.buttons else None)
        if first is not None:
            first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        told = "; ".join(button.toolTip() for button in self.buttons)
        self.setAccessibleName(f"Tiến trình năm: {told}" if told else _EMPTY)
        self._arrange()

    def _walk(self, start: StepButton, way: int) -> None:
        place = self.buttons.index(start) + way
        if 0 <= place < len(self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    # --- where the steps stand ------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, self._rows() * _scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def _rows(self) -> int:
        return max(1, math.ceil(len(self.buttons) / self._per_row))

    def _arrange(self) -> None:
        count = max(1, len(self.buttons))
        fitting = max(1, self.width() // _scaled(_NARROWEST))
        # as many in each row as in the others, not one left over in the last
        self._per_row = math.ceil(count / math.ceil(count / fitting))
        width, height = self.width() / self._per_row, _scaled(_ROW)
        for place, button in enumerate(self.buttons):
            row, column = divmod(place, self._per_row)
            button.setGeometry(round(column * width), row * height, round(width), height)
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.buttons:
            painter.setPen(theme.color("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _EMPTY)
        for one, other in zip(self.buttons, self.buttons[1:], strict=False):
            if one.y() == other.y():
                is_done = one.step.state is StepState.DONE
                painter.setPen(QPen(theme.color("green" if is_done else "separator"), 4))
                painter.drawLine(one.mapToParent(one.centre()), other.mapToParent(other.centre()))
        painter.end()


_EMPTY = "Năm này chưa có kế hoạch và hội nghị nào. Mở «Kế hoạch năm» để lập kế hoạch."


class StepButton(QAbstractButton):
    """A step: its day, its point, its words, and its state where that is not plain."""

    walked = Signal(int)
    """An arrow key was pressed: one step on (1) or back (-1)."""

    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        day = short_date(step.day) or "chưa định ngày"
        self.setToolTip(f"{step.title}, {day}: {step.state.label}")
        self.setAccessibleName(self.toolTip())

    def centre(self) -> QPointF:
        """The middle of the point, in the button."""
        return QPointF(self.width() / 2, _scaled(_POINT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in ways:
            self.walked.emit(ways[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        self._paint_words(painter)
        _paint_point(painter, self.step.state, self.centre())
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        state = self.step.state
        line, below = _scaled(17), _scaled(_POINT) + _RADIUS + 5
        top = QRectF(4, _scaled(4), self.width() - 8, line)
        day = f"{self.step.day:%d/%m}" if self.step.day else "–"
        _write(painter, top, day, "muted")
        is_told = state in _SAID
        words = QRectF(2, below, self.width() - 4, 2 * line)
        _write(painter, words, self.step.label, "text", bold=is_told, wrapped=True)
        if is_told:
            said = QRectF(2, below + 2 * line, self.width() - 4, line)
            _write(painter, said, state.label, _COLORS[state], bold=True)


def _write(
    painter: QPainter,
    room: QRectF,
    text: str,
    color: str,
    *,
    bold: bool = False,
    wrapped: bool = False,
) -> None:
    painter.setFont(theme.font(9, QFont.Weight.DemiBold if bold else QFont.Weight.Normal))
    painter.setPen(theme.color(color))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    wrap = Qt.TextFlag.TextWordWrap if wrapped else Qt.TextFlag.TextSingleLine
    # words break before the edge, so two lines hold a little less than twice the width
    most = round(room.width() * (1.7 if wrapped else 1))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
    painter.drawText(room, flags | wrap, shown)


def _paint_point(painter: QPainter, state: StepState, centre: QPointF) -> None:
    filled = _COLORS.get(state)
    painter.setPen(QPen(theme.color(filled or "border"), 2))
    painter.setBrush(theme.color(filled) if filled else QColor(theme.color("base")))
    painter.drawEllipse(centre, _RADIUS, _RADIUS)
    if state is StepState.DONE:
        sign = icons.pixmap("check", "on_accent", 14, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(centre.x() - 7, centre.y() - 7), sign)
    elif state is StepState.LATE:
        painter.setPen(theme.color("on_accent"))
        painter.setFont(theme.font(11, QFont.Weight.Bold))
        box = QRectF(centre.x() - _RADIUS, centre.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")
    elif state is StepState.NOW:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on_accent"))
        painter.drawEllipse(centre, 4, 4)


def _scaled(pixels: int) -> int:
    return round(pixels * theme.text_size / 100)
