"""The page of a tab: one family of records or several, of which the window asks the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from desktop_app.domain.record import Record
    from desktop_app.domain.years.period import Period
    from desktop_app.storage import DataFile
    from desktop_app.ui.records.record_tab import RecordTab


class Page(QWidget):
    """Shows its views beside each other in a bar, or the only one without a bar."""

    changed = Signal()
    """Something was saved or deleted: the window tells the other pages."""
    status = Signal(str)
    """A sentence for the status bar."""
    state_changed = Signal()
    """What can be saved, deleted or printed is different now."""
    open_record = Signal(object)
    """A record is to be shown, on whatever page it lives."""

    views: tuple[tuple[str, type[RecordTab]], ...] = ()
    help_page = "index"
    """The page of the manual that F1 opens here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = [make() for _, make in self.views]
        self._bar = QTabWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if len(self.tabs) == 1:
            layout.addWidget(self.tabs[0])
        elif self.tabs:
            layout.addWidget(self._bar)
            self._fill_bar()
        for tab in self.tabs:
            tab.changed.connect(self.changed)
            tab.status.connect(self.status)
            tab.state_changed.connect(self.state_changed)
            tab.open_record.connect(self.open_record)

    def _fill_bar(self) -> None:
        self._bar.setDocumentMode(True)
        self._bar.tabBar().setDrawBase(False)
        self._bar.setObjectName("views")
        for (label, _), tab in zip(self.views, self.tabs, strict=True):
            self._bar.addTab(tab, label)
        self._bar.currentChanged.connect(lambda _: self.state_changed.emit())

    @property
    def view(self) -> RecordTab | None:
        """The view in hand."""
        if len(self.tabs) > 1:
            return self.tabs[self._bar.currentIndex()]
        return self.tabs[0] if self.tabs else None

    # --- the file and the period ----------------------------------------------------------

    def show_file(self, file: DataFile, period: Period | None) -> None:
        """Another file or another period: nothing of the old one stays."""
        for tab in self.tabs:
            tab.file = file
            tab.set_period(period)

    def follow(self, period: Period | None) -> None:
        """Something in the file has changed: read again; unsaved edits stay."""
        for tab in self.tabs:
            tab.period = period
            tab.refresh()

    @property
    def has_edits(self) -> bool:
        """Whether a view holds something that is not saved."""
        return any(tab.has_edits for tab in self.tabs)

    def show_view(self, view: RecordTab) -> None:
        """Bring this view to the front."""
        self._bar.setCurrentWidget(view)

    def shows(self, record: Record) -> bool:
        """Whether records of this sort live on this page."""
        return any(tab.shows(record) for tab in self.tabs)

    def select(self, record: Record) -> None:
        """Show this record in its view."""
        for tab in self.tabs:
            if tab.shows(record):
                self.show_view(tab)
                tab.select(record.id)
                return

    # --- what can be done now -------------------------------------------------------------

    @property
    def can_add(self) -> bool:
        return self.view is not None and self.view.list.can_add

    @property
    def can_save(self) -> bool:
        return self.view is not None and self.view.can_save

    @property
    def can_delete(self) -> bool:
        view = self.view
        return view is not None and view.form.shown is not None and not view.form.is_read_only

    @property
    def can_duplicate(self) -> bool:
        """A record that may only be looked at can be copied too, where one can be added."""
        view = self.view
        return view is not None and view.current_record() is not None and view.list.can_add

    @property
    def can_print(self) -> bool:
        view = self.view
        return view is not None and bool(view.papers) and view.form.shown is not None

    @property
    def record(self) -> Record | None:
        """The record in hand."""
        return self.view.form.shown if self.view else None
