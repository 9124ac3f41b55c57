"""Registrations by keyboard: two units are entered, one is sent back, the table is printed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.commendations.award import SubjectKind, awards_on
from desktop_app.domain.compacts.registration import RegistrationState
from desktop_app.domain.years.period import RegistrationRule
from desktop_app.papers import paper_with_key
from desktop_app.printing import pdf, word
from desktop_app.ui.commendations.nomination_view import NominationView
from desktop_app.ui.compacts.registration_view import RegistrationView

COMPACTS, COMMENDATIONS = 2, 4
CTRL = Qt.KeyboardModifier.ControlModifier
DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab
DRAFT, SENT = RegistrationState.DRAFT, RegistrationState.SENT
RETURNED, ACCEPTED = RegistrationState.RETURNED, RegistrationState.ACCEPTED


@pytest.fixture
def show(window, qtbot):
    def go(tab, kind):
        window.tabs.setCurrentIndex(tab)
        page = window.page()
        view = page.turn_to([made for _, made in page.views].index(kind))
        qtbot.waitUntil(lambda: view.form.shown is not None)
        return view

    return go


@pytest.fixture
def emptied(window):
    """The sample without registrations."""
    for each in window.file.registrations.all():
        window.file.registrations.delete(each)
    window.reload()
    return window


@pytest.fixture
def hold(window, qtbot):
    """Ctrl and a letter, as the menus take it."""
    return lambda key: qtbot.keyClick(window, key, CTRL)


def choose(view, name, times, keys):
    """A choice further down, as the arrow keys take it."""
    view.form.focus_field(name)
    for _ in range(times):
        keys(DOWN)
    keys(TAB)


def enter(view, keys, hold, award, day):
    """A line with its award, sent on a day, saved."""
    grid = view.form.fields["lines"]
    view.form.focus_field("lines")
    grid.add_row()
    keys(award)
    keys(ENTER)
    grid.finish()
    view.form.focus_field("sent_on")
    keys(day)
    keys(TAB)
    choose(view, "state", 1, keys)
    hold(Qt.Key.Key_S)


def of_unit(window, place):
    unit = window.period.members_on(None)[place].unit
    return next((r for r in window.file.registrations.all() if r.unit.id == unit.id), None)


def texts(view, column):
    model = view.list.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_two_units_are_entered_one_is_sent_back_and_the_table_tells(
    emptied, show, keys, hold, qtbot
):
    view = show(COMPACTS, RegistrationView)
    assert texts(view, 3) == ["Quá hạn"] * 6
    for row, day in enumerate(("20/03/2018", "05/04/2018")):
        view.list.table.setFocus()
        view.list.table.selectRow(row)
        enter(view, keys, hold, "Cờ thi đua của Bộ Công an", day)
    first, second = of_unit(emptied, 0), of_unit(emptied, 1)
    assert [each.state for each in (first, second)] == [SENT, SENT]
    assert [line.award.code for line in first.lines] == ["CO-BCA"]
    assert texts(view, 2)[:2] == ["20/03/2018", "05/04/2018 (muộn)"]

    view.form.focus_field("reason")
    keys("Thiếu chữ ký của thủ trưởng")
    choose(view, "state", 1, keys)
    hold(Qt.Key.Key_S)
    assert of_unit(emptied, 1).state is RETURNED
    assert view.count_text(view.list.records()) == (
        "0/6 đã duyệt · 1 chờ duyệt · 1 trả lại · 4 chưa gửi · 5 quá hạn"
    )

    view.choose_paper("registration-table")
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=15000)
    wish = view.paper_wish()
    document = paper_with_key("registration-table").compose(wish.record)
    assert pdf.to_pdf(document).startswith(b"%PDF")
    assert word.to_word(document).startswith(b"PK")
    assert [each.state for each in wish.record.registrations[:3]] == [SENT, RETURNED, DRAFT]


def test_nothing_is_approved_that_was_never_sent(emptied, show):
    view = show(COMPACTS, RegistrationView)
    view.form.fields["sent_on"].set_value(dt.date(2018, 3, 20))
    view.form.fields["state"].set_value(ACCEPTED)
    assert view.save() is False
    assert view.form.fields["state"].problem() == (
        "Sau «Chưa gửi» là «Chờ duyệt», không phải «Đã duyệt»."
    )
    assert emptied.file.registrations.count() == 0


def test_last_years_lines_are_taken_once_and_told(window, show):
    view = show(COMPACTS, RegistrationView)
    view.form._take_last()
    assert view.form._notice.text() == "Kỳ trước đơn vị này chưa có bản đăng ký."
    file = window.file
    award = next(a for a in file.awards.all() if a.code == "CO-BCA" and a.valid_until)
    before = next(period for period in file.periods.all() if period.name == "2017")
    shown = view.form.shown
    line = shown.lines[0].replace(id="dong-truoc", award=award, name="Đội 1")
    file.registrations.save(shown.replace(id="ban-truoc", period=before, lines=(line,)))
    window.reload()
    view.form._take_last()
    assert view.form._notice.text() == "Đã lấy 1 dòng của năm 2017."
    view.form._take_last()
    assert view.form._notice.text() == "Đã lấy 0 dòng của năm 2017. 1 dòng đã có sẵn."
    assert view.save()
    assert [each.name for each in file.registrations.get(shown.id).lines].count("Đội 1") == 1


def test_files_are_attached_to_a_registration(show):
    view = show(COMPACTS, RegistrationView)
    titles = [view.form.tabs.tabText(place) for place in range(view.form.tabs.count())]
    assert titles == ["Đăng ký", "Tệp kèm (0)"]


@pytest.mark.parametrize("rule", list(RegistrationRule))
def test_nomination_nobody_registered_under_each_rule(window, show, rule):
    window.file.periods.save(window.period.replace(registration_rule=rule))
    window.reload()
    view = show(COMMENDATIONS, NominationView)
    view.add()
    form = view.form
    unit = window.period.members_on(None)[5].unit
    held = awards_on(window.file.awards.all(), window.period.until)
    award = next(award for award in held if award.code == "CO-BCA")
    form.fields["kind"].set_value(SubjectKind.COLLECTIVE)
    form.fields["unit"].set_value(unit)
    form.fields["award"].set_value(award)
    form.refresh_head()
    words = f"Chưa đăng ký «{award.name}» trong năm 2018."
    assert form._notice.text() == ("" if rule is RegistrationRule.FREE else words)
    count = window.file.nominations.count()
    saved = view.save()
    assert saved is (rule is not RegistrationRule.BLOCKED)
    assert window.file.nominations.count() == count + saved
    if not saved:
        assert form.fields["award"].problem() == words
