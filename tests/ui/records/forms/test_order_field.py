"""The list of rules in order: ticked ones count, unknown ones are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.scores.criteria import TieRule
from desktop_app.ui.records.forms.order_field import OrderField

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(qtbot):
    made = OrderField("Khi bằng điểm", TieRule)
    qtbot.addWidget(made)
    made.set_value(("diem_tru", "phan_1", "quy_tac_moi"))
    return made


def test_value_comes_back_and_the_others_stand_below_without_a_tick(field):
    assert field.value() == ("diem_tru", "phan_1", "quy_tac_moi")
    texts = [field.list.item(row).text() for row in range(field.list.count())]
    assert texts[:4] == [
        "1. Ít điểm trừ hơn",
        "2. Điểm phần thứ nhất cao hơn",
        "3. «quy_tac_moi»",
        "Điểm phần thứ ba cao hơn",
    ]


def test_alt_and_arrows_move_and_space_ticks(field, qtbot):
    told = []
    field.edited.connect(lambda: told.append(field.value()))
    qtbot.keyClick(field.list, Qt.Key.Key_Down, ALT)
    assert field.list.currentRow() == 1
    qtbot.keyClick(field.list, Qt.Key.Key_Space)
    assert told == [("phan_1", "diem_tru", "quy_tac_moi"), ("phan_1", "quy_tac_moi")]
    assert field.list.item(2).text() == "2. «quy_tac_moi»"


def test_read_only_list_stays_as_it_is(field, qtbot):
    field.set_read_only(True)
    qtbot.keyClick(field.list, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(field.list, Qt.Key.Key_Space)
    assert field.value() == ("diem_tru", "phan_1", "quy_tac_moi")
    field.set_read_only(False)
    qtbot.keyClick(field.list, Qt.Key.Key_Space)
    assert field.value() == ("phan_1", "quy_tac_moi")
