"""The line of the year: one point a conference, done, in hand, or ahead."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.year import Step, StepState
from desktop_app.ui import icons
from desktop_app.ui.theme import theme

_RADIUS = 11
_LINE_TOP = 38
_HEIGHT = 104


class Timeline(QWidget):
    """Steps from left to right; the state is told by picture and colour and by the words below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        told = "; ".join(f"{s.label}, {short_date(s.day)}: {s.state.label}" for s in steps)
        self.setAccessibleName(f"Tiến trình năm: {told}" if told else "Chưa có hội nghị nào")
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, round(_HEIGHT * theme.text_size / 100))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._steps:
            painter.setPen(theme.color("muted"))
            text = "Chưa có hội nghị nào trong năm. Mở thẻ «Hội nghị» để lên kế hoạch."
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        else:
            self._paint_steps(painter)
        painter.end()

    def _paint_steps(self, painter: QPainter) -> None:
        width = self.width() / len(self._steps)
        centres = [QPointF(width * (number + 0.5), _LINE_TOP) for number in range(len(self._steps))]
        for step, start, end in zip(self._steps, centres, centres[1:], strict=False):
            done = step.state is StepState.DONE
            painter.setPen(QPen(theme.color("green" if done else "separator"), 4))
            painter.drawLine(start, end)
        for step, centre in zip(self._steps, centres, strict=True):
            self._paint_step(painter, step, centre, width)

    def _paint_step(self, painter: QPainter, step: Step, centre: QPointF, width: float) -> None:
        _paint_point(painter, step.state, centre)
        left = centre.x() - width / 2 + 4
        painter.setFont(theme.font(9))
        painter.setPen(theme.color("muted"))
        day = step.day.strftime("%d/%m") if isinstance(step.day, dt.date) else ""
        painter.drawText(QRectF(left, 0, width - 8, 22), Qt.AlignmentFlag.AlignCenter, day)
        now = step.state is StepState.NOW
        painter.setFont(theme.font(9, QFont.Weight.DemiBold if now else QFont.Weight.Normal))
        painter.setPen(theme.color("accent" if now else "text"))
        room = QRectF(left, _LINE_TOP + 18, width - 8, self.height() - _LINE_TOP - 18)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, flags | Qt.TextFlag.TextWordWrap, step.label)


def _paint_point(painter: QPainter, state: StepState, centre: QPointF) -> None:
    filled = {StepState.DONE: "green", StepState.NOW: "accent"}.get(state)
    painter.setPen(QPen(theme.color(filled or "border"), 2))
    painter.setBrush(theme.color(filled) if filled else QColor(theme.color("base")))
    painter.drawEllipse(centre, _RADIUS, _RADIUS)
    if state is StepState.DONE:
        sign = icons.pixmap("check", "on_accent", 14, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(centre.x() - 7, centre.y() - 7), sign)
    elif state is StepState.NOW:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on_accent"))
        painter.drawEllipse(centre, 4, 4)
