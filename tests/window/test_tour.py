"""The tour of the year and the first check list lead to real places of the window."""

from __future__ import annotations

import pytest

from desktop_app.domain.years.guide import FIRST_STEPS, GUIDE, KEYS
from desktop_app.new_file import create_file
from desktop_app.papers import paper_with_key
from desktop_app.printing import raster
from desktop_app.printing.pdf import to_pdf
from desktop_app.ui import tour
from desktop_app.ui.home.begun import is_begun
from desktop_app.ui.locking.curtain import Curtain
from desktop_app.ui.pointer import Pointer


@pytest.fixture
def panel(window, qtbot):
    window.actions_.helping.tour.trigger()
    shown = window.findChild(tour.Tour)
    qtbot.waitUntil(shown.isVisible)
    return shown


def test_every_step_turns_to_its_place_and_points_at_it(window, panel):
    ring = window.findChild(Pointer)
    for step in GUIDE:
        assert panel.step is step
        assert window.tabs.tabText(window.tabs.currentIndex()) == step.tab
        bar = window.page().bar
        assert bar.tabText(bar.currentIndex()).replace("&&", "&") == step.view
        middle = bar.mapTo(window, bar.tabRect(bar.currentIndex()).center())
        assert ring.isVisible()
        assert ring.place.contains(middle)
        assert panel.state.text() in ("Đã có", "Chưa có")
        panel.next.click()
    assert not panel.isVisible()
    assert not ring.isVisible()


def test_one_goes_back_and_begins_again(window, panel):
    panel.next.click()
    panel.back.click()
    assert panel.place == 0
    assert not panel.back.isEnabled()
    panel.next.click()
    panel.leave.click()
    window.actions_.helping.tour.trigger()
    assert panel.place == 0
    assert panel.isVisible()


def test_a_drawn_curtain_ends_the_tour(window, panel):
    curtain = Curtain(window)
    curtain.draw(window.file.path)
    assert not panel.isVisible()
    assert not window.findChild(Pointer).isVisible()
    curtain.lift()


def test_the_sample_has_begun_every_step(window):
    assert [s.key for s in GUIDE if not is_begun(window.file, window.period, s.key)] == []


@pytest.fixture
def begun(window, qtbot, tmp_path):
    """A file of one's own with a period and nothing else."""
    cluster = window.period.cluster
    period = window.period.replace(members=())
    create_file(tmp_path / "mới.thidua", (cluster, period)).close()
    assert window.actions_.files.open(tmp_path / "mới.thidua")
    window.tabs.setCurrentIndex(0)
    view = window.page().turn_to(0)
    qtbot.waitUntil(lambda: not view._stale)
    return view


def test_first_steps_lead_to_their_places_and_go_when_all_are_there(window, begun, qtbot):
    card = begun.first_steps
    assert card.isVisible()
    assert list(card.buttons) == list(FIRST_STEPS)
    assert card.buttons["units"].accessibleName().endswith("chưa có")
    card.buttons["people"].click()
    assert window.page().bar.tabText(window.page().bar.currentIndex()) == "Cán bộ"


def test_first_steps_offer_the_sample(window, begun, monkeypatch):
    asked = []
    monkeypatch.setattr(window.actions_.files, "open_sample", lambda: asked.append(1))
    begun.first_steps.sample.click()
    assert asked


def test_first_steps_are_away_where_the_year_has_begun(window, qtbot):
    view = window.page(0).turn_to(0)
    qtbot.waitUntil(lambda: view._year is not None)
    assert view.first_steps.isHidden()


def test_quick_guide_is_one_page_with_every_step_and_key(window):
    pages = raster.text_of(to_pdf(paper_with_key("quick-guide").compose(window.period)))
    assert len(pages) == 1
    text = " ".join(pages[0].split())
    assert [step.name for step in GUIDE if step.name not in text] == []
    actions = {a.shortcut().toString(): a.text().rstrip("…") for a in window.actions()}
    for key, words in KEYS[:-1]:
        assert key in text
        assert actions[key] == words
