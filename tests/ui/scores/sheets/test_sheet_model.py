"""The grid of one unit's sheet: what is open, typed, refused, taken over, and summed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.sheet import Passed, SheetState
from desktop_app.ui.scores.sheets.sheet_columns import PLACES
from desktop_app.ui.scores.sheets.sheet_model import SheetModel
from tests.domain.scores.conftest import criteria_set, criterion, sheet, target

SET = criteria_set(
    criterion("I", Kind.GROUP, "30"),
    criterion("I.1", most="10", parent="I", unit_of_measure="vụ"),
    criterion("I.2", Kind.COUNT, "10", parent="I"),
    criterion("I.3", Kind.PASS_FAIL, "10", parent="I"),
    criterion("II", Kind.GROUP, "10"),
    criterion("II.1", Kind.PLUS_MINUS, "10", parent="II", min_points=Decimal(-5)),
    criterion("II.2", Kind.COUNT, "10", parent="II", unit_points=Decimal(2)),
    targets=(target("I.1", "C", "100"), target("II.2", "C", assigned=False)),
)
FILLED = {"I.1": {"actual": Decimal(80)}, "I.2": {"self_score": Decimal(8)}}


@pytest.fixture
def shown(qapp):
    """A model with the sheet of a unit in a state."""

    def show(state="nhap", lines=FILLED, **others):
        form = sheet(SET, "C", lines, state=SheetState(state))
        boards = [form, *(sheet(SET, unit, own) for unit, own in others.items())]
        model = SheetModel()
        model.show(Scoreboard(SET, boards), form)
        return model

    return show


def at(model, code, key):
    return model.index(model.row_of(code), PLACES[key])


def text(model, code, key):
    return model.data(at(model, code, key))


def line(model, code):
    return model.line(model.row_of(code))


# --- what is open -----------------------------------------------------------------------------

ALL = ("target", "figure", "self_score", "review1", "review2", "final_score", "reason", "evidence")


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        ("nhap", {"target", "figure", "self_score", "evidence"}),
        ("da_nop", {"review1", "reason"}),
        ("tham_dinh_1", {"reason", "evidence"}),
        ("giai_trinh", {"review2", "reason"}),
        ("tham_dinh_2", {"final_score", "reason"}),
        ("da_chot", set()),
        ("tra_lai", set()),
    ],
)
def test_each_state_opens_its_own_cells(shown, state, wanted):
    model = shown(state)
    assert {key for key in ALL if model.is_open(at(model, "I.1", key))} == wanted


def test_groups_and_what_is_not_assigned_take_nothing(shown):
    model = shown()
    for code in ("I", "II.2"):
        assert not any(model.is_open(at(model, code, key)) for key in ALL)
        assert not model.setData(at(model, code, "self_score"), "5")
    assert text(model, "II.2", "source") == "không giao"


def test_nothing_is_open_in_a_closed_period(shown):
    model = shown()
    model.read_only = True
    assert not any(model.is_open(at(model, "I.1", key)) for key in ALL)


# --- what is shown ----------------------------------------------------------------------------


def test_groups_are_sums(shown):
    model = shown()
    # 0,5 × 10 × (80 : 100) = 4, and 8 typed
    assert text(model, "I", "final_score") == "12"
    assert text(model, "II", "most") == "10", "what is not assigned is not counted"


def test_computed_scores_are_pale(shown):
    model = shown()
    assert text(model, "I.1", "self_score") == "4"
    assert model.data(at(model, "I.1", "self_score"), Qt.ItemDataRole.ForegroundRole) is not None
    assert model.data(at(model, "I.2", "self_score"), Qt.ItemDataRole.ForegroundRole) is None
    assert model.data(at(model, "I.1", "self_score"), Qt.ItemDataRole.EditRole) == ""


def test_the_final_score_says_where_it_comes_from(shown):
    model = shown(
        "tham_dinh_1",
        {"I.1": {"actual": Decimal(80)}, "I.2": {"self_score": Decimal(8), "review1": Decimal(8)}},
    )
    found = [text(model, code, "source") for code in ("I.1", "I.2", "I.3")]
    assert found == ["công thức", "thẩm định 1", "chưa có"]


# --- what is typed ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "typed", "field", "value"),
    [
        ("I.1", "1.080,5", "actual", Decimal("1080.5")),
        ("I.1", "-3", "actual", Decimal(-3)),
        ("I.3", "đ", "passed", Passed.YES),
        ("I.3", "K", "passed", Passed.NO),
        ("I.3", "không đạt", "passed", Passed.NO),
        ("II.1", "+3 −1", "bonus_count", 3),
        ("II.1", "3/1", "penalty_count", 1),
        ("II.1", "-2", "penalty_count", 2),
    ],
)
def test_figures_are_read_by_the_kind_of_criterion(shown, code, typed, field, value):
    model = shown()
    model.setData(at(model, code, "figure"), typed)
    assert getattr(line(model, code), field) == value
    assert model.is_changed


@pytest.mark.parametrize(
    ("code", "key", "typed", "why"),
    [
        ("I.1", "figure", "nhiều", "không phải là số"),
        ("I.1", "figure", "8.5", "sau dấu phẩy"),
        ("I.3", "figure", "có lẽ", "«đ» là đạt"),
        ("II.1", "figure", "ba", "số lần cộng và trừ"),
        ("I.2", "self_score", "11", "Điểm từ 0 đến 10"),
        ("I.2", "self_score", "7,125", "2 chữ số"),
        ("I.1", "target", "-1", "Nhỏ nhất là 0"),
    ],
)
def test_what_does_not_fit_stays_beside_its_sentence(shown, code, key, typed, why):
    model = shown()
    before = line(model, code)
    model.setData(at(model, code, key), typed)
    assert why in model.problem_at(at(model, code, key))
    assert text(model, code, key) == typed
    assert line(model, code) == before
    assert model.is_changed
    index, words = model.first_problem()
    assert (model.rows[index.row()].code, words) == (code, model.problem_at(index))
    assert model.give_up(at(model, code, key))
    assert not model.is_changed


def test_space_turns_what_is_met_or_not(shown):
    model = shown()
    row = model.row_of("I.3")
    found = []
    for _ in range(3):
        model.turn_passed(row)
        found.append(line(model, "I.3").passed)
    assert found == [Passed.YES, Passed.NO, None]
    assert not model.turn_passed(model.row_of("I.1"))


def test_a_result_moves_the_scores_of_its_groups(shown, qtbot):
    model = shown()
    with qtbot.waitSignal(model.dataChanged):
        model.setData(at(model, "I.1", "figure"), "100")
    assert text(model, "I", "final_score") == "13"


def test_changed_figures_go_to_the_reviewers_anew(shown, qtbot):
    reviewed = {"I.2": {"self_score": Decimal(8), "review1": Decimal(8)}}
    model = shown("nhap", reviewed)
    with qtbot.waitSignal(model.dropped):
        model.setData(at(model, "I.2", "self_score"), "9")
    assert line(model, "I.2").review1 is None
    assert line(model, "I.2").problems() == {}


# --- reviewing --------------------------------------------------------------------------------


def test_accepting_shows_what_it_will_take_and_takes_it(shown):
    model = shown("da_nop")
    assert text(model, "I.1", "review1") == "4"
    assert line(model, "I.1").review1 is None
    assert model.accept(model.row_of("I.1"))
    assert line(model, "I.1").review1 == 4
    assert model.first_problem() is None
    assert not model.accept(model.row_of("I.1")), "a review is never overwritten"
    assert not model.accept(model.row_of("I.3")), "no figures"
    assert not model.accept(model.row_of("I"))


@pytest.mark.parametrize(("code", "typed"), [("I.1", "3,5"), ("I.2", "7")])
def test_another_score_wants_its_reason(shown, code, typed):
    """Whether the score before was computed or typed by the unit."""
    model = shown("da_nop")
    model.setData(at(model, code, "review1"), typed)
    assert "cần có lý do" in model.problem_at(at(model, code, "reason"))
    model.setData(at(model, code, "reason"), "Thiếu minh chứng")
    assert model.first_problem() is None
    assert line(model, code).reason1 == "Thiếu minh chứng"
    model.setData(at(model, code, "reason"), "")
    assert model.first_problem() is not None
    model.setData(at(model, code, "review1"), "")
    assert model.first_problem() is None


def test_a_formula_that_moves_later_blames_nobody(shown):
    """The other unit becomes the leader after the row was accepted."""
    model = shown("da_nop", {"I.1": {"actual": Decimal(150)}}, D={"I.1": {"actual": Decimal(1)}})
    model.accept(model.row_of("I.1"))
    assert model.first_problem() is None


def test_the_column_of_reasons_tells_all_but_edits_its_own(shown):
    model = shown(
        "giai_trinh",
        {
            "I.2": {
                "self_score": Decimal(8),
                "review1": Decimal(6),
                "reason1": "Thiếu",
                "explanation": "Đã bổ sung",
            }
        },
    )
    model.setData(at(model, "I.2", "review2"), "8")
    model.setData(at(model, "I.2", "reason"), "Đủ")
    assert text(model, "I.2", "reason") == "L1: Thiếu · Giải trình: Đã bổ sung · L2: Đủ"
    assert model.data(at(model, "I.2", "reason"), Qt.ItemDataRole.EditRole) == "Đủ"
    assert model.headerData(PLACES["reason"], Qt.Orientation.Horizontal) == "Lý do lần 2"


def test_a_score_set_aside_wants_a_reason(shown):
    model = shown("tham_dinh_2")
    model.setData(at(model, "I.2", "final_score"), "5")
    assert "cần có lý do" in model.problem_at(at(model, "I.2", "reason"))
    model.setData(at(model, "I.2", "reason"), "Theo kết luận hội nghị")
    assert (model.first_problem(), text(model, "I.2", "source")) == (None, "chốt riêng")
    model.setData(at(model, "I.2", "final_score"), "")
    assert line(model, "I.2").final_reason == ""
