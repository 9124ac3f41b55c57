"""The page «Tệp kèm»: files come in whole or not at all, and nothing is ever run from it."""

import os
import stat
import threading

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop_app import paths
from desktop_app.domain.attachment import Attachment, free_name, safe_name
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.period import PeriodState
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile, attachment_store
from desktop_app.ui import messages
from desktop_app.ui.commendations.decision_view import DecisionView
from desktop_app.ui.compacts.compact_view import CompactView
from desktop_app.ui.meetings.meetings_tab import MeetingView
from desktop_app.ui.records.attached import attached_files, attachments
from desktop_app.ui.records.attached.attachments import AttachmentPanel
from desktop_app.ui.units.unit_view import UnitView

UNIT = Unit(id="c07", names=(UnitName(full="Cục Cảnh sát"),))
OTHER = Unit(id="k01", names=(UnitName(full="Bộ Tư lệnh Cảnh vệ"),))


@pytest.fixture
def file(tmp_path):
    with DataFile.create(tmp_path / "cụm.thidua", (UNIT, OTHER)) as opened:
        yield opened


@pytest.fixture
def panel(qtbot, file):
    made = AttachmentPanel()
    qtbot.addWidget(made)
    made.show_record(file, UNIT, is_saved=True, read_only=False)
    made.resize(560, 400)
    made.show()
    return made


@pytest.fixture
def told(monkeypatch):
    """What was said in windows of their own."""
    said = []
    monkeypatch.setattr(messages, "show_error", lambda _, error: said.append(error.what))
    monkeypatch.setattr(messages, "show_note", lambda _, title, body="": said.append(title))
    return said


@pytest.fixture
def opened(monkeypatch):
    """What would be opened in other programs."""
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) or True)
    return urls


@pytest.fixture
def add(panel, qtbot, tmp_path):
    """Writes a file and attaches it."""

    def write(name, content=b"noi dung"):
        path = tmp_path / name
        path.write_bytes(content)
        panel.add_files([path])
        qtbot.waitUntil(lambda: panel.reading.job is None)
        return path

    return write


def names(file, owner=UNIT):
    return [attachment.name for attachment in file.attachments.of_record(owner)]


def shown(panel):
    model = panel.model
    return [
        [model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())
    ]


def overlay(panel):
    return panel.table._overlay.text() if panel.table._overlay.isVisible() else ""


def drop(panel, *urls):
    """Drags these over the page and lets go; the action taken in each step, or None.

    The other program proposes to move the files, as Windows does within one drive.
    """
    data = QMimeData()
    data.setUrls(list(urls))
    copy, move = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
    rest = (copy | move, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    steps = {
        panel.dragEnterEvent: QDragEnterEvent(QPoint(9, 9), *rest),
        panel.dragMoveEvent: QDragMoveEvent(QPoint(9, 9), *rest),
        panel.dropEvent: QDropEvent(QPoint(9, 9), *rest),
    }
    taken = []
    for handle, event in steps.items():
        event.setDropAction(move)
        event.ignore()
        if handle == panel.dragMoveEvent and taken == [None]:
            continue  # Qt sends none where the entering was refused
        handle(event)
        # the event may not outlive its data, not even to be shown in a failure
        taken.append(event.dropAction().name if event.isAccepted() else None)
    return taken


# --- in -----------------------------------------------------------------------------------


def test_a_file_is_kept_at_once_and_said(panel, file, add, qtbot):
    with qtbot.waitSignals([panel.changed, panel.status, panel.counted]):
        add("Biên bản.pdf", b"x" * 1_258_291)
    attachment = file.attachments.of_record(UNIT)[0]
    assert file.attachments.content(attachment) == b"x" * 1_258_291
    assert shown(panel) == [["Biên bản.pdf", "1,2 MB", f"{attachment.added_at:%d/%m/%Y}"]]
    file.history.undo()
    assert names(file) == []


def test_chosen_files_come_in_in_their_order(panel, file, qtbot, tmp_path, monkeypatch):
    chosen = [str(tmp_path / name) for name in ("b.pdf", "a.pdf", "c.pdf")]
    for place, name in enumerate(chosen):
        (tmp_path / name).write_bytes(bytes([place + 1]))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: (chosen, ""))
    panel.add_button.click()
    qtbot.waitUntil(lambda: names(file) == ["b.pdf", "a.pdf", "c.pdf"])


