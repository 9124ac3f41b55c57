"""A field whose records are read when they are wanted: by typing, by keys, by opening the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.units.person import Person
from desktop_app.ui.records.forms.fields import RecordField

AN, BINH = Person(full_name="Nhữ Văn An"), Person(full_name="Lê Bình")


@pytest.fixture
def field(qtbot):
    """And how often its people were read."""
    reads = []
    made = RecordField("Cá nhân")
    made.set_records(lambda: reads.append(1) or (AN, BINH))
    qtbot.addWidget(made)
    made.show()
    return made, reads


def test_showing_and_leaving_a_chosen_one_reads_nothing(field):
    made, reads = field
    made.put(BINH)
    assert made.value() is BINH
    assert made.editor.line.text() == "Lê Bình"
    made.editor.resolve()
    made.put(None)
    assert made.value() is None
    assert reads == []


def test_what_is_typed_stays_while_the_records_are_read(field, qtbot):
    made, reads = field
    made.editor.line.setFocus()
    qtbot.keyClicks(made.editor.line, "nh")
    qtbot.waitUntil(lambda: reads == [1])
    assert made.editor.line.text() == "nh"
    made.editor.line.setText("van a")
    made.editor.resolve()
    assert made.value() is AN
    assert reads == [1]


def test_keys_and_the_opened_list_offer_all(field, qtbot):
    made, reads = field
    made.put(AN)
    qtbot.keyClick(made.editor, Qt.Key.Key_Down)
    assert reads == [1]
    assert made.editor.count() == 2
    assert made.value() is BINH
    made.editor.showPopup()
    made.editor.hidePopup()
    assert reads == [1]


def test_new_records_are_read_anew_and_a_chosen_one_that_is_not_among_them_stays(field):
    made, reads = field
    made.put(AN)
    made.editor.showPopup()
    made.editor.hidePopup()
    made.set_records(lambda: reads.append(2) or (BINH,))
    assert made.editor.line.text() == "Nhữ Văn An"
    assert made.value() is AN
    made.editor.showPopup()
    made.editor.hidePopup()
    assert reads == [1, 2]
    assert made.editor.count() == 2
    assert made.value() is AN
