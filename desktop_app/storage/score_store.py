"""Criteria sets, score sheets and inspections in the data file."""

from __future__ import annotations

from desktop_app.domain.scores.criteria import CriteriaSet, lock_problems
from desktop_app.domain.scores.inspection import Inspection
from desktop_app.domain.scores.sheet import ScoreSheet, neighbour_problems
from desktop_app.domain.scores.tie_decision import TieDecision
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.scores import (
    CriteriaSetRow,
    CriterionRow,
    FindingRow,
    InspectionRow,
    ScoreLineRow,
    ScoreSheetRow,
    SheetStepRow,
    TargetRow,
    TeamMemberRow,
    TieDecisionRow,
    TieEntryRow,
)


class CriteriaStore(RecordStore[CriteriaSet]):
    record = CriteriaSet
    table = CriteriaSetRow
    parts = {"criteria": CriterionRow, "targets": TargetRow}

    def file_problems(self, record: CriteriaSet) -> dict[str, str]:
        """A set on which scores rest keeps what they rest on."""
        before = self.find(record.id)
        return lock_problems(before, record)


class SheetStore(RecordStore[ScoreSheet]):
    record = ScoreSheet
    table = ScoreSheetRow
    parts = {"lines": ScoreLineRow, "steps": SheetStepRow}

    def file_problems(self, record: ScoreSheet) -> dict[str, str]:
        """A unit has one sheet of each round."""
        return neighbour_problems(record, self.of_period(record.period))

    def put(self, record: ScoreSheet) -> None:
        """Writes the sheet; the first one handed in locks its criteria. Raises InvalidRecord."""
        with self._file.transaction():
            super().put(record)
            criteria = self._file.criteria.get(record.criteria.id)
            if record.is_submitted and not criteria.is_locked:
                self._file.criteria.put(criteria.locked())


class InspectionStore(RecordStore[Inspection]):
    record = Inspection
    table = InspectionRow
    parts = {"members": TeamMemberRow, "findings": FindingRow}


class TieDecisionStore(RecordStore[TieDecision]):
    record = TieDecision
    table = TieDecisionRow
    parts = {"entries": TieEntryRow}
