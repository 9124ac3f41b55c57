"""The typical year of a cluster: its sixteen steps with the days they usually take."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import NamedTuple

from desktop_app.domain.years.period import Period
from desktop_app.domain.years.plan import PlanStep, StepKind, YearPlan


class From(Enum):
    """The end of the period that a step's days are counted from."""

    BEGINNING = "since"
    END = "until"


class TypicalStep(NamedTuple):
    """A step with its days, counted from one end of the period so that school years fit."""

    kind: StepKind
    counted: From
    starts: int
    due: int
    who: str
    papers: str


ORGANISER = "Cơ quan tổ chức cụm"
_LEAD, _ALL, _STAFF = "Đơn vị Cụm trưởng", "Các đơn vị thành viên", "Tổ giúp việc"
_BEGINNING, _END = From.BEGINNING, From.END

TYPICAL_STEPS = (
    TypicalStep(
        StepKind.MINISTRY_LAUNCH,
        _BEGINNING,
        -6,
        3,
        ORGANISER,
        "Kế hoạch, bài phát động; hướng dẫn nội dung thi đua",
    ),
    TypicalStep(
        StepKind.DRAFTING,
        _BEGINNING,
        3,
        45,
        _LEAD,
        "Dự thảo giao ước, quy chế, bảng tiêu chí, kế hoạch năm",
    ),
    TypicalStep(
        StepKind.COMMENTS,
        _BEGINNING,
        45,
        66,
        _ALL,
        "Công văn lấy ý kiến; bảng tổng hợp, tiếp thu, giải trình",
    ),
    TypicalStep(
        StepKind.SIGNING,
        _BEGINNING,
        66,
        73,
        _LEAD,
        "Giấy mời, chương trình, bản giao ước, quyết định thành lập Tổ giúp việc, biên bản",
    ),
    TypicalStep(StepKind.REGISTRATION, _BEGINNING, 66, 89, _ALL, "Bản đăng ký thi đua"),
    TypicalStep(StepKind.CAMPAIGN, _BEGINNING, 104, 150, _ALL, "Kế hoạch đợt; báo cáo kết quả đợt"),
    TypicalStep(
        StepKind.ACTIVITY, _BEGINNING, 120, 165, _ALL, "Kế hoạch hoạt động; bảng thu chi đóng góp"
    ),
    TypicalStep(
        StepKind.MID_REVIEW,
        _BEGINNING,
        170,
        201,
        _LEAD,
        "Báo cáo sơ kết của đơn vị và của cụm; biên bản; đề nghị khen thưởng",
    ),
    TypicalStep(
        StepKind.INSPECTION,
        _END,
        -91,
        -62,
        _LEAD,
        "Kế hoạch kiểm tra; quyết định lập đoàn, tổ; biên bản kiểm tra từng đơn vị",
    ),
    TypicalStep(
        StepKind.SELF_SCORING,
        _END,
        -66,
        -51,
        _ALL,
        "Bảng tự chấm điểm; báo cáo tổng kết; hồ sơ minh chứng",
    ),
    TypicalStep(
        StepKind.VERIFICATION,
        _END,
        -51,
        -41,
        _STAFF,
        "Bảng tổng hợp điểm; biên bản thẩm định",
    ),
    TypicalStep(
        StepKind.SUMMING_UP,
        _END,
        -41,
        -29,
        _LEAD,
        "Báo cáo tổng kết; biên bản họp; biên bản kiểm phiếu; biên bản bàn giao",
    ),
    TypicalStep(
        StepKind.DOSSIER,
        _END,
        -29,
        -21,
        _LEAD,
        "Tờ trình, biên bản, báo cáo thành tích, danh sách",
    ),
    TypicalStep(
        StepKind.COUNCIL,
        _END,
        -21,
        0,
        ORGANISER,
        "Biên bản họp Hội đồng; tờ trình Thủ tướng Chính phủ; quyết định khen thưởng",
    ),
    TypicalStep(StepKind.AWARDING, _END, -5, 31, ORGANISER, "Quyết định; bằng, cờ; sổ trao thưởng"),
    TypicalStep(StepKind.HANDOVER, _END, -29, 59, _STAFF, "Mục lục hồ sơ; biên bản bàn giao"),
)
"""Procedure, section 2: the order and the usual time of the year. Where a step may fall at any
time (campaigns, joint activities) the days are only a proposal; all of it can be changed."""


def with_typical_steps(plan: YearPlan) -> YearPlan:
    """The plan with those steps of a typical year whose kind it does not have yet."""
    there = {step.kind for step in plan.steps}
    missing = (step for step in TYPICAL_STEPS if step.kind not in there)
    return plan.replace(steps=(*plan.steps, *(_made(step, plan.period) for step in missing)))


def _made(step: TypicalStep, period: Period) -> PlanStep:
    organiser = period.cluster.organising_body or ORGANISER
    starts, due = (_day(period, step.counted, days) for days in (step.starts, step.due))
    if step.kind is StepKind.REGISTRATION and period.registration_due:
        due = period.registration_due
    return PlanStep(
        kind=step.kind,
        text=step.kind.label,
        starts=min(starts, due) if starts and due else starts,
        due=due,
        who=organiser if step.who == ORGANISER else step.who,
        papers=step.papers,
    )


def _day(period: Period, counted: From, days: int) -> dt.date | None:
    end: dt.date | None = getattr(period, counted.value)
    return end + dt.timedelta(days=days) if end else None