def test_dropped_files_are_copied_never_moved(panel, file, qtbot, tmp_path):
    path = tmp_path / "danh sách.xlsx"
    path.write_bytes(b"1")
    assert drop(panel, QUrl.fromLocalFile(str(path))) == ["CopyAction"] * 3
    qtbot.waitUntil(lambda: names(file) == ["danh sách.xlsx"])
    assert path.exists()


def test_what_is_no_file_of_this_computer_is_not_taken(panel, file):
    assert drop(panel, QUrl("https://example.org/a.pdf")) == [None, None]
    assert panel.reading.job is None


def test_a_file_belongs_to_the_record_it_was_dropped_on(panel, file, qtbot, tmp_path):
    chosen = [tmp_path / name for name in ("a.pdf", "b.pdf")]
    for path in chosen:
        path.write_bytes(path.name.encode())
    panel.add_files(chosen)
    panel.show_record(file, OTHER, is_saved=True, read_only=False)
    qtbot.waitUntil(lambda: names(file) == ["a.pdf", "b.pdf"])
    assert names(file, OTHER) == []
    assert shown(panel) == []


def test_a_record_deleted_meanwhile_gets_nothing(panel, file, told, add):
    file.units.delete(UNIT)
    add("a.pdf")
    assert "đã bị xoá" in told[0]
    assert names(file) == []


def test_another_file_stops_the_reading(panel, file, qtbot, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"1")
    panel.add_files([path, path])
    job = panel.reading.job
    with DataFile.create(tmp_path / "khác.thidua", (UNIT,)) as other:
        with qtbot.waitSignal(job.finished):
            panel.show_record(other, UNIT, is_saved=True, read_only=False)
        assert panel.reading.job is None
        assert names(file) == names(other) == []


@pytest.mark.parametrize("kind", ["folder", "pipe", "gone", "empty", "large"])
def test_only_whole_regular_files_come_in(panel, file, told, add, tmp_path, monkeypatch, kind):
    path = tmp_path / "x.pdf"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("no pipes here")
        os.mkfifo(path)
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "large":
        monkeypatch.setattr(attachment_store, "LARGEST", 3)
        path.write_bytes(b"1234")
    panel.add_files([path])
    add("tốt.pdf", b"123")
    assert names(file) == ["tốt.pdf"]
    assert len(told) == 1
    assert "x.pdf" in told[0]


