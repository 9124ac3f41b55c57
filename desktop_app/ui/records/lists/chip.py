"""Chips: a state as a word on its colour, in the cells of a list and beside a title."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui.records.lists.record_model import TONE_ROLE
from desktop_app.ui.theme import theme
from desktop_app.ui.tokens import Tone

_PADDING = 9
_EDGE = 6
_MOST_LINES = 2


def draw_chip(painter: QPainter, room: QRect, text: str, tone: Tone) -> None:
    """A chip at the left of the room: on two lines where it is high enough, else shortened."""
    ink, ground = theme.tokens.chip(tone)
    font, line = _lettering(theme.text_size)
    most = _MOST_LINES if room.height() >= _MOST_LINES * line + 4 else 1
    shown, wide = _fitted(text, room.width() - 2 * _PADDING, theme.text_size, most)
    height = min(line * (shown.count("\n") + 1) + 4, room.height())
    width = wide + 2 * _PADDING
    chip = QRectF(room.left(), room.top() + (room.height() - height) / 2, width, height)
    radius = min(theme.metrics.chip_radius, height / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(chip, radius, radius)
    painter.setPen(QColor(ink))
    painter.setFont(font)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


def chip_height(text: str, width: int) -> int:
    """Pixels that a chip takes in so much room, of which it may use two lines."""
    shown, _ = _fitted(text, width - 2 * _PADDING, theme.text_size, _MOST_LINES)
    return _lettering(theme.text_size)[1] * (shown.count("\n") + 1) + 4


@lru_cache(maxsize=8)
def _lettering(size: int) -> tuple[QFont, int]:
    """The font of chips at a size of text in per cent, and how high its letters are."""
    font = theme.font(9, QFont.Weight.DemiBold)
    return font, QFontMetrics(font).height()


@lru_cache(maxsize=1_000)  # a list has few states, which are painted again and again
def _fitted(text: str, width: int, size: int, most: int) -> tuple[str, int]:
    """As much of a text as fits into so many lines, and how wide that is."""
    metrics = QFontMetrics(_lettering(size)[0])
    lines, words = [""], text.split()
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < most and metrics.horizontalAdvance(longer) > width:
            lines.append(" ".join(words[place:]))
            break
        lines[-1] = longer
    shown = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
    return "\n".join(shown), max(map(metrics.horizontalAdvance, shown))


def leave_edges(option: QStyleOptionViewItem) -> None:
    """Room as it is painted: Qt measures without the edges and then shortens the last line."""
    rect: QRect = option.rect
    rect.setWidth(max(rect.width() - 2 * _EDGE, 1))


def paint_wordless(
    delegate: QStyledItemDelegate,
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    """A cell as Qt paints it, chosen or not, but for its words."""
    given = cast(Any, option)
    delegate.initStyleOption(option, index)
    given.text = ""
    style = given.widget.style() if given.widget else QApplication.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, given.widget)


class ChipDelegate(QStyledItemDelegate):
    """Paints a cell that has a tone as a chip, and every other cell as usual."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tone = index.data(TONE_ROLE)
        text = index.data()
        if tone is None or not text:
            super().paint(painter, option, index)
            return
        paint_wordless(self, painter, option, index)
        draw_chip(painter, option.rect.adjusted(_EDGE, 0, -_EDGE, 0), text, tone)


class TallDelegate(QStyledItemDelegate):
    """Rows as high as their text, with room above and below it; Qt paints them."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        leave_edges(option)
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + 2 * _EDGE)


class WrappedDelegate(TallDelegate, ChipDelegate):
    """The same with chips."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        room: QRect = option.rect
        width = room.width() - 2 * _EDGE
        size = super().sizeHint(option, index)
        if index.data(TONE_ROLE) is None or not index.data():
            return size
        return QSize(size.width(), chip_height(index.data(), width) + 2 * _EDGE)


class ChipLabel(QWidget):
    """A chip of its own; hidden while it has no text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = Tone.GREY
        theme.changed.connect(self._resize)
        self.hide()

    def text(self) -> str:
        return self._text

    def set_chip(self, text: str, tone: Tone) -> None:
        """Show this state."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self._resize()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(9, QFont.Weight.DemiBold))
        width = metrics.horizontalAdvance(self._text) + 2 * _PADDING + 1
        return QSize(width, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            painter = QPainter(self)
            draw_chip(painter, self.rect(), self._text, self._tone)
            painter.end()
