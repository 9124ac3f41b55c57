"""The papers of a round beside its board: chosen, printed, saved, for one unit or for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.panes import Panes
from desktop_app.ui.records.tab_preview import PaperWish, TabPreview
from desktop_app.ui.view import View

if TYPE_CHECKING:
    from desktop_app.ui.scores.standings_table import StandingsTable

PAPERS = ("ranking-table", "score-details", "score-sheet", "score-explanation", "review-minutes")
_OF_ONE_UNIT = ("score-sheet", "score-explanation")
"""Papers that are shown of the chosen unit; all of them are printed as a batch."""


class RankingPapers(View):
    """The half of the view that knows its papers."""

    table: StandingsTable

    def __init__(self) -> None:
        super().__init__()
        self.preview = PreviewPane()
        self.preview.status.connect(self.status)

    def set_board(self, board: QWidget) -> None:
        """The board at the left, the preview at the right."""
        self.panes = Panes("ranking", board, None, self.preview)
        self.papers_shown = TabPreview(self.preview, self.panes, PAPERS, self.paper_wish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    @property
    def scored(self) -> ScoreRound | None:
        """The round that is shown."""
        raise NotImplementedError

    @property
    def can_print(self) -> bool:
        return self.scored is not None

    def paper_wish(self) -> PaperWish | None:
        """What the preview is to show now, or nothing."""
        if self.scored is None:
            return None
        of_one = self.papers_shown.key() in _OF_ONE_UNIT
        return PaperWish(self.scored, False, self.table.chosen_unit() if of_one else None)

    def show_paper(self) -> None:
        self.papers_shown.show()

    def toggle_preview(self) -> None:
        """Open or close the preview (F8)."""
        self.panes.toggle_preview()

    def print_paper(self) -> None:
        """Print the paper that is shown."""
        self.papers_shown.when_ready(self.preview.print_paper)

    def save_pdf(self) -> None:
        """Save that paper as PDF."""
        self.papers_shown.when_ready(self.preview.save_pdf)

    def save_word(self) -> None:
        """Save that paper as Word."""
        self.papers_shown.when_ready(self.preview.save_word)

    def print_batch(self) -> None:
        """Choose units, or sections, and print or save them together."""
        from desktop_app.papers import paper_with_key
        from desktop_app.ui.preview.batch_dialog import BatchDialog

        if self.scored is None:
            return
        paper = paper_with_key(self.papers_shown.key())
        if paper.parts(self.scored):
            BatchDialog(paper, self.scored, self).exec()
        else:
            self.print_paper()
