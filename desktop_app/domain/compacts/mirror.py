"""The mirror of a compact: each commitment beside its result at six months and at year end."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.record import Choice, Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


class Verdict(Choice):
    """Whether a commitment was kept. A numeric target gives it by itself."""

    OPEN = "chua", "Chưa đánh giá"
    KEPT = "dat", "Đạt"
    EXCEEDED = "vuot", "Vượt"
    NOT_KEPT = "khong_dat", "Không đạt"


@dataclass(frozen=True, kw_only=True)
class MirrorEntry(Record):
    """The result of one commitment, of one unit or of the whole cluster."""

    item: str = ""
    """The id of the commitment in the compact."""
    unit: Unit | None = None
    mid_value: Decimal | None = None
    mid_result: str = ""
    end_value: Decimal | None = None
    end_result: str = ""
    verdict: Verdict = Verdict.OPEN
    """What a person judged where there is no number to compare."""
    evidence: str = ""


@dataclass(frozen=True, kw_only=True)
class Mirror(Record):
    """All results of one compact; evidence files are attached to it."""

    period: Period
    compact: Compact
    entries: tuple[MirrorEntry, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        return f"Đối chiếu giao ước {self.period.in_a_sentence}"
