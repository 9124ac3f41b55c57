"""Text pasted in old letters is offered to be put right: only a click does it, Ctrl+Z undoes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.meetings.meeting import AgendaItem
from desktop_app.domain.rich_text import RichText
from desktop_app.ui.records.forms.fields import LineField, LinesField, RichTextField, TextField
from desktop_app.ui.records.forms.paste_offer import PasteOffer
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable

TCVN3 = "NguyÔn V¨n H\u00adng, tr\u00adëng phßng C«ng t¸c"
RIGHT = "Nguyễn Văn Hưng, trưởng phòng Công tác"
VNI = "Nguyeãn Vaên Höng, Phoøng Toång hôïp"
VNI_RIGHT = "Nguyễn Văn Hưng, Phòng Tổng hợp"
CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(qtbot, field):
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.focus_editor()
    return field


def paste(qtbot, field, text):
    QGuiApplication.clipboard().setText(text)
    field.focus_editor()
    field.editor.paste()
    return field.paste_offer


@pytest.mark.parametrize(("old", "right"), [(TCVN3, RIGHT), (VNI, VNI_RIGHT)])
@pytest.mark.parametrize("make", [LineField, TextField, lambda name: RichTextField(name)])
def test_pasted_old_letters_wait_for_a_click(qtbot, make, old, right):
    field = shown(qtbot, make("Ý kiến"))
    offer = paste(qtbot, field, old)
    assert not offer.isHidden()
    assert "»" in offer.words.text()
    before = field.value()
    assert right not in _words(before)
    offer.mend_button.click()
    assert _words(field.value()) == right
    assert offer.isHidden()
    field.editor.undo()
    assert field.value() == before


def test_the_field_left_meanwhile_is_put_right_as_well(qtbot):
    field, other = shown(qtbot, LineField("Ý kiến")), shown(qtbot, LineField("Khác"))
    offer = paste(qtbot, field, TCVN3)
    field._maybe_left()
    other.focus_editor()
    offer.mend_button.click()
    assert field.value() == RIGHT


def test_text_left_as_it_is_or_gone_is_asked_about_no_more(qtbot):
    field = shown(qtbot, TextField("Ý kiến"))
    offer = paste(qtbot, field, TCVN3)
    offer.leave_button.click()
    assert offer.isHidden()
    assert RIGHT not in field.value()
    paste(qtbot, field, VNI)
    assert not offer.isHidden()
    field.editor.undo()
    assert offer.isHidden()
    paste(qtbot, field, VNI)
    field.set_value("Một bản ghi khác")
    assert offer.isHidden()


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "Tên «Công an» năm 2026",
        "Hoà bình và hoà giải",
        "Café Zoë Müller",
        "Cu\u031bo\u031bng",
    ],
)
def test_good_text_is_pasted_without_a_word(qtbot, text):
    for field in (LineField("Tên"), LinesField("Nơi nhận"), RichTextField("Nội dung")):
        assert paste(qtbot, shown(qtbot, field), text).isHidden()


def test_typing_is_never_asked_about(qtbot):
    field = shown(qtbot, LineField("Tên"))
    for letter in "NguyÔn V¨n":
        qtbot.keyClicks(field.editor, letter)
    assert field.paste_offer.isHidden()


def test_only_what_was_pasted_changes(qtbot):
    field = shown(qtbot, LineField("Tên"))
    field.editor.setText("Ông , bà Lê Thị Hà")
    field.editor.setCursorPosition(4)
    paste(qtbot, field, "NguyÔn V¨n H\u00adng").mend_button.click()
    assert field.value() == "Ông Nguyễn Văn Hưng, bà Lê Thị Hà"


def test_rich_text_keeps_its_dress_and_its_table(qtbot):
    field = shown(qtbot, RichTextField("Nội dung"))
    field.set_value(RichText.plain("Trước:"))
    field.editor.moveCursor(QTextCursor.MoveOperation.End)
    source = QMimeData()
    words = "NguyÔn <b>V¨n H\u00adng</b>"
    source.setHtml(f"<p>{words}</p><table><tr><td>{words}</td><td>Phßng</td></tr></table>")
    source.setText("NguyÔn V¨n H\u00adng\nNguyÔn V¨n H\u00adng\tPhßng")
    field.editor.insertFromMimeData(source)
    field.paste_offer.mend_button.click()
    text, table = field.value().blocks[0], field.value().blocks[1]
    assert [(run.text, run.bold) for run in text.runs] == [
        ("Trước:Nguyễn ", False),
        ("Văn Hưng", True),
    ]
    assert "Nguyễn Văn Hưng" in table.text
    assert "Phòng" in table.text
    field.editor.undo()
    assert "Nguyễn" not in field.value().text


def grid(qtbot):
    columns = [
        PartColumn("text", "Nội dung", stretch=True),
        PartColumn("minutes", "Phút", kind="number"),
    ]
    field = shown(qtbot, PartsTable("Chương trình", columns, new=AgendaItem))
    field.set_value((AgendaItem(text="Khai mạc"),))
    field.table.setCurrentIndex(field.model.index(0, 0))
    return field


def press(qtbot, widget, key):
    qtbot.keyClick(widget, key, CONTROL)


def test_pasted_rows_are_put_right_and_back_again(qtbot):
    field = grid(qtbot)
    QGuiApplication.clipboard().setText(f"{TCVN3}\t5\nHoµ gi¶i ë c¬ së\t10")
    press(qtbot, field.table, Qt.Key.Key_V)
    pasted = [part.text for part in field.value()]
    assert "(2 ô)" in field.paste_offer.words.text()
    field.paste_offer.mend_button.click()
    assert [part.text for part in field.value()] == ["Khai mạc", RIGHT, "Hoà giải ở cơ sở"]
    assert [part.minutes for part in field.value()] == [None, 5, 10]
    press(qtbot, field.table, Qt.Key.Key_Z)
    assert [part.text for part in field.value()] == pasted
    assert field.paste_offer.isHidden()


def test_what_is_pasted_into_an_open_cell_is_offered_too(qtbot):
    field = grid(qtbot)
    field.edit_current()
    editor = field.table.open_editor()
    assert isinstance(editor, QLineEdit)
    QGuiApplication.clipboard().setText(TCVN3)
    editor.selectAll()
    editor.paste()
    field.paste_offer.mend_button.click()
    assert field.value()[0].text == RIGHT


def test_the_strip_is_worked_by_keyboard(qtbot):
    field = shown(qtbot, TextField("Ý kiến"))
    offer = paste(qtbot, field, VNI)
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)
    assert offer.mend_button.hasFocus()
    qtbot.keyClick(offer.mend_button, Qt.Key.Key_Space)
    assert field.value() == VNI_RIGHT
    assert field.editor.hasFocus()


def test_words_of_the_strip(qtbot):
    field = shown(qtbot, LineField("Tên"))
    words = paste(qtbot, field, "Phòng Тổng hợp").words.text()
    assert words == ("Chữ vừa dán có chữ nước ngoài trông giống: «Тổng hợp» → «Tổng hợp»")
    assert isinstance(field.paste_offer, PasteOffer)


def _words(value):
    return value.text if isinstance(value, RichText) else value
