"""A unit's history of what it registered, scored, took part in and handed over."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.compacts.campaign import Activity, Campaign, CampaignUnit, Contribution
from desktop_app.domain.compacts.exemplar import Exemplar, Replication, Stage, StageReached
from desktop_app.domain.compacts.registration import (
    LineState,
    Registration,
    RegistrationLine,
    RegistrationState,
)
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.scores.inspection import Finding, Inspection
from desktop_app.domain.scores.sheet import Round, ScoreLine, ScoreSheet
from desktop_app.domain.units.history_entry import HistoryKind
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.units.unit_history import unit_history
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.handover import Handover
from desktop_app.domain.years.period import Period

OWN = Unit(id="c07", names=(UnitName(full="Cục Một"),))
OTHER = Unit(id="k01", names=(UnitName(full="Cục Hai"),))
PERIOD = Period(
    id="2018",
    cluster=Cluster(name="Cụm thi đua số 2"),
    name="2018",
    since=dt.date(2018, 1, 1),
    until=dt.date(2018, 12, 31),
)
FLAG = Award(code="CO", name="Cờ thi đua", for_collective=True, for_individual=True)


def lines(*records):
    return [(e.kind, e.day, e.text, e.state) for e in unit_history(OWN, records)]


def test_registration_names_its_titles_once_with_their_count():
    person = SubjectKind.INDIVIDUAL
    registration = Registration(
        period=PERIOD,
        unit=OWN,
        sent_on=dt.date(2018, 3, 20),
        state=RegistrationState.ACCEPTED,
        lines=(
            RegistrationLine(award=FLAG),
            RegistrationLine(award=FLAG, kind=person, name="A"),
            RegistrationLine(award=FLAG, kind=person, name="B", state=LineState.WITHDRAWN),
        ),
    )
    assert lines(registration, registration.replace(unit=OTHER)) == [
        (HistoryKind.REGISTRATION, dt.date(2018, 3, 20), "Cờ thi đua (2)", "Đã duyệt")
    ]


def test_sheet_tells_its_score():
    leaf = Criterion(id="t1", code="1", text="Nội dung", kind=Kind.COUNT, max_points=Decimal(10))
    criteria = CriteriaSet(period=PERIOD, name="Bộ 2018", criteria=(leaf,))
    sheet = ScoreSheet(
        period=PERIOD,
        criteria=criteria,
        unit=OWN,
        round=Round.HALF_YEAR,
        lines=(ScoreLine(criterion="t1", self_score=Decimal("8.5")),),
    )
    other = sheet.replace(id="x", unit=OTHER)
    assert lines(sheet, other) == [
        (HistoryKind.SCORES, None, "Phiếu chấm 6 tháng: 8,5 điểm", "Nháp")
    ]


def test_campaign_activity_and_inspection_say_what_the_unit_did():
    campaign = Campaign(
        period=PERIOD,
        name="Đợt cao điểm",
        launched_on=dt.date(2018, 5, 19),
        units=(CampaignUnit(unit=OWN, is_pilot=True, result="12 phần việc"),),
    )
    activity = Activity(
        period=PERIOD,
        name="Hội thao",
        day=dt.date(2018, 7, 1),
        host=OTHER,
        contributions=(Contribution(unit=OWN, amount=Decimal(5000000), other="20 người"),),
    )
    inspection = Inspection(
        period=PERIOD, unit=OWN, day=dt.date(2018, 10, 2), findings=(Finding(text="Thiếu sổ"),)
    )
    found = lines(campaign, activity, inspection)
    assert [(kind, text) for kind, _, text, _ in found] == [
        (HistoryKind.INSPECTION, f"{inspection.kind}, còn 1 việc phải khắc phục"),
        (HistoryKind.ACTIVITY, "Hội thao, 5.000.000 đồng, 20 người"),
        (HistoryKind.CAMPAIGN, "Đợt cao điểm, đơn vị làm điểm, 12 phần việc"),
    ]
    (host,) = unit_history(OTHER, (campaign, activity, inspection))
    assert (host.text, host.state) == ("Hội thao", "Đăng cai")


def test_own_exemplars_and_those_taken_up_are_both_told():
    own = Exemplar(
        period=PERIOD,
        name="Tổ ba không",
        unit=OWN,
        stages=(StageReached(stage=Stage.FOUND, day=dt.date(2018, 2, 1)),),
    )
    taken = Exemplar(
        period=PERIOD,
        name="Tiếng kẻng",
        unit=OTHER,
        replications=(Replication(unit=OWN, day=dt.date(2018, 8, 1)),),
    )
    assert lines(own, taken) == [
        (HistoryKind.EXEMPLAR, dt.date(2018, 8, 1), "Áp dụng: Tiếng kẻng", "Nhân rộng"),
        (HistoryKind.EXEMPLAR, dt.date(2018, 2, 1), "Tổ ba không", "Phát hiện"),
    ]


def test_handover_is_told_to_both_sides():
    handover = Handover(period=PERIOD, giver=OTHER, receiver=OWN, day=dt.date(2018, 12, 28))
    assert [e.text for e in unit_history(OWN, (handover,))] == [
        "Bàn giao Cụm trưởng năm 2018: bên nhận"
    ]
    assert [e.text for e in unit_history(OTHER, (handover,))] == [
        "Bàn giao Cụm trưởng năm 2018: bên giao"
    ]