def test_a_large_file_is_not_even_read(monkeypatch, tmp_path):
    monkeypatch.setattr(attachment_store, "LARGEST", 3)
    path = tmp_path / "x.pdf"
    path.write_bytes(b"1234")
    monkeypatch.setattr(type(path), "open", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(UserFacingError, match="20 MB"):
        attached_files.read_file(path, lambda *_: None)


def test_a_slow_reading_is_shown_and_can_be_stopped(panel, file, qtbot, tmp_path, monkeypatch):
    free = threading.Event()
    monkeypatch.setattr(attached_files, "read_file", lambda path, _: free.wait(20) and b"1")
    panel.reading._slow.setInterval(1)
    panel.add_files([tmp_path / "một.pdf", tmp_path / "hai.pdf"])
    qtbot.waitUntil(panel.strip.isVisible)
    panel.strip.stop()
    free.set()
    qtbot.waitUntil(lambda: not panel.strip.isVisible())
    assert panel.reading.job is None
    assert names(file) == []


def test_what_was_refused_is_said_once(panel, file, told, qtbot, tmp_path):
    panel.add_files([tmp_path / "một.pdf", tmp_path / "hai.pdf"])
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert "một.pdf" in told[0]
    assert "hai.pdf" in told[0]


def test_the_same_file_twice_is_kept_once_another_gets_a_number(panel, file, add):
    add("a.pdf", b"1")
    add("a.pdf", b"1")
    add("A.pdf", b"2")
    assert names(file) == ["a.pdf", "A (2).pdf"]


# --- out ----------------------------------------------------------------------------------


def test_open_shows_a_copy_that_cannot_be_written(panel, file, add, opened):
    add("Biên bản.pdf")
    panel.open_button.click()
    panel.open_button.click()
    path = paths.cache_folder() / "attachments" / file.attachments.all()[0].sha256[:8]
    path /= "Biên bản.pdf"
    assert [url.toLocalFile() for url in opened] == [path.as_posix()] * 2
    assert path.read_bytes() == b"noi dung"
    assert not path.stat().st_mode & stat.S_IWUSR


def test_a_changed_copy_is_made_again(panel, add, opened):
    add("a.txt")
    panel.open_current()
    path = next(paths.cache_folder().glob("attachments/*/a.txt"))
    path.chmod(0o600)
    path.write_bytes(b"khac")
    panel.open_current()
    assert path.read_bytes() == b"noi dung"


@pytest.mark.parametrize("name", ["a.exe", "a.pdf.bat", "a.zip", "a.html", "a.docm", "pdf", "a.sh"])
def test_programs_are_not_opened(panel, add, opened, told, name):
    add(name)
    panel.open_current()
    assert opened == []
    assert "Không mở" in told[0]


def test_save_out_writes_the_very_bytes(panel, add, tmp_path, monkeypatch):
    add("a.bin", b"\x00\x01")
    target = tmp_path / "ra" / "b"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    panel.save_button.click()
    assert target.with_suffix(".bin").read_bytes() == b"\x00\x01"


def test_remove_asks_and_can_be_undone(panel, file, add, monkeypatch, qtbot):
    add("a.pdf", b"1")
    add("b.pdf", b"2")
    add("c.pdf", b"3")
    panel.table.selectRow(1)
    monkeypatch.setattr(messages, "ask", lambda *_, **__: False)
    panel.remove_button.click()
    assert names(file) == ["a.pdf", "b.pdf", "c.pdf"]
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    with qtbot.waitSignals([panel.changed, panel.status]):
        panel.remove_button.click()
    assert names(file) == ["a.pdf", "c.pdf"]
    assert panel.current().name == "c.pdf"
    file.history.undo()
    assert sorted(names(file)) == ["a.pdf", "b.pdf", "c.pdf"]


# --- keys and states ----------------------------------------------------------------------


def test_keys_open_and_remove(panel, file, add, opened, monkeypatch, qtbot):
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    add("a.pdf", b"1")
    add("b.pdf", b"2")
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert len(opened) == 1
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert names(file) == ["a.pdf"]
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert names(file) == []


def test_ctrl_del_does_not_reach_the_window(panel, qapp):
    control = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Delete, control)
    event.ignore()
    qapp.sendEvent(panel.table, event)
    assert event.isAccepted()


def test_a_new_record_is_saved_first(panel, file, add):
    panel.show_record(file, UNIT, is_saved=False, read_only=False)
    assert overlay(panel) == attachments.NOT_SAVED
    assert not panel.add_button.isEnabled()
    add("a.pdf")
    assert names(file) == []
    panel.show_record(file, UNIT, is_saved=True, read_only=False)
    assert overlay(panel) == attachments.EMPTY


def test_read_only_is_looked_at_only(panel, file, add, told, opened, monkeypatch):
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    path = add("a.pdf")
    panel.show_record(file, UNIT, is_saved=True, read_only=True)
    assert not panel.add_button.isEnabled()
    assert not panel.remove_button.isEnabled()
    panel.remove_current()
    assert drop(panel, QUrl.fromLocalFile(str(path))) == [None, None]
    panel.open_button.click()
    assert len(opened) == 1
    assert names(file) == ["a.pdf"]
    panel.show_record(file, OTHER, is_saved=True, read_only=True)
    assert overlay(panel) == attachments.EMPTY_READ_ONLY


