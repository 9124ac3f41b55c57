"""Chips in narrow columns: a state of several words goes on in a second line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from desktop_app.ui.records.lists import chip
from desktop_app.ui.tokens import Tone


@pytest.mark.parametrize("words", ["Không được duyệt", "Được quyết định"])
def test_a_state_of_several_words_is_read_in_full(qapp, words):
    assert chip.chip_height(words, 300) < chip.chip_height(words, 92)
    shown, wide = chip._fitted(words, 92 - 18, 100, 2)
    assert shown.split() == words.split()
    assert wide <= 92 - 18
    assert "…" in chip._fitted(words, 92 - 18, 100, 1)[0]


def painted_rows(height):
    """The lines of a picture in which a chip in a room of this height left ink."""
    picture = QImage(92, 80, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    chip.draw_chip(painter, QRect(0, 0, 92, height), "Không được duyệt", Tone.RED)
    painter.end()
    return [y for y in range(80) if picture.pixelColor(20, y).lightness() < 250]


def test_two_lines_only_where_the_row_is_high_enough(qapp):
    low, high = painted_rows(26), painted_rows(60)
    assert len(high) > 1.6 * len(low)
