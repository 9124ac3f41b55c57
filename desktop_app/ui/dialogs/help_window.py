"""The manual (F1): pages in resources/help, shown beside the window and never from a network."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app import paths
from desktop_app.domain.search_words import matches

_windows: list[HelpWindow] = []


class HelpWindow(QWidget):
    """A list of pages with a filter at the left, the page at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Hướng dẫn sử dụng")
        self._folder = paths.resources() / "help"
        self._texts = {path.stem: path.read_text("utf-8") for path in _pages(self._folder)}
        self._search = QLineEdit()
        self._search.setPlaceholderText("Tìm trong hướng dẫn…")
        self._search.setAccessibleName("Tìm trong hướng dẫn")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._list = QListWidget()
        self._list.setAccessibleName("Các trang hướng dẫn")
        self._list.currentItemChanged.connect(self._show_item)
        self._page = QTextBrowser()
        self._page.setAccessibleName("Trang hướng dẫn")
        self._page.setSearchPaths([str(self._folder)])
        self._page.setOpenLinks(False)
        self._page.anchorClicked.connect(self._follow)
        self._build()
        self._filter("")

    def show_page(self, name: str) -> None:
        """Turn to a page; an unknown name shows the first."""
        for row in range(self._list.count()):
            item = self._list.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == name:
                self._list.setCurrentRow(row)
                return
        self._list.setCurrentRow(0)

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self._page)
        split.setSizes([240, 620])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.resize(880, 620)

    def _filter(self, typed: str) -> None:
        self._list.clear()
        for name, text in self._texts.items():
            if matches(typed, text):
                item = QListWidgetItem(text.split("\n", 1)[0].lstrip("# "))
                item.setData(Qt.ItemDataRole.UserRole, name)
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._page.setMarkdown(self._texts[item.data(Qt.ItemDataRole.UserRole)])

    def _follow(self, url: QUrl) -> None:
        self._search.clear()
        self.show_page(Path(url.path()).stem)


def show_help(page: str, beside: QWidget) -> HelpWindow:
    """Open the manual at a page; one window serves all."""
    if not _windows:
        _windows.append(HelpWindow())
        beside.destroyed.connect(_windows.clear)
    window = _windows[0]
    window.show_page(page)
    window.show()
    window.raise_()
    window.activateWindow()
    return window


def _pages(folder: Path) -> list[Path]:
    """The pages in the order of their list, then whatever the list forgot."""
    order = (folder / "order.txt").read_text("utf-8").split()
    listed = [folder / f"{name}.md" for name in order]
    return listed + [path for path in sorted(folder.glob("*.md")) if path not in listed]
