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
    state_reason = words()
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
    chair_words = words()
    is_done = flag()
    carried_from = words()

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
    seat = words()
    arrived = optional()
    left = optional()

    class Meta:
        table_name = "attendance"


class VoteRow(PartRow):
    owner = part_of(MeetingRow)
    question = words()
    agreed = IntegerField(default=0)
    against = IntegerField(default=0)
    abstained = IntegerField(default=0)
    voters = IntegerField(default=0)
    members = IntegerField(default=0)
    taken_at = optional()

    class Meta:
        table_name = "vote"


class ConclusionRow(PartRow):
    owner = part_of(MeetingRow)
    text = words()
    unit = optional_link(UnitRow)
    due = optional()
    state = words()
    result = words()
    done_on = optional()
    is_confidential = flag()

    class Meta:
        table_name = "conclusion"


class OverrideRow(PartRow):
    owner = part_of(MeetingRow)
    place = words()
    text = words()
    basis = words()

    class Meta:
        table_name = "override"


class MinutesVersionRow(Row):
    noun = "bản biên bản đã chốt"
    period = link(PeriodRow)
    meeting = link(MeetingRow)
    number = IntegerField(default=1)
    closed_at = optional()
    who = words()
    document = words()
    reason = words()
    log_head = words()
    seal = words()

    class Meta:
        table_name = "minutes_version"


class MeetingTemplateRow(Row):
    noun = "mẫu hội nghị"
    kind = words()
    name = words()
    meeting_name = words()
    grounds = words()
    guests = structure()
    papers = structure()
    place_in_list = IntegerField(default=0)

    class Meta:
        table_name = "meeting_template"


class TemplateItemRow(PartRow):
    owner = part_of(MeetingTemplateRow)
    text = words()
    presenter = words()
    minutes = whole()
    chair_words = words()

    class Meta:
        table_name = "template_item"


class TextBlockRow(PartRow):
    owner = part_of(MeetingTemplateRow)
    name = words()
    text = words()

    class Meta:
        table_name = "text_block"


TABLES = (
    MeetingRow,
    AgendaItemRow,
    AttendanceRow,
    VoteRow,
    ConclusionRow,
    OverrideRow,
    MinutesVersionRow,
    MeetingTemplateRow,
    TemplateItemRow,
    TextBlockRow,
)
