"""Forms for the units in the real window: out into a folder, back beside the sheet."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.scores.criteria import CriteriaState
from desktop_app.exchange.score_form import FORM_SHEET
from desktop_app.ui import messages
from desktop_app.ui.scores import workbook_actions
from desktop_app.ui.scores.form_export import FormExportDialog

COMPACTS = 2
KEY = Qt.Key


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(COMPACTS)
    page = window.page()
    labels = [label for label, _ in page.views]
    view = page.turn_to(labels.index("Tiêu chí"))
    qtbot.waitUntil(lambda: view.list.model.total == 1)
    return view


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Answers the question where to."""
    folder = tmp_path / "USB"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    return folder


@pytest.fixture
def export(view, qtbot):
    """Opens the dialog, does something in it, and waits for the end."""

    def export(act=lambda dialog: dialog.button.click()):
        file, period = view.file, view.period
        criteria = file.criteria.of_period(period)[0]
        dialog = FormExportDialog(period, criteria, file.sheets.of_period(period), view)
        qtbot.addWidget(dialog)
        dialog.show()
        act(dialog)
        qtbot.waitUntil(lambda: not dialog.isVisible() or dialog._job is None, timeout=20_000)
        return dialog

    return export


# --- out --------------------------------------------------------------------------------------


def test_every_member_gets_a_form(view, export, folder):
    export()
    members = view.period.members_on(None)
    assert len(list(folder.glob("*.xlsx"))) == len(members) == 6
    for place, member in enumerate(members, 1):
        (path,) = folder.glob(f"{place:02d} *.xlsx")
        assert member.unit.code in path.name
        assert member.unit.name in openpyxl.load_workbook(path)[FORM_SHEET]["A2"].value


def test_only_ticked_units_get_one(export, folder, qtbot):
    def act(dialog):
        dialog.units.setFocus()
        dialog.units.setCurrentRow(0)
        qtbot.keyClick(dialog.units, KEY.Key_Space)
        assert dialog.button.text() == "Xuất 5 phiếu…"
        dialog.button.click()

    export(act)
    assert len(list(folder.glob("*.xlsx"))) == 5


def test_a_stopped_export_leaves_whole_files_only(export, folder, qtbot):
    def act(dialog):
        job = dialog.export_to(folder)
        qtbot.waitUntil(lambda: any(folder.glob("*.xlsx")), timeout=10_000)
        dialog.strip.stop()
        qtbot.waitSignal(job.finished)

    export(act)
    for path in folder.iterdir():
        assert path.suffix == ".xlsx"
        openpyxl.load_workbook(path)


def test_forms_that_are_there_are_overwritten_only_when_asked(export, folder, monkeypatch):
    export()
    asked = []
    monkeypatch.setattr(messages, "ask", lambda *words, **_: asked.append(words))
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    export()
    assert len(asked) == 1
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_no_forms_by_criteria_that_are_drafts(view, monkeypatch):
    criteria = view.file.criteria.of_period(view.period)[0]
    view.file.criteria.save(criteria.replace(state=CriteriaState.DRAFT))
    notes = []
    monkeypatch.setattr(messages, "show_note", lambda *words: notes.append(words))
    workbook_actions.export_forms(view)
    assert "chưa có bộ tiêu chí được thông qua" in notes[0][1]
