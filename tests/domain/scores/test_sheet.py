"""A sheet's lines and its way from the draft to the final score, with every refused step."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.scores.criteria import CriteriaState, LeadReviewer
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.sheet import (
    Round,
    ScoreLine,
    SheetState,
    SheetStep,
    neighbour_problems,
)
from desktop_app.domain.units.person import Person
from tests.domain.scores.conftest import PERIOD, UNITS, criteria_set, criterion, sheet, target

SECTION = criterion("I", Kind.GROUP, "20")
ACTUAL = criterion("I.1", most="10", parent="I")
PENALTY = criterion("I.2", Kind.PLUS_MINUS, "10", parent="I", min_points=Decimal(-5))
SET = criteria_set(SECTION, ACTUAL, PENALTY)
FILLED = {"I.1": {"actual": Decimal(90)}, "I.2": {"penalty_count": 1}}
DAY = dt.date(2026, 11, 2)


def step(state, unit="A", name="Lê Văn A", day=DAY, **fields):
    return SheetStep(
        state=SheetState(state), unit=UNITS[unit] if unit else None, name=name, day=day, **fields
    )


def through(form, *steps):
    for one in steps:
        form = form.moved(one)
    return form


def refused(form, one):
    """The sentence, which is also what moving raises; and nothing has changed."""
    with pytest.raises(UserFacingError) as error:
        form.moved(one)
    assert error.value.what == form.refusal(one)
    return error.value.what


# --- its way --------------------------------------------------------------------------------


def test_whole_way_with_who_and_when():
    form = through(
        sheet(SET, "C", FILLED),
        step("da_nop", "C", "Trần C"),
        step("tham_dinh_1", "A", "Lê A", DAY + dt.timedelta(3)),
        step("giai_trinh", "C", "Trần C", DAY + dt.timedelta(5)),
        step("tham_dinh_2", None, "Phạm T", DAY + dt.timedelta(8)),
        step("da_chot", "A", "Lê A", DAY + dt.timedelta(9)),
    )
    assert form.state is SheetState.FINAL
    assert [(one.state.value, one.who, one.day.day) for one in form.steps] == [
        ("da_nop", "Trần C", 2),
        ("tham_dinh_1", "Lê A", 5),
        ("giai_trinh", "Trần C", 7),
        ("tham_dinh_2", "Phạm T", 10),
        ("da_chot", "Lê A", 11),
    ]
    assert refused(form, step("nhap", "C")) == "Phiếu đã ở «Đã chốt», không chuyển tiếp được nữa."


def test_sent_back_with_a_reason_and_handed_in_again():
    form = sheet(SET, "C", FILLED).moved(step("da_nop", "C"))
    assert refused(form, step("tra_lai")) == "Cần có lý do trả lại phiếu."
    form = form.moved(step("tra_lai", reason="Thiếu minh chứng mục I.1"))
    assert (form.is_submitted, form.return_reason) == (False, "Thiếu minh chứng mục I.1")
    form = through(form, step("nhap", "C"), step("da_nop", "C"))
    assert form.is_submitted
    assert len(form.steps) == 4


@pytest.mark.parametrize(
    ("steps", "wanted", "words"),
    [
        ((), "da_chot", "Sau «Nháp» là «Đã nộp», không phải «Đã chốt»."),
        ((), "tra_lai", "Sau «Nháp» là «Đã nộp»"),
        (("da_nop",), "giai_trinh", "là «Thẩm định lần 1» hoặc «Bị trả lại»"),
        (("da_nop", "tham_dinh_1"), "tham_dinh_2", "là «Đã giải trình»"),
        (("da_nop", "tham_dinh_1"), "tra_lai", "là «Đã giải trình»"),
    ],
)
def test_steps_come_in_order(steps, wanted, words):
    who = {"da_nop": "C", "giai_trinh": "C"}
    form = through(sheet(SET, "C", FILLED), *(step(one, who.get(one, "A")) for one in steps))
    assert words in refused(form, step(wanted, "C"))


def test_own_steps_are_the_units_own():
    form = sheet(SET, "C", FILLED)
    assert refused(form, step("da_nop", "A")) == "Bước «Đã nộp» do chính đơn vị C thực hiện."
    assert "do chính đơn vị C" in refused(form, step("da_nop", None))
    assert refused(form, step("da_nop", "C", name="")) == "Cần ghi người thực hiện."
    draft = sheet(SET.replace(state=CriteriaState.DRAFT), "C", FILLED)
    assert "chưa được thông qua" in refused(draft, step("da_nop", "C"))
    wrong = sheet(SET, "C", {"I.1": {"self_score": Decimal(11)}})
    assert "«I.1»: điểm từ 0 đến 10." in refused(wrong, step("da_nop", "C"))


def test_days_never_run_backwards():
    form = sheet(SET, "C", FILLED).moved(step("da_nop", "C"))
    early = step("tham_dinh_1", day=DAY - dt.timedelta(1))
    assert refused(form, early) == "Ngày thực hiện đứng trước ngày của bước trước."


def test_nobody_reviews_the_own_unit():
    form = sheet(SET, "C", FILLED).moved(step("da_nop", "C"))
    assert refused(form, step("tham_dinh_1", "C")) == "C không thẩm định phiếu của chính mình."
    # A person of the unit does not review it in another's name either.
    person = Person(full_name="Trần C", unit=UNITS["C"])
    as_guest = SheetStep(state=SheetState.REVIEWED, day=DAY, person=person, unit=UNITS["A"])
    assert "không thẩm định phiếu" in refused(form, as_guest)
    assert form.refusal(step("tham_dinh_1", "D")) == ""


def test_lead_units_sheet_goes_to_the_deputy():
    form = sheet(SET, "A", FILLED).moved(step("da_nop", "A"))
    words = "Phiếu của đơn vị Cụm trưởng do đơn vị Cụm phó (B) thẩm định."
    assert refused(form, step("tham_dinh_1", "C")) == words
    assert refused(form, step("tham_dinh_1", None)) == words
    assert form.refusal(step("tham_dinh_1", "B")) == ""


def test_lead_units_sheet_goes_to_the_standing_body():
    by_body = SET.replace(lead_reviewer=LeadReviewer.STANDING_BODY)
    form = sheet(by_body, "A", FILLED).moved(step("da_nop", "A"))
    words = "Phiếu của đơn vị Cụm trưởng do cơ quan thường trực thẩm định."
    assert refused(form, step("tham_dinh_1", "B")) == words
    assert form.refusal(step("tham_dinh_1", None)) == ""


def test_without_a_deputy_the_standing_body_reviews_the_lead_unit():
    lone = PERIOD.replace(members=PERIOD.members[:1])
    form = sheet(SET, "A", FILLED).replace(period=lone).moved(step("da_nop", "A"))
    assert "cơ quan thường trực" in refused(form, step("tham_dinh_1", "B"))
    assert form.refusal(step("tham_dinh_1", None)) == ""


# --- its lines ------------------------------------------------------------------------------


def problems(**figures):
    return sheet(SET, "C", {"I.1": figures}).problems()


def test_figures_in_their_limits():
    assert problems(actual=Decimal(-3), self_score=Decimal(10)) == {}
    assert problems(review1=Decimal("10.01")) == {
        "lines.0.review1": "Dòng 1: «I.1»: điểm từ 0 đến 10."
    }
    assert set(problems(count=-1, target=Decimal(-1))) == {"lines.0.count", "lines.0.target"}
    minus = sheet(SET, "C", {"I.2": {"self_score": Decimal(-5)}})
    assert minus.problems() == {}
    minus = sheet(SET, "C", {"I.2": {"self_score": Decimal("-5.5")}})
    assert "điểm từ -5 đến 10" in minus.problems()["lines.0.self_score"]


def test_changed_score_needs_a_reason():
    given = {"self_score": Decimal(8), "review1": Decimal(7)}
    assert set(problems(**given)) == {"lines.0.reason1"}
    assert problems(**given, reason1="Thiếu minh chứng") == {}
    assert problems(self_score=Decimal(8), review1=Decimal(8)) == {}
    again = given | {"reason1": "x", "review2": Decimal(8)}
    assert set(problems(**again)) == {"lines.0.reason2"}
    assert problems(**again, reason2="Đã bổ sung") == {}
    assert set(problems(final_score=Decimal(8))) == {"lines.0.final_reason"}


def test_lines_belong_to_leaves_of_the_set():
    lines = (ScoreLine(criterion="I"), ScoreLine(criterion="x"), ScoreLine(criterion="I.1"))
    form = sheet(SET, "C").replace(lines=(*lines, lines[2].replace(id="again")))
    assert form.problems() == {
        "lines.0.criterion": "Dòng 1: «I» là nhóm: điểm là tổng, không ghi trực tiếp.",
        "lines.1.criterion": "Dòng 2: Tiêu chí không có trong bộ tiêu chí của phiếu.",
        "lines.3.criterion": "Dòng 4: «I.1» được ghi hai lần.",
    }
    other = form.replace(lines=(), period=PERIOD.replace(id="ky-2027"))
    assert set(other.problems()) == {"criteria"}


def test_warnings_name_what_is_open_and_what_is_below_zero():
    form = sheet(SET, "C", {"I.1": {"actual": Decimal(-3)}})
    assert form.warnings() == (
        "Kết quả âm được tính như 0: I.1.",
        "Còn 1 tiêu chí chưa có số liệu: I.2.",
    )
    taken = SET.replace(targets=(target("I.2", "C", assigned=False),))
    assert sheet(taken, "C", {"I.1": {"actual": Decimal(3)}}).warnings() == ()


def test_line_is_put_in_or_changed():
    form = sheet(SET, "C").with_line(ScoreLine(criterion="I.1", count=1))
    form = form.with_line(ScoreLine(criterion="I.2", count=2))
    form = form.with_line(form.by_criterion["I.1"].replace(count=3))
    assert [(line.criterion, line.count) for line in form.lines] == [("I.1", 3), ("I.2", 2)]


def test_one_sheet_a_unit_and_round():
    form = sheet(SET, "C")
    other = form.replace(id="khac")
    assert neighbour_problems(other, [form]) == {"unit": "C đã có phiếu chấm của đợt này."}
    assert neighbour_problems(other.replace(round=Round.HALF_YEAR), [form]) == {}
    assert neighbour_problems(form, [form]) == {}
    assert form.title == "Phiếu chấm năm 2026: C"
    assert form.replace(round=Round.HALF_YEAR).title == "Phiếu chấm 6 tháng năm 2026: C"
