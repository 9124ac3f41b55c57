"""Attached files are kept inside the data file, each content once."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import DataFileDamaged, UserFacingError
from desktop_app.storage import attachment_store
from desktop_app.storage.schema import ContentRow


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
