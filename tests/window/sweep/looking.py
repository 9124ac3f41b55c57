"""What is wrong with a screen: cut-off words, no Vietnamese, no name, ink that cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from desktop_app.ui.theme import contrast
from tests.window.sweep.words import foreign

LEAST_CONTRAST = 4.5
_OWN = ("qt_", "ExtensionButton", "ScrollLeftButton", "ScrollRightButton")
"""Parts that Qt builds into its widgets, known by the beginning of their names."""
_OTHERS_NAMES = ("Thành phần",)
"""Lists of names that others gave: the libraries of «Giới thiệu»."""
_FIELDS = (QLineEdit, QComboBox, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QAbstractItemView)


def faults(root: QWidget) -> list[str]:
    """Everything wrong in a window or a part of it, as it is shown now."""
    shown = [root, *(part for part in root.findChildren(QWidget) if part.isVisibleTo(root))]
    own = [part for part in shown if not part.objectName().startswith(_OWN)]
    labelled = {label.buddy() for label in root.window().findChildren(QLabel)}
    found = [
        fault
        for part in own
        for fault in (*_cut(part), *_nameless(part, labelled), *_foreign(part))
    ]
    return found + _unreadable(root, [part for part in own if isinstance(part, QLabel)])


def _told(part: QWidget, words: str) -> str:
    return f"{type(part).__name__} «{' '.join(words.split())[:60]}»"


# --- cut off --------------------------------------------------------------------------------


def _cut(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel):
        if part.text() and not part.toolTip() and _is_label_cut(part):
            yield f"bị cắt: {_told(part, part.text())} {part.width()}×{part.height()}"
    elif isinstance(part, QPushButton | QToolButton | QCheckBox | QRadioButton):
        missing = part.minimumSizeHint().width() - part.width()
        if part.text() and missing > 1 and not _only_picture(part):
            yield f"bị cắt: {_told(part, part.text())} thiếu {missing}"
    elif isinstance(part, QComboBox):
        words = part.currentText()
        if not part.toolTip() and _wide(part, words) > part.width() - 30:
            yield f"bị cắt: {_told(part, words)}"
    elif isinstance(part, QLineEdit):
        words = part.placeholderText()
        pictures = [one for one in part.findChildren(QToolButton) if one.isVisibleTo(part)]
        room = part.width() - 12 - sum(one.width() for one in pictures)
        if not part.text() and not part.toolTip() and _wide(part, words) > room:
            yield f"bị cắt: {_told(part, words)}"
    elif isinstance(part, QTabBar):
        yield from _cut_tabs(part)
    elif isinstance(part, QHeaderView):
        yield from _cut_heads(part)
    elif isinstance(part, QTableView):
        yield from _cut_cells(part)
    elif isinstance(part, QScrollArea) and _hides_sideways(part):
        yield f"bị cắt: trang cuộn rộng hơn chỗ của nó ({_told(part.widget(), '')})"
    if isinstance(part, QLabel | QAbstractButton | QLineEdit | QComboBox):
        yield from _outside(part)


def _only_picture(part: QAbstractButton) -> bool:
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(part, QToolButton) and part.toolButtonStyle() is style


def _is_label_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    needed = label.minimumSizeHint()
    return needed.width() > label.width() + 1 or needed.height() > label.height() + 2


def _wide(part: QWidget, words: str) -> int:
    return part.fontMetrics().horizontalAdvance(words)


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        words = bar.tabText(place).replace("&&", "\0").replace("&", "").replace("\0", "&")
        if bar.isTabVisible(place) and _wide(bar, words) > bar.tabRect(place).width() - 8:
            yield f"bị cắt: {_told(bar, words)}"
    last = bar.tabRect(bar.count() - 1).right()
    if last > bar.width() + 1 and not bar.usesScrollButtons():
        yield f"bị cắt: {_told(bar, bar.tabText(bar.count() - 1))} ngoài thanh"


def _cut_heads(head: QHeaderView) -> Iterator[str]:
    model = head.model()
    if model is None or head.orientation() is Qt.Orientation.Vertical:
        return
    bold = QFont(head.font())
    bold.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(bold)
    for place in range(head.count()):
        words = str(model.headerData(place, Qt.Orientation.Horizontal) or "")
        tip = model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if not words or tip or head.isSectionHidden(place):
            continue
        room = QRect(0, 0, head.sectionSize(place) - 14, 500)
        flag = Qt.TextFlag.TextWordWrap if head.defaultAlignment() else Qt.TextFlag.TextSingleLine
        needed = metrics.boundingRect(room, flag, words)
        if needed.width() > room.width() + 1 or needed.height() > head.height() + 1:
            yield f"bị cắt: đầu cột {_told(head, words)} {head.sectionSize(place)}"


def _cut_cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    if model is None:
        return
    for row in range(min(model.rowCount(), 40)):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            if _is_in_sight(table, index) and _is_cell_cut(table, index):
                yield f"bị cắt: ô {_told(table, str(index.data()))}"


def _is_in_sight(table: QTableView, index: QModelIndex) -> bool:
    return table.viewport().rect().contains(table.visualRect(index))


def _is_cell_cut(table: QTableView, index: QModelIndex) -> bool:
    words = index.data()
    if not isinstance(words, str) or not words or index.data(Qt.ItemDataRole.ToolTipRole):
        return False
    if table.indexWidget(index) is not None:
        return False
    spans = (
        table.rowSpan(index.row(), index.column()),
        table.columnSpan(index.row(), index.column()),
    )
    if spans != (1, 1):
        return False
    cell = table.visualRect(index)
    font = index.data(Qt.ItemDataRole.FontRole)
    metrics = QFontMetrics(font) if isinstance(font, QFont) else table.fontMetrics()
    room = QRect(0, 0, cell.width() - 6, 5000)
    flags = Qt.TextFlag.TextWordWrap if table.wordWrap() else Qt.TextFlag(0)
    needed = metrics.boundingRect(room, flags, words)
    return needed.width() > room.width() + 1 or needed.height() > cell.height() + 1


def _hides_sideways(area: QScrollArea) -> bool:
    inside = area.widget()
    return (
        inside is not None
        and area.isVisible()
        and inside.minimumSizeHint().width() > area.viewport().width() + 1
    )


def _outside(part: QWidget) -> Iterator[str]:
    """Whether a part stands over the edge of what it stands in."""
    parent = part.parentWidget()
    if parent is None or part.isWindow() or isinstance(parent.parent(), QAbstractScrollArea):
        return
    if not parent.rect().adjusted(-2, -2, 2, 2).contains(part.geometry()):
        words = getattr(part, "text", str)() or part.toolTip()
        yield f"bị cắt: {_told(part, words)} ra ngoài {type(parent).__name__}"


# --- names ----------------------------------------------------------------------------------


def _nameless(part: QWidget, labelled: set[QWidget | None]) -> Iterator[str]:
    """Buttons without words, and fields that no screen reader can call by a name."""
    if isinstance(part, QAbstractButton):
        own_of_qt = isinstance(part.parent(), QLineEdit | QTabBar)
        if not own_of_qt and not (part.text() or part.accessibleName()):
            yield f"không có tên: {type(part).__name__} trong {type(part.parent()).__name__}"
    elif isinstance(part, _FIELDS) and not isinstance(part, QHeaderView):
        if isinstance(part.parent(), QComboBox | QAbstractSpinBox | QAbstractItemView):
            return
        if not (part.accessibleName() or part in labelled):
            yield f"không có tên: {type(part).__name__} trong {type(part.parent()).__name__}"


# --- words ----------------------------------------------------------------------------------


def _foreign(part: QWidget) -> Iterator[str]:
    for words in _words_of(part):
        wrong = foreign(words)
        if wrong:
            yield f"không phải tiếng Việt: {', '.join(wrong[:4])} trong {_told(part, words)}"


def _words_of(part: QWidget) -> Iterator[str]:
    yield part.toolTip()
    yield part.accessibleName()
    if part.isWindow():
        yield part.windowTitle()
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    if isinstance(part, QLineEdit | QPlainTextEdit | QTextEdit):
        yield part.placeholderText()
    if isinstance(part, QComboBox) and part.accessibleName() not in _OTHERS_NAMES:
        yield from (part.itemText(row) for row in range(part.count()))
    if isinstance(part, QTabBar):
        yield from (part.tabText(place) for place in range(part.count()))
    if isinstance(part, QHeaderView) and part.model():
        heads = (part.model().headerData(n, part.orientation()) for n in range(part.count()))
        yield from (str(head) for head in heads if head is not None)
    if isinstance(part, QMenu):
        yield from (action.text() for action in part.actions())
    for menu in _menus(part):
        yield from (action.text() for action in menu.actions())


def _menus(part: QWidget) -> Iterator[QMenu]:
    menu = part.menu() if isinstance(part, QPushButton | QToolButton) else None
    if menu is not None:
        yield menu


# --- ink ------------------------------------------------------------------------------------


def _unreadable(root: QWidget, labels: list[QLabel]) -> list[str]:
    """Labels whose ink, as painted, stands out too little on their ground."""
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for label in labels:
        if not label.text() or not label.isEnabled() or label.visibleRegion().isEmpty():
            continue
        seen = label.visibleRegion().boundingRect()
        if seen.height() < label.height() * 0.8:
            continue  # at the edge of what is scrolled
        place = QRect(label.mapTo(root, QPoint()) + seen.topLeft(), seen.size())
        ratio = _ratio(picture.copy(place)) if label is not root else None
        if ratio is not None and ratio < LEAST_CONTRAST:
            found.append(f"tương phản {ratio:.1f} : 1: {_told(label, label.text())}")
    return found


def _ratio(picture: QImage) -> float | None:
    """How far the ink that stands out most does so; None where nothing is painted."""
    pixels = Counter(picture.constBits().cast("I")) if not picture.isNull() else Counter()
    if len(pixels) < 2:
        return None
    colors = [f"#{pixel & 0xFFFFFF:06x}" for pixel, _ in pixels.most_common(400)]
    return max(contrast(color, colors[0]) for color in colors[1:])
