"""Before a meeting, in the window: templates, agenda, delegates, and what is printed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.meetings.meeting import Capacity, MeetingKind, MeetingState
from desktop_app.printing import raster
from tests.window.journeys import took

MEETINGS, TEMPLATES = 3, "Mẫu hội nghị"


def _turn(window, label):
    page = window.page()
    place = next(place for place, (name, _) in enumerate(page.views) if name == label)
    return page.turn_to(place)


@pytest.fixture
def view(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.tabs.currentIndex() == MEETINGS
    view = _turn(window, "Hội nghị")
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    return view


def take(view, name):
    """Choose a template in the menu under «Thêm»."""
    menu = view.list.add_button.menu()
    next(action for action in menu.actions() if action.text() == name).trigger()


def test_seven_templates_come_with_a_new_file_and_can_be_changed(window, view, qtbot):
    templates = _turn(window, TEMPLATES)
    qtbot.waitUntil(lambda: templates.list.model.total == 7)
    templates.select("mau-giao_ban")
    templates.form.fields["meeting_name"].set_value("Giao ban {kỳ}")
    templates.form.fields["meeting_name"].edited.emit()
    assert templates.save()

    _turn(window, "Hội nghị")
    take(view, "Giao ban")
    meeting = view.form.record()
    assert (meeting.name, meeting.kind) == ("Giao ban năm 2018", MeetingKind.BRIEFING)
    assert [item.minutes for item in meeting.agenda] == [15, 40, 25, 15]


def test_older_file_takes_the_templates_by_a_button(window, view, qtbot):
    for template in window.file.templates.all():
        window.file.templates.delete(template)
    window.reload()
    assert len(view.list.add_button.menu().actions()) == 7 + 2  # offered all the same
    templates = _turn(window, TEMPLATES)
    assert templates.list.model.total == 0
    templates.take_button.click()
    assert templates.list.model.total == 7
    window.actions_.undo.trigger()
    assert window.file.templates.count() == 0
    templates.take_button.click()
    templates.take_button.click()
    assert window.file.templates.count() == 7


# --- the agenda ---------------------------------------------------------------------------


@pytest.fixture
def planned(window, view):
    """A meeting from a template, on a day, in the form."""
    take(view, "Ký kết giao ước thi đua")
    form = view.form
    form.fields["starts"].set_value(dt.datetime(2018, 5, 8, 8, 0))
    form.fields["ends"].set_value(dt.datetime(2018, 5, 8, 10, 0))
    form.fields["ends"].edited.emit()
    return form


def clock(form):
    table = form.plan.agenda
    return [table.model.index(row, 0).data() for row in range(table.model.rowCount())]


def test_clock_follows_order_and_durations(planned, qtbot):
    form, agenda = planned, planned.plan.agenda
    assert clock(form)[:3] == ["08:00–08:10", "08:10–08:40", "08:40–09:00"]
    assert "quá giờ kết thúc 10:00 là 1 giờ." in form.plan.agenda_notes.text()
    agenda.table.setFocus()
    agenda.table.setCurrentIndex(agenda.model.index(1, 1))
    qtbot.keyClick(agenda.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert clock(form)[:2] == ["08:00–08:30", "08:30–08:40"]
    minutes = [column.head for column in agenda.model.columns].index("Phút")
    agenda.model.setData(agenda.model.index(0, minutes), "90")
    assert clock(form)[:2] == ["08:00–09:30", "09:30–09:40"]
    agenda.model.setData(agenda.model.index(1, minutes + 1), "9h")
    assert clock(form)[1] == "09:00–09:10"
    assert "chồng lên mục 1 30 phút" in form.plan.agenda_notes.text()
    agenda.model.setData(agenda.model.index(0, minutes), "-5")
    assert form.problems()["agenda"]


def test_only_legal_states_and_a_reason_where_one_is_due(window, view, planned):
    form, field = planned, planned.fields["state"]

    def offered():
        return [field.editor.itemText(row) for row in range(field.editor.count())]

    def choose(label):
        field.editor.setCurrentIndex(offered().index(label))
        field.settle()

    assert offered() == ["Dự kiến", "Đã mời", "Hoãn", "Hủy"]
    assert not form.fields["state_reason"].isVisible()
    choose("Hoãn")
    assert form.fields["state_reason"].isVisible()
    assert not view.save()
    assert "Cần ghi lý do hoãn" in form.fields["state_reason"].problem()
    form.fields["state_reason"].set_value("bão số 3")
    form.fields["state_reason"].edited.emit()
    assert view.save()
    assert offered() == ["Dự kiến", "Hoãn", "Hủy"]
    choose("Dự kiến")
    assert view.save()
    assert form.shown.state is MeetingState.PLANNED


def test_end_before_start_is_refused_beside_the_field(view, planned):
    planned.fields["ends"].set_value(dt.datetime(2018, 5, 8, 7, 0))
    planned.fields["ends"].edited.emit()
    assert not view.save()
    assert planned.fields["ends"].problem() == "Giờ kết thúc đứng trước giờ bắt đầu."


def test_unfinished_items_go_to_a_later_meeting_as_one_change(window, view):
    view.select("hn-so-ket-2018")
    menu = view.form.plan.carry_menu
    menu.aboutToShow.emit()
    assert [action.text()[:10] for action in menu.actions()] == ["20/11/2018"]
    menu.actions()[0].trigger()
    after = window.file.meetings.find("hn-tong-ket-2018").agenda
    assert [item.text for item in after] == [
        "Báo cáo sơ kết 6 tháng",
        "Công bố kết quả, biểu dương",
    ]
    assert after[0].carried_from.endswith("ngày 17/07/2018")
    window.actions_.undo.trigger()
    assert window.file.meetings.find("hn-tong-ket-2018").agenda == ()


def test_closed_minutes_say_that_nothing_is_left_to_carry(view):
    view.select("hn-ky-ket-2018")
    assert view.form.is_read_only
    assert not view.form.plan.invite_button.isEnabled()
    assert view.form.plan.carry_button.isEnabled()
    view.form.plan.carry_menu.aboutToShow.emit()
    (told,) = view.form.plan.carry_menu.actions()
    assert told.text().startswith("Mục nào cũng đã xong")
    assert not told.isEnabled()


# --- the delegates ------------------------------------------------------------------------


def test_delegates_by_rule_seats_guests_and_a_deputy(view, planned):
    form, people = planned, planned.people
    people.invite()
    parts = people.delegates.value()
    assert sum(part.votes for part in parts) == 6
    assert next(p.name for p in parts if p.capacity is Capacity.STAFF) == "Cán bộ mẫu 01"
    assert "Chưa có tên đại biểu của: Bộ Công an." in people.notes.text()

    people.guests_menu.aboutToShow.emit()
    (guest,) = people.guests_menu.actions()
    assert guest.text().startswith("Thiếu tướng Đỗ Ngọc Cẩn")
    guest.trigger()

    people.delegates.table.setCurrentIndex(people.delegates.model.index(5, 0))
    people.deputy_menu.aboutToShow.emit()
    names = [action.text() for action in people.deputy_menu.actions()]
    assert names == [
        "Trung tá Cán bộ mẫu 06, Phó Trưởng phòng",
        "Thượng tá Phó thủ trưởng mẫu 06, Phó Cục trưởng",
    ]
    people.deputy_menu.actions()[1].trigger()
    people.seat()
    parts = form.record().attendance
    assert [part.seat for part in parts] == [*"123456", "KM1", "KM2", "", "", ""]
    assert parts[5].deputy_name == "Phó thủ trưởng mẫu 06"
    assert view.save()


def test_a_delegate_twice_is_refused_in_the_cell(view, planned):
    people = planned.people
    people.invite()
    first = people.delegates.value()[0]
    people.delegates.set_parts((*people.delegates.value(), first.replace(id="hai", votes=False)))
    assert not view.save()
    assert "Thủ trưởng mẫu 01 đã có ở dòng" in people.delegates.problem()


def test_chair_who_is_not_invited_is_only_noted(view, planned):
    people = planned.people
    people.invite()
    people.delegates.set_parts(people.delegates.value()[1:])
    assert "Người chủ trì Thủ trưởng mẫu 01 chưa có" in people.notes.text()
    assert view.save()


# --- what is printed ----------------------------------------------------------------------


@pytest.fixture
def printed(monkeypatch):
    """The PDFs that would have gone to the printer, whose dialog is confirmed."""
    sent = []
    monkeypatch.setattr(
        "desktop_app.ui.preview.print_dialog.print_pdf",
        lambda _parent, pdf, *_: sent.append(pdf),
    )
    return sent


def test_a_conference_is_prepared_in_eight_steps(window, view, qtbot, keys, monkeypatch, printed):
    """Journey J3: one step is one click, one field, or one dialog confirmed."""
    steps = []

    def step(name):
        steps.append(name)

    def confirm(dialog):
        step("In… của «In hàng loạt»")
        dialog.print_button.click()
        qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
        step("hộp thoại của máy in")

    monkeypatch.setattr("desktop_app.ui.preview.batch_dialog.BatchDialog.exec", confirm)
    step("Thêm")
    step("Ký kết giao ước thi đua")
    take(view, "Ký kết giao ước thi đua")
    step("ngày")  # the cursor stands there
    keys("8/5/2018")
    keys(Qt.Key.Key_Tab)
    step("giờ")
    keys("8h")
    keys(Qt.Key.Key_Tab)
    step("Mời theo danh bạ")
    view.form.plan.invite_button.click()
    step("In bộ giấy tờ…")
    view.form.plan.print_button.click()
    took("J3", steps)

    saved = next(m for m in window.file.meetings.all() if m.day == dt.date(2018, 5, 8))
    assert (len(saved.attendance), len(saved.agenda)) == (10, 9)
    text = " ".join(" ".join(raster.text_of(printed[0])).split())
    assert text.count("GIẤY MỜI") == 7
    assert text.count("PHIẾU PHÚC ĐÁP") == 7
    assert "CHƯƠNG TRÌNH Hội nghị ký kết" in text
    assert "DANH SÁCH ĐẠI BIỂU" in text
    assert "08h10 – 08h40" in text


def test_new_papers_are_shown_printed_and_saved_as_word(window, view, qtbot, save_as, tmp_path):
    view.select("hn-ky-ket-2018")
    for key in ("programme", "place-cards", "running-order"):
        view.choose_paper(key)
        target = tmp_path / f"{key}.docx"
        save_as(target)
        view.save_word()
        qtbot.waitUntil(target.exists, timeout=10_000)
