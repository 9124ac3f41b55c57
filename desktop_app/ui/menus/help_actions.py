"""What «Trợ giúp» offers: the manual, the tour, the one page to print, the report of an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from desktop_app.ui.asking import asked

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class HelpActions:
    """Makes the actions of the menu and does them."""

    def __init__(self, window: MainWindow, make: Callable[..., QAction]) -> None:
        self._window = window
        self.help = make("Hướng dẫn sử dụng", "book-open", "F1", self.show_manual)
        self.keys = make("Phím tắt", "info", "", lambda: self.show_manual("phim-tat"))
        self.tour = make("Một năm qua các bước", "list-ordered", "", self.begin_tour)
        self.guide = make("In hướng dẫn nhanh…", "printer", "", self.print_guide)
        self.report = make("Chép báo cáo lỗi", "copy", "", self.copy_report)
        self.about = make("Giới thiệu…", "info", "", self.show_about)

    def menu(self) -> list[QAction | None]:
        """In the order of the menu; None is a line between."""
        ways = [self.help, self.keys, self.tour, self.guide]
        return [*ways, None, self.report, self.about]

    def show_state(self) -> None:
        """Only a file has places to lead to and a cluster to name."""
        for action in (self.tour, self.guide):
            action.setEnabled(self._window.period is not None)

    def show_manual(self, page: str = "") -> None:
        """The page of what is looked at, or the one that is named."""
        from desktop_app.ui.dialogs.help_window import show_help

        has_file = self._window.file is not None
        current = self._window.page().help_page_in_hand if has_file else "index"
        show_help(page or current, self._window)

    def begin_tour(self) -> None:
        """From the first step of the year, whatever is looked at."""
        from desktop_app.ui import tour

        if self._window.period is not None:
            tour.start(self._window)

    def print_guide(self) -> None:
        """The one page: look, print, save."""
        from desktop_app.ui.dialogs.guide_dialog import GuideDialog

        if self._window.period is not None:
            asked(GuideDialog(self._window.period, self._window))

    def copy_report(self) -> None:
        from desktop_app.ui.log import report

        QApplication.clipboard().setText(report())
        self._window.say("Đã chép báo cáo lỗi; dán vào một tệp rồi gửi người phụ trách.")

    def show_about(self) -> None:
        from desktop_app.ui.dialogs.about_dialog import AboutDialog

        asked(AboutDialog(self._window))
