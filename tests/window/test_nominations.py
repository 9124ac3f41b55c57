"""Nominations in the window: legal steps with day and reason, the dossier and its files."""

from __future__ import annotations

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from desktop_app.domain.commendations.nomination import (
    NominationState,
    NominationStep,
    SubmissionLine,
)
from desktop_app.ui import messages
from desktop_app.ui.commendations import nomination_view
from desktop_app.ui.commendations.dossiers.word_import import WordImportDialog
from desktop_app.ui.commendations.nomination_step_dialog import NominationStepDialog
from tests.window.reading import cut_off

COMMENDATIONS = 4
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(COMMENDATIONS)
    view = window.page().turn_to(0)
    qtbot.waitUntil(lambda: view.isVisible() and view.list.model.total == 5)
    return view


@pytest.fixture
def answer(monkeypatch):
    """Fills in the real dialog of a step and presses its button, if it can be pressed."""

    def fill(**words):
        def run(dialog):
            dialog.show()
            for name, text in words.items():
                getattr(dialog, name).put(text)
            pressed = dialog.button.isEnabled()
            dialog.button.click()
            said.append(dialog.said.text())
            dialog.close()
            return pressed and dialog.result()

        said = []
        monkeypatch.setattr(NominationStepDialog, "exec", run)
        return said

    return fill


def offered(view):
    view._offer_steps()
    return [action.text() for action in view._steps.actions() if action.text()]


def choose(view, words):
    view._offer_steps()
    next(a for a in view._steps.actions() if a.text().startswith(words)).trigger()


