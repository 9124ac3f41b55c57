"""Parts of a typed text that are not spread: marked, kept, cut and pasted with their mark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run, TableBlock
from desktop_app.ui.records.rich_text.rich_text_field import RichTextField

TABLE = TableBlock((((Run("a"),), (Run("b"),)),) * 2)


def block(text, kind=BlockKind.PARAGRAPH, hidden=False):
    return Block((Run(text),), kind, hidden)


TEXT = RichText((block("Mở đầu"), block("Nhân sự"), block("Ý một", BlockKind.NUMBERED), TABLE))


@pytest.fixture
def field(qtbot):
    field = RichTextField("Diễn biến", confidential=True)
    qtbot.addWidget(field)
    field.set_value(TEXT)
    field.show()
    return field


def go(field, start, end=None):
    cursor = field.editor.textCursor()
    cursor.setPosition(field.editor.toPlainText().index(start))
    if end:
        to = field.editor.toPlainText().index(end) + len(end)
        cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
    field.editor.setTextCursor(cursor)


def marked(field):
    return [block.text for block in field.value().blocks if block.is_confidential]


def test_button_and_key_mark_the_paragraph_and_take_the_mark_away(field, qtbot):
    go(field, "Nhân sự")
    field.tools["lock"].click()
    assert marked(field) == ["Nhân sự"]
    assert field.tools["lock"].isChecked()
    field.editor.setFocus()
    mods = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field.editor, Qt.Key.Key_K, mods)
    assert marked(field) == []
    assert field.value() == TEXT


def test_selection_over_a_table_marks_the_table_too(field):
    go(field, "Nhân sự", "b")
    field.tools["lock"].click()
    assert marked(field) == ["Nhân sự", "Ý một", "a | b\na | b"]


def test_marks_come_back_as_they_were_kept(field):
    go(field, "Nhân sự", "b")
    field.tools["lock"].click()
    kept = field.value()
    again = RichText.from_data(kept.to_data())
    field.set_value(RichText())
    field.set_value(again)
    assert field.value() == kept


def test_a_mark_stays_when_the_kind_changes_and_on_the_next_line(field, qtbot):
    go(field, "Nhân sự")
    field.tools["lock"].click()
    field.tools["list"].click()
    field.editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(field.editor, "them")
    assert marked(field) == ["Nhân sự", "them"]


def test_cut_and_pasted_parts_keep_their_mark(field):
    go(field, "Nhân sự", "b")
    field.tools["lock"].click()
    field.editor.selectAll()
    source = field.editor.createMimeDataFromSelection()
    field.editor.clear()
    field.editor.insertFromMimeData(source)
    assert marked(field) == ["Nhân sự", "Ý một", "a | b\na | b"]


def test_other_texts_take_no_marks(field, qtbot):
    field.editor.selectAll()
    field.tools["lock"].click()
    field.editor.selectAll()
    other = RichTextField("Bài phát động")
    qtbot.addWidget(other)
    other.editor.insertFromMimeData(field.editor.createMimeDataFromSelection())
    assert marked(other) == []
    assert "lock" not in other.tools


def test_public_text_keeps_the_count_of_headings_and_numbers():
    heading, numbered = BlockKind.HEADING, BlockKind.NUMBERED
    text = RichText(
        (
            block("Một", heading),
            block("a", hidden=True),
            block("b", hidden=True),
            block("Hai", heading, hidden=True),
            block("c", numbered, hidden=True),
            block("d", numbered, hidden=True),
            block("Ba", heading),
        )
    )
    assert [(b.text, b.kind) for b in text.public("(…)").blocks] == [
        ("Một", heading),
        ("(…)", BlockKind.PARAGRAPH),
        ("(…)", heading),
        ("(…)", numbered),
        ("(…)", numbered),
        ("Ba", heading),
    ]
    assert text.has_confidential
    assert not text.public("(…)").has_confidential
