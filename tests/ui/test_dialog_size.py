"""Dialogs open larger with the text, and never larger than the screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.theme import theme


@pytest.mark.parametrize(("size", "width"), [(100, 400), (150, 600)])
def test_a_dialog_grows_with_the_text(qtbot, monkeypatch, size, width):
    monkeypatch.setattr(theme, "text_size", size)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    open_at(dialog, 400, 200)
    assert dialog.width() == width


def test_a_dialog_stays_on_the_screen(qtbot, monkeypatch):
    monkeypatch.setattr(theme, "text_size", 150)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableGeometry()
    open_at(dialog, room.width(), room.height())
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
