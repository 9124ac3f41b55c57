"""Every table of the data file. A column has the name of the record's field it holds.

A plain row stands for a record, a part row for one entry of a record's list: it carries its
owner and its position, and goes when its owner goes. Links to other records are restricted, so
nothing that something refers to can be deleted. `noun` names the rows to the user.
"""

from __future__ import annotations

from typing import Literal

from peewee import (
    AutoField,
    BlobField,
    BooleanField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

APPLICATION_ID = 0x54444355  # «TDCU»


class Row(Model):
    """A stored record."""

    id = TextField(primary_key=True)
    noun = "bản ghi"

    class Meta:
        legacy_table_names = False


class PartRow(Row):
    """A stored entry of a record's list."""

    owner: ForeignKeyField
    position = IntegerField()


def words() -> TextField:
    return TextField(default="")


def optional() -> TextField:
    """Dates, hours and decimals, kept as text so that nothing is rounded."""
    return TextField(null=True)


def whole() -> IntegerField:
    return IntegerField(null=True)


def flag() -> BooleanField:
    return BooleanField(default=False)


def structure() -> TextField:
    """Lines and rich text as JSON."""
    return TextField(default="[]")


def link(target: type[Row]) -> ForeignKeyField:
    return ForeignKeyField(target, backref="+", on_delete="RESTRICT")


def optional_link(target: type[Row] | Literal["self"]) -> ForeignKeyField:
    return ForeignKeyField(target, backref="+", on_delete="RESTRICT", null=True)


def part_of(target: type[Row]) -> ForeignKeyField:
    return ForeignKeyField(target, backref="+", on_delete="CASCADE")


# --- units and people ---------------------------------------------------------------------


class UnitRow(Row):
    noun = "đơn vị"
    code = words()
    kind = words()
    level = IntegerField(default=1)
    parent = optional_link("self")
    inactive_from = optional()
    head_post = words()
    phone = words()
    address = words()
    profile = words()
    note = words()

    class Meta:
        table_name = "unit"


class UnitNameRow(PartRow):
    owner = part_of(UnitRow)
    full = words()
    short = words()
    since = optional()
    until = optional()

    class Meta:
        table_name = "unit_name"


class SuccessionRow(PartRow):
    owner = part_of(UnitRow)
    unit = link(UnitRow)
    kind = words()
    day = optional()
    decision = words()

    class Meta:
        table_name = "succession"


class PersonRow(Row):
    noun = "cán bộ"
    full_name = words()
    rank = words()
    post = words()
    unit = optional_link(UnitRow)
    service_number = words()
    birth_date = optional()
    phone = words()
    service_state = words()
    service_state_since = optional()
    note = words()

    class Meta:
        table_name = "person"


class PostingRow(PartRow):
    owner = part_of(PersonRow)
    unit = optional_link(UnitRow)
    post = words()
    since = optional()
    until = optional()

    class Meta:
        table_name = "posting"


# --- the cluster and its periods ----------------------------------------------------------


class ClusterRow(Row):
    noun = "cụm thi đua"
    organising_body = words()
    block = words()
    number = words()
    name = words()
    code = words()
    place = words()
    print_rank = flag()
    minutes_rule = flag()

    class Meta:
        table_name = "cluster"


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


# --- compacts -----------------------------------------------------------------------------


class CompactRow(Row):
    noun = "giao ước"
    period = link(PeriodRow)
    name = words()
    version = IntegerField(default=1)
    state = words()
    grounds = structure()
    slogan = words()
    opening = words()
    closing = words()
    signed_on = optional()
    place = words()

    class Meta:
        table_name = "compact"


class CompactItemRow(PartRow):
    owner = part_of(CompactRow)
    group = words()
    text = words()
    target = words()

    class Meta:
        table_name = "compact_item"


class SignatureRow(PartRow):
    owner = part_of(CompactRow)
    unit = link(UnitRow)
    signer_name = words()
    signer_rank = words()
    signer_post = words()
    signed_on = optional()

    class Meta:
        table_name = "signature"


# --- meetings -----------------------------------------------------------------------------


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


# --- commendations ------------------------------------------------------------------------


class AwardRow(Row):
    noun = "danh hiệu, hình thức"
    code = words()
    name = words()
    group = words()
    level = words()
    for_collective = flag()
    for_individual = flag()
    decided_by = words()
    bonus_collective = optional()
    bonus_individual = optional()
    valid_from = optional()
    valid_until = optional()
    source = words()
    verified = flag()
    place_in_list = IntegerField(default=0)

    class Meta:
        table_name = "award"


class NominationRow(Row):
    noun = "đề nghị khen thưởng"
    period = link(PeriodRow)
    award = optional_link(AwardRow)
    kind = words()
    unit = optional_link(UnitRow)
    person = optional_link(PersonRow)
    name = words()
    rank = words()
    post = words()
    achievement_year = words()
    achievement = words()
    score = optional()
    place = whole()
    votes_for = whole()
    votes_total = whole()
    state = words()
    note = words()

    class Meta:
        table_name = "nomination"


class SubmissionRow(Row):
    noun = "tờ trình"
    period = link(PeriodRow)
    subject = words()
    number = whole()
    date = optional()
    addressees = structure()
    grounds = structure()
    body = words()
    closing = words()
    receivers = structure()
    signer = optional_link(PersonRow)

    class Meta:
        table_name = "submission"


class SubmissionLineRow(PartRow):
    owner = part_of(SubmissionRow)
    nomination = link(NominationRow)

    class Meta:
        table_name = "submission_line"


class DecisionRow(Row):
    noun = "quyết định"
    period = link(PeriodRow)
    number = words()
    date = optional()
    body = words()
    subject = words()
    place = words()
    signer_name = words()
    signer_rank = words()
    signer_authority = words()
    signer_post = words()
    certificate_title = words()
    certificate_authority = words()
    certificate_verb = words()

    class Meta:
        table_name = "decision"


class GrantRow(PartRow):
    owner = part_of(DecisionRow)
    nomination = optional_link(NominationRow)
    award = optional_link(AwardRow)
    kind = words()
    unit = optional_link(UnitRow)
    person = optional_link(PersonRow)
    name = words()
    description = words()
    achievement_year = words()
    achievement = words()
    amount = optional()
    register_number = words()
    presented_on = optional()
    presented_at = words()
    presented_by = words()
    state = words()

    class Meta:
        table_name = "grant_"


# --- files, settings, history -------------------------------------------------------------


class ContentRow(Model):
    """The bytes of attached files, each content once."""

    sha256 = TextField(primary_key=True)
    bytes = BlobField()

    class Meta:
        table_name = "content"
        legacy_table_names = False


class AttachmentRow(Row):
    noun = "tệp kèm"
    owner = TextField(index=True)
    name = words()
    sha256 = ForeignKeyField(ContentRow, backref="+", on_delete="RESTRICT", column_name="sha256")
    size = IntegerField(default=0)
    added_at = optional()

    class Meta:
        table_name = "attachment"


class SettingRow(Model):
    """What this file remembers for itself, as JSON by name."""

    name = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"
        legacy_table_names = False


class HistoryRow(Model):
    """One record changed: who, when, before, after. Rows are only ever added."""

    seq = AutoField()
    change = IntegerField(index=True)
    """Entries of one save carry the same number."""
    action = TextField()
    undoes = IntegerField(null=True)
    at = TextField()
    who = TextField()
    kind = TextField()
    record = TextField(index=True)
    title = TextField()
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        table_name = "history"
        legacy_table_names = False


RECORD_TABLES: tuple[type[Row], ...] = (
    UnitRow,
    UnitNameRow,
    SuccessionRow,
    PersonRow,
    PostingRow,
    ClusterRow,
    PeriodRow,
    MembershipRow,
    SecretariatRow,
    SecretariatMemberRow,
    CompactRow,
    CompactItemRow,
    SignatureRow,
    MeetingRow,
    AgendaItemRow,
    AttendanceRow,
    VoteRow,
    ConclusionRow,
    AwardRow,
    NominationRow,
    SubmissionRow,
    SubmissionLineRow,
    DecisionRow,
    GrantRow,
)
TABLES: tuple[type[Model], ...] = (
    *RECORD_TABLES,
    ContentRow,
    AttachmentRow,
    SettingRow,
    HistoryRow,
)
