"""Between a form and its preview: what to show, when to make it again, what to do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.record import Record
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.panes import Panes

PAUSE = 400
"""Milliseconds without an edit before the paper is made again."""


@dataclass(frozen=True)
class PaperWish:
    """A record to be shown as the chosen paper."""

    record: Record
    is_draft: bool = False
    part: str | None = None


class TabPreview(QObject):
    """Keeps the preview in step with the form, and not at all while nobody sees it."""

    def __init__(
        self,
        pane: PreviewPane,
        panes: Panes,
        papers: Sequence[str],
        ask: Callable[[], PaperWish | None],
    ) -> None:
        super().__init__(pane)
        self._pane, self._panes, self._keys, self._ask = pane, panes, tuple(papers), ask
        self._then: Callable[[], None] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.show)
        pane.paper_chosen.connect(lambda _: self.show())
        pane.made.connect(self._made)
        panes.preview_opened.connect(self.show)

    def key(self) -> str:
        """The key of the chosen paper."""
        self._load()
        paper = self._pane.paper()
        return paper.key if paper else ""

    def choose(self, key: str) -> None:
        """Choose a paper by its key."""
        self._load()
        self._pane.choose_paper(key)

    def show_later(self) -> None:
        """Something is being edited: show it after a pause."""
        self._pause.start()

    def show(self) -> None:
        """Show what stands in the form now, if anybody can see it or waits for it."""
        self._pause.stop()
        seen = self._panes.isVisible() and self._panes.preview_is_open
        if not self._keys or not (seen or self._then):
            return
        self._load()
        wish = self._ask()
        if wish is None:
            self._then = None
            self._pane.show_record(None)
        else:
            self._pane.show_record(wish.record, draft=wish.is_draft, only=wish.part)

    def when_ready(self, act: Callable[[], None]) -> None:
        """Do something with the paper once it shows what stands in the form."""
        if self._pane.is_ready and self._panes.preview_is_open and not self._pause.isActive():
            act()
            return
        self._then = act
        self.show()

    def _load(self) -> None:
        if self._keys and self._pane.paper() is None:
            # here, so that the first painted window needs no papers
            from desktop_app.papers import paper_with_key

            self._pane.set_papers([paper_with_key(key) for key in self._keys])

    def _made(self) -> None:
        act, self._then = self._then, None
        if act:
            act()