def test_everything_is_named_and_reached_by_keyboard(panel):
    parts = [*panel.findChildren(QPushButton), panel.table]
    assert all(part.accessibleName() for part in parts)
    assert all(part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in parts)


# --- names and sizes ----------------------------------------------------------------------

NAMES = {
    "Biên bản.pdf": "Biên bản.pdf",
    "../../x.pdf": "x.pdf",
    "hồ sơ\u202efdp.exe": "hồ sơfdp.exe",
    "a<b>:c?.pdf": "a b c.pdf",
    "Bie\u0302n.pdf": "Biên.pdf",
    "con.pdf": "_con.pdf",
    "…": "…",
    " . ": "tep-kem",
    "x.pdf. ": "x.pdf",
    "Kế hoạch số 12. Phụ lục": "Kế hoạch số 12. Phụ lục",
}


@pytest.mark.parametrize(("name", "clean"), NAMES.items())
def test_names_are_cleaned(name, clean):
    assert safe_name(name) == clean


def test_a_long_name_keeps_its_ending():
    cut = safe_name("Ệ" * 300 + ".pdf")
    assert cut.endswith("Ệ.pdf")
    assert 190 < len(cut.encode()) <= 200


def test_a_number_is_given_as_often_as_needed():
    assert free_name("a.pdf", ["A.pdf", "a (2).pdf"]) == "a (3).pdf"


SIZES = {
    0: "0 byte",
    1023: "1023 byte",
    35_000: "34 KB",
    1_048_575: "1 MB",
    1_258_291: "1,2 MB",
    20 * 1024 * 1024: "20 MB",
}


@pytest.mark.parametrize(("size", "text"), SIZES.items())
def test_sizes_are_written_as_people_read_them(size, text):
    assert Attachment(size=size).size_text == text


# --- in the forms -------------------------------------------------------------------------


@pytest.fixture
def sample_file(tmp_path):
    with create_sample(tmp_path / "mẫu.thidua") as made:
        yield made


@pytest.mark.parametrize("make", [MeetingView, CompactView, DecisionView, UnitView])
def test_the_form_ends_with_the_page(qtbot, sample_file, tmp_path, make):
    view = make()
    qtbot.addWidget(view)
    view.set_file(sample_file)
    view.set_period(sample_file.periods.all()[0])
    view.show()
    tabs = view.form.tabs
    place = tabs.count() - 1
    assert tabs.tabBar().isVisible()
    assert tabs.tabText(place) == "Tệp kèm (0)"
    assert tabs.widget(place).isAncestorOf(view.attached)
    sample_file.attachments.add(view.form.shown, "a.pdf", b"1")
    view.refresh()
    assert tabs.tabText(place) == "Tệp kèm (1)"
    assert view.delete_note(view.form.shown).startswith("1 tệp kèm cũng bị xoá.")
    view._show_new(view.new_record())
    assert tabs.tabText(place) == "Tệp kèm (0)"
    assert not view.attached.can_add


def test_adopted_minutes_take_their_signed_scan(qtbot, sample_file):
    view = MeetingView()
    qtbot.addWidget(view)
    view.set_file(sample_file)
    view.set_period(sample_file.periods.all()[0])
    view.show()
    meetings = {meeting.is_adopted: meeting for meeting in sample_file.records_of(Meeting)}
    view.select(meetings[True].id)
    assert view.form.is_read_only
    assert view.attached.can_add


def test_a_closed_period_takes_no_more_files(qtbot, sample_file):
    view = MeetingView()
    qtbot.addWidget(view)
    view.set_file(sample_file)
    view.set_period(sample_file.periods.all()[0].replace(state=PeriodState.CLOSED))
    view.show()
    assert view.form.shown is not None
    assert not view.attached.can_add
