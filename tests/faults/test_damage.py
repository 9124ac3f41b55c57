"""Bits that turn and ends that are cut off: in a backup, in an attached file, in the data file.

A backup and an attachment know the sum of their bytes: all damage is noticed. A plain data file
has no such sum; what is noticed of it at opening and by «Kiểm tra dữ liệu» is measured and told.
Red on purpose: `test_damage_is_not_noticed_by_itself`.
"""

from __future__ import annotations

import contextlib
import random
import shutil
from pathlib import Path

import pytest

from desktop_app.domain.errors import DataFileDamaged, DataFileError
from desktop_app.storage import DataFile
from desktop_app.storage.backups import restoring
from desktop_app.storage.backups.backup import Reason
from desktop_app.storage.plain import to_plain
from desktop_app.storage.schema.keeping import ContentRow
from tests.faults.operations import back_up

FLIPS = [300, pytest.param(5000, marks=pytest.mark.long)]


def hurt(whole: bytes, chance: random.Random) -> bytes:
    """One bit turned; one time in five the end cut off."""
    if chance.random() < 0.2:
        return whole[: chance.randrange(len(whole))]
    at = chance.randrange(len(whole))
    return whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :]


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("times", FLIPS)
def test_all_damage_to_a_backup_is_noticed(lean, tmp_path, times):
    path = tmp_path / lean.name
    shutil.copyfile(lean, path)
    with DataFile.open(path) as file:
        backup = back_up(file, Reason.HAND)
    restoring.check(backup)
    whole, before, chance = backup.path.read_bytes(), path.read_bytes(), random.Random(times)
    for _ in range(times):
        backup.path.write_bytes(hurt(whole, chance))
        with pytest.raises(DataFileError, match="hỏng hoặc bị sửa"):
            restoring.restore(backup, path)
    assert path.read_bytes() == before
    backup.path.write_bytes(whole)
    restoring.restore(backup, path)


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("times", FLIPS)
def test_all_damage_to_an_attached_file_is_noticed(lean, tmp_path, times):
    path = tmp_path / lean.name
    shutil.copyfile(lean, path)
    chance = random.Random(times)
    content = chance.randbytes(30_000)
    with DataFile.open(path) as file:
        meeting = file.meetings.all()[0]
        attached = file.attachments.add(meeting, "quét.pdf", content)
        for _ in range(times):
            _put(file, hurt(content, chance))
            with pytest.raises(DataFileDamaged, match="Tệp kèm «quét"):
                file.attachments.content(attached)
        _put(file, content)
        assert file.attachments.content(attached) == content


def _put(file: DataFile, content: bytes) -> None:
    file.run(ContentRow.update({ContentRow.bytes: content}))


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("times", [100, pytest.param(5000, marks=pytest.mark.long)])
def test_damage_to_a_plain_file_is_measured(lean, tmp_path, times):
    whole, chance = lean.read_bytes(), random.Random(times)
    path = tmp_path / lean.name
    good = _records(lean, tmp_path / "xem")
    seen = {"khi mở": 0, "khi kiểm tra": 0, "khi đọc": 0, "vô hại": 0, "không thấy": 0}
    for _ in range(times):
        path.write_bytes(hurt(whole, chance))
        seen[_noticed(path, good)] += 1
        for left in (path, path.with_name(path.name + "-wal")):
            left.unlink(missing_ok=True)
    told = ", ".join(f"{how} {count / times:.1%}" for how, count in seen.items())
    print(f"\n{times} chỗ hỏng trong tệp không mã hoá: {told}")
    # other data shown with every check content: what the seals of the history are for
    assert seen["không thấy"] <= times // 100


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"PRIMARY KEY", b"PRIMARY \xcbEY"),
        (b'FOREIGN KEY ("owner_id"', b'FOREIGN KEY ("ownes_id"'),
        (b"folded, exact", b"folded< exact"),
    ],
    ids=["chữ lạ", "khoá ngoài", "bộ tách chữ"],
)
def test_damaged_words_of_a_table_are_called_damage(lean, tmp_path, was, becomes):
    """Once they were told as a save that had failed, or as a bug of the program."""
    path, whole = tmp_path / lean.name, lean.read_bytes()
    before = whole.replace(was, becomes)
    assert before != whole
    path.write_bytes(before)
    with pytest.raises(DataFileDamaged, match="bị hỏng"):
        DataFile.open(path)
    assert path.read_bytes() == before


def _noticed(path: Path, good: dict[str, object]) -> str:
    try:
        file = DataFile.open(path)
    except DataFileError:
        return "khi mở"
    with contextlib.closing(file):
        try:
            problems = file.check()
            found = _images(file)
        except Exception:  # noqa: BLE001 - whatever it is, it is no silence
            return "khi đọc"
        if problems:
            return "khi kiểm tra"
        return "vô hại" if found == good else "không thấy"


def _records(path: Path, folder: Path) -> dict[str, object]:
    folder.mkdir()
    copy = folder / path.name
    shutil.copyfile(path, copy)
    with DataFile.open(copy) as file:
        return _images(file)


def _images(file: DataFile) -> dict[str, object]:
    return {record.id: to_plain(record) for store in file.stores for record in store.all()}


def test_damage_is_not_noticed_by_itself(lean, tmp_path, monkeypatch):
    """Without the sums a good part of the damage would go through."""
    path = tmp_path / lean.name
    shutil.copyfile(lean, path)
    with DataFile.open(path) as file:
        backup = back_up(file, Reason.HAND)
    whole, chance = backup.path.read_bytes(), random.Random(3)
    monkeypatch.setattr(restoring, "sha256_of", lambda _: backup.sha256)
    through = 0
    for _ in range(30):
        backup.path.write_bytes(hurt(whole, chance))
        with contextlib.suppress(DataFileError):
            restoring.check(backup)
            through += 1
    assert through > 5
