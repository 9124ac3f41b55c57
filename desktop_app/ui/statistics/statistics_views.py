"""The two views of statistics: of all work on the overview, of commendations in their own tab."""

from __future__ import annotations

from desktop_app.domain.statistics.question import COUNTED, Subject
from desktop_app.ui.records.tab_preview import PaperWish
from desktop_app.ui.statistics.figures_view import STATISTICS, FiguresView

_OF_THE_YEAR = ("award-statistics", "award-forms")


class StatisticsView(FiguresView):
    """Commendations, scores, attendance, what came in time."""

    subjects = COUNTED


class AwardStatisticsView(FiguresView):
    """Commendations alone, with their history and the tables and forms of the year."""

    subjects = (Subject.AWARDS, Subject.AWARD_LIST)
    papers = (STATISTICS, *_OF_THE_YEAR)
    key = "award-figures"

    def paper_wish(self) -> PaperWish | None:
        """The papers of the year are about the period in hand, whatever is asked."""
        if self.papers_shown.key() not in _OF_THE_YEAR:
            return super().paper_wish()
        if self.file is None or self.period is None:
            return None
        return PaperWish(self.file.award_book_of(self.period))
