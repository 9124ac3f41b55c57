"""Attached files are kept inside the data file, each content once."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import DataFileDamaged, RecordInUse, UserFacingError
from desktop_app.storage import attachment_store
from desktop_app.storage.schema.keeping import AttachmentRow, ContentRow


def test_equal_files_are_stored_once(file, small):
    first = file.attachments.add(small.meeting, "một.pdf", b"noi dung")
    second = file.attachments.add(small.lead, "hai.pdf", b"noi dung")
    assert len(file.run(ContentRow.select().dicts())) == 1
    assert file.attachments.content(first) == file.attachments.content(second) == b"noi dung"
    assert file.attachments.of_record(small.meeting) == (first,)


def test_changed_bytes_are_noticed(file, small):
    attachment = file.attachments.add(small.meeting, "một.pdf", b"noi dung")
    file.run(ContentRow.update(bytes=b"khac"))
    with pytest.raises(DataFileDamaged, match=r"một\.pdf"):
        file.attachments.content(attachment)


def test_too_large_a_file_is_refused(file, small, monkeypatch):
    monkeypatch.setattr(attachment_store, "LARGEST", 3)
    with pytest.raises(UserFacingError, match="20 MB"):
        file.attachments.add(small.meeting, "một.pdf", b"1234")
    assert file.attachments.of_record(small.meeting) == ()


def test_removing_can_be_undone(file, small):
    attachment = file.attachments.add(small.meeting, "một.pdf", b"noi dung")
    file.attachments.delete(attachment)
    file.history.undo()
    assert file.attachments.content(file.attachments.get(attachment.id)) == b"noi dung"


def test_a_deleted_record_takes_its_files_along_and_undo_brings_both_back(file, small):
    attachment = file.attachments.add(small.meeting, "một.pdf", b"noi dung")
    kept = file.attachments.add(small.lead, "hai.pdf", b"khac")
    file.meetings.delete(small.meeting)
    assert file.attachments.all() == (kept,)
    assert file.history.next_undo() == f"Xoá «{small.meeting.title}»"
    file.history.undo()
    assert file.meetings.find(small.meeting.id) is not None
    assert file.attachments.of_record(small.meeting) == (attachment,)
    assert file.attachments.content(attachment) == b"noi dung"
    file.history.redo()
    assert file.meetings.find(small.meeting.id) is None
    assert file.attachments.all() == (kept,)


def test_a_record_in_use_keeps_its_files(file, small):
    attachment = file.attachments.add(small.lead, "một.pdf", b"noi dung")
    with pytest.raises(RecordInUse):
        file.units.delete(small.lead)
    assert file.attachments.all() == (attachment,)


def test_a_file_without_its_record_is_found_by_the_check(file, small):
    file.attachments.add(small.meeting, "một.pdf", b"noi dung")
    assert file.check() == ()
    file.run(AttachmentRow.update(owner="khong-co"))
    file.forget_loaded()
    assert [sentence for sentence in file.check() if "một.pdf" in sentence]


def test_names_are_cleaned_and_kept_apart(file, small):
    first = file.attachments.add(small.meeting, "bi\u202eên:bản.pdf", b"1")
    again = file.attachments.add(small.meeting, "biên bản.pdf", b"1")
    other = file.attachments.add(small.meeting, "Biên bản.pdf", b"2")
    assert first.name == "biên bản.pdf"
    assert again == first
    assert other.name == "Biên bản (2).pdf"


def test_files_of_a_part_are_the_records_too(file, small):
    whole = file.attachments.add(small.meeting, "một.pdf", b"noi dung")
    part = file.attachments.add(small.meeting, "một.pdf", b"noi dung", "tieu-chi-1")
    assert part.name == "một.pdf", "names are told apart within a part only"
    assert file.attachments.add(small.meeting, "một.pdf", b"noi dung", "tieu-chi-1") == part
    assert file.attachments.of_part(small.meeting, "tieu-chi-1") == (part,)
    assert file.attachments.of_part(small.meeting, "") == (whole,)
    file.meetings.delete(small.meeting)
    assert file.attachments.all() == ()
    file.history.undo()
    assert file.attachments.of_part(small.meeting, "tieu-chi-1") == (part,)
