"""The view «Báo cáo»: the reports of the half year and of the year."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.full_report import FullReport
from desktop_app.domain.years.year_report import ReportRound, YearReport
from desktop_app.ui.home.year_report_form import YearReportForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab


class YearReportView(StoredTab[YearReport]):
    """One report a round; the preview shows it with all its tables."""

    key = "year-reports"
    noun = "báo cáo"
    record_type = YearReport
    form_class = YearReportForm
    attachments = True
    narrow_list = True
    add_text = "Thêm báo cáo"
    empty_text = "Kỳ này chưa có báo cáo. Bấm «Thêm báo cáo»: các bảng số liệu được lấy sẵn."
    papers = ("year-report",)
    help_page = "bao-cao"
    columns = (
        Column("Đợt", lambda r: r.round.label, stretch=True),
        Column("Ngày", lambda r: short_date(r.date), sort=lambda r: str(r.date), width=96),
    )

    def load(self) -> Sequence[YearReport]:
        assert self.file is not None
        assert isinstance(self.form, YearReportForm)
        self.form.set_choices(self.file.numbered)
        return super().load()

    def new_record(self) -> YearReport | None:
        """The next round that has no report yet."""
        if self.period is None:
            return None
        there = {report.round for report in self.load()}
        free = [each for each in ReportRound if each not in there]
        return YearReport(period=self.period, round=free[0] if free else ReportRound.YEAR)

    def copy_record(self, record: YearReport) -> YearReport:
        copied: YearReport = super().copy_record(record)
        other = next(each for each in ReportRound if each is not record.round)
        return copied.replace(round=other, number=None, date=None)

    def paper_record(self, record: YearReport, paper: str) -> FullReport | None:
        return self.file.full_report_of(record) if self.file else None
