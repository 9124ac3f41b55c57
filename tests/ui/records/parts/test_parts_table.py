"""The editable grid: typing, new rows, order, paste, and sentences in the cells."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.meetings.meeting import AgendaItem, Attendance, Presence
from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.ui import messages
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from tests.window.reading import cut_off

AGENDA = (
    PartColumn("text", "Nội dung", stretch=True),
    PartColumn("starts", "Giờ", "time"),
    PartColumn("minutes", "Phút", "number"),
)
UNITS = [Unit(names=(UnitName(full=name),)) for name in ("Cục A", "Cục B")]
PEOPLE = (
    PartColumn("name", "Họ và tên"),
    PartColumn("unit", "Đơn vị", "record", choices=UNITS, nullable=True),
    PartColumn("presence", "Tình trạng", "choice", choices=Presence),
    PartColumn("votes", "Biểu quyết", "check"),
)
ITEMS = (
    AgendaItem(text="Khai mạc", starts=dt.time(8), minutes=10),
    AgendaItem(text="Báo cáo"),
    AgendaItem(text="Bế mạc"),
)


def make_table(qtbot, columns=AGENDA, parts=ITEMS, new=AgendaItem):
    table = PartsTable("Chương trình", columns, new)
    qtbot.addWidget(table)
    table.set_value(parts)
    table.resize(600, 300)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    return table


def open_cell(table):
    """Row and column of the cell that is being typed in."""
    index = table.table.currentIndex()
    typing = isinstance(QApplication.focusWidget(), QLineEdit)
    return (index.row(), index.column()) if typing else None


def put(table, row, column, value):
    return table.model.setData(table.model.index(row, column), value)


def test_parts_come_back_as_they_were(qtbot):
    table = make_table(qtbot)
    assert table.value() == ITEMS
    texts = [table.model.index(0, column).data() for column in range(3)]
    assert texts == ["Khai mạc", "08:00", "10"]


def test_a_cell_changes_its_field_and_nothing_else(qtbot):
    table = make_table(qtbot)
    with qtbot.waitSignal(table.edited):
        put(table, 1, 1, "9h15")
    assert table.value()[1] == ITEMS[1].replace(starts=dt.time(9, 15))
    assert table.value()[::2] == ITEMS[::2]


def test_what_cannot_be_read_stays_in_the_cell_and_is_told(qtbot):
    table = make_table(qtbot)
    put(table, 0, 2, "mười")
    assert table.model.index(0, 2).data() == "mười"
    assert table.value()[0].minutes == 10
    assert table.problem().startswith("Dòng 1:")
    put(table, 0, 2, "15")
    assert table.own_problem() == ""
    assert table.value()[0].minutes == 15


def test_sentences_are_in_the_cell_its_tooltip_and_below(qtbot):
    table = make_table(qtbot)
    table.set_cell_problems({(1, "text"): "Dòng 2: Cần có nội dung."})
    cell = table.model.index(1, 0)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Dòng 2: Cần có nội dung."
    assert cell.data(Qt.ItemDataRole.BackgroundRole) is not None
    assert table.model.index(0, 0).data(Qt.ItemDataRole.BackgroundRole) is None
    assert table.problem() == "Dòng 2: Cần có nội dung."


def test_a_record_a_choice_and_a_tick(qtbot):
    table = make_table(qtbot, PEOPLE, (Attendance(name="A"),), Attendance)
    put(table, 0, 1, UNITS[1])
    put(table, 0, 2, Presence.ABSENT)
    index = table.model.index(0, 3)
    table.model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    (person,) = table.value()
    assert (person.unit, person.presence, person.votes) == (UNITS[1], Presence.ABSENT, True)
    put(table, 0, 1, None)
    assert table.value()[0].unit is None


def test_rows_come_go_and_change_places(qtbot):
    table = make_table(qtbot)
    table.table.setCurrentIndex(table.model.index(0, 0))
    table.down_button.click()
    assert [item.text for item in table.value()] == ["Báo cáo", "Khai mạc", "Bế mạc"]
    assert table.current_row() == 1
    table.remove_button.click()
    assert [item.text for item in table.value()] == ["Báo cáo", "Bế mạc"]
    table.add_button.click()
    assert [item.text for item in table.model.parts] == ["Báo cáo", "Bế mạc", ""]
    assert table.add_button.isEnabled()


def test_enter_goes_on_and_makes_a_new_row_at_the_end(qtbot, type_in):
    table = make_table(qtbot, AGENDA, (), AgendaItem)
    table.add_row()
    for cell, typed in enumerate(("Khai mạc", "8h", "10", "Báo cáo")):
        place = divmod(cell, 3)
        qtbot.waitUntil(lambda at=place: open_cell(table) == at)
        type_in(QApplication.focusWidget(), typed)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: open_cell(table) == (1, 1))
    first, second = table.value()
    assert (first.text, first.starts, first.minutes) == ("Khai mạc", dt.time(8), 10)
    assert second.text == "Báo cáo"


def test_pasted_lines_become_rows(qtbot):
    table = make_table(qtbot)
    QGuiApplication.clipboard().setText("Thảo luận\t9:30\t45\n\nBiểu quyết\n")
    table.table.setCurrentIndex(table.model.index(2, 0))
    table.table.setFocus()
    qtbot.keyClick(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    added = table.value()[3:]
    assert [(i.text, i.starts, i.minutes) for i in added] == [
        ("Thảo luận", dt.time(9, 30), 45),
        ("Biểu quyết", None, None),
    ]


def test_the_window_does_not_take_the_grids_keys(qtbot):
    from PySide6.QtGui import QKeySequence, QShortcut

    table = make_table(qtbot)
    taken = []
    QShortcut(QKeySequence("Ctrl+Del"), table, lambda: taken.append(1))
    table.table.setCurrentIndex(table.model.index(0, 0))
    table.table.setFocus()
    qtbot.keyClick(table.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert taken == []
    assert [item.text for item in table.value()] == ["Báo cáo", "Bế mạc"]


def test_nothing_moves_while_it_is_only_looked_at(qtbot):
    table = make_table(qtbot)
    table.table.setCurrentIndex(table.model.index(0, 0))
    table.set_read_only(True)
    for button in (table.add_button, table.remove_button, table.down_button):
        assert not button.isEnabled()
    table.add_row()
    table.remove_row()
    table.move_row(1)
    assert table.value() == ITEMS
    assert not table.model.flags(table.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_an_empty_number_can_mean_nought(qtbot):
    columns = (PartColumn("agreed", "Đồng ý", "number", empty=0),)
    table = make_table(qtbot, columns, (Vote(agreed=5),), Vote)
    put(table, 0, 0, "")
    assert table.value()[0].agreed == 0


def test_what_follows_from_a_change(qtbot):
    def name_voter(part):
        return part.replace(votes=bool(part.unit))

    columns = (PartColumn("unit", "Đơn vị", "record", choices=UNITS, changed=name_voter),)
    table = make_table(qtbot, columns, (Attendance(),), Attendance)
    put(table, 0, 0, UNITS[0])
    assert table.value()[0].votes


@pytest.mark.parametrize("columns", [AGENDA, PEOPLE])
def test_qt_finds_nothing_wrong(qtbot, qtmodeltester, columns):
    new = AgendaItem if columns is AGENDA else Attendance
    table = make_table(qtbot, columns, (new(), new()), new)
    qtmodeltester.check(table.model)


def test_buttons_have_names(qtbot):
    table = make_table(qtbot)
    names = [button.accessibleName() for button in table.tools.buttons()]
    assert names == [
        "Thêm dòng: Chương trình",
        "Xoá dòng: Chương trình",
        "Lên: Chương trình",
        "Xuống: Chương trình",
    ]
    assert all(button.toolTip() for button in table.findChildren(QToolButton) if button.isVisible())
    assert table.childAt(QPoint(20, 60)) is not None


def paste(qtbot, table, text, at=None):
    QGuiApplication.clipboard().setText(text)
    if at is not None:
        table.table.setCurrentIndex(table.model.index(*at))
    table.table.setFocus()
    qtbot.keyClick(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_pasted_cells_begin_at_the_current_column(qtbot):
    table = make_table(qtbot)
    paste(qtbot, table, "9:30\t45\n10:00\t5", at=(1, 1))
    added = table.value()[2:4]
    assert [(i.text, i.starts, i.minutes) for i in added] == [
        ("", dt.time(9, 30), 45),
        ("", dt.time(10), 5),
    ]


def refused(monkeypatch):
    notes = []
    monkeypatch.setattr(messages, "show_note", lambda _, *words: notes.append(words))
    return notes


def test_cells_beyond_the_last_column_are_not_dropped_without_a_word(qtbot, monkeypatch):
    notes = refused(monkeypatch)
    table = make_table(qtbot)
    paste(qtbot, table, "Thảo luận\t9:30\t45\tghi chú", at=(1, 0))
    assert table.value() == ITEMS
    assert notes == [("Chưa dán gì vào bảng.", "Vùng chép có 4 cột, từ ô đang chọn chỉ còn 3 cột.")]
    paste(qtbot, table, "Thảo luận\t9:30\t45\t\t", at=(1, 0))
    assert len(table.value()) == len(ITEMS) + 1


def test_lines_without_a_new_row_are_not_dropped_without_a_word(qtbot, monkeypatch):
    notes = refused(monkeypatch)
    left = [AgendaItem()]
    table = make_table(qtbot, new=lambda: left.pop() if left else None)
    paste(qtbot, table, "Một\nHai\nBa", at=(2, 0))
    assert table.value() == ITEMS
    assert notes[0][1] == "Chỉ thêm được 1 dòng nữa, vùng chép có 3 dòng."


def test_pasted_text_that_cannot_be_read_stays_to_be_seen(qtbot):
    table = make_table(qtbot, PEOPLE, (Attendance(name="A"),), Attendance)
    paste(qtbot, table, "Nguyễn Văn B\tCục Z\tCó mặt", at=(0, 0))
    assert table.model.index(1, 0).data() == "Nguyễn Văn B"
    assert table.model.index(1, 1).data() == "Cục Z"
    assert table.model.problem_at(table.model.index(1, 1)) == "Không có «Cục Z» trong danh sách."
    assert table.own_problem() == "Dòng 2: Không có «Cục Z» trong danh sách."
    assert table.value()[1].presence is Presence.PRESENT


def test_a_cell_with_lines_of_its_own_is_one_cell(qtbot):
    table = make_table(qtbot, AGENDA, (), AgendaItem)
    paste(qtbot, table, '"Thảo ""luận""\nvà góp ý"\t9:30\r\n"Vì an ninh" Tổ quốc\t10:00\r\n')
    assert [(i.text, i.starts) for i in table.value()] == [
        ('Thảo "luận" và góp ý', dt.time(9, 30)),
        ('"Vì an ninh" Tổ quốc', dt.time(10)),
    ]


def test_an_unknown_name_stays_in_its_cell(qtbot, type_in):
    table = make_table(qtbot, PEOPLE, (Attendance(name="A", unit=UNITS[0]),), Attendance)
    cell = table.model.index(0, 1)
    table.table.setCurrentIndex(cell)
    table.edit_current()
    editor = table.table.open_editor()
    editor.line.selectAll()
    type_in(editor.line, "Cục Z")
    qtbot.keyClick(editor.line, Qt.Key.Key_Tab)
    assert cell.data() == "Cục Z"
    assert table.own_problem() == "Dòng 1: Không có «Cục Z» trong danh sách."
    table.table.setCurrentIndex(cell)
    table.edit_current()
    assert table.table.open_editor().line.text() == "Cục Z"
    put(table, 0, 1, UNITS[1])
    assert table.own_problem() == ""


@pytest.mark.parametrize(
    ("typed", "sentence"), [("9" * 20, "Số quá lớn."), ("-5", "Nhỏ nhất là 0.")]
)
def test_numbers_nobody_means_are_refused(qtbot, typed, sentence):
    table = make_table(qtbot)
    put(table, 0, 2, typed)
    assert table.model.problem_at(table.model.index(0, 2)) == sentence
    assert table.value()[0].minutes == 10


def test_a_text_that_cannot_be_read_is_told_to_others(qtbot):
    table = make_table(qtbot)
    with qtbot.waitSignal(table.edited):
        put(table, 1, 2, "mười")


def test_a_row_that_nobody_filled_does_not_count(qtbot):
    table = make_table(qtbot)
    table.table.setCurrentIndex(table.model.index(0, 0))
    table.add_row()
    assert table.model.rowCount() == 4
    assert table.value() == ITEMS
    table.set_cell_problems({(1, "text"): "Dòng 2: Sai."})
    assert table.model.problem_at(table.model.index(2, 0)) == "Dòng 2: Sai."


def test_leaving_the_grid_forgets_untouched_rows(qtbot):
    table = make_table(qtbot)
    place = QWidget()
    qtbot.addWidget(place)
    layout = QVBoxLayout(place)
    other = QLineEdit()
    layout.addWidget(table)
    layout.addWidget(other)
    with qtbot.waitActive(place):
        place.show()
        place.activateWindow()
    table.add_row()
    assert table.table.is_typing()
    other.setFocus()
    qtbot.waitUntil(lambda: table.model.rowCount() == 3)


def test_escape_takes_an_untouched_row_back(qtbot, type_in):
    table = make_table(qtbot)
    table.add_row()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: table.model.rowCount() == 3)
    assert table.table.hasFocus()
    table.add_row()
    row = table.current_row()
    type_in(QApplication.focusWidget(), "Trao thưởng")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: open_cell(table) == (row, 1))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert table.value()[row].text == "Trao thưởng"


def test_enter_on_an_untouched_last_row_adds_no_other(qtbot):
    table = make_table(qtbot, (PartColumn("text", "Nội dung"),))
    table.add_row()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert table.model.rowCount() == 4


def test_rows_are_as_high_as_their_texts_at_every_width(qtbot):
    columns = (PartColumn("text", "Nội dung", multiline=True), PartColumn("minutes", "Phút"))
    table = make_table(qtbot, columns, (AgendaItem(text="Bộ Tư lệnh Cảnh vệ " * 5),))
    for width in range(180, 300, 3):
        table.table.setColumnWidth(0, width)
        table.table.resizeRowsToContents()
        assert cut_off(table.table) == [], width


def test_a_long_text_grows_and_is_typed_in_lines(qtbot, type_in):
    columns = (PartColumn("text", "Nội dung", stretch=True, multiline=True),)
    long = "Hoàn thành báo cáo tổng kết năm và gửi về cơ quan thường trực. " * 3
    table = make_table(qtbot, columns, (AgendaItem(text=long), AgendaItem(text="Bế mạc")))
    qtbot.waitUntil(lambda: table.table.rowHeight(0) > 1.5 * table.table.rowHeight(1))
    table.set_parts([AgendaItem(text=long * 20)])
    qtbot.wait(10)
    assert table.table.rowHeight(0) < 140
    table.edit_current()
    table.add_row()
    editor = table.table.open_editor()
    type_in(editor, "Dòng một")
    assert table.is_being_typed()
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_in(editor, "dòng hai")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert table.value()[-1].text == "Dòng một\ndòng hai"
    assert table.model.rowCount() == 3


def test_a_stretched_column_takes_the_room_but_never_shrinks_to_nothing(qtbot):
    columns = (
        PartColumn("text", "Nội dung", stretch=True),
        PartColumn("presenter", "Người thực hiện", width=200),
        PartColumn("minutes", "Phút", "number", width=100),
    )
    table = PartsTable("Chương trình", columns, AgendaItem)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    header = table.table.horizontalHeader()
    assert header.length() == table.table.viewport().width()
    table.resize(380, 300)
    qtbot.waitUntil(lambda: table.table.width() < 400)
    assert header.sectionSize(0) == table.table.least_wide
