"""The preview: the paper of a record as it will be printed, and the ways out of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.ui import icons, messages
from desktop_app.ui.background import Job, Report, run_in_background
from desktop_app.ui.preview import saving
from desktop_app.ui.preview.made_paper import MadePaper, make_paper
from desktop_app.ui.preview.page_view import PageView
from desktop_app.ui.records.flow_bar import FlowBar
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.lists.chip import ChipLabel
from desktop_app.ui.tokens import Tone

if TYPE_CHECKING:
    from desktop_app.papers.paper import Paper

_log = logging.getLogger(__name__)
_EMPTY = "Chọn một bản ghi để xem trước văn bản của nó."
_BROKEN = "Chưa dựng được văn bản này từ bản ghi. Chi tiết nằm trong nhật ký của chương trình."


class PreviewPane(QWidget):
    """Shows a paper and holds the very bytes that are printed and saved.

    The pane is given a record by `show_record` and makes the paper in the background;
    when several papers are offered, `paper_chosen` says that another one is wanted.
    """

    paper_chosen = Signal(str)
    made = Signal()
    """A paper has been made and is shown."""
    by_template = Signal()
    """The paper is wanted in a Word template of the office's own."""
    status = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers: tuple[Paper, ...] = ()
        self._made: MadePaper | None = None
        self._job: Job | None = None
        self.goes_out: Callable[[str], bool] = lambda way: True
        """Asked before what is shown is printed («print») or saved; False: it goes another way."""
        self.setMinimumWidth(280)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_head())
        layout.addWidget(self._build_warnings())
        layout.addWidget(self._build_pages(), 1)
        self.clear()

    @property
    def pdf(self) -> bytes:
        """The bytes that are shown; empty while nothing is."""
        return self._made.pdf if self._made else b""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What would print badly."""
        return self._made.warnings if self._made else ()

    @property
    def is_ready(self) -> bool:
        """Whether what is shown is what was last asked for."""
        return self._made is not None and self._job is None

    def set_papers(self, papers: Sequence[Paper]) -> None:
        """The papers to choose from; the combo is there only when there are several."""
        self._papers = tuple(papers)
        self.chooser.clear()
        self.chooser.addItems([paper.name for paper in self._papers])
        self._chooser_row.setVisible(len(self._papers) > 1)

    def paper(self) -> Paper | None:
        """The paper now chosen."""
        place = self.chooser.currentIndex()
        return self._papers[place] if 0 <= place < len(self._papers) else None

    def choose_paper(self, key: str) -> None:
        """Choose a paper by its key."""
        for place, paper in enumerate(self._papers):
            if paper.key == key and place != self.chooser.currentIndex():
                self.chooser.setCurrentIndex(place)
                self.paper_chosen.emit(key)

    def show_record(
        self, record: Record | None, *, draft: bool = False, only: str | None = None
    ) -> None:
        """Make the chosen paper of this record and show it; `draft` marks unsaved edits."""
        paper = self.paper()
        if self._job:
            self._job.stop()
            self._job = None
        if record is None or paper is None:
            self.clear()
            return
        if self._made is None:
            self._notice.setText("Đang dựng văn bản…")
        self._draft.set_chip("Chưa lưu" if draft else "", Tone.AMBER)

        def work(report: Report) -> MadePaper:
            return make_paper(paper, record, only, report.check)

        self._job = run_in_background(work, self._show_made, self._show_failure)
        self._show_state()

    def clear(self, text: str = _EMPTY) -> None:
        """Show a sentence in place of pages."""
        self._made = None
        self.pages.show_pdf(b"")
        self._notice.setText(text)
        self._stack.setCurrentWidget(self._notice)
        self._draft.set_chip("", Tone.GREY)
        self._show_warnings(())
        self._show_state()

    def print_paper(self) -> None:
        """Print the bytes that are shown."""
        from desktop_app.ui.preview import print_dialog

        if self._made and self.goes_out("print"):
            print_dialog.print_pdf(
                self, self._made.pdf, self._made.title, self.save_pdf, self.open_outside
            )

    def save_pdf(self) -> None:
        """Save the bytes that are shown."""
        made = self._made if self.goes_out("save") else None
        path = saving.ask_path(self, made.title, ".pdf") if made else None
        if made and path and saving.write(self, path, made.pdf):
            self.status.emit(f"Đã lưu {path}")

    def save_word(self) -> None:
        """Save the same blocks as a Word file."""
        made = self._made if self.goes_out("save") else None
        path = saving.ask_path(self, made.title, ".docx") if made else None
        if not made or not path:
            return

        def work(_: Report) -> str:
            from desktop_app.printing import output

            output.save(made.document, path)
            return f"Đã lưu {path}"

        run_in_background(work, self._say, self._tell)

    def open_outside(self) -> None:
        """Show the bytes in the system's own PDF viewer."""
        if self._made and self.goes_out("save"):
            saving.open_outside(self, self._made.title, self._made.pdf)

    def _say(self, words: str) -> None:
        """A method of the pane: an answer for a pane that is gone is let go."""
        self.status.emit(words)

    def _tell(self, error: Exception) -> None:
        messages.tell(self, error)

    def _build_head(self) -> QWidget:
        self.chooser = CalmCombo()
        self.chooser.setAccessibleName("Chọn văn bản để xem trước")
        self.chooser.activated.connect(self._chosen)
        self._state = QLabel()
        self._state.setProperty("role", "muted")
        self._draft = ChipLabel()
        self._chooser_row = QWidget()
        upper = QHBoxLayout(self._chooser_row)
        upper.setContentsMargins(0, 0, 0, 2)
        upper.addWidget(self.chooser, 1)
        lower = FlowBar(self._state, least=None, margins=(0, 0, 0, 0))
        lower.add(self._draft)
        buttons = QWidget()
        in_row = QHBoxLayout(buttons)
        in_row.setContentsMargins(0, 0, 0, 0)
        in_row.setSpacing(0)
        for button in self._build_buttons():
            in_row.addWidget(button)
        lower.add(buttons)
        head = QWidget()
        head.setProperty("role", "base")
        layout = QVBoxLayout(head)
        layout.setContentsMargins(10, 4, 8, 4)
        layout.setSpacing(0)
        layout.addWidget(self._chooser_row)
        layout.addWidget(lower)
        self._chooser_row.hide()
        return head

    def _build_buttons(self) -> tuple[QToolButton, ...]:
        entries: tuple[tuple[str, str, str, Any], ...] = (
            ("zoom-out", "Thu nhỏ", "Ctrl+lăn chuột", lambda: self.pages.zoom_out()),
            ("zoom-in", "Phóng to", "Ctrl+lăn chuột", lambda: self.pages.zoom_in()),
            ("maximize", "Vừa chiều rộng", "", lambda: self.pages.fit_width()),
            ("printer", "In văn bản này", "Ctrl+P", self.print_paper),
            ("file-down", "Lưu PDF…", "", self.save_pdf),
            ("file-text", "Lưu tệp Word…", "", self.save_word),
            ("stamp", "Xuất theo mẫu của cơ quan…", "", self.by_template.emit),
            ("external-link", "Mở bằng trình xem PDF", "", self.open_outside),
        )
        made = []
        for name, text, keys, slot in entries:
            button = icons.icon_button(name, text, shortcut=keys)
            button.clicked.connect(lambda _=False, act=slot: act())
            made.append(button)
        self._zooms, self._ways_out, self._template = made[:3], made[3:], made[-2]
        self._template.hide()
        return tuple(made)

    def _build_warnings(self) -> QFrame:
        self._warnings = QFrame()
        self._warnings.setProperty("role", "warning")
        self._warning_sign = QLabel()
        self._warning_words = QLabel()
        self._warning_words.setWordWrap(True)
        layout = QHBoxLayout(self._warnings)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addWidget(self._warning_sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._warning_words, 1)
        return self._warnings

    def _build_pages(self) -> QStackedWidget:
        self.pages = PageView()
        self.pages.changed.connect(self._show_state)
        self._notice = QLabel()
        self._notice.setProperty("role", "muted")
        self._notice.setWordWrap(True)
        self._notice.setMargin(28)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "canvas")
        self._stack.addWidget(self._notice)
        self._stack.addWidget(self.pages)
        return self._stack

    def _chosen(self) -> None:
        paper = self.paper()
        if paper:
            self.paper_chosen.emit(paper.key)

    def _show_made(self, made: MadePaper) -> None:
        self._job = None
        self._made = made
        self._stack.setCurrentWidget(self.pages)
        self.pages.show_pdf(made.pdf)
        self._show_warnings(made.warnings)
        self._show_state()
        self.made.emit()

    def _show_failure(self, error: Exception) -> None:
        self._job = None
        known = isinstance(error, UserFacingError)
        if not known:
            _log.error("the preview failed", exc_info=error)
        self.clear(str(error) if known else _BROKEN)

    def _show_warnings(self, warnings: Sequence[str]) -> None:
        shown = [f"• {warning}" for warning in warnings[:3]]
        if len(warnings) > 3:
            shown.append(f"… và {len(warnings) - 3} điều nữa")
        self._warning_words.setText("\n".join(shown))
        self._warnings.setToolTip("\n".join(warnings))
        ratio = self.devicePixelRatioF()
        self._warning_sign.setPixmap(icons.pixmap("triangle-alert", "amber", 16, ratio))
        self._warnings.setVisible(bool(warnings))

    def _takes_template(self) -> bool:
        from desktop_app.papers.office_templates import sort_with_key

        paper = self.paper()
        return paper is not None and sort_with_key(paper.key) is not None

    def _show_state(self) -> None:
        there = self._made is not None
        for button in self._zooms:
            button.setEnabled(there)
        self._template.setVisible(self._takes_template())
        for button in self._ways_out:
            # the pages of what was shown before are never printed for what is asked for now
            button.setEnabled(self.is_ready)
        count, percent = self.pages.page_count, round(self.pages.zoom * 100)
        page = f"Trang {self.pages.page}/{count} · {percent} %"
        self._state.setText(page if there else "Xem trước")
        self._state.setToolTip(page if there else "")
