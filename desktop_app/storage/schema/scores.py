"""Criteria sets with their targets, score sheets with their way, and inspections."""

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


class CriteriaSetRow(Row):
    noun = "bộ tiêu chí"
    period = link(PeriodRow)
    name = words()
    version = IntegerField(default=1)
    grounds = structure()
    adopted_on = optional()
    state = words()
    rounding_places = IntegerField(default=2)
    final_rule = words()
    lead_reviewer = words()
    ranked_by = words()
    knock_out_bars = words()
    tie_rules = structure()
    note = words()

    class Meta:
        table_name = "criteria_set"


class CriterionRow(PartRow):
    owner = part_of(CriteriaSetRow)
    code = words()
    parent = words()
    text = words()
    kind = words()
    max_points = optional()
    unit_of_measure = words()
    direction = words()
    target_share = words()
    unit_points = optional()
    bonus_points = words()
    penalty_points = words()
    min_points = words()
    bands = structure()
    knock_out = flag()
    note = words()

    class Meta:
        table_name = "criterion"


class TargetRow(PartRow):
    owner = part_of(CriteriaSetRow)
    criterion = words()
    unit = link(UnitRow)
    value = optional()
    assigned = flag()

    class Meta:
        table_name = "target"


class ScoreSheetRow(Row):
    noun = "phiếu chấm"
    period = link(PeriodRow)
    criteria = link(CriteriaSetRow)
    unit = link(UnitRow)
    round = words()
    state = words()
    note = words()

    class Meta:
        table_name = "score_sheet"


class ScoreLineRow(PartRow):
    owner = part_of(ScoreSheetRow)
    criterion = words()
    actual = optional()
    target = optional()
    count = whole()
    passed = optional()
    bonus_count = whole()
    penalty_count = whole()
    self_score = optional()
    review1 = optional()
    reason1 = words()
    reviewer1 = words()
    reviewed1_on = optional()
    explanation = words()
    review2 = optional()
    reason2 = words()
    reviewer2 = words()
    reviewed2_on = optional()
    final_score = optional()
    final_reason = words()
    evidence = words()

    class Meta:
        table_name = "score_line"


class SheetStepRow(PartRow):
    owner = part_of(ScoreSheetRow)
    state = words()
    day = optional()
    name = words()
    person = optional_link(PersonRow)
    unit = optional_link(UnitRow)
    reason = words()

    class Meta:
        table_name = "sheet_step"


class InspectionRow(Row):
    noun = "cuộc kiểm tra"
    period = link(PeriodRow)
    criteria = optional_link(CriteriaSetRow)
    kind = words()
    team_name = words()
    leader_unit = optional_link(UnitRow)
    unit = optional_link(UnitRow)
    day = optional()
    conclusion = words()
    recommendations = words()
    follow_up = words()
    state = words()
    note = words()

    class Meta:
        table_name = "inspection"


class TeamMemberRow(PartRow):
    owner = part_of(InspectionRow)
    person = optional_link(PersonRow)
    name = words()
    post = words()
    unit = optional_link(UnitRow)
    role = words()

    class Meta:
        table_name = "team_member"


class FindingRow(PartRow):
    owner = part_of(InspectionRow)
    criterion = words()
    text = words()
    points_effect = optional()
    mended_on = optional()

    class Meta:
        table_name = "finding"


class TieDecisionRow(Row):
    noun = "quyết định khi bằng điểm"
    period = link(PeriodRow)
    round = words()
    basis = words()

    class Meta:
        table_name = "tie_decision"


class TieEntryRow(PartRow):
    owner = part_of(TieDecisionRow)
    unit = optional_link(UnitRow)
    votes = whole()
    place = whole()

    class Meta:
        table_name = "tie_entry"


TABLES = (
    CriteriaSetRow,
    CriterionRow,
    TargetRow,
    ScoreSheetRow,
    ScoreLineRow,
    SheetStepRow,
    InspectionRow,
    TeamMemberRow,
    FindingRow,
    TieDecisionRow,
    TieEntryRow,
)
