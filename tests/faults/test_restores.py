"""What is brought back from a backup is what the file held, record by record.

Red on purpose: `test_a_record_more_is_seen`.
"""

from __future__ import annotations

import random
import shutil

import pytest

from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.storage import DataFile
from desktop_app.storage.backups import restoring
from desktop_app.storage.backups.backup import Reason
from desktop_app.storage.plain import to_plain
from tests.faults.operations import back_up


def all_of(file: DataFile) -> dict[str, object]:
    records = {record.id: to_plain(record) for store in file.stores for record in store.all()}
    return {"records": records, "history": file.history.recent(10_000)}


def change(file: DataFile, chance: random.Random, number: int) -> None:
    """Some work of a person: added, edited, deleted, undone, attached."""
    meeting = file.meetings.get("hn-tong-ket-2018")
    file.meetings.save(meeting.replace(place=f"Phòng số {number}.{chance.random()}"))
    unit = Unit(code=f"M{number}", names=(UnitName(full=f"Đơn vị {number}"),))
    file.units.save(unit)
    if chance.random() < 0.5:
        file.units.delete(unit)
    if chance.random() < 0.5:
        file.history.undo()
    if chance.random() < 0.3:
        file.attachments.add(meeting, f"quét {number}.pdf", chance.randbytes(5000))


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("times", [20, pytest.param(200, marks=pytest.mark.long)])
def test_restored_files_equal_their_source(lean, tmp_path, times):
    path, chance = tmp_path / lean.name, random.Random(times)
    shutil.copyfile(lean, path)
    for number in range(times):
        with DataFile.open(path) as file:
            change(file, chance, number)
            source, backup = all_of(file), back_up(file, chance.choice(list(Reason)))
            change(file, chance, number + times)
            newer = all_of(file)
        aside = restoring.restore(backup, path)
        assert aside is not None
        with DataFile.open(path) as file:
            assert all_of(file) == source, f"lần {number}"
            assert number % 10 or file.check() == ()
        with DataFile.open(aside) as file:
            assert all_of(file) == newer, f"lần {number}"
        aside.unlink()
        _clear(backup.path.parent)


def test_a_record_more_is_seen(lean, tmp_path):
    path = tmp_path / lean.name
    shutil.copyfile(lean, path)
    with DataFile.open(path) as file:
        source, backup = all_of(file), back_up(file, Reason.HAND)
        change(file, random.Random(1), 1)
        assert all_of(file) != source
    restoring.restore(backup, path)
    with DataFile.open(path) as file:
        assert all_of(file) == source


def _clear(folder) -> None:
    for old in folder.iterdir():
        old.unlink()
