"""The whole file out to the open form and in again, through the menu «Tệp»."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.errors import ImportRefused
from desktop_app.storage.plain import to_plain
from desktop_app.ui import messages
from desktop_app.ui.progress_dialog import ProgressDialog


@pytest.fixture
def menu(window):
    """Entries of «Tệp» by their words."""
    bar = window.menuBar().actions()[0].menu()
    return {action.text(): action for action in bar.actions() if isinstance(action, QAction)}


@pytest.fixture
def agreed(monkeypatch):
    asked = []

    def ask(_parent, question, more, *_):
        asked.append(f"{question} {more}")
        return True

    monkeypatch.setattr(messages, "ask", ask)
    return asked


def everything(file):
    return {r.id: to_plain(r) for store in file.stores for r in store.all()}


def test_out_and_in_again(window, menu, agreed, save_as, monkeypatch, tmp_path):
    meeting = window.file.meetings.all()[0]
    window.file.attachments.add(meeting, "Biên bản.pdf", b"%PDF-1.7")
    before, old = everything(window.file), window.file.path
    package, target = tmp_path / "ra.json.zip", tmp_path / "mới.thidua"
    save_as(package)
    menu["Xuất toàn bộ ra JSON…"].trigger()
    assert zipfile.is_zipfile(package)
    assert "không có mật khẩu" in agreed[0]

    save_as(target)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(package), ""))
    menu["Mở từ bản xuất JSON…"].trigger()
    assert window.file.path == target
    assert everything(window.file) == before
    assert old.exists()


def test_a_bad_export_is_refused_and_the_file_in_hand_stays(
    window, menu, save_as, monkeypatch, tmp_path
):
    package, target = tmp_path / "hỏng.json", tmp_path / "mới.thidua"
    package.write_text('{"format": "thi-dua-cum",\n  oops}', "utf-8")
    before = window.file.path
    save_as(target)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(package), ""))
    told = []
    monkeypatch.setattr(messages, "tell", lambda _parent, error: told.append(error))
    menu["Mở từ bản xuất JSON…"].trigger()
    (error,) = told
    assert isinstance(error, ImportRefused)
    assert "dòng 2, cột 3" in error.what
    assert window.file.path == before
    assert not target.exists()


def test_stopped_it_leaves_no_package(window, menu, agreed, save_as, monkeypatch, tmp_path):
    package = tmp_path / "ra.json.zip"
    save_as(package)
    begin = ProgressDialog.open
    monkeypatch.setattr(ProgressDialog, "open", lambda self: (begin(self), self.reject()))
    menu["Xuất toàn bộ ra JSON…"].trigger()
    assert not package.exists()
    assert list(tmp_path.glob("*.dang-ghi")) == []
