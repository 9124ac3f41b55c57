"""«Thùng rác»: a deleted record comes back with its files."""

from __future__ import annotations

import datetime as dt

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


def test_an_empty_trash_offers_nothing(window, qtbot):
    dialog = TrashDialog(window.file, window)
    qtbot.addWidget(dialog)
    assert rows(dialog) == []
    assert not dialog.take.isEnabled()
