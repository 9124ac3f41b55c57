"""Meetings with agenda, attendance, votes and conclusions."""

from __future__ import annotations

from peewee import IntegerField

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


class MeetingRow(Row):
    noun = "cuộc họp"
    period = link(PeriodRow)
    kind = words()
    name = words()
    form = words()
    state = words()
    starts = optional()
    ends = optional()
    place = words()
    chair = optional_link(PersonRow)
    chair_role = words()
    secretary = optional_link(PersonRow)
    grounds = words()
    course = structure()
    minutes_number = whole()
    minutes_copies = IntegerField(default=2)
    minutes_receivers = structure()
    adopted_share = words()
    invitation_number = whole()
    invitation_date = optional()
    invitation_note = words()

    class Meta:
        table_name = "meeting"


class AgendaItemRow(PartRow):
    owner = part_of(MeetingRow)
    text = words()
    presenter = words()
    starts = optional()
    minutes = whole()

    class Meta:
        table_name = "agenda_item"


class AttendanceRow(PartRow):
    owner = part_of(MeetingRow)
    unit = optional_link(UnitRow)
    organisation = words()
    person = optional_link(PersonRow)
    name = words()
    rank = words()
    post = words()
    capacity = words()
    votes = flag()
    presence = words()
    reason = words()
    deputy_name = words()
    deputy_rank = words()
    deputy_post = words()
    authorisation = words()

    class Meta:
        table_name = "attendance"


class VoteRow(PartRow):
    owner = part_of(MeetingRow)
    question = words()
    agreed = IntegerField(default=0)
    against = IntegerField(default=0)
    abstained = IntegerField(default=0)
    voters = IntegerField(default=0)

    class Meta:
        table_name = "vote"


class ConclusionRow(PartRow):
    owner = part_of(MeetingRow)
    text = words()
    unit = optional_link(UnitRow)
    due = optional()

    class Meta:
        table_name = "conclusion"


TABLES = (
    MeetingRow,
    AgendaItemRow,
    AttendanceRow,
    VoteRow,
    ConclusionRow,
)
