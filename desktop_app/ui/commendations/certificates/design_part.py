"""One box of a design in exact figures: what it says, where it stands, how it is dressed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.commendations.certificate_template import (
    Case,
    Datum,
    Face,
    Fit,
    Ink,
    Lean,
    TemplateField,
)
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.records.forms.fields import CheckField, ChoiceField, LineField, NumberField
from desktop_app.ui.records.forms.form_page import FormPage


class DesignPart(QScrollArea):
    """The fields of the box in hand; `edited` gives the changed box."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: TemplateField | None = None
        self.fields = _fields()
        page = self._page = FormPage(self.fields)
        _arrange(page, self.fields)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        for field in self.fields.values():
            field.edited.connect(self._changed)
        self.show_part(None)

    def show_part(self, part: TemplateField | None) -> None:
        """Another box, or none."""
        self._part = part
        self._page.setEnabled(part is not None)
        if part is None:
            return
        for name, field in self.fields.items():
            field.set_value(getattr(part, name))
        self._show_problems(part)

    def move_part(self, part: TemplateField) -> None:
        """The same box at another place: only the four figures are written anew."""
        self._part = part
        for name in ("x", "y", "width", "height"):
            self.fields[name].set_value(getattr(part, name))
        self._show_problems(part)

    def own_problem(self) -> str:
        """What stands in a field and is no value at all."""
        if self._part is None:
            return ""
        return next(filter(None, (field.own_problem() for field in self.fields.values())), "")

    def set_locked(self, on: bool) -> None:
        for field in self.fields.values():
            field.set_read_only(on)

    def _changed(self) -> None:
        if self._part is None:
            return
        found: dict[str, Any] = {
            name: field.value()
            for name, field in self.fields.items()
            if not field.own_problem() and field.value() is not None
        }
        self._part = self._part.replace(**found)
        self._show_problems(self._part)
        self.edited.emit(self._part)

    def _show_problems(self, part: TemplateField) -> None:
        problems = part.problems()
        for name, field in self.fields.items():
            field.set_problem(field.own_problem() or problems.get(name, ""))
        self.fields["text"].setEnabled(part.datum is Datum.FREE)


def _fields() -> dict[str, Field]:
    return {
        "datum": ChoiceField("Nội dung", Datum),
        "text": LineField("Chữ", tip="Chỉ dùng cho ô chữ tự do."),
        "x": NumberField("Trái (mm)", decimals=2),
        "y": NumberField("Trên (mm)", decimals=2),
        "width": NumberField("Rộng (mm)", decimals=2),
        "height": NumberField("Cao (mm)", decimals=2),
        "size": NumberField("Cỡ chữ (pt)", decimals=1),
        "min_size": NumberField("Nhỏ nhất (pt)", decimals=1),
        "max_lines": NumberField("Số dòng", minimum=1),
        "line_spacing": NumberField("Giãn dòng", decimals=2),
        "face": ChoiceField("Kiểu chữ", Face),
        "align": ChoiceField("Căn", Lean),
        "ink": ChoiceField("Màu", Ink),
        "case": ChoiceField("Chữ hoa", Case),
        "fit": ChoiceField("Chữ dài", Fit),
        "bold": CheckField("Đậm"),
        "italic": CheckField("Nghiêng"),
        "is_middle": CheckField("Giữa chiều cao ô"),
        "is_preprinted": CheckField("Phôi đã in sẵn, không in lại"),
    }


def _arrange(page: FormPage, fields: dict[str, Field]) -> None:
    for pair in (
        ("datum",),
        ("text",),
        ("x", "width"),
        ("y", "height"),
        ("size", "min_size"),
        ("max_lines", "line_spacing"),
        ("fit",),
        ("face", "align"),
        ("ink", "case"),
        ("bold", "italic"),
        ("is_middle",),
        ("is_preprinted",),
    ):
        page.place(*(fields[name] for name in pair))
