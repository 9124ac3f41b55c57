"""The signing conference from its template to closed minutes, read back from PDF and Word."""

from __future__ import annotations

import re

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.meetings.meeting import MeetingKind, MeetingState
from desktop_app.printing import raster
from desktop_app.ui import messages
from desktop_app.ui.records.forms.pick_list import PickList

MEETINGS = 3
CTRL = Qt.KeyboardModifier.ControlModifier
SAID = (
    "Phó Cụm trưởng trình bày dự thảo giao ước thi đua năm 2018.",
    "Các đơn vị thảo luận, nhất trí với dự thảo.",
)


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().turn_to(0)
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    return view


def _plan(window, view, keys):
    """From the template of signing conferences; what is left is its day."""
    menu = view.templates
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if "ký kết" in a.text().lower()).trigger()
    assert view.form.record().kind is MeetingKind.SIGNING
    assert view.form.record().agenda
    view.form.focus_field("starts")
    keys("13/3/2018")
    keys(Qt.Key.Key_Tab)
    keys("8h00")
    view.form.people.invite()
    assert view.save(), view.form.problems()


def _keep(window, view, qtbot, keys):
    """Live: roll, an item headed, who speaks, what is said, a conclusion, a vote, the end."""
    qtbot.keyClick(window, Qt.Key.Key_F9)
    board = view.live.board
    board.all_here.click()
    board.agenda.list.setCurrentRow(0)
    qtbot.keyClick(board.agenda.list, Qt.Key.Key_Return)
    keys("Khai mạc lúc {giờ}, có mặt {số có mặt}/{tổng số đơn vị} đơn vị.")
    keys(Qt.Key.Key_Return)
    keys(Qt.Key.Key_F2)
    next(w for w in QApplication.topLevelWidgets() if isinstance(w, PickList)).take_current()
    for words in SAID:
        keys(words)
        keys(Qt.Key.Key_Return)
    keys("Các đơn vị tổ chức thực hiện giao ước ngay sau hội nghị")
    keys(Qt.Key.Key_F6)
    for row in range(board.agenda.list.count()):
        board.agenda.list.setCurrentRow(row)
        qtbot.keyClick(board.agenda.list, Qt.Key.Key_Space)
    view.form.resolutions.vote_now()
    keys("Thông qua giao ước thi đua năm 2018")
    keys(Qt.Key.Key_Return)
    qtbot.keyClick(view.form.fields["votes"], Qt.Key.Key_T, CTRL)
    board.end.click()
    view.form.focus_field("ends")
    keys("13/3/2018")
    keys(Qt.Key.Key_Tab)
    keys("11h30")
    keys(Qt.Key.Key_Tab)
    view.form.fields["minutes_number"].put(7)
    qtbot.wait(200)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert view.save(), view.form.problems()


def _flat(text):
    return re.sub(r"\s+", " ", text)


def _word_text(path):
    document = Document(str(path))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return _flat(" ".join([*(p.text for p in document.paragraphs), *cells]))


def test_from_the_template_to_closed_minutes(
    window, view, qtbot, keys, save_as, tmp_path, monkeypatch
):
    _plan(window, view, keys)
    _keep(window, view, qtbot, keys)
    assert all(item.is_done for item in view.form.record().agenda)
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    view.adopt()
    saved = window.file.meetings.get(view.form.shown.id)
    assert saved.state is MeetingState.ADOPTED
    view.choose_paper("minutes")
    pdf, word = tmp_path / "biên bản.pdf", tmp_path / "biên bản.docx"
    for path, save in ((pdf, view.save_pdf), (word, view.save_word)):
        save_as(path)
        save()
        qtbot.waitUntil(path.exists, timeout=20_000)
    for text in (_flat(" ".join(raster.text_of(pdf.read_bytes()))), _word_text(word)):
        for line in (
            "8 giờ 00 phút, ngày 13 tháng 3 năm 2018",
            "Khai mạc lúc 8 giờ 00 phút, có mặt 06/06 đơn vị.",
            *SAID,
            "Các đơn vị tổ chức thực hiện giao ước ngay sau hội nghị",
            "Thông qua giao ước thi đua năm 2018: 06/06 đại biểu",
            "11 giờ 30 phút, ngày 13 tháng 3 năm 2018",
        ):
            assert line in text, line
        assert "{" not in text
