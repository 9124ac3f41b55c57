"""The reports of the cluster in the window: one a round, numbered, printed with their tables."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QToolButton

from desktop_app.domain.years.year_report import ReportRound
from desktop_app.ui.home.year_report_view import YearReportView

HOME = 0


@pytest.fixture
def view(window, qtbot):
    window.tabs.setCurrentIndex(HOME)
    page = window.page()
    place = next(n for n, (_, kind) in enumerate(page.views) if kind is YearReportView)
    view = page.turn_to(place)
    qtbot.waitUntil(view.isVisible)
    return view


def test_report_of_the_next_round_is_made_saved_and_printed(window, view, qtbot):
    for report in window.file.reports.all():
        window.file.reports.delete(report)
    window.reload()
    window.actions_.add.trigger()
    assert view.form.record().round is ReportRound.HALF_YEAR
    view.form.fields["situation"].editor.setPlainText("Các đơn vị hoàn thành nhiệm vụ")
    assert view.save()
    qtbot.waitUntil(lambda: view.preview.is_ready, timeout=20000)
    assert view.preview.pdf.startswith(b"%PDF")
    window.actions_.add.trigger()
    assert view.form.record().round is ReportRound.YEAR


def test_a_second_report_of_a_round_is_refused_beside_the_field(window, view):
    for report in window.file.reports.all():
        window.file.reports.delete(report)
    window.reload()
    view.add()
    assert view.save()
    view.add()
    view.form.fields["round"].set_value(ReportRound.HALF_YEAR)
    assert not view.save()
    assert "đã có báo cáo" in view.form.fields["round"].problem()


def test_number_is_the_next_of_the_book_of_reports(window, view):
    view.add()
    number = view.form.fields["number"]
    number.findChild(QToolButton).click()
    given = [campaign.report_number or 0 for campaign in window.file.campaigns.all()]
    assert number.value() == max(given) + 1
