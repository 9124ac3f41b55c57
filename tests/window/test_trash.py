"""«Thùng rác»: a deleted record comes back with its files."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.storage.schema.keeping import ContentRow, HistoryRow
from desktop_app.ui.dialogs.trash_dialog import TrashDialog


def rows(dialog):
    return [dialog.list.item(row, 3).text() for row in range(dialog.list.rowCount())]


def test_a_deleted_record_comes_back_with_its_files(window, qtbot, monkeypatch):
    file = window.file
    gone = file.ballots.get("bp-suy-ton-2018")
    file.attachments.add(gone, "báo cáo.pdf", b"%PDF")
    file.ballots.delete(gone)
    shown = []

    def go_through(dialog):
        dialog.show()
        shown.append(rows(dialog))
        dialog.list.selectRow(shown[0].index(gone.title))
        dialog.take.click()
        shown.append(rows(dialog))
        return 0

    monkeypatch.setattr(TrashDialog, "exec", go_through)
    window.actions_.keeping.trash.trigger()
    assert shown == [[gone.title], []]
    assert file.ballots.get(gone.id) == gone
    assert [a.name for a in file.attachments.of_record(gone)] == ["báo cáo.pdf"]
    assert file.history.problems() == ()
    window.actions_.undo.trigger()
    assert file.ballots.find(gone.id) is None


def test_what_was_deleted_long_ago_or_is_there_again_is_not_shown(window):
    file = window.file
    gone = file.ballots.get("bp-suy-ton-2018")
    file.ballots.delete(gone)
    now = dt.datetime.now()
    assert [entry.title for entry in file.history.deleted(now - dt.timedelta(days=1))] == [
        gone.title
    ]
    assert file.history.deleted(now + dt.timedelta(minutes=1)) == ()
    file.history.undo()
    assert file.history.deleted(now - dt.timedelta(days=1)) == ()


def test_trash_forgets_what_is_older_than_ninety_days(window, qtbot):
    file = window.file
    gone = file.ballots.get("bp-suy-ton-2018")
    file.ballots.delete(gone)
    for days, shown in ((89, [gone.title]), (91, [])):
        age_last_entry(file, days)
        dialog = TrashDialog(file, window)
        qtbot.addWidget(dialog)
        assert rows(dialog) == shown


def age_last_entry(file, days):
    """The newest entry is as old as that, as if the clock had gone on."""
    at = (dt.datetime.now() - dt.timedelta(days=days)).isoformat(timespec="milliseconds")
    newest = HistoryRow.seq == file.history.newest()
    file.run(HistoryRow.update(at=at).where(newest))


@pytest.mark.parametrize(("days", "stays"), [(89, True), (91, False)])
def test_bytes_of_a_deleted_file_leave_with_the_trash(window, days, stays):
    file = window.file
    owner, other = file.meetings.all()[:2]
    gone = file.attachments.add(owner, "cũ.pdf", b"%PDF cu")
    twin = file.attachments.add(owner, "chung.pdf", b"%PDF chung")
    file.attachments.add(other, "chung.pdf", b"%PDF chung")
    file.attachments.delete(twin)
    file.attachments.delete(gone)
    for entry in file.history.recent(4):
        if entry.kind == "Attachment":
            at = (dt.datetime.now() - dt.timedelta(days=days)).isoformat(timespec="milliseconds")
            file.run(HistoryRow.update(at=at).where(HistoryRow.seq == entry.seq))
    window.actions_.files._empty_trash()
    kept = {bytes(row[0]) for row in file.run(ContentRow.select(ContentRow.bytes).tuples())}
    assert (b"%PDF cu" in kept) is stays
    assert b"%PDF chung" in kept


def test_an_empty_trash_offers_nothing(window, qtbot):
    dialog = TrashDialog(window.file, window)
    qtbot.addWidget(dialog)
    assert rows(dialog) == []
    assert not dialog.take.isEnabled()
