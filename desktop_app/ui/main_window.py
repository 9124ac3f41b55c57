"""The window: menus, toolbar, the period that drives all tabs, and the status bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import icons
from desktop_app.ui.later import later
from desktop_app.ui.menus.actions import WindowActions
from desktop_app.ui.period_box import PeriodBox
from desktop_app.ui.records.memory import is_plain, recall, remember, settings
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.tabs import TABS

if TYPE_CHECKING:
    from desktop_app.domain.record import Record
    from desktop_app.domain.years.period import Period
    from desktop_app.storage import DataFile
    from desktop_app.ui.backups import Backups
    from desktop_app.ui.page import Page

PROGRAM = "Thi đua Cụm"


class MainWindow(QMainWindow):
    """Holds the tabs; what a tab does is in the tab."""

    painted = Signal()
    """The window is on the screen for the first time: now there is time for the file."""

    def __init__(self) -> None:
        super().__init__()
        self._is_painted = False
        self.file: DataFile | None = None
        self.period: Period | None = None
        self.backups: Backups | None = None
        self.pages: dict[int, Page] = {}
        self.actions_ = WindowActions(self)
        self.periods = PeriodBox()
        self.periods.activated.connect(self.choose_period)
        self.tabs = self._tab_widget()
        self._status = StatusLine(self.statusBar())
        self._status.passing.timeout.connect(self.show_state)
        self.setCentralWidget(self.tabs)
        self.setMenuBar(self.actions_.menu_bar())
        self.addToolBar(self._toolbar())
        self._restore_size()
        self._show_title()

    # --- the file and the period ----------------------------------------------------------

    def show_file(self, file: DataFile) -> None:
        """From now on the window shows this file; the one before is closed."""
        self.close_file()
        self.file = file
        self.actions_.locking.watch(file)
        self._backups_of_window().watch(file)
        settings().setValue("file/last", str(file.path))
        self.show_period(
            self.fill_periods(str(settings().value(f"file/period/{file.path.name}", "")))
        )

    def close_file(self) -> None:
        """What has changed is backed up first."""
        if self.file is not None:
            if self.backups is not None:
                self.backups.leave()
            for page in self.pages.values():
                page.leave_file()
            is_encrypted = self.file.key is not None
            self.file.close()
            self.file = None
            self.actions_.locking.leave(encrypted=is_encrypted)

    def _backups_of_window(self) -> Backups:
        """Built with the first file: the first painted window has no time for it."""
        if self.backups is None:
            from desktop_app.ui.backups import Backups

            self.backups = Backups(self, self.show_state)
        return self.backups

    def can_leave(self) -> bool:
        """Whether what is shown may go: unsaved edits of every tab are asked about first."""
        from desktop_app.ui.leaving import ask_to_leave

        return ask_to_leave(self)

    def forget_shown(self) -> None:
        """Nothing of a closed file stays in any widget: what is shown of it is built anew."""
        for page in self.pages.values():
            page.hide()
            page.setParent(None)
            page.deleteLater()
        self.pages.clear()
        self.period = None
        self.periods.clear()
        self._status.clear()
        self.actions_.show_state()
        self._show_title()

    @property
    def has_edits(self) -> bool:
        """Whether something in any tab is not saved yet."""
        return any(page.has_edits for page in self.pages.values())

    def reload(self) -> None:
        """Everything is read again from the file; unsaved edits stay where they are."""
        period = self.fill_periods(self.period.id if self.period else "")
        if period is None or self.period is None or period.id != self.period.id:
            self.show_period(period)
            return
        self.period = period
        self._show_title()
        for page in self.pages.values():
            page.follow(period)
        self.show_state()

    def show_period(self, period: Period | None) -> None:
        """All tabs show this period."""
        self.period = period
        if self.file and period:
            settings().setValue(f"file/period/{self.file.path.name}", period.id)
        self._show_title()
        for page in self.pages.values():
            self._hand_over(page)
        self._show_page()

    def fill_periods(self, chosen: str) -> Period | None:
        """All periods of the file in the box; the chosen one, or the newest, in hand."""
        assert self.file is not None
        return self.periods.fill(self.file.periods.all(), chosen)

    def choose_period(self) -> None:
        """The person chose another period in the box."""
        if self.can_leave():
            self.show_period(self.periods.period())
        elif self.period is not None:
            self.periods.show_period(self.period.id)

    # --- pages ----------------------------------------------------------------------------

    def page(self, index: int | None = None) -> Page:
        """The page of a tab, built when it is first asked for."""
        index = self.tabs.currentIndex() if index is None else index
        if index not in self.pages:
            self._build_page(index)
        return self.pages[index]

    def _build_page(self, index: int) -> None:
        page = TABS[index].build()
        # Known before it is filled: filling it asks what can be done on it.
        self.pages[index] = page
        page.changed.connect(self.reload)
        page.status.connect(self.say)
        page.state_changed.connect(partial(self._state_of, index))
        page.open_record.connect(self.open_record)
        page.import_wanted.connect(self.actions_.imports.begin)
        holder = self.tabs.widget(index)
        assert holder is not None
        layout = holder.layout()
        assert layout is not None
        layout.addWidget(page)
        self._hand_over(page)

    def _hand_over(self, page: Page) -> None:
        if self.file is not None:
            page.show_file(self.file, self.period)

    def _show_page(self) -> None:
        """The page in front is built, now that it is looked at."""
        if self.file is not None:
            self.page()
        self.show_state()

    def _change_tab(self, index: int) -> None:
        self._show_page()
        settings().setValue("window/tab", index)

    def open_record(self, record: Record) -> None:
        """Show a record on the page where its sort lives, in the period it belongs to."""
        page = self._page_of(record)
        if page is not None:
            page.select(record)

    def show_draft(self, draft: Record) -> bool:
        """Put a kept draft into its form, as unsaved edits. False where that cannot be."""
        page = self._page_of(draft)
        return page is not None and page.show_draft(draft)

    def _page_of(self, record: Record) -> Page | None:
        """The page where a record lives, in front and in the record's period."""
        period = getattr(record, "period", None)
        if period and self.period and period.id != self.period.id:
            if not self.can_leave():
                return None
            self.show_period(self.fill_periods(period.id))
        for index in range(len(TABS)):
            if self.page(index).shows(record):
                self.tabs.setCurrentIndex(index)
                return self.page(index)
        return None

    # --- what is shown around the pages ---------------------------------------------------

    def say(self, sentence: str) -> None:
        """A sentence that passes in the status bar."""
        self._status.say(sentence)

    def _state_of(self, index: int) -> None:
        if index == self.tabs.currentIndex():
            self.show_state()

    def show_state(self) -> None:
        """Buttons, title and status bar follow what is the case."""
        self.actions_.show_state()
        if self.file is None:
            return
        self._status.show(self.file, self.period, self._backups_of_window())

    def _show_title(self) -> None:
        parts = [PROGRAM, *(["đã khoá"] if self.actions_.locking.is_locked else [])]
        if self.period:
            parts += [self.period.cluster.name, self.period.title]
        if self.file and self.file.is_sample:
            parts.append("DỮ LIỆU MẪU")
        if is_plain():
            parts.append("CHẾ ĐỘ AN TOÀN")
        self.setWindowTitle(" — ".join(parts))

    # --- building -------------------------------------------------------------------------

    def _tab_widget(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setObjectName("mainTabs")
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.setIconSize(QSize(18, 18))
        for number, tab in enumerate(TABS):
            tabs.addTab(_empty_page(), icons.icon(tab.icon, "muted"), tab.label)
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.activated.connect(lambda index=number: tabs.setCurrentIndex(index))
            tabs.setTabToolTip(number, f"{tab.label} (Alt+{number + 1})")
        tabs.currentChanged.connect(self._change_tab)
        return tabs

    def _toolbar(self) -> QToolBar:
        bar = QToolBar("Thanh công cụ")
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        label = QLabel("Năm thi đua")
        label.setBuddy(self.periods)
        label.setProperty("role", "muted")
        label.setContentsMargins(10, 0, 6, 0)
        bar.addWidget(label)
        bar.addWidget(self.periods)
        bar.addSeparator()
        bar.addActions(self.actions_.toolbar_actions())
        return bar

    def _restore_size(self) -> None:
        geometry = recall("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1366, 728)

    def restore_tab(self) -> None:
        """The tab that was open when the window was closed."""
        kept = settings().value("window/tab", 0)
        self.tabs.setCurrentIndex(int(str(kept)))

    # --- Qt -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            later(self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.can_leave():
            event.ignore()
            return
        remember("window/geometry", self.saveGeometry())
        self.close_file()
        event.accept()


def _empty_page() -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    return holder
