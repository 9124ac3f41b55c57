"""A criterion (tiêu chí) with its way of counting, and the target a unit is given for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.record import Choice, Record, required
from desktop_app.domain.scores.bands import band_problem
from desktop_app.domain.units.unit import Unit

ZERO = Decimal(0)


class Kind(Choice):
    """How the points of a criterion come about (procedure, section 3.3)."""

    GROUP = "nhom", "Nhóm"
    QUANTITATIVE = "dinh_luong", "Định lượng theo chỉ tiêu"
    PASS_FAIL = "dat_khong_dat", "Đạt / không đạt"
    COUNT = "so_luong", "Số lượng × điểm"
    PLUS_MINUS = "cong_tru", "Cộng / trừ"
    BANDS = "theo_muc", "Theo mức"


class Direction(Choice):
    """Whether a larger or a smaller figure is the better one."""

    MORE = "cao", "Càng cao càng tốt"
    LESS = "thap", "Càng thấp càng tốt"


@dataclass(frozen=True, kw_only=True)
class Criterion(Record):
    """One line of the table; brothers stand in the order in which the set lists them."""

    code: str = ""
    """As it is cited, e.g. «I.2.a»; unique in its set."""
    parent: str = ""
    """Code or id of the criterion above; empty for a section."""
    text: str = ""
    kind: Kind = Kind.COUNT
    max_points: Decimal | None = None
    unit_of_measure: str = ""
    direction: Direction = Direction.MORE
    target_share: Decimal = Decimal("0.5")
    """The part of the maximum that just meeting the target gives (a setting, 0 to 1)."""
    unit_points: Decimal | None = None
    """Points for one unit counted; without them the score itself is typed."""
    bonus_points: Decimal = ZERO
    penalty_points: Decimal = ZERO
    """Points of one bonus and of one penalty, both given as positive figures."""
    min_points: Decimal = ZERO
    """The lowest score a criterion of bonuses and penalties can have; often negative."""
    bands: tuple[str, ...] = ()
    knock_out: bool = False
    """Whether failing it bars the unit from titles, whatever its total (điểm liệt)."""
    note: str = ""

    @property
    def title(self) -> str:
        return f"{self.code} {self.text}".strip()

    @property
    def most(self) -> Decimal:
        return self.max_points if self.max_points is not None else ZERO

    @property
    def least(self) -> Decimal:
        """The lowest score there is: below 0 only where penalties are counted."""
        return self.min_points if self.kind is Kind.PLUS_MINUS else ZERO

    def problems(self) -> dict[str, str]:
        found = required(self, code="Cần có mã tiêu chí.", text="Cần có nội dung tiêu chí.")
        for name in ("max_points", "unit_points", "bonus_points", "penalty_points"):
            value = getattr(self, name)
            if value is not None and value < 0:
                found[name] = "Số điểm không được âm."
        return found | self._kind_problems()

    def _kind_problems(self) -> dict[str, str]:
        if self.kind is Kind.QUANTITATIVE and not 0 <= self.target_share <= 1:
            return {"target_share": "Phần điểm khi đạt chỉ tiêu từ 0 đến 1."}
        if self.kind is Kind.PLUS_MINUS and self.min_points > self.most:
            return {"min_points": "Điểm thấp nhất lớn hơn điểm tối đa."}
        if self.kind is Kind.BANDS and (wrong := band_problem(self.bands, self.max_points)):
            return {"bands": wrong}
        return {}


@dataclass(frozen=True, kw_only=True)
class Target(Record):
    """What one unit is to reach in one criterion, or that it is not assigned to the unit."""

    criterion: str = ""
    """The criterion's id; for a group it holds for everything below."""
    unit: Unit
    value: Decimal | None = None
    """None: assigned, but without a target."""
    assigned: bool = True

    def problems(self) -> dict[str, str]:
        found = required(self, criterion="Cần chọn tiêu chí.")
        if self.value is not None and self.value < 0:
            found["value"] = "Chỉ tiêu không được âm."
        if self.value is not None and not self.assigned:
            found["value"] = "Tiêu chí không giao thì không có chỉ tiêu."
        return found
