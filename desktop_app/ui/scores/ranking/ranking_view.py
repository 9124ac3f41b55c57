"""The view «Xếp hạng»: places of a round, why ties were broken, bars, and all papers of scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.score_round import ScoreRound, in_hand
from desktop_app.ui import icons, messages
from desktop_app.ui.asking import asked
from desktop_app.ui.records.bar_chart import BarChartView
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.scores.ranking.ranking_papers import RankingPapers
from desktop_app.ui.scores.ranking.standings_table import StandingsTable
from desktop_app.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.record import Record

_NO_SET = "Kỳ này chưa có bộ tiêu chí được thông qua. Lập và thông qua ở mục «Tiêu chí»."
_NOTHING_YET = "Đợt này chưa đơn vị nào có điểm nên chưa có thứ hạng. Điểm nhập từ phiếu tự chấm."
_NOBODY = "Kỳ này chưa có đơn vị thành viên. Thêm ở «Kỳ thi đua & thành viên»."


class RankingView(RankingPapers):
    """Read only but for the decisions between equal units."""

    help_page = "xep-hang"

    def __init__(self) -> None:
        super().__init__()
        self._stale = True
        self._rounds: tuple[ScoreRound, ...] = ()
        self.round_box, self.section_box = CalmCombo(), CalmCombo()
        self.ties_button = QPushButton("Khi bằng điểm…")
        self.rules_button = QPushButton("Quy tắc xếp hạng")
        self._state, self._notes, self._caption = plain_label(), plain_label(), plain_label()
        self.table = StandingsTable()
        self.chart = BarChartView("Chưa có điểm để vẽ biểu đồ.")
        self._build()

    @classmethod
    def shows(cls, record: Record) -> bool:
        return isinstance(record, ScoreRound)

    def select(self, record_id: str) -> bool:
        """Show a round by its id."""
        self._load()
        for place, each in enumerate(self._rounds):
            if each.id == record_id:
                self.round_box.setCurrentIndex(place)
                self._show_round()
                return True
        return False

    def refresh(self) -> None:
        self._stale = True
        if self.isVisible():
            self._load()

    @property
    def scored(self) -> ScoreRound | None:
        """The round that is shown."""
        place = self.round_box.currentIndex()
        return self._rounds[place] if 0 <= place < len(self._rounds) else None

    @property
    def section(self) -> Criterion | None:
        """The section ranked by; None for the total."""
        place = self.section_box.currentIndex() - 1
        roots = self.scored.criteria.tree.roots if self.scored else ()
        return roots[place] if 0 <= place < len(roots) else None

    def decide_ties(self) -> None:
        """Type in what the conference or the standing body decided between equal units."""
        from desktop_app.ui.scores.ranking.tie_dialog import TieDialog, with_tied_units

        if self.file is None or self.scored is None:
            return
        if not with_tied_units(self.scored).entries:
            messages.show_note(
                self, "Không có đơn vị nào bằng điểm.", "Thứ hạng do điểm quyết định."
            )
            return
        if asked(TieDialog(self.file, self.scored, self)):
            self.status.emit("Đã ghi quyết định khi bằng điểm; Ctrl+Z để hoàn tác")
            self._load()
            self.changed.emit()

    def open_rules(self) -> None:
        """The criteria set, whose pages hold the order of the tie rules."""
        if self.scored is not None:
            self.open_record.emit(self.scored.criteria)

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        sheet = QWidget()
        layout = QVBoxLayout(sheet)
        margin = theme.metrics.margin
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.metrics.gap)
        layout.addLayout(self._head())
        layout.addWidget(self._state)
        layout.addWidget(self.table)
        layout.addWidget(self._notes)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.addWidget(self._caption)
        inside.addWidget(self.chart)
        layout.addWidget(card)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        self.set_board(scroll)
        self.round_box.activated.connect(lambda _: self._show_round())
        self.section_box.activated.connect(lambda _: self._show_places())
        self.table.itemSelectionChanged.connect(self.show_paper)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, box in (("Đợt", self.round_box), ("Xếp theo", self.section_box)):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text)
            row.addWidget(label)
            row.addWidget(box)
        row.addStretch(1)
        icons.wear(self.ties_button, "vote")
        icons.wear(self.rules_button, "list-ordered")
        self.ties_button.setToolTip("Biểu quyết của hội nghị, quyết định của cơ quan thường trực")
        self.rules_button.setToolTip("Mở bộ tiêu chí: thứ tự các quy tắc khi bằng điểm")
        self.ties_button.clicked.connect(self.decide_ties)
        self.rules_button.clicked.connect(self.open_rules)
        row.addWidget(self.ties_button)
        row.addWidget(self.rules_button)
        return row

    # --- showing --------------------------------------------------------------------------

    def _load(self) -> None:
        self._stale = False
        shown = self.scored.round if self.scored else None
        there = self.file is not None and self.period is not None
        self._rounds = self.file.score_rounds_of(self.period) if there else ()  # type: ignore[union-attr, arg-type]
        self.round_box.clear()
        self.round_box.addItems([each.round.label for each in self._rounds])
        latest = in_hand(self._rounds)
        wanted = shown or (latest.round if latest else None)
        places = [place for place, each in enumerate(self._rounds) if each.round is wanted]
        self.round_box.setCurrentIndex(places[0] if places else -1)
        self._show_round()

    def _show_round(self) -> None:
        """Another round: the sections are those of its criteria."""
        chosen = self.section_box.currentText()
        self.section_box.clear()
        if self.scored is not None:
            roots = self.scored.criteria.tree.roots
            self.section_box.addItems(["Tổng điểm", *(f"Phần {root.code}" for root in roots)])
        self.section_box.setCurrentIndex(max(0, self.section_box.findText(chosen)))
        self._show_places()

    def _show_places(self) -> None:
        from desktop_app.papers.scores.ranking_chart import ranking_chart

        scored, section = self.scored, self.section
        has_places = scored is not None and scored.has_scores
        self._state.setText(_state(scored))
        notes = _notes(scored, section) if scored and has_places else ()
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(self._notes.text()))
        self.table.setVisible(has_places)
        with QSignalBlocker(self.table):  # the paper is made once, below
            self.table.show_standings(scored if has_places else None, section)
        chart = ranking_chart(scored, section) if scored and has_places else None
        self.chart.show_chart(chart)
        self._caption.setText(chart.caption if chart else "")
        self._caption.setVisible(chart is not None)
        closed = bool(self.refusal) or (self.period is not None and self.period.is_closed)
        for box in (self.round_box, self.section_box):
            box.setEnabled(scored is not None)
        self.ties_button.setEnabled(has_places and not closed)
        self.rules_button.setEnabled(scored is not None)
        self.state_changed.emit()
        self.show_paper()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()


def _state(scored: ScoreRound | None) -> str:
    if scored is None:
        return _NO_SET
    if not scored.sheets:
        return _NOBODY
    return scored.standing_sentence if scored.has_scores else _NOTHING_YET


def _notes(scored: ScoreRound, section: Criterion | None) -> tuple[str, ...]:
    """Ties with the rule that broke them, units that are knocked out, gaps; each once."""
    from desktop_app.papers.scores.ranking_table import bars, tie_notes
    from desktop_app.papers.scores.score_words import remarks

    standings = scored.standings_in(section)
    _, *others = remarks(scored)
    return tuple(f"• {line}" for line in (*tie_notes(standings), *bars(standings), *others))
