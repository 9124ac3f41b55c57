"""The papers of a round beside its board, for one unit or for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.panes import Panes
from desktop_app.ui.records.paper_deeds import PaperDeeds
from desktop_app.ui.records.tab_preview import PaperWish, TabPreview

if TYPE_CHECKING:
    from desktop_app.ui.scores.ranking.standings_table import StandingsTable

PAPERS = ("ranking-table", "score-details", "score-sheet", "score-explanation", "review-minutes")
_OF_ONE_UNIT = ("score-sheet", "score-explanation")
"""Papers that are shown of the chosen unit; all of them are printed as a batch."""


class RankingPapers(PaperDeeds):
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
        if self.scored is None:
            return None
        of_one = self.papers_shown.key() in _OF_ONE_UNIT
        return PaperWish(self.scored, False, self.table.chosen_unit() if of_one else None)

    def show_paper(self) -> None:
        self.papers_shown.show()
