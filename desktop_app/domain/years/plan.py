"""The plan of a year: the steps of the cluster's work, each with days that can be moved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, part_problems, required
from desktop_app.domain.years.period import Period


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

    def problems(self) -> dict[str, str]:
        return part_problems(self, "steps")
