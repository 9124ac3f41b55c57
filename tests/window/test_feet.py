"""The feet of all forms: at the size of an office screen no button loses its words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop_app.ui.records.record_tab import RecordTab
from desktop_app.ui.tabs import TABS


def cut_off(view):
    """The visible buttons under a form that are narrower than their words."""
    shown = [one for one in view.form.findChildren(QAbstractButton) if one.isVisible()]
    return [one.text() for one in shown if one.text() and one.width() < one.sizeHint().width()]


@pytest.mark.parametrize("tab", range(len(TABS)))
def test_every_button_shows_all_its_words(window, qtbot, tab):
    window.resize(1366, 728)
    window.tabs.setCurrentIndex(tab)
    page = window.page()
    found = {}
    for place, (label, _) in enumerate(page.views):
        view = page.turn_to(place)
        if not isinstance(view, RecordTab):
            continue
        qtbot.wait(60)
        for row in range(view.list.model.rowCount()):
            view.list.table.selectRow(row)
            qtbot.wait(60)  # what stands in a foot is laid out a moment later
            window.grab()
            if words := cut_off(view):
                found[label, row] = words
    assert found == {}
