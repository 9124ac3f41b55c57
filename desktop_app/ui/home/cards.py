"""The cards of the home tab: a figure that can be pressed, and a list with a heading."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import theme


class Card(QFrame):
    """A white box with a heading."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        padding = theme.metrics.card_padding
        self.body.setContentsMargins(padding, padding - 2, padding, padding - 2)
        self.body.setSpacing(6)
        if title:
            heading = QLabel(title)
            heading.setProperty("role", "h2")
            self.body.addWidget(heading)


class Figure(QAbstractButton):
    """A number with its name over it and a remark under it; pressing it goes there."""

    def __init__(self, name: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name, self._tone = name, tone
        self._value, self._remark = "–", ""
        theme.changed.connect(self._measure)

    def show_value(self, value: str, remark: str, tone: str) -> None:
        self._value, self._remark, self._tone = value, remark, tone
        self.setAccessibleName(f"{self._name}: {value}. {remark}")
        self.setToolTip(remark)
        self.update()

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(92 * theme.text_size / 100))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        room = QRectF(self.rect()).adjusted(14, 8, -14, -8)
        third = room.height() / 3
        lines = (
            (self._name, 9.5, "muted", QFont.Weight.Normal),
            (self._value, 19, self._tone, QFont.Weight.DemiBold),
            (self._remark, 9.5, "text", QFont.Weight.Normal),
        )
        for number, (text, points, color, weight) in enumerate(lines):
            painter.setFont(theme.font(points, weight))
            painter.setPen(theme.color(color))
            line = QRectF(room.left(), room.top() + number * third, room.width(), third)
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, round(room.width())
            )
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, shown)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        lit = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(theme.color("accent" if lit else "separator"), 1))
        painter.setBrush(theme.color("base"))
        radius = theme.metrics.card_radius
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Bars(QWidget):
    """Names with bars and numbers beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, int]] = []
        theme.changed.connect(self.update)

    def show_rows(self, rows: list[tuple[str, int]]) -> None:
        self._rows = rows
        self.setAccessibleName("; ".join(f"{name}: {count}" for name, count in rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 30 * max(1, len(self._rows)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(10))
        if not self._rows:
            painter.setPen(theme.color("muted"))
            text = "Chưa có đề nghị khen thưởng trong năm."
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        most = max((count for _, count in self._rows), default=1)
        for number, (name, count) in enumerate(self._rows):
            row = QRectF(0, 30 * number, self.width(), 30)
            self._paint_row(painter, row, name, count, count / most)
        painter.end()

    def _paint_row(
        self, painter: QPainter, row: QRectF, name: str, count: int, share: float
    ) -> None:
        names = row.width() * 0.5
        painter.setPen(theme.color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(names) - 10)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | middle, shown)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | middle, str(count))
        track = QRectF(names, row.center().y() - 6, row.width() - names - 36, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("grey_soft"))
        painter.drawRoundedRect(track, 4, 4)
        painter.setBrush(theme.color("accent"))
        track.setWidth(track.width() * share)
        painter.drawRoundedRect(track, 4, 4)
