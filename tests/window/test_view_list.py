"""The list of all views at the end of a bar that is too narrow for them."""

from __future__ import annotations

from desktop_app.ui.statistics.statistics_views import AwardStatisticsView

UNITS, COMMENDATIONS = 1, 4


def test_it_names_every_view_and_turns_to_one(window, qtbot):
    window.resize(1366, 728)
    window.tabs.setCurrentIndex(COMMENDATIONS)
    page = window.page()
    qtbot.waitUntil(page.view_list.isVisible)
    assert page.view_list.width() + page.bar.width() <= page.width()
    page.view_list.menu().aboutToShow.emit()
    actions = page.view_list.menu().actions()
    assert [action.text() for action in actions] == [label for label, _ in page.views]
    assert [action.isChecked() for action in actions].index(True) == page.place == 0
    actions[-1].trigger()
    assert isinstance(page.view, AwardStatisticsView)


def test_it_is_away_where_the_whole_bar_is_seen(window, qtbot):
    window.resize(1366, 728)
    window.tabs.setCurrentIndex(UNITS)
    page = window.page()
    qtbot.waitUntil(lambda: page.bar.width() > 1200)
    assert not page.view_list.isVisible()
    assert page.view_list.sizeHint().isEmpty()
