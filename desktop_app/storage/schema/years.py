"""The cluster, its periods with their members, and what the secretariat keeps for them."""

from __future__ import annotations

from peewee import BooleanField, TextField

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


class ClusterRow(Row):
    noun = "cụm thi đua"
    organising_body = words()
    block = words()
    number = words()
    name = words()
    code = words()
    place = words()
    print_rank = flag()
    numbers_once = flag()
    minutes_rule = flag()

    class Meta:
        table_name = "cluster"


class RotationExceptionRow(PartRow):
    owner = part_of(ClusterRow)
    unit = link(UnitRow)
    kind = words()
    turn = words()
    reason = words()
    day = optional()

    class Meta:
        table_name = "rotation_exception"


class PeriodRow(Row):
    noun = "kỳ thi đua"
    cluster = link(ClusterRow)
    name = words()
    since = optional()
    until = optional()
    movement = words()
    slogan = words()
    state = words()
    issued_by = words()
    registration_rule = words()
    registration_due = optional()
    vote_base = TextField(default="thanh_vien")
    vote_threshold = TextField(default="50")
    vote_more_than = BooleanField(default=True)
    vote_quorum = optional()
    vote_self = BooleanField(default=True)
    vote_ties = TextField(default="vong_2")
    note = words()

    class Meta:
        table_name = "period"


class MembershipRow(PartRow):
    owner = part_of(PeriodRow)
    unit = link(UnitRow)
    role = words()
    source = words()
    since = optional()
    until = optional()
    representative = optional_link(PersonRow)
    contact = optional_link(PersonRow)

    class Meta:
        table_name = "membership"


class SecretariatRow(Row):
    noun = "Tổ giúp việc"
    period = link(PeriodRow)
    state = words()
    grounds = structure()
    decision_number = words()
    decision_date = optional()
    signed_by = words()

    class Meta:
        table_name = "secretariat"


class SecretariatMemberRow(PartRow):
    owner = part_of(SecretariatRow)
    person = link(PersonRow)
    role = words()
    task = words()

    class Meta:
        table_name = "secretariat_member"


class YearPlanRow(Row):
    noun = "kế hoạch năm"
    period = link(PeriodRow)
    note = words()

    class Meta:
        table_name = "year_plan"


class PlanStepRow(PartRow):
    owner = part_of(YearPlanRow)
    kind = words()
    text = words()
    starts = optional()
    due = optional()
    done_on = optional()
    who = words()
    papers = words()
    note = words()

    class Meta:
        table_name = "plan_step"


class DocumentRow(Row):
    noun = "văn bản"
    period = link(PeriodRow)
    direction = words()
    kind = words()
    number = whole()
    arrival = whole()
    symbol = words()
    day = optional()
    received_on = optional()
    summary = words()
    body = words()
    signer_name = words()
    secrecy = words()
    state = words()
    note = words()

    class Meta:
        table_name = "document"


class HandoverRow(Row):
    noun = "biên bản bàn giao"
    period = link(PeriodRow)
    giver = optional_link(UnitRow)
    receiver = optional_link(UnitRow)
    giver_person = optional_link(PersonRow)
    receiver_person = optional_link(PersonRow)
    witness = words()
    day = optional()
    place = words()
    state = words()
    unfinished = words()
    note = words()

    class Meta:
        table_name = "handover"


class HandoverItemRow(PartRow):
    owner = part_of(HandoverRow)
    text = words()
    count = whole()
    measure = words()
    condition = words()
    note = words()

    class Meta:
        table_name = "handover_item"


class DirectDutiesRow(Row):
    noun = "bảng «3 trực tiếp»"
    period = link(PeriodRow)
    unit = link(UnitRow)

    class Meta:
        table_name = "direct_duties"


class DutyEntryRow(PartRow):
    owner = part_of(DirectDutiesRow)
    duty = words()
    done_on = optional()
    person = optional_link(PersonRow)
    paper = words()
    note = words()

    class Meta:
        table_name = "duty_entry"


class YearReportRow(Row):
    noun = "báo cáo"
    period = link(PeriodRow)
    round = words()
    number = whole()
    date = optional()
    addressees = structure()
    receivers = structure()
    situation = structure()
    weaknesses = structure()
    tasks = structure()
    proposals = structure()

    class Meta:
        table_name = "year_report"


TABLES = (
    ClusterRow,
    PeriodRow,
    MembershipRow,
    SecretariatRow,
    SecretariatMemberRow,
    RotationExceptionRow,
    YearPlanRow,
    PlanStepRow,
    DocumentRow,
    HandoverRow,
    HandoverItemRow,
    DirectDutiesRow,
    DutyEntryRow,
    YearReportRow,
)
