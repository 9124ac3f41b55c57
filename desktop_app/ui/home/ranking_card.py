"""The card of places on the overview: bars of the round in hand, and the way to all of it."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.domain.scores.score_round import ScoreRound, in_hand
from desktop_app.domain.years.period import Period
from desktop_app.storage import DataFile
from desktop_app.ui import icons
from desktop_app.ui.home.cards import Card
from desktop_app.ui.records.bar_chart import BarChartView
from desktop_app.ui.records.forms.plain_label import plain_label

_FINAL, _PROVISIONAL = "Bảng điểm", "Bảng điểm tạm tính"


class RankingCard(Card):
    """Hidden while nobody has scores; the same figures as in «Xếp hạng»."""

    chosen = Signal(object)
    """The round is to be shown in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._source: tuple[DataFile, Period] | None = None
        self._shown: ScoreRound | None = None
        self.title = QLabel()
        self.title.setProperty("role", "h2")
        self.state = plain_label("", "muted")
        self.button = QPushButton("Xếp hạng")
        icons.wear(self.button, "list-ordered")
        self.button.setToolTip("Mở «Giao ước thi đua», mục «Xếp hạng»")
        self.button.clicked.connect(lambda: self.chosen.emit(self._shown))
        self.chart = BarChartView("Chưa có điểm để vẽ biểu đồ.")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.button)
        self.body.addLayout(head)
        self.body.addWidget(self.state)
        self.body.addWidget(self.chart)
        self.body.addStretch(1)
        self.hide()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._load)

    def show_later(self, file: DataFile | None, period: Period | None) -> None:
        """The places of a period, computed once the rest of the window has been painted."""
        self._source = (file, period) if file and period else None
        self._later.start()

    def _load(self) -> None:
        rounds = self._source[0].score_rounds_of(self._source[1]) if self._source else ()
        self._shown = in_hand(rounds)
        has_scores = self._shown is not None and self._shown.has_scores
        if self._shown and has_scores:
            self._show(self._shown)
        self.setVisible(has_scores)

    def _show(self, scored: ScoreRound) -> None:
        from desktop_app.papers.scores.ranking_chart import ranking_chart

        kind = _FINAL if scored.is_final else _PROVISIONAL
        self.title.setText(f"{kind}, {scored.in_a_sentence}")
        self.state.setText(scored.standing_sentence)
        self.state.setVisible(not scored.is_final)
        chart = ranking_chart(scored)
        own = tuple(bar for bar in chart.bars if not bar.is_pale)
        self.chart.show_chart(dataclasses.replace(chart, bars=own))
