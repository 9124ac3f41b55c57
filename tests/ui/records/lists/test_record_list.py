"""The list pane: choosing, filtering after a pause, columns that stay as they were put."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop_app.domain.units.person import Person
from desktop_app.ui.records.lists.record_list import RecordList
from desktop_app.ui.records.lists.record_model import Column

COLUMNS = (
    Column("Họ và tên", lambda person: person.full_name, stretch=True),
    Column("Cấp bậc", lambda person: person.rank, width=90),
    Column("Ghi chú", lambda person: person.note, hidden=True),
)
PEOPLE = [Person(full_name=name, rank="Đại tá") for name in ("Đào Ánh", "Lê Bình", "Vũ Ca")]


def make_list(qtbot, people=PEOPLE, key=""):
    made = RecordList(COLUMNS, key=key, noun="cán bộ", add_text="Thêm cán bộ")
    qtbot.addWidget(made)
    made.set_records(people)
    made.show()
    return made


def test_a_click_says_which_record(qtbot):
    people = make_list(qtbot)
    with qtbot.waitSignal(people.selected) as caught:
        people.table.selectRow(1)
    assert caught.args == [PEOPLE[1]]
    assert people.current() is PEOPLE[1]


def test_what_is_typed_counts_after_a_pause(qtbot, type_in):
    people = make_list(qtbot)
    type_in(people.filter_box, "dao")
    assert people.model.rowCount() == 3
    qtbot.waitUntil(lambda: people.model.rowCount() == 1, timeout=1000)
    assert people._foot.text() == "1 cán bộ · lọc từ 3"
    qtbot.keyClick(people.filter_box, Qt.Key.Key_Escape)
    assert people.model.rowCount() == 3


def test_the_chosen_record_stays_chosen_when_rows_move(qtbot):
    people = make_list(qtbot)
    people.select(PEOPLE[2].id)
    people.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    changed = [person.replace(note="mới") for person in PEOPLE]
    with qtbot.assertNotEmitted(people.selected):
        people.set_records(changed)
    assert people.current() is changed[2]
    assert people.table.currentIndex().row() == 0
    assert people.table.selectionModel().isRowSelected(0)


def test_sorting_by_the_head_keeps_the_selection(qtbot):
    people = make_list(qtbot)
    people.select(PEOPLE[2].id)
    people.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert people.table.selectionModel().isRowSelected(0)
    assert people.current() is PEOPLE[2]


def test_select_takes_off_a_filter_that_hides_the_record(qtbot):
    people = make_list(qtbot)
    people.filter_box.setText("le")
    people.apply_filter()
    assert not people.select(PEOPLE[2].id)
    assert people.select(PEOPLE[2].id, unfilter=True)
    assert people.filter_box.text() == ""


def test_an_empty_list_says_what_to_do(qtbot):
    people = make_list(qtbot, [])
    assert people.table._overlay.isVisible()
    assert "«Thêm cán bộ»" in people.table._overlay.text()
    people.set_records(PEOPLE)
    assert not people.table._overlay.isVisible()


def test_columns_are_remembered(qtbot):
    first = make_list(qtbot, key="people")
    menu = first.table.columns_menu()
    assert [action.isChecked() for action in menu.actions()] == [True, True, False]
    menu.actions()[2].setChecked(True)
    menu.actions()[1].setChecked(False)
    first.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    qtbot.wait(350)
    second = make_list(qtbot, key="people")
    header = second.table.horizontalHeader()
    assert [header.isSectionHidden(place) for place in range(3)] == [False, True, False]
    assert second.records()[0].full_name == "Vũ Ca"


def test_buttons_have_names(qtbot):
    people = make_list(qtbot)
    assert all(
        b.accessibleName() and b.toolTip()
        for b in people.findChildren(QToolButton)
        if b.parent() is not people.filter_box and b.isVisible()
    )
    assert people.columns_button.accessibleName() == "Chọn cột hiển thị"


def test_the_arrow_leads_from_the_filter_to_the_first_row(qtbot, type_in):
    people = make_list(qtbot)
    people.table.selectRow(2)
    people.focus_filter()
    type_in(people.filter_box, "b")
    qtbot.keyClick(people.filter_box, Qt.Key.Key_Down)
    assert people.current() is PEOPLE[1]
    assert people.table.currentIndex().row() == 0


def test_enter_in_the_filter_opens_the_first_row(qtbot, type_in):
    people = make_list(qtbot)
    type_in(people.filter_box, "vu ca")
    with qtbot.waitSignals([people.selected, people.activated]):
        qtbot.keyClick(people.filter_box, Qt.Key.Key_Return)
    assert people.current() is PEOPLE[2]


def test_enter_in_the_filter_does_nothing_without_rows(qtbot, type_in):
    people = make_list(qtbot)
    type_in(people.filter_box, "zzz")
    qtbot.keyClick(people.filter_box, Qt.Key.Key_Return)
    assert people.current() is None


def test_a_name_keeps_a_width_to_be_read_at(qtbot):
    people = make_list(qtbot)
    header = people.table.horizontalHeader()
    people.table.resize(120, 300)
    assert header.sectionSize(0) == 96
    assert header.sectionSize(1) == 90
    people.table.resize(500, 300)
    assert header.length() == people.table.viewport().width()


def test_what_has_to_be_done_first_is_said_in_an_empty_list(qtbot):
    people = make_list(qtbot, people=())
    assert people.table._overlay.text() == "Chưa có cán bộ. Bấm «Thêm cán bộ» để bắt đầu."
    people.say_first("Mở kỳ trước.")
    assert people.table._overlay.text() == "Mở kỳ trước."
