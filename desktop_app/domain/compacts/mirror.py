"""The mirror of a compact: each commitment beside its result at six months and at year end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.compacts.annex import CompactAnnex
from desktop_app.domain.compacts.compact import Compact, Direction
from desktop_app.domain.record import Choice, Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
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
    """Printed under the heading; the annexes that changed the compact are told here."""

    @property
    def title(self) -> str:
        return f"Đối chiếu giao ước {self.period.in_a_sentence}"

    def problems(self) -> dict[str, str]:
        if not self.compact.is_frozen:
            return {"compact": "Chỉ đối chiếu giao ước đã ký."}
        return {}

    def computed(self, entry: MirrorEntry) -> Verdict:
        """What the number says; «Chưa đánh giá» where there is no number or no result."""
        item = next((item for item in self.compact.items if item.id == entry.item), None)
        if item is None:
            return Verdict.OPEN
        target = self.compact.target_of(item, entry.unit) if entry.unit else item.value
        return compared(item.direction, target, entry.end_value)

    def verdict_of(self, entry: MirrorEntry) -> Verdict:
        """A person's word first, else what the number says."""
        return entry.verdict if entry.verdict is not Verdict.OPEN else self.computed(entry)

    def contradicts(self, entry: MirrorEntry) -> bool:
        """Whether a person judged otherwise than the number does, be it «Vượt» for «Đạt»."""
        said, told = entry.verdict, self.computed(entry)
        return Verdict.OPEN not in (said, told) and said is not told

    def counts(self) -> Counter[Verdict]:
        """How many results stand at each verdict; of commitments that are gone none counts."""
        items = {item.id for item in self.compact.items}
        return Counter(self.verdict_of(entry) for entry in self.entries if entry.item in items)


def compared(direction: Direction, target: Decimal | None, result: Decimal | None) -> Verdict:
    """A result beside its target; of «giảm %» and «tăng %» the result is the % achieved."""
    if target is None or result is None or direction is Direction.NONE:
        return Verdict.OPEN
    if result == target:
        return Verdict.KEPT
    if direction is Direction.EQUAL:
        return Verdict.NOT_KEPT
    if direction is Direction.AT_MOST:
        return Verdict.EXCEEDED if result < target else Verdict.NOT_KEPT
    return Verdict.EXCEEDED if result > target else Verdict.NOT_KEPT


def untold(mirror: Mirror, annexes: Iterable[CompactAnnex]) -> tuple[CompactAnnex, ...]:
    """The signed annexes of the compact that the mirror's note does not name yet."""
    own = (a for a in annexes if a.is_signed and a.compact.id == mirror.compact.id)
    return tuple(annex for annex in own if _called(annex) not in mirror.note)


def with_annexes(mirror: Mirror, annexes: Iterable[CompactAnnex]) -> Mirror:
    """The note with one more line for each annex it does not name; what stands there stays."""
    lines = [
        f"Giao ước được sửa đổi, bổ sung theo {_called(annex)}: {annex.name}, "
        f"ký ngày {short_date(annex.signed_on)}."
        for annex in untold(mirror, annexes)
    ]
    return mirror.replace(note="\n".join(part for part in (mirror.note, *lines) if part))


def _called(annex: CompactAnnex) -> str:
    return f"Phụ lục số {annex.ordinal:02d}"


def drawn_up(mirror: Mirror) -> Mirror:
    """The mirror with a row for every commitment, and one a unit where there is a number.

    Rows that are there stay as they are; they come in the order of the compact.
    """
    known = {(entry.item, entry.unit.id if entry.unit else ""): entry for entry in mirror.entries}
    members = mirror.period.members_on(mirror.compact.signed_on)
    entries: list[MirrorEntry] = []
    for item in mirror.compact.items:
        units: list[Unit | None] = [None]
        if item in mirror.compact.numbered_items:
            units = [
                member.unit
                for member in members
                if mirror.compact.target_of(item, member.unit) is not None
            ] or [None]
        for unit in units:
            key = (item.id, unit.id if unit else "")
            fresh = MirrorEntry(item=item.id, unit=unit)
            entries.append(known.pop(key) if key in known else fresh)
    return mirror.replace(entries=(*entries, *known.values()))
