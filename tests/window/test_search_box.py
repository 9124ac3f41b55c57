"""«Tìm mọi nơi» in the real window: typed as people type, opened by one key."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.domain.search_text import Excerpt
from desktop_app.domain.search_words import folded
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.storage.search_index import KINDS
from desktop_app.ui.dialogs import check_dialog
from desktop_app.ui.dialogs.search_box import SearchBox, recent
from desktop_app.ui.dialogs.search_list import Head, Line, laid_out
from desktop_app.ui.tabs import TABS
from desktop_app.ui.theme import theme
from desktop_app.ui.units.unit_view import UnitView

from .hand import Hand
from .journeys import took


@pytest.fixture
def opened(window, keys):
    """Ctrl+K as it is pressed in the window; answers the box."""

    def press():
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        (box,) = (box for box in window.findChildren(SearchBox) if box.isVisible())
        QTest.qWaitForWindowActive(box)
        box.line.setFocus()
        return box

    yield press
    for box in window.findChildren(SearchBox):
        box.close()


def lines(box):
    return [row for row in box.list.lines.rows if isinstance(row, Line)]


def heads(box):
    return [row.text for row in box.list.lines.rows if isinstance(row, Head)]


def status_words(window):
    return " ".join(label.text() for label in window.statusBar().findChildren(QLabel))


def look_for(box, words):
    QApplication.sendEvent(box.line, _committed(words))
    box.search()


def _committed(words):
    event = QInputMethodEvent()
    event.setCommitString(words)
    return event


def test_what_a_unit_received_is_two_steps_away(window, opened):
    """J10: Ctrl+K and the name, Enter."""
    hand = Hand()
    unit = window.file.units.all()[1]
    window.tabs.setCurrentIndex(4)
    box = opened()
    hand.steps.append("Ctrl+K, gõ tên")
    QApplication.sendEvent(box.line, _committed(unit.short_name.lower()))
    hand.steps.append("Enter")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    took("J10", hand.steps)
    view = window.page().view
    assert isinstance(view, UnitView)
    assert view.current_record().id == unit.id
    assert view.form.tabs.currentIndex() == view.form._history_place
    assert view.form.history.table.model().rowCount() > 3
    assert not box.isVisible()


def test_words_without_accents_find_minutes_and_show_the_sentence(window, opened):
    box = opened()
    meeting = next(m for m in window.file.meetings.all() if len(m.course.text) > 200)
    words = meeting.course.text.split("\n")[2].split()[:4]
    look_for(box, folded(" ".join(words)))
    assert "Cuộc họp" in heads(box)
    shown = next(line for line in lines(box) if line.title.text == meeting.title)
    bold = [shown.under.text[a : a + n] for a, n in shown.under.spans]
    assert words[0] in bold


def test_record_of_another_period_opens_in_its_period(window, opened):
    file, now = window.file, window.period
    other = now.replace(
        id="next", name="2019", since=dt.date(2019, 1, 1), until=dt.date(2019, 12, 31), members=()
    )
    file.periods.save(other)
    meeting = file.meetings.all()[0]
    file.meetings.save(
        type(meeting)(
            id="later",
            period=other,
            name="Hội nghị của Cụm Rạng Đông",
            starts=dt.datetime(2019, 3, 1, 8, 0),
        )
    )
    window.reload()
    box = opened()
    look_for(box, "rang dong")
    (line,) = lines(box)
    assert line.aside == "2019"
    box.open_current()
    assert window.period.id == "next"
    assert window.page().record.id == "later"


def test_arrows_go_over_heads_and_a_click_opens(window, opened):
    box = opened()
    look_for(box, "cuc")
    assert box.list.current() is lines(box)[0]
    for _ in range(len(lines(box)) - 1):
        QTest.keyClick(box.line, Qt.Key.Key_Down)
    assert box.list.current() is lines(box)[-1]
    row = box.list.lines.rows.index(lines(box)[1])
    middle = box.list.visualRect(box.list.lines.index(row, 0)).center()
    QTest.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert not box.isVisible()
    assert window.page().record.title == lines(box)[1].title.text


def test_half_typed_letters_are_left_alone(window, opened, qtbot):
    """An input method shows «hooj» on the way to «hộ»: nothing is searched, nothing rewritten."""
    box = opened()
    asked = []
    real = window.file.search.find
    window.file.search.find = lambda typed: asked.append(typed) or real(typed)
    QApplication.sendEvent(box.line, QInputMethodEvent("hô", []))
    qtbot.wait(120)
    assert asked == []
    assert box.line.text() == ""
    QApplication.sendEvent(box.line, _committed("hội"))
    QApplication.sendEvent(box.line, _committed(" nghị"))
    qtbot.waitUntil(lambda: asked == ["hội nghị"])
    assert box.line.text() == "hội nghị"


def test_screens_and_commands_are_found_by_name(window, opened, qtbot):
    box = opened()
    look_for(box, "xep hang")
    line = next(line for line in lines(box) if line.under.text == "Thẻ Giao ước thi đua")
    line.act()
    assert window.page().view.__class__.__name__ == "RankingView"
    box = opened()
    look_for(box, "nap lai")
    line = next(line for line in lines(box) if line.aside == "F5")
    with qtbot.waitSignal(window.actions_.reload.triggered):
        line.act()


def test_attached_file_opens_its_record(window, opened):
    one = window.file.people.save(Person(full_name="Trần Thị Kèm"))
    window.file.attachments.add(one, "Ban ke khai 77.pdf", b"x")
    window.reload()
    box = opened()
    look_for(box, "ke khai 77")
    box.open_current()
    assert window.page().record.id == one.id


def test_what_found_something_is_offered_again(window, opened):
    assert recent() == []
    box = opened()
    assert lines(box) == []
    look_for(box, "  cục   cảnh ")
    box.open_current()
    assert recent() == ["cục cảnh"]
    box = opened()
    assert heads(box) == ["Tìm gần đây"]
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.line.text() == "cục cảnh"
    assert box.isVisible()
    assert "Đơn vị" in heads(box)


def test_nothing_found_is_said_and_enter_does_nothing(window, opened):
    box = opened()
    look_for(box, "xyzzy")
    assert lines(box) == []
    assert box.foot.text().startswith("Không thấy gì.")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.isVisible()
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(SearchBox) is None


def test_record_deleted_meanwhile_is_said(window, opened):
    one = window.file.people.save(Person(full_name="Người Sắp Xoá"))
    box = opened()
    look_for(box, "sap xoa")
    (line,) = lines(box)
    window.file.people.delete(one)
    line.act()
    assert "có thể nó đã bị xoá" in status_words(window)


def test_index_is_drawn_while_one_works(window, opened, qtbot):
    window.file.search.start_over()
    window.show_state()
    box = opened()
    qtbot.waitUntil(lambda: window.file.search.is_whole, timeout=15000)
    look_for(box, "cuc")
    assert "Đơn vị" in heads(box)
    assert "lập chỉ mục" not in box.foot.text()


def test_checks_can_draw_the_index_again(window, qtbot):
    file = window.file
    before = file.search.count()
    dialog = check_dialog.CheckDialog(file, window)
    qtbot.addWidget(dialog)
    dialog.index_button.click()
    qtbot.waitUntil(lambda: file.search.is_whole, timeout=15000)
    assert file.search.count() == before > 20
    assert str(before) in dialog.index_note.text()
    assert file.check() == ()


def test_what_has_a_list_can_be_found_and_what_is_found_has_a_screen(window):
    """A hit that opens nothing would be a dead end; a new sort of record belongs to KINDS."""
    views = [view for tab in TABS for _, view in tab.page_class().views]
    listed = {getattr(view, "record_type", None) for view in views}
    for store in window.file.stores:
        name, records = store.record.__name__, store.all()
        if name not in KINDS:
            assert store.record not in listed, name
        elif records and name != "Attachment":
            assert any(view.shows(records[0]) for view in views), name


def test_long_name_is_read_to_its_end(window, opened):
    """Names of units differ at their ends: the found words there must not be cut off."""
    office = "Văn phòng Cơ quan Cảnh sát điều tra phụ trách phối hợp liên ngành về phòng, chống"
    name = f"{office} tội phạm sử dụng công nghệ cao khu vực Tây Nguyên"
    window.file.units.save(Unit(names=(UnitName(full=name),)))
    window.file.units.save(Unit(names=(UnitName(full="Cục Tây Bắc"),)))
    box = opened()
    look_for(box, "tay")
    heights = {
        row.title.text: box.list.visualRect(box.list.lines.index(place, 0)).height()
        for place, row in enumerate(box.list.lines.rows)
        if isinstance(row, Line)
    }
    assert heights[name] > heights["Cục Tây Bắc"]
    title = next(line.title for line in lines(box) if line.title.text == name)
    shown = laid_out(title, theme.font(), box.list.viewport().width() - 60)
    assert (shown.text(), shown.lineCount()) == (name, 2)
    endless = laid_out(Excerpt(f"{name} {name} {name}", title.spans), theme.font(), 400)
    assert endless.lineCount() == 2
    assert endless.text().endswith(" …")
