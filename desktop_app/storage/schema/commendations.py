"""The catalogue, nominations, submissions, decisions and grants."""

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
    physical_item = words()
    dossier_papers = structure()
    vote_threshold = optional()
    vote_base = optional()
    quota_note = words()
    valid_from = optional()
    valid_until = optional()
    source = words()
    verified = flag()
    place_in_list = IntegerField(default=0)

    class Meta:
        table_name = "award"


class ConditionRow(PartRow):
    owner = part_of(AwardRow)
    sentence = words()
    check = words()
    codes = words()
    count = optional()
    years = whole()
    paper = words()
    for_whom = words()
    either = words()
    article = words()
    valid_from = optional()
    valid_until = optional()
    verified = flag()
    verified_until = optional()

    class Meta:
        table_name = "award_condition"


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
    report = structure()
    restriction_reason = words()
    quota_reason = words()
    note = words()

    class Meta:
        table_name = "nomination"


class NominationStepRow(PartRow):
    owner = part_of(NominationRow)
    state = words()
    before = words()
    day = optional()
    who = words()
    document = words()
    reason = words()
    is_back = flag()
    source = words()

    class Meta:
        table_name = "nomination_step"


class DossierPaperRow(PartRow):
    owner = part_of(NominationRow)
    name = words()
    received_on = optional()
    waived = words()
    note = words()

    class Meta:
        table_name = "dossier_paper"


class AttestationRow(PartRow):
    owner = part_of(NominationRow)
    condition = words()
    is_met = flag()
    basis = words()

    class Meta:
        table_name = "attestation"


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
    grounds = structure()
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
    presented_to = words()
    ended_on = optional()
    ended_by = words()
    ended_because = words()
    state = words()

    class Meta:
        table_name = "grant_"


class CertificateTemplateRow(Row):
    noun = "mẫu giấy khen"
    name = words()
    award = optional_link(AwardRow)
    width = words()
    height = words()
    art = words()
    prints_picture = flag()
    place_in_list = IntegerField(default=0)

    class Meta:
        table_name = "certificate_template"


class TemplateFieldRow(PartRow):
    owner = part_of(CertificateTemplateRow)
    datum = words()
    text = words()
    x = words()
    y = words()
    width = words()
    height = words()
    face = words()
    size = words()
    min_size = words()
    max_lines = IntegerField(default=1)
    line_spacing = words()
    fit = words()
    align = words()
    ink = words()
    case = words()
    bold = flag()
    italic = flag()
    is_middle = flag()
    is_preprinted = flag()

    class Meta:
        table_name = "template_field"


TABLES = (
    AwardRow,
    ConditionRow,
    NominationRow,
    NominationStepRow,
    DossierPaperRow,
    AttestationRow,
    SubmissionRow,
    SubmissionLineRow,
    DecisionRow,
    GrantRow,
    CertificateTemplateRow,
    TemplateFieldRow,
)
