"""The list in front as a workbook or on paper: «Xuất danh sách ra Excel…», «In danh sách…»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QWidget

if TYPE_CHECKING:
    from desktop_app.domain.shown_list import ShownList
    from desktop_app.ui.background import Report
    from desktop_app.ui.main_window import MainWindow

Say = Callable[[str], object]


class ListActions:
    """What is shown goes out: the chosen columns, what the filter leaves, in the order in hand."""

    def __init__(self, window: MainWindow, make: Callable[..., QAction]) -> None:
        """`make` makes an action of its words, picture, keys and what is done."""
        self._window = window
        self.excel = make("Xuất danh sách ra Excel…", "table", "", self._export)
        self.paper = make("In danh sách…", "list", "", self._print)

    def show_state(self) -> None:
        there = self._table() is not None
        self.excel.setEnabled(there)
        self.paper.setEnabled(there)

    def shown(self) -> ShownList | None:
        """The list in front as it stands now; None where there is none."""
        from desktop_app.ui.records.record_tab import RecordTab
        from desktop_app.ui.records.shown_table import shown_list

        table, view = self._table(), self._window.page().view if self._window.file else None
        if table is None or view is None:
            return None
        remark = ""
        if isinstance(view, RecordTab) and view.list.model.is_filtered:
            words, total = view.list.filter_box.text().strip(), view.list.model.total
            remark = f"Lọc theo «{words}»: {len(view.list.records())} trong {total} dòng."
        page = self._window.page()
        return shown_list(table, page.label_in_hand, remark, self._window.period)

    def _table(self) -> QAbstractItemView | None:
        if self._window.file is None:
            return None
        from desktop_app.ui.records.record_tab import RecordTab
        from desktop_app.ui.records.shown_table import table_in

        view = self._window.page().view
        if isinstance(view, RecordTab):
            return view.list.table
        return table_in(view) if view is not None else None

    def _export(self) -> None:
        from desktop_app.ui.records.part_lists import part_lists
        from desktop_app.ui.records.record_tab import RecordTab

        shown, view = self.shown(), self._window.page().view
        if shown is None:
            return
        lists = [shown]
        if isinstance(view, RecordTab):
            lists += part_lists(view.list.records(), view.noun.capitalize(), self._window.period)
        export_lists(self._window, lists, self._window.say)

    def _print(self) -> None:
        from desktop_app.ui.preview.list_dialog import ListDialog

        shown = self.shown()
        if shown is not None:
            dialog = ListDialog(shown, self._window)
            dialog.preview.status.connect(self._window.say)
            dialog.exec()


def export_lists(parent: QWidget | None, lists: Sequence[ShownList], say: Say) -> None:
    """Ask where to, and write the workbook while its progress is shown."""
    from desktop_app.ui.preview import saving
    from desktop_app.ui.progress_dialog import wait_with_progress

    path = saving.ask_path(parent, lists[0].title, ".xlsx")
    if path is None:
        return

    def work(report: Report) -> str:
        from desktop_app.exchange.list_book import list_book
        from desktop_app.printing import output

        made = list_book(lists, report)
        report.check()
        output.write_bytes(path, made)
        return f"Đã lưu {path}"

    said = wait_with_progress(parent, "Đang xuất ra Excel", work)
    if said:
        say(said)
