"""Exemplars (điển hình tiên tiến): found, chosen, nurtured, recognised, made known, replicated."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


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
        order = list(Stage)
        reached = [part.stage for part in self.stages if part.day]
        return max(reached, key=order.index, default=None)

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên điển hình.", unit="Cần chọn đơn vị.")
        found |= part_problems(self, "replications", "publicity")
        if self.kind is ExemplarKind.INDIVIDUAL and self.person is None:
            found["person"] = "Điển hình cá nhân cần chọn người trong danh sách cán bộ."
        return found | self._stage_problems()

    def _stage_problems(self) -> dict[str, str]:
        """A stage stands once, and no earlier than the stages before it."""
        found: dict[str, str] = {}
        stages = [part.stage for part in self.stages]
        if len(stages) != len(set(stages)):
            found["stages"] = "Mỗi bước chỉ ghi một dòng."
        dated = sorted(
            ((list(Stage).index(p.stage), p.day, row) for row, p in enumerate(self.stages) if p.day)
        )
        for (_, before, _), (_, day, row) in itertools.pairwise(dated):
            if day < before:
                found[f"stages.{row}.day"] = f"Dòng {row + 1}: đứng trước ngày của bước trước."
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
        return tuple(exemplar for exemplar in self.exemplars if exemplar.kind is kind)

    @property
    def points(self) -> int:
        """Places where an example was taken up."""
        return sum(len(exemplar.replications) for exemplar in self.exemplars)
