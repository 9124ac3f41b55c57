"""Joint activities of the cluster with what each unit gave."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.compacts.campaign import Activity, Contribution
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.ui.compacts.activity_form import ActivityForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab


class ActivityView(StoredTab[Activity]):
    """Sports, charity, memorial days."""

    key = "activities"
    noun = "hoạt động"
    record_type = Activity
    form_class = ActivityForm
    attachments = True
    tall_rows = True
    add_text = "Thêm hoạt động"
    empty_text = "Kỳ này chưa có hoạt động chung nào. Bấm «Thêm hoạt động» để ghi."
    papers = ("contributions",)
    help_page = "phong-trao"
    columns = (
        Column("Ngày", lambda a: short_date(a.day), sort=lambda a: str(a.day), width=92),
        Column("Hoạt động", lambda a: a.name, stretch=True),
        Column(
            "Đóng góp (đồng)",
            lambda a: number(a.total) if a.total else "",
            sort=lambda a: a.total,
            width=116,
            align="right",
        ),
    )

    def load(self) -> Sequence[Activity]:
        assert self.file is not None
        assert isinstance(self.form, ActivityForm)
        self.form.set_choices(self.period, self.file.units.all())
        return super().load()

    def new_record(self) -> Activity | None:
        period = self.period
        if period is None:
            return None
        lead = period.lead_on(None)
        return Activity(
            period=period,
            host=lead.unit if lead else None,
            contributions=tuple(Contribution(unit=m.unit) for m in period.members_on(None)),
        )
