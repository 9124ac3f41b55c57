"""The page of a unit: its place among the units, and its history over all periods."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.units.unit import Succession
from desktop_app.domain.years.period import PeriodState
from desktop_app.ui import messages
from desktop_app.ui.units.contacts_dialog import ContactsDialog

UNITS, COMPACTS, MEETINGS = 1, 2, 3
HISTORY = 2


@pytest.fixture
def units(window, qtbot):
    """The view of the units."""
    window.tabs.setCurrentIndex(UNITS)
    view = window.page().view
    qtbot.waitUntil(view.isVisible)
    return view


@pytest.fixture
def next_year(window):
    """A second period, now in hand, with one meeting of its own."""
    file = window.file
    first = window.period
    later = first.replace(
        id="2019",
        name="2019",
        since=dt.date(2019, 1, 1),
        until=dt.date(2019, 12, 31),
        members=tuple(m.replace(id=f"{m.id}-2019", since=None) for m in first.members),
    )
    file.periods.save(later)
    window.show_period(window.fill_periods("2019"))
    return later


def _click(qtbot, table, row):
    place = table.visualItemRect(table.item(row, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _row(history, kind):
    return next(row for row, entry in enumerate(history.entries) if entry.kind.label == kind)


def test_history_of_all_periods_in_two_steps(window, next_year, units, keys, qtbot):
    units.focus_filter()
    keys("bo tu lenh")
    keys(Qt.Key.Key_Return)
    assert units.form.shown.id == "k01"
    assert units.form.tabs.currentIndex() == HISTORY
    assert units.form.history.table.hasFocus()
    entries = units.form.history.entries
    assert {"2018", "2019"} <= {entry.year for entry in entries}
    kinds = {entry.kind.label for entry in entries}
    assert kinds >= {"Vai trò", "Giao ước", "Hội nghị", "Đề nghị", "Khen thưởng", "Bàn giao"}
    assert kinds >= {"Đăng ký", "Phong trào"}
    assert units.form.history.table.rowCount() == len(entries)


def test_history_follows_the_unit_and_what_is_saved(window, units):
    units.form.tabs.setCurrentIndex(HISTORY)
    units.list.select("c07")
    before = units.form.history.entries
    units.list.select("k01")
    assert units.form.history.entries != before
    campaign = next(c for c in window.file.campaigns.all() if c.units)
    unit = campaign.units[0].unit
    window.file.campaigns.save(campaign.replace(name="Tên mới của đợt"))
    window.reload()
    units.list.select(unit.id)
    texts = [entry.text for entry in units.form.history.entries]
    assert any(text.startswith("Tên mới của đợt") for text in texts)


def test_line_of_another_period_opens_there(window, next_year, units, qtbot):
    units.list.select("c07")
    units.form.tabs.setCurrentIndex(HISTORY)
    history = units.form.history
    _click(qtbot, history.table, _row(history, "Giao ước"))
    assert window.tabs.currentIndex() == COMPACTS
    assert window.period.name == "2018"
    assert window.periods.currentText().startswith("2018")
    assert window.page().record == window.file.compacts.all()[0]


def test_line_of_a_role_opens_the_period(window, next_year, units, qtbot):
    units.list.select("c07")
    units.form.tabs.setCurrentIndex(HISTORY)
    history = units.form.history
    row = next(
        row
        for row, entry in enumerate(history.entries)
        if (entry.kind.label, entry.year) == ("Vai trò", "2018")
    )
    _click(qtbot, history.table, row)
    assert window.tabs.currentIndex() == UNITS
    assert window.page().record.name == "2018"
    assert window.period.name == "2019"


def test_edits_are_asked_about_before_the_period_changes(
    window, next_year, units, qtbot, monkeypatch
):
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_: messages.Unsaved.CANCEL)
    units.list.select("c07")
    units.form.fields["note"].set_value("Sửa dở")
    units.form.tabs.setCurrentIndex(HISTORY)
    history = units.form.history
    _click(qtbot, history.table, _row(history, "Giao ước"))
    assert window.tabs.currentIndex() == UNITS
    assert window.period.name == "2019"
    assert units.form.record().note == "Sửa dở"


def test_parent_that_leads_back_is_refused_beside_the_field(window, units):
    lead, other = window.file.units.get("c07"), window.file.units.get("k01")
    window.file.units.save(lead.replace(parent=other))
    window.reload()
    units.select("k01")
    offered = {unit.id for unit in units.form.parent_field.editor._records}
    assert "k01" not in offered
    units.form.fields["parent"].set_value(window.file.units.get("c07"))
    assert units.save() is False
    assert "thuộc chính đơn vị này" in units.form.fields["parent"].problem()


def test_forerunner_ends_and_leads_to_the_newer_unit(window, units, qtbot):
    older = window.file.units.get("h01")
    day = dt.date(2018, 8, 6)
    units.select("c07")
    how = Succession(unit=older, day=day, decision="12/QĐ-BCA")
    units.form.fields["predecessors"].set_parts((how,))
    assert units.save()
    units.select("h01")
    units.form.fields["inactive_from"].set_value(day)
    assert units.save()
    assert units.form._chip.text() == "Ngừng hoạt động"
    units.form.tabs.setCurrentIndex(HISTORY)
    history = units.form.history
    _click(qtbot, history.table, _row(history, "Kế thừa"))
    assert window.page().record.id == "c07"


def test_people_to_call_are_those_of_the_period(window, units):
    member = window.period.membership_of(window.file.units.get("c07"))
    units.select("c07")
    assert member.representative.full_name in units.form.contacts.text()


def test_people_to_call_are_changed_at_the_unit(window, units, monkeypatch, qtbot):
    head = window.file.people.get("thu-truong-04")

    def choose(dialog):
        field = dialog.form.fields["representative"]
        assert [p.unit.id for p in field.editor._records[:2]] == ["k01", "k01"]
        field.set_value(head)
        dialog.save()
        return dialog.result()

    monkeypatch.setattr(ContactsDialog, "exec", choose)
    units.select("k01")
    units.form.fields["note"].set_value("Sửa dở")
    qtbot.mouseClick(units.form.contacts_button, Qt.MouseButton.LeftButton)
    saved = window.file.periods.get(window.period.id)
    assert saved.membership_of(window.file.units.get("k01")).representative == head
    assert "Thủ trưởng mẫu 04" in units.form.contacts.text()
    assert units.form.record().note == "Sửa dở"
    window.actions_.discard.trigger()
    window.actions_.undo.trigger()
    assert "Thủ trưởng mẫu 02" in units.form.contacts.text()


def test_people_to_call_cannot_be_changed_in_a_closed_year_or_of_a_stranger(window, units):
    units.add()
    assert not units.form.contacts_button.isEnabled()
    assert "không phải thành viên" in units.form.contacts.text()
    units.discard()
    for state in (PeriodState.SUMMING_UP, PeriodState.CLOSED):
        window.file.periods.save(window.period.replace(state=state))
    window.reload()
    units.select("k01")
    assert not units.form.contacts_button.isEnabled()
