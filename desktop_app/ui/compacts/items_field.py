"""The commitments of a compact: a grid, and below it the whole text of the row in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.compacts.compact import CompactItem, Direction
from desktop_app.domain.record import Record
from desktop_app.domain.rich_text import NO_TEXT
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.records.rich_text.rich_text_field import RichTextField

_COLUMNS = (
    PartColumn("group", "Nhóm", width=110, placeholder="Xây dựng lực lượng"),
    PartColumn("text", "Nội dung giao ước", stretch=True, show=lambda item: item.text.text),
    PartColumn("direction", "So sánh", "choice", choices=Direction, width=104),
    PartColumn("value", "Chỉ tiêu", "number", width=72, decimals=2),
    PartColumn("measure", "Đơn vị tính", width=84),
    PartColumn("target", "Chỉ tiêu bằng lời", width=130),
)


class ItemsField(PartsTable):
    """The text keeps its dress: it is typed below, never in a cell."""

    def __init__(self, label: str, new: Callable[[], CompactItem]) -> None:
        self._loading = False
        self.text = RichTextField("Nội dung chi tiết", compact=True)
        super().__init__(
            label,
            _COLUMNS,
            new,
            rows=5,
            add_text="Thêm nội dung",
            tip="Các dòng cùng nhóm đứng liền nhau và được đánh số khi in.",
        )
        self.text.edited.connect(self._take_text)
        self.row_changed.connect(self._show_text)

    def finish(self) -> None:
        super().finish()
        self.text.finish()
        self._take_text()

    def is_being_typed(self) -> bool:
        part = self.current_part()
        return super().is_being_typed() or (part is not None and part.text != self.text.value())

    def set_read_only(self, on: bool) -> None:
        super().set_read_only(on)
        self._show_text(self.current_part())

    def add_row(self) -> None:
        """A new row is begun with its text, in the group of the row above."""
        super().add_row()
        if self.current_part() is not None and not self._read_only:
            self.text.focus_editor()

    def _put(self, value: Sequence[Record]) -> None:
        super()._put(value)
        if self.model.rowCount():
            self._go(0, 0)
        self._show_text(self.current_part())

    def _build_body(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.text)
        return body

    def _show_text(self, part: Any) -> None:
        self._loading = True
        self.text.set_value(part.text if part is not None else NO_TEXT)
        self.text.set_read_only(self._read_only or part is None)
        self._loading = False

    def _take_text(self) -> None:
        """What was typed below belongs to the row in hand."""
        row, part = self.current_row(), self.current_part()
        if self._loading or part is None or part.text == self.text.value():
            return
        self.model.put(row, part.replace(text=self.text.value()))
        self.settle()
