"""A file on a network or in a synced folder is not opened there: its copy on this PC is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.ui import application, messages


@pytest.fixture
def shared(sample, tmp_path):
    folder = tmp_path / "OneDrive - Bộ"
    folder.mkdir()
    return Path(shutil.copy(sample, folder / "của cụm.thidua"))


def test_copy_is_offered_and_opened(window, shared, monkeypatch):
    asked = []

    def yes(_parent, *words):
        asked.append(words)
        return True

    monkeypatch.setattr(messages, "ask", yes)
    before = shared.read_bytes()
    assert window.actions_.files.open(shared)
    assert window.file.path.parent == paths.data_folder()
    assert window.file.meetings.count() == 3
    assert shared.read_bytes() == before
    ((title, body, verb),) = asked
    assert "thư mục đồng bộ «OneDrive - Bộ»" in title
    assert str(paths.data_folder()) in body
    assert verb == "Chép vào máy rồi mở"


def test_refused_offer_keeps_what_is_shown(window, shared, monkeypatch):
    monkeypatch.setattr(messages, "ask", lambda *_: False)
    shown = window.file.path
    assert not window.actions_.files.open(shared)
    assert window.file.path == shown
    assert not list(shared.parent.glob(".*"))


def test_start_offers_it_too(window, qtbot, shared, monkeypatch):
    window.close()
    monkeypatch.setattr(messages, "ask", lambda *_: True)
    again = application.MainWindow()
    qtbot.addWidget(again)
    again.show()
    application.open_first_file(again, shared)
    assert again.file is not None
    assert again.file.path.parent == paths.data_folder()
    again.close()
