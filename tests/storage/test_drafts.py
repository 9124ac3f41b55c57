"""Drafts: kept while a person types, offered after a crash, told apart from what was saved."""

from __future__ import annotations

from desktop_app.domain.years.plan import PlanStep
from desktop_app.storage import DataFile


def test_draft_brings_back_what_was_typed(file, small):
    typed = small.meeting.replace(name="Hội nghị đang gõ dở")
    file.drafts.keep(typed, small.meeting)
    (draft,) = file.drafts.all()
    assert (draft.title, draft.kind) == ("Hội nghị đang gõ dở", "Meeting")
    assert file.drafts.record_of(draft) == typed
    assert file.meetings.get(small.meeting.id) == small.meeting


def test_draft_survives_without_a_proper_close(file, small):
    file.drafts.keep(small.meeting.replace(name="Chưa lưu"), small.meeting)
    path = file.path
    # The process ends here without a word: no checkpoint, no close of ours.
    file._database.close()
    file._lock.release()
    with DataFile.open(path) as again:
        assert [draft.title for draft in again.drafts.all()] == ["Chưa lưu"]


def test_last_draft_of_a_record_counts(file, small):
    for name in ("Lần một", "Lần hai"):
        file.drafts.keep(small.meeting.replace(name=name), small.meeting)
    assert [draft.title for draft in file.drafts.all()] == ["Lần hai"]


def test_dropped_draft_is_gone_and_leaves_no_history(file, small):
    before = len(file.history.recent())
    file.drafts.keep(small.meeting, None)
    file.drafts.drop(small.meeting.id)
    assert file.drafts.all() == ()
    assert len(file.history.recent()) == before


def test_draft_of_a_record_changed_meanwhile_is_outdated(file, small):
    file.drafts.keep(small.meeting.replace(name="Bản nháp"), small.meeting)
    (draft,) = file.drafts.all()
    assert not file.drafts.is_outdated(draft)
    file.meetings.save(small.meeting.replace(name="Đã sửa ở nơi khác"))
    assert file.drafts.is_outdated(draft)


def test_draft_of_a_new_record_has_no_base(file, small):
    file.drafts.keep(small.meeting.replace(id="moi", name="Họp mới"), None)
    (draft,) = file.drafts.all()
    assert draft.base is None
    assert not file.drafts.is_outdated(draft)


def test_a_draft_of_what_is_no_record_of_the_file_hides_no_other(file, small):
    file.drafts.keep(PlanStep(text="một bước"), None)
    file.drafts.keep(small.meeting.replace(name="Chưa lưu"), small.meeting)
    file.drafts.keep(PlanStep(text="bước khác"), None)
    assert [draft.title for draft in file.drafts.all()] == ["Chưa lưu"]
