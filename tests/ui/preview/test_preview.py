"""The preview: pages drawn when seen, the bytes that are shown are those that are saved."""

import threading

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QToolButton

from desktop_app.domain.commendations.certificate_batch import CertificateBatch
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.papers import paper_with_key
from desktop_app.printing import raster
from desktop_app.ui import messages
from desktop_app.ui.background import Stopped
from desktop_app.ui.preview import preview_pane, print_dialog
from desktop_app.ui.preview.batch_dialog import BatchDialog
from desktop_app.ui.preview.made_paper import file_name, make_paper
from desktop_app.ui.preview.page_view import PageView
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.theme import theme


@pytest.fixture(scope="module")
def minutes(sample):
    return make_paper(paper_with_key("minutes"), sample(Meeting)[0])


@pytest.fixture(scope="module")
def decision(sample):
    found = next(record for record in sample(Decision) if len(record.grants) > 1)
    return CertificateBatch(id=found.id, decision=found)


@pytest.fixture
def view(qtbot, minutes):
    made = PageView()
    qtbot.addWidget(made)
    made.resize(420, 560)
    with qtbot.waitExposed(made):
        made.show()
    made.show_pdf(minutes.pdf)
    made.grab()
    return made


def test_the_page_is_white_on_its_canvas_with_ink_on_it(qapp, view):
    try:
        theme.apply(qapp, "dark", 100)
        picture = view.viewport().grab().toImage()
    finally:
        theme.apply(qapp, "light", 100)
    assert picture.pixelColor(2, 2) == QColor("#171B21")
    assert picture.pixelColor(40, 40) == QColor("#FFFFFF")
    inks = {picture.pixelColor(x, y).lightness() for x in range(60, 360) for y in range(60, 120)}
    assert min(inks) < 90


def test_paper_that_is_no_longer_wanted_is_not_made_to_its_end(qtbot, sample, monkeypatch):
    pane, checks, go = PreviewPane(), [], threading.Event()
    qtbot.addWidget(pane)

    def made(*paper):
        checks.append(paper[-1])
        go.wait(3)

    monkeypatch.setattr(preview_pane, "make_paper", made)
    pane.set_papers([paper_with_key("minutes")])
    meeting = sample(Meeting)[0]
    pane.show_record(meeting)
    pane.show_record(meeting)
    qtbot.waitUntil(lambda: len(checks) == 2)
    pane.show_record(None)
    go.set()
    for check in checks:
        with pytest.raises(Stopped):
            check()


def test_only_pages_in_sight_are_drawn(view, minutes):
    assert view.page_count == raster.page_count(minutes.pdf) > 2
    assert {page for page, _ in view._pictures} == {0}
    view.go_to(3)
    view.grab()
    assert view.page == 3
    assert 2 in {page for page, _ in view._pictures}


def test_large_pages_and_pages_out_of_sight_do_not_stay_in_memory(view):
    view.set_zoom(2.0)
    for page in range(1, view.page_count + 1):
        view.go_to(page)
        view.grab()
    held = [picture.sizeInBytes() for picture in view._pictures.values()]
    assert 2 <= len(held) < view.page_count
    assert sum(held) <= 24_000_000
    view.hide()
    assert not view._pictures
    view.show()
    assert not view.grab().isNull()


def test_the_page_fits_the_pane_until_it_is_zoomed(view):
    fitted = view.zoom
    view.resize(600, 560)
    assert view.zoom > fitted
    view.set_zoom(1.0)
    view.resize(420, 560)
    assert view.zoom == 1.0
    assert view.horizontalScrollBar().maximum() > 0
    view.fit_width()
    assert view.zoom == pytest.approx(fitted)


def test_the_wheel_zooms_with_control(view):
    before = view.zoom
    nothing = QPoint()
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        nothing,
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert event.type() is QEvent.Type.Wheel
    QApplication.sendEvent(view.viewport(), event)
    assert view.zoom > before


@pytest.fixture
def pane(qtbot, sample):
    made = PreviewPane()
    qtbot.addWidget(made)
    made.resize(416, 600)
    made.show()
    made.set_papers([paper_with_key("minutes"), paper_with_key("invitation")])
    with qtbot.waitSignal(made.made, timeout=8000):
        made.show_record(sample(Meeting)[0])
    return made


def test_the_saved_bytes_are_the_shown_bytes(pane, tmp_path, monkeypatch):
    target = tmp_path / "biên bản"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shown = pane.pdf
    pane.save_pdf()
    assert (tmp_path / "biên bản.pdf").read_bytes() == shown
    assert shown.startswith(b"%PDF")


