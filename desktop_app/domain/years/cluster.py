"""An emulation cluster (cụm thi đua): who it is, and how its papers look."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.unit import Unit


class ExceptionKind(Choice):
    """How a turn departs from the order."""

    SKIPS = "lui", "Lùi lượt"
    TAKES = "nhan", "Nhận ngoài thứ tự"


@dataclass(frozen=True, kw_only=True)
class RotationException(Record):
    """A turn of leading that does not follow the order, with the reason that was given."""

    unit: Unit
    kind: ExceptionKind = ExceptionKind.SKIPS
    turn: str = ""
    """The name of the period it is about, e.g. «2026»."""
    reason: str = ""
    day: dt.date | None = None

    def problems(self) -> dict[str, str]:
        return required(self, turn="Cần ghi kỳ thi đua.", reason="Cần ghi lý do.")


@dataclass(frozen=True, kw_only=True)
class Cluster(Record):
    """An emulation cluster, known by organising body, block and number together."""

    organising_body: str = ""
    block: str = ""
    number: str = ""
    name: str = ""
    code: str = ""
    """Abbreviation in document symbols, e.g. «CTĐ2»; given by the owner."""
    place: str = ""
    print_rank: bool = True
    """Whether ranks stand before names under signatures (practice in the police; a setting)."""
    numbers_once: bool = False
    """Whether numbers of the golden book run on from decision to decision of a period and are
    never given twice; otherwise the number is the ordinal in the decision (Điều 104 NĐ 98/2023)."""
    minutes_rule: bool = True
    """Whether a rule stands under the subject of minutes: form 1.9 shows none, the general
    rule for titles has one, so it is a setting."""

    rotation_exceptions: tuple[RotationException, ...] = ()

    @property
    def title(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        return f"{self.name}, {self.block}" if self.block else self.name

    def problems(self) -> dict[str, str]:
        found = required(
            self, name="Cần có tên cụm thi đua.", organising_body="Cần có cơ quan tổ chức cụm."
        )
        return found | part_problems(self, "rotation_exceptions")
