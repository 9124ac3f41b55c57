"""«Khoá tệp»: nothing of the file stays in the window; unlocked it is as it was left."""

from __future__ import annotations

import ctypes
import gc
import shutil
import subprocess
import sys
import weakref
from ctypes import wintypes

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
from shiboken6 import isValid

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.errors import DataFileError
from desktop_app.domain.meetings.conclusion import TaskState
from desktop_app.domain.scores.sheet import ScoreSheet, SheetState
from desktop_app.storage import DataFile
from desktop_app.storage.file_key import FileKey
from desktop_app.ui import looked_at, messages
from desktop_app.ui.asking import asked
from desktop_app.ui.dialogs.cluster_dialog import ClusterDialog
from desktop_app.ui.dialogs.history_dialog import HistoryDialog
from desktop_app.ui.dialogs.search_box import SearchBox
from desktop_app.ui.locking import unlock_panel
from desktop_app.ui.locking.kept_words_dialog import KeptWordsDialog
from desktop_app.ui.locking.password_dialog import PasswordDialog
from desktop_app.ui.locking.session import SessionWatch, says_locked
from desktop_app.ui.locking.tries import Tries
from desktop_app.ui.meetings.tasks_view import TasksView
from desktop_app.ui.menus.unfinished import offer_unfinished
from desktop_app.ui.records.attached import attached_files
from desktop_app.ui.scores.sheets.sheet_columns import PLACES
from desktop_app.ui.tabs import MEETINGS
from desktop_app.ui.units.new_year_wizard import NewYearWizard
from tests.window.locking import PASSWORD, _made, lock_file, settle
from tests.window.test_tasks import TASK

ASK = QDialog.exec
MARK = "Dấu-vết-không-được-thấy"


_LEFT: list[object] = []
"""Widgets and keys that tests before have left behind: none of the window that is locked."""


