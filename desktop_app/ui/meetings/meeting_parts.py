"""The columns of the meeting's grids, and what an empty row of each is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.meetings.meeting import Attendance, Capacity, Presence
from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.records.parts.parts_table import PartColumn


def vote_columns(
    at_its_time: Callable[[Vote], Vote], quorum: Callable[[Vote], str]
) -> tuple[PartColumn, ...]:
    """`at_its_time` counts the voters anew when the time changes; `quorum` tells the quorum."""
    return (
        PartColumn("question", "Nội dung biểu quyết", stretch=True, multiline=True),
        PartColumn("taken_at", "Lúc", "time", width=56, changed=at_its_time),
        PartColumn("voters", "Số biểu quyết", "number", width=72, empty=0),
        PartColumn("agreed", "Đồng ý", "number", width=60, empty=0),
        PartColumn("against", "Không", "number", width=56, empty=0),
        PartColumn("abstained", "Ý kiến khác", "number", width=64, empty=0),
        PartColumn("members", "Số có mặt/thành viên", show=quorum, width=112),
    )


def attendance_columns(
    units: Callable[[], Sequence[Unit]], filled: Callable[[Attendance], Attendance]
) -> tuple[PartColumn, ...]:
    """The most used columns first; those for guests and deputies follow to the right."""
    return (
        PartColumn("presence", "Có mặt", "choice", choices=Presence, width=118),
        PartColumn("name", "Họ và tên", width=140),
        PartColumn(
            "unit",
            "Đơn vị",
            "record",
            choices=units,
            width=150,
            nullable=True,
            text=lambda unit: unit.short_name,
            changed=filled,
        ),
        PartColumn("rank", "Cấp bậc", width=84),
        PartColumn("post", "Chức vụ", width=130),
        PartColumn("capacity", "Tư cách", "choice", choices=Capacity, width=96),
        PartColumn("votes", "Biểu quyết", "check", width=80),
        PartColumn("seat", "Chỗ", width=56),
        PartColumn("organisation", "Cơ quan (khách mời)", width=150),
        PartColumn("arrived", "Đến lúc", "time", width=64),
        PartColumn("left", "Về lúc", "time", width=64),
        PartColumn("reason", "Lý do vắng", width=120),
        PartColumn("deputy_name", "Người dự thay", width=130),
        PartColumn("deputy_rank", "Cấp bậc người dự thay", width=130),
        PartColumn("deputy_post", "Chức vụ người dự thay", width=140),
        PartColumn("authorisation", "Giấy ủy quyền", width=130),
    )


def conclusion_columns(units: Callable[[], Sequence[Unit]]) -> tuple[PartColumn, ...]:
    """A conclusion with a unit and a day is a task."""
    return (
        PartColumn("text", "Nội dung kết luận", stretch=True, multiline=True),
        PartColumn(
            "unit",
            "Đơn vị thực hiện",
            "record",
            choices=units,
            width=130,
            nullable=True,
            text=lambda unit: unit.short_name,
        ),
        PartColumn("due", "Thời hạn", "date", width=96),
        PartColumn("is_confidential", "Không phổ biến", "check", width=110),
    )


def new_conclusion() -> Conclusion:
    """An empty row for a conclusion."""
    return Conclusion()
