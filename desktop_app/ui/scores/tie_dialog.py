"""«Quyết định khi bằng điểm»: votes of the conference, the order of the standing body."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import InvalidRecord, UserFacingError
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.scores.tie_decision import TieDecision, TieEntry
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.records.fields import TextField
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.parts_table import PartColumn, PartsTable

TITLE = "Quyết định khi bằng điểm"


class TieForm(RecordForm):
    """A row for each unit whose place a tie touches."""

    def build(self) -> None:
        columns = (
            PartColumn("unit", "Đơn vị", width=240, stretch=True, show=_name),
            PartColumn("votes", "Số phiếu", "number", width=90),
            PartColumn("place", "Thứ tự", "number", width=90, minimum=1),
        )
        page = self.add_page("Quyết định")
        self.entries = PartsTable("Các đơn vị bằng điểm", columns, rows=6, ordered=False)
        page.row(entries=self.entries)
        page.row(basis=TextField("Căn cứ", rows=2, tip="Biên bản hoặc văn bản ghi quyết định."))

    def title_of(self, record: TieDecision) -> str:
        return TITLE


class TieDialog(QDialog):
    """Accepted when the decisions were saved."""

    def __init__(self, file: DataFile, scored: ScoreRound, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.setWindowTitle(f"{TITLE}, {scored.in_a_sentence}")
        self.form = TieForm()
        self.form.show_record(with_tied_units(scored))
        buttons = QDialogButtonBox()
        save = QPushButton("Lưu")
        save.setProperty("role", "primary")
        save.setDefault(True)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form, 1)
        layout.addWidget(buttons)
        self.resize(560, 460)

    def save(self) -> None:
        """Keep what was decided; what is wrong stands beside its cell."""
        self.form.finish()
        if self.form.problems():
            self.form.show_all_problems()
            return
        try:
            self._file.tie_decisions.save(self.form.record())
        except InvalidRecord as error:
            self.form.show_problems(error.problems)
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.accept()


def with_tied_units(scored: ScoreRound) -> TieDecision:
    """What is decided, with a row more for every unit of a tie that has none yet."""
    decision = scored.decision or TieDecision(period=scored.period, round=scored.round)
    known = {entry.unit.id for entry in decision.entries if entry.unit}
    units = {sheet.unit.id: sheet.unit for sheet in scored.sheets}
    new = tuple(
        TieEntry(unit=units[standing.unit.id])
        for standing in scored.standings
        if standing.tie_notes and standing.unit.id not in known
    )
    return decision.replace(entries=(*decision.entries, *new))


def _name(entry: TieEntry) -> str:
    return entry.unit.name if entry.unit else ""