def drop(page, row, path):
    """The file is let go over a row of the check list, as a mouse does it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    table = page.table.table
    place = table.visualRect(table.model().index(row, 0)).center()
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEY)
    for event in (QDragEnterEvent(QPoint(place), *rest), QDropEvent(QPoint(place), *rest)):
        QApplication.sendEvent(table.viewport(), event)


def test_only_legal_steps_are_offered_and_the_trail_tells_of_them(window, view, answer):
    first = view.form.shown
    assert offered(view) == ["Ghi đã trình…", "Rút đề nghị…", "Lui một bước về «Đề xuất»…"]
    answer(who="Cục A", document="Tờ trình số 01")
    choose(view, "Ghi đã trình")
    assert "Ghi yêu cầu bổ sung…" in offered(view)
    assert view.form.trail.model.record_at(1).document == "Tờ trình số 01"
    saved = window.file.nominations.get(first.id)
    assert saved.state is NominationState.SUBMITTED
    window.actions_.undo.trigger()
    assert window.file.nominations.get(first.id) == first


def show_page(form, title):
    titles = [form.tabs.tabText(place) for place in range(form.tabs.count())]
    form.tabs.setCurrentIndex(titles.index(title))


def test_the_trail_is_read_whole_beside_list_and_preview(window, view, answer, qtbot):
    window.resize(1366, 728)
    answer(who="Phòng Công tác Đảng và công tác chính trị", document="Tờ trình số 01/TTr-CTĐ2")
    choose(view, "Ghi đã trình")
    answer(who="Hội đồng Thi đua - Khen thưởng", reason="Thiếu xác nhận của cấp ủy địa phương")
    choose(view, "Ghi yêu cầu bổ sung")
    show_page(view.form, "Quá trình")
    trail = view.form.trail.table
    qtbot.waitUntil(trail.isVisible)
    window.grab()
    qtbot.waitUntil(lambda: cut_off(trail) == [])
    assert trail.horizontalScrollBar().maximum() == 0
    told = trail.model().index(2, 2).data()
    assert told == "Hội đồng Thi đua - Khen thưởng\nLý do: Thiếu xác nhận của cấp ủy địa phương"


def test_a_step_that_needs_a_reason_waits_for_it(window, view, answer):
    said = answer()
    choose(view, "Rút đề nghị")
    assert said == ["Cần ghi lý do."]
    assert view.form.shown.state is NominationState.HONOURED
    answer(reason="Đơn vị xin rút")
    choose(view, "Rút đề nghị")
    assert view.form.shown.state is NominationState.WITHDRAWN
    answer(reason="Ghi nhầm đơn vị")
    choose(view, "Lui một bước về «Đã suy tôn»")
    assert view.form.shown.state is NominationState.HONOURED
    reasons = [step.reason for step in view.form.shown.steps]
    assert reasons == ["", "Đơn vị xin rút", "Ghi nhầm đơn vị"]


def test_several_nominations_take_a_step_together(window, view, monkeypatch):
    def tick_all(dialog):
        for row in range(dialog.list.count()):
            dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
        return True

    monkeypatch.setattr(NominationStepDialog, "exec", tick_all)
    choose(view, "Ghi đã trình")
    assert {n.state for n in window.file.nominations.all()} == {NominationState.SUBMITTED}


def test_a_file_dropped_on_a_paper_belongs_to_it(window, view, qtbot, tmp_path):
    page, first = view.form.dossier, view.form.shown
    view.form.tabs.setCurrentIndex(2)
    assert page.missing.text().startswith("Còn thiếu 4: Tờ trình")
    path = tmp_path / "biên bản đã ký.pdf"
    path.write_bytes(b"%PDF-1.4 m")
    drop(page, 2, path)
    qtbot.waitUntil(lambda: len(window.file.attachments.of_record(first)) == 1)
    (kept,) = window.file.attachments.of_record(first)
    assert kept.part == page.table.value()[2].id
    qtbot.waitUntil(lambda: "Còn thiếu 3" in page.missing.text())
    assert view.form.tabs.tabText(2) == "Hồ sơ (thiếu 3)"
    assert view._dossier(first) == "thiếu 3"
    assert (
        page.of_paper.text()
        == "Tệp của: Biên bản bình xét và kết quả bỏ phiếu của Hội đồng Thi đua - Khen thưởng"
    )


def test_a_paper_with_files_stays_on_the_list(window, view, qtbot, tmp_path, monkeypatch):
    page = view.form.dossier
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 m")
    drop(page, 0, path)
    qtbot.waitUntil(lambda: "Còn thiếu 3" in page.missing.text())
    noted = []
    monkeypatch.setattr(messages, "show_note", lambda *words: noted.append(words[1]))
    page.table.remove_row()
    assert noted == ["«Tờ trình của Bộ Công an» đang có tệp kèm."]
    assert len(page.table.value()) == 4


def test_a_waived_paper_is_no_longer_missing_once_saved(window, view):
    page, first = view.form.dossier, view.form.shown
    papers = page.table.value()
    page.table.set_parts((papers[0].replace(waived="Nộp chung đợt 1"), *papers[1:]))
    assert "Còn thiếu 3" in page.missing.text()
    assert view.save()
    assert window.file.nominations.get(first.id).dossier[0].waived == "Nộp chung đợt 1"
    assert view._dossier(view.form.shown) == "thiếu 3"


def test_the_state_is_no_field_that_can_be_typed(view):
    assert "state" not in view.form.fields
    steps = [b for b in view.form.findChildren(QPushButton) if b.text() == "Chuyển bước"]
    assert [b.isEnabled() for b in steps] == [True]


def test_a_report_is_drawn_up_and_the_list_knows_it(window, view, qtbot):
    show_page(view.form, "Báo cáo")
    view.form.report.draw_up()
    text = view.form.fields["report"].value()
    assert text.blocks[0].text.startswith("I. SƠ LƯỢC")
    assert view.save()
    assert view._dossier(view.form.shown) == "thiếu 3"
    assert window.file.nominations.get(view.form.shown.id).report == text


def test_a_word_report_is_looked_at_before_it_is_taken(window, view, qtbot, tmp_path, monkeypatch):
    document = docx.Document()
    for words in ("BỘ CÔNG AN", "I. SƠ LƯỢC", "Thành lập năm 1953.", "Bỏ đoạn này."):
        document.add_paragraph(words)
    path = tmp_path / "báo cáo.docx"
    document.save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    ticked = []

    def look(dialog):
        qtbot.waitUntil(dialog.take_button.isEnabled, timeout=20000)
        rows = [dialog.list.item(row) for row in range(dialog.list.count())]
        ticked.extend(row.checkState() is Qt.CheckState.Checked for row in rows)
        rows[3].setCheckState(Qt.CheckState.Unchecked)
        return True

    monkeypatch.setattr(WordImportDialog, "exec", look)
    view.form.report.import_word()
    assert ticked == [False, True, True, True]
    assert view.form.fields["report"].value().text == "I. SƠ LƯỢC\nThành lập năm 1953."


def test_score_place_and_votes_come_along_by_a_button(window, view, qtbot, monkeypatch):
    standings = window.file.score_rounds_of(window.period)[-1].standings
    monkeypatch.setattr(nomination_view, "final_standings", lambda *_: standings)
    first = standings[0]
    view.add()
    view.form.fields["unit"].set_value(first.unit)
    view.form.fields["award"].set_value(window.file.awards.all()[0])
    pull = next(b for b in view.form.findChildren(QPushButton) if b.text().startswith("Lấy điểm"))
    qtbot.mouseClick(pull, Qt.MouseButton.LeftButton)
    made = view.form.record()
    assert (made.score, made.place) == (first.score.final, first.place)
    assert f"hạng {first.place}" in view.form.results_told.text()
    view.discard()


def test_a_submission_offers_only_what_may_still_go_up(window, view, qtbot):
    first, *others = window.file.nominations.of_period(window.period)
    withdrawn = first.replace(state=NominationState.HONOURED).stepped(
        NominationStep(state=NominationState.WITHDRAWN, day=window.period.until, reason="xin rút")
    )
    window.file.save_all([withdrawn])
    submissions = window.page().turn_to(1)
    qtbot.waitUntil(lambda: submissions.form.shown is not None)
    submissions.refresh()
    submissions.add()
    form = submissions.form
    form.list.set_parts(())
    assert first.id not in {each.id for each in form._open_ones()}
    assert form._next_line().nomination.id == others[0].id
    form.list.set_parts((SubmissionLine(nomination=withdrawn),))
    assert not submissions.save()
    assert "đã rút trước khi trình" in " ".join(form.record().problems().values())
