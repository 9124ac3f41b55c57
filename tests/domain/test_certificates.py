"""Designs of certificates and what the records say against printing a sheet."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.certificate_batch import CertificateBatch
from desktop_app.domain.commendations.certificate_check import batch_findings, strange_letters
from desktop_app.domain.commendations.certificate_designs import MERIT, certificate_designs
from desktop_app.domain.commendations.certificate_template import (
    CertificateTemplate,
    Datum,
    TemplateField,
    template_for,
)
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period

DAY = dt.date(2026, 3, 5)
AWARD = Award(code="GK", name="Giấy khen", for_collective=True, for_individual=True)
PERIOD = Period(cluster=Cluster(name="Cụm thi đua số 2"), name="2026")
UNIT = Unit(
    names=(
        UnitName(full="Tổng cục Cũ", until=dt.date(2020, 1, 1)),
        UnitName(full="Cục Cơ yếu", since=dt.date(2020, 1, 2)),
    )
)
PERSON = Person(full_name="Nguyễn Thị Quỳnh Như", rank="Thượng tá")


def grant(name="Cục Cơ yếu", **more):
    return Grant(name=name, **({"unit": UNIT, "award": AWARD} | more))


def batch(*grants, **more):
    given = {"number": "15/QĐ", "date": DAY, "body": "Cục", "signer_name": "Lê An"} | more
    decision = Decision(period=PERIOD, grants=grants, **given)
    return CertificateBatch(id=decision.id, decision=decision)


def test_designs_that_come_with_the_program_are_sound_and_share_no_row():
    designs = certificate_designs()
    assert [design.problems() for design in designs] == [{}] * len(designs)
    ids = [field.id for design in designs for field in design.fields]
    assert len(ids) == len(set(ids))
    assert "giấy khen" in MERIT.name.lower()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"x": Decimal(-1)}, "x"),
        ({"x": Decimal(280)}, "width"),
        ({"y": Decimal(205)}, "height"),
        ({"width": Decimal(0)}, "width"),
        ({"size": Decimal(3)}, "size"),
        ({"min_size": Decimal(20)}, "min_size"),
        ({"max_lines": 0}, "max_lines"),
        ({"line_spacing": Decimal("0.5")}, "line_spacing"),
        ({"datum": Datum.FREE}, "text"),
    ],
)
def test_field_that_cannot_be_printed_is_refused_by_name(changes, field):
    made = TemplateField(datum=Datum.NAME).replace(**changes)
    template = CertificateTemplate(name="Mẫu", fields=(made,))
    assert f"fields.0.{field}" in template.problems()


@pytest.mark.parametrize("side", ["width", "height"])
def test_sheet_has_sides_a_printer_takes(side):
    template = MERIT.replace(**{side: Decimal(20)})
    assert "1.200 mm" in template.problems()[side]


def test_design_of_an_award_is_found_by_its_code_in_every_catalogue():
    later = AWARD.replace(id="sau", name="Giấy khen (luật mới)")
    template = MERIT.replace(award=AWARD)
    assert template_for(later, (MERIT, template)) is template
    assert template_for(AWARD.replace(code="X"), (template,)) is None
    assert template_for(None, (template,)) is None


def test_clean_batch_says_nothing():
    person = grant(
        "Thượng tá Nguyễn Thị Quỳnh Như", unit=None, person=PERSON, kind=SubjectKind.INDIVIDUAL
    )
    assert batch_findings(batch(grant(), person)) == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Phòng Tham mưu", SubjectKind.COLLECTIVE), ("Trần Văn Út", SubjectKind.INDIVIDUAL)],
)
def test_whoever_is_of_the_unit_need_not_bear_its_name(name, kind):
    within = grant(name, person=None, kind=kind)
    assert within.unit is not None
    assert batch_findings(batch(within)) == ()


def test_missing_number_day_and_signer_are_told_once():
    found = batch_findings(batch(grant(), grant(), number="", date=None, signer_name=""))
    assert [sentence.split(":")[0] for sentence in found] == [
        "Quyết định chưa có số",
        "Quyết định chưa có ngày",
        "Quyết định chưa ghi người ký",
    ]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (grant("Cục Cơ Yếu TW"), "tên khác với hồ sơ («Cục Cơ yếu»)"),
        (grant("Tổng cục Cũ"), "tên khác với hồ sơ («Cục Cơ yếu»)"),
        (grant("Nguyễn Thị Quỳnh Nhu", person=PERSON), "tên khác với hồ sơ («Thượng tá"),
        (grant("NguyÔn V¨n ¸nh", unit=None), "TCVN3"),
        (grant(award=None), "chưa chọn danh hiệu"),
    ],
)
def test_sheet_that_differs_from_the_records_is_named(given, words):
    (sentence, *_) = batch_findings(batch(given))
    assert words in sentence
    assert f"«{given.name}»" in sentence


def test_names_in_capitals_and_decomposed_names_are_the_same_name():
    assert batch_findings(batch(grant("CỤC CƠ YẾU"))) == ()
    assert batch_findings(batch(grant("Cu\u0323c Co\u031b ye\u0302\u0301u"))) == ()


def test_number_given_twice_in_a_decision_is_told():
    twice = (grant(register_number="07"), grant(register_number="07"))
    assert "số vào sổ 07 cấp hai lần" in batch_findings(batch(*twice))[0]
    gone = twice[1].replace(state=GrantState.ANNULLED)
    assert batch_findings(batch(twice[0], gone)) == ()


def test_strange_letters_are_those_no_vietnamese_name_has():
    assert strange_letters("Thượng tá Đặng Thị Ẵng – “Phòng” PA02 (C06), A&B / 5") == ()
    assert strange_letters("NguyÔn V¨n ¸nh") == ("¨", "¸")
