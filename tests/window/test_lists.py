"""The lists of all tabs: beside form and preview no word of a row is cut off."""

from __future__ import annotations

import pytest

from desktop_app.ui.records.record_tab import RecordTab
from desktop_app.ui.tabs import TABS
from tests.window.reading import cut_off


@pytest.mark.parametrize("tab", range(len(TABS)))
def test_every_row_shows_all_its_words(window, qtbot, tab):
    window.resize(1366, 728)
    window.tabs.setCurrentIndex(tab)
    page = window.page()
    found = {}
    for place, (label, _) in enumerate(page.views):
        view = page.turn_to(place)
        if not isinstance(view, RecordTab):
            continue
        window.grab()
        qtbot.wait(60)  # rows are measured a moment after they are laid out
        if words := cut_off(view.list.table):
            found[label] = words
    assert found == {}


def test_grids_show_long_names_of_units_to_the_end(window, qtbot):
    more = (
        " – Phòng Tham mưu, tổng hợp và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"
        " các xã vùng cao"
    )
    units = window.file.units.all()
    longer = [
        unit.replace(names=tuple(name.replace(full=name.full + more) for name in unit.names))
        for unit in units
    ]
    window.file.save_all(longer)
    window.reload()
    window.resize(1366, 728)
    window.tabs.setCurrentIndex(4)
    view = window.page().turn_to(1)
    grid = view.form.list.table
    qtbot.waitUntil(lambda: grid.isVisible() and grid.model().rowCount() == 5)
    window.grab()
    qtbot.waitUntil(lambda: cut_off(grid) == [])
