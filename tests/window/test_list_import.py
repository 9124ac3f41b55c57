"""Lists taken in, and letters put right, in the real window."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton, QWizard

from desktop_app.domain.errors import DataFileError
from desktop_app.domain.meetings.meeting import MeetingState
from desktop_app.storage.backups.backup import Reason
from desktop_app.ui import messages
from desktop_app.ui.import_lists.letters_dialog import LettersDialog
from desktop_app.ui.import_lists.rows_model import RowState, state_of
from desktop_app.ui.import_lists.wizard import ImportWizard

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
HEAD = ["TT", "Họ và tên", "Cấp bậc, chức vụ", "Đơn vị", "Ngày sinh", "Điện thoại"]


@pytest.fixture
def list_file(tmp_path, monkeypatch):
    """Writes a workbook and answers the question which file to read with it."""

    def list_file(rows, name="danh sách.xlsx"):
        path = tmp_path / name
        if isinstance(rows, bytes):
            path.write_bytes(rows)
        else:
            book = openpyxl.Workbook()
            book.active.title = "Trích ngang"
            for row in rows:
                book.active.append(row)
            book.save(path)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
        return path

    return list_file


@pytest.fixture
def drive(monkeypatch, qtbot):
    """The wizard opens and is driven by a function instead of a person."""

    def drive(act):
        def exec_(wizard):
            wizard.show()
            wizard.activateWindow()
            qtbot.waitUntil(lambda: wizard.isActiveWindow() and bool(QApplication.focusWidget()))
            act(wizard)
            wizard.close()
            return wizard.result()

        monkeypatch.setattr(ImportWizard, "exec", exec_)

    return drive


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def tab_to(widget):
    for _ in range(30):
        if QApplication.focusWidget() is widget:
            return
        press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget}")


def people(unit):
    return [
        ["DANH SÁCH CÁN BỘ"],
        [],
        HEAD,
        [1, "Nguyễn Văn An", "Đại tá, Phó Cục trưởng", unit.name, "5/3/1975", 912345678],
        [2, "Trần Thị Bình", "Thiếu tá, Đội trưởng", "Cục không có", "31/02/1980", "0912345679"],
        [3, "NguyÔn V¨n H¶i", "§¹i t¸, Phã Côc tr\u00adëng", unit.short_name, "1/2/1970", ""],
        [4, "Lê Văn Chi", "Đại úy, Cán bộ", unit.code or unit.name, "1/2/1990", ""],
    ]


def test_people_are_taken_in_by_keyboard_and_undone_at_once(window, list_file, drive, qtbot):
    unit = window.file.units.all()[0]
    list_file(people(unit))
    before = window.file.people.all()

    def by_keyboard(wizard):
        first, second, third = wizard.file_page, wizard.columns_page, wizard.rows_page
        assert first.kind.key == "people"
        tab_to(first.choose_button)
        press(KEY.Key_Space)
        qtbot.waitUntil(first.isComplete, timeout=20_000)
        tab_to(wizard.button(QWizard.WizardButton.NextButton))
        press(KEY.Key_Space)
        assert second.head_row.value() == 3
        assert list(second.meaning().values()) == [
            "full_name",
            "rank_and_post",
            "unit",
            "birth_date",
            "phone",
        ]
        tab_to(wizard.button(QWizard.WizardButton.NextButton))
        press(KEY.Key_Space)
        qtbot.waitUntil(lambda: third.reading is not None)
        assert QApplication.focusWidget() is third.table
        assert [state_of(row) for row in third.reading.rows] == [
            RowState.LOOK,
            RowState.WRONG,
            RowState.NEW,
            RowState.NEW,
        ]
        for _ in range(3):
            press(KEY.Key_Down)
        press(KEY.Key_Space)  # the last one is not taken
        tab_to(wizard.button(QWizard.WizardButton.FinishButton))
        press(KEY.Key_Space)

    drive(by_keyboard)
    window.actions_.imports.begin("people")
    new = [one for one in window.file.people.all() if one not in before]
    assert {one.full_name for one in new} == {"Nguyễn Văn An", "Nguyễn Văn Hải"}
    hai = next(one for one in new if one.full_name == "Nguyễn Văn Hải")
    assert (hai.rank, hai.post, hai.unit.id) == ("Đại tá", "Phó Cục trưởng", unit.id)
    assert next(one for one in new if one is not hai).phone == "0912345678"
    assert window.backups.newest.reason is Reason.IMPORT
    window.actions_.undo.trigger()
    assert window.file.people.all() == before


def test_everything_wrong_is_listed_at_once_and_copied(window, list_file, drive, qtbot):
    path = list_file(people(window.file.units.all()[0]))

    def look(wizard):
        to_rows(wizard, path, qtbot)
        page = wizard.rows_page
        page.copy_button.click()
        said = QGuiApplication.clipboard().text().split("\n")
        assert said[:2] == [
            "Trang «Trích ngang», ô E5: «31/02/1980» không phải ngày có thật viết kiểu 05/03/2026.",
            "Trang «Trích ngang», ô D5: «Cục không có» chưa có trong danh sách đơn vị; hãy ghi "
            "đúng tên, tên viết tắt hoặc mã.",
        ]
        assert "Dòng 6: «NguyÔn V¨n H¶i» → «Nguyễn Văn Hải» (Mã TCVN3 (.VnTime))" in said
        wrong = page.model.index(1, 0)
        assert not page.model.flags(wrong) & Qt.ItemFlag.ItemIsUserCheckable
        page.said.row_wanted.emit(6)
        assert page.table.currentIndex().row() == 2
        page.filter.setCurrentIndex(1)
        assert [row.number for row in page.model.shown] == [5]
        page.said.row_wanted.emit(6)
        assert page.filter.currentIndex() == 0
        page.none_button.click()
        assert not page.isComplete()
        page.all_button.click()
        assert len(page.taken()) == 3
        page.mends.setChecked(False)
        qtbot.waitUntil(lambda: page.reading is not None)
        assert page.reading.rows[2].shown[0] == "NguyÔn V¨n H¶i"

    drive(look)
    window.actions_.imports.begin("people")


def to_rows(wizard, path, qtbot):
    wizard.file_page.read(path)
    qtbot.waitUntil(wizard.file_page.isComplete, timeout=20_000)
    wizard.next()
    wizard.next()
    qtbot.waitUntil(lambda: wizard.rows_page.reading is not None)


def test_what_a_column_meant_is_remembered(window, list_file, drive, qtbot):
    path = list_file([["Ai", "Cấp bậc"], ["Nguyễn Văn Mới", "Đại tá"]])

    def choose(wizard):
        wizard.file_page.read(path)
        qtbot.waitUntil(wizard.file_page.isComplete, timeout=20_000)
        wizard.next()
        page = wizard.columns_page
        assert not page.isComplete()
        assert "Họ và tên" in page.note.text()
        page.head_row.setValue(1)
        page.box(0).setCurrentIndex(page.box(0).findData("full_name"))
        assert page.isComplete()
        wizard.next()
        qtbot.waitUntil(lambda: wizard.rows_page.reading is not None)
        wizard.accept()

    drive(choose)
    window.actions_.imports.begin("people")
    assert any(one.full_name == "Nguyễn Văn Mới" for one in window.file.people.all())

    def again(wizard):
        to_rows(wizard, path, qtbot)
        assert wizard.columns_page.meaning() == {1: "full_name", 2: "rank"}
        assert state_of(wizard.rows_page.reading.rows[0]) is RowState.THERE
        assert not wizard.rows_page.isComplete()

    drive(again)
    window.actions_.imports.begin("people")


def refuse_second(record):
    return {"note": "Không nhận."} if record.full_name.endswith("Hai") else {}


def full_disk(plains):
    raise DataFileError("Ổ đĩa đầy.")


@pytest.mark.parametrize(
    ("step", "stop", "words"),
    [
        ("file_problems", refuse_second, "«Nguyễn Văn Hai»: Chưa lưu được: Không nhận."),
        ("_write_all", full_disk, "Ổ đĩa đầy."),
    ],
)
def test_nothing_is_written_when_one_record_cannot_be(
    window, list_file, drive, qtbot, monkeypatch, step, stop, words
):
    path = list_file([["Họ và tên"], ["Nguyễn Văn Một"], ["Nguyễn Văn Hai"]])
    before, store, told = window.file.people.all(), window.file.people, []
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error))
    monkeypatch.setattr(store, step, stop)

    def take(wizard):
        to_rows(wizard, path, qtbot)
        wizard.accept()
        assert wizard.isVisible()

    drive(take)
    window.actions_.imports.begin("people")
    assert told[0].what == words
    assert told[0].kept.startswith("Chưa có gì được ghi")
    assert window.file.people.all() == before


def test_delegates_go_into_the_meeting_in_hand(window, list_file, drive, qtbot):
    meetings = window.file.meetings.of_period(window.period)
    meeting = next(one for one in meetings if one.state is MeetingState.PLANNED)
    path = list_file([["Họ tên", "Cơ quan"], ["Phạm Văn Khách", "Báo Công an nhân dân"]])
    window.open_record(meeting)

    def take(wizard):
        page = wizard.file_page
        assert page.target.meeting.id == meeting.id
        labels = [page.targets.itemText(n) for n in range(page.targets.count())]
        assert len(labels) == sum(not one.is_adopted for one in meetings)
        to_rows(wizard, path, qtbot)
        wizard.accept()

    drive(take)
    window.page().view.form.people.import_button.click()
    saved = window.file.meetings.get(meeting.id)
    assert saved.attendance[-1].organisation == "Báo Công an nhân dân"
    assert len(saved.attendance) == len(meeting.attendance) + 1


def test_file_that_is_no_list_is_told_on_the_page(window, list_file, drive, qtbot):
    path = list_file(b"\x00" * 50, "ảnh.csv")

    def look(wizard):
        page = wizard.file_page
        page.read(path)
        qtbot.waitUntil(lambda: "không phải là văn bản" in page.note.text(), timeout=20_000)
        assert not page.isComplete()

    drive(look)
    window.actions_.imports.take_in.trigger()


def test_template_is_saved(window, drive, save_as, tmp_path):
    save_as(tmp_path / "mẫu.xlsx")
    drive(lambda wizard: wizard.file_page.template_button.click())
    window.actions_.imports.begin("nominees")
    assert openpyxl.load_workbook(tmp_path / "mẫu.xlsx").sheetnames == [
        "Đề nghị khen thưởng",
        "Ví dụ",
    ]


@pytest.mark.parametrize(
    ("tab", "label", "kind"),
    [(1, "Đơn vị", "units"), (1, "Cán bộ", "people"), (4, "Đề nghị khen thưởng", "nominees")],
)
def test_button_under_a_list_takes_in_that_list(window, drive, tab, label, kind):
    opened = []
    drive(lambda wizard: opened.append(wizard.file_page.kind.key))
    window.tabs.setCurrentIndex(tab)
    labels = [name for name, _ in window.page().views]
    view = window.page().turn_to(labels.index(label))
    buttons = view.list.findChildren(QToolButton)
    button = next(button for button in buttons if button.text() == "Nhập từ tệp…")
    button.click()
    assert opened == [kind]


# --- letters of the whole file ------------------------------------------------------------


@pytest.fixture
def letters(window, qtbot):
    """The dialog, after it has looked through the file."""

    def letters():
        dialog = LettersDialog(window.file, window.backups, window)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.is_looking, timeout=20_000)
        return dialog

    return letters


def cells(dialog):
    rows, columns = range(dialog.table.rowCount()), range(1, 4)
    return [[dialog.table.item(row, column).text() for column in columns] for row in rows]


def test_the_sample_has_nothing_to_put_right(letters):
    dialog = letters()
    assert dialog.heading.text() == "Không có chữ nào cần sửa."
    assert not dialog.do_button.isEnabled()


def test_chosen_letters_are_put_right_and_undone_at_once(window, letters, qtbot):
    one, other = window.file.people.all()[:2]
    window.file.save_all(
        [
            one.replace(full_name="Ðỗ  Văn Ðức", post="Phã Côc trëng"),
            other.replace(note="Ñaïi taù"),
        ]
    )
    dialog = letters()
    # people are listed by given name
    assert cells(dialog) == [
        ["Ghi chú", "Ñaïi taù", "Đại tá"],
        ["Họ và tên", "Ðỗ··Văn Ðức", "Đỗ Văn Đức"],
        ["Chức vụ", "Phã Côc trëng", "Phó Cục trưởng"],
    ]
    # what TCVN3 may have lost is for a person to look at first
    assert [repair.field for repair in dialog.chosen()] == ["note", "full_name"]
    dialog.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    dialog.repair()
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=20_000)
    assert window.file.people.get(one.id).full_name == "Đỗ Văn Đức"
    assert window.file.people.get(other.id).note == "Ñaïi taù"
    assert window.backups.newest.reason is Reason.IMPORT
    assert dialog.table.rowCount() == 2
    window.file.history.undo()
    assert window.file.people.get(one.id).full_name == "Ðỗ  Văn Ðức"


def test_closed_records_are_only_looked_at(window, letters):
    file = window.file
    adopted = next(one for one in file.meetings.all() if one.is_adopted)
    table = file.meetings.table
    file.run(table.update(place="Hà  Nội").where(table.id == adopted.id))
    file.forget_loaded()
    dialog = letters()
    assert cells(dialog)[0] == ["Địa điểm", "Hà··Nội", "Hà Nội"]
    assert dialog.table.item(0, 4).text() == "Dấu cách thừa. Đã ký, đã chốt: chỉ xem"
    assert dialog.chosen() == []
