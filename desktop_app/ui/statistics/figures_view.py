"""The view of statistics: what is asked, the table, its bars, the records behind a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.statistics.answers import behind
from desktop_app.domain.statistics.figures import Figures
from desktop_app.domain.statistics.question import Question, Subject, in_order
from desktop_app.ui import icons, messages
from desktop_app.ui.asking import asked
from desktop_app.ui.background import run_in_background
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.records.panes import Panes
from desktop_app.ui.records.paper_deeds import PaperDeeds
from desktop_app.ui.records.tab_preview import PaperWish, TabPreview
from desktop_app.ui.statistics.chart_card import ChartCard
from desktop_app.ui.statistics.figures_table import FiguresTable
from desktop_app.ui.statistics.gathering import Gathering
from desktop_app.ui.statistics.question_bar import QuestionBar, Sources
from desktop_app.ui.statistics.records_dialog import RecordsDialog
from desktop_app.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.years.period import Period
    from desktop_app.storage import DataFile

STATISTICS = "statistics"
"""The key of the paper that shows the table."""


class FiguresView(PaperDeeds):
    """Read only; a subclass names its subjects and papers."""

    subjects: ClassVar[tuple[Subject, ...]] = ()
    papers: ClassVar[tuple[str, ...]] = (STATISTICS,)
    key: ClassVar[str] = STATISTICS
    help_page = "thong-ke"

    def __init__(self) -> None:
        super().__init__()
        self._stale = True
        self._question: Question | None = None
        self.figures: Figures | None = None
        self.bar = QuestionBar(self.subjects)
        self.problem, self.state = plain_label("", "problem"), plain_label("", "muted")
        self.table = FiguresTable()
        self.behind_button = QPushButton("Bản ghi của ô này…")
        self.export_button = QPushButton("Xuất Excel…")
        self.chart = ChartCard()
        self.gathering = Gathering(self)
        self.preview = PreviewPane()
        self._build()
        self._connect()

    def set_period(self, period: Period | None) -> None:
        super().set_period(period)
        if period is None:
            self.gathering.stop()

    def refresh(self) -> None:
        self._stale = True
        if self.isVisible():
            self._load()

    @property
    def can_print(self) -> bool:
        return self.figures is not None

    def paper_wish(self) -> PaperWish | None:
        return PaperWish(self.figures) if self.figures is not None else None

    def open_behind(self) -> None:
        """The records behind the cell in hand, or the record of the line in hand."""
        cell = self.table.cell()
        if self.file is None or self.figures is None or self._question is None or cell is None:
            return
        line = self.figures.line(cell[0])
        if self.figures.is_list:
            self._open(line.opens if line else None)
            return
        head = self.figures.heads[self.figures.place_of(cell[1])]
        words = f"{line.name if line else ''} – {head.words}"
        dialog = RecordsDialog(self.file, behind(self._question, *cell), words, self)
        if asked(dialog):
            self._open(dialog.chosen)
        dialog.gathering.stop()

    def export(self) -> None:
        """The table as a workbook."""
        from desktop_app.exchange.figures_book import write_figures
        from desktop_app.ui.preview import saving

        figures = self.figures
        path = saving.ask_path(self, figures.title, ".xlsx") if figures else None
        if figures is None or path is None:
            return

        def written(data: object) -> None:
            assert isinstance(data, bytes)
            if saving.write(self, path, data):
                self.status.emit(f"Đã xuất thống kê ra «{path}»")

        run_in_background(
            lambda _: write_figures(figures), written, lambda error: messages.tell(self, error)
        )

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        margin = theme.metrics.margin
        inside.setContentsMargins(margin, margin, margin, margin)
        inside.setSpacing(theme.metrics.gap)
        for part in (self.bar, self.problem, self.state, self.table):
            inside.addWidget(part)
        inside.addLayout(self._buttons())
        inside.addWidget(self.chart)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        self.panes = Panes(self.key, scroll, None, self.preview)
        self.papers_shown = TabPreview(self.preview, self.panes, self.papers, self.paper_wish)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panes)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        icons.wear(self.behind_button, "list")
        icons.wear(self.export_button, "table")
        self.behind_button.setToolTip("Cũng mở được bằng bấm đúp hoặc phím Enter ở một ô")
        row.addWidget(self.behind_button)
        row.addWidget(self.export_button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.preview.status.connect(self.status)
        self.bar.asked.connect(self._ask)
        self.gathering.done.connect(self._show)
        self.gathering.progressed.connect(
            lambda done, total: self.state.setText(f"Đang cộng số liệu: {done}/{total} năm…")
        )
        self.table.opened.connect(lambda *_: self.open_behind())
        self.table.pointed.connect(self._point)
        self.behind_button.clicked.connect(self.open_behind)
        self.export_button.clicked.connect(self.export)
        self.chart.drawn.connect(self._redraw)

    # --- showing --------------------------------------------------------------------------

    def _load(self) -> None:
        self._stale = False
        if self.file is None or self.period is None:
            self._show(None)
            self.state.setText(_NO_PERIOD)
            return
        self.bar.show_sources(_sources(self.file, self.period))
        self._ask()

    def _ask(self) -> None:
        """Count anew what is asked; while something is wrong nothing is shown as an answer."""
        words = self.bar.problem()
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        question = self.bar.question()
        self._question = question
        if self.file is None or question is None:
            self.gathering.stop()
            self._show(None)
            return
        self.gathering.start(self.file, question)

    def _show(self, figures: Figures | None) -> None:
        self.figures = figures
        has_lines = figures is not None and bool(figures.lines) and bool(figures.heads)
        self.table.setVisible(has_lines)
        self.table.show_figures(figures if has_lines else None)
        self.chart.show_figures(figures)
        self.export_button.setEnabled(has_lines)
        self.behind_button.setVisible(has_lines)
        self.state.setText("\n".join(_told(figures)))
        self.state_changed.emit()
        self.papers_shown.show()

    def _redraw(self, figures: Figures) -> None:
        """The same table with other bars: the paper follows."""
        self.figures = figures
        self.papers_shown.show_later()

    def _point(self) -> None:
        is_list = self.figures is not None and self.figures.is_list
        self.behind_button.setText("Mở quyết định" if is_list else "Bản ghi của ô này…")
        self.behind_button.setEnabled(self.table.cell() is not None)

    def _open(self, opens: tuple[str, str] | None) -> None:
        """Show a record where it is kept."""
        if self.file is not None and opens is not None:
            kind, record = opens
            self.open_record.emit(self.file.store_named(kind).get(record))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()


_NO_PERIOD = (
    "Chưa có kỳ thi đua nào nên chưa có gì để thống kê. "
    "Mở kỳ đầu tiên ở «Đơn vị», «Kỳ thi đua & thành viên»."
)


def _told(figures: Figures | None) -> tuple[str, ...]:
    if figures is None:
        return ()
    empty = () if figures.has_figures else (figures.empty,)
    return (*empty, *figures.notes)


def _sources(file: DataFile, period: Period) -> Sources:
    """The years of the cluster, all units that were ever in it, the awards of the catalogue."""
    years = in_order(each for each in file.periods.all() if each.cluster.id == period.cluster.id)
    asked = Question(Subject.AWARDS, period, years)
    catalogue = {(award.code, award.name): award for award in file.awards.all()}
    awards = sorted(catalogue.values(), key=lambda award: award.place_in_list)
    return Sources(period, years, asked.units, tuple(awards))
