"""The form of a report of the cluster: its number, and what a person writes beside the tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.record import Record
from desktop_app.domain.years.numbering import YEAR_REPORTS
from desktop_app.domain.years.year_report import ReportRound, YearReport
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LinesField,
    NumberField,
    RichTextField,
)
from desktop_app.ui.records.forms.form import RecordForm


class YearReportForm(RecordForm):
    """Five pages; the tables come from the records and are seen in the preview."""

    empty_text = "Chọn một báo cáo, hoặc bấm «Thêm báo cáo»."

    def build(self) -> None:
        self._numbered: Callable[[], Sequence[Record]] = tuple
        page = self.add_page("Báo cáo")
        page.row(round=ChoiceField("Đợt", ReportRound))
        page.row(number=NumberField("Số", offer=self._next_number), date=DateField("Ngày"))
        page.row(
            addressees=LinesField("Kính gửi", tip="Chỉ ghi khi gửi cấp trên; mỗi dòng một nơi.")
        )
        page.row(receivers=LinesField("Nơi nhận", tip="Mỗi dòng một nơi nhận."))
        page.row(situation=RichTextField("Đặc điểm tình hình"))
        for title, name in (
            ("Tồn tại", "weaknesses"),
            ("Nhiệm vụ", "tasks"),
            ("Kiến nghị", "proposals"),
        ):
            self.add_page(title).row(**{name: RichTextField(_HEADINGS[name])})

    def set_choices(self, numbered: Callable[[], Sequence[Record]]) -> None:
        """All papers with a number, for the next one."""
        self._numbered = numbered

    def title_of(self, record: YearReport) -> str:
        return record.title

    def _next_number(self) -> int:
        return YEAR_REPORTS.next_number(self.record(), self._numbered())


_HEADINGS = {
    "weaknesses": "Tồn tại, hạn chế",
    "tasks": "Phương hướng, nhiệm vụ",
    "proposals": "Đề xuất, kiến nghị",
}
