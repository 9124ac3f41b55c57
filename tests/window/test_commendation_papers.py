"""The papers of commendations in the window: each is chosen, seen, saved as PDF and as Word."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import Qt

from desktop_app.printing import raster
from desktop_app.ui.commendations.commendations_tab import CommendationsTab
from desktop_app.ui.commendations.decision_view import DecisionView
from desktop_app.ui.commendations.nomination_view import NominationView
from desktop_app.ui.commendations.submission_view import SubmissionView

VIEWS = (NominationView, SubmissionView, DecisionView)
ALL = [(view, key) for view in VIEWS for key in view.papers]


@pytest.fixture
def view_of(window, qtbot):
    """view_of(DecisionView): that view, in front and with its first record in hand."""

    def turn(kind):
        pages = [window.tabs.widget(place) for place in range(window.tabs.count())]
        place = next(n for n in range(len(pages)) if window.tabs.tabText(n) == "Khen thưởng")
        window.tabs.setCurrentIndex(place)
        page = window.page()
        assert isinstance(page, CommendationsTab)
        view = page.turn_to(next(n for n, (_, v) in enumerate(page.views) if v is kind))
        qtbot.waitUntil(lambda: view.isVisible() and view.form.shown is not None)
        if not view.panes.preview_is_open:
            view.toggle_preview()
        return view

    return turn


def text_of(pdf):
    return " ".join(" ".join(raster.text_of(pdf)).split())


@pytest.mark.parametrize(("kind", "key"), ALL, ids=[key for _, key in ALL])
def test_every_paper_is_offered_and_seen(kind, key, view_of, qtbot):
    view = view_of(kind)
    view.choose_paper(key)
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=20000)
    assert view.preview.paper().key == key
    assert view.preview.pdf.startswith(b"%PDF")
    assert not view.preview.paper().name.isascii()


def test_chosen_by_keys_and_saved_as_pdf_and_word(view_of, qtbot, window, save_as, tmp_path):
    view = view_of(DecisionView)
    view.preview.chooser.setFocus()
    qtbot.keyClick(view.preview.chooser, Qt.Key.Key_Down)
    assert view.preview.paper().key == "award-decision"
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=20000)
    for action, name in ((view.save_pdf, "qd.pdf"), (view.save_word, "qd.docx")):
        save_as(tmp_path / name)
        action()
        qtbot.waitUntil((tmp_path / name).exists, timeout=20000)
    assert "Điều 1." in text_of((tmp_path / "qd.pdf").read_bytes())
    word = zipfile.ZipFile(tmp_path / "qd.docx").read("word/document.xml").decode()
    assert "Điều 1." in word
    assert "DANH SÁCH" in word


def test_what_is_typed_is_on_the_paper_before_it_is_saved(view_of, qtbot, window):
    view = view_of(DecisionView)
    view.choose_paper("award-decision")
    view.form.fields["grounds"].editor.setPlainText("Căn cứ Quy chế mẫu")
    qtbot.waitUntil(
        lambda: view.preview.is_ready and "Quy chế mẫu" in text_of(view.preview.pdf),
        timeout=20000,
    )
    assert view.save()
    assert window.file.decisions.get(view.form.shown.id).grounds == ("Căn cứ Quy chế mẫu",)


def test_honours_of_the_file_are_in_the_report_of_merit(view_of, qtbot, window):
    view = view_of(NominationView)
    person = next(n for n in window.file.nominations.all() if n.person)
    assert view.select(person.id)
    view.choose_paper("merit-report")
    qtbot.waitUntil(
        lambda: view.preview.is_ready and "03/QĐ-CTĐ2" in text_of(view.preview.pdf),
        timeout=20000,
    )


def test_negative_bonus_is_refused_beside_its_row(view_of):
    view = view_of(DecisionView)
    first, *rest = view.form.grants.value()
    view.form.grants.set_parts((first.replace(amount=-1), *rest))
    assert not view.save()
    assert any("âm" in sentence for sentence in view.form.problems().values())
