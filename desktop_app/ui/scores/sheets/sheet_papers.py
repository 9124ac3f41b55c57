"""The papers of one unit's sheet in a window of its own: look, print, save."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.units.unit import Unit
from desktop_app.papers import paper_with_key
from desktop_app.ui.preview.preview_pane import PreviewPane

PAPERS = ("score-sheet", "score-explanation")


class SheetPapers(QDialog):
    """The sheet with all its scores, and the explanation of each; of this unit alone."""

    def __init__(self, scored: ScoreRound, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Phiếu chấm điểm {scored.in_a_sentence}: {unit.short_name}")
        self.preview = PreviewPane()
        self.preview.set_papers([paper_with_key(key) for key in PAPERS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview)
        self.resize(960, 640)
        self._scored, self._unit = scored, unit
        self.preview.paper_chosen.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.preview.show_record(self._scored, only=self._unit.id)
