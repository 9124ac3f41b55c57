"""Registrations, campaigns, joint activities and exemplars in the data file."""

from __future__ import annotations

from desktop_app.domain.compacts import campaign
from desktop_app.domain.compacts.campaign import Activity, Campaign
from desktop_app.domain.compacts.exemplar import Exemplar, twin_of
from desktop_app.domain.compacts.registration import Registration, state_problems
from desktop_app.storage.numbered_store import NumberedStore
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.movements import (
    ActivityRow,
    CampaignPhaseRow,
    CampaignRow,
    CampaignUnitRow,
    ContributionRow,
    ExemplarRow,
    LinkedAwardRow,
    PublicityRow,
    RegistrationLineRow,
    RegistrationRow,
    ReplicationRow,
    StageReachedRow,
)


class RegistrationStore(RecordStore[Registration]):
    record = Registration
    table = RegistrationRow
    parts = {"lines": RegistrationLineRow}
    once_per = ("period", "unit")

    def file_problems(self, record: Registration) -> dict[str, str]:
        """A registration goes its way step by step."""
        found = super().file_problems(record)
        return found | state_problems(self.find(record.id), record)


class CampaignStore(NumberedStore[Campaign]):
    record = Campaign
    table = CampaignRow
    parts = {"phases": CampaignPhaseRow, "units": CampaignUnitRow}

    def file_problems(self, record: Campaign) -> dict[str, str]:
        """The number of the report is free, and the state goes its way step by step."""
        found = super().file_problems(record)
        return found | campaign.state_problems(self.find(record.id), record)


class ActivityStore(RecordStore[Activity]):
    record = Activity
    table = ActivityRow
    parts = {"contributions": ContributionRow}


class ExemplarStore(RecordStore[Exemplar]):
    record = Exemplar
    table = ExemplarRow
    parts = {
        "stages": StageReachedRow,
        "replications": ReplicationRow,
        "publicity": PublicityRow,
        "awards": LinkedAwardRow,
    }

    def file_problems(self, record: Exemplar) -> dict[str, str]:
        """A unit's exemplar of one name stands once in a period."""
        found = super().file_problems(record)
        twin = twin_of(record, self.of_period(record.period))
        words = "Đơn vị này đã có điển hình cùng tên trong kỳ."
        return found | ({"name": words} if twin else {})
