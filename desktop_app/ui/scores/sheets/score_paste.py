"""Blocks of cells from a sheet into the grid of scores: each cell is taken or refused by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from desktop_app.domain.vietnamese import clean_line
from desktop_app.ui.records.lists.bounded_model import Index
from desktop_app.ui.scores.sheets.sheet_columns import COLUMNS, head_of
from desktop_app.ui.scores.sheets.sheet_model import SheetModel

_NAMED = 5
"""So many refused cells are named; of more the number is enough."""


@dataclass(frozen=True)
class Pasted:
    """What became of a pasted block."""

    taken: int
    unreadable: tuple[str, ...]
    """Cells whose text stands in them in red."""
    closed: tuple[str, ...]
    """Cells that take nothing and stayed as they were."""

    @property
    def words(self) -> str:
        """The whole in a sentence or two."""
        said = [f"Đã dán {self.taken} ô."]
        if self.unreadable:
            said.append(f"Chưa đọc được {_listed(self.unreadable)} (ô đỏ).")
        if self.closed:
            said.append(f"Không nhận giá trị: {_listed(self.closed)}.")
        return " ".join(said)


def paste(model: SheetModel, start: Index, lines: Sequence[Sequence[str]]) -> Pasted:
    """Puts the cells in from a place on to the right and down; rows of groups count too."""
    taken, unreadable, closed = 0, [], []
    for down, line in enumerate(lines):
        for across, text in enumerate(line):
            index = model.index(start.row() + down, start.column() + across)
            if not index.isValid() or not model.is_open(index):
                if text.strip() and not _says(model, index, text):
                    closed.append(_name(model, index))
                continue
            model.put(index, text)
            if model.is_unreadable(index):
                unreadable.append(_name(model, index))
            else:
                taken += 1
    return Pasted(taken, tuple(unreadable), tuple(closed))


def _says(model: SheetModel, index: Index, text: str) -> bool:
    """Whether the cell says that anyway, as in a block that was copied from here."""
    shown = model.data(index, Qt.ItemDataRole.DisplayRole) if index.isValid() else ""
    return clean_line(shown or "") == clean_line(text)


def _name(model: SheetModel, index: Index) -> str:
    if not index.isValid():
        return "ngoài bảng"
    return f"{model.rows[index.row()].code} «{head_of(COLUMNS[index.column()], model.sheet)}»"


def _listed(names: tuple[str, ...]) -> str:
    shown = "; ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return f"{len(names)} ô: {shown}" + (f" và {more} ô nữa" if more > 0 else "")
