"""The actions of the window: one place for their words, shortcuts, pictures and menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from desktop_app.ui import icons
from desktop_app.ui.asking import asked
from desktop_app.ui.import_lists.actions import ImportActions
from desktop_app.ui.locking.window_lock import WindowLock
from desktop_app.ui.menus.file_menu import FileMenu
from desktop_app.ui.menus.finding_actions import FindingActions
from desktop_app.ui.menus.help_actions import HelpActions
from desktop_app.ui.menus.keeping_actions import KeepingActions
from desktop_app.ui.menus.list_actions import ListActions
from desktop_app.ui.office_templates.template_actions import TemplateActions
from desktop_app.ui.records.memory import settings
from desktop_app.ui.tabs import MEETINGS
from desktop_app.ui.theme import MODES, TEXT_SIZES, Mode, theme

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.meetings.meetings_tab import MeetingView


class WindowActions:
    """Makes the actions, puts them into menus, and turns them on and off."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.files = FileMenu(window)
        view = self._on_view
        make = self._make
        self.keeping = KeepingActions(window, make)
        self.locking = WindowLock(window, make)
        self.undo, self.redo = self.keeping.undo, self.keeping.redo
        self.add = make("Thêm", "plus", "Ctrl+N", view("add"))
        self.save = make("Lưu", "save", "Ctrl+S", view("save"), "Lưu (Cất)")
        self.discard = make("Bỏ thay đổi", "x", "", view("discard"), "Bỏ thay đổi (Hoãn)")
        self.duplicate = make("Nhân bản", "copy", "Ctrl+D", view("duplicate"))
        self.delete = make("Xoá…", "trash-2", "Ctrl+Del", view("delete"))
        self.filter = make("Lọc trong danh sách", "search", "Ctrl+F", view("focus_filter"))
        self.finding = FindingActions(window, make)
        self.reload = make("Nạp lại", "refresh-cw", "F5", self._reload)
        self.preview = make("Khung xem trước", "panel-right", "F8", view("toggle_preview"))
        self.columns = make("Chọn cột…", "columns-3", "", view("choose_columns"))
        self.print = make("In", "printer", "Ctrl+P", view("print_paper"))
        self.batch = make("In hàng loạt…", "printer", "Ctrl+Shift+P", view("print_batch"))
        self.pdf = make("Lưu PDF…", "file-down", "Ctrl+E", view("save_pdf"))
        self.word = make("Lưu Word…", "file-text", "Ctrl+Shift+E", view("save_word"))
        self.lists = ListActions(window, make)
        self.templates = TemplateActions(window, make, view("save_by_template"))
        self.imports = ImportActions(window, make)
        self.cluster = make("Thông tin cụm…", "settings", "", self._edit_cluster)
        self.new_year = make("Mở năm mới…", "calendar", "", self._open_year)
        self.rotation = make("Sổ luân phiên Cụm trưởng…", "refresh-cw", "", self._show_rotation)
        self.handover = make("Bàn giao Cụm trưởng…", "handshake", "", self._hand_over)
        self.live = make("Điều hành hội nghị", "maximize", "F9", self._conduct)
        self.large = make("Biên bản chữ lớn", "maximize", "F11", self._read_large)
        self.helping = HelpActions(window, make)

    def toolbar_actions(self) -> list[QAction]:
        return [self.add, self.save, self.undo, self.print, self.pdf, self.finding.find]

    def menu_bar(self) -> QMenuBar:
        bar = QMenuBar()
        bar.addMenu(self.files.menu())
        bar.addMenu(self._edit_menu())
        bar.addMenu(self._view_menu())
        bar.addMenu(
            _menu(
                "&Nghiệp vụ",
                [
                    self.live,
                    self.large,
                    None,
                    self.new_year,
                    self.handover,
                    None,
                    self.cluster,
                    self.rotation,
                ],
            )
        )
        papers = [self.print, self.batch, None, self.pdf, self.word]
        papers += [self.templates.use, self.templates.keep, None]
        bar.addMenu(_menu("&In ấn", [*papers, self.lists.paper, self.lists.excel]))
        bar.addMenu(_menu("&Công cụ", [*self.keeping.tools(), self.imports.letters]))
        bar.addMenu(_menu("Trợ &giúp", self.helping.menu()))
        return bar

    def show_state(self) -> None:
        """Only what can be done now is enabled; undo says what it takes back."""
        window, has_file = self._window, self._window.file is not None
        page = window.page() if has_file else None
        self.add.setEnabled(bool(page and page.can_add))
        self.save.setEnabled(bool(page and page.can_save))
        self.discard.setEnabled(self.save.isEnabled())
        self.duplicate.setEnabled(bool(page and page.can_duplicate))
        self.delete.setEnabled(bool(page and page.can_delete))
        self.keeping.show_state(page)
        self._show_rights()
        self.finding.show_state()
        self.helping.show_state()
        self.lists.show_state()
        self.templates.show_state(can_print=bool(page and page.can_print))
        self.imports.show_state()
        for action in (self.print, self.batch, self.pdf, self.word):
            action.setEnabled(bool(page and page.can_print))

    def _show_rights(self) -> None:
        """What the person at the desk may not do says so."""
        access = self._window.file.access if self._window.file else None
        for action, why in (
            (self.new_year, access.refusal if access else ""),
            (self.live, access.refusal if access else ""),
            (self.cluster, access.admin_refusal if access else ""),
        ):
            action.setEnabled(not why)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            usual = action.text().rstrip("…")
            action.setToolTip(why or (f"{usual} ({keys})" if keys else usual))

    # --- menus ----------------------------------------------------------------------------

    def _edit_menu(self) -> QMenu:
        return _menu(
            "&Soạn thảo",
            [
                self.undo,
                self.redo,
                None,
                self.add,
                self.save,
                self.discard,
                self.duplicate,
                self.delete,
                None,
                self.keeping.history,
                self.keeping.trash,
                self.finding.find,
                self.filter,
            ],
        )

    def _view_menu(self) -> QMenu:
        menu = _menu("&Xem", [self.preview, self.keeping.beside, self.columns, self.reload, None])
        menu.addMenu(self._size_menu(menu))
        menu.addMenu(self._look_menu(menu))
        return menu

    def _size_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu("Cỡ chữ", parent)
        group = QActionGroup(menu)
        for percent in TEXT_SIZES:
            action = menu.addAction(f"{percent} %")
            action.setCheckable(True)
            action.setChecked(percent == theme.text_size)
            action.triggered.connect(lambda _=False, size=percent: _apply(theme.mode, size))
            group.addAction(action)
        return menu

    def _look_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu("Giao diện", parent)
        group = QActionGroup(menu)
        for mode, label in MODES:
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(mode == theme.mode)
            action.triggered.connect(lambda _=False, m=mode: _apply(m, theme.text_size))
            group.addAction(action)
        return menu

    def _make(
        self,
        text: str,
        icon: str,
        keys: str,
        do: Callable[[], object],
        tooltip: str = "",
    ) -> QAction:
        action = QAction(text, self._window)
        icons.wear(action, icon)
        if keys:
            action.setShortcut(QKeySequence(keys))
        shown = tooltip or text.rstrip("…")
        action.setToolTip(f"{shown} ({keys})" if keys else shown)
        action.triggered.connect(lambda: do())
        self._window.addAction(action)
        return action

    def _on_view(self, method: str) -> Callable[[], object]:
        """A method of View, done by whatever view is in hand; nothing where there is none."""

        def act() -> None:
            view = self._window.page().view if self._window.file is not None else None
            if view is not None:
                getattr(view, method)()

        return act

    # --- what is done for the whole window ------------------------------------------------

    def _reload(self) -> None:
        if self._window.file is not None and self._window.can_leave():
            self._window.file.forget_loaded()
            self._window.reload()

    def _edit_cluster(self) -> None:
        from desktop_app.ui.dialogs.cluster_dialog import ClusterDialog

        window = self._window
        if window.file is None or window.period is None:
            return
        if asked(ClusterDialog(window.file, window.period.cluster, window)):
            window.reload()
            window.say("Đã lưu thông tin cụm.")

    def _open_year(self) -> None:
        from desktop_app.ui.units.new_year_wizard import NewYearWizard

        window = self._window
        if window.file is None or window.period is None or not window.can_leave():
            return
        newest = window.file.rotation_of(window.period.cluster).newest
        wizard = NewYearWizard(window.file, newest or window.period, window)
        if asked(wizard) and wizard.made:
            window.show_period(window.fill_periods(wizard.made.id))
            window.say(f"Đã mở {wizard.made.in_a_sentence}.")

    def _show_rotation(self) -> None:
        from desktop_app.ui.dialogs.rotation_dialog import RotationDialog

        window = self._window
        if window.file is not None and window.period is not None:
            book = window.file.rotation_of(window.period.cluster)
            dialog = RotationDialog(book, window.file, window)
            asked(dialog)
            if dialog.is_changed:
                window.reload()

    def _hand_over(self) -> None:
        """The minutes of handover of the period, begun where there are none yet."""
        from desktop_app.domain.years.handover import Handover

        window = self._window
        if window.file is None or window.period is None:
            return
        kept = window.file.handovers.of_period(window.period)
        window.open_record(kept[0] if kept else Handover(period=window.period))
        view = window.page().view
        if not kept and view is not None and view.can_add:
            view.add()

    def _conduct(self) -> None:
        """The meeting in hand on one screen; a second time back to the list."""
        view = self._meetings()
        if view is not None:
            view.live.toggle()

    def _read_large(self) -> None:
        """The minutes of the meeting in hand in large letters."""
        view = self._meetings()
        if view is not None:
            view.live.read_large()

    def _meetings(self) -> MeetingView | None:
        """The view of meetings, in front."""
        from desktop_app.ui.meetings.meetings_tab import MeetingView

        window = self._window
        if window.file is None:
            return None
        window.tabs.setCurrentIndex(MEETINGS)
        view = window.page().turn_to(0)
        return view if isinstance(view, MeetingView) else None


def _menu(title: str, actions: list[QAction | None]) -> QMenu:
    menu = QMenu(title)
    menu.setToolTipsVisible(True)
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
    return menu


def _apply(mode: Mode, text_size: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, mode, text_size)
    settings().setValue("look/mode", mode)
    settings().setValue("look/text_size", text_size)
