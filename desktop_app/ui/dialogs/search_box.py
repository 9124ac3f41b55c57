"""«Tìm mọi nơi» (Ctrl+K): one box over all records, screens and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout

from desktop_app.domain.search_text import Excerpt
from desktop_app.ui import icons
from desktop_app.ui.dialogs.search_list import Head, Line, SearchList
from desktop_app.ui.dialogs.search_places import places
from desktop_app.ui.later import later
from desktop_app.ui.records.forms.list_keys import ListKeys
from desktop_app.ui.records.memory import settings
from desktop_app.ui.tabs import TABS
from desktop_app.ui.theme import theme

if TYPE_CHECKING:
    from desktop_app.domain.record import Record
    from desktop_app.storage.search_hits import Found, Hit
    from desktop_app.ui.main_window import MainWindow

PAUSE = 60
"""Milliseconds after the last letter: whoever types fast is not searched for in between."""
MOST_RECENT = 8
_KEPT = "search/recent"
_WIDTH, _HEIGHT = 760, 520
_PICTURES = {
    "Unit": "building-2",
    "Person": "user",
    "Meeting": "users",
    "Decision": "award",
    "Nomination": "award",
    "Submission": "award",
    "Award": "award",
    "Exemplar": "medal",
    "Attachment": "paperclip",
    "Ballot": "vote",
    "Period": "calendar",
    "YearPlan": "calendar",
    "Compact": "handshake",
    "Handover": "handshake",
    "CriteriaSet": "table",
    "ScoreSheet": "table",
    "Inspection": "clipboard-check",
}
_KEYS = "↑ ↓ chọn · Enter mở · Esc đóng"
_ASK = "Gõ tên hay vài chữ, không dấu cũng được; gõ có dấu thì tìm đúng dấu."


class SearchBox(QDialog):
    """Is shown over the window; what is chosen happens after it has closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle("Tìm mọi nơi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self.line = QLineEdit()
        self.line.setPlaceholderText("Tìm đơn vị, cán bộ, hội nghị, biên bản, văn bản, lệnh…")
        self.line.setAccessibleName("Tìm mọi nơi")
        self.line.setClearButtonEnabled(True)
        glass = self.line.addAction(
            icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        icons.wear(glass, "search", "muted")
        self.list = SearchList()
        self.foot = QLabel()
        self.foot.setProperty("role", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.foot)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.search)
        # letters that an input method has not handed over yet are not in the text
        self.line.textChanged.connect(lambda: self._pause.start())
        ListKeys(self.line, self.list, self.open_current)
        self.list.clicked.connect(self._clicked)
        self._place()
        self.search()
        self._tabs = iter(TABS)
        later(self, self._make_ready)

    def search(self) -> None:
        """Show what is meant by what stands in the box, at once."""
        self._pause.stop()
        typed = self.line.text()
        rows = tuple(self._rows(typed) if typed.strip() else self._recent())
        self.list.show_rows(rows)
        self._tell(typed, found=bool(rows))

    def open_current(self) -> None:
        """Close, and go to the line in hand."""
        if self._pause.isActive():
            self.search()
        self._go(self.list.current())

    def _clicked(self, index: QModelIndex) -> None:
        self._go(self.list.line_at(index))

    def _go(self, line: Line | None) -> None:
        if line is not None:
            line.act()

    def _make_ready(self) -> None:
        """The code of one tab after the other, before the first letter asks for their views."""
        tab = next(self._tabs, None)
        if tab is not None:
            tab.page_class()
            later(self, self._make_ready)

    # --- lines ----------------------------------------------------------------------------

    def _rows(self, typed: str) -> Iterator[Head | Line]:
        """What is called so, then screens and commands, then what only speaks of it."""
        file = self._window.file
        groups = file.search.find(typed) if file is not None else ()
        yield from self._groups(found for found in groups if found.by_name)
        there = places(self._window, typed)
        if there:
            yield Head("Màn hình, lệnh")
        for place in there:
            yield replace(place, act=self._closing(place.act))
        yield from self._groups(found for found in groups if not found.by_name)

    def _groups(self, groups: Iterable[Found]) -> Iterator[Head | Line]:
        for found in groups:
            yield Head(self._head(found))
            yield from map(self._line, found.hits)

    def _head(self, found: Found) -> str:
        file = self._window.file
        assert file is not None
        noun = file.store_named(found.kind).table.noun
        more = f" · {len(found.hits)} kết quả đầu, gõ thêm chữ để thu hẹp" if found.has_more else ""
        return f"{noun[:1].upper()}{noun[1:]}{more}"

    def _line(self, hit: Hit) -> Line:
        return Line(
            hit.title,
            self._closing(partial(self._open, hit)),
            _PICTURES.get(hit.kind, "file-text"),
            hit.line,
            hit.period,
        )

    def _recent(self) -> Iterator[Head | Line]:
        kept = recent()
        if kept:
            yield Head("Tìm gần đây")
        for words in kept:
            yield Line(Excerpt(words), partial(self._again, words), "history")

    def _again(self, words: str) -> None:
        self.line.setText(words)
        self.search()

    def _tell(self, typed: str, *, found: bool) -> None:
        left = self._window.actions_.finding.left
        waiting = f" · đang lập chỉ mục, còn {left} bản ghi" if left else ""
        if typed.strip() and not found:
            self.foot.setText(f"Không thấy gì. Hãy gõ ít chữ hơn, hoặc gõ không dấu{waiting}.")
        else:
            self.foot.setText(f"{_KEYS if found else _ASK}{waiting}")

    # --- going there ----------------------------------------------------------------------

    def _closing(self, act: Callable[[], object]) -> Callable[[], None]:
        """First the box closes and its words are kept, then something happens."""

        def close_and_act() -> None:
            keep_recent(self.line.text())
            self.accept()
            act()

        return close_and_act

    def _open(self, hit: Hit) -> None:
        window = self._window
        record = self._record(hit.kind, hit.record)
        if record is None:
            window.say("Không tìm thấy bản ghi này: có thể nó đã bị xoá.")
            return
        window.open_record(record)
        view = window.page().view
        if view is not None and view.current_record() == record:
            view.reach()

    def _record(self, kind: str, record_id: str) -> Record | None:
        """The record of a hit; an attached file is looked at beside its owner."""
        file = self._window.file
        if file is None or not kind:
            return None
        found: Record | None = file.store_named(kind).find(record_id)
        owner = getattr(found, "owner", None) if kind == "Attachment" else None
        return self._record(file.search.kind_of(owner), owner) if owner else found

    def _place(self) -> None:
        window = self._window
        wide, high = (side * theme.text_size // 100 for side in (_WIDTH, _HEIGHT))
        self.resize(min(wide, window.width() - 40), min(high, window.height() - 80))
        corner = window.geometry().topLeft()
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 60)


def recent() -> list[str]:
    """What was looked for lately, the newest first."""
    kept = settings().value(_KEPT, [])
    return [str(words) for words in kept] if isinstance(kept, list) else [str(kept)]


def keep_recent(words: str) -> None:
    """Something was found by these words."""
    words = " ".join(words.split())
    if words:
        others = [other for other in recent() if other != words]
        settings().setValue(_KEPT, [words, *others][:MOST_RECENT])
