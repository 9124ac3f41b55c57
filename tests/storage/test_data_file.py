"""The data file opens, refuses, closes and checks as it promises."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.domain.compacts.compact import Compact, CompactState, Signature
from desktop_app.domain.errors import (
    DataFileBusy,
    DataFileDamaged,
    DataFileError,
    DataFileTooNew,
)
from desktop_app.storage import DataFile, migrations
from desktop_app.storage.connection import connect, pragma
from desktop_app.storage.schema import APPLICATION_ID


def test_settings_are_durable_and_read_back(path, small):
    with DataFile.create(path, small.records()):
        pass
    database = connect(path)
    try:
        assert pragma(database, "journal_mode") == "wal"
        assert pragma(database, "synchronous") == 2
        assert pragma(database, "foreign_keys") == 1
        assert pragma(database, "locking_mode") == "exclusive"
        assert pragma(database, "application_id") == APPLICATION_ID
        assert pragma(database, "user_version") == migrations.VERSION
        version = database.execute_sql("SELECT sqlite_version()").fetchone()[0]
    finally:
        database.close()
    # 3.51.3 mended a fault in resetting the write-ahead log.
    assert tuple(int(number) for number in version.split(".")) >= (3, 51, 3)


def test_file_is_plain_sqlite_that_any_tool_reads(file, path, small):
    file.close()
    with sqlite3.connect(path) as plain:
        assert plain.execute("SELECT name FROM meeting").fetchall() == [(small.meeting.name,)]


def test_records_come_back_complete_after_reopening(file, path, small):
    file.close()
    with DataFile.open(path) as again:
        assert again.meetings.get("ky-ket") == small.meeting
        assert again.meetings.of_period(small.period) == (small.meeting,)
        assert again.check() == ()


def test_create_never_overwrites(file, path):
    file.close()
    before = path.read_bytes()
    with pytest.raises(DataFileError, match="Đã có tệp"):
        DataFile.create(path)
    assert path.read_bytes() == before


def test_failed_filling_leaves_no_file(path, small):
    with pytest.raises(Exception, match="không còn trong tệp"):
        DataFile.create(path, (small.meeting,))
    assert list(path.parent.iterdir()) == []


def test_newer_file_is_refused_untouched(file, path):
    file.close()
    with sqlite3.connect(path) as plain:
        plain.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(DataFileTooNew):
        DataFile.open(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"khong phai sqlite" * 20, b"SQLite format 3\x00"])
def test_foreign_file_is_refused_untouched(path, content):
    path.write_bytes(content)
    with pytest.raises(DataFileDamaged):
        DataFile.open(path)
    assert path.read_bytes() == content


def test_damaged_page_is_noticed_at_opening(file, path):
    file.close()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 4] = os.urandom(4096)
    path.write_bytes(content)
    with pytest.raises(DataFileError):
        DataFile.open(path)


def test_missing_file_is_not_created(path):
    with pytest.raises(DataFileError, match="Không mở được"):
        DataFile.open(path)
    assert not path.exists()


def test_second_copy_is_told_who_has_it_and_since_when(file, path):
    with pytest.raises(DataFileBusy, match=r"đang được .+ mở trên máy .+ từ \d\d:\d\d ngày"):
        DataFile.open(path)


def test_after_closing_another_may_open(file, path):
    file.close()
    with DataFile.open(path), pytest.raises(DataFileBusy):
        DataFile.open(path)


_HOLDER = """
import sys, time
from pathlib import Path
from desktop_app.storage import DataFile
file = DataFile.open(Path(sys.argv[1]))
meeting = file.meetings.get("ky-ket")
file.meetings.save(meeting.replace(name="Đã lưu trước khi mất điện"))
print("saved", flush=True)
time.sleep(60)
"""


def test_after_kill_the_file_opens_without_questions_and_keeps_the_save(file, path):
    file.close()
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "saved"
        with pytest.raises(DataFileBusy):
            DataFile.open(path)
    finally:
        holder.kill()
        holder.wait()
    with DataFile.open(path) as again:
        assert again.meetings.get("ky-ket").name == "Đã lưu trước khi mất điện"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 là việc của POSIX")
def test_stale_lock_of_a_dead_process_does_not_refuse(file, path):
    file.close()
    lock = path.with_name(f".{path.name}.dang-mo")
    lock.write_text(json.dumps({"who": "x", "computer": "y", "since": "2026-01-01T00:00:00"}))
    started = time.monotonic()
    with DataFile.open(path) as again:
        assert again.meetings.count() == 1
    assert time.monotonic() - started < 5


def test_disk_full_is_said_in_words_and_loses_nothing(file, path, small):
    pages = pragma(file._database, "page_count")
    file._database.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DataFileError, match="đầy"):
        file.attachments.add(small.meeting, "lớn.pdf", b"x" * 400_000)
    file._database.execute_sql("PRAGMA max_page_count = 100000")
    assert file.meetings.get("ky-ket") == small.meeting
    assert file.attachments.of_record(small.meeting) == ()
    file.meetings.save(small.meeting.replace(name="Lại lưu được"))


def test_copy_holds_everything_and_opens(file, small, tmp_path: Path):
    target = tmp_path / "bản sao.thidua"
    file.copy_to(target)
    with DataFile.open(target) as copy:
        assert copy.meetings.all() == (small.meeting,)
        assert copy.history.recent() == file.history.recent()


def test_check_names_a_broken_record(file, small):
    file.run(file.meetings.table.update(name="").where(file.meetings.table.id == "ky-ket"))
    file.forget_loaded()
    assert any("Cần có tên hội nghị" in sentence for sentence in file.check())


def test_a_copy_never_replaces_the_open_file(file, path, small):
    with pytest.raises(DataFileError, match="chính tệp đang mở"):
        file.copy_to(path)
    file.meetings.save(small.meeting.replace(name="Lưu sau đó"))
    file.close()
    with DataFile.open(path) as again:
        assert again.meetings.get("ky-ket").name == "Lưu sau đó"


def test_a_copy_never_replaces_a_file_that_another_has_open(file, tmp_path, small):
    other = tmp_path / "khác.thidua"
    with DataFile.create(other, small.records()) as held:
        with pytest.raises(DataFileBusy):
            file.copy_to(other)
        held.meetings.save(small.meeting.replace(name="Lưu sau đó"))
    file.copy_to(other)


def test_a_copy_that_fails_says_that_the_open_file_is_whole(file, tmp_path):
    with pytest.raises(DataFileError, match="Tệp đang mở còn nguyên"):
        file.copy_to(tmp_path / "không có" / "bản sao.thidua")
    assert file.check() == ()


def test_year_takes_the_signed_compact_or_else_the_newest(file, small):
    period = small.period
    assert file.year_of(period).compact is None
    first = Compact(id="a", period=period, name="Giao ước", version=2)
    older = Compact(id="b", period=period, name="Giao ước", version=1)
    file.save_all((first, older))
    assert file.year_of(period).compact.id == "a"
    file.compacts.save(
        Compact(id="c", period=period, name="G", version=3, state=CompactState.CANCELLED)
    )
    assert file.year_of(period).compact.id == "a"
    day = dt.date(2018, 3, 13)
    signatures = tuple(Signature(unit=m.unit, signed_on=day) for m in period.members)
    file.compacts.save(older.replace(state=CompactState.AGREED))
    file.compacts.save(
        older.replace(state=CompactState.SIGNED, signed_on=day, signatures=signatures)
    )
    assert file.year_of(period).compact.id == "b"
