"""Movements and campaigns of the year."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.compacts.campaign import Campaign, CampaignState, CampaignUnit
from desktop_app.domain.record import new_id
from desktop_app.domain.rich_text import NO_TEXT
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui.compacts.campaign_form import STATE_TONES, CampaignForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab


class CampaignView(StoredTab[Campaign]):
    """What was launched, by whom, and what came of it."""

    key = "campaigns"
    noun = "phong trào"
    record_type = Campaign
    form_class = CampaignForm
    attachments = True
    tall_rows = True
    add_text = "Thêm phong trào"
    empty_text = "Kỳ này chưa có phong trào, đợt thi đua nào. Bấm «Thêm phong trào» để ghi."
    papers = ("launch-speech", "campaign-report")
    help_page = "phong-trao"
    columns = (
        Column("Phong trào, đợt thi đua", lambda c: c.name, stretch=True),
        Column("Loại", lambda c: c.kind.label, width=130, hidden=True),
        Column(
            "Từ ngày",
            lambda c: short_date(c.since),
            sort=lambda c: str(c.since),
            width=92,
            hidden=True,
        ),
        Column(
            "Trạng thái", lambda c: c.state.label, chip=lambda c: STATE_TONES[c.state], width=136
        ),
    )

    def load(self) -> Sequence[Campaign]:
        assert self.file is not None
        assert isinstance(self.form, CampaignForm)
        self.form.set_choices(
            self.period, self.file.units.all(), self.file.people.all, self.file.numbered
        )
        return super().load()

    def new_record(self) -> Campaign | None:
        """A campaign of the lead unit in which all members take part."""
        period = self.period
        if period is None:
            return None
        lead = period.lead_on(None)
        return Campaign(
            period=period,
            launched_by=lead.unit.name_on(period.until) if lead else "",
            speaker=lead.representative if lead else None,
            launch_place=period.cluster.place,
            units=tuple(CampaignUnit(unit=member.unit) for member in period.members_on(None)),
        )

    def copy_record(self, record: Campaign) -> Campaign:
        """The plan again, without what came of it."""
        copied: Campaign = super().copy_record(record)
        return copied.replace(
            state=CampaignState.PLANNED,
            phases=tuple(part.replace(id=new_id(), result="") for part in copied.phases),
            units=tuple(part.replace(id=new_id(), result="") for part in copied.units),
            report_number=None,
            report_date=None,
            report_text=NO_TEXT,
        )
