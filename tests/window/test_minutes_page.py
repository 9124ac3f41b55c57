"""The page «Biên bản» by keyboard: hours, speakers, fields, stock phrases, lines become tasks."""

from __future__ import annotations

import datetime as dt
import re
import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.domain.meetings.meeting import Attendance, Presence
from desktop_app.domain.rich_text import RichText, TableBlock
from desktop_app.papers.meetings import drawn
from desktop_app.ui.meetings.drawn_field import SentenceDialog
from desktop_app.ui.meetings.task_dialog import TaskDialog
from desktop_app.ui.records.forms.pick_list import PickList

MEETINGS = 3
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().view
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    assert view.select(next(m.id for m in window.file.meetings.all() if not m.is_adopted))
    view.form.people.invite()
    view.form.people.all_present()
    return view


@pytest.fixture
def course(view):
    """The editor, empty, with the cursor in it."""
    view.form.focus_field("course")
    field = view.form.fields["course"]
    field.editor.clear()
    field.editor.setFocus()
    return field


def _picker():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PickList))


def test_one_key_writes_the_hour(course, keys):
    keys(Qt.Key.Key_Semicolon, CTRL)
    assert re.fullmatch(r"\d\d giờ \d\d, ", course.editor.toPlainText())


def test_speaker_is_picked_by_letters_without_accents(view, course, keys, qtbot):
    keys(Qt.Key.Key_F2)
    picker = _picker()
    chosen = next(p for p in view.form.record().attendance if p.is_here and p.name)
    picker.line.setText(chosen.name)
    keys(Qt.Key.Key_Return) if QApplication.focusWidget() is picker.line else picker.take_current()
    keys("Đề nghị các đơn vị sớm gửi báo cáo.")
    (block,) = course.value().blocks
    assert block.runs[0].bold
    assert chosen.name in block.runs[0].text
    assert block.runs[1] == block.runs[1].__class__("Đề nghị các đơn vị sớm gửi báo cáo.")


def test_who_is_absent_is_offered_as_no_speaker_and_a_deputy_is(view, course):
    parts = list(view.form.record().attendance)
    parts[0] = parts[0].replace(
        presence=Presence.DEPUTY, deputy_name="Lê Văn Thay", deputy_rank="Thượng tá"
    )
    parts[1] = parts[1].replace(presence=Presence.ABSENT, name="Người Vắng")
    view.form.fields["attendance"].set_parts(parts)
    names = "\n".join(course.speakers())
    assert "Thượng tá Lê Văn Thay" in names
    assert "Người Vắng" not in names
    assert "(ủy quyền" not in names


def test_field_from_the_menu_stays_a_field(view, course, keys):
    course.choose_field()
    menu = next(w for w in course.findChildren(QMenu) if w.isVisible())
    next(a for a in menu.actions() if a.text() == "số có mặt").trigger()
    menu.close()
    assert course.value().text == "{số có mặt}"


def test_stock_phrase_of_the_kind_comes_first(view, course, keys):
    keys(Qt.Key.Key_F3)
    picker = _picker()
    assert picker.list.item(0).text().startswith("Khai mạc:")
    picker.take_current()
    assert "{chủ trì}" in course.value().text


def test_line_becomes_a_conclusion_and_one_undo_brings_it_back(view, course, keys):
    conclusions = view.form.fields["conclusions"]
    before = conclusions.value()
    keys("Dòng đầu")
    keys(Qt.Key.Key_Return)
    keys("Các đơn vị gửi báo cáo trước ngày 25")
    keys(Qt.Key.Key_F6)
    assert course.value().text == "Dòng đầu"
    assert conclusions.value()[-1].text == "Các đơn vị gửi báo cáo trước ngày 25"
    keys(Qt.Key.Key_Z, CTRL)
    assert course.value().text == "Dòng đầu\nCác đơn vị gửi báo cáo trước ngày 25"
    assert conclusions.value() == before


def test_line_becomes_a_task_with_unit_and_day(view, course, keys, monkeypatch):
    unit = view.form.record().attendance[0].unit

    def fill(dialog):
        dialog.unit.set_value(unit)
        dialog.due.set_value(dt.date(2018, 12, 1))
        dialog._give()
        return dialog.result()

    monkeypatch.setattr(TaskDialog, "exec", fill)
    keys("Tổng hợp kết quả")
    keys(Qt.Key.Key_F7)
    last = view.form.fields["conclusions"].value()[-1]
    assert (last.text, last.unit.id, last.due) == (
        "Tổng hợp kết quả",
        unit.id,
        dt.date(2018, 12, 1),
    )


def test_task_without_unit_and_day_is_refused(qtbot):
    dialog = TaskDialog("Việc", ())
    qtbot.addWidget(dialog)
    dialog._give()
    assert dialog.unit.problem() == "Nhiệm vụ cần có đơn vị thực hiện hoặc thời hạn."
    assert not dialog.result()


