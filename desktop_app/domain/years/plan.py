"""The plan of a year: the steps of the cluster's work, each with days that can be moved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period


class StepState(Choice):
    """Where a step of the year stands today."""

    DONE = "xong", "Đã xong"
    LATE = "qua_han", "Quá hạn"
    NOW = "dang_lam", "Đang làm"
    AHEAD = "chua_den", "Chưa đến hạn"


class StepKind(Choice):
    """The steps of a cluster's year, in order (procedure, section 2)."""

    MINISTRY_LAUNCH = "bo_phat_dong", "Bộ phát động phong trào"
    DRAFTING = "du_thao", "Dự thảo giao ước, quy chế, tiêu chí, kế hoạch"
    COMMENTS = "gop_y", "Lấy ý kiến các đơn vị"
    SIGNING = "ky_ket", "Hội nghị ký kết giao ước, phát động"
    REGISTRATION = "dang_ky", "Đăng ký thi đua"
    CAMPAIGN = "dot_thi_dua", "Đợt thi đua đặc biệt"
    ACTIVITY = "hoat_dong", "Hoạt động chung của cụm"
    MID_REVIEW = "so_ket", "Sơ kết 6 tháng"
    INSPECTION = "kiem_tra", "Kiểm tra, kiểm tra chéo"
    SELF_SCORING = "tu_cham", "Các đơn vị tự chấm điểm"
    VERIFICATION = "tham_dinh", "Thẩm định điểm"
    SUMMING_UP = "tong_ket", "Hội nghị tổng kết, bình xét, suy tôn"
    DOSSIER = "ho_so", "Trình hồ sơ khen thưởng"
    COUNCIL = "hoi_dong", "Hội đồng xét, Bộ trưởng quyết định"
    AWARDING = "trao_thuong", "Trao thưởng"
    HANDOVER = "ban_giao", "Bàn giao, lưu hồ sơ"
    OTHER = "khac", "Việc khác"

    @property
    def short(self) -> str:
        """The step in a word or two, where there is no room for more."""
        return _SHORT[self]


_SHORT = {
    StepKind.MINISTRY_LAUNCH: "Bộ phát động",
    StepKind.DRAFTING: "Dự thảo",
    StepKind.COMMENTS: "Góp ý",
    StepKind.SIGNING: "Ký kết",
    StepKind.REGISTRATION: "Đăng ký",
    StepKind.CAMPAIGN: "Đợt thi đua",
    StepKind.ACTIVITY: "Hoạt động chung",
    StepKind.MID_REVIEW: "Sơ kết",
    StepKind.INSPECTION: "Kiểm tra",
    StepKind.SELF_SCORING: "Tự chấm",
    StepKind.VERIFICATION: "Thẩm định",
    StepKind.SUMMING_UP: "Tổng kết",
    StepKind.DOSSIER: "Hồ sơ",
    StepKind.COUNCIL: "Hội đồng",
    StepKind.AWARDING: "Trao thưởng",
    StepKind.HANDOVER: "Bàn giao",
    StepKind.OTHER: "",
}


@dataclass(frozen=True, kw_only=True)
class PlanStep(Record):
    """One step: when it may begin, when it must be done, and whether it is."""

    kind: StepKind = StepKind.OTHER
    text: str = ""
    starts: dt.date | None = None
    due: dt.date | None = None
    done_on: dt.date | None = None
    who: str = ""
    papers: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        return self.text or self.kind.label

    @property
    def short_title(self) -> str:
        return self.kind.short or self.title

    @property
    def deadline(self) -> dt.date | None:
        """The day it is ordered by: the one it must be done on, else the one it begins on."""
        return self.due or self.starts

    def state_on(self, today: dt.date) -> StepState:
        """Done only where somebody wrote the day: no record proves it in silence."""
        if self.done_on:
            return StepState.DONE
        if self.due and self.due < today:
            return StepState.LATE
        begins = self.starts or self.due
        return StepState.NOW if begins and begins <= today else StepState.AHEAD

    def moved(self, days: int) -> PlanStep:
        """The same step so many days later; open days stay open."""
        by = dt.timedelta(days=days)
        return self.replace(
            starts=self.starts + by if self.starts else None,
            due=self.due + by if self.due else None,
        )

    def problems(self) -> dict[str, str]:
        found = required(self, text="Cần có nội dung công việc.")
        if self.starts and self.due and self.due < self.starts:
            found["due"] = "Hạn hoàn thành đứng trước ngày bắt đầu."
        return found


@dataclass(frozen=True, kw_only=True)
class YearPlan(Record):
    """The plan of one period."""

    period: Period
    steps: tuple[PlanStep, ...] = ()
    note: str = ""

    @property
    def title(self) -> str:
        return f"Kế hoạch {self.period.in_a_sentence}"

    @property
    def in_order(self) -> tuple[PlanStep, ...]:
        """By the day each must be done; those without a day last."""
        return tuple(sorted(self.steps, key=lambda step: step.deadline or dt.date.max))

    def outside(self, step: PlanStep) -> str:
        """The note on a step with days outside the period; empty where there are none.

        The Ministry launches before the year begins and awards are handed over after it: such
        days are right, but a slip of the pen looks the same.
        """
        first, last = self.period.since or dt.date.min, self.period.until or dt.date.max
        days = [day for day in (step.starts, step.due) if day and not first <= day <= last]
        if not days:
            return ""
        told = " và ".join(short_date(day) for day in days)
        year = f"({short_date(self.period.since)} – {short_date(self.period.until)})"
        return f"Ngày {told} nằm ngoài kỳ {year}; vẫn được lưu, xin xem lại."

    def with_step(self, step: PlanStep) -> YearPlan:
        """The plan with this step in the place of the one with its id, or after all others."""
        if all(known.id != step.id for known in self.steps):
            return self.replace(steps=(*self.steps, step))
        return self.replace(steps=tuple(step if s.id == step.id else s for s in self.steps))

    def without_step(self, step: PlanStep) -> YearPlan:
        """The plan when this step is taken out."""
        return self.replace(steps=tuple(known for known in self.steps if known.id != step.id))

    def shifted(self, days: int) -> YearPlan:
        """The plan with all open steps so many days later; what is done keeps its days."""
        return self.replace(
            steps=tuple(step if step.done_on else step.moved(days) for step in self.steps)
        )

    def problems(self) -> dict[str, str]:
        return part_problems(self, "steps")
