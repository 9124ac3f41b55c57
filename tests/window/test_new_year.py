"""A new cluster year out of the last one, in four steps."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard

from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.units.unit import Succession, SuccessionKind
from desktop_app.domain.years.period import PeriodState, SecretariatState
from desktop_app.ui import messages
from desktop_app.ui.units.new_year_wizard import NewYearWizard

NEXT, CREATE = QWizard.WizardButton.NextButton, QWizard.WizardButton.FinishButton


@pytest.fixture
def wizard(window, qtbot):
    wizard = NewYearWizard(window.file, window.period, window)
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


def press(qtbot, wizard, button):
    qtbot.mouseClick(wizard.button(button), Qt.MouseButton.LeftButton)


def test_new_year_opens_in_four_steps_with_nothing_typed(window, qtbot, monkeypatch):
    """Journey J1: Mở năm mới → confirm units → confirm roles → Tạo."""
    steps = []

    def go_through(wizard):
        wizard.show()
        for button in (NEXT, NEXT, CREATE):
            steps.append(button)
            press(qtbot, wizard, button)
        return wizard.result()

    monkeypatch.setattr(NewYearWizard, "exec", go_through)
    steps.append("Mở năm mới…")
    window.actions_.new_year.trigger()
    assert len(steps) <= 4
    year = window.period
    assert (year.name, year.state) == ("2019", PeriodState.PREPARING)
    assert (year.since, year.until) == (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert year.members[0].unit.short_name == "Cục CS PCCC và CNCH"
    assert len(year.members) == 6
    assert year.lead_on(None).unit.id == "k01"
    assert year.deputy_on(None).unit.id not in ("k01", "c07")
    assert all(member.representative and member.contact for member in year.members)
    (secretariat,) = window.file.secretariats.of_period(year)
    assert (secretariat.state, secretariat.decision_number) == (SecretariatState.DRAFT, "")
    assert len(secretariat.members) == 3
    assert window.periods.currentText().startswith("2019")


def test_whole_year_is_one_change_for_undo(window, wizard, qtbot):
    for button in (NEXT, NEXT, CREATE):
        press(qtbot, wizard, button)
    window.reload()
    window.actions_.undo.trigger()
    assert [period.name for period in window.file.periods.all()] == ["2018"]
    assert len(window.file.secretariats.all()) == 1


def test_unit_that_left_and_another_lead_are_followed(window, wizard, qtbot):
    page = wizard.units_page
    page.list.item(5).setCheckState(Qt.CheckState.Unchecked)
    press(qtbot, wizard, NEXT)
    roles = wizard.roles_page
    roles.lead.setCurrentIndex(3)
    assert roles.why.text()
    press(qtbot, wizard, NEXT)
    assert "5 đơn vị" in wizard.takeover_page.summary.text()
    for box, _ in wizard.takeover_page.boxes:
        box.setChecked(False)
    press(qtbot, wizard, CREATE)
    made = wizard.made
    assert len(made.members) == 5
    assert made.lead_on(None).unit.id == page.units()[3].id
    assert window.file.secretariats.of_period(made) == ()


def test_ended_unit_gives_its_place_to_its_heir(window, qtbot):
    file = window.file
    old = file.units.get("cy")
    heir = file.units.save(
        old.replace(
            id="moi",
            code="M01",
            names=(old.names[0].replace(id="ten-moi", full="Cục mới thành lập"),),
            predecessors=(
                Succession(unit=old, kind=SuccessionKind.MERGED, day=dt.date(2018, 12, 1)),
            ),
        )
    )
    file.units.save(old.replace(inactive_from=dt.date(2018, 12, 1)))
    wizard = NewYearWizard(file, file.periods.get(window.period.id), window)
    qtbot.addWidget(wizard)
    ids = [unit.id for unit in wizard.units_page.units()]
    assert heir.id in ids
    assert "cy" not in ids
    offered = wizard.units_page.list
    texts = [offered.item(row).text() for row in range(offered.count())]
    assert "Cục mới thành lập (kế thừa đơn vị năm trước)" in texts
    assert any(text.endswith("(ngừng hoạt động từ 01/12/2018)") for text in texts)


def test_same_unit_cannot_lead_and_deputise(wizard, qtbot):
    press(qtbot, wizard, NEXT)
    roles = wizard.roles_page
    roles.deputy.setCurrentIndex(roles.lead.currentIndex() + 1)
    assert roles.lead.currentData().id == roles.deputy.currentData().id
    assert not wizard.button(NEXT).isEnabled()
    assert roles.why.text() == "Cụm trưởng và Cụm phó phải là hai đơn vị khác nhau."


def test_year_that_overlaps_is_refused_and_the_wizard_stays(wizard, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: shown.append(error))
    wizard.units_page.since.set_value(dt.date(2018, 6, 1))
    for button in (NEXT, NEXT, CREATE):
        press(qtbot, wizard, button)
    (error,) = shown
    assert isinstance(error, InvalidRecord)
    assert wizard.isVisible()
    assert wizard.made is None
