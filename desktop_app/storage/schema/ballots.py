"""Rounds of voting: rules, totals of both counts, candidates, the counting team. Never who."""

from __future__ import annotations

from peewee import BooleanField, IntegerField

from desktop_app.storage.schema.commendations import AwardRow
from desktop_app.storage.schema.meetings import MeetingRow
from desktop_app.storage.schema.rows import (
    PartRow,
    Row,
    flag,
    link,
    optional,
    optional_link,
    part_of,
    whole,
    words,
)
from desktop_app.storage.schema.units import PersonRow, UnitRow
from desktop_app.storage.schema.years import PeriodRow


class BallotRow(Row):
    noun = "vòng bỏ phiếu"
    period = link(PeriodRow)
    meeting = link(MeetingRow)
    award = optional_link(AwardRow)
    number = IntegerField(default=1)
    is_secret = BooleanField(default=True)
    seats = whole()
    base = words()
    threshold = words()
    is_more_than = flag()
    quorum = optional()
    self_vote = flag()
    tie_way = words()
    members = IntegerField(default=0)
    present = IntegerField(default=0)
    taken_at = optional()
    issued = whole()
    returned = whole()
    valid = whole()
    invalid = whole()
    returned2 = whole()
    valid2 = whole()
    invalid2 = whole()
    counter = words()
    counter2 = words()
    state = words()
    reason = words()
    note = words()

    class Meta:
        table_name = "ballot"


class CandidateRow(PartRow):
    owner = part_of(BallotRow)
    unit = optional_link(UnitRow)
    person = optional_link(PersonRow)
    name = words()
    score = optional()
    place = whole()
    agreed = whole()
    against = whole()
    agreed2 = whole()
    against2 = whole()

    class Meta:
        table_name = "candidate"


class CountingMemberRow(PartRow):
    owner = part_of(BallotRow)
    person = optional_link(PersonRow)
    name = words()
    post = words()
    unit = optional_link(UnitRow)
    role = words()

    class Meta:
        table_name = "counting_member"


TABLES = (BallotRow, CandidateRow, CountingMemberRow)
