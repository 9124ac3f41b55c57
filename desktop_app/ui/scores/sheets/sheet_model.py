"""One unit's score sheet as a grid: the tree of criteria down, figures and scores across."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from desktop_app.domain.vietnamese import clean_line
from desktop_app.ui.records.lists.bounded_model import Index
from desktop_app.ui.scores.sheets import sheet_columns
from desktop_app.ui.scores.sheets.score_rows import ROOT, aligned, head_aligned
from desktop_app.ui.scores.sheets.sheet_columns import COLUMNS, SCORES
from desktop_app.ui.scores.sheets.sheet_edits import SheetEdits
from desktop_app.ui.theme import theme


class SheetModel(SheetEdits):
    """Typed values in ink, what holds without being typed in pale."""

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def cell_flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if self.is_open(index) else found

    def set_cell(self, index: Index, value: Any, role: int) -> bool:
        if not self.is_open(index):
            return False
        self.put(index, str(value or ""))
        return True

    def cell_data(self, index: Index, role: int) -> Any:
        if self.sheet is None:
            return None
        row, column = index.row(), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column.key)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(column.is_number)
        if not self.is_leaf(row):
            return self.group_look(role) or self._tip(index, role)
        if role == Qt.ItemDataRole.EditRole:
            return self._begun(row, column.key)
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(index)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column.key)
        if role == Qt.ItemDataRole.FontRole:
            return self._letters(row, column.key)
        return self._tip(index, role)

    def copied(self, index: Index) -> str:
        """What a sheet takes of a cell: values, computed ones too, but no pale hint."""
        row, key = index.row(), COLUMNS[index.column()].key
        if not self.is_leaf(row) or key in ("code", "text", "files", "self_score"):
            return self._text(row, key).strip()
        raw = self._raw.get((self.rows[row].id, key))
        return raw[0] if raw else self._own_text(row, key)

    def head_data(self, section: int, orientation: Qt.Orientation, role: int) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return sheet_columns.head_of(COLUMNS[section], self.sheet)
        if role == Qt.ItemDataRole.ToolTipRole:
            return COLUMNS[section].tip or COLUMNS[section].head
        return head_aligned() if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _text(self, row: int, key: str) -> str:
        """What stands in a cell, the pale words of an empty one included."""
        criterion = self.rows[row]
        if key == "code":
            return criterion.code
        if key == "text":
            return self.name(row)
        assert self.sheet is not None
        if not self.is_leaf(row):
            return sheet_columns.group_text(key, self.sheet, self.score(row))
        if raw := self._raw.get((criterion.id, key)):
            return raw[0]
        if key == "files":
            return str(self._files.get(criterion.id) or "")
        return self._own_text(row, key) or self._hint(row, key)

    def _own_text(self, row: int, key: str) -> str:
        assert self.sheet is not None
        return sheet_columns.leaf_text(
            key, self.sheet, self.rows[row], self.line(row), self.score(row)
        )

    def _hint(self, row: int, key: str) -> str:
        assert self.sheet is not None
        if self.read_only:
            return ""
        return sheet_columns.hint_text(
            key, self.sheet, self.rows[row], self.line(row), self.score(row)
        )

    def _begun(self, row: int, key: str) -> str:
        assert self.sheet is not None
        raw = self._raw.get((self.rows[row].id, key))
        if raw:
            return raw[0]
        return sheet_columns.edit_text(key, self.sheet, self.rows[row], self.line(row))

    def _ground(self, index: Index) -> Any:
        if self.problem_at(index):
            return theme.color("red_soft")
        return None if self.is_open(index) else theme.color("window")

    def _ink(self, row: int, key: str) -> Any:
        if key in ("code", "text", "most"):
            return None if self.score(row).is_assigned else theme.color("muted")
        if key == "source" or not self._own_text(row, key):
            return theme.color("muted")
        return None

    def _letters(self, row: int, key: str) -> QFont | None:
        """Pale figures lean too: the colour alone is lost in the row in hand."""
        if key not in (*SCORES, "figure") or self._own_text(row, key):
            return None
        font = theme.font(10)
        font.setItalic(True)
        return font

    def _tip(self, index: Index, role: int) -> str | None:
        if role != Qt.ItemDataRole.ToolTipRole:
            return None
        row = index.row()
        whole = COLUMNS[index.column()].key == "text"
        words = (
            clean_line(self.rows[row].text)
            if whole
            else self._text(row, COLUMNS[index.column()].key)
        )
        return self.problem_at(index) or words.strip() or None
