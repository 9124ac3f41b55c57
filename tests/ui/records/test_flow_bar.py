"""A bar of words and buttons: in little room it takes further rows, and nothing is cut off."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.ui.records.flow_bar import FlowBar

WORDS = ("Mở chốt biên bản…", "Bỏ thay đổi", "Lưu")


@pytest.fixture
def foot(qtbot):
    foot = FlowBar(QLabel("Có thay đổi chưa lưu"), least=60, margins=(16, 6, 16, 10))
    for words in ("Xoá", *WORDS):
        foot.add(QPushButton(words))
    qtbot.addWidget(foot)
    foot.show()
    return foot


def shown_at(foot, qtbot, width):
    foot.resize(width, foot.height())
    qtbot.wait(1)
    buttons = foot.findChildren(QPushButton)
    return [
        button.rect().translated(button.mapTo(foot, button.rect().topLeft())) for button in buttons
    ]


@pytest.mark.parametrize("width", [220, 330, 480, 900])
def test_nothing_is_cut_off_or_covered(foot, qtbot, width):
    places = shown_at(foot, qtbot, width)
    buttons = foot.findChildren(QPushButton)
    for place, button in zip(places, buttons, strict=True):
        assert foot.rect().contains(place)
        assert place.width() >= button.sizeHint().width()
    words = foot.findChild(QLabel).geometry()
    assert not any(words.intersects(place) for place in places)
    assert words.height() >= foot.fontMetrics().lineSpacing() - 2
    for number, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[number + 1 :])


def test_one_row_where_there_is_room(foot, qtbot):
    assert len({place.center().y() for place in shown_at(foot, qtbot, 900)}) == 1
    wide = foot.height()
    shown_at(foot, qtbot, 220)
    assert foot.height() > 2 * wide


def test_a_button_that_appears_finds_its_room(foot, qtbot):
    save = foot.findChildren(QPushButton)[-1]
    save.hide()
    shown_at(foot, qtbot, 330)
    save.show()
    qtbot.wait(1)
    assert foot.rect().contains(save.geometry())
