"""«Quyết định khi bằng điểm»: votes of the conference, the order of the standing body."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.scores.tie_decision import TieDecision, TieEntry
from desktop_app.storage import DataFile
from desktop_app.ui.records.forms.fields import TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.form_dialog import FormDialog
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable

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


class TieDialog(FormDialog):
    """Accepted when the decisions were saved."""

    def __init__(self, file: DataFile, scored: ScoreRound, parent: QWidget | None = None) -> None:
        super().__init__(f"{TITLE}, {scored.in_a_sentence}", TieForm(), parent)
        self._file = file
        self.form.show_record(with_tied_units(scored))
        self.resize(560, 460)

    def keep(self, record: TieDecision) -> None:
        self._file.tie_decisions.save(record)


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
