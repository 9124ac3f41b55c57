"""The whole file in one pack, and on the other PC with its history: in the real window."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.errors import DataFileInSharedPlace, ImportRefused
from desktop_app.exchange.pack import Purpose
from desktop_app.exchange.pack_reading import read_pack
from desktop_app.storage import DataFile, file_key
from desktop_app.ui import messages
from desktop_app.ui.packs.pack_dialog import PackDialog
from desktop_app.ui.packs.receive_dialog import ReceiveDialog


@pytest.fixture
def signed(window):
    """Two files of one name that somebody has attached, one of them to the handover."""
    file = window.file
    (handover,) = file.handovers.all()
    file.attachments.add(handover, "biên bản đã ký.pdf", b"%PDF-1.7 ban ky")
    file.attachments.add(file.meetings.all()[0], "biên bản đã ký.pdf", b"%PDF-1.7 ban khac")
    return file


def through(monkeypatch, kind, script):
    def go(dialog):
        dialog.show()
        script(dialog)
        return dialog.result()

    monkeypatch.setattr(kind, "exec", go)


@pytest.fixture
def packed(window, qtbot, monkeypatch, save_as, tmp_path, signed):
    """A pack made through the menu, by keyboard."""
    target = tmp_path / "USB" / "gói.zip"
    target.parent.mkdir()
    save_as(target)
    seen = []

    def make(dialog):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.made is not None and dialog._job is None, timeout=20000)
        seen.append((dialog.told.text(), dialog.report.text(), dialog.made))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    through(monkeypatch, PackDialog, make)
    window.actions_.files.hand_over()
    return target, *seen[0]


def test_pack_holds_file_papers_index_and_sums(window, packed):
    target, told, result, made = packed
    assert "1 biên bản đã chốt (PDF); 2 tệp kèm" in told
    assert "Biên bản bàn giao của" in told
    assert "Gói không có mật khẩu" in told
    assert made.code in result
    found = read_pack(target, lambda *_: None)
    assert found.purpose is Purpose.HANDOVER
    assert found.who == window.file.who
    names = [entry.name for entry in found.entries]
    assert names[0] == "du-lieu/cụm.thidua"
    assert names[-2:] == ["muc-luc.pdf", "muc-luc.xlsx"]
    assert len(found.papers) == 3
    with zipfile.ZipFile(target) as archive:
        contents = [archive.read(entry.name) for entry in found.papers]
        index = archive.read("muc-luc.pdf")
    assert contents[1:] == [b"%PDF-1.7 ban ky", b"%PDF-1.7 ban khac"]
    assert contents[0].startswith(b"%PDF")
    assert index.startswith(b"%PDF")
    assert not list(target.parent.glob("*.dang-ghi"))
    window.file.units.save(window.file.units.all()[0].replace(note="vẫn lưu được"))


def test_other_pc_opens_it_with_its_history(window, qtbot, packed, monkeypatch, tmp_path):
    target, *_, made = packed
    before = window.file.history.recent(5)
    versions = window.file.minutes_versions.count()
    place = tmp_path / "máy kia"
    place.mkdir()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))

    def take(dialog):
        qtbot.waitUntil(dialog.take.isEnabled, timeout=20000)
        assert made.code in dialog.told.text()
        assert "Gói còn nguyên" in dialog.told.text()
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.received is not None, timeout=20000)

    through(monkeypatch, ReceiveDialog, take)
    assert window.actions_.files.receive()
    assert window.file.path.is_relative_to(place)
    assert window.file.history.recent(5) == before
    assert window.file.minutes_versions.count() == versions
    assert window.file.check() == ()
    assert len(list(window.file.path.parent.parent.glob("giay-to/*"))) == 3


def test_damaged_pack_is_refused_and_the_window_keeps_its_file(window, qtbot, packed, monkeypatch):
    target = packed[0]
    whole = target.read_bytes()
    target.write_bytes(whole[: len(whole) // 2])
    shown, told = window.file.path, []
    monkeypatch.setattr(messages, "tell", lambda _, error: told.append(error))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    through(monkeypatch, ReceiveDialog, lambda _: qtbot.waitUntil(lambda: bool(told)))
    assert not window.actions_.files.receive()
    assert isinstance(told[0], ImportRefused)
    assert window.file.path == shown


def test_pack_is_not_unpacked_where_files_must_not_live(
    window, qtbot, packed, monkeypatch, tmp_path
):
    told = []
    monkeypatch.setattr(messages, "tell", lambda _, error: told.append(error))
    dialog = ReceiveDialog(packed[0], window)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(dialog.take.isEnabled, timeout=20000)
    dialog.take_to(tmp_path / "OneDrive")
    assert isinstance(told[0], DataFileInSharedPlace)
    assert not (tmp_path / "OneDrive").exists()


def test_stopping_leaves_nothing(window, qtbot, signed, tmp_path):
    dialog = PackDialog(window.file, window.period, Purpose.MOVE, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.minutes_button.isVisible()
    assert "chỉ làm tiếp ở một máy" in dialog.told.text()
    dialog.pack(tmp_path / "dừng.zip")
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog._job is None, timeout=20000)
    assert "Đã dừng" in dialog.report.text()
    assert not list(tmp_path.glob("dừng*"))


def test_minutes_of_handover_are_one_click_away(window, qtbot, monkeypatch):
    through(monkeypatch, PackDialog, lambda dialog: dialog.minutes_button.click())
    window.tabs.setCurrentIndex(0)
    window.actions_.files.hand_over()
    view = window.page().view
    assert view.key == "handovers"
    opened = []
    through(monkeypatch, PackDialog, lambda dialog: opened.append(dialog._purpose))
    view.pack()
    assert opened == [Purpose.HANDOVER]


def test_pack_of_a_file_with_a_password_has_no_word_in_clear(window, qtbot, tmp_path, signed):
    from desktop_app.storage.rekeying import export

    key = file_key.new_key("bốn tiếng dễ nhớ", cost=0x01)
    path = tmp_path / "kín.thidua"
    window.close_file()
    export(tmp_path / "cụm.thidua", None, path, key)
    window.show_file(DataFile.open(path, key))
    dialog = PackDialog(window.file, window.period, Purpose.MOVE, window)
    qtbot.addWidget(dialog)
    dialog.pack(tmp_path / "kín.zip")
    qtbot.waitUntil(lambda: dialog.made is not None, timeout=20000)
    assert [entry.name for entry in dialog.made.entries] == ["du-lieu/kín.thidua"]
    content = (tmp_path / "kín.zip").read_bytes()
    for words in ("Cục Cảnh sát", "ban ky", "Thủ trưởng mẫu"):
        assert words.encode() not in content
        assert words.encode("utf-16-le") not in content
    assert "đã mã hoá" in dialog.told.text()
