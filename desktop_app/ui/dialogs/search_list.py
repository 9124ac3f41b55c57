"""The lines of «Tìm mọi nơi»: heads, and hits with the found words in bold."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.domain.search_text import Excerpt
from desktop_app.ui import icons
from desktop_app.ui.records.lists.bounded_model import BoundedModel, Index, is_there
from desktop_app.ui.theme import theme

_EDGE, _GAP = 8, 4
_MOST_ROWS = 2
_NOTHING = QModelIndex()
_NO_WORDS = Excerpt("")


@dataclass(frozen=True)
class Head:
    """What the lines below have in common."""

    text: str


@dataclass(frozen=True)
class Line:
    """One thing that can be gone to."""

    title: Excerpt
    act: Callable[[], object]
    icon: str
    under: Excerpt = _NO_WORDS
    aside: str = ""
    """Short words at the right: a year, a key."""


class LineModel(BoundedModel):
    """Heads and lines; a head cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Head | Line, ...] = ()

    def show_rows(self, rows: Iterable[Head | Line]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else 1

    def cell_flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def cell_data(self, index: Index, role: int) -> Any:
        row = self.rows[index.row()]
        if isinstance(row, Head):
            return row.text if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (row.title.text, row.under.text, row.aside)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.title.text, row.under.text)))
        return None


class _LineDelegate(QStyledItemDelegate):
    """A head in small letters; a title over the sentence in which the words stand."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = _row(index), cast(Any, option).widget.viewport().width()
        if isinstance(row, Head):
            return QSize(width, QFontMetrics(theme.font(9)).height() + 3 * _GAP)
        heights = [words.boundingRect().height() for words in _words(row, width)]
        return QSize(width, math.ceil(sum(heights)) + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, view = _row(index), cast(Any, option)
        room = view.rect.adjusted(_EDGE, _GAP, -_EDGE, -_GAP)
        if isinstance(row, Head):
            painter.setFont(theme.font(9, QFont.Weight.DemiBold))
            painter.setPen(theme.color("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignBottom, row.text)
            return
        painter.save()
        if view.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(view.rect, theme.color("accent_soft"))
            painter.fillRect(QRect(view.rect.topLeft(), QSize(3, view.rect.height())), _accent())
        size = theme.metrics.icon
        ratio = painter.device().devicePixelRatioF()
        first = QFontMetrics(theme.font()).height()
        picture = icons.pixmap(row.icon, "muted", size, ratio)
        painter.drawPixmap(room.left(), room.top() + (first - size) // 2, picture)
        _draw_aside(painter, room, row.aside)
        place = QPointF(room.left() + size + _EDGE, room.top())
        for words, ink in zip(_words(row, view.rect.width()), ("text", "muted"), strict=False):
            painter.setPen(theme.color(ink))
            words.draw(painter, place)
            place.setY(place.y() + words.boundingRect().height())
        painter.restore()


def _row(index: Index) -> Head | Line:
    return cast(LineModel, index.model()).rows[index.row()] if is_there(index) else Head("")


def _accent() -> QColor:
    return theme.color("accent")


def _draw_aside(painter: QPainter, room: QRect, words: str) -> None:
    painter.setFont(theme.font(9))
    painter.setPen(theme.color("muted"))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)


def _words(row: Line, width: int) -> list[QTextLayout]:
    """The title, beside what stands at the right end, and the sentence under it."""
    room = width - 3 * _EDGE - theme.metrics.icon
    aside = QFontMetrics(theme.font(9)).horizontalAdvance(row.aside) + 2 * _EDGE if row.aside else 0
    found = [laid_out(row.title, theme.font(), room - aside)]
    if row.under.text:
        found.append(laid_out(row.under, theme.font(9), room))
    return found


def laid_out(shown: Excerpt, font: QFont, width: int) -> QTextLayout:
    """The found words in bold; two rows at most, for names that differ at their ends."""
    layout = _in_rows(shown, font, width)
    if layout.lineCount() <= _MOST_ROWS:
        return layout
    last = layout.lineAt(_MOST_ROWS - 1)
    kept = shown.text[: last.textStart() + last.textLength() - 2].rstrip() + " …"
    spans = tuple((start, length) for start, length in shown.spans if start + length < len(kept))
    return _in_rows(Excerpt(kept, spans), font, width)


def _in_rows(shown: Excerpt, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(shown.text, font)
    layout.setFormats([_bold_range(start, length) for start, length in shown.spans])
    layout.beginLayout()
    height = 0.0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(max(width, 1))
        row.setPosition(QPointF(0, height))
        height += row.height()
    layout.endLayout()
    return layout


def _bold_range(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    dress = QTextCharFormat()
    dress.setFontWeight(QFont.Weight.Bold)
    dress.setForeground(theme.color("text"))
    found.format = dress
    return found


class SearchList(QListView):
    """The lines; moved through by the keys of the box above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel()
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName("Kết quả tìm")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_rows(self, rows: Iterable[Head | Line]) -> None:
        """Other lines; the first that can be chosen is in hand."""
        self.lines.show_rows(rows)
        first = next((n for n, row in enumerate(self.lines.rows) if isinstance(row, Line)), -1)
        if first >= 0:
            self.setCurrentIndex(self.lines.index(first, 0))
            self.scrollToTop()

    def current(self) -> Line | None:
        """The line in hand."""
        return self.line_at(self.currentIndex())

    def line_at(self, index: QModelIndex) -> Line | None:
        row = self.lines.rows[index.row()] if self.lines.holds(index) else None
        return row if isinstance(row, Line) else None
