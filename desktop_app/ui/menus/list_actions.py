"""The list in front as a workbook or on paper: «Xuất danh sách ra Excel…», «In danh sách…»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import UserFacingError
from desktop_app.ui.asking import asked

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    from desktop_app.domain.shown_list import ShownList
    from desktop_app.ui.background import Report
    from desktop_app.ui.main_window import MainWindow

Say = Callable[[str], object]
_GATHERING = "Đang lấy các dòng"


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
        """The list in front as it stands now; None where there is none, or it was stopped."""
        from desktop_app.ui.gathering import gathered
        from desktop_app.ui.records.lists.shown_table import shown_list, shown_rows
        from desktop_app.ui.records.record_tab import RecordTab

        table, view = self._table(), self._window.page().view if self._window.file else None
        if table is None or view is None:
            return None
        remark = ""
        if isinstance(view, RecordTab) and view.list.model.is_filtered:
            words, total = view.list.filter_box.text().strip(), view.list.model.total
            remark = f"Lọc theo «{words}»: {len(view.list.records())} trong {total} dòng."
        count = table.model().rowCount()
        rows = gathered(self._window, _GATHERING, shown_rows(table), count)
        if rows is None:
            return None
        label, period = self._window.page().label_in_hand, self._window.period
        return shown_list(table, label, remark, period, rows)

    def _table(self) -> QAbstractItemView | None:
        if self._window.file is None:
            return None
        from desktop_app.ui.records.lists.shown_table import table_in
        from desktop_app.ui.records.record_tab import RecordTab

        view = self._window.page().view
        if isinstance(view, RecordTab):
            return view.list.table
        return table_in(view) if view is not None else None

    def _export(self) -> None:
        from desktop_app.ui.gathering import gathered
        from desktop_app.ui.records.part_lists import part_lists
        from desktop_app.ui.records.record_tab import RecordTab

        shown, view, period = self._shown_or_told(), self._window.page().view, self._window.period
        if shown is None:
            return
        if not isinstance(view, RecordTab):
            export_lists(self._window, shown, self._window.say)
            return
        own, noun = view.list.records(), view.noun.capitalize()
        records = gathered(self._window, _GATHERING, iter(own), len(own))
        if records is not None:
            parts = partial(part_lists, records, noun, period)
            export_lists(self._window, shown, self._window.say, parts)

    def _shown_or_told(self) -> ShownList | None:
        from desktop_app.ui import messages

        try:
            return self.shown()
        except UserFacingError as error:
            messages.show_error(self._window, error)
            return None

    def _print(self) -> None:
        from desktop_app.ui.preview.list_dialog import ListDialog

        shown = self._shown_or_told()
        if shown is not None:
            dialog = ListDialog(shown, self._window)
            dialog.preview.status.connect(self._window.say)
            asked(dialog)


def export_lists(
    parent: QWidget | None,
    shown: ShownList,
    say: Say,
    parts: Callable[[], Sequence[ShownList]] = tuple,
) -> None:
    """Ask where to, and write the workbook while its progress is shown.

    `parts` makes the further lists, in the thread that writes.
    """
    from desktop_app.ui.preview import saving
    from desktop_app.ui.progress_dialog import wait_with_progress

    path = saving.ask_path(parent, shown.title, ".xlsx")
    if path is None:
        return

    def work(report: Report) -> str:
        from desktop_app.exchange.list_book import list_book
        from desktop_app.printing import output

        made = list_book([shown, *parts()], report)
        report.check()
        output.write_bytes(path, made)
        return f"Đã lưu {path}"

    said = wait_with_progress(parent, "Đang xuất ra Excel", work)
    if said:
        say(said)
