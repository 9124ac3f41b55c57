"""Compacts, and what belongs to one: rounds of comments, annexes, the mirror of results."""

from __future__ import annotations

from desktop_app.domain.compacts.annex import CompactAnnex
from desktop_app.domain.compacts.annex import change_problems as annex_changes
from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.compacts.compact import change_problems as compact_changes
from desktop_app.domain.compacts.consultation import Consultation
from desktop_app.domain.compacts.mirror import Mirror
from desktop_app.storage.numbered_store import NumberedStore
from desktop_app.storage.plain import to_plain
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.compacts import (
    AnnexSignatureRow,
    CommentRow,
    CompactAnnexRow,
    CompactItemRow,
    CompactRow,
    ConsultationRow,
    MirrorEntryRow,
    MirrorRow,
    SignatureRow,
    UnitTargetRow,
)


class CompactStore(RecordStore[Compact]):
    record = Compact
    table = CompactRow
    parts = {"items": CompactItemRow, "targets": UnitTargetRow, "signatures": SignatureRow}

    def file_problems(self, record: Compact) -> dict[str, str]:
        """A period has one signed compact; its other versions stay drafts."""
        found = compact_changes(self.find(record.id), record)
        if found or not record.is_frozen:
            return found
        signed = [c for c in self.of_period(record.period) if c.is_frozen and c.id != record.id]
        if not signed:
            return {}
        return {
            "state": f"{record.period.title} đã có giao ước đã ký: phiên bản {signed[0].version}."
        }


class ConsultationStore(NumberedStore[Consultation]):
    record = Consultation
    table = ConsultationRow
    parts = {"comments": CommentRow}

    def file_problems(self, record: Consultation) -> dict[str, str]:
        """Comments on a signed version are closed; what was said before stays as it is."""
        before = self.find(record.id)
        said = to_plain(before)["comments"] if before else []
        if record.compact.is_frozen and to_plain(record)["comments"] != said:
            return {"comments": "Phiên bản này đã ký: không ghi thêm hay sửa góp ý."}
        return super().file_problems(record)


class AnnexStore(RecordStore[CompactAnnex]):
    record = CompactAnnex
    table = CompactAnnexRow
    parts = {"signatures": AnnexSignatureRow}

    def file_problems(self, record: CompactAnnex) -> dict[str, str]:
        """Annexes of one compact are counted: no place is given twice."""
        same = [a for a in self.of_period(record.period) if a.compact.id == record.compact.id]
        if any(a.id != record.id and a.ordinal == record.ordinal for a in same):
            return {"ordinal": f"Đã có phụ lục số {record.ordinal:02d}."}
        return annex_changes(self.find(record.id), record)


class MirrorStore(RecordStore[Mirror]):
    record = Mirror
    table = MirrorRow
    parts = {"entries": MirrorEntryRow}
    once_per = ("compact",)
