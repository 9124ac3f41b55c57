"""Every record here can be kept as plain data and read again, parts one level deep."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.inspection import Finding, Inspection, TeamMember
from desktop_app.domain.scores.sheet import Passed, ScoreSheet, SheetState, SheetStep
from desktop_app.domain.units.person import Person
from desktop_app.storage.plain import from_plain, kinds_of, to_plain
from tests.domain.scores.conftest import PERIOD, UNITS, criteria_set, criterion, sheet, target

SET = criteria_set(
    criterion("1", Kind.BANDS, bands=("> 95 = 1,5", "≤ 95 = 0")),
    criterion("2"),
    targets=(target("2", "A", "12,5"), target("1", "B", assigned=False)),
)
PERSON = Person(full_name="Lê A", unit=UNITS["B"])
STEP = SheetStep(state=SheetState.SUBMITTED, day=dt.date(2026, 11, 2), person=PERSON)
SHEET = sheet(
    SET,
    "A",
    {"1": {"actual": Decimal("96.5"), "passed": Passed.NO, "reviewed1_on": dt.date(2026, 11, 3)}},
    steps=(STEP, STEP.replace(id="again", unit=UNITS["A"], name="Lê B")),
)
INSPECTION = Inspection(
    period=PERIOD,
    criteria=SET,
    unit=UNITS["A"],
    day=dt.date(2026, 10, 1),
    members=(TeamMember(person=PERSON),),
    findings=(Finding(criterion="1", text="x", points_effect=Decimal("-0.5")),),
)
LINKS = {record.id: record for record in (PERIOD, SET, PERSON, *UNITS.values())}


def test_there_and_back():
    for record in (SET, SHEET, INSPECTION):
        text = json.dumps(to_plain(record), ensure_ascii=False)
        again = from_plain(type(record), json.loads(text), lambda _, found: LINKS[found])
        assert again == record


def test_parts_have_no_parts_and_no_field_is_named_like_a_column_of_all_parts():
    for record in (CriteriaSet, ScoreSheet, Inspection):
        for part in (kind.type for kind in kinds_of(record) if kind.is_parts):
            fields = kinds_of(part)
            assert not any(kind.is_parts for kind in fields)
            assert not {"owner", "position"} & {kind.name for kind in fields}
