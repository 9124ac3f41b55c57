"""What decides between equal scores and stands on no sheet: votes, and the standing body's word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.record import Record, part_problems
from desktop_app.domain.scores.sheet import Round
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


@dataclass(frozen=True, kw_only=True)
class TieEntry(Record):
    """What was decided about one of the equal units."""

    unit: Unit | None = None
    votes: int | None = None
    """Votes of the conference for it."""
    place: int | None = None
    """Where the standing body puts it among the equal ones: 1 stands first."""

    def problems(self) -> dict[str, str]:
        found = {} if self.unit else {"unit": "Cần chọn đơn vị."}
        if self.votes is not None and self.votes < 0:
            found["votes"] = "Số phiếu không được âm."
        if self.place is not None and self.place < 1:
            found["place"] = "Thứ tự bắt đầu từ 1."
        return found


@dataclass(frozen=True, kw_only=True)
class TieDecision(Record):
    """The decisions between equal units of one round."""

    period: Period
    round: Round = Round.YEAR
    entries: tuple[TieEntry, ...] = ()
    basis: str = ""
    """The minutes or the decision they stand in."""

    @property
    def title(self) -> str:
        return f"Quyết định khi bằng điểm {self.period.in_a_sentence}"

    @property
    def votes(self) -> Mapping[str, int]:
        """Unit id → votes, of those that have any written down."""
        return {e.unit.id: e.votes for e in self.entries if e.unit and e.votes is not None}

    @property
    def order(self) -> tuple[str, ...]:
        """Unit ids as the standing body put them."""
        placed = [(e.place, e.unit.id) for e in self.entries if e.unit and e.place is not None]
        return tuple(unit for _, unit in sorted(placed))

    def problems(self) -> dict[str, str]:
        found = part_problems(self, "entries")
        seen: set[str] = set()
        for row, entry in enumerate(self.entries):
            if entry.unit and entry.unit.id in seen:
                words = f"{entry.unit.short_name} được ghi hai lần."
                found[f"entries.{row}.unit"] = f"Dòng {row + 1}: {words}"
            seen.add(entry.unit.id if entry.unit else "")
        return found | self._place_problems()

    def _place_problems(self) -> dict[str, str]:
        """Units are numbered through, whichever of them are equal: no place stands twice."""
        found: dict[str, str] = {}
        taken: set[int] = set()
        for row, entry in enumerate(self.entries):
            if entry.place is not None and entry.place in taken:
                words = f"Thứ tự {entry.place} đã dùng; hãy đánh số liên tục."
                found[f"entries.{row}.place"] = f"Dòng {row + 1}: {words}"
            taken.add(entry.place or 0)
        return found
