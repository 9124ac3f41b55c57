"""A campaign, a joint activity and an exemplar, worked through by keyboard alone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.compacts.campaign import CampaignState
from desktop_app.domain.compacts.exemplar import ExemplarKind, Stage
from desktop_app.ui.commendations.exemplar_view import ExemplarView
from desktop_app.ui.compacts.activity_view import ActivityView
from desktop_app.ui.compacts.campaign_view import CampaignView

COMPACTS, COMMENDATIONS = 2, 4
CTRL = Qt.KeyboardModifier.ControlModifier
DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab


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
def hold(window, qtbot):
    """Ctrl and a letter, as the menus take it."""
    return lambda key: qtbot.keyClick(window, key, CTRL)


@pytest.fixture
def fill(keys):
    """Types into a field of the form."""

    def type_into(view, name, text):
        view.form.focus_field(name)
        keys(text)
        keys(TAB)

    return type_into


def new_row(view, name, keys, *cells):
    """A row added by its tool, its cells typed one after the other with Tab."""
    grid = view.form.fields[name]
    view.form.focus_field(name)
    grid.add_row()
    for place, cell in enumerate(cells):
        keys(cell)
        keys(TAB if place + 1 < len(cells) else ENTER)
    grid.finish()
    return grid


def into_cell(view, name, row, column, keys, text):
    """F2 in a cell, what is typed there, Enter."""
    grid = view.form.fields[name]
    view.form.focus_field(name)
    grid.table.setCurrentIndex(grid.model.index(row, column))
    keys(Qt.Key.Key_F2)
    keys(text)
    keys(ENTER)
    grid.finish()
    return grid


# --- campaigns ----------------------------------------------------------------------------


def test_campaign_from_its_name_to_its_phases_by_keyboard(window, show, hold, keys, fill):
    view = show(COMPACTS, CampaignView)
    hold(Qt.Key.Key_N)
    keys("Đợt thi đua 60 ngày đêm")
    keys(TAB)
    fill(view, "since", "01/09/2018")
    fill(view, "until", "30/10/2018")
    fill(view, "launched_on", "01/09/2018")
    new_row(view, "phases", keys, "Ra quân", "01/09/2018", "30/09/2018", "Phát động")
    hold(Qt.Key.Key_S)
    saved = next(c for c in window.file.campaigns.all() if c.name == "Đợt thi đua 60 ngày đêm")
    assert saved.launched_on == dt.date(2018, 9, 1)
    assert [part.unit.id for part in saved.units] == [
        member.unit.id for member in window.period.members_on(None)
    ]
    (phase,) = saved.phases
    assert (phase.name, phase.until) == ("Ra quân", dt.date(2018, 9, 30))
    assert view.list.current().id == saved.id


def test_phase_outside_the_campaign_is_refused_in_its_cell(window, show, keys):
    view = show(COMPACTS, CampaignView)
    before = window.file.campaigns.get(view.form.shown.id)
    grid = new_row(view, "phases", keys, "Thêm", "16/08/2018")
    assert view.save() is False
    assert grid.problem().startswith("Dòng 2: ngày nằm ngoài thời gian của đợt")
    assert window.file.campaigns.get(before.id) == before


def test_unit_twice_is_refused_and_the_missing_ones_come_back_by_one_press(window, show):
    view = show(COMPACTS, CampaignView)
    grid = view.form.fields["units"]
    parts = grid.value()
    grid.set_parts((parts[0], parts[1], parts[0].replace(id="lai")))
    assert view.save() is False
    assert grid.problem() == "Dòng 3: đơn vị đã có ở dòng 1."
    grid.set_parts(parts[:2])
    buttons = view.form.units_page.findChildren(QPushButton)
    next(b for b in buttons if b.text() == "Thêm tất cả đơn vị").click()
    assert view.save()
    saved = window.file.campaigns.get(view.form.shown.id)
    assert [part.unit.id for part in saved.units] == [part.unit.id for part in parts]
    assert view.form.tabs.tabText(3) == "Đơn vị (2/6)"


def test_state_goes_step_by_step(window, show, keys, hold):
    view = show(COMPACTS, CampaignView)
    field = view.form.fields["state"]
    field.focus_editor()
    keys(DOWN)
    keys(DOWN)
    assert field.value() is CampaignState.SUMMED_UP
    hold(Qt.Key.Key_S)
    assert field.problem().startswith("Sau «Đang thực hiện» là «Đã kết thúc»")
    assert window.file.campaigns.get(view.form.shown.id).state is CampaignState.RUNNING
    keys(Qt.Key.Key_Up)
    hold(Qt.Key.Key_S)
    assert window.file.campaigns.get(view.form.shown.id).state is CampaignState.ENDED


def test_number_of_the_report_is_proposed_and_given_once(window, show, fill):
    view = show(COMPACTS, CampaignView)
    fill(view, "report_date", "20/08/2018")
    field = view.form.fields["report_number"]
    field._button.click()
    assert field.value() == 1
    assert view.save()
    view.duplicate()
    fill(view, "report_date", "21/08/2018")
    fill(view, "report_number", "1")
    assert view.save() is False
    assert field.problem().startswith("Số 01 đã dùng cho «")
    field._button.click()
    assert field.value() == 2
    assert view.save()


def test_both_papers_follow_the_form(show, qtbot, keys):
    view = show(COMPACTS, CampaignView)
    view.form.focus_field("goal")
    keys("Thêm: ")
    for paper in view.papers:
        view.choose_paper(paper)
        qtbot.waitUntil(lambda: view.preview.is_ready, timeout=20000)
        assert view.paper_wish().record.goal.startswith("Thêm: ")


# --- joint activities ---------------------------------------------------------------------


def test_activity_with_its_money_by_keyboard(window, show, hold, keys, fill):
    view = show(COMPACTS, ActivityView)
    hold(Qt.Key.Key_N)
    keys("Hội thao chào mừng")
    keys(TAB)
    fill(view, "day", "19/08/2018")
    for row, typed in enumerate(("20000000", "4.000.005")):
        grid = into_cell(view, "contributions", row, 1, keys, typed)
    assert grid.model.index(0, 1).data() == "20.000.000"
    assert view.form.total.text() == (
        "Tổng số: 24.000.005 đồng (hai mươi tư triệu không trăm linh năm đồng), "
        "2/6 đơn vị đóng góp."
    )
    hold(Qt.Key.Key_S)
    saved = next(a for a in window.file.activities.all() if a.name == "Hội thao chào mừng")
    assert saved.total == Decimal(24_000_005)
    assert len(saved.contributions) == 6


def test_negative_money_is_refused_in_its_cell(window, show, keys):
    view = show(COMPACTS, ActivityView)
    before = window.file.activities.get(view.form.shown.id)
    grid = into_cell(view, "contributions", 1, 1, keys, "-5")
    assert view.save() is False
    assert "Nhỏ nhất là 0." in grid.problem()
    assert window.file.activities.get(before.id) == before
    view.discard()


# --- exemplars ----------------------------------------------------------------------------


def test_exemplar_from_discovery_on_by_keyboard(window, show, hold, keys, fill):
    view = show(COMMENDATIONS, ExemplarView)
    hold(Qt.Key.Key_N)
    keys("Camera an ninh khu phố")
    keys(TAB)
    fill(view, "unit", "Bộ Tư lệnh Cảnh vệ")
    for row, day in enumerate(("05/02/2018", "01/03/2018")):
        into_cell(view, "stages", row, 1, keys, day)
    assert view.form.tabs.tabText(1) == "Các bước (2/7)"
    hold(Qt.Key.Key_S)
    saved = next(e for e in window.file.exemplars.all() if e.name == "Camera an ninh khu phố")
    assert saved.stage is Stage.CHOSEN
    assert saved.unit.name == "Bộ Tư lệnh Cảnh vệ"
    assert view.form._chip.text() == "2/7 Lựa chọn"
    assert view.count_text(view.list.records()) == "4 điển hình · 2 điểm nhân rộng"


def test_individual_without_a_person_and_a_point_without_a_place_are_refused(show, keys):
    view = show(COMMENDATIONS, ExemplarView)
    view.select("dien-hinh-2")
    kind = view.form.fields["kind"]
    kind.set_value(ExemplarKind.INDIVIDUAL)
    points = view.form.fields["replications"]
    view.form.focus_field("replications")
    points.add_row()
    into_cell(view, "replications", 0, 3, keys, "Tốt")
    assert view.save() is False
    assert view.form.fields["person"].problem().startswith("Điển hình cá nhân cần chọn người")
    assert points.problem() == "Dòng 1: Cần có đơn vị hoặc nơi áp dụng."
    view.discard()


def test_twin_is_refused_beside_its_name(show):
    view = show(COMMENDATIONS, ExemplarView)
    view.duplicate()
    assert view.save() is False
    assert view.form.fields["name"].problem() == "Đơn vị này đã có điển hình cùng tên trong kỳ."
    view.discard()
