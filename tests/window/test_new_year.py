"""A new cluster year out of the last one, in four steps."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWizard

from desktop_app.domain.compacts.compact import CompactState
from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.scores.criteria import CriteriaState
from desktop_app.domain.units.unit import Succession, SuccessionKind
from desktop_app.domain.years.period import PeriodState, SecretariatState
from desktop_app.ui import messages
from desktop_app.ui.units.new_year_wizard import NewYearWizard
from tests.window.journeys import took

NEXT, CREATE = QWizard.WizardButton.NextButton, QWizard.WizardButton.FinishButton
BACK = QWizard.WizardButton.BackButton


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
    took("J1", steps)
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
    assert_drafts(window.file, year)
    assert window.periods.currentText().startswith("2019")


def assert_drafts(file, year):
    """Plan, compact, criteria and the tables of the heads, nothing of them done or signed."""
    (plan,) = file.plans.of_period(year)
    assert len(plan.steps) == 16
    assert {step.done_on for step in plan.steps} == {None}
    assert plan.steps[3].due == dt.date(2019, 3, 13)
    (compact,) = file.compacts.of_period(year)
    assert (compact.state, len(compact.items)) == (CompactState.DRAFT, 12)
    assert [s.unit.id for s in compact.signatures] == [m.unit.id for m in year.members_on(None)]
    assert all(s.signer_name and not s.is_signed for s in compact.signatures)
    (criteria,) = file.criteria.of_period(year)
    assert (criteria.state, criteria.version) == (CriteriaState.DRAFT, 1)
    assert criteria.name == "Bảng tiêu chí thi đua năm 2019 (mẫu)"
    duties = file.duties.of_period(year)
    assert len(duties) == 6
    assert not any(table.done for table in duties)


def test_whole_year_is_one_change_for_undo(window, wizard, qtbot):
    file = window.file
    stores = (
        file.periods,
        file.secretariats,
        file.plans,
        file.compacts,
        file.criteria,
        file.duties,
    )
    before = [store.all() for store in stores]
    for button in (NEXT, NEXT, CREATE):
        press(qtbot, wizard, button)
    assert all(store.count() > len(old) for store, old in zip(stores, before, strict=True))
    window.reload()
    window.actions_.undo.trigger()
    assert [store.all() for store in stores] == before


def test_lines_without_a_mark_are_not_taken_over(window, qtbot):
    period = window.file.periods.save(window.period.replace(registration_due=dt.date(2018, 3, 31)))
    wizard = NewYearWizard(window.file, period, window)
    qtbot.addWidget(wizard)
    wizard.show()
    for _ in range(2):
        press(qtbot, wizard, NEXT)
    boxes = {item.label: box for box, item in wizard.takeover_page.boxes}
    for label in ("Hạn đăng ký thi đua", "Kế hoạch năm"):
        qtbot.mouseClick(boxes[label], Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    press(qtbot, wizard, BACK)
    press(qtbot, wizard, NEXT)
    press(qtbot, wizard, CREATE)
    assert wizard.made.registration_due is None
    assert window.file.plans.of_period(wizard.made) == ()
    assert len(window.file.compacts.of_period(wizard.made)) == 1


def test_lines_say_what_exactly_is_taken_over(wizard, qtbot):
    for _ in range(2):
        press(qtbot, wizard, NEXT)
    said = [label.text() for label in wizard.takeover_page.findChildren(QLabel)]
    assert "16 việc, ngày dời theo kỳ mới, chưa việc nào đánh dấu xong" in said
    assert any(text.startswith("Dự thảo, 12 nội dung, 6 chỗ ký") for text in said)


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
