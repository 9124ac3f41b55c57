"""A batch of certificates in the window: looked over, excused, printed, spoiled sheets marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop_app.domain.commendations.blank_book import BlankAction
from desktop_app.domain.commendations.certificate_batch import CertificateBatch
from desktop_app.printing import preflight, raster
from desktop_app.printing.placing import Placing
from desktop_app.ui import messages
from desktop_app.ui.commendations.certificates.print_certificates import (
    CertificatesDialog,
    SpoiledDialog,
)
from desktop_app.ui.commendations.decision_view import DecisionView
from desktop_app.ui.preview import print_dialog
from desktop_app.ui.preview.calibration import CalibrationDialog, keep_placing, kept_placing

A4 = (297 * 72 / 25.4, 210 * 72 / 25.4)


@pytest.fixture
def decision(window):
    return window.file.decisions.all()[0]


@pytest.fixture
def dialog(window, qtbot, decision):
    def make(changed=decision):
        made = CertificatesDialog(window.file, window.file.certificates_of(changed), window)
        qtbot.addWidget(made)
        qtbot.waitUntil(lambda: made._warnings is not None, timeout=8000)
        return made

    return make


def misspelt(decision):
    first, *others = decision.grants
    return decision.replace(grants=(first.replace(name="Bộ Tư lệnh Cảnh vé"), *others))


def test_clean_batch_goes_out_at_once(dialog):
    made = dialog()
    assert made._warnings == ()
    assert made.print_button.isEnabled()
    assert "không có gì cần sửa" in made.found.text()


def test_each_warning_wants_its_reason(dialog, decision):
    made = dialog(misspelt(decision))
    assert not made.print_button.isEnabled()
    assert not made.save_button.isEnabled()
    made.warnings.item(0, 1).setText("   ")
    assert not made.print_button.isEnabled()
    made.warnings.item(0, 1).setText("Tên theo quyết định đã ký")
    assert made.print_button.isEnabled()


def test_sheet_that_is_not_ticked_is_not_looked_over(dialog, decision, qtbot):
    made = dialog(misspelt(decision))
    made.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: made._warnings == (), timeout=8000)
    assert made.print_button.isEnabled()


def test_print_is_written_into_the_book_with_spoiled_sheets_and_reasons(
    dialog, decision, window, monkeypatch
):
    made = dialog(misspelt(decision))
    made.warnings.item(0, 1).setText("Tên theo quyết định đã ký")
    made.blank.setCurrentIndex(1)

    def mark(marking):
        if isinstance(marking, SpoiledDialog):
            marking.list.item(1).setCheckState(Qt.CheckState.Checked)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QDialog, "exec", mark)
    made.note_printed()
    (entry,) = [e for e in window.file.blanks.all() if e.waivers]
    assert (entry.action, entry.count, entry.spoiled) == (BlankAction.PRINTED, 3, 1)
    assert entry.waivers[0].reason == "Tên theo quyết định đã ký"
    assert "Cảnh vé" in entry.waivers[0].warning
    assert window.file.blank_book_of(entry.period).balances()[0].left == 2


def test_words_only_and_another_design(dialog, qtbot, tmp_path, monkeypatch):
    made = dialog()
    place = next(p for p in range(made.design.count()) if "A3" in made.design.itemText(p))
    made.design.setCurrentIndex(place)
    made._design_chosen()
    made.words_only.setChecked(True)
    qtbot.waitUntil(lambda: made._warnings is not None, timeout=8000)
    monkeypatch.setattr(messages, "show_note", lambda *_: None)
    path = tmp_path / "in.pdf"
    with qtbot.waitSignal(made.save_one(path).finished, timeout=8000):
        pass
    assert raster.page_sizes(path.read_bytes())[0][0] == pytest.approx(420 * 72 / 25.4, abs=0.5)


def test_view_opens_the_batch_of_the_decision(window, qtbot, monkeypatch):
    index = next(i for i in range(window.tabs.count()) if "Khen" in window.tabs.tabText(i))
    window.tabs.setCurrentIndex(index)
    page = window.page(index)
    view = page.turn_to([kind for _, kind in page.views].index(DecisionView))
    qtbot.waitUntil(lambda: view.form.shown is not None)
    assert isinstance(view.paper_wish().record, CertificateBatch)
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=8000)
    assert raster.page_count(view.preview.pdf) == 3
    counts = []
    monkeypatch.setattr(CertificatesDialog, "exec", lambda made: counts.append(made.list.count()))
    window.show_state()
    window.actions_.batch.trigger()
    assert counts == [3]


def test_figures_of_a_printer_tray_and_sheet_are_kept_apart(window):
    keep_placing("HP", "Khay 2", "297 × 210", Placing(2.5, -1))
    assert kept_placing("HP", "khay 2 ", "297 × 210") == Placing(2.5, -1)
    assert kept_placing("HP", "", "297 × 210") == Placing()
    assert kept_placing("HP", "Khay 2", "420 × 297") == Placing()


def test_calibration_refuses_what_no_printer_does(window, qtbot):
    made = CalibrationDialog(A4, window)
    qtbot.addWidget(made)
    for name, figure, words in (
        ("right", "45", "30 mm"),
        ("wider", "50", "Tỷ lệ"),
        ("down", "x", "không phải là số"),
        ("down", "", "đủ bốn số"),
    ):
        field = made.figures[name]
        before = field.editor.text()
        field.editor.setText(figure)
        field.settle()
        assert made.placing() is None
        assert words in made.problem.text()
        field.editor.setText(before)
        field.settle()
    made.figures["right"].editor.setText("-2,5")
    made.keep()
    assert kept_placing(made.printer.currentText(), "", "297 × 210") == Placing(right=-2.5)


def test_only_the_way_to_the_printer_is_moved(window, dialog):
    keep_placing("P", "", "297 × 210", Placing(2.5, 0))
    from desktop_app.printing.pdf import to_pdf
    from desktop_app.ui.preview.made_paper import make_batch

    made = dialog()
    parts = [part for part, _ in made.chosen()]
    pdf = to_pdf(make_batch(made._paper, made._batch_record, parts))
    assert print_dialog.moved_for("P", pdf, A4) != pdf
    assert print_dialog.moved_for("khác", pdf, A4) is pdf


def test_who_leaves_is_not_told_of_a_look_over_any_more(dialog):
    made = dialog()
    made._look_over()
    made.reject()
    assert made._looking.is_stopped


def test_a_look_over_that_failed_is_said_and_nothing_goes_out(dialog, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "tell", lambda _parent, error: told.append(str(error)))
    made = dialog()

    def broken(_document):
        raise ValueError("no such face")

    monkeypatch.setattr(preflight, "check", broken)
    made._look_over()
    qtbot.waitUntil(lambda: told == ["no such face"], timeout=8000)
    assert made.found.text().startswith("Chưa soát được")
    assert not made.may_go_out
