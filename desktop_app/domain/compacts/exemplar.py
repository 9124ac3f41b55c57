"""Exemplars (điển hình tiên tiến): found, chosen, nurtured, recognised, made known, replicated."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date, sort_key
from desktop_app.domain.years.period import Period

STOPPED, NO_STAGE = "Đã dừng", "Chưa ghi bước"


class ExemplarKind(Choice):
    """What sort of example it is; reports count them by kind."""

    COLLECTIVE = "tap_the", "Tập thể"
    INDIVIDUAL = "ca_nhan", "Cá nhân"
    MODEL = "mo_hinh", "Mô hình"


class Stage(Choice):
    """The seven stages of an exemplar, in order (procedure, section 6)."""

    FOUND = "phat_hien", "Phát hiện"
    CHOSEN = "lua_chon", "Lựa chọn"
    NURTURED = "boi_duong", "Bồi dưỡng"
    RECOGNISED = "cong_nhan", "Tổng kết, công nhận"
    PUBLICISED = "tuyen_truyen", "Tuyên truyền"
    REPLICATED = "nhan_rong", "Nhân rộng"
    FOLLOWED = "theo_doi", "Theo dõi"

    @property
    def short(self) -> str:
        """The stage in a word or two, for a narrow list."""
        return "Công nhận" if self is Stage.RECOGNISED else self.label

    @property
    def place(self) -> int:
        """1 to 7."""
        return list(Stage).index(self) + 1

    @property
    def told(self) -> str:
        """With its place among the seven."""
        return f"{self.place}/7 {self.short}"


@dataclass(frozen=True, kw_only=True)
class StageReached(Record):
    """A stage with the day it was reached and who follows it."""

    stage: Stage = Stage.FOUND
    day: dt.date | None = None
    follower: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Replication(Record):
    """One place where the example was taken up (điểm nhân rộng)."""

    unit: Unit | None = None
    place: str = ""
    day: dt.date | None = None
    result: str = ""

    def problems(self) -> dict[str, str]:
        if not (self.unit or self.place):
            return {"place": "Cần có đơn vị hoặc nơi áp dụng."}
        return {}


@dataclass(frozen=True, kw_only=True)
class Publicity(Record):
    """Where it was written or told about."""

    organ: str = ""
    day: dt.date | None = None
    text: str = ""

    def problems(self) -> dict[str, str]:
        return required(self, organ="Cần có tên báo, đài, bản tin.")


@dataclass(frozen=True, kw_only=True)
class LinkedAward(Record):
    """An award the example has received for it."""

    award: Award
    decision: str = ""
    """Number, date and body as they are cited."""


@dataclass(frozen=True, kw_only=True)
class Exemplar(Record):
    """One exemplar, kept in the period in which it was found."""

    period: Period
    kind: ExemplarKind = ExemplarKind.MODEL
    name: str = ""
    field: str = ""
    unit: Unit | None = None
    person: Person | None = None
    achievement: str = ""
    is_stopped: bool = False
    stages: tuple[StageReached, ...] = ()
    replications: tuple[Replication, ...] = ()
    publicity: tuple[Publicity, ...] = ()
    awards: tuple[LinkedAward, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        return self.name

    @property
    def stage(self) -> Stage | None:
        """The furthest stage reached."""
        reached = [part.stage for part in self.stages if part.day]
        return max(reached, key=lambda stage: stage.place, default=None)

    @property
    def told_stage(self) -> str:
        """The furthest stage with its place among the seven, or that it was given up."""
        if self.is_stopped:
            return STOPPED
        return self.stage.told if self.stage else NO_STAGE

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên điển hình.", unit="Cần chọn đơn vị.")
        found |= part_problems(self, "replications", "publicity")
        if self.kind is ExemplarKind.INDIVIDUAL and self.person is None:
            found["person"] = "Điển hình cá nhân cần chọn người trong danh sách cán bộ."
        return found | self._stage_problems()

    def _stage_problems(self) -> dict[str, str]:
        """A stage stands once, and no earlier than the stages before it."""
        found: dict[str, str] = {}
        first: dict[Stage, int] = {}
        for row, part in enumerate(self.stages):
            if first.setdefault(part.stage, row) != row:
                above = first[part.stage] + 1
                found[f"stages.{row}.stage"] = f"Dòng {row + 1}: bước này đã có ở dòng {above}."
        dated = sorted(
            (part.stage.place, part.day, row) for row, part in enumerate(self.stages) if part.day
        )
        for (place, before, _), (_, day, row) in itertools.pairwise(dated):
            if day < before:
                earlier = f"«{list(Stage)[place - 1]}» ({short_date(before)})"
                found[f"stages.{row}.day"] = f"Dòng {row + 1}: đứng trước ngày của bước {earlier}."
        return found


@dataclass(frozen=True, kw_only=True)
class ExemplarBook(Record):
    """All exemplars of a period: assembled by the data file for the list, never stored."""

    period: Period
    exemplars: tuple[Exemplar, ...] = ()

    @property
    def title(self) -> str:
        return f"Điển hình tiên tiến {self.period.in_a_sentence}"

    def of_kind(self, kind: ExemplarKind) -> tuple[Exemplar, ...]:
        """Those of a kind, by unit in the cluster's order, then by name."""
        order = {m.unit.id: place for place, m in enumerate(self.period.members_on(None))}

        def place(exemplar: Exemplar) -> tuple[object, ...]:
            unit = exemplar.unit.id if exemplar.unit else ""
            return order.get(unit, len(order)), sort_key(exemplar.name)

        return tuple(sorted((e for e in self.exemplars if e.kind is kind), key=place))

    @property
    def points(self) -> int:
        """Places where an example was taken up."""
        return points_of(self.exemplars)


def points_of(exemplars: Iterable[Exemplar]) -> int:
    """Replication points (điểm nhân rộng), counted apart from the exemplars themselves."""
    return sum(len(exemplar.replications) for exemplar in exemplars)


def twin_of(exemplar: Exemplar, others: Iterable[Exemplar]) -> Exemplar | None:
    """Another exemplar of the same name, unit and period (procedure, section 8.1)."""

    def place(each: Exemplar) -> tuple[str, str, str]:
        return each.period.id, each.unit.id if each.unit else "", each.name.casefold()

    return next((o for o in others if o.id != exemplar.id and place(o) == place(exemplar)), None)
