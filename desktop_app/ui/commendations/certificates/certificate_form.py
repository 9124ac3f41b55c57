"""The form of a certificate's design: the sheet first, then what the sheet is made of."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.certificate_template import Art, CertificateTemplate
from desktop_app.papers.blocks import CertificateSheet, SheetMode
from desktop_app.papers.commendations.sample_certificate import sample_sheet
from desktop_app.ui.commendations.certificates.design_field import DesignField
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.forms.fields import (
    CheckField,
    ChoiceField,
    LineField,
    NumberField,
    RecordField,
)
from desktop_app.ui.records.forms.form import RecordForm

_SIZES = {
    "A4 ngang": (297, 210),
    "A4 dọc": (210, 297),
    "A3 ngang": (420, 297),
    "A3 dọc": (297, 420),
}
_SAMPLE = "Chữ mẫu"


class CertificateForm(RecordForm):
    """Two pages: the design, and the sheet's own facts."""

    empty_text = "Chọn một mẫu trong danh sách, hoặc bấm «Thêm mẫu»."

    def build(self) -> None:
        self._sheets: dict[str, CertificateSheet] = {}
        self._picture: Callable[[CertificateTemplate], bytes] = lambda _template: b""
        self._build_design()
        self._build_sheet()
        self.edited.connect(self._show_design)

    def _build_design(self) -> None:
        page = self.add_page("Thiết kế")
        self.words = CalmCombo()
        self.words.setAccessibleName("Chữ lấy từ")
        self.words.addItem(_SAMPLE)
        self.words.activated.connect(lambda _: self._show_page())
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel("Chữ lấy từ"))
        row.addWidget(self.words, 1)
        page.widget(bar)
        self.design = DesignField("Các ô chữ")
        self.design.page_wanted.connect(self._show_page)
        page.row(fields=self.design)

    def _build_sheet(self) -> None:
        page = self.add_page("Tờ giấy")
        page.row(name=LineField("Tên mẫu"))
        self.award = RecordField("Dùng cho", tip="Danh hiệu, hình thức được in theo mẫu này.")
        page.row(award=self.award)
        page.buttons(
            *(
                (words, "file-text", lambda size=size: self._take_size(*size))
                for words, size in _SIZES.items()
            )
        )
        page.row(
            width=NumberField("Rộng", decimals=1, suffix="mm"),
            height=NumberField("Cao", decimals=1, suffix="mm"),
        )
        page.row(art=ChoiceField("Chương trình vẽ", Art))
        page.row(
            prints_picture=CheckField(
                "In cả ảnh nền",
                tip="Ảnh nền là tệp PNG hoặc JPG mới nhất ở thẻ «Tệp kèm». "
                "Không đánh dấu thì ảnh chỉ hiện khi thiết kế.",
            )
        )
        page.row(place_in_list=NumberField("Thứ tự", empty=0))

    def set_choices(
        self,
        awards: Sequence[Award],
        sheets: dict[str, CertificateSheet],
        picture: Callable[[CertificateTemplate], bytes],
    ) -> None:
        """The catalogue, sheets of real grants to look at, and how to find a blank's picture."""
        self.award.set_records(awards)
        self._sheets, self._picture = sheets, picture
        shown = self.words.currentText()
        self.words.clear()
        self.words.addItems([_SAMPLE, *sheets])
        self.words.setCurrentIndex(max(self.words.findText(shown), 0))

    def fill(self, record: CertificateTemplate) -> None:
        self._show_design()

    def _take_size(self, width: int, height: int) -> None:
        for name, value in (("width", width), ("height", height)):
            self.fields[name].set_value(Decimal(value))
            self.fields[name].edited.emit()

    def _show_design(self) -> None:
        if self.shown is not None and self._is_measurable():
            self.design.show_design(self.record())

    def _show_page(self) -> None:
        if self.shown is None or not self._is_measurable():
            return
        template = self.record()
        picture = self._picture(template)
        given = self._sheets.get(self.words.currentText())
        sheet = (
            dataclasses.replace(given, template=template, picture=picture, mode=SheetMode.DESIGN)
            if given
            else sample_sheet(template, picture)
        )
        self.design.show_sheet(sheet)

    def _is_measurable(self) -> bool:
        """Whether the sheet has a size that can be drawn at all."""
        record = self.record()
        problems = record.problems()
        return not any(key in problems for key in ("width", "height")) and not any(
            key.endswith((".size", ".min_size", ".line_spacing", ".max_lines")) for key in problems
        )
