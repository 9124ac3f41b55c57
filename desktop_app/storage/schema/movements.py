"""What grows out of the compact: registration, campaigns, joint activities, exemplars."""

from __future__ import annotations

from desktop_app.storage.schema.commendations import AwardRow
from desktop_app.storage.schema.rows import (
    PartRow,
    Row,
    flag,
    link,
    optional,
    optional_link,
    part_of,
    structure,
    whole,
    words,
)
from desktop_app.storage.schema.units import PersonRow, UnitRow
from desktop_app.storage.schema.years import PeriodRow


class RegistrationRow(Row):
    noun = "bản đăng ký thi đua"
    period = link(PeriodRow)
    unit = optional_link(UnitRow)
    sent_on = optional()
    state = words()
    reason = words()
    note = words()

    class Meta:
        table_name = "registration"


class RegistrationLineRow(PartRow):
    owner = part_of(RegistrationRow)
    award = optional_link(AwardRow)
    kind = words()
    person = optional_link(PersonRow)
    name = words()
    state = words()
    note = words()

    class Meta:
        table_name = "registration_line"


class CampaignRow(Row):
    noun = "phong trào, đợt thi đua"
    period = link(PeriodRow)
    kind = words()
    name = words()
    launched_by = words()
    launched_on = optional()
    launch_place = words()
    speaker = optional_link(PersonRow)
    since = optional()
    until = optional()
    goal = words()
    launch_text = structure()
    state = words()
    report_number = whole()
    report_date = optional()
    report_text = structure()

    class Meta:
        table_name = "campaign"


class CampaignPhaseRow(PartRow):
    owner = part_of(CampaignRow)
    name = words()
    since = optional()
    until = optional()
    content = words()
    result = words()

    class Meta:
        table_name = "campaign_phase"


class CampaignUnitRow(PartRow):
    owner = part_of(CampaignRow)
    unit = link(UnitRow)
    is_pilot = flag()
    result = words()

    class Meta:
        table_name = "campaign_unit"


class ActivityRow(Row):
    noun = "hoạt động chung"
    period = link(PeriodRow)
    kind = words()
    name = words()
    day = optional()
    place = words()
    host = optional_link(UnitRow)
    content = words()
    result = words()

    class Meta:
        table_name = "activity"


class ContributionRow(PartRow):
    owner = part_of(ActivityRow)
    unit = link(UnitRow)
    amount = optional()
    other = words()

    class Meta:
        table_name = "contribution"


class ExemplarRow(Row):
    noun = "điển hình tiên tiến"
    period = link(PeriodRow)
    kind = words()
    name = words()
    field = words()
    unit = optional_link(UnitRow)
    person = optional_link(PersonRow)
    achievement = words()
    is_stopped = flag()
    note = words()

    class Meta:
        table_name = "exemplar"


class StageReachedRow(PartRow):
    owner = part_of(ExemplarRow)
    stage = words()
    day = optional()
    follower = words()
    note = words()

    class Meta:
        table_name = "stage_reached"


class ReplicationRow(PartRow):
    owner = part_of(ExemplarRow)
    unit = optional_link(UnitRow)
    place = words()
    day = optional()
    result = words()

    class Meta:
        table_name = "replication"


class PublicityRow(PartRow):
    owner = part_of(ExemplarRow)
    organ = words()
    day = optional()
    text = words()

    class Meta:
        table_name = "publicity"


class LinkedAwardRow(PartRow):
    owner = part_of(ExemplarRow)
    award = link(AwardRow)
    decision = words()

    class Meta:
        table_name = "linked_award"


TABLES = (
    RegistrationRow,
    RegistrationLineRow,
    CampaignRow,
    CampaignPhaseRow,
    CampaignUnitRow,
    ActivityRow,
    ContributionRow,
    ExemplarRow,
    StageReachedRow,
    ReplicationRow,
    PublicityRow,
    LinkedAwardRow,
)
