"""What a table of the window shows now, as a list: its columns, its rows, its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView, QWidget

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.shown_list import ShownColumn, ShownList
from desktop_app.domain.vietnamese import clean_text
from desktop_app.domain.years.period import Period

_DISPLAY = Qt.ItemDataRole.DisplayRole
_INDENT = "   "
Shown = QTableView | QTreeView


def table_in(widget: QWidget) -> Shown | None:
    """The largest table or tree that can be seen in a widget and has rows to show."""
    found: list[Shown] = [*widget.findChildren(QTableView), *widget.findChildren(QTreeView)]
    found = [view for view in found if view.isVisible() and _has_columns(view)]
    return max(found, key=lambda view: view.width() * view.height(), default=None)


def _has_columns(view: Shown) -> bool:
    model = view.model()
    return model is not None and model.columnCount() > 1


Row = tuple[str, ...]


def shown_list(
    table: QAbstractItemView,
    name: str,
    remark: str = "",
    period: Period | None = None,
    rows: Sequence[Row] | None = None,
) -> ShownList:
    """The rows as they stand; columns hidden by the person stay hidden, moved ones moved.

    `rows` are those of `shown_rows` where they are there already.
    """
    header, places = _header(table), _places(table)
    columns = tuple(_column(table, header, place) for place in places)
    if rows is None:
        rows = tuple(shown_rows(table))
    return ShownList(name=name, columns=columns, rows=tuple(rows), remark=remark, period=period)


def shown_rows(table: QAbstractItemView) -> Iterator[Row]:
    """One after the other. Raises UserFacingError when other rows are shown on the way."""
    assert isinstance(table, (QTableView, QTreeView))
    resets: list[bool] = []
    watching = table.model().modelReset.connect(lambda: resets.append(True))
    try:
        for row in _rows(table, _places(table)):
            if resets:
                raise UserFacingError(
                    "Danh sách vừa thay đổi trong lúc lấy dòng.",
                    kept="Chưa có gì được ghi.",
                    remedy="Hãy làm lại.",
                )
            yield row
    finally:
        table.model().modelReset.disconnect(watching)


def _header(table: QAbstractItemView) -> QHeaderView:
    assert isinstance(table, (QTableView, QTreeView))
    return table.horizontalHeader() if isinstance(table, QTableView) else table.header()


def _places(table: QAbstractItemView) -> list[int]:
    return [place for place in _in_order(_header(table)) if _head(table.model(), place)]


def _in_order(header: QHeaderView) -> list[int]:
    order = [header.logicalIndex(visual) for visual in range(header.count())]
    return [place for place in order if not header.isSectionHidden(place)]


def _head(model: QAbstractItemModel, place: int) -> str:
    words = model.headerData(place, Qt.Orientation.Horizontal, _DISPLAY)
    return " ".join(str(words or "").split())


def _column(table: QAbstractItemView, header: QHeaderView, place: int) -> ShownColumn:
    model = table.model()
    first = model.index(0, place)
    align = int(model.data(first, Qt.ItemDataRole.TextAlignmentRole) or 0) if first.isValid() else 0
    side = "left"
    if align & int(Qt.AlignmentFlag.AlignRight):
        side = "right"
    elif align & int(Qt.AlignmentFlag.AlignHCenter):
        side = "center"
    return ShownColumn(_head(model, place), header.sectionSize(place), side)


def _rows(table: Shown, places: list[int]) -> Iterator[tuple[str, ...]]:
    if isinstance(table, QTableView):
        for row in range(table.model().rowCount()):
            if not table.isRowHidden(row):
                yield _texts(table.model(), QModelIndex(), row, places)
    else:
        yield from _branch(table, QModelIndex(), places, 0)


def _branch(
    tree: QTreeView, parent: QModelIndex, places: list[int], depth: int
) -> Iterator[tuple[str, ...]]:
    """Every branch, folded or not; a deeper one stands further in."""
    for row in range(tree.model().rowCount(parent)):
        if tree.isRowHidden(row, parent):
            continue
        first, *rest = _texts(tree.model(), parent, row, places)
        yield (_INDENT * depth + first, *rest)
        yield from _branch(tree, tree.model().index(row, 0, parent), places, depth + 1)


def _texts(
    model: QAbstractItemModel, parent: QModelIndex, row: int, places: list[int]
) -> tuple[str, ...]:
    found = (model.data(model.index(row, place, parent), _DISPLAY) for place in places)
    return tuple(clean_text(str(words)) if words is not None else "" for words in found)
