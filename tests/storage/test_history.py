"""Every save leaves its entry, and every saved change can be taken back."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import NothingToUndo
from desktop_app.domain.units.person import Person
from desktop_app.storage import DataFile
from desktop_app.storage.schema.keeping import HistoryRow


def test_entry_says_who_when_before_and_after(file, small):
    file.meetings.save(small.meeting.replace(name="Tên mới"))
    newest = file.history.of_record("ky-ket")[0]
    assert newest.verb == "Sửa"
    assert newest.who == file.who
    assert newest.changed_fields() == {"name": ("Hội nghị ký kết", "Tên mới")}


def test_entry_and_record_are_written_together_or_not_at_all(file, small, monkeypatch):
    def fail(*_):
        raise RuntimeError("mất điện")

    monkeypatch.setattr(file.history, "add", fail)
    with pytest.raises(RuntimeError):
        file.meetings.save(small.meeting.replace(name="Tên mới"))
    assert file.meetings.get("ky-ket").name == "Hội nghị ký kết"


def test_saving_without_a_change_leaves_no_entry(file, small):
    before = file.history.recent()
    file.meetings.save(small.meeting)
    assert file.history.recent() == before


def test_undo_and_redo_walk_back_and_forth(file, small):
    file.meetings.save(small.meeting.replace(name="Hai", votes=()))
    file.meetings.delete(file.meetings.get("ky-ket"))
    assert file.history.next_undo() == "Xoá «Hai»"
    file.history.undo()
    assert file.meetings.get("ky-ket").name == "Hai"
    file.history.undo()
    assert file.meetings.get("ky-ket") == small.meeting
    file.history.redo()
    file.history.redo()
    assert file.meetings.find("ky-ket") is None
    with pytest.raises(NothingToUndo):
        file.history.redo()


def test_a_new_change_ends_what_could_be_redone(file, small):
    file.meetings.save(small.meeting.replace(name="Hai"))
    file.history.undo()
    file.people.save(Person(full_name="Ai đó"))
    assert file.history.next_redo() == ""
    assert file.history.next_undo() == "Thêm «Ai đó»"


def test_many_records_saved_together_are_undone_together(file):
    file.save_all([Person(full_name="Một"), Person(full_name="Hai")])
    assert file.people.count() == 2
    file.history.undo()
    assert file.people.count() == 0


def test_what_fills_a_new_file_cannot_be_undone(file):
    with pytest.raises(NothingToUndo):
        file.history.undo()


def test_undo_stops_at_the_opening_but_restore_does_not(file, path, small):
    file.meetings.save(small.meeting.replace(name="Hai"))
    file.close()
    with DataFile.open(path) as again:
        with pytest.raises(NothingToUndo):
            again.history.undo()
        first = again.history.of_record("ky-ket")[-1]
        again.history.restore(first)
        assert again.meetings.get("ky-ket") == small.meeting


def test_entries_are_only_ever_added(file, small):
    file.meetings.save(small.meeting.replace(name="Hai"))
    rows = list(file.run(HistoryRow.select().dicts()))
    file.history.undo()
    assert list(file.run(HistoryRow.select().dicts()))[: len(rows)] == rows
