"""The dialogs of the window: history, check, cluster, help, about."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QDockWidget, QLabel, QPlainTextEdit

from desktop_app import paths
from desktop_app.domain.record import Record
from desktop_app.storage.plain import kinds_of
from desktop_app.ui import messages
from desktop_app.ui.dialogs.about_dialog import AboutDialog
from desktop_app.ui.dialogs.check_dialog import CheckDialog
from desktop_app.ui.dialogs.cluster_dialog import ClusterDialog
from desktop_app.ui.dialogs.field_labels import FIELD_LABELS, OWN_LABELS
from desktop_app.ui.dialogs.help_window import HelpWindow
from desktop_app.ui.dialogs.history_dialog import HistoryDialog


def test_every_field_of_every_record_has_a_vietnamese_label(window):
    kinds: list[type[Record]] = [store.record for store in window.file.stores]
    for record in kinds:
        for kind in kinds_of(record):
            assert kind.name in FIELD_LABELS, (record.__name__, kind.name)
            if kind.is_parts:
                kinds.append(kind.type)
    used = {field.name for record in kinds for field in dataclasses.fields(record)}
    assert set(FIELD_LABELS) == used
    by_name = {record.__name__: record for record in kinds}
    for record, name in OWN_LABELS:
        assert name in by_name[record].__dataclass_fields__


@pytest.fixture
def changed(window):
    """A meeting with three kinds of change in its history."""
    meeting = window.file.meetings.get("hn-so-ket-2018")
    agenda = (meeting.agenda[0].replace(text="Mục đã sửa"), *meeting.agenda[1:])
    saved = window.file.meetings.save(meeting.replace(name="Tên đã sửa", agenda=agenda))
    return meeting, saved


def test_history_shows_field_before_and_after(window, changed, qtbot):
    before, after = changed
    dialog = HistoryDialog(window.file, after, window)
    qtbot.addWidget(dialog)
    assert dialog.pane.list.rowCount() == 2
    assert dialog.pane.list.item(0, 2).text() == "Sửa"
    rows = [
        tuple(dialog.pane.detail.item(row, column).text() for column in range(3))
        for row in range(dialog.pane.detail.rowCount())
    ]
    assert ("Tên", before.name, "Tên đã sửa") in rows
    (agenda,) = [row for row in rows if row[0] == "Chương trình"]
    assert before.agenda[0].text in agenda[1]
    assert "Mục đã sửa" in agenda[2]


def test_restoring_brings_the_record_back(window, changed, qtbot, monkeypatch):
    before, after = changed
    monkeypatch.setattr(messages, "ask", lambda *_, **__: True)
    dialog = HistoryDialog(window.file, after, window)
    qtbot.addWidget(dialog)
    dialog.pane.list.selectRow(1)
    dialog.pane.restore.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert window.file.meetings.get(before.id) == before


def test_log_of_the_file_lists_every_record(window, changed, qtbot):
    dialog = HistoryDialog(window.file, None, window)
    qtbot.addWidget(dialog)
    assert dialog.pane.list.rowCount() > 50
    assert dialog.pane.list.item(0, 3).text() == "Tên đã sửa"


def test_check_says_the_file_is_whole(window, qtbot):
    dialog = CheckDialog(window.file, window)
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Tệp dữ liệu nguyên vẹn." in texts
    assert any("3 cuộc họp" in text for text in texts)


def test_cluster_is_changed_and_its_papers_with_it(window, qtbot):
    dialog = ClusterDialog(window.file, window.period.cluster, window)
    qtbot.addWidget(dialog)
    dialog.form.fields["code"].set_value("CTĐ-II")
    dialog.save()
    period = window.file.periods.get(window.period.id)
    assert period.issuing_body().symbol("BB", 5) == "Số: 05/BB-CTĐ-II"


def test_help_opens_at_the_page_of_the_tab_and_searches(window, qtbot):
    help_window = HelpWindow()
    qtbot.addWidget(help_window)
    window.tabs.setCurrentIndex(3)
    help_window.show_page(window.page().help_page)
    assert help_window._page.toPlainText().startswith("Hội nghị")
    help_window._search.setText("giay chung nhan")
    assert 0 < help_window._list.count() < len(help_window._texts)


def test_about_shows_every_licence(window, qtbot):
    dialog = AboutDialog(window)
    qtbot.addWidget(dialog)
    chooser = dialog.findChild(QComboBox)
    text = dialog.findChild(QPlainTextEdit)
    listed = {path.name for path in (paths.resources() / "licenses").glob("*.txt")} - {"INDEX.txt"}
    assert {chooser.itemData(row) for row in range(chooser.count())} == listed
    for row in range(chooser.count()):
        chooser.setCurrentIndex(row)
        assert len(text.toPlainText()) > 200


def test_history_stands_beside_the_record_and_follows(window, qtbot):
    window.tabs.setCurrentIndex(3)
    view = window.page().turn_to(0)
    qtbot.waitUntil(lambda: view.form.shown is not None)
    window.actions_.keeping.beside.trigger()
    dock = window.findChild(QDockWidget, "history")
    qtbot.waitUntil(dock.isVisible)
    assert window.actions_.keeping.beside.isChecked()
    assert dock.title.text() == view.form.shown.title
    before = dock.pane.list.rowCount()
    saved = window.file.meetings.save(view.form.shown.replace(name="Tên đã sửa lần nữa"))
    window.reload()
    assert dock.pane.list.rowCount() == before + 1
    assert dock.pane.list.item(0, 2).text() == "Sửa"
    assert dock.pane.detail.item(0, 2).text() == "Tên đã sửa lần nữa"
    other = next(m for m in window.file.meetings.all() if m.id != saved.id)
    view.select(other.id)
    assert dock.title.text() == other.title
    window.actions_.keeping.beside.trigger()
    assert not dock.isVisible()
    assert not window.actions_.keeping.beside.isChecked()
