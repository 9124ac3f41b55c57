"""A whole round in the window: six units, 176 criteria each, from their workbooks to the papers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.domain.scores.criteria import CriteriaState
from desktop_app.domain.scores.scoreboard import Scoreboard
from desktop_app.domain.scores.self_scoring import sheet_of
from desktop_app.domain.scores.sheet import Round, SheetState
from desktop_app.domain.vietnamese import number
from desktop_app.exchange.score_book import write_form
from desktop_app.printing import raster
from desktop_app.ui.scores.ranking.ranking_papers import PAPERS
from desktop_app.ui.scores.ranking.ranking_view import RankingView
from desktop_app.ui.scores.sheets.form_return import FormReturnDialog
from desktop_app.ui.scores.sheets.scores_view import ScoresView
from desktop_app.ui.scores.sheets.sheet_columns import PLACES
from desktop_app.ui.scores.sheets.step_dialog import StepDialog
from tests.benchmarks.scoring import LEAVES, make_set
from tests.exchange.test_score_cycle import fill
from tests.window.hand import Hand
from tests.window.journeys import took

COMPACTS = 2
CHANGED = "l70"
"""A counted criterion of the first unit that the reviewers score otherwise."""


@pytest.fixture
def members(window):
    return [member.unit for member in window.period.members_on(None)]


@pytest.fixture
def criteria(window, unscored, members):
    found = make_set(window.period, members).replace(
        name="Bộ lớn", version=2, state=CriteriaState.ADOPTED, adopted_on=dt.date(2018, 3, 13)
    )
    return window.file.criteria.save(found)


@pytest.fixture
def workbooks(criteria, members, tmp_path, monkeypatch):
    """The six forms as the units sent them back; how many cells they filled in."""
    filled = []
    for place, unit in enumerate(members):
        path = tmp_path / f"{place}.xlsx"
        path.write_bytes(write_form(sheet_of(criteria, unit, Round.YEAR, ())))
        filled.append(fill(path, criteria, place))
    chosen = ([str(path) for path in sorted(tmp_path.glob("*.xlsx"))], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: chosen)
    return sum(filled)


@pytest.fixture
def hand():
    return Hand()


@pytest.fixture
def view(window, criteria, qtbot):
    window.tabs.setCurrentIndex(COMPACTS)
    page = window.page()
    view = page.turn_to([kind for _, kind in page.views].index(ScoresView))
    qtbot.waitUntil(lambda: view.empty.isVisible())
    return view


@pytest.fixture
def dialogs(window, hand, workbooks, monkeypatch, qtbot):
    """Answers as a person does, click by click: what is ticked from the start is right."""

    def back(dialog):
        window.activateWindow()
        qtbot.wait(20)
        return dialog.result()

    def receive(dialog):
        hand.steps.append("chọn sáu tệp")
        dialog.show()
        qtbot.waitUntil(lambda: bool(dialog.forms), timeout=90_000)
        qtbot.waitUntil(dialog.take_button.isEnabled)
        assert dialog.take_button.text() == f"Nhận {number(workbooks)} thay đổi"
        hand.click(dialog.take_button.text(), dialog.take_button)
        return back(dialog)

    def step(dialog):
        dialog.show()
        if not dialog.button.isEnabled():
            hand.steps.append("người thực hiện")
            dialog.who.line.setFocus()
            QTest.keyClicks(dialog.who.line, "Nguyen Van Tham")
        if dialog.also_final.isVisible():
            hand.click("chốt luôn", dialog.also_final)
        hand.click(dialog.button.text(), dialog.button)
        return back(dialog)

    monkeypatch.setattr(FormReturnDialog, "exec", receive)
    monkeypatch.setattr(StepDialog, "exec", step)


def column_in_hand(view):
    return next(k for k, place in PLACES.items() if place == view.grid.currentIndex().column())


def code_in_hand(view):
    return view.model.rows[view.grid.currentIndex().row()].code


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)
    QApplication.processEvents()


def change_row(view, points, words, qtbot):
    """A number and its reason, in place: the open cell follows by itself."""
    for sign in points:
        QTest.keyClicks(QApplication.focusWidget(), sign)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: view.grid.is_typing() and column_in_hand(view) == "reason", timeout=20_000
    )
    QTest.keyClicks(QApplication.focusWidget(), words)
    press(Qt.Key.Key_Return)


def review_all(view, qtbot):
    """Every row of every unit by one key, one changed; how many keys that were."""
    changed = False
    keys = 0
    while view.model.saved.state is SheetState.SUBMITTED:
        if code_in_hand(view) == CHANGED and not changed:
            changed = True
            change_row(view, "0,5", "Thieu minh chung", qtbot)
        else:
            keys += 1
            press(Qt.Key.Key_Return)
        assert keys <= 6 * LEAVES
    return keys


def test_collect_and_verify_in_twelve_steps(window, view, criteria, members, dialogs, hand, qtbot):
    """Journey J5: from six files to six final sheets."""
    hand.click("Nhận phiếu…", view.head.receive_button)
    hand.click("Nộp tất cả đã nhập…", view.head.all_button)
    assert {s.state for s in sheets_of(view)} == {SheetState.SUBMITTED}

    keys = review_all(view, qtbot)
    assert keys == len(members) * LEAVES - 1
    assert all(one.review1 is not None for sheet in sheets_of(view) for one in sheet.lines)
    assert {s.state for s in sheets_of(view)} == {SheetState.REVIEWED}

    assert (code_in_hand(view), column_in_hand(view)) == (CHANGED, "reason")
    hand.steps.append("lời giải trình")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Da bo sung minh chung")
    press(Qt.Key.Key_Return)
    hand.click("Xong giải trình cho tất cả…", view.head.all_button)

    assert (code_in_hand(view), column_in_hand(view)) == (CHANGED, "review2")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.model.saved.state is SheetState.FINAL, timeout=30_000)
    assert {s.state for s in sheets_of(view)} == {SheetState.FINAL}
    took("J5", hand.steps)
    check_scores(view, criteria, members)
    check_papers(window, members, qtbot)


def sheets_of(view):
    return view.file.sheets.of_period(view.period)


def check_scores(view, criteria, members):
    """By hand: 3 × 1,5 points for itself, 0,5 after the review, and that it stayed."""
    sheet = sheets_of(view)[0]
    leaf = criteria.tree.find(CHANGED)
    line = sheet.by_criterion[leaf.id]
    assert (line.review1, line.reason1) == (Decimal("0.5"), "Thieu minh chung")
    assert (line.review2, line.explanation) == (Decimal("0.5"), "Da bo sung minh chung")
    board = Scoreboard(criteria, sheets_of(view))
    assert board.score(leaf, members[0]).final == Decimal("0.5")
    assert [board.total(unit).missing for unit in members] == [0] * len(members)
    submitted = [sheet.steps[0] for sheet in sheets_of(view)]
    assert [step.person.unit for step in submitted] == members, "each by its own representative"
    lead = view.period.lead_on(None).unit
    for sheet in sheets_of(view):
        assert (sheet.steps[1].unit == lead) is (sheet.unit != lead)


def check_papers(window, members, qtbot):
    """Places from the same scores, and every paper of the round."""
    page = window.page()
    view = page.turn_to([kind for _, kind in page.views].index(RankingView))
    qtbot.waitUntil(lambda: view.scored is not None and view.scored.is_final, timeout=30_000)
    standings = view.scored.standings
    assert {one.unit for one in standings} == set(members)
    made = {}
    for paper in PAPERS:
        view.papers_shown.choose(paper)
        view.papers_shown.when_ready(lambda key=paper: made.update({key: view.preview.pdf}))
        qtbot.waitUntil(lambda: len(made) == PAPERS.index(paper) + 1, timeout=90_000)  # noqa: B023
    texts = {paper: words_of(pdf) for paper, pdf in made.items()}
    for standing in standings:
        assert number(standing.score.final) in texts["ranking-table"]
        assert number(standing.score.final) in texts["review-minutes"]
    section = view.scored.criteria.tree.roots[0]
    for unit in members:
        assert number(view.scored.board.score(section, unit).final) in texts["score-details"]
    for paper in ("score-sheet", "score-explanation"):
        assert number(standings[0].score.final) in texts[paper], "the sheet of the first row"


def words_of(pdf):
    return " ".join(raster.text_of(pdf))
