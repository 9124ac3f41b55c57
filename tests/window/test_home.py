"""The home tab: the line of the year by mouse and keyboard, and where each step and task leads."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.compacts.campaign import Activity, Campaign
from desktop_app.domain.compacts.compact import Compact, CompactState
from desktop_app.domain.compacts.registration import Registration, RegistrationState
from desktop_app.domain.meetings.meeting import Meeting, MeetingKind
from desktop_app.domain.scores.score_round import in_hand
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.duties import DirectDuties
from desktop_app.domain.years.handover import Handover
from desktop_app.domain.years.period import PeriodState
from desktop_app.domain.years.plan import PlanStep, StepState
from desktop_app.ui.tabs import TABS
from desktop_app.ui.theme import theme
from desktop_app.ui.tokens import LIGHT

LEFT = Qt.MouseButton.LeftButton
UNSIGNED = {"state": CompactState.AGREED, "signed_on": None, "signatures": ()}


@pytest.fixture
def home(window, qtbot):
    """The view «Năm nay», filled."""
    window.tabs.setCurrentIndex(0)
    view = window.page(0).turn_to(0)
    qtbot.waitUntil(lambda: view._year is not None)
    return view


def again(window, home, qtbot):
    """Read the file once more, as after a change made elsewhere."""
    window.tabs.setCurrentIndex(0)
    window.reload()
    qtbot.waitUntil(lambda: not home._stale)


def drop_conferences(file):
    for store in (file.ballots, file.minutes_versions, file.meetings):
        for record in store.all():
            store.delete(record)


def button(home, label):
    return next(b for b in home.timeline.buttons if b.step.label == label)


def press_task(home, qtbot, start):
    """Click on the line that begins so."""
    table = home.tasks.table
    texts = [table.item(row, 0).text() for row in range(table.rowCount())]
    row = next(place for place, text in enumerate(texts) if text.startswith(start))
    table.scrollToItem(table.item(row, 0))
    centre = table.visualItemRect(table.item(row, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=centre)


def shown(window):
    return window.page().view.form.shown


def test_head_and_line_say_where_the_year_stands(window, home):
    assert home._place.text() == "(Bước 5/16: Đăng ký thi đua)"
    assert len(home.timeline.buttons) == 16
    states = [b.step.state for b in home.timeline.buttons]
    assert states[:5] == [*[StepState.DONE] * 4, StepState.LATE]
    late = home.timeline.buttons[4]
    assert late.accessibleName() == "Đăng ký thi đua, 31/03/2018: Quá hạn"


def test_late_step_is_told_in_red_and_in_words(home, qtbot):
    theme.apply(QApplication.instance(), "light")
    late, done = home.timeline.buttons[4], home.timeline.buttons[0]
    below = late.height() * 2 // 3
    reds = [_has_color(b, LIGHT.red, below) for b in (late, done)]
    assert reds == [True, False]


def _has_color(widget, color, top):
    picture = widget.grab().toImage()
    pixels = (
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(top, picture.height())
    )
    return color in pixels


@pytest.mark.parametrize(
    ("label", "record_id"),
    [
        ("Dự thảo", "giao-uoc-2018"),
        ("Góp ý", "lay-y-kien-2018"),
        ("Hoạt động chung", "hoat-dong-mau"),
        ("Kiểm tra", "kh-2018-09"),
        ("Tự chấm", "kh-2018-10"),
        ("Hội đồng", "kh-2018-14"),
    ],
)
def test_step_opens_its_record(window, home, qtbot, label, record_id):
    qtbot.mouseClick(button(home, label), LEFT)
    assert shown(window).id == record_id


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Ký kết", MeetingKind.SIGNING),
        ("Sơ kết", MeetingKind.MID_YEAR),
        ("Tổng kết", MeetingKind.YEAR_END),
    ],
)
def test_step_opens_its_conference(window, home, qtbot, label, kind):
    qtbot.mouseClick(button(home, label), LEFT)
    assert shown(window).kind is kind


def test_signing_opens_the_compact_where_there_is_no_conference(window, home, qtbot):
    drop_conferences(window.file)
    again(window, home, qtbot)
    qtbot.mouseClick(button(home, "Ký kết"), LEFT)
    assert shown(window).id == "giao-uoc-2018"


def test_line_is_walked_by_keyboard(window, home, qtbot):
    late, before = home.timeline.buttons[4], home.timeline.buttons[3]
    reached = [b for b in home.timeline.buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == [late]
    late.setFocus()
    qtbot.keyClick(late, Qt.Key.Key_Left)
    assert before.hasFocus()
    qtbot.keyClick(before, Qt.Key.Key_Return)
    assert shown(window).kind is MeetingKind.SIGNING


def test_narrow_window_and_large_text_keep_every_step_in_sight(window, home, qtbot):
    for size, width in ((150, 1000), (100, 700)):
        theme.apply(QApplication.instance(), "light", size)
        home.timeline.resize(width, home.timeline.height())
        for b in home.timeline.buttons:
            assert b.geometry().right() <= width
            assert b.width() >= 60
        assert len({b.y() for b in home.timeline.buttons}) > 1
    theme.apply(QApplication.instance(), "light", 100)


def test_year_without_a_plan_shows_its_conferences(window, home, qtbot):
    window.file.plans.delete(window.file.plans.all()[0])
    again(window, home, qtbot)
    assert [b.step.day.month for b in home.timeline.buttons] == [3, 7, 11]
    assert home._place.text().startswith("(Bước 2/3: Hội nghị sơ kết")
    drop_conferences(window.file)
    again(window, home, qtbot)
    assert home.timeline.buttons == []
    assert "«Kế hoạch năm»" in home.timeline.accessibleName()
    assert home._place.text() == ""


def test_task_opens_its_step(window, home, qtbot):
    plan = window.file.plans.all()[0]
    window.file.plans.save(plan.with_step(PlanStep(id="them", text="Thăm Trường Sa")))
    again(window, home, qtbot)
    press_task(home, qtbot, "Kế hoạch: Thăm Trường Sa")
    assert shown(window).id == "them"


def test_registration_opens_the_unit_that_is_missing(window, home, qtbot):
    qtbot.mouseClick(button(home, "Đăng ký"), LEFT)
    assert shown(window).state is RegistrationState.RETURNED
    due = window.period.replace(registration_due=dt.date(2018, 3, 31))
    window.file.periods.save(due)
    returned = next(r for r in window.file.registrations.all() if r.reason)
    window.file.registrations.delete(returned)
    again(window, home, qtbot)
    press_task(home, qtbot, "Chưa đăng ký thi đua: Cục CSGT; Cục Cơ yếu")
    assert shown(window).unit.short_name == "Cục CSGT"


def test_duties_open_the_first_unit_that_has_them_left(window, home, qtbot):
    press_task(home, qtbot, "«3 trực tiếp» còn 5 đơn vị: Trực tiếp kiểm tra")
    assert shown(window).gaps
    assert window.page().view.help_page == "ba-truc-tiep"


def test_campaign_past_its_end_opens_from_its_task(window, home, qtbot):
    press_task(home, qtbot, "Kết thúc, tổng kết: Đợt thi đua cao điểm")
    assert shown(window).id == window.file.campaigns.all()[-1].id


def test_tasks_of_conferences_open_them(window, home, qtbot):
    press_task(home, qtbot, "Gửi giấy mời: Hội nghị sơ kết")
    assert shown(window).kind is MeetingKind.MID_YEAR


def test_task_of_nominations_opens_the_first(window, home, qtbot):
    press_task(home, qtbot, "Trình 5 đề nghị")
    assert shown(window).id == window.file.nominations.all()[0].id


def test_task_of_the_compact_opens_it(window, home, qtbot):
    compact = window.file.compacts.all()[0]
    window.file.compacts.save(compact.replace(**UNSIGNED, note="Mở lại ngày 01/04/2018: thử"))
    again(window, home, qtbot)
    press_task(home, qtbot, "Ký kết giao ước")
    assert shown(window).id == compact.id


def test_day_moved_in_the_plan_moves_the_line(window, home, qtbot):
    plan = window.file.plans.all()[0]
    step = plan.steps[6].replace(due=dt.date(2099, 1, 1))
    window.file.plans.save(plan.with_step(step))
    again(window, home, qtbot)
    assert home.timeline.buttons[-1].step.label == "Hoạt động chung"


def test_handover_opens_from_its_step_and_from_its_task(window, home, qtbot):
    qtbot.mouseClick(button(home, "Bàn giao"), LEFT)
    view = window.page().view
    assert view.record_type is Handover
    window.file.periods.save(window.period.replace(state=PeriodState.SUMMING_UP))
    again(window, home, qtbot)
    press_task(home, qtbot, "Ký biên bản bàn giao")
    assert window.page().view is view


def test_every_sort_of_record_that_home_opens_has_its_view(window):
    """Consultations and annexes come with their own views; none can exist before them."""
    kinds = (PlanStep, Compact, Meeting, Registration, Campaign, Activity, DirectDuties)
    kinds += (Nomination, Decision, Handover)
    views = [view for index in range(len(TABS)) for _, view in window.page(index).views]
    for kind in kinds:
        record = object.__new__(kind)
        assert sum(view.shows(record) for view in views) == 1, kind.__name__


def test_places_of_the_round_in_hand_stand_on_a_card(window, half_scored, home, qtbot):
    card = home.ranking
    qtbot.waitUntil(card.isVisible)
    scored = in_hand(window.file.score_rounds_of(home.period))
    assert card.title.text() == f"Bảng điểm tạm tính, {scored.in_a_sentence}"
    assert card.state.text() == scored.standing_sentence
    for standing in scored.standings:
        words = f"{standing.place}. {standing.unit.short_name} {number(standing.score.final)}"
        assert words in card.chart.accessibleName()
    card.button.click()
    view = window.page().view
    assert type(view).__name__ == "RankingView"
    assert view.scored == scored


def top(home, card):
    """Where a card begins within the overview."""
    return card.mapTo(home, card.rect().topLeft()).y()


def card_of_tasks(home):
    return home.tasks.parentWidget()


def test_the_card_of_places_is_away_while_nobody_has_scores(window, home, qtbot):
    qtbot.waitUntil(home.ranking.isVisible)
    for sheet in window.file.sheets.all():
        window.file.sheets.delete(sheet)
    again(window, home, qtbot)
    qtbot.waitUntil(home.ranking.isHidden)
    qtbot.waitUntil(lambda: top(home, home.bars.parentWidget()) == top(home, card_of_tasks(home)))
