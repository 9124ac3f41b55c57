"""The annex (phụ lục) by which a signed compact is changed: its own text and signatures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.compacts.compact import (
    Compact,
    Signature,
    missing_signatures,
    stranger_signatures,
)
from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.reopening import reopenings
from desktop_app.domain.rich_text import NO_TEXT, RichText
from desktop_app.domain.years.period import Period


class AnnexState(Choice):
    """A signed annex is frozen like its compact."""

    DRAFT = "du_thao", "Dự thảo"
    SIGNED = "da_ky", "Đã ký"


@dataclass(frozen=True, kw_only=True)
class CompactAnnex(Record):
    """One change of a signed compact."""

    period: Period
    compact: Compact
    ordinal: int = 1
    """Its place among the annexes of the compact: «Phụ lục số 01»."""
    name: str = ""
    grounds: tuple[str, ...] = ()
    body: RichText = NO_TEXT
    state: AnnexState = AnnexState.DRAFT
    signed_on: dt.date | None = None
    place: str = ""
    signatures: tuple[Signature, ...] = ()
    note: str = ""
    """Remarks; reasons for opening a signed annex again stand here."""

    @property
    def title(self) -> str:
        return f"Phụ lục số {self.ordinal:02d}: {self.name}"

    @property
    def is_signed(self) -> bool:
        return self.state is AnnexState.SIGNED

    @property
    def signed_count(self) -> int:
        return sum(signature.is_signed for signature in self.signatures)

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên phụ lục.") | part_problems(self, "signatures")
        found |= stranger_signatures(self.period, self.signatures)
        if not self.compact.is_frozen:
            found["compact"] = "Chỉ giao ước đã ký mới có phụ lục; bản dự thảo thì sửa trực tiếp."
        first = self.compact.signed_on
        if self.signed_on and first and self.signed_on < first:
            found["signed_on"] = "Phụ lục không thể ký trước giao ước."
        if self.is_signed:
            found |= self._signing_problems()
        return found

    def _signing_problems(self) -> dict[str, str]:
        if not self.body:
            return {"body": "Phụ lục đã ký phải có nội dung."}
        if self.signed_on is None:
            return {"signed_on": "Phụ lục đã ký phải có ngày ký."}
        missing = missing_signatures(self.period, self.signed_on, self.signatures)
        return {"signatures": missing} if missing else {}


def change_problems(before: CompactAnnex | None, after: CompactAnnex) -> dict[str, str]:
    """A signed annex stays as it is until it is opened again with a reason."""
    if before is None or not before.is_signed:
        return {}
    if not after.is_signed:
        told = reopenings(after.note) > reopenings(before.note)
        return {} if told else {"state": "Phụ lục đã ký chỉ được mở lại khi có lý do."}
    same = after.replace(note=before.note) == before
    return {} if same else {"body": "Phụ lục đã ký: muốn sửa phải mở lại và ghi lý do."}
