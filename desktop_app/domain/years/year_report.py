"""The cluster's report of the half year or the year: what a person writes beside the records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, number_problems
from desktop_app.domain.rich_text import NO_TEXT, RichText
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period


class ReportRound(Choice):
    """Procedure, section 7: two reports a year."""

    HALF_YEAR = "so_ket", "Sơ kết 6 tháng"
    YEAR = "tong_ket", "Tổng kết năm"


@dataclass(frozen=True, kw_only=True)
class YearReport(Record):
    """One of the two reports of a period; its tables are drawn from the records."""

    period: Period
    round: ReportRound = ReportRound.HALF_YEAR
    number: int | None = None
    date: dt.date | None = None
    addressees: tuple[str, ...] = ()
    """«Kính gửi» of a report to a superior; empty for one to the members."""
    receivers: tuple[str, ...] = ()
    situation: RichText = NO_TEXT
    weaknesses: RichText = NO_TEXT
    tasks: RichText = NO_TEXT
    proposals: RichText = NO_TEXT

    @property
    def title(self) -> str:
        return f"Báo cáo {self.about}"

    @property
    def about(self) -> str:
        """«sơ kết 6 tháng đầu năm 2026», «tổng kết năm 2026»."""
        name = self.period.in_a_sentence
        if self.round is ReportRound.HALF_YEAR:
            return f"sơ kết phong trào thi đua 6 tháng đầu {name}"
        return f"tổng kết phong trào thi đua {name}"

    @property
    def until(self) -> dt.date | None:
        """The last day whose events it tells: six months into the period, or its end."""
        since, until = self.period.since, self.period.until
        if self.round is ReportRound.HALF_YEAR and since:
            return min(_six_months_from(since), until or dt.date.max)
        return until

    def problems(self) -> dict[str, str]:
        found = number_problems(self, "number")
        since = self.period.since
        if self.date and since and self.date < since:
            found["date"] = f"Ngày báo cáo đứng trước ngày đầu kỳ {short_date(since)}."
        return found


def _six_months_from(since: dt.date) -> dt.date:
    """The last day of six months: 30 June for a year that begins on 1 January."""
    years, month = divmod(since.month + 5, 12)
    return dt.date(since.year + years, month + 1, min(since.day, 28)) - dt.timedelta(days=1)
