"""Years on the screen: the rotation book, and a closed year that is opened again."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.years.cluster import Cluster, RotationException
from desktop_app.domain.years.period import PeriodState, Role
from desktop_app.new_file import create_file
from desktop_app.ui import messages
from desktop_app.ui.dialogs import rotation_dialog
from desktop_app.ui.dialogs.rotation_dialog import RotationDialog

UNITS, COMMENDATIONS = 1, 4


@pytest.fixture
def periods(window, qtbot):
    """The view of the periods, its first one in hand."""
    window.tabs.setCurrentIndex(UNITS)
    page = window.page(UNITS)
    page.turn_to(2)
    qtbot.waitUntil(lambda: page.view.form.shown is not None)
    return page.view


def close(window):
    for state in (PeriodState.SUMMING_UP, PeriodState.CLOSED):
        window.file.periods.save(window.period.replace(state=state))
    window.reload()


def test_rotation_book_opens_from_the_menu_with_table_reasons_and_paper(window, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(RotationDialog, "exec", lambda dialog: shown.append(look(dialog)))

    def look(dialog):
        # while it is open: a closed dialog is deleted
        _read_rotation_book(dialog, qtbot)
        return dialog.windowTitle()

    window.actions_.rotation.trigger()
    assert len(shown) == 1


def _read_rotation_book(dialog, qtbot):
    assert dialog.book.item(0, 0).text() == "2018"
    assert dialog.book.item(0, 1).text().startswith("Cục Cảnh sát phòng cháy")
    assert dialog.candidates.rowCount() == 5
    assert dialog.proposal.text().startswith("Bộ Tư lệnh Cảnh vệ. Chưa làm Cụm trưởng")
    qtbot.waitUntil(lambda: dialog.preview.pages.page_count > 0, timeout=20000)


def test_rotation_book_without_members_says_what_is_missing(window, qtbot):
    rotation = window.file.rotation_of(window.period.cluster)
    dialog = RotationDialog(rotation.including(window.period.replace(members=())), parent=window)
    qtbot.addWidget(dialog)
    assert dialog.proposal.text().startswith("Chưa có đơn vị nào để đề xuất")
    assert rotation_dialog._proposal(rotation) != dialog.proposal.text()


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


def test_papers_of_the_year_are_offered(window, periods):
    assert periods.papers == ("unit-list", "directory", "rotation", "year-status")
    record = periods.form.shown.replace(name="2020")
    assert periods.paper_record(record, "directory") is record
    assert periods.paper_record(record, "rotation").newest.name == "2020"


def test_exception_with_its_reason_moves_the_proposal(window, qtbot):
    rotation = window.file.rotation_of(window.period.cluster)
    dialog = RotationDialog(rotation, window.file, window)
    qtbot.addWidget(dialog)
    first, second, *_ = rotation.candidates
    made = RotationException(unit=first.unit, turn="2019", reason="Đang sắp xếp tổ chức")
    exceptions = dialog.form.fields["rotation_exceptions"]
    exceptions.set_parts((made.replace(reason=""),))
    dialog.save()
    assert exceptions.problem().startswith("Dòng 1: Cần ghi lý do")
    assert window.file.clusters.get(rotation.cluster.id).rotation_exceptions == ()
    exceptions.set_parts((made,))
    dialog.save()
    assert window.file.clusters.get(rotation.cluster.id).rotation_exceptions == (made,)
    assert dialog.proposal.text().startswith(second.name)
    last = dialog.candidates.item(4, 1).text()
    assert last.endswith("Lùi lượt: Đang sắp xếp tổ chức.")


def test_secretariat_is_issued_with_number_and_day(window, qtbot):
    window.tabs.setCurrentIndex(UNITS)
    page = window.page(UNITS)
    page.turn_to(3)
    qtbot.waitUntil(lambda: page.view.form.shown is not None)
    fields = page.view.form.fields
    fields["grounds"].set_value(("Căn cứ Quyết định mẫu",))
    fields["decision_number"].set_value("")
    assert page.view.save() is False
    assert fields["decision_number"].problem() == "Quyết định đã ban hành phải có số."
    fields["decision_number"].set_value("03")
    assert page.view.save()
    (saved,) = window.file.secretariats.all()
    assert saved.grounds == ("Căn cứ Quyết định mẫu",)


@pytest.mark.parametrize(
    ("answer", "kept", "closed"),
    [
        (messages.Unsaved.CANCEL, 0, False),
        (messages.Unsaved.DISCARD, 0, True),
        (messages.Unsaved.SAVE, 1, True),
    ],
)
def test_typed_exceptions_are_asked_about_before_the_book_closes(
    window, qtbot, monkeypatch, answer, kept, closed
):
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_: answer)
    rotation = window.file.rotation_of(window.period.cluster)
    dialog = RotationDialog(rotation, window.file, window)
    qtbot.addWidget(dialog)
    dialog.show()
    unit = rotation.candidates[0].unit
    made = RotationException(unit=unit, turn="2019", reason="Sắp xếp tổ chức")
    dialog.form.fields["rotation_exceptions"].set_parts((made,))
    dialog.reject()
    assert dialog.isVisible() is not closed
    assert len(window.file.clusters.get(rotation.cluster.id).rotation_exceptions) == kept
    monkeypatch.setattr(messages, "ask_unsaved", lambda *_: messages.Unsaved.DISCARD)


def test_a_file_without_a_period_says_where_the_first_one_is_opened(window, tmp_path, qtbot):
    cluster = Cluster(name="Cụm thi đua số 5", organising_body="Bộ Công an")
    path = tmp_path / "mới.thidua"
    create_file(path, (cluster,)).close()
    window.actions_.files.open(path)
    window.tabs.setCurrentIndex(COMMENDATIONS)
    nominations = window.page().turn_to(0)
    assert not nominations.list.add_button.isEnabled()
    said = nominations.list.table._overlay
    qtbot.waitUntil(lambda: "«Kỳ thi đua & thành viên»" in said.text())
    window.tabs.setCurrentIndex(UNITS)
    periods = window.page().turn_to(2)
    qtbot.waitUntil(periods.list.add_button.isEnabled)
    periods.list.add_button.click()
    assert periods.save()
    assert [period.cluster for period in window.file.periods.all()] == [cluster]
    assert window.period is not None
    window.tabs.setCurrentIndex(COMMENDATIONS)
    qtbot.waitUntil(lambda: "Bấm «Thêm đề nghị»" in said.text())
    assert nominations.list.add_button.isEnabled()
