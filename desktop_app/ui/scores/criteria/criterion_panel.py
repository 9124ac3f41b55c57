"""The figures of the criterion in hand: what its kind needs, the knock-out flag and a note."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.scores.criterion import Criterion, Direction, Kind
from desktop_app.ui.records.forms.fields import (
    CheckField,
    ChoiceField,
    Field,
    LineField,
    LinesField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.forms.form_page import FormPage
from desktop_app.ui.theme import theme

WIDTH = 272
_DECIMALS = 2
_WORDS = {
    Kind.GROUP: "Điểm của nhóm là tổng điểm các tiêu chí con, không chấm riêng.",
    Kind.QUANTITATIVE: "Dưới chỉ tiêu: tính theo tỷ lệ. Vừa đạt: được phần điểm ghi dưới đây. "
    "Vượt cao nhất Cụm: điểm tối đa.",
    Kind.PASS_FAIL: "Đạt: điểm tối đa. Không đạt: 0 điểm.",
    Kind.COUNT: "Số lượng × điểm, không quá điểm tối đa. Để trống điểm mỗi đơn vị tính thì điểm "
    "được chấm thẳng.",
    Kind.PLUS_MINUS: "Cộng và trừ theo số lần, trong khoảng từ điểm thấp nhất đến điểm tối đa.",
    Kind.BANDS: "Mỗi dòng một mức: điều kiện = điểm.",
}


class CriterionPanel(QScrollArea):
    """Shows one criterion; what is typed is told by name and value."""

    changed = Signal(str, object)
    """A figure and its new value."""
    unreadable = Signal(str, str, str)
    """A figure, the text in its field, and why it is no value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Criterion | None = None
        self._pages: dict[Kind, dict[str, Field]] = {}
        self._heading = QLabel()
        self._heading.setProperty("role", "h2")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setContentsMargins(16, 8, 8, 0)
        self._kinds = QStackedWidget()
        for kind in Kind:
            self._kinds.addWidget(self._build_page(kind))
        self._always = self._build_always()
        self._inside = QWidget()
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._heading, self._kinds, self._always_page):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._measure)
        self._measure()
        self.show_criterion(None)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of the criterion in hand by the names of its figures."""
        return self._pages[self._shown.kind] | self._always if self._shown else {}

    def show_criterion(
        self,
        criterion: Criterion | None,
        problems: Mapping[str, str] | None = None,
        unread: Mapping[str, str] | None = None,
    ) -> None:
        """Show a criterion; fields that already hold the right value are left alone."""
        before, self._shown = self._shown, criterion
        other = before is None or criterion is None or before.id != criterion.id
        self._inside.setEnabled(criterion is not None)
        self._heading.setText(f"Cách tính {criterion.code}" if criterion else "Cách tính")
        if criterion is None:
            return
        self._kinds.setCurrentIndex(list(Kind).index(criterion.kind))
        self._fit_height()
        for name, field in self.fields.items():
            if unread and name in unread and isinstance(field, NumberField):
                if other:
                    field.set_value(None)
                    field.editor.setText(unread[name])
                    field.settle()
                continue
            value = getattr(criterion, name)
            if other or field.value() != value:
                field.set_value(value)
            field.set_problem((problems or {}).get(name, ""))

    def set_read_only(self, on: bool) -> None:
        for fields in (*self._pages.values(), self._always):
            for field in fields.values():
                field.set_read_only(on)

    def finish(self) -> None:
        """Tell what is still being typed."""
        for field in self.fields.values():
            field.settle()

    def is_being_typed(self) -> bool:
        """Whether a field holds what nobody was told yet."""
        shown = self._shown
        return shown is not None and any(
            not field.own_problem() and field.value() != getattr(shown, name)
            for name, field in self.fields.items()
        )

    def _build_page(self, kind: Kind) -> QWidget:
        fields = _fields_of(kind)
        self._pages[kind] = fields
        page = FormPage()
        words = QLabel(_WORDS[kind])
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        page.widget(words)
        for name, field in fields.items():
            page.row(**{name: field})
            self._listen(name, field)
        return page

    def _build_always(self) -> dict[str, Field]:
        self._always_page = FormPage()
        fields: dict[str, Field] = {
            "knock_out": CheckField(
                "Điểm liệt", tip="Không đạt thì không xét danh hiệu, dù tổng điểm cao."
            ),
            "note": TextField("Ghi chú", rows=3),
        }
        for name, field in fields.items():
            self._always_page.row(**{name: field})
            self._listen(name, field)
        return fields

    def _listen(self, name: str, field: Field) -> None:
        field.edited.connect(lambda: self._told(name, field))

    def _told(self, name: str, field: Field) -> None:
        if self._shown is None:
            return
        if why := field.own_problem():
            assert isinstance(field, NumberField)
            self.unreadable.emit(name, field.editor.text(), why)
            return
        value: Any = field.value()
        is_number = isinstance(value, int) and not isinstance(value, bool)
        self.changed.emit(name, Decimal(value) if is_number else value)

    def _fit_height(self) -> None:
        """The stack is as tall as the page in front, not as the tallest one."""
        for place in range(self._kinds.count()):
            page = self._kinds.widget(place)
            assert page is not None
            is_front = place == self._kinds.currentIndex()
            policy = page.sizePolicy()
            vertical = policy.Policy.Preferred if is_front else policy.Policy.Ignored
            page.setSizePolicy(policy.horizontalPolicy(), vertical)
        self._kinds.adjustSize()

    def _measure(self) -> None:
        self.setFixedWidth(WIDTH * theme.text_size // 100)


def _fields_of(kind: Kind) -> dict[str, Field]:
    def points(label: str, tip: str = "", minimum: int | None = 0) -> NumberField:
        return NumberField(label, decimals=_DECIMALS, minimum=minimum, empty=0, tip=tip)

    measure = LineField("Đơn vị tính", placeholder="vụ, %, mô hình…")
    if kind is Kind.QUANTITATIVE:
        share = "Phần của điểm tối đa khi vừa đạt chỉ tiêu, từ 0 đến 1."
        return {
            "unit_of_measure": measure,
            "direction": ChoiceField("Chiều", Direction),
            "target_share": NumberField("Khi vừa đạt", decimals=4, tip=share, suffix="× tối đa"),
        }
    if kind is Kind.COUNT:
        tip = "Để trống: điểm được chấm thẳng."
        each = NumberField("Điểm mỗi đơn vị", decimals=4, tip=tip, placeholder="chấm thẳng")
        return {"unit_of_measure": measure, "unit_points": each}
    if kind is Kind.PLUS_MINUS:
        return {
            "bonus_points": points("Mỗi lần cộng"),
            "penalty_points": points("Mỗi lần trừ", "Ghi số dương."),
            "min_points": points("Thấp nhất", "Thường là số âm, ví dụ -5.", None),
        }
    if kind is Kind.BANDS:
        tip = "Ví dụ:\n> 95 % = 1,5\n75–95 % = 1\ncòn lại = 0"
        return {"unit_of_measure": measure, "bands": LinesField("Các mức", rows=5, tip=tip)}
    return {}
