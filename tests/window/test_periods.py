"""Years on the screen: the rotation book, and a closed year that is opened again."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.period import PeriodState, Role
from desktop_app.ui import messages

UNITS = 1


@pytest.fixture
def periods(window, qtbot):
    """The view of the periods, its first one in hand."""
    window.tabs.setCurrentIndex(UNITS)
    page = window.page(UNITS)
    page._bar.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page.view.form.shown is not None)
    return page.view


def close(window):
    for state in (PeriodState.SUMMING_UP, PeriodState.CLOSED):
        window.file.periods.save(window.period.replace(state=state))
    window.reload()


def test_closed_year_is_opened_again_with_a_reason_in_its_note(window, periods, monkeypatch):
    close(window)
    monkeypatch.setattr(messages, "ask_text", lambda *_: "Thiếu biên bản")
    periods.form.fields["state"].set_value(PeriodState.RUNNING)
    assert periods.save()
    note = f"Mở lại ngày {dt.date.today():%d/%m/%Y}: Thiếu biên bản"
    assert window.file.periods.get(window.period.id).note.endswith(f"\n{note}")


def test_without_a_reason_the_year_stays_closed(window, periods, monkeypatch):
    close(window)
    monkeypatch.setattr(messages, "ask_text", lambda *_: "")
    periods.form.fields["state"].set_value(PeriodState.RUNNING)
    assert periods.save() is False
    assert periods.form.fields["state"].problem() == "Cần có lý do mở lại."
    assert window.file.periods.get(window.period.id).is_closed


def test_days_of_another_year_are_refused_beside_the_field(window, periods):
    periods.add()
    periods.form.fields["since"].set_value(window.period.until)
    assert periods.save() is False
    assert periods.form.fields["since"].problem().startswith("Trùng ngày với kỳ «2018»")


def test_second_deputy_is_refused_over_the_table_while_it_is_typed(periods):
    members = periods.form.fields["members"]
    first, second, third, *others = members.value()
    deputies = (second.replace(role=Role.DEPUTY), third.replace(role=Role.DEPUTY))
    members.set_parts((first, *deputies, *others))
    assert "hai đơn vị Cụm phó" in members.problem()
