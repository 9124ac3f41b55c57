"""Fields give back what was put in, wait for a pause, and say what cannot be read."""

import datetime as dt
import unicodedata
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QToolButton

from desktop_app.domain.meetings.meeting import MeetingKind
from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run
from desktop_app.domain.units.person import Person
from desktop_app.ui.records.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    DateTimeField,
    LineField,
    LinesField,
    NumberField,
    RecordField,
    RichTextField,
    TextField,
    TimeField,
)

PEOPLE = [Person(full_name=name) for name in ("Đào Thị Ánh", "Lê Bình", "Đào Văn Cường")]
MINUTES = RichText(
    (
        Block((Run("Khai mạc"),), BlockKind.HEADING),
        Block((Run("Ông "), Run("Hữu Đường", bold=True), Run(" nói & nghe <x>", italic=True))),
        Block((Run("một"),), BlockKind.BULLET),
        Block((Run("hai", underline=True),), BlockKind.BULLET),
        Block((Run("ba"),), BlockKind.NUMBERED),
        Block((Run("hết"),)),
    )
)


def add(qtbot, field):
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize(
    ("make", "values"),
    [
        (lambda: LineField("Tên"), ("Sơ kết", "")),
        (lambda: TextField("Ghi chú"), ("một\nhai", "")),
        (lambda: LinesField("Nơi nhận"), (("Như trên", "Lưu: VT"), ())),
        (lambda: NumberField("Số"), (1234, 0, None)),
        (lambda: NumberField("Điểm", decimals=2), (Decimal("97.25"), None)),
        (lambda: DateField("Ngày"), (dt.date(2026, 3, 5), None)),
        (lambda: TimeField("Giờ"), (dt.time(14, 30), dt.time(0, 0), None)),
        (lambda: DateTimeField("Bắt đầu"), (dt.datetime(2026, 3, 5, 0, 0), None)),
        (lambda: ChoiceField("Loại", MeetingKind), tuple(MeetingKind)),
        (lambda: ChoiceField("Loại", MeetingKind, nullable=True), (None, MeetingKind.OTHER)),
        (lambda: RecordField("Người", PEOPLE), (PEOPLE[1], None)),
        (lambda: CheckField("Có"), (True, False)),
        (lambda: RichTextField("Diễn biến"), (MINUTES, RichText())),
    ],
)
def test_round_trip(qtbot, make, values):
    field = add(qtbot, make())
    for value in values:
        with qtbot.assertNotEmitted(field.edited):
            field.set_value(value)
        assert field.value() == value
        assert type(field.value()) is type(value)
        assert field.own_problem() == ""
    field.set_read_only(True)
    assert field.value() == values[-1]


def test_typing_is_told_once_after_a_pause(qtbot, type_in):
    field = add(qtbot, LineField("Tên"))
    told = []
    field.edited.connect(lambda: told.append(field.value()))
    type_in(field.editor, "Hà Nội")
    assert told == []
    qtbot.waitUntil(lambda: told == ["Hà Nội"])


def test_text_comes_out_composed(qtbot):
    field = add(qtbot, LineField("Tên"))
    field.editor.setText(unicodedata.normalize("NFD", "Nguyễn Thị  Thuỷ "))
    assert field.value() == "Nguyễn Thị Thuỷ"


def leave(qtbot, field):
    field._maybe_left()


@pytest.mark.parametrize("typed", ["5/3/2026", "05-03-2026", "5.3.26"])
def test_a_day_is_read_in_many_ways_and_tidied_on_leaving(qtbot, type_in, typed):
    field = add(qtbot, DateField("Ngày"))
    type_in(field.editor, typed)
    assert field.editor.text() == typed
    assert field.value() == dt.date(2026, 3, 5)
    leave(qtbot, field)
    assert field.editor.text() == "05/03/2026"


def test_an_impossible_day_is_told_on_leaving_and_kept(qtbot, type_in):
    field = add(qtbot, DateField("Ngày"))
    type_in(field.editor, "31/02/2026")
    assert field.problem() == ""
    leave(qtbot, field)
    assert "31/02/2026" in field.problem()
    assert field._wrong.isVisible()
    assert field.editor.text() == "31/02/2026"
    assert field.editor.accessibleDescription() == field.problem()
    field.set_value(dt.date(2026, 2, 28))
    assert field.problem() == ""


def test_a_day_needs_its_hour(qtbot, type_in):
    field = add(qtbot, DateTimeField("Bắt đầu"))
    type_in(field.date, "5/3/2026")
    leave(qtbot, field)
    assert "giờ" in field.problem()
    assert field.value() is None
    type_in(field.time, "8h")
    leave(qtbot, field)
    assert field.problem() == ""
    assert field.value() == dt.datetime(2026, 3, 5, 8, 0)
    assert field.time.text() == "08:00"


