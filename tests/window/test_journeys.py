"""The journeys that belong to no one view, and the table of all of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTabBar

from desktop_app.domain.years.year_report import ReportRound
from desktop_app.printing import raster
from desktop_app.storage.backups.folder import backups_of
from desktop_app.ui import application
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.preview import print_dialog
from tests.window.hand import Hand
from tests.window.journeys import CLOSING, JOURNEYS, table, took

HERE = Path(__file__).parent
README = HERE.parents[1] / "README.md"


def turn(hand, bar: QTabBar, words: str) -> None:
    """A click on a tab."""
    place = next(n for n in range(bar.count()) if bar.tabText(n) == words)
    hand.steps.append(words)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())


def test_report_of_the_year_in_three_steps(window, monkeypatch, qtbot):
    """J9, from the screen the program opens with."""
    for report in window.file.reports.all():
        window.file.reports.save(report.replace(round=ReportRound.YEAR))
    window.reload()
    hand, printed = Hand(), []

    def on_paper(_pane, pdf, title, *_):
        hand.steps.append("hộp thoại In: đồng ý")
        printed.append(pdf)

    monkeypatch.setattr(print_dialog, "print_pdf", on_paper)
    page = window.page(0)
    turn(hand, page._bar.tabBar(), "Báo cáo")
    view = page.view
    button = next(
        one
        for one in view.preview.findChildren(QAbstractButton)
        if one.toolTip().startswith("In văn bản này")
    )
    qtbot.waitUntil(button.isEnabled, timeout=20_000)
    hand.click("In", button)
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    took("J9", hand.steps)
    words = " ".join(" ".join(raster.text_of(printed[0])).split())
    assert "BÁO CÁO" in words
    assert "Tổng kết" in words


def test_the_year_goes_to_the_next_lead_unit_in_three_steps(window, save_as, tmp_path, qtbot):
    """J11: the copy, its place, and the file opened on another PC; closing before it costs none."""
    window.file.keep_setting("sample", False)  # the sample is left alone by the backups
    window.file.units.save(window.file.units.all()[0].replace(note="Việc cuối ngày"))
    mine, steps = window.file.path, []
    assert window.close()
    assert len(steps) == CLOSING
    assert len(backups_of(mine)) == 1

    window.show()
    assert window.actions_.files.open(mine)
    stick = tmp_path / "USB"
    stick.mkdir()
    save_as(stick / "Cụm 2.thidua")
    steps += ["Lưu một bản sao…", "nơi lưu: đồng ý"]
    window.actions_.files.copy()
    window.close_file()

    there = MainWindow()
    qtbot.addWidget(there)
    there.show()
    steps.append("mở tệp")
    application.open_first_file(there, stick / "Cụm 2.thidua")
    assert any(unit.note == "Việc cuối ngày" for unit in there.file.units.all())
    assert there.period.name == "2018"
    there.close()
    took("J11", steps)


def test_the_readme_has_the_table_and_every_journey_is_driven():
    text = README.read_text("utf-8")
    assert "\n".join(table()) in text
    for name, journey in JOURNEYS.items():
        assert journey.steps <= journey.goal
        assert f'took("{name}"' in (HERE / journey.test).read_text("utf-8")
