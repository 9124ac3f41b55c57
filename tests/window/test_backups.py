"""Backups in the window: made by themselves, brought back in three clicks."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.storage.backups.backup import Reason
from desktop_app.storage.backups.folder import backups_of, folder_of
from desktop_app.ui import messages
from desktop_app.ui.backups import second_place
from desktop_app.ui.dialogs.restore_dialog import RestoreDialog

NEW = Unit(id="moi", code="M", names=(UnitName(full="Đơn vị mới thêm"),))


@pytest.fixture
def window(window):
    """A person's own file: the sample is not backed up by itself."""
    window.file.keep_setting("sample", False)
    return window


def wait_for(qtbot, window, count):
    qtbot.waitUntil(lambda: len(backups_of(window.file.path)) == count, timeout=10000)
    qtbot.waitUntil(lambda: window.backups._job is None)


def test_the_first_change_of_a_day_is_backed_up(window, qtbot):
    assert window.backups.newest is None
    window.backups.look()
    wait_for(qtbot, window, 1)
    (backup,) = backups_of(window.file.path)
    assert backup.reason is Reason.DAY
    assert "Sao lưu gần nhất: hôm nay" in window.backups.in_words()


def test_the_next_one_comes_after_half_an_hour_of_work(window, qtbot):
    window.backups.look()
    wait_for(qtbot, window, 1)
    made = dt.datetime.combine(dt.date.today(), dt.time(9))  # far from midnight, whenever this runs
    window.backups.newest = dataclasses.replace(window.backups.newest, made_at=made)
    later = made + dt.timedelta(minutes=31)
    assert window.backups.due(later) is None  # nothing was saved since
    window.file.units.save(NEW)
    assert window.backups.due(later - dt.timedelta(minutes=5)) is None
    assert window.backups.due(later) is Reason.WORK
    assert window.backups.due(later + dt.timedelta(days=1)) is Reason.DAY


def test_closing_backs_up_what_has_changed(window):
    window.file.units.save(NEW)
    path = window.file.path
    assert window.close()
    (backup,) = backups_of(path)
    assert backup.reason is Reason.CLOSE
    assert list(path.parent.glob(f".{path.name}*")) == []


def test_closing_without_a_change_makes_none(window, qtbot):
    window.backups.look()
    wait_for(qtbot, window, 1)
    path = window.file.path
    assert window.close()
    assert len(backups_of(path)) == 1


def test_the_sample_is_left_alone_until_asked_for(window, qtbot):
    window.file.keep_setting("sample", True)
    window.backups.look()
    assert window.backups._job is None
    window.actions_.files.back_up()
    wait_for(qtbot, window, 1)
    assert backups_of(window.file.path)[0].reason is Reason.HAND


def test_restoring_takes_three_clicks(window, qtbot, monkeypatch):
    """«Phục hồi…», the backup (the newest is chosen), «Phục hồi»."""
    window.actions_.files.back_up()
    wait_for(qtbot, window, 1)
    window.file.units.save(NEW)
    seen = []

    def choose(dialog):
        dialog.show()
        seen.append(dialog.detail.text())
        dialog.take.click()
        return dialog.result()

    monkeypatch.setattr(RestoreDialog, "exec", choose)
    window.actions_.files.going_back.restore()
    assert "Tệp đang mở có thêm 1 lần ghi sau bản này." in seen[0]
    assert "đơn vị: 6 (nay 7)" in seen[0]
    assert window.file.units.find("moi") is None
    (aside,) = window.file.path.parent.glob("*truoc-phuc-hoi*.thidua")
    assert aside.stat().st_size > 100_000
    window.tabs.setCurrentIndex(1)
    units = window.page().turn_to(0)
    qtbot.waitUntil(lambda: units.list.model.total == 6)


def test_a_damaged_file_offers_its_newest_backup(window, qtbot, monkeypatch):
    window.actions_.files.back_up()
    wait_for(qtbot, window, 1)
    path = window.file.path
    window.close_file()
    hurt = bytearray(path.read_bytes())
    hurt[5000:9000] = bytes(4000)
    path.write_bytes(hurt)
    asked = []
    monkeypatch.setattr(messages, "ask", lambda _p, *words: asked.append(words) or True)
    assert window.actions_.files.open(path)
    assert "hỏng" in asked[0][0]
    assert "Có bản sao lưu lúc" in asked[0][1]
    assert len(window.file.units.all()) == 6
    (aside,) = path.parent.glob("*truoc-phuc-hoi*.thidua")
    assert aside.read_bytes() == bytes(hurt)


def test_a_second_place_gets_every_backup(window, qtbot, monkeypatch, tmp_path):
    stick = tmp_path / "USB"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    window.actions_.files.choose_second_place()
    assert second_place() == stick
    assert window.backups.second_place_is_late(dt.datetime.now())
    window.actions_.files.back_up()
    wait_for(qtbot, window, 1)
    assert len(backups_of(window.file.path, stick)) == 1
    assert not window.backups.second_place_is_late(dt.datetime.now())
    assert window.backups.second_place_is_late(dt.datetime.now() + dt.timedelta(days=8))


def test_a_backup_that_cannot_be_written_is_told(window, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "tell", lambda _, error: told.append(str(error)))
    folder_of(window.file.path).write_text("no folder")
    window.actions_.files.back_up()
    qtbot.waitUntil(lambda: bool(told), timeout=10000)
    assert "Chưa sao lưu được" in told[0]
    assert window.file.units.all()
