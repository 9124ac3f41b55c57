"""Fields of a giấy mời: who is invited, to what, when and where."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import AgendaItem, Meeting
from desktop_app.domain.vietnamese import clock, long_date, weekday
from desktop_app.papers.meetings.delegates import chair_named, named
from desktop_app.papers.meetings.invitation import Invitation
from desktop_app.papers.office_templates.fields import Field, Row, Values

PAPER = Invitation()
FIELDS = (
    Field("nguoi_duoc_moi", "Người hoặc cơ quan được mời"),
    Field("cho_ngoi", "Chỗ ngồi"),
    Field("hoi_nghi", "Tên hội nghị"),
    Field("chu_tri", "Người chủ trì"),
    Field("thoi_gian", "Giờ, thứ, ngày"),
    Field("dia_diem", "Địa điểm"),
    Field(
        "chuong_trinh",
        "Chương trình, mỗi dòng một nội dung",
        is_list=True,
        parts=(
            Field("stt", "STT"),
            Field("gio", "Giờ bắt đầu"),
            Field("noi_dung", "Nội dung"),
            Field("nguoi_trinh_bay", "Người trình bày"),
        ),
    ),
)


def values(record: Meeting, only: str | None = None) -> Values:
    """For one delegate; without one the places of the delegate stay empty."""
    person = next((one for one in record.attendance if one.id == only), None)
    return {
        "nguoi_duoc_moi": named(record, person) if person else "",
        "cho_ngoi": person.seat if person else "",
        "hoi_nghi": record.name,
        "chu_tri": chair_named(record),
        "thoi_gian": _time(record),
        "dia_diem": record.place,
        "chuong_trinh": [_row(place, item) for place, item in enumerate(record.agenda, start=1)],
    }


def _time(meeting: Meeting) -> str:
    if meeting.starts is None:
        return ""
    day = meeting.starts.date()
    return f"{clock(meeting.starts)}, {weekday(day)}, {long_date(day)}"


def _row(place: int, item: AgendaItem) -> Row:
    return {
        "stt": str(place),
        "gio": clock(item.starts) if item.starts else "",
        "noi_dung": item.text,
        "nguoi_trinh_bay": item.presenter,
    }
