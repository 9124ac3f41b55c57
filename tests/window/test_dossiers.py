"""«Đóng hồ sơ» in the window: of one nomination and of a whole tờ trình."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop_app.printing import dossier, raster
from desktop_app.ui import background, messages
from desktop_app.ui.commendations.dossiers.dossier_dialog import DossierDialog
from desktop_app.ui.commendations.nomination_view import NominationView
from desktop_app.ui.commendations.submission_view import SubmissionView
from desktop_app.ui.preview import print_dialog
from tests.window.hand import Hand
from tests.window.journeys import took
from tests.window.test_nominations import drop

COMMENDATIONS = 4


def turn(window, qtbot, kind):
    window.tabs.setCurrentIndex(COMMENDATIONS)
    page = window.page()
    view = page.turn_to(next(n for n, (_, v) in enumerate(page.views) if v is kind))
    qtbot.waitUntil(lambda: view.form.shown is not None)
    return view


@pytest.fixture
def in_dialog(qtbot, monkeypatch):
    """in_dialog(do): the dialog is opened, `do(dialog)` is done in it, and it is waited for."""
    notes = []
    monkeypatch.setattr(messages, "show_note", lambda _p, title, body="": notes.append(body))

    def prepare(do):
        def run(dialog):
            qtbot.addWidget(dialog)
            dialog.show()
            do(dialog)
            qtbot.waitUntil(lambda: dialog._job is None and dialog.save_button.isEnabled())
            return True

        monkeypatch.setattr(DossierDialog, "exec", run)
        return notes

    return prepare


def attach(window, nomination):
    picture = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(picture, "PNG")
    window.file.attachments.add(nomination, "Ảnh.png", picture.getvalue())
    window.file.attachments.add(nomination, "Số liệu.xlsx", b"PK")


def test_a_dossier_is_bound_from_the_page_of_its_papers(
    window, qtbot, in_dialog, tmp_path, monkeypatch
):
    view = turn(window, qtbot, NominationView)
    attach(window, view.form.shown)
    target = tmp_path / "hồ sơ.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    seen = []

    def do(dialog):
        seen.append(dialog.missing.text())
        seen.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(target.exists, timeout=20000)

    notes = in_dialog(do)
    view.form.tabs.setCurrentIndex(2)
    qtbot.mouseClick(view.form.dossier.pack_button, Qt.MouseButton.LeftButton)
    assert notes == [f"Đã lưu {target}"]
    assert seen[0].startswith("Còn thiếu: ")
    assert seen[1] == "Tờ trình — chương trình in"
    assert "Giấy tờ khác — gửi kèm bản riêng (Số liệu.xlsx)" in seen
    words = [" ".join(page.split()) for page in raster.text_of(target.read_bytes())]
    assert "MỤC LỤC HỒ SƠ" in words[0]
    assert "Số liệu.xlsx: gửi kèm bản riêng" in words[0]
    assert sum("BÁO CÁO THÀNH TÍCH" in page for page in words) == 1


def test_all_dossiers_of_a_submission_go_into_a_folder(window, qtbot, in_dialog, tmp_path):
    view = turn(window, qtbot, SubmissionView)
    out = tmp_path / "ra"
    out.mkdir()
    names = [line.nomination.subject for line in view.form.shown.lines]

    def do(dialog):
        dialog.folder.setChecked(True)
        dialog.save_folder(out)
        qtbot.waitUntil(lambda: any(out.glob("Hồ sơ*")), timeout=30000)

    in_dialog(do)
    view.form.pack_button.click()
    (made,) = out.iterdir()
    folders = sorted(one.name for one in made.iterdir() if one.is_dir())
    assert folders == [f"{place}. {name}" for place, name in enumerate(names, start=1)]
    assert (made / "01 Tờ trình.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_stopped_writes_nothing(window, qtbot, in_dialog, tmp_path, monkeypatch):
    view = turn(window, qtbot, NominationView)
    target = tmp_path / "hồ sơ.pdf"
    whole = dossier.bind

    def slow(pack, files, tell):
        whole(pack, files, tell)
        nearly.append(True)
        while True:
            tell(0, 1, "")

    nearly = []
    monkeypatch.setattr(dossier, "bind", slow)

    def do(dialog):
        dialog.save_pdf(target)
        qtbot.waitUntil(lambda: bool(nearly), timeout=20000)
        dialog.strip.stop()

    in_dialog(do)
    view.pack_dossier()
    assert background.finish()
    assert list(tmp_path.glob("*.pdf")) == []


def tab_click(hand, step, bar, words):
    """A click on the tab that begins with these words."""
    place = next(n for n in range(bar.count()) if bar.tabText(n).startswith(words))
    hand.steps.append(step)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())


def test_journey_from_the_chosen_to_the_printed_dossiers_in_eight_steps(
    window, qtbot, monkeypatch, tmp_path
):
    """Journey J7, counted as the journeys are: a click, a field, a confirmed dialog, a drop."""
    for submission in window.file.submissions.all():
        window.file.submissions.delete(submission)
    view = turn(window, qtbot, NominationView)
    place = next(
        n
        for n, one in enumerate(window.file.nominations.of_period(window.period))
        if one.award.name == "Cờ thi đua của Bộ Công an" and not one.dossier
    )
    view.select(window.file.nominations.of_period(window.period)[place].id)
    hand, printed, seen = Hand(), [], []
    scan = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(scan, "PNG")
    for name in ("Báo cáo đã ký.png", "Biên bản.png"):
        (tmp_path / name).write_bytes(scan.getvalue())

    def on_paper(_parent, pdf, *_ways):
        hand.steps.append("hộp thoại In: đồng ý")
        printed.append(pdf)
        return True

    def in_pack(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.isVisible)
        seen.append(dialog.missing.text())
        hand.click("In…", dialog.print_button)
        qtbot.waitUntil(lambda: bool(printed), timeout=60000)
        qtbot.waitUntil(lambda: dialog._job is None)
        return True

    monkeypatch.setattr(print_dialog, "print_pdf", on_paper)
    monkeypatch.setattr(DossierDialog, "exec", in_pack)
    tab_click(hand, "trang Hồ sơ", view.form.tabs.tabBar(), "Hồ sơ")
    assert view.form.dossier.missing.text().startswith("Còn thiếu 3")
    for row, name in ((1, "Báo cáo đã ký.png"), (2, "Biên bản.png")):
        hand.steps.append(f"thả tệp {name}")
        drop(view.form.dossier, row, tmp_path / name)
        qtbot.waitUntil(lambda row=row: view.form.dossier.lines()[row].files != (), timeout=8000)
    page = window.page()
    tab_click(hand, "mục Tờ trình", page._bar.tabBar(), "Tờ trình")
    qtbot.waitUntil(lambda: isinstance(page.view, SubmissionView) and page.view.isVisible())
    hand.click("Lập tờ trình", page.view.list.add_button)
    assert len(page.view.form.record().lines) == len(window.file.nominations.all())
    hand.click("Đóng hồ sơ", page.view.form.pack_button)
    took("J7", hand.steps)
    (pdf,) = printed
    words = [" ".join(one.split()) for one in raster.text_of(pdf)]
    assert "MỤC LỤC HỒ SƠ" in words[0]
    assert "Báo cáo đã ký.png" in words[0] + words[1]
    assert any("TỜ TRÌNH" in one for one in words)
    assert "Còn thiếu:" in seen[0]
