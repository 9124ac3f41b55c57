"""The page of a tab: one view or several beside each other, of which the window asks the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QTabWidget, QVBoxLayout, QWidget

from desktop_app.ui.view_list import ViewList

if TYPE_CHECKING:
    from desktop_app.domain.record import Record
    from desktop_app.domain.years.period import Period
    from desktop_app.storage import DataFile
    from desktop_app.ui.view import View


class Page(QWidget):
    """Shows its views beside each other in a bar, or the only one without a bar.

    A view is built when it is first looked at: a page of many views opens as fast as one of one.
    """

    changed = Signal()
    """Something was saved or deleted: the window tells the other pages."""
    status = Signal(str)
    """A sentence for the status bar."""
    state_changed = Signal()
    """What can be saved, deleted or printed is different now."""
    open_record = Signal(object)
    """A record is to be shown, on whatever page it lives."""
    import_wanted = Signal(str)
    """A list of this kind is to be taken in."""

    views: tuple[tuple[str, type[View]], ...] = ()
    help_page = "index"
    """The page of the manual that F1 opens here, where the view in hand has none of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._built: dict[int, View] = {}
        self._file: DataFile | None = None
        self._period: Period | None = None
        self._bar = QTabWidget()
        self._bar.setDocumentMode(True)
        self._bar.tabBar().setDrawBase(False)
        self._bar.tabBar().setVisible(len(self.views) > 1)
        self._bar.setObjectName("views")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar)
        for label, _ in self.views:
            self._bar.addTab(_holder(), label)
        self._bar.currentChanged.connect(self._turned)
        if len(self.views) > 1:
            self.view_list = ViewList(self._bar)

    @property
    def view(self) -> View | None:
        """The view in hand."""
        return self.view_at(self._bar.currentIndex()) if self.views else None

    @property
    def place(self) -> int:
        """Which of the views is in hand."""
        return self._bar.currentIndex()

    @property
    def bar(self) -> QTabBar:
        """The bar of the views."""
        return self._bar.tabBar()

    @property
    def built_views(self) -> tuple[View, ...]:
        """The views that somebody has looked at already; the others hold nothing."""
        return tuple(self._built.values())

    @property
    def label_in_hand(self) -> str:
        """What the view in hand is called in the bar."""
        return self.views[self._bar.currentIndex()][0].replace("&&", "&") if self.views else ""

    def view_at(self, place: int) -> View:
        """The view at a place of the bar, built when it is first asked for."""
        if place not in self._built:
            self._build(place)
        return self._built[place]

    def turn_to(self, place: int) -> View:
        """Bring the view at a place to the front."""
        self._bar.setCurrentIndex(place)
        return self.view_at(place)

    # --- the file and the period ----------------------------------------------------------

    def show_file(self, file: DataFile, period: Period | None) -> None:
        """Another file or another period: nothing of the old one stays."""
        self._file, self._period = file, period
        if self.views:
            self.view_at(self._bar.currentIndex())
        for view in self.built_views:
            view.file = file
            view.set_period(period)

    def leave_file(self) -> None:
        """The file is about to be closed: nothing that comes later may still ask it."""
        self._file = self._period = None
        for view in self.built_views:
            view.file = None
            view.set_period(None)

    def follow(self, period: Period | None) -> None:
        """Something in the file has changed: read again; unsaved edits stay."""
        self._period = period
        for view in self.built_views:
            view.period = period
            view.refresh()

    @property
    def has_edits(self) -> bool:
        """Whether a view holds something that is not saved."""
        return any(view.has_edits for view in self.built_views)

    def show_view(self, view: View) -> None:
        """Bring this view to the front."""
        place = next(place for place, built in self._built.items() if built is view)
        self._bar.setCurrentIndex(place)

    def shows(self, record: Record) -> bool:
        """Whether records of this sort live on this page."""
        return any(kind.shows(record) for _, kind in self.views)

    def select(self, record: Record) -> None:
        """Show this record in its view."""
        for place, (_, kind) in enumerate(self.views):
            if kind.shows(record):
                self.turn_to(place).select(record.id)
                return

    def show_draft(self, draft: Record) -> bool:
        """Put a kept draft into the form of its view. False where that cannot be."""
        for place, (_, kind) in enumerate(self.views):
            if kind.shows(draft):
                return self.turn_to(place).show_draft(draft)
        return False

    # --- what can be done now -------------------------------------------------------------

    @property
    def can_add(self) -> bool:
        return self.view is not None and self.view.can_add

    @property
    def can_save(self) -> bool:
        return self.view is not None and self.view.can_save

    @property
    def can_delete(self) -> bool:
        return self.view is not None and self.view.can_delete

    @property
    def can_duplicate(self) -> bool:
        return self.view is not None and self.view.can_duplicate

    @property
    def can_print(self) -> bool:
        return self.view is not None and self.view.can_print

    @property
    def record(self) -> Record | None:
        """The saved record in hand."""
        return self.view.current_record() if self.view else None

    @property
    def help_page_in_hand(self) -> str:
        """The page of the manual for what is looked at."""
        return (self.view.help_page if self.view else "") or self.help_page

    # --- building -------------------------------------------------------------------------

    def _build(self, place: int) -> None:
        view = self.views[place][1]()
        # Known before it is filled: filling it asks what can be done on it.
        self._built[place] = view
        view.changed.connect(self.changed)
        view.status.connect(self.status)
        view.state_changed.connect(partial(self._state_of, place))
        view.open_record.connect(self.open_record)
        view.import_wanted.connect(self.import_wanted)
        holder = self._bar.widget(place)
        assert holder is not None
        layout = holder.layout()
        assert layout is not None
        layout.addWidget(view)
        if self._file is not None:
            view.file = self._file
            view.set_period(self._period)

    def _state_of(self, place: int) -> None:
        """What can be done is asked of the view in front alone; all change with the period."""
        if place == self.place:
            self.state_changed.emit()

    def _turned(self, place: int) -> None:
        self.view_at(place)
        self.state_changed.emit()


def _holder() -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    return holder
