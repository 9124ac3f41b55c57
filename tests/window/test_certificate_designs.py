"""«Mẫu giấy khen»: boxes moved by mouse and by keys, exact figures, words, files in and out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.commendations.certificate_template import Datum
from desktop_app.domain.errors import UserFacingError
from desktop_app.printing import pdf
from desktop_app.ui.commendations.certificates.certificate_view import CertificateView


@pytest.fixture
def view(window, qtbot):
    index = next(i for i in range(window.tabs.count()) if "Khen" in window.tabs.tabText(i))
    window.tabs.setCurrentIndex(index)
    page = window.page(index)
    made = page.turn_to([kind for _, kind in page.views].index(CertificateView))
    qtbot.waitUntil(lambda: made.form.shown is not None)
    assert made.select("mau-giay-khen")
    return made


def pick(view, datum):
    parts = view.form.design.value()
    row = next(row for row, part in enumerate(parts) if part.datum is datum)
    view.form.design.list.setCurrentRow(row)
    return row


def place(view, row):
    part = view.form.design.value()[row]
    return float(part.x), float(part.y)


def test_arrows_move_half_a_millimetre_and_shift_five(view, window):
    row = pick(view, Datum.NAME)
    canvas = view.form.design.canvas
    canvas.setFocus()
    x, y = place(view, row)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert place(view, row) == (x + 0.5, y + 5)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert view.form.design.value()[row].width == Decimal("244.5")
    assert view.form.design.part.fields["x"].value() == Decimal(str(x + 0.5))
    assert view.can_save
    assert view.save()
    saved = window.file.certificate_templates.get("mau-giay-khen").fields[row]
    assert (float(saved.x), float(saved.y)) == (x + 0.5, y + 5)
    window.actions_.undo.trigger()
    assert float(window.file.certificate_templates.get("mau-giay-khen").fields[row].x) == x


def test_mouse_moves_a_box_and_it_snaps_to_the_middle(view):
    row = pick(view, Datum.PLACE_AND_DATE)
    canvas = view.form.design.canvas
    canvas.fit()
    part = view.form.design.value()[row]

    def at(x, y):
        return canvas.mapFromScene(x, y)

    start = at(float(part.x) + 20, float(part.y) + 3)
    middle = (297 - float(part.width)) / 2
    end = start + (at(middle + 0.6, 0) - at(float(part.x), 0))
    end = QPoint(end.x(), start.y())
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert place(view, row)[0] == middle


def test_box_does_not_leave_the_sheet(view):
    row = pick(view, Datum.NATION)
    canvas = view.form.design.canvas
    canvas._move(QRectF(500, -20, 100, 10))
    assert place(view, row) == (197, 0)


def test_exact_figures_and_what_is_refused(view, qtbot):
    row = pick(view, Datum.TITLE)
    field = view.form.design.part.fields["x"]
    field.editor.setText("27,25")
    field.settle()
    assert view.form.design.value()[row].x == Decimal("27.25")
    size = view.form.design.part.fields["size"]
    size.editor.setText("2")
    size.settle()
    assert "Cỡ chữ từ 4" in size.problem()
    assert not view.save()
    wide = view.form.design.part.fields["width"]
    wide.editor.setText("299")
    wide.settle()
    assert any("thò ra ngoài mép phải" in words for words in view.form.problems().values())


def test_page_up_and_down_turn_to_other_boxes(view):
    pick(view, Datum.NATION)
    canvas = view.form.design.canvas
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert view.form.design.list.currentRow() == 1
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    assert view.form.design.list.currentRow() == len(view.form.design.value()) - 1


def test_boxes_are_added_copied_and_removed(view):
    design = view.form.design
    before = len(design.value())
    design.add_part()
    design.copy_part()
    assert len(design.value()) == before + 2
    assert len({part.id for part in design.value()}) == before + 2
    design.remove_part()
    assert len(design.value()) == before + 1
    assert view.save()


def test_page_shows_the_words_of_a_real_grant(view, qtbot):
    words = [view.form.words.itemText(place) for place in range(view.form.words.count())]
    assert words[0] == "Chữ mẫu"
    assert any("Bộ Tư lệnh Cảnh vệ" in label for label in words)
    view.form.words.setCurrentIndex(1)
    view.form._show_page()
    canvas = view.form.design.canvas
    qtbot.waitUntil(lambda: not canvas._page.pixmap().isNull(), timeout=8000)
    assert canvas._page.pixmap().width() * canvas._page.scale() == pytest.approx(297, abs=0.1)


def test_design_goes_out_and_comes_in_as_a_file(view, window, save_as, tmp_path, monkeypatch):
    path = tmp_path / "mẫu.json"
    save_as(path)
    view.export()
    assert path.exists()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    count = window.file.certificate_templates.count()
    view.take_file()
    assert window.file.certificate_templates.count() == count + 1
    assert view.form.shown.id != "mau-giay-khen"
    assert [f.datum for f in view.form.shown.fields][:2] == [Datum.NATION, Datum.MOTTO]
    path.write_text(path.read_text("utf-8").replace('"297"', '"9e9999"', 1), "utf-8")
    with pytest.raises(UserFacingError, match="không hợp lệ"):
        view.take_file()
    assert window.file.certificate_templates.count() == count + 1


def test_designs_of_the_program_come_back(view, window):
    file = window.file
    file.certificate_templates.delete(file.certificate_templates.get("mau-bien-ten"))
    view.take()
    assert file.certificate_templates.find("mau-bien-ten") is not None


def test_a_page_that_cannot_be_drawn_is_said_and_the_older_one_goes(
    view, window, qtbot, monkeypatch
):
    design = view.form.design
    qtbot.waitUntil(lambda: not design.canvas._page.pixmap().isNull(), timeout=8000)

    def broken(_document):
        raise ValueError("no such face")

    monkeypatch.setattr(pdf, "to_pdf", broken)
    design.part.fields["x"].put(Decimal(30))
    qtbot.waitUntil(lambda: "Chưa vẽ được" in design.problem(), timeout=8000)
    assert design.canvas._page.pixmap().isNull()
