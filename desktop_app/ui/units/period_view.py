"""The view of periods with their members; a closed one is opened again with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.new_year import following
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.period_rules import reopened
from desktop_app.ui import messages
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.units.period_form import STATE_TONES, PeriodForm

if TYPE_CHECKING:
    pass


class PeriodView(StoredTab[Period]):
    """Every period of the cluster; the one chosen above is only one of them."""

    key = "periods"
    noun = "kỳ thi đua"
    record_type = Period
    form_class = PeriodForm
    add_text = "Thêm kỳ"
    empty_text = before_all = "Chưa có kỳ thi đua nào. Bấm «Thêm kỳ» để mở năm đầu tiên."
    papers = ("unit-list", "directory", "rotation", "year-status")
    columns = (
        Column("Kỳ", lambda p: p.name, width=90),
        Column(
            "Thời gian",
            lambda p: f"{short_date(p.since)} – {short_date(p.until)}",
            sort=lambda p: str(p.since),
            stretch=True,
        ),
        Column(
            "Trạng thái", lambda p: p.state.label, chip=lambda p: STATE_TONES[p.state], width=126
        ),
    )

    def load(self) -> Sequence[Period]:
        assert self.file is not None
        assert isinstance(self.form, PeriodForm)
        self.form.set_choices(self.file.units.all(), self.file.people.all())
        return sorted(super().load(), key=lambda period: str(period.since), reverse=True)

    @property
    def add_refusal(self) -> str:
        """The first period is added where there is none yet."""
        return self.refusal if self._first_cluster() else super().add_refusal

    def new_record(self) -> Period | None:
        if self.period is not None:
            return following(self.period)
        cluster, year = self._first_cluster(), dt.date.today().year
        if cluster is None or self.file is None:
            return None
        assert isinstance(self.form, PeriodForm)
        self.form.set_choices(self.file.units.all(), self.file.people.all())
        days = dt.date(year, 1, 1), dt.date(year, 12, 31)
        return Period(cluster=cluster, name=str(year), since=days[0], until=days[1])

    def _first_cluster(self) -> Cluster | None:
        """The cluster of a file that has no period yet."""
        if self.file is None or self.period is not None:
            return None
        return next(iter(self.file.clusters.all()), None)

    def copy_record(self, record: Period) -> Period:
        return following(record)

    def paper_record(self, record: Period, paper: str) -> object:
        if self.file is not None and paper == "year-status":
            return self.file.year_of(record)
        if self.file is not None and paper == "rotation":
            return self.file.rotation_of(record.cluster).including(record).as_of(record)
        return record

    def save_record(self, record: Period) -> Period:
        """Asks for the reason when a closed period is opened again; without one it stays closed."""
        assert self.file is not None
        before = self.file.periods.find(record.id)
        if before is not None and before.is_closed and not record.is_closed:
            reason = messages.ask_text(
                self, f"Mở lại {before.title}?", "Lý do mở lại, ghi vào «Ghi chú»:", "Mở lại"
            )
            record = reopened(record, dt.date.today(), reason) if reason else record
        return super().save_record(record)
