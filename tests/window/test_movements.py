"""Registrations, campaigns, joint activities and exemplars, worked in the window."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from desktop_app.domain.compacts.registration import RegistrationState
from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.years.period import RegistrationRule
from desktop_app.ui.commendations.exemplar_view import ExemplarView
from desktop_app.ui.commendations.nomination_view import NominationView
from desktop_app.ui.compacts.activity_view import ActivityView
from desktop_app.ui.compacts.campaign_view import CampaignView
from desktop_app.ui.compacts.registration_view import RegistrationView

COMPACTS, COMMENDATIONS = 2, 4


@pytest.fixture
def show(window, qtbot):
    def go(tab, kind):
        window.tabs.setCurrentIndex(tab)
        page = window.page()
        place = [made for _, made in page.views].index(kind)
        view = page.turn_to(place)
        qtbot.waitUntil(view.isVisible)
        return view

    return go


def texts(view, column):
    model = view.list.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_every_member_stands_on_the_board_and_the_first_save_makes_its_record(window, show):
    view = show(COMPACTS, RegistrationView)
    assert view.list.model.rowCount() == 6
    before = window.file.registrations.count()
    silent = next(r for r in view.list.records() if r.state is RegistrationState.DRAFT)
    view.list.select(silent.id)
    assert view.form.shown.id == silent.id
    view.form.fields["sent_on"].set_value(dt.date(2018, 3, 28))
    view.form.fields["state"].set_value(RegistrationState.SENT)
    assert view.save()
    assert window.file.registrations.count() == before + 1
    assert view.list.model.rowCount() == 6


def test_return_needs_a_reason_beside_the_field(show):
    view = show(COMPACTS, RegistrationView)
    accepted = next(r for r in view.list.records() if r.state is RegistrationState.ACCEPTED)
    view.list.select(accepted.id)
    view.form.fields["state"].set_value(RegistrationState.RETURNED)
    assert view.save() is False
    assert view.form.fields["reason"].problem() == "Cần ghi lý do trả lại."
    view.form.fields["reason"].set_value("Thiếu chữ ký")
    assert view.save()


def test_skipped_step_is_refused_and_nothing_changes(window, show):
    view = show(COMPACTS, RegistrationView)
    returned = next(r for r in view.list.records() if r.state is RegistrationState.RETURNED)
    view.list.select(returned.id)
    view.form.fields["state"].set_value(RegistrationState.ACCEPTED)
    assert view.save() is False
    assert window.file.registrations.get(returned.id).state is RegistrationState.RETURNED


def test_consolidated_table_follows_the_form(window, show, qtbot):
    view = show(COMPACTS, RegistrationView)
    view.choose_paper("registration-table")
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=15000)
    assert view.paper_wish().record.registrations[0].unit.name in {
        member.unit.name for member in window.period.members
    }


def test_unregistered_nomination_is_blocked_only_where_the_period_says_so(window):
    file = window.file
    nomination = file.nominations.all()[0]
    fresh = nomination.replace(id="moi", name="Đội chưa đăng ký", quota_reason="Thử")
    for rule, refused in ((RegistrationRule.FREE, False), (RegistrationRule.BLOCKED, True)):
        period = file.periods.save(window.period.replace(registration_rule=rule))
        made = fresh.replace(id=f"moi-{rule.value}", period=period)
        if refused:
            with pytest.raises(InvalidRecord, match="Chưa đăng ký"):
                file.nominations.save(made)
        else:
            file.nominations.save(made)


def test_new_campaign_has_all_members_and_refuses_days_outside(window, show):
    view = show(COMPACTS, CampaignView)
    view.add()
    form = view.form
    assert len(form.fields["units"].value()) == 6
    form.fields["name"].set_value("Đợt thi đua 60 ngày")
    form.fields["since"].set_value(dt.date(2018, 9, 1))
    form.fields["until"].set_value(dt.date(2018, 8, 1))
    assert view.save() is False
    assert "đứng trước" in form.fields["until"].problem()
    form.fields["until"].set_value(dt.date(2018, 10, 30))
    assert view.save()
    saved = next(c for c in window.file.campaigns.all() if c.name == "Đợt thi đua 60 ngày")
    assert saved.launched_by == saved.units[0].unit.name_on(window.period.until)


def test_copied_campaign_brings_no_results(show):
    view = show(COMPACTS, CampaignView)
    view.duplicate()
    assert {part.result for part in view.form.fields["units"].value()} == {""}
    assert {part.result for part in view.form.fields["phases"].value()} == {""}


def test_contributions_add_up_while_they_are_typed(window, show):
    view = show(COMPACTS, ActivityView)
    grid = view.form.fields["contributions"]
    first, *others = grid.value()
    grid.set_parts((first.replace(amount=Decimal(5_500_000)), *others))
    assert "105.500.000 đ" in view.form.tabs.tabText(1)
    assert view.save()
    assert window.file.activities.all()[0].total == Decimal(105_500_000)


def test_exemplar_shows_its_stage_and_refuses_days_out_of_order(window, show):
    view = show(COMMENDATIONS, ExemplarView)
    assert "4/7 Công nhận" in texts(view, 3)
    view.select("dien-hinh-2")
    grid = view.form.fields["stages"]
    stages = grid.value()
    early = stages[2].replace(day=dt.date(2018, 1, 1))
    grid.set_parts((*stages[:2], early, *stages[3:]))
    assert view.save() is False
    late = stages[2].replace(day=dt.date(2018, 9, 1))
    grid.set_parts((*stages[:2], late, *stages[3:]))
    assert view.save()
    assert "3/7 Bồi dưỡng" in texts(view, 3)


def test_list_of_exemplars_prints_the_one_being_typed(show):
    view = show(COMMENDATIONS, ExemplarView)
    view.add()
    view.form.fields["name"].set_value("Mô hình vừa phát hiện")
    names = [each.name for each in view.paper_wish().record.exemplars]
    assert len(names) == 4
    assert "Mô hình vừa phát hiện" in names


def test_unregistered_nomination_is_noted_over_the_form(window, show):
    view = show(COMMENDATIONS, NominationView)
    nomination = view.list.records()[0]
    view.select(nomination.id)
    view.form.fields["name"].set_value("Đội chưa đăng ký")
    view.form.refresh_head()
    assert view.form._notice.text().startswith("Chưa đăng ký «")
    free = window.period.replace(registration_rule=RegistrationRule.FREE)
    window.file.periods.save(free)
    window.reload()
    view.discard()
    view.form.refresh_head()
    assert view.form._notice.text() == ""