def test_word_is_made_of_the_same_blocks(qtbot, pane, tmp_path, monkeypatch):
    target = tmp_path / "bb.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(pane.status, timeout=8000):
        pane.save_word()
    assert target.read_bytes().startswith(b"PK")


def test_a_file_that_cannot_be_written_is_told(pane, tmp_path, monkeypatch):
    told = []
    target = tmp_path / "không có" / "bb.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(messages, "show_error", lambda _, error: told.append(error.what))
    pane.save_pdf()
    assert "bb.pdf" in told[0]


def test_without_a_record_there_is_a_sentence_and_nothing_to_press(pane):
    pane.show_record(None)
    assert pane.pdf == b""
    assert "Chọn một bản ghi" in pane._notice.text()
    assert not any(button.isEnabled() for button in pane._ways_out)


def test_a_paper_that_fails_shows_a_sentence(qtbot, pane, sample, monkeypatch):
    from desktop_app.domain.errors import PaperNotWritten

    def fail(*_):
        raise PaperNotWritten("Thiếu phông chữ.")

    monkeypatch.setattr(preview_pane, "make_paper", fail)
    pane.show_record(sample(Meeting)[0])
    qtbot.waitUntil(lambda: pane._notice.text() == "Thiếu phông chữ.")
    assert pane.pdf == b""


def test_the_last_wish_wins(qtbot, pane, sample):
    first, second = sample(Meeting)[:2]
    pane.show_record(first)
    pane.show_record(second)
    qtbot.waitUntil(lambda: pane.is_ready, timeout=8000)
    expected = make_paper(paper_with_key("minutes"), second)
    assert raster.text_of(pane.pdf) == raster.text_of(expected.pdf)


def test_all_buttons_have_names(pane):
    buttons = pane.findChildren(QToolButton)
    assert len(buttons) >= 7
    assert all(button.accessibleName() and button.toolTip() for button in buttons)


def test_without_a_printer_there_are_two_other_ways(qtbot, pane, monkeypatch):
    seen, saved = [], []

    def press(box):
        seen.append(box.text())
        box.clickedButton = lambda: box.buttons()[0]
        return 0

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(QMessageBox, "exec", press)
    printed = print_dialog.print_pdf(pane, pane.pdf, "x", lambda: saved.append(1), lambda: None)
    assert printed is False
    assert seen == ["Chưa có máy in. Hãy lưu PDF hoặc mở bằng trình xem PDF."]
    assert saved == [1]


def printed_pages(pdf, path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    assert print_dialog.paint_pages(printer, pdf)
    return path.read_bytes()


def test_the_printer_gets_every_page_at_its_own_size(qtbot, minutes, decision, tmp_path):
    certificate = make_paper(
        paper_with_key("certificate"), decision, decision.decision.grants[0].id
    )
    for made in (minutes, certificate):
        out = printed_pages(made.pdf, tmp_path / "in.pdf")
        expected = raster.page_sizes(made.pdf)
        assert len(raster.page_sizes(out)) == len(expected)
        for got, wanted in zip(raster.page_sizes(out), expected, strict=True):
            assert got == pytest.approx(wanted, abs=2)


def test_the_ink_lies_where_it_lay(qtbot, minutes, tmp_path):
    out = printed_pages(minutes.pdf, tmp_path / "in.pdf")

    def top_of_ink(pdf):
        page = raster.render(pdf, 0, 1.0)
        rows = range(page.height)
        return next(
            row
            for row in rows
            if min(page.pixels[row * page.stride : row * page.stride + page.width * 3]) < 128
        )

    assert top_of_ink(out) == pytest.approx(top_of_ink(minutes.pdf), abs=2)


def test_chosen_parts_become_one_file_or_one_each(qtbot, decision, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_note", lambda _, title, body: told.append(body))
    dialog = BatchDialog(paper_with_key("certificate"), decision)
    qtbot.addWidget(dialog)
    every = len(dialog.chosen())
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog._count.text() == f"{every - 1}/{every} bản được chọn"
    with qtbot.waitSignal(dialog.save_one(tmp_path / "tất cả.pdf").finished, timeout=8000):
        pass
    assert raster.page_count((tmp_path / "tất cả.pdf").read_bytes()) == every - 1
    (tmp_path / "từng").mkdir()
    with qtbot.waitSignal(dialog.save_each(tmp_path / "từng").finished, timeout=8000):
        pass
    assert len(list((tmp_path / "từng").glob("*.pdf"))) == every - 1
    qtbot.waitUntil(lambda: len(told) == 2)
    dialog.tick_all(False)
    assert not dialog.save_button.isEnabled()


def test_a_title_becomes_a_name_every_system_takes():
    assert file_name("Số: 05/BB-CTĐ2 «a» ") == "Số 05 BB-CTĐ2 «a»"
    assert file_name("...") == "van-ban"
