"""One line of a unit's history: what it was part of, when, and the record that tells it all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.meetings.meeting import Presence
from desktop_app.domain.record import Choice, Record

UNSIGNED = "Chưa ký"


class HistoryKind(Choice):
    """What an entry is about."""

    ROLE = "vai_tro", "Vai trò"
    COMPACT = "giao_uoc", "Giao ước"
    MEETING = "hoi_nghi", "Hội nghị"
    NOMINATION = "de_nghi", "Đề nghị"
    GRANT = "khen_thuong", "Khen thưởng"
    SUCCESSION = "ke_thua", "Kế thừa"
    REGISTRATION = "dang_ky", "Đăng ký"
    SCORES = "cham_diem", "Chấm điểm"
    INSPECTION = "kiem_tra", "Kiểm tra"
    CAMPAIGN = "phong_trao", "Phong trào"
    ACTIVITY = "hoat_dong", "Hoạt động"
    EXEMPLAR = "dien_hinh", "Điển hình"
    HANDOVER = "ban_giao", "Bàn giao"


@dataclass(frozen=True)
class HistoryEntry:
    """One thing a unit was part of, with the record that tells it all."""

    kind: HistoryKind
    year: str
    day: dt.date | None
    """The day it happened, where it has one."""
    text: str
    state: str
    record: Record
    about: dt.date | None = None
    """What an entry without a day is ordered by: the start or the end of its period."""

    @property
    def is_missing(self) -> bool:
        """Whether the unit was asked and did not come, or has not signed."""
        return self.state in (Presence.ABSENT.label, UNSIGNED)
