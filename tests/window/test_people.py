"""People: whether they still serve, where they served, and two records made one."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.person import Posting, ServiceState
from desktop_app.ui.units import person_view
from desktop_app.ui.units.duplicates_dialog import DuplicatesDialog

UNITS = 1
BORN = dt.date(1970, 2, 3)


@pytest.fixture
def people(window, qtbot):
    """The view of the people."""
    window.tabs.setCurrentIndex(UNITS)
    page = window.page()
    page.turn_to(1)
    qtbot.waitUntil(page.view.isVisible)
    return page.view


@pytest.fixture
def twice(window):
    """The lead's representative, typed a second time, and known there by birth date."""
    first = window.period.lead_on(None).representative
    second = first.replace(
        id="lan-hai", full_name=first.full_name.upper(), rank="", birth_date=BORN
    )
    window.file.people.save(second)
    window.reload()
    return first, second


def test_person_who_left_is_marked_and_needs_a_day(people):
    person = people.list.records()[0]
    people.select(person.id)
    people.form.fields["service_state"].set_value(ServiceState.RETIRED)
    assert people.save() is False
    assert people.form.fields["service_state_since"].problem() == "Cần có ngày nghỉ hưu."
    people.form.fields["service_state_since"].set_value(dt.date(2018, 5, 1))
    posting = Posting(unit=person.unit, post="Phó Trưởng phòng")
    people.form.fields["postings"].set_parts((posting,))
    assert people.save()
    assert people.form._chip.text() == "Nghỉ hưu"
    assert people.file.people.get(person.id).postings == (posting,)


def _pair(dialog):
    return [dialog.table.item(0, column).text() for column in range(3)]


def test_pair_is_listed_with_what_tells_them_apart(window, twice, qtbot):
    dialog = DuplicatesDialog(window.file, window)
    qtbot.addWidget(dialog)
    assert dialog.heading.text() == "Có 1 cặp có thể trùng."
    first, second, why = _pair(dialog)
    assert twice[0].rank in first
    assert "Sinh ngày 03/02/1970" in second
    assert why == "Cùng tên, cùng đơn vị"


@pytest.mark.parametrize("keeps_first", [True, False])
def test_merging_leaves_one_who_stands_everywhere(window, twice, qtbot, keeps_first):
    dialog = DuplicatesDialog(window.file, window)
    qtbot.addWidget(dialog)
    (dialog.keep_first if keeps_first else dialog.keep_second).click()
    kept, gone = twice if keeps_first else twice[::-1]
    assert dialog.is_changed
    assert dialog.heading.text() == "Không tìm thấy người trùng."
    assert not dialog.keep_first.isEnabled()
    assert window.file.people.find(gone.id) is None
    one = window.file.people.get(kept.id)
    assert (one.rank, one.birth_date) == (twice[0].rank, BORN)
    assert window.file.periods.get(window.period.id).lead_on(None).representative == one


def test_button_opens_the_pairs_and_the_window_follows(window, people, twice, monkeypatch):
    def keep_first(dialog):
        dialog.keep_first.click()

    monkeypatch.setattr(person_view.DuplicatesDialog, "exec", keep_first)
    total = people.list.model.total
    people.duplicates_button.click()
    assert people.list.model.total == total - 1
    window.actions_.undo.trigger()
    assert people.list.model.total == total
    assert window.file.people.get("lan-hai") == twice[1]


def test_unsaved_edits_are_asked_about_before_the_pairs_are_shown(people, twice, monkeypatch):
    opened = []
    monkeypatch.setattr(person_view.DuplicatesDialog, "exec", opened.append)
    monkeypatch.setattr(type(people), "can_leave", lambda _: False)
    people.duplicates_button.click()
    assert opened == []
