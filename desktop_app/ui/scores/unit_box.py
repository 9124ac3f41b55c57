"""The box that chooses whose sheet is shown: each unit with its state and how far it is."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.domain.scores.sheet import ScoreSheet, SheetState
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.lists.chip import draw_chip, paint_wordless
from desktop_app.ui.scores.sheets.round_sheets import RoundSheets
from desktop_app.ui.scores.sheets.sheet_states import TONES
from desktop_app.ui.theme import theme

_SHEET = Qt.ItemDataRole.UserRole
_STATE = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
_CHIP_ROOM = 140
_COUNT_ROOM = 76


class UnitBox(CalmCombo):
    """`activated` comes only from the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Đơn vị")
        self.setToolTip("Phiếu của đơn vị; Ctrl+PageUp, Ctrl+PageDown: đơn vị trước, sau")
        self.setMinimumWidth(260)
        self.view().setMinimumWidth(620)
        self.setItemDelegate(_UnitDelegate(self))

    def sheet_id(self) -> str:
        """The id of the chosen sheet; empty while there is none."""
        return str(self.currentData(_SHEET) or "")

    def fill(self, sheets: RoundSheets, chosen: str) -> None:
        """All sheets of a round; the one of this id is chosen, else the first."""
        self.clear()
        for sheet in sheets.sheets:
            self.addItem(sheet.unit.short_name, sheet.id)
            self._show(self.count() - 1, sheet, sheets.progress(sheet))
        self.choose(chosen)

    def choose(self, sheet_id: str) -> None:
        """Put the box on a sheet, on the first where there is none of this id."""
        self.setCurrentIndex(max(self.findData(sheet_id, _SHEET), 0 if self.count() else -1))

    def show_progress(self, sheet: ScoreSheet, progress: tuple[int, int]) -> None:
        """A sheet is further on than it was."""
        place = self.findData(sheet.id, _SHEET)
        if place >= 0:
            self._show(place, sheet, progress)

    def _show(self, place: int, sheet: ScoreSheet, progress: tuple[int, int]) -> None:
        count = f"{progress[0]}/{progress[1]} dòng"
        self.setItemData(place, sheet.state, _STATE)
        self.setItemData(place, count, _COUNT)
        said = f"{sheet.unit.name}: {sheet.state.label}, {count}"
        self.setItemData(place, said, Qt.ItemDataRole.AccessibleTextRole)
        self.setItemData(place, said, Qt.ItemDataRole.ToolTipRole)


class _UnitDelegate(QStyledItemDelegate):
    """Name at the left, count and chip at the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        paint_wordless(self, painter, option, index)
        room: QRect = cast(Any, option).rect.adjusted(8, 0, -8, 0)
        right = room.right() - _CHIP_ROOM
        state: SheetState | None = index.data(_STATE)
        if state is not None:
            chip = QRect(right, room.top(), _CHIP_ROOM, room.height())
            draw_chip(painter, chip, state.label, TONES[state])
        painter.save()
        painter.setFont(theme.font(10, QFont.Weight.Normal))
        middle = Qt.AlignmentFlag.AlignVCenter
        count = QRect(right - _COUNT_ROOM - 12, room.top(), _COUNT_ROOM, room.height())
        painter.setPen(theme.color("muted"))
        painter.drawText(count, int(middle | Qt.AlignmentFlag.AlignRight), index.data(_COUNT) or "")
        left = QRect(room.left(), room.top(), count.left() - room.left() - 12, room.height())
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(index.data() or "", Qt.TextElideMode.ElideRight, left.width())
        painter.setPen(theme.color("text"))
        painter.drawText(left, int(middle | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme.metrics.row)
