"""Bars on the screen from the block that is printed: names, lengths and the same words beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import theme

if TYPE_CHECKING:
    from desktop_app.papers.blocks import Bar, BarChart

_ROW = 24
_NAMES = 0.45
"""The most of the width that names may take."""


class BarChartView(QWidget):
    """What is compared with has an outline instead of a filling; the words say all of it."""

    def __init__(self, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty_text = empty_text
        self._chart: BarChart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._measure)

    def show_chart(self, chart: BarChart | None) -> None:
        """Another chart, or the sentence in its place."""
        self._chart = chart
        told = [f"{bar.label} {bar.words}".strip() for bar in chart.bars] if chart else []
        name = f"{chart.caption}: {'; '.join(told)}" if chart and told else self._empty_text
        self.setAccessibleName(name)
        self.setToolTip("\n".join((chart.caption, *told)) if chart else "")
        self._measure()

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def _bars(self) -> tuple[Bar, ...]:
        return self._chart.bars if self._chart else ()

    def sizeHint(self) -> QSize:
        return QSize(300, _scaled(_ROW) * max(2, len(self._bars())))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(10))
        if not self._bars():
            painter.setPen(theme.color("muted"))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), middle, self._empty_text)
        height = _scaled(_ROW)
        metrics = painter.fontMetrics()
        longest = _longest(metrics, [bar.label for bar in self._bars()]) + 12
        names = min(longest, self.width() * _NAMES)
        words = _longest(metrics, [bar.words for bar in self._bars()]) + 8
        for place, bar in enumerate(self._bars()):
            row = QRectF(0, place * height, self.width(), height)
            self._paint(painter, row, bar, names, words)
        painter.end()

    def _paint(self, painter: QPainter, row: QRectF, bar: Bar, names: float, words: float) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("text"))
        label = QRectF(row.left(), row.top(), names - 8, row.height())
        shown = painter.fontMetrics().elidedText(
            bar.label, Qt.TextElideMode.ElideRight, round(label.width())
        )
        painter.drawText(label, Qt.AlignmentFlag.AlignLeft | middle, shown)
        most = self._chart.most if self._chart else 0.0
        share = min(max(bar.value / most, 0.0), 1.0) if most else 0.0
        length = max(row.width() - names - words, 0.0) * share
        thick = row.height() * 0.5
        box = QRectF(names, row.center().y() - thick / 2, length, thick)
        painter.setPen(QPen(theme.color("muted" if bar.is_pale else "accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if bar.is_pale else theme.color("accent"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(theme.color("muted" if bar.is_pale else "text"))
        beside = QRectF(box.right() + 6, row.top(), row.width() - box.right() - 6, row.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | middle, bar.words)


def _longest(metrics: QFontMetrics, texts: list[str]) -> float:
    return max((metrics.horizontalAdvance(text) for text in texts), default=0)


def _scaled(pixels: int) -> int:
    return round(pixels * theme.text_size / 100)