@pytest.mark.parametrize(
    ("typed", "decimals", "value", "wrong"),
    [
        ("1.234", 0, 1234, False),
        ("12a", 0, None, True),
        ("1,5", 0, None, True),
        ("97,25", 2, Decimal("97.25"), False),
        ("1.5", 2, None, True),
        ("1,255", 2, None, True),
        ("", 2, None, False),
    ],
)
def test_numbers_are_written_the_vietnamese_way(qtbot, type_in, typed, decimals, value, wrong):
    field = add(qtbot, NumberField("Số", decimals=decimals))
    type_in(field.editor, typed)
    leave(qtbot, field)
    assert field.value() == value
    assert bool(field.problem()) is wrong


def test_a_number_has_its_bounds(qtbot, type_in):
    field = add(qtbot, NumberField("Số bản", minimum=1, maximum=9, empty=0))
    assert field.value() == 0
    type_in(field.editor, "12")
    leave(qtbot, field)
    assert field.problem() == "Lớn nhất là 9."


def test_words_in_the_place_of_a_number_leave_the_record_a_number(qtbot, type_in):
    field = add(qtbot, NumberField("Số bản", empty=0))
    type_in(field.editor, "hai")
    assert field.value() == 0
    assert field.own_problem()


def test_a_record_is_found_without_accents(qtbot, type_in):
    field = add(qtbot, RecordField("Người", PEOPLE))
    type_in(field.editor.line, "le b")
    field.editor.resolve()
    assert field.value() is PEOPLE[1]
    assert field.editor.line.text() == "Lê Bình"


def test_a_name_that_fits_several_is_left_open_and_told(qtbot, type_in):
    field = add(qtbot, RecordField("Người", PEOPLE))
    type_in(field.editor.line, "dao")
    leave(qtbot, field)
    assert field.value() is None
    assert field.problem()
    assert {person.full_name for person in field.editor._fitting()} == {
        "Đào Thị Ánh",
        "Đào Văn Cường",
    }


def test_a_record_outside_the_list_is_kept(qtbot):
    gone = Person(full_name="Người cũ")
    field = add(qtbot, RecordField("Người", PEOPLE))
    field.set_value(gone)
    field.set_records(PEOPLE[:1])
    assert field.value() is gone


def test_the_sentence_of_the_record_is_shown_with_a_sign(qtbot):
    field = add(qtbot, LineField("Tên"))
    field.set_problem("Cần có tên.")
    assert field._wrong.isVisible()
    assert field.problem() == "Cần có tên."
    assert not field._wrong._sign.pixmap().isNull()
    assert field.editor.property("wrong") is True
    field.set_problem("")
    assert not field._wrong.isVisible()


def test_bold_by_the_keyboard(qtbot, type_in):
    field = add(qtbot, RichTextField("Diễn biến"))
    with qtbot.waitActive(field):
        field.activateWindow()
    field.editor.setFocus()
    qtbot.keyClick(field.editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    type_in(field.editor, "đậm")
    assert field.value() == RichText((Block((Run("đậm", bold=True),)),))


def test_lines_become_a_list_and_back(qtbot):
    field = add(qtbot, RichTextField("Diễn biến"))
    field.set_value(RichText.plain("một\nhai"))
    field.editor.selectAll()
    field.tools["list"].click()
    assert [block.kind for block in field.value().blocks] == [BlockKind.BULLET] * 2
    field.tools["list-ordered"].click()
    assert [block.kind for block in field.value().blocks] == [BlockKind.NUMBERED] * 2
    field.tools["list-ordered"].click()
    assert field.value() == RichText.plain("một\nhai")


def test_a_heading_and_back_is_plain_again(qtbot):
    field = add(qtbot, RichTextField("Diễn biến"))
    field.set_value(RichText.plain("Khai mạc"))
    field.tools["heading-2"].click()
    assert field.value() == RichText((Block((Run("Khai mạc"),), BlockKind.HEADING),))
    field.tools["heading-2"].click()
    assert field.value() == RichText.plain("Khai mạc")


def test_word_leaves_its_fonts_outside(qtbot):
    field = add(qtbot, RichTextField("Diễn biến"))
    source = QMimeData()
    source.setHtml(
        "<style>p{color:red}</style><h1>Mục</h1>"
        "<p style='font-family:Wingdings;font-size:30pt;color:#f00'>Chữ <b>đậm</b></p>"
        "<ul><li>một</li></ul><p><img src='x.png'/></p>"
    )
    field.editor.insertFromMimeData(source)
    expected = RichText(
        (
            Block((Run("Mục"),), BlockKind.HEADING),
            Block((Run("Chữ "), Run("đậm", bold=True))),
            Block((Run("một"),), BlockKind.BULLET),
        )
    )
    assert field.value() == expected
    cursor = QTextCursor(field.editor.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    form = cursor.charFormat()
    assert form.fontPointSize() == 0
    assert not form.hasProperty(form.Property.ForegroundBrush)


def test_tools_have_names(qtbot):
    field = add(qtbot, RichTextField("Diễn biến"))
    assert field.tools["bold"].toolTip() == "Đậm (Ctrl+B)"
    assert all(tool.accessibleName() for tool in field.findChildren(QToolButton))


def test_the_calendar_in_the_line_has_a_name(qtbot):
    field = add(qtbot, DateField("Ngày họp"))
    assert [b.accessibleName() for b in field.findChildren(QToolButton)] == ["Mở lịch: Ngày họp"]
