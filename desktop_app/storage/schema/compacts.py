"""Compacts with items, targets and signatures; comments, annexes and results."""

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


class CompactRow(Row):
    noun = "giao ước"
    period = link(PeriodRow)
    name = words()
    version = IntegerField(default=1)
    state = words()
    grounds = structure()
    slogan = words()
    opening = words()
    measures = structure()
    responsibilities = structure()
    closing = words()
    signed_on = optional()
    place = words()
    note = words()

    class Meta:
        table_name = "compact"


class CompactItemRow(PartRow):
    owner = part_of(CompactRow)
    group = words()
    text = structure()
    target = words()
    direction = words()
    value = optional()
    measure = words()

    class Meta:
        table_name = "compact_item"


class UnitTargetRow(PartRow):
    owner = part_of(CompactRow)
    item = words()
    unit = link(UnitRow)
    value = optional()
    is_free = flag()

    class Meta:
        table_name = "unit_target"


class SignatureRow(PartRow):
    owner = part_of(CompactRow)
    unit = link(UnitRow)
    signer_name = words()
    signer_rank = words()
    signer_post = words()
    signed_on = optional()

    class Meta:
        table_name = "signature"


class ConsultationRow(Row):
    noun = "lần lấy ý kiến"
    period = link(PeriodRow)
    compact = link(CompactRow)
    number = whole()
    date = optional()
    due = optional()
    body = words()
    receivers = structure()
    signer = optional_link(PersonRow)

    class Meta:
        table_name = "consultation"


class CommentRow(PartRow):
    owner = part_of(ConsultationRow)
    unit = link(UnitRow)
    opinion = words()
    about = words()
    text = words()
    replied_on = optional()
    answer = words()
    explanation = words()

    class Meta:
        table_name = "comment"


class CompactAnnexRow(Row):
    noun = "phụ lục giao ước"
    period = link(PeriodRow)
    compact = link(CompactRow)
    ordinal = IntegerField(default=1)
    name = words()
    grounds = structure()
    body = structure()
    state = words()
    signed_on = optional()
    place = words()
    note = words()

    class Meta:
        table_name = "compact_annex"


class AnnexSignatureRow(PartRow):
    owner = part_of(CompactAnnexRow)
    unit = link(UnitRow)
    signer_name = words()
    signer_rank = words()
    signer_post = words()
    signed_on = optional()

    class Meta:
        table_name = "annex_signature"


class MirrorRow(Row):
    noun = "bảng đối chiếu giao ước"
    period = link(PeriodRow)
    compact = link(CompactRow)
    note = words()

    class Meta:
        table_name = "mirror"


class MirrorEntryRow(PartRow):
    owner = part_of(MirrorRow)
    item = words()
    unit = optional_link(UnitRow)
    mid_value = optional()
    mid_result = words()
    end_value = optional()
    end_result = words()
    verdict = words()
    evidence = words()

    class Meta:
        table_name = "mirror_entry"


TABLES = (
    CompactRow,
    CompactItemRow,
    SignatureRow,
    UnitTargetRow,
    ConsultationRow,
    CommentRow,
    CompactAnnexRow,
    AnnexSignatureRow,
    MirrorRow,
    MirrorEntryRow,
)
