"""What the secretariat keeps for a period: plan, register of documents, duties, handover."""

from __future__ import annotations

from desktop_app.domain.years.document import OfficialDocument
from desktop_app.domain.years.duties import DirectDuties
from desktop_app.domain.years.handover import Handover, signed_problems
from desktop_app.domain.years.plan import YearPlan
from desktop_app.domain.years.year_report import YearReport
from desktop_app.storage.numbered_store import NumberedStore
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.years import (
    DirectDutiesRow,
    DocumentRow,
    DutyEntryRow,
    HandoverItemRow,
    HandoverRow,
    PlanStepRow,
    YearPlanRow,
    YearReportRow,
)


class YearPlanStore(RecordStore[YearPlan]):
    record = YearPlan
    table = YearPlanRow
    parts = {"steps": PlanStepRow}
    once_per = ("period",)


class DocumentStore(NumberedStore[OfficialDocument]):
    record = OfficialDocument
    table = DocumentRow


class YearReportStore(NumberedStore[YearReport]):
    record = YearReport
    table = YearReportRow

    def file_problems(self, record: YearReport) -> dict[str, str]:
        """One report a round in a period."""
        found = super().file_problems(record)
        others = (r for r in self.of_period(record.period) if r.id != record.id)
        if any(other.round is record.round for other in others):
            found["round"] = f"Kỳ này đã có báo cáo «{record.round}»."
        return found


class DirectDutiesStore(RecordStore[DirectDuties]):
    record = DirectDuties
    table = DirectDutiesRow
    parts = {"entries": DutyEntryRow}
    once_per = ("period", "unit")


class HandoverStore(RecordStore[Handover]):
    record = Handover
    table = HandoverRow
    parts = {"items": HandoverItemRow}
    once_per = ("period",)

    def file_problems(self, record: Handover) -> dict[str, str]:
        """Signed minutes of handover are only looked at."""
        signed = signed_problems(self.find(record.id), record)
        return super().file_problems(record) | signed
