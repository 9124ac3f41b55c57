"""Every tab does real work: add, edit, delete with undo, filter, order, validation, states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.commendations.nomination import NominationState
from desktop_app.domain.vietnamese import name_sort_key
from desktop_app.domain.years.period import PeriodState
from desktop_app.ui import messages
from desktop_app.ui.commendations.nomination_step_dialog import NominationStepDialog
from desktop_app.ui.commendations.outcome_dialog import OutcomeDialog

UNITS, COMPACTS, MEETINGS, COMMENDATIONS = 1, 2, 3, 4
CATALOGUE = 6


@pytest.fixture
def show(window, qtbot):
    """Opens a view: tab and place in its bar."""

    def go(tab, place=0):
        window.tabs.setCurrentIndex(tab)
        page = window.page()
        page.turn_to(place)
        qtbot.waitUntil(lambda: page.view.isVisible())
        return page.view

    return go


@pytest.fixture
def yes(monkeypatch):
    monkeypatch.setattr(messages, "ask_delete", lambda *_, **__: True)
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)


@pytest.fixture
def confirmed(monkeypatch):
    """The question for day and paper of a step is answered as it is offered."""
    monkeypatch.setattr(NominationStepDialog, "exec", lambda _: True)


@pytest.fixture
def decided(window, show, confirmed, monkeypatch):
    """A decision on everything that was submitted."""
    submissions = show(COMMENDATIONS, 1)
    submissions.select(window.file.submissions.all()[0].id)
    submissions.mark_submitted()
    view = show(COMMENDATIONS, 2)
    monkeypatch.setattr(OutcomeDialog, "exec", OutcomeDialog._leave_to_the_form)
    view.add()
    view.form._take_submitted()
    view.form.fields["number"].set_value("15/QĐ-BCA")
    view.form.fields["date"].set_value(window.period.until)
    return view


ADDED = [
    (UNITS, 1, {"full_name": "Trần Thị Ngữ Ẩn"}, "Trần Thị Ngữ Ẩn"),
    (COMMENDATIONS, CATALOGUE, {"name": "Giấy khen", "code": "GK-X"}, "Giấy khen"),
]


@pytest.mark.parametrize(("tab", "place", "values", "title"), ADDED)
def test_add_edit_delete_and_undo(window, show, yes, qtbot, tab, place, values, title):
    view = show(tab, place)
    before = view.list.model.total
    view.add()
    for name, value in values.items():
        view.form.fields[name].set_value(value)
    assert view.save()
    assert view.list.model.total == before + 1
    assert view.form.shown.title == title
    view.delete()
    assert view.list.model.total == before
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: view.list.model.total == before + 1)


def test_unit_with_meetings_is_not_deleted(window, show, yes, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error.what))
    view = show(UNITS)
    view.select("c07")
    view.delete()
    assert "kỳ thi đua" in told[0]
    assert window.file.units.find("c07") is not None


def test_filter_without_accents_finds_with_accents(show, qtbot):
    view = show(UNITS)
    view.focus_filter()
    qtbot.keyClicks(view.list.filter_box, "canh ve")
    qtbot.waitUntil(lambda: view.list.model.rowCount() == 1)
    assert view.list.model.record_at(0).name == "Bộ Tư lệnh Cảnh vệ"


def test_people_stand_in_the_order_of_given_names(show):
    view = show(UNITS, 1)
    names = [view.list.model.record_at(row).full_name for row in range(view.list.model.rowCount())]
    assert names == sorted(names, key=name_sort_key)


def test_new_period_takes_over_members_and_the_box_offers_it(window, show):
    view = show(UNITS, 2)
    view.add()
    assert view.form.fields["name"].value() == "2019"
    assert view.save()
    assert window.periods.count() == len(window.file.periods.all())
    period = next(p for p in window.file.periods.all() if p.name == "2019")
    assert [m.unit.id for m in period.members] == [m.unit.id for m in window.period.members]


def test_period_drives_all_tabs(window, show, qtbot):
    view = show(UNITS, 2)
    view.add()
    assert view.save()
    meetings = show(MEETINGS)
    assert meetings.list.model.total == 3
    row = window.periods.findText("2019", Qt.MatchFlag.MatchStartsWith)
    window.periods.setCurrentIndex(row)
    window.choose_period()
    qtbot.waitUntil(lambda: meetings.list.model.total == 0)
    assert "2019" in window.windowTitle()
    assert "2019" not in {meeting.period.name for meeting in window.file.meetings.all()}


def test_closed_period_is_only_looked_at(window, show):
    window.file.periods.save(window.period.replace(state=PeriodState.SUMMING_UP))
    window.file.periods.save(window.period.replace(state=PeriodState.CLOSED))
    window.reload()
    view = show(MEETINGS)
    assert view.form.is_read_only
    assert not window.actions_.add.isEnabled()
    periods = show(UNITS, 2)
    assert not periods.form.is_read_only


def test_problem_is_said_beside_the_field(show):
    view = show(COMMENDATIONS)
    view.form.fields["achievement_year"].set_value("")
    assert view.save() is False
    assert view.form.fields["achievement_year"].problem() == "Cần có năm thành tích."


def test_marking_a_submission_moves_its_nominations_as_one_change(window, show, confirmed):
    view = show(COMMENDATIONS, 1)
    view.select(window.file.submissions.all()[0].id)
    view.mark_submitted()
    states = {n.state for n in window.file.nominations.all()}
    assert states == {NominationState.SUBMITTED}
    window.actions_.undo.trigger()
    assert NominationState.SUBMITTED not in {n.state for n in window.file.nominations.all()}


def test_a_decision_takes_what_was_submitted_and_decides_it(window, decided):
    assert decided.save()
    saved = decided.form.shown
    assert len(saved.grants) == 5
    assert {grant.achievement_year for grant in saved.grants} == {"2017"}
    assert {n.state for n in window.file.nominations.all()} == {NominationState.DECIDED}


def test_home_opens_the_record_a_figure_speaks_of(window, qtbot):
    home = window.page(0).view
    qtbot.waitUntil(lambda: home._year is not None)
    assert home.figures["compact"]._value == "6/6"
    home.figures["meetings"].click()
    assert window.tabs.currentIndex() == MEETINGS


def test_what_one_tab_saves_the_others_show(window, show, qtbot):
    units = show(UNITS)
    units.select("c07")
    names = units.form.fields["names"]
    names.set_parts((names.value()[0].replace(short="PCCC"),))
    assert units.save()
    people = show(UNITS, 1)
    qtbot.waitUntil(
        lambda: any(
            "PCCC" in str(people.list.model.index(row, 2).data())
            for row in range(people.list.model.rowCount())
        )
    )


def test_next_number_is_proposed_at_the_press_of_a_button(window, show):
    view = show(MEETINGS)
    planned = [m for m in window.file.meetings.all() if not m.is_adopted]
    other = next(m for m in planned if m.id != "hn-so-ket-2018")
    window.file.meetings.save(other.replace(minutes_number=7))
    window.reload()
    view.select("hn-so-ket-2018")
    view.form.fields["minutes_number"]._button.click()
    assert view.form.fields["minutes_number"].value() == 8
    assert view.save()


def test_edits_in_a_tab_behind_are_asked_about_before_the_period_changes(window, show, monkeypatch):
    periods = show(UNITS, 2)
    periods.add()
    assert periods.save()
    meetings = show(MEETINGS)
    meetings.select("hn-so-ket-2018")
    meetings.form.fields["name"].set_value("Sửa dở")
    show(COMPACTS)
    asked = []
    monkeypatch.setattr(
        messages, "ask_unsaved", lambda *_: asked.append(1) or messages.Unsaved.CANCEL
    )
    row = window.periods.findText("2019", Qt.MatchFlag.MatchStartsWith)
    window.periods.setCurrentIndex(row)
    window.choose_period()
    assert asked
    assert window.period.name == "2018"
    assert window.tabs.currentIndex() == MEETINGS
    assert meetings.form.record().name == "Sửa dở"


def test_edits_in_a_tab_behind_outlive_what_another_tab_saves(window, show):
    meetings = show(MEETINGS)
    meetings.select("hn-so-ket-2018")
    meetings.form.fields["name"].set_value("Sửa dở")
    periods = show(UNITS, 2)
    periods.add()
    assert periods.save()
    assert show(MEETINGS).form.record().name == "Sửa dở"


def test_read_only_minutes_cannot_be_changed_by_a_button(show):
    view = show(MEETINGS)
    view.select("hn-ky-ket-2018")
    assert view.form.is_read_only
    assert not any(bar.isEnabled() for bar in view.form.people.page.resting)


def test_undo_takes_an_attached_file_back(window, show, qtbot, tmp_path):
    view = show(UNITS)
    unit = view.form.shown
    path = tmp_path / "quyết định.pdf"
    path.write_bytes(b"1")
    view.attached.add_files([path])
    qtbot.waitUntil(lambda: view.attached.model.total == 1)
    qtbot.waitUntil(window.actions_.undo.isEnabled)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.attached.model.total == 0)
    assert view.form.shown.id == unit.id


def test_undo_waits_until_edits_are_saved_or_given_up(window, show, monkeypatch):
    noted = []
    monkeypatch.setattr(messages, "show_note", lambda *said: noted.append(said[1]))
    view = show(MEETINGS)
    view.select("hn-so-ket-2018")
    view.form.fields["place"].set_value("Nơi thứ nhất")
    assert view.save()
    view.form.fields["place"].set_value("Nơi thứ hai")
    window.actions_.undo.trigger()
    assert noted == ["Còn thay đổi chưa lưu."]
    assert view.form.record().place == "Nơi thứ hai"
    assert window.file.meetings.get("hn-so-ket-2018").place == "Nơi thứ nhất"


def test_cancel_at_the_last_question_keeps_the_edits_of_the_first(window, show, monkeypatch):
    people = show(UNITS, 1)
    people.form.fields["phone"].set_value("0123")
    meetings = show(MEETINGS)
    meetings.select("hn-so-ket-2018")
    meetings.form.fields["name"].set_value("Sửa dở")
    answers = iter([messages.Unsaved.DISCARD, messages.Unsaved.CANCEL])
    # The window asks once more when it is closed after the test.
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_: next(answers, messages.Unsaved.DISCARD))
    assert not window.can_leave()
    assert people.form.record().phone == "0123"
    assert meetings.form.record().name == "Sửa dở"


def test_a_decision_does_not_bring_back_old_words_of_its_nominations(window, decided):
    nomination = window.file.nominations.all()[0]
    window.file.nominations.save(nomination.replace(achievement="Viết lại sau"))
    assert decided.save()
    saved = window.file.nominations.get(nomination.id)
    assert saved.achievement == "Viết lại sau"
    assert saved.state is NominationState.DECIDED


def test_what_is_granted_once_is_not_offered_again(window, decided):
    assert decided.save()
    decided.add()
    decided.form._take_submitted()
    assert decided.form.fields["grants"].value() == ()


def test_deleting_a_decision_takes_its_nominations_back_and_undo_restores_both(
    window, decided, yes
):
    assert decided.save()
    decided.delete()
    assert {n.state for n in window.file.nominations.all()} == {NominationState.SUBMITTED}
    window.actions_.undo.trigger()
    assert {n.state for n in window.file.nominations.all()} == {NominationState.DECIDED}


def test_a_person_is_granted_with_the_rank_before_the_name(decided):
    (person,) = [g for g in decided.form.fields["grants"].value() if g.person]
    assert person.name == f"{person.person.rank} {person.person.full_name}"


def test_closed_period_locks_only_what_belongs_to_it(window, show):
    summing_up = window.period.replace(state=PeriodState.SUMMING_UP)
    closed = window.file.periods.save(summing_up).replace(state=PeriodState.CLOSED)
    window.file.periods.save(closed)
    window.reload()
    for tab, place, may_add in (
        (UNITS, 0, True),
        (UNITS, 1, True),
        (UNITS, 2, True),
        (UNITS, 3, False),
        (COMPACTS, 0, False),
        (COMMENDATIONS, 0, False),
        (COMMENDATIONS, CATALOGUE, True),
    ):
        view = show(tab, place)
        assert view.list.can_add is may_add, view.key
        assert view.form.is_read_only is not may_add, view.key
    known = window.file.periods.count()
    periods = show(UNITS, 2)
    periods.add()
    assert periods.save()
    assert window.file.periods.count() == known + 1
