"""A field for numbers as they are written in Vietnamese: 1.234,5."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop_app.domain.vietnamese import number, parse_number
from desktop_app.ui import icons
from desktop_app.ui.records.forms.field import Field, restyle

_WRITTEN = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?")
_TOO_LARGE = 10**12
"""More than any sum of money here: such numbers are slips of the hand."""


def read_number(text: str, decimals: int = 0, minimum: int | None = None) -> int | Decimal | None:
    """The number a person typed; empty is None. Raises ValueError with a sentence."""
    plain = text.strip().replace(" ", "").replace("\u00a0", "")
    if not plain:
        return None
    if not _WRITTEN.fullmatch(plain):
        hint = " Phần thập phân viết sau dấu phẩy, ví dụ 1,5." if decimals else ""
        raise ValueError(f"«{text.strip()}» không phải là số.{hint}")
    found = parse_number(plain)
    if abs(found) >= _TOO_LARGE:
        raise ValueError("Số quá lớn.")
    if minimum is not None and found < minimum:
        raise ValueError(f"Nhỏ nhất là {number(minimum)}.")
    if decimals == 0:
        if found != found.to_integral_value():
            raise ValueError("Cần số nguyên.")
        return int(found)
    exponent = found.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > decimals:
        raise ValueError(f"Nhiều nhất {decimals} chữ số sau dấu phẩy.")
    return found


class NumberField(Field):
    """An int (decimals=0) or a Decimal; empty is None."""

    def __init__(
        self,
        label: str,
        *,
        decimals: int = 0,
        minimum: int | None = 0,
        maximum: int | None = None,
        empty: int | None = None,
        suffix: str = "",
        offer: Callable[[], int] | None = None,
        placeholder: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`empty` is what an empty field means, e.g. 0 where the record wants a number.

        `offer` proposes a number, e.g. the next one of a register, at the press of a button.
        """
        super().__init__(label, tip=tip, parent=parent)
        self._decimals, self._empty = decimals, empty
        self._minimum, self._maximum = minimum, maximum
        self.editor = QLineEdit()
        self.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editor.setPlaceholderText(placeholder)
        self.editor.setMaximumWidth(160)
        self.editor.textEdited.connect(self.typed)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.editor, 1)
        if suffix:
            layout.addWidget(QLabel(suffix))
        self._button = self._offer_button(offer) if offer else None
        if self._button:
            layout.addWidget(self._button)
        layout.addStretch()
        self._add_editors(self.editor, row=row)

    def _offer_button(self, offer: Callable[[], int]) -> QToolButton:
        words = f"{self.label.text()}: lấy số tiếp theo"
        button = icons.icon_button("list-ordered", words, tint="muted")
        button.clicked.connect(lambda: self._take(offer()))
        return button

    def _take(self, offered: int) -> None:
        self._put(offered)
        self.settle()

    def value(self) -> int | Decimal | None:
        try:
            found = read_number(self.editor.text(), self._decimals, self._minimum)
        except ValueError:
            # a record that wants a number gets none from words; `own_problem` stops the save
            return self._empty
        return self._empty if found is None else found

    def own_problem(self) -> str:
        try:
            found = read_number(self.editor.text(), self._decimals, self._minimum)
        except ValueError as error:
            return str(error)
        if found is not None and self._maximum is not None and found > self._maximum:
            return f"Lớn nhất là {number(self._maximum)}."
        return ""

    def set_read_only(self, on: bool) -> None:
        self.editor.setReadOnly(on)
        if self._button:
            self._button.setEnabled(not on)
        restyle(self.editor)

    def _put(self, value: int | Decimal | None) -> None:
        self.editor.setText("" if value is None else number(value))

    def _tidy(self) -> None:
        if self.editor.text().strip() and not self.own_problem():
            self._put(self.value())
