"""Minutes closed, opened again with a reason, closed again; codes of prints told apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.meetings.conclusion import Conclusion, TaskState
from desktop_app.domain.meetings.meeting import MeetingState, Presence
from desktop_app.papers import paper_with_key
from desktop_app.papers.block_data import to_text
from desktop_app.storage.schema.meetings import MinutesVersionRow
from desktop_app.ui import messages
from desktop_app.ui.dialogs.print_check_dialog import PrintCheckDialog
from desktop_app.ui.meetings.extract_dialog import ExtractDialog
from desktop_app.ui.meetings.versions_dialog import VersionsDialog

MEETINGS = 3
SIGNING = "hn-ky-ket-2018"


@pytest.fixture
def view(window, qtbot, monkeypatch):
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    monkeypatch.setattr(messages, "ask_text", lambda *_, **__: "Ghi thiếu ý kiến")
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().view
    qtbot.waitUntil(view.isVisible)
    view.select(SIGNING)
    return view


@pytest.fixture
def opened(window, view):
    """The signing conference, its minutes open and numbered."""
    view.reopen()
    meeting = window.file.meetings.get(SIGNING).replace(minutes_number=3)
    window.file.meetings.save(meeting)
    window.reload()
    view.select(SIGNING)
    return view


def printed(window):
    conference = window.file.conference_of(window.file.meetings.get(SIGNING))
    return paper_with_key("minutes").compose(conference)


def test_closed_minutes_print_their_code_and_drafts_say_so(window, opened):
    assert printed(window).foot.text.startswith("Bản nháp")
    opened.adopt()
    foot = printed(window).foot
    assert foot.code in foot.text
    assert "bản 2" in foot.text


def test_reason_of_opening_is_kept_with_the_version(window, opened):
    (first,) = window.file.conference_of(window.file.meetings.get(SIGNING)).versions
    assert first.reason == "Ghi thiếu ý kiến"


def test_without_a_reason_minutes_stay_closed(window, view, monkeypatch):
    monkeypatch.setattr(messages, "ask_text", lambda *_, **__: "")
    view.reopen()
    assert window.file.meetings.get(SIGNING).is_adopted


def test_closed_minutes_print_what_was_closed_whatever_becomes_of_names(window, opened):
    opened.adopt()
    before = to_text(printed(window))
    chair = window.file.meetings.get(SIGNING).chair
    window.file.people.save(chair.replace(full_name="Tên Mới Hoàn Toàn"))
    assert to_text(printed(window)) == before
    assert "Tên Mới Hoàn Toàn" not in before


def test_opening_again_needs_no_undo_of_names_and_closing_again_makes_a_new_version(window, opened):
    opened.adopt()
    opened.reopen()
    opened.adopt()
    versions = window.file.conference_of(window.file.meetings.get(SIGNING)).versions
    assert [v.number for v in versions] == [1, 2, 3]
    assert [bool(v.reason) for v in versions] == [True, True, False]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"agenda": ()}, "Chương trình còn trống"),
        ({"chair": None}, "Chưa có người chủ trì"),
        ({"minutes_number": None}, "Chưa có số biên bản"),
        ({"ends": None}, "Chưa có giờ kết thúc"),
    ],
)
def test_minutes_that_lack_something_are_not_closed(window, opened, monkeypatch, changes, words):
    told = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error.what))
    window.file.meetings.save(window.file.meetings.get(SIGNING).replace(**changes))
    window.reload()
    opened.adopt()
    assert words in told[0]
    assert not window.file.meetings.get(SIGNING).is_adopted


def test_absent_chair_does_not_close(window, opened, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error.what))
    meeting = window.file.meetings.get(SIGNING)
    attendance = tuple(
        part.replace(presence=Presence.ABSENT)
        if part.person and part.person.id == meeting.chair.id
        else part
        for part in meeting.attendance
    )
    window.file.meetings.save(meeting.replace(attendance=attendance, votes=()))
    window.reload()
    opened.adopt()
    assert "được ghi là vắng" in told[0]


def test_only_the_follow_up_of_tasks_changes_on_closed_minutes(window, opened):
    meeting = window.file.meetings.get(SIGNING)
    task = Conclusion(text="Nộp báo cáo", due=meeting.day)
    window.file.meetings.save(meeting.replace(conclusions=(task,)))
    window.reload()
    opened.adopt()
    closed = window.file.meetings.get(SIGNING)
    done = task.replace(state=TaskState.DONE, done_on=meeting.day, result="Đã nộp")
    window.file.meetings.save(closed.replace(conclusions=(done,)))
    with pytest.raises(InvalidRecord, match="mở chốt"):
        window.file.meetings.save(closed.replace(conclusions=(task.replace(text="Khác"),)))
    with pytest.raises(InvalidRecord, match="mở chốt"):
        window.file.meetings.save(closed.replace(place="Nơi khác"))


def test_closing_is_undone_whole(window, opened):
    opened.adopt()
    window.actions_.undo.trigger()
    meeting = window.file.meetings.get(SIGNING)
    assert not meeting.is_adopted
    assert len(window.file.conference_of(meeting).versions) == 1


def ask(qtbot, window, code):
    dialog = PrintCheckDialog(window.file)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.code, code)
    return dialog.answer.text()


def test_code_tells_the_version_in_force_an_old_one_and_a_stranger(window, opened, qtbot):
    (old,) = window.file.conference_of(window.file.meetings.get(SIGNING)).versions
    opened.adopt()
    current = printed(window).foot.code
    assert ask(qtbot, window, current.lower()).startswith("✔ KHỚP")
    # the same words closed again are another print: its foot says another version
    assert "BẢN CŨ" in ask(qtbot, window, old.code.replace("-", " "))
    assert ask(qtbot, window, "0000-0000-0000").startswith("✘ KHÔNG KHỚP")
    assert ask(qtbot, window, "3F9A").startswith("Gõ mã")


def test_altered_document_is_told_by_the_check_the_print_and_the_file(window, opened, qtbot):
    opened.adopt()
    version = window.file.conference_of(window.file.meetings.get(SIGNING)).version_in_force
    altered = version.document.replace("Hội trường", "Hội trườnq")
    assert altered != version.document
    query = MinutesVersionRow.update(document=altered).where(MinutesVersionRow.id == version.id)
    window.file.run(query)
    window.file.forget_loaded()
    assert "BẢN LƯU ĐÃ BỊ SỬA" in ask(qtbot, window, version.code)
    foot = printed(window).foot
    assert "BẢN LƯU ĐÃ BỊ SỬA" in foot.text
    assert not foot.code
    assert any("không còn khớp với mã" in words for words in window.file.check())


def test_closed_version_is_never_changed_and_only_closing_adopts(window, opened):
    (old,) = window.file.conference_of(window.file.meetings.get(SIGNING)).versions
    with pytest.raises(InvalidRecord, match="không sửa được"):
        window.file.minutes_versions.save(old.replace(document="[]").sealed())
    meeting = window.file.meetings.get(SIGNING)
    with pytest.raises(InvalidRecord, match="Chốt biên bản"):
        window.file.meetings.save(meeting.replace(state=MeetingState.ADOPTED))


def test_old_print_is_told_from_the_one_in_force(window, opened, qtbot):
    (old,) = window.file.conference_of(window.file.meetings.get(SIGNING)).versions
    window.file.meetings.save(window.file.meetings.get(SIGNING).replace(place="Hội trường lớn"))
    window.reload()
    opened.adopt()
    dialog = PrintCheckDialog(window.file)
    qtbot.addWidget(dialog)
    dialog.code.setText(old.code)
    assert "BẢN CŨ" in dialog.answer.text()
    assert "Ghi thiếu ý kiến" in dialog.answer.text()
    assert "bản 2" in dialog.answer.text()


def test_all_versions_are_listed_and_shown(window, opened, qtbot):
    window.file.meetings.save(window.file.meetings.get(SIGNING).replace(place="Hội trường lớn"))
    window.reload()
    opened.adopt()
    dialog = VersionsDialog(window.file.conference_of(window.file.meetings.get(SIGNING)))
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 2
    assert "Đang có hiệu lực" in dialog.list.item(0).text()
    assert "Ghi thiếu ý kiến" in dialog.list.item(1).text()
    dialog.show()
    qtbot.waitUntil(lambda: dialog.preview.is_ready, timeout=15000)
    assert "giống nhau" in dialog.differences.toPlainText()
    dialog.list.setCurrentRow(1)
    assert "lớn" in dialog.differences.toPlainText()
    dialog.other.setCurrentIndex(0)
    assert "lớn</span>" in dialog.differences.toHtml()
    assert "line-through" in dialog.differences.toHtml()


def test_extract_is_chosen_part_by_part(window, view, qtbot):
    dialog = ExtractDialog(window.file.conference_of(window.file.meetings.get(SIGNING)))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.chosen() == ()
    assert not dialog.preview.pdf
    dialog.list.setCurrentRow(1)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.chosen() == ("dien-bien-1",)
    qtbot.waitUntil(lambda: dialog.preview.is_ready, timeout=15000)


def test_papers_after_the_meeting_are_made_from_the_conference(window, view, qtbot):
    for key in ("conclusion-notice", "minutes-extract", "public-minutes"):
        view.choose_paper(key)
        qtbot.waitUntil(lambda: view.preview.is_ready, timeout=15000)
        assert view.preview.pdf.startswith(b"%PDF")


def test_a_confidential_line_becomes_a_confidential_conclusion(window, opened):
    course = opened.form.fields["course"]
    opened.form.focus_field("course")
    course.editor.moveCursor(QTextCursor.MoveOperation.End)
    course.tools["lock"].click()
    course.take_line(as_task=False)
    assert opened.form.record().conclusions[-1].is_confidential