def test_given_up_task_leaves_the_line(view, course, keys, monkeypatch):
    monkeypatch.setattr(TaskDialog, "exec", lambda _: 0)
    before = view.form.fields["conclusions"].value()
    keys("Tổng hợp kết quả")
    keys(Qt.Key.Key_F7)
    assert course.value().text == "Tổng hợp kết quả"
    assert view.form.fields["conclusions"].value() == before


# --- sentences from the records -----------------------------------------------------------


def test_sentence_by_hand_and_back(view, monkeypatch):
    field = view.form.fields["overrides"]
    row = next(n for n in range(field.list.count()) if "tham dự" in field.list.item(n).text())
    field.list.setCurrentRow(row)

    def type_words(dialog):
        dialog.editor.setPlainText("Thành phần tham dự:\nđủ như giấy mời.")
        return 1

    monkeypatch.setattr(SentenceDialog, "exec", type_words)
    field.edit_button.click()
    (own,) = view.form.record().overrides
    assert (own.place, own.text) == (drawn.ATTENDANCE, "Thành phần tham dự: đủ như giấy mời.")
    assert "nay là" not in field.list.item(row).text()
    parts = view.form.fields["attendance"]
    parts.set_parts([p.replace(presence=Presence.ABSENT) for p in parts.value()])
    assert "Dữ liệu đã thay đổi: nay là «" in field.list.item(row).text()
    field.back_button.click()
    assert view.form.record().overrides == ()
    assert "có mặt 00" in field.list.item(row).text()


# --- open votes ----------------------------------------------------------------------------


def _present(view, *gone_at):
    units = view.form.record().period.members_on(view.form.record().day)
    view.form.fields["attendance"].set_parts(
        [
            Attendance(
                name=f"Người {n}",
                unit=member.unit,
                votes=True,
                presence=Presence.PRESENT,
                left=gone_at[n] if n < len(gone_at) else None,
            )
            for n, member in enumerate(units)
        ]
    )
    return len(units)


def test_vote_keeps_who_was_there_at_its_time(view, keys):
    members = _present(view, dt.time(9, 0), dt.time(9, 0), dt.time(9, 0))
    votes = view.form.fields["votes"]
    votes.set_parts(())
    view.form.focus_field("votes")
    votes.add_row()
    keys("Thông qua quy chế")
    keys(Qt.Key.Key_Return)
    keys("9:30")
    keys(Qt.Key.Key_Return)
    (vote,) = votes.value()
    assert (vote.taken_at, vote.voters, vote.members) == (dt.time(9, 30), members - 3, members)
    shown = votes.model.index(0, len(votes.model.columns) - 1).data()
    assert shown == f"{members - 3}/{members}, CHƯA ĐỦ 2/3"
    view.form.fields["attendance"].set_parts(())
    assert votes.value()[0].voters == members - 3, "kept with the vote"


def test_vote_of_more_than_are_there_is_refused_in_its_cell(view):
    members = _present(view)
    votes = view.form.fields["votes"]
    votes.set_parts([view.form.resolutions._next_vote().replace(question="A", voters=members + 1)])
    problems = view.form.problems()
    assert problems["votes.0.voters"].startswith(f"Số biểu quyết ({members + 1}) lớn hơn")
    assert not view.save()


def test_unanimous_by_one_key(view, keys):
    members = _present(view)
    votes = view.form.fields["votes"]
    vote = view.form.resolutions._next_vote()
    votes.set_parts([vote.replace(question="A", agreed=1, against=2, abstained=1)])
    view.form.focus_field("votes")
    keys(Qt.Key.Key_T, CTRL)
    (vote,) = votes.value()
    assert (vote.agreed, vote.against, vote.abstained) == (members, 0, 0)


# --- much at once --------------------------------------------------------------------------


def _paste(course, html):
    data = QMimeData()
    data.setHtml(html)
    start = time.perf_counter()
    course.editor.insertFromMimeData(data)
    return time.perf_counter() - start


def test_a_table_of_forty_columns_comes_in_as_lines(course):
    cells = "".join(f"<td>{n}</td>" for n in range(40))
    _paste(course, f"<table><tr>{cells}</tr><tr>{cells}</tr></table>")
    assert not any(isinstance(block, TableBlock) for block in course.value().blocks)
    assert "38 | 39" in course.value().text


@pytest.mark.long
def test_three_hundred_pages_are_pasted_whole(course):
    words = "Đồng chí phát biểu về công tác thi đua, khen thưởng của cụm. " * 8
    _paste(course, "".join(f"<p><b>Đoạn {n}.</b> {words}</p>" for n in range(1800)))
    assert len(course.value().blocks) == 1800
    assert course.value() == RichText.of(course.value().blocks)
