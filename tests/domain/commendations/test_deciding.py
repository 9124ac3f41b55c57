"""What a decision makes of everybody who went up, and what happens to many grants at once."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.commendations.award import Award, AwardGroup, AwardLevel, SubjectKind
from desktop_app.domain.commendations.deciding import (
    Outcome,
    modelled_on,
    outcome_lines,
    recorded,
    refusals,
    with_higher,
)
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.granting import (
    ended,
    followed_by_state,
    numbered,
    presented,
    restored,
)
from desktop_app.domain.commendations.nomination import Nomination, NominationState, NominationStep
from desktop_app.domain.units.unit import Unit, UnitName
from tests.domain.years.test_period import PERIOD

DAY = dt.date(2018, 3, 20)
FLAG = Award(code="CO", name="Cờ thi đua của Bộ", level=AwardLevel.MINISTRY, for_collective=True)
HIGH = Award(
    code="CP", name="Cờ thi đua của Chính phủ", level=AwardLevel.GOVERNMENT, for_collective=True
)
ALONE = Award(code="CS", name="Chiến sĩ thi đua", group=AwardGroup.TITLE, for_individual=True)


def gone_up(name="Cục A", day=dt.date(2018, 3, 5)):
    proposed = Nomination(
        period=PERIOD,
        award=FLAG,
        kind=SubjectKind.COLLECTIVE,
        unit=Unit(names=(UnitName(full=name),)),
        achievement_year="2017",
        state=NominationState.HONOURED,
    )
    return proposed.stepped(NominationStep(state=NominationState.SUBMITTED, day=day))


def decision(**others):
    words = {"number": "15/QĐ-BCA", "date": DAY, "body": "Bộ Công an"} | others
    return Decision(period=PERIOD, **words)


def test_only_what_went_up_is_listed():
    waiting = gone_up()
    early = waiting.replace(id="other", state=NominationState.HONOURED)
    assert [line.nomination for line in outcome_lines((waiting, early))] == [waiting]


def test_each_line_goes_its_own_way_in_one_change():
    lines = list(outcome_lines([gone_up(f"Cục {letter}") for letter in "ABCDE"]))
    lines[1] = with_higher(lines[1].replace(award=HIGH))
    lines[2] = lines[2].replace(outcome=Outcome.REJECTED, reason="Có đơn chưa kết luận")
    lines[3] = lines[3].replace(outcome=Outcome.RETURNED, reason="Thiếu xác nhận")
    lines[4] = lines[4].replace(outcome=Outcome.WAITING)
    assert refusals(decision(), lines) == ()
    found = recorded(decision(), lines)
    assert [(g.name, g.award) for g in found.decision.grants] == [("Cục A", FLAG), ("Cục B", HIGH)]
    assert [one.state for one in found.moved] == [
        NominationState.DECIDED,
        NominationState.HIGHER,
        NominationState.REJECTED,
        NominationState.SUPPLEMENT,
    ]
    steps = [one.steps[-1] for one in found.moved]
    assert [s.document for s in steps] == ["Quyết định số 15/QĐ-BCA"] * 2 + ["", ""]
    assert steps[1].reason == "Được tặng Cờ thi đua của Chính phủ"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"outcome": Outcome.REJECTED}, "«Cục A»: cần ghi lý do không được duyệt."),
        ({"outcome": Outcome.RETURNED}, "«Cục A»: cần ghi lý do trả lại, bổ sung."),
        ({"outcome": Outcome.HIGHER}, "«Cục A»: cần chọn danh hiệu, hình thức được tặng."),
        ({"award": ALONE}, "«Chiến sĩ thi đua» không dành cho tập thể."),
    ],
)
def test_what_a_line_lacks_is_said_with_its_name(change, why):
    (line,) = outcome_lines([gone_up()])
    assert refusals(decision(), [line.replace(**change)]) == (why,)


def test_a_decision_from_before_the_submission_is_refused():
    (line,) = outcome_lines([gone_up(day=DAY + dt.timedelta(days=1))])
    (why,) = refusals(decision(), [line])
    assert why == "«Cục A»: Ngày của bước này đứng trước bước trước (21/03/2018)."
    assert refusals(decision(), [line.replace(outcome=Outcome.WAITING)]) == ()


def test_the_signer_of_the_last_decision_is_proposed_again():
    flag = (Grant(name="Cục A", award=FLAG),)
    older = decision(signer_name="Nguyễn Văn A", date=dt.date(2016, 1, 1), grants=flag)
    last = decision(signer_name="Trần Thị B", certificate_title="Bằng khen", grants=flag)
    fresh = decision(number="", date=None)
    unsigned = decision(grants=flag, date=dt.date(2019, 1, 1))
    found = modelled_on(fresh, (last, older, unsigned), [FLAG])
    assert modelled_on(fresh, (last, older), [HIGH]) == fresh
    assert (found.signer_name, found.certificate_title) == ("Trần Thị B", "Bằng khen")
    assert (found.number, found.date) == ("", None)


def test_numbers_go_on_and_given_ones_stay():
    grants = (Grant(name="A", register_number="07"), Grant(name="B"), Grant(name="C"))
    made = numbered(decision(grants=grants), {"08"})
    numbers = [grant.register_number for grant in made.grants]
    assert numbers[0] == "07"
    assert len(set(numbers)) == 3
    if PERIOD.cluster.numbers_once:
        assert "08" not in numbers


def test_a_grant_is_handed_over_recalled_and_restored():
    grant = presented(Grant(name="A", award=FLAG), DAY, "Hà Nội", "Bộ trưởng", "Đại tá B")
    assert (grant.state, grant.presented_to) == (GrantState.PRESENTED, "Đại tá B")
    gone = ended(grant, GrantState.RECALLED, DAY, "20/QĐ-BCA", "Khai sai")
    made = decision(grants=(gone, Grant(name="B", award=FLAG)))
    assert made.count == 1
    assert not gone.problems()
    back = restored(gone)
    assert (back.state, back.ended_by, back.ended_because) == (GrantState.PRESENTED, "", "")


def test_a_day_of_presentation_is_what_makes_it_presented():
    grant = followed_by_state(Grant(name="A", presented_on=DAY))
    assert grant.state is GrantState.PRESENTED
    assert followed_by_state(grant.replace(presented_on=None)).state is GrantState.DECIDED
    gone = grant.replace(state=GrantState.ANNULLED)
    assert followed_by_state(gone) == gone
