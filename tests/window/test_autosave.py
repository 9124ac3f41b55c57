"""What is typed and not saved: kept as a draft, offered after a crash, never merged silently."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop_app.domain.rich_text import RichText
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.dialogs.drafts_dialog import DraftsDialog
from desktop_app.ui.records.draft_keeper import IDLE, LONGEST

MEETINGS, UNITS = 3, 1
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().view
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    assert view.select(next(m.id for m in window.file.meetings.all() if not m.is_adopted))
    return view


def _type(view, keys, words="Gõ chưa lưu. "):
    view.form.focus_field("course")
    keys(words)


# --- kept -----------------------------------------------------------------------------------


def test_two_idle_seconds_keep_a_draft_and_the_foot_says_so(window, view, qtbot, keys):
    _type(view, keys)
    assert window.file.drafts.all() == ()
    qtbot.waitUntil(lambda: window.file.drafts.all() != (), timeout=IDLE + 2000)
    (draft,) = window.file.drafts.all()
    assert "Gõ chưa lưu." in RichText.from_data(draft.image["course"]).text
    assert re.fullmatch(r"Bản nháp tự lưu \d\d:\d\d", view.form._status.text())
    assert "Gõ chưa lưu." not in window.file.meetings.get(draft.record_id).course.text


def test_who_never_pauses_has_a_draft_after_four_seconds(window, view, qtbot, keys):
    began = time.monotonic()
    while not window.file.drafts.all():
        _type(view, keys, "chữ ")
        qtbot.wait(100)
        assert time.monotonic() - began < LONGEST / 1000 + 1


def test_half_made_word_is_waited_for(view, qtbot, keys):
    _type(view, keys)
    editor = QApplication.focusWidget()
    QApplication.sendEvent(editor, QInputMethodEvent("đươ", []))
    assert view.form.is_composing
    view.draft._maybe_keep()
    assert view.file.drafts.all() == ()
    done = QInputMethodEvent()
    done.setCommitString("được")
    QApplication.sendEvent(editor, done)
    view.draft._maybe_keep()
    assert len(view.file.drafts.all()) == 1


def test_words_in_an_open_cell_are_in_the_draft(view, keys):
    table = view.form.fields["conclusions"]
    view.form.focus_field("conclusions")
    table.add_row()
    keys("Kết luận đang gõ dở trong ô")
    view.draft.keep()
    (draft,) = view.file.drafts.all()
    assert draft.image["conclusions"][-1]["text"] == "Kết luận đang gõ dở trong ô"
    assert table.table.is_typing(), "the cell is still open"


def test_saving_drops_the_draft(window, view, qtbot, keys):
    _type(view, keys)
    view.draft.keep()
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not view.has_edits
    assert window.file.drafts.all() == ()


def test_giving_up_drops_the_draft(window, view, keys):
    _type(view, keys)
    view.draft.keep()
    view.discard()
    assert window.file.drafts.all() == ()


def test_what_was_taken_back_by_hand_needs_no_draft(window, view, qtbot, keys):
    _type(view, keys)
    view.draft.keep()
    view.form.fields["course"].editor.set_rich_text(view.form.shown.course)
    assert not view.form.is_dirty
    view.draft.keep()
    assert window.file.drafts.all() == ()


def test_a_draft_lets_the_lists_alone(window, view, keys):
    _type(view, keys)
    before = window.file.meetings.all()
    view.draft.keep()
    assert all(a is b for a, b in zip(before, window.file.meetings.all(), strict=True))


def test_any_form_keeps_drafts(window, qtbot, keys):
    window.tabs.setCurrentIndex(UNITS)
    units = window.page().view
    qtbot.waitUntil(lambda: units.form.shown is not None)
    units.add()
    units.form.focus_field("code")
    keys("CATHU")
    units.draft.keep()
    (draft,) = window.file.drafts.all()
    assert (draft.kind, draft.base, draft.image["code"]) == ("Unit", None, "CATHU")


def test_a_full_disk_is_said_in_the_foot(window, view, keys, monkeypatch):
    from desktop_app.domain.errors import DataFileError

    def full(*_):
        raise DataFileError("Ổ đĩa đã đầy nên chưa lưu được.")

    _type(view, keys)
    monkeypatch.setattr(window.file.drafts, "keep", full)
    view.draft.keep()
    assert "Ổ đĩa đã đầy" in view.form._status.text()
    assert view.has_edits


# --- offered --------------------------------------------------------------------------------


def _dialog(window, qtbot):
    dialog = DraftsDialog(window.file, window.show_draft, window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_draft_is_put_back_as_unsaved_edits(window, view, qtbot):
    saved = view.form.shown
    typed = saved.replace(name="Hội nghị gõ dở", course=RichText.plain("Diễn biến gõ dở"))
    window.file.drafts.keep(typed, saved)
    window.tabs.setCurrentIndex(UNITS)
    dialog = _dialog(window, qtbot)
    dialog.restore()
    assert window.tabs.currentIndex() == MEETINGS
    assert view.form.record().course.text == "Diễn biến gõ dở"
    assert view.has_edits
    assert window.file.meetings.get(saved.id) == saved
    assert len(window.file.drafts.all()) == 1, "kept until it is saved"
    assert view.save()
    assert window.file.drafts.all() == ()
    assert window.file.meetings.get(saved.id).name == "Hội nghị gõ dở"


def test_draft_of_a_record_never_saved_comes_back_as_a_new_one(window, view, qtbot):
    fresh = view.new_record().replace(name="Họp chưa lưu lần nào")
    window.file.drafts.keep(fresh, None)
    dialog = _dialog(window, qtbot)
    assert dialog.list.item(0, 3).text() == "Bản ghi mới, chưa lưu lần nào"
    dialog.restore()
    assert view.form.record().name == "Họp chưa lưu lần nào"
    assert view.has_edits
    view.discard()
    assert window.file.drafts.all() == ()


def test_change_since_the_draft_is_said_and_shown(window, view, qtbot):
    saved = view.form.shown
    window.file.drafts.keep(saved.replace(place="Phòng họp số 1"), saved)
    window.file.meetings.save(saved.replace(place="Phòng họp số 2"))
    dialog = _dialog(window, qtbot)
    assert "đã thay đổi" in dialog.list.item(0, 3).text()
    dialog.view()
    shown = [dialog.detail.item(0, column).text() for column in range(3)]
    assert shown == ["Địa điểm", "Phòng họp số 2", "Phòng họp số 1"]


def test_thrown_away_after_a_question(window, view, qtbot, monkeypatch):
    window.file.drafts.keep(view.form.shown.replace(place="x"), view.form.shown)
    dialog = _dialog(window, qtbot)
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    dialog.drop()
    assert window.file.drafts.all() == ()
    assert dialog.result() == DraftsDialog.DialogCode.Accepted


def test_draft_of_closed_minutes_stays_and_says_why(window, view, qtbot, monkeypatch):
    adopted = next(m for m in window.file.meetings.all() if m.is_adopted)
    window.file.drafts.keep(adopted.replace(place="x"), adopted)
    said = []
    monkeypatch.setattr(messages, "show_note", lambda _, title, *__: said.append(title))
    dialog = _dialog(window, qtbot)
    dialog.restore()
    assert said == ["Chưa khôi phục được bản nháp này."]
    assert len(window.file.drafts.all()) == 1


def test_opening_a_file_with_a_draft_offers_it(window, view, qtbot, monkeypatch, sample, tmp_path):
    other = tmp_path / "khác.thidua"
    shutil.copy(sample, other)
    with DataFile.open(other) as file:
        meeting = file.meetings.all()[0]
        file.drafts.keep(meeting.replace(place="x"), meeting)
    offered = []
    monkeypatch.setattr(DraftsDialog, "exec", lambda self: offered.append(self._drafts[0].title))
    assert window.actions_.files.open(other)
    qtbot.waitUntil(lambda: offered == [meeting.name])


# --- killed ---------------------------------------------------------------------------------


@pytest.mark.timeout(900)
@pytest.mark.parametrize("times", [3, pytest.param(20, marks=pytest.mark.long)])
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="chỉ có trên hệ thống POSIX")
def test_killed_while_typing_loses_at_most_five_seconds(sample, tmp_path, times):
    chance = random.Random(times)
    for turn in range(times):
        path = tmp_path / f"{turn}.thidua"
        shutil.copy(sample, path)
        lost = _killed_after(path, chance.uniform(5, 10), tmp_path / f"{turn}.log")
        assert lost <= 5, f"lần {turn}: mất {lost:.1f} giây"


def _killed_after(path: Path, seconds: float, log: Path) -> float:
    """Seconds of typing that are not in the draft when the typist is killed."""
    with log.open("w") as output:
        typist = subprocess.Popen(
            [sys.executable, "-m", "tests.window.typist", str(path)],
            stdout=output,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )
    try:
        _wait_for(log.read_text, 60)
        time.sleep(seconds)
        struck = time.monotonic()
    finally:
        typist.send_signal(signal.SIGKILL)
        typist.wait()
    words = [line.split() for line in log.read_text().splitlines() if line.count(" ") == 2]
    since = {int(number): float(when) for number, when, _ in words}
    assert struck - max(since.values()) < 1, "the typist had stopped before"
    with DataFile.open(path) as file:
        assert file.check() == ()
        draft = file.drafts.find(words[0][2])
    kept = RichText.from_data(draft.image["course"]).text if draft else ""
    numbers = [int(found) for found in re.findall(r"«từ (\d+)»", kept)]
    first_lost = max(numbers, default=0) + 1
    return struck - since.get(first_lost, struck)


def _wait_for(happened, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, "the typist did not begin"
        time.sleep(0.05)
