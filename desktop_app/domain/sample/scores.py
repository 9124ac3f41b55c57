"""The sample table of criteria: three sections, twelve leaves of every kind, made-up targets."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from desktop_app.domain.scores.criteria import CriteriaSet, CriteriaState
from desktop_app.domain.scores.criterion import Criterion, Direction, Kind, Target
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period

ADOPTION_DAY = dt.date(2018, 3, 13)

_GROUP: dict[str, Any] = {"kind": Kind.GROUP}
_TYPED: dict[str, Any] = {"kind": Kind.COUNT}
_LINES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("I", "Thực hiện nhiệm vụ công tác chuyên môn", "60", _GROUP),
    ("I.1", "Các chỉ tiêu công tác", "30", _GROUP),
    (
        "I.1.a",
        "Số lượt kiểm tra, hướng dẫn cơ sở",
        "15",
        {"kind": Kind.QUANTITATIVE, "unit_of_measure": "lượt"},
    ),
    (
        "I.1.b",
        "Số vụ việc giải quyết quá hạn",
        "15",
        {"kind": Kind.QUANTITATIVE, "unit_of_measure": "vụ", "direction": Direction.LESS},
    ),
    (
        "I.2",
        "Tỷ lệ văn bản được giao soạn thảo hoàn thành đúng hạn",
        "10",
        {
            "kind": Kind.BANDS,
            "unit_of_measure": "%",
            "bands": (">= 95 % = 10", "75–<95 % = 7", "50–<75 % = 4", "< 50 % = 0"),
        },
    ),
    (
        "I.3",
        "Mô hình quần chúng tự quản được hướng dẫn, hỗ trợ xây dựng",
        "10",
        {"kind": Kind.COUNT, "unit_points": Decimal(5), "unit_of_measure": "mô hình"},
    ),
    ("I.4", "Chất lượng tham mưu về lĩnh vực được phân công", "10", _TYPED),
    ("II", "Xây dựng Đảng, xây dựng lực lượng", "25", _GROUP),
    (
        "II.1",
        "Không có cán bộ, chiến sĩ bị kỷ luật từ cảnh cáo trở lên",
        "10",
        {"kind": Kind.PASS_FAIL, "knock_out": True},
    ),
    ("II.2", "Có kế hoạch và kết quả thực hiện cuộc vận động", "5", {"kind": Kind.PASS_FAIL}),
    (
        "II.3",
        "Chế độ báo cáo: số ngày chậm",
        "5",
        {
            "kind": Kind.BANDS,
            "unit_of_measure": "ngày",
            "bands": ("0 = 5", "1–3 = 3", "4–10 = 1", "> 10 = 0"),
        },
    ),
    ("II.4", "Công tác hậu cần, tài chính", "5", _TYPED),
    ("III", "Tổ chức phong trào thi đua", "15", _GROUP),
    (
        "III.1",
        "Điển hình tiên tiến được nhân rộng",
        "6",
        {"kind": Kind.COUNT, "unit_points": Decimal(2), "unit_of_measure": "điển hình"},
    ),
    (
        "III.2",
        "Điểm thưởng sáng kiến, điểm trừ vắng họp Cụm",
        "4",
        {
            "kind": Kind.PLUS_MINUS,
            "bonus_points": Decimal(1),
            "penalty_points": Decimal("0.5"),
            "min_points": Decimal(-2),
        },
    ),
    (
        "III.3",
        "Tin, bài tuyên truyền phong trào thi đua",
        "5",
        {"kind": Kind.QUANTITATIVE, "unit_of_measure": "bài"},
    ),
)
_TARGETS = {
    "I.1.a": (24, 12, 12, 18, 36, 10),
    "I.1.b": (2, 1, 2, 2, 3, 1),
    "III.3": (20, None, 12, 15, 24, 8),
}
"""Made-up targets in the order of the members; None: assigned without a target."""


def sample_criteria(period: Period) -> CriteriaSet:
    """The table of the sample year, locked since units have scored by it."""
    members = tuple(member.unit for member in period.members_on(ADOPTION_DAY))
    return CriteriaSet(
        id="tieu-chi-2018",
        period=period,
        name=f"Bảng tiêu chí thi đua năm {period.name} (mẫu)",
        grounds=("Giao ước thi đua của Cụm năm 2018 (mẫu)",),
        adopted_on=ADOPTION_DAY,
        state=CriteriaState.LOCKED,
        criteria=tuple(_criterion(*line) for line in _LINES),
        targets=(*_targets(members), _not_assigned(members[-1])),
        note="Dữ liệu mẫu: nội dung, số điểm và chỉ tiêu không phải của văn bản nào.",
    )


def _criterion(code: str, text: str, points: str, more: dict[str, Any]) -> Criterion:
    above = code.rpartition(".")[0]
    return Criterion(
        id=_id(code),
        code=code,
        parent=_id(above) if above else "",
        text=text,
        max_points=Decimal(points),
        **more,
    )


def _targets(members: tuple[Unit, ...]) -> tuple[Target, ...]:
    return tuple(
        Target(
            id=f"ct-{_id(code)}-{unit.id}",
            criterion=_id(code),
            unit=unit,
            value=None if value is None else Decimal(value),
        )
        for code, values in _TARGETS.items()
        for unit, value in zip(members, values, strict=True)
    )


def _not_assigned(unit: Unit) -> Target:
    return Target(id=f"ct-khong-giao-{unit.id}", criterion=_id("I.3"), unit=unit, assigned=False)


def _id(code: str) -> str:
    return "tc-" + code.lower().replace(".", "-")