@pytest.fixture
def left_behind(qapp):
    """Takes note of them before the window is made."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    keys = [found for found in gc.get_objects() if isinstance(found, FileKey)]
    _LEFT[:] = [*QApplication.allWidgets(), *keys]
    yield
    _LEFT.clear()


def _is_left_behind(found):
    return any(found is other for other in _LEFT)


@pytest.fixture
def locked(left_behind, window, monkeypatch):
    """The window with an encrypted file."""
    monkeypatch.setattr(unlock_panel, "tries", Tries())
    lock_file(window)
    return window


@pytest.fixture
def units(locked):
    locked.tabs.setCurrentIndex(1)
    return locked.page().turn_to(0)


def lock(window, qtbot):
    window.actions_.locking.action.trigger()
    qtbot.waitUntil(lambda: window.actions_.locking.is_locked, timeout=10000)
    settle()
    return window.centralWidget()


def unlock(page, qtbot, words=PASSWORD):
    page.panel.line.setText(words)
    QTest.keyClick(page.panel.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.panel._job is None, timeout=10000)
    settle()


def shown_words():
    """Every word that any widget of the program holds, hidden ones included."""
    for widget in QApplication.allWidgets():
        if _is_left_behind(widget):
            continue
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel | QLineEdit):
            yield widget.text()
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        for row in range(model.rowCount() if model else 0):
            yield from (str(model.index(row, c).data()) for c in range(model.columnCount()))
        yield from (action.text() + action.toolTip() for action in widget.actions())


def names_of_units(window):
    return [unit.name for unit in window.file.units.all()]


def test_a_locked_window_holds_no_word_of_the_file_and_no_key(locked, units, qtbot):
    for index in range(locked.tabs.count()):
        locked.page(index)
    names = names_of_units(locked)
    assert any(names[0] in words for words in shown_words())
    HistoryDialog(locked.file, None, locked).show()
    SearchBox(locked).line.setText(names[0])
    key = weakref.ref(locked.file.key)
    typist(units, "code", MARK)
    page = lock(locked, qtbot)
    held = [words for words in shown_words() if any(name in words for name in [*names, MARK])]
    assert held == []
    gc.collect()
    assert key() is None
    keys = [found for found in gc.get_objects() if isinstance(found, FileKey)]
    assert [found for found in keys if not _is_left_behind(found)] == []
    assert locked.file is None
    assert "đã khoá" in locked.windowTitle()
    assert locked.focusWidget() is page.panel.line


def test_unlocking_returns_to_the_place_and_to_what_was_being_typed(locked, units, qtbot):
    record = locked.file.units.all()[2]
    assert units.select(record.id)
    name = "code"
    typist(units, name, MARK)
    assert units.has_edits
    page = lock(locked, qtbot)
    unlock(page, qtbot, "không phải mật khẩu")
    assert "chưa đúng" in page.panel.problem.text()
    assert locked.actions_.locking.is_locked
    unlock(page, qtbot)
    assert not locked.actions_.locking.is_locked
    assert locked.tabs.currentIndex() == 1
    view = locked.page().view
    assert view.form.shown.id == record.id
    assert view.has_edits
    assert MARK in str(view.form.record())
    assert MARK not in str(locked.file.units.find(record.id))
    assert view.save()
    assert locked.file.drafts.all() == ()


def typist(view, name, words):
    field = view.form.fields[name]
    field.focus_editor()
    for editor in field.findChildren(QLineEdit):
        editor.setText(words)
        editor.textEdited.emit(words)
        break
    else:
        raise AssertionError(f"{name} has no line")
    field.settle()


def test_a_record_that_was_never_saved_comes_back_too(locked, units, qtbot):
    units.add()
    typist(units, "code", MARK)
    unlock(lock(locked, qtbot), qtbot)
    view = locked.page().view
    assert view.has_edits
    assert MARK in str(view.form.record())


def test_a_step_of_the_plan_comes_back_too(locked, qtbot):
    locked.tabs.setCurrentIndex(0)
    steps = locked.page().turn_to(1)
    settle()
    shown = steps.form.shown.id
    typist(steps, "who", MARK)
    unlock(lock(locked, qtbot), qtbot)
    view = locked.page().view
    assert (view.form.shown.id, view.form.record().who) == (shown, MARK)
    assert view.save()
    assert locked.file.drafts.all() == ()
    assert MARK in str(locked.file.plans.all())


def test_keys_and_menus_do_nothing_while_it_is_locked(locked, qtbot):
    page = lock(locked, qtbot)
    menus = locked.menuBar().actions()
    assert [menu.isEnabled() for menu in menus] == [False] * (len(menus) - 1) + [True]
    for key in (Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_K, Qt.Key.Key_P):
        QTest.keyClick(page.panel.line, key, Qt.KeyboardModifier.ControlModifier)
    assert not any(action.isEnabled() for action in locked.actions_.toolbar_actions())
    unlock(page, qtbot)
    assert all(menu.isEnabled() for menu in locked.menuBar().actions())
    assert locked.tabs.isAncestorOf(QApplication.focusWidget())
    assert locked.actions_.finding.find.isEnabled()


def test_a_dialog_in_the_way_is_closed_without_a_question(locked, qtbot):
    dialog = QDialog(locked)
    dialog.setModal(True)
    dialog.reject = lambda: pytest.fail("nobody is there to answer")
    dialog.open()
    lock(locked, qtbot)
    assert not isValid(dialog)


@pytest.fixture
def told(monkeypatch):
    """What is shown of dialogs that the lock has closed; the person answers «Để sau»."""
    shown = []
    monkeypatch.setattr(QDialog, "exec", ASK)

    def later(dialog):
        shown.append(dialog.text.toPlainText())
        return dialog.result()

    monkeypatch.setattr(KeptWordsDialog, "exec", later)
    return shown


def typed_in(dialog, qtbot, window, work):
    """A dialog is opened as ever, worked in, and the window is locked over it."""
    QTimer.singleShot(50, lambda: (work(dialog), window.actions_.locking.action.trigger()))
    assert not asked(dialog)
    qtbot.waitUntil(lambda: window.actions_.locking.is_locked, timeout=10000)
    settle()
    return window.centralWidget()


def test_what_was_typed_in_a_dialog_is_shown_after_unlocking(locked, qtbot, told):
    def work(dialog):
        dialog.form.fields["name"].findChild(QLineEdit).setText(MARK)

    page = typed_in(ClusterDialog(locked.file, locked.period.cluster, locked), qtbot, locked, work)
    assert not any(MARK in words for words in shown_words())
    unlock(page, qtbot)
    qtbot.waitUntil(lambda: bool(told))
    assert "«Thông tin cụm»" in told[0]
    assert told[0].splitlines()[1:] == [f"Tên cụm: {MARK}"]
    # «Để sau»: it is asked again when the file is opened the next time
    assert len(locked.file.drafts.words()) == 1
    offer_unfinished(locked)
    assert len(told) == 2


def test_so_is_what_was_typed_in_a_wizard_and_over_it(locked, qtbot, told):
    def type_over_it():
        QApplication.activeModalWidget().findChild(QLineEdit).setText(MARK)
        locked.actions_.locking.lock()

    def work(wizard):
        wizard.units_page.slogan.setText("Đoàn kết, kỷ cương")
        wizard.units_page.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        QTimer.singleShot(50, type_over_it)
        over = QInputDialog(wizard)
        over.setWindowTitle("Tên mẫu")
        asked(over)

    wizard = NewYearWizard(locked.file, locked.period, locked)
    first = wizard.units_page.list.item(0).text()
    unlock(typed_in(wizard, qtbot, locked, work), qtbot)
    qtbot.waitUntil(lambda: bool(told))
    over, below = told[0].split("\n\n")
    assert "«Tên mẫu»" in over
    assert MARK in over
    assert "«Mở năm mới»" in below
    assert "Đoàn kết, kỷ cương" in below
    assert f"☐ {first}" in below.splitlines()[-1]


def test_what_is_no_value_is_told_too(locked, qtbot, told):
    locked.tabs.setCurrentIndex(MEETINGS)
    view = locked.page().view
    qtbot.waitUntil(lambda: view.list.model.total == 3)
    assert view.select(next(m.id for m in locked.file.meetings.all() if not m.is_adopted))
    title = view.edited_title()
    view.form.fields["minutes_copies"].editor.setText("hai bản")
    agenda = view.form.fields["agenda"]
    agenda._go(0, next(n for n, c in enumerate(agenda.model.columns) if c.field == "minutes"))
    agenda.edit_current()
    agenda.table.open_editor().setText("nửa giờ")
    unlock(lock(locked, qtbot), qtbot)
    qtbot.waitUntil(lambda: bool(told))
    first, *lines = told[0].splitlines()
    assert title in first
    assert "Số bản: hai bản" in lines
    assert any("nửa giờ" in line for line in lines)


def test_so_is_what_was_typed_wrongly_in_a_score_sheet(locked, qtbot, told):
    locked.tabs.setCurrentIndex(2)
    page = locked.page()
    view = page.turn_to([label for label, _ in page.views].index("Chấm điểm"))
    qtbot.waitUntil(lambda: view.model.sheet is not None)
    sheets = locked.file.store_of(ScoreSheet).all()
    assert view.select(next(sheet.id for sheet in sheets if sheet.state is SheetState.DRAFT))
    model = view.model
    keys = ("figure", "review1", "review2", "final_score")
    cells = (model.index(row, PLACES[key]) for row in range(model.rowCount()) for key in keys)
    cell = next(index for index in cells if model.is_open(index))
    evidence = (cell.row(), PLACES["evidence"])
    model.put(cell, "chín rưỡi")
    model.put(model.index(*evidence), MARK)
    label = model.unreadable()[0][0]
    assert label.startswith(model.rows[cell.row()].code)
    unlock(lock(locked, qtbot), qtbot)
    qtbot.waitUntil(lambda: bool(told))
    assert f"{label}: chín rưỡi" in told[0].splitlines()
    view = locked.page().view
    assert view.model.copied(view.model.index(*evidence)) == MARK
    assert view.has_edits
    assert view.save()
    assert locked.file.drafts.all() == ()


def test_so_is_what_was_typed_of_a_task_that_cannot_be_saved_yet(locked, qtbot, told):
    locked.tabs.setCurrentIndex(MEETINGS)
    page = locked.page()
    view = page.turn_to(next(n for n, (_, kind) in enumerate(page.views) if kind is TasksView))
    qtbot.waitUntil(view.isVisible)
    assert view.select(TASK)
    fields = view.form.fields
    fields["state"].put(TaskState.DONE)  # on what day is not said
    fields["result"].put(MARK)
    assert not view.save()
    unlock(lock(locked, qtbot), qtbot)
    qtbot.waitUntil(lambda: bool(told))
    assert f"Kết quả: {MARK}" in told[0].splitlines()


def test_nothing_is_told_of_a_dialog_that_was_only_looked_at(locked, qtbot, told):
    page = typed_in(
        ClusterDialog(locked.file, locked.period.cluster, locked), qtbot, locked, lambda _: None
    )
    unlock(page, qtbot)
    settle()
    assert locked.file.drafts.words() == ()
    assert told == []


def test_no_password_is_kept(locked, qtbot, told):
    def work(dialog):
        dialog.current.setText(MARK)
        dialog.first.show_words()
        dialog.first.setText(MARK)

    dialog = PasswordDialog("tệp", locked.file.key, 15, lambda _: None, locked)
    page = typed_in(dialog, qtbot, locked, work)
    unlock(page, qtbot)
    assert MARK not in str(locked.file.drafts.words())


def test_words_are_copied_and_thrown_away_by_the_person(locked, qtbot, monkeypatch):
    for _ in range(2):  # the lock may have to be tried again
        locked.file.drafts.keep_words("Thêm việc", [("Nội dung", MARK), ("", "☑ Cục A")])
    assert len(locked.file.drafts.words()) == 1
    dialog = KeptWordsDialog(locked.file, locked)
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert f"Nội dung: {MARK}\n☑ Cục A" in QGuiApplication.clipboard().text()
    monkeypatch.setattr(messages, "ask", lambda *_, **__: False)
    dialog.drop_button.click()
    assert locked.file.drafts.words() != ()
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    dialog.drop_button.click()
    assert locked.file.drafts.words() == ()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_dialog_whose_words_cannot_be_kept_stays_and_nothing_is_locked(
    locked, qtbot, monkeypatch
):
    dialog = ClusterDialog(locked.file, locked.period.cluster, locked)
    monkeypatch.setattr(QDialog, "exec", ASK)

    def full(*_):
        raise DataFileError("Ổ đĩa đã đầy")

    def look():
        dialog.form.fields["name"].findChild(QLineEdit).setText(MARK)
        monkeypatch.setattr(locked.file.drafts, "keep_words", full)
        locked.actions_.locking.lock()
        assert dialog.isVisible()
        assert not locked.actions_.locking.is_locked
        dialog.reject()

    QTimer.singleShot(50, look)
    asked(dialog)


def test_undo_reaches_back_over_the_lock(locked, units, qtbot):
    record = locked.file.units.all()[2]
    locked.file.units.save(record.replace(note="sửa"))
    undo = locked.file.history.next_undo()
    assert undo
    unlock(lock(locked, qtbot), qtbot)
    assert locked.file.history.next_undo() == undo
    assert locked.actions_.keeping.undo.isEnabled()
    locked.actions_.keeping.undo.trigger()
    assert locked.file.units.get(record.id) == record


def test_it_does_not_where_the_file_is_another_one_now(locked, qtbot):
    locked.file.units.save(locked.file.units.all()[2].replace(note="sửa"))
    page, path = lock(locked, qtbot), locked.actions_.locking._path
    with DataFile.open(path, FileKey(_made["header"], _made["secret"])) as other:
        other.units.save(other.units.all()[3].replace(note="sửa ở nơi khác"))
    unlock(page, qtbot)
    assert locked.file.history.next_undo() == ""


def test_after_minutes_without_a_key_it_locks_itself(locked, qtbot, monkeypatch):
    idle = locked.actions_.locking.idle
    assert idle.is_watching
    assert idle._seconds == 15 * 60
    idle.look()
    assert not locked.actions_.locking.is_locked
    idle._last -= 15 * 60 - 2
    QTest.keyClick(locked.windowHandle(), Qt.Key.Key_Shift)
    idle.look()
    assert not locked.actions_.locking.is_locked
    idle._last_by_calendar -= 15 * 60 + 1  # a laptop that slept
    idle.look()
    qtbot.waitUntil(lambda: locked.actions_.locking.is_locked, timeout=10000)
    assert not idle.is_watching


def test_the_minutes_are_kept_in_the_file(locked):
    from desktop_app.ui.locking.file_password import MINUTES

    locked.file.keep_setting(MINUTES, 3)
    locked.actions_.locking.watch(locked.file)
    assert locked.actions_.locking.idle._seconds == 180


def test_it_locks_with_the_session_of_the_pc(locked, qtbot):
    session = locked.actions_.locking.findChild(SessionWatch)
    session.saver_changed(False)
    assert not locked.actions_.locking.is_locked
    session.saver_changed(True)
    qtbot.waitUntil(lambda: locked.actions_.locking.is_locked, timeout=10000)


def test_a_plain_file_is_not_locked(window):
    assert not window.actions_.locking.action.isEnabled()
    assert "chỉ khoá được tệp có mật khẩu" in window.actions_.locking.action.toolTip()
    window.actions_.locking.lock()
    assert window.file is not None


def test_copies_for_other_programs_and_the_clipboard_go_with_the_lock(locked, qtbot, monkeypatch):
    content = MARK.encode()
    attachment = locked.file.attachments.add(locked.period, "giấy.txt", content)
    assert isinstance(attachment, Attachment)
    copy = attached_files.copy_to_look_at(attachment, content)
    paper = looked_at.folder(looked_at.PAPERS) / "giấy.pdf"
    paper.parent.mkdir(parents=True, exist_ok=True)
    paper.write_bytes(content)
    QGuiApplication.clipboard().setText(MARK)
    # the clipboard without a screen does not know whose it is
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)
    lock(locked, qtbot)
    assert not copy.exists()
    assert not paper.exists()
    assert QGuiApplication.clipboard().text() == ""


def test_the_recovery_code_unlocks_too(locked, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_note", lambda _p, *words: told.append(words))
    code = locked.file.key.recovery_code
    page = lock(locked, qtbot)
    QTest.mouseClick(page.panel.way_button, Qt.MouseButton.LeftButton)
    unlock(page, qtbot, code)
    assert locked.file is not None
    assert "mã khôi phục" in told[0][0]


def test_a_file_that_is_away_can_be_unlocked_when_it_is_back(locked, qtbot):
    path = locked.file.path
    page = lock(locked, qtbot)
    away = path.rename(path.with_name("rút ra"))
    unlock(page, qtbot)
    assert "cắm lại USB" in page.panel.problem.text()
    away.rename(path)
    unlock(page, qtbot)
    assert locked.file is not None


def test_another_file_can_be_opened_from_the_locked_window(locked, qtbot, sample, tmp_path):

    other = shutil.copy(sample, tmp_path / "khác.thidua")
    lock(locked, qtbot)
    assert locked.actions_.files.open(other)
    settle()
    assert not locked.actions_.locking.is_locked
    assert locked.tabs.isVisible()
    assert locked.page(MEETINGS)


def test_a_draft_that_cannot_be_written_keeps_the_window_open(locked, units, qtbot, monkeypatch):
    typist(units, "code", MARK)

    def full(*_):
        raise DataFileError("Ổ đĩa đã đầy")

    monkeypatch.setattr(locked.file.drafts, "keep", full)
    locked.actions_.locking.lock()
    assert not locked.actions_.locking.is_locked
    assert units.has_edits


def test_a_message_of_windows_is_understood():
    for message, what, locked in ((0x02B1, 7, True), (0x02B1, 8, False), (0x0100, 7, False)):
        told = wintypes.MSG()
        told.message, told.wParam = message, what
        assert says_locked(ctypes.addressof(told)) == locked


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")
def test_the_screen_saver_is_heard_over_d_bus(tmp_path):

    if not shutil.which("dbus-run-session") or not shutil.which("dbus-send"):
        pytest.skip("no D-Bus here")
    code = (
        "import subprocess, sys\n"
        "from PySide6.QtCore import QCoreApplication, QObject, QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop_app.ui.locking.session import SessionWatch\n"
        "app = QApplication([])\n"
        "owner = QObject()\n"
        "watch = SessionWatch(owner)\n"
        "watch.locked.connect(lambda: (print('locked', flush=True), app.quit()))\n"
        "QTimer.singleShot(300, lambda: subprocess.run(['dbus-send', '--session',"
        " '--type=signal', '/org/freedesktop/ScreenSaver',"
        " 'org.freedesktop.ScreenSaver.ActiveChanged', 'boolean:true'], check=True))\n"
        "QTimer.singleShot(8000, app.quit)\n"
        "app.exec()\n"
    )
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout.strip() == "locked", done.stderr


def test_no_widget_is_left_of_the_pages(locked, qtbot):
    for index in range(locked.tabs.count()):
        locked.page(index)
    pages = [weakref.ref(page) for page in locked.pages.values()]
    lock(locked, qtbot)
    gc.collect()
    assert [page() for page in pages if page() is not None] == []
