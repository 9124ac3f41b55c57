"""Thông báo kết luận hội nghị, form 1.4: what was concluded, by whom it is done and until when."""

from __future__ import annotations

from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.meeting import Capacity, Meeting
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers.blocks import Block, Document, ListItem, Paragraph, Section
from desktop_app.papers.framing import official_closing, official_head
from desktop_app.papers.meetings.delegates import chair_named
from desktop_app.papers.meetings.minutes import concluded
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, capital, closed, finished


class ConclusionNotice(Paper):
    """Confidential conclusions are left out; number and day are left to the pen.

    Decision 45/2018/QĐ-TTg wants it within five working days after the meeting.
    """

    key = "conclusion-notice"
    name = "Thông báo kết luận"
    record = Conference

    def compose(self, record: Conference | Meeting, only: str | None = None) -> Document:
        meeting = Conference.of(record).meeting
        period = meeting.period
        subject = f"Kết luận tại {meeting.name}"
        blocks: tuple[Block, ...] = (
            *official_head(period, None, "TB", None, "THÔNG BÁO", subject),
            Paragraph(_held(meeting)),
            Paragraph("Sau khi nghe báo cáo và ý kiến của các đại biểu, chủ tọa kết luận như sau:"),
            *_conclusions(meeting),
            Paragraph(_end(meeting)),
            official_closing(period, meeting.chair, None, _names(meeting)),
        )
        return Document(f"Thông báo kết luận {meeting.name}", (Section(blocks),))


def _held(meeting: Meeting) -> str:
    when = long_date(meeting.day) if meeting.day else long_date(None)
    place = f", tại {closed(meeting.place, '')}" if meeting.place else ""
    guests = [p for p in meeting.of_capacity(Capacity.GUEST) if p.is_here]
    units = {p.unit.id for p in meeting.of_capacity(Capacity.MEMBER) if p.is_here and p.unit}
    came = f" Tham dự có đại diện {len(units):02d} đơn vị thành viên" if units else ""
    came += f" và {len(guests):02d} đại biểu khách mời" if units and guests else ""
    chair = chair_named(meeting)
    held = f"{capital(when)}{place}, {chair[:1].lower()}{chair[1:]} chủ trì {meeting.name}"
    return closed(held) + (closed(came) if came else "")


def _conclusions(meeting: Meeting) -> tuple[Block, ...]:
    spread = [each for each in meeting.conclusions if not each.is_confidential]
    if not spread:
        return (Paragraph(OPEN),)
    return tuple(_item(place, each, meeting) for place, each in enumerate(spread, start=1))


def _item(place: int, conclusion: Conclusion, meeting: Meeting) -> ListItem:
    return ListItem(f"{place}.", concluded(conclusion, meeting))


def _end(meeting: Meeting) -> str:
    return finished(
        f"Trên đây là kết luận tại {meeting.name}, thông báo để các đơn vị biết, tổ chức thực "
        "hiện và báo cáo kết quả về Tổ giúp việc"
    )


def _names(meeting: Meeting) -> tuple[str, ...]:
    """Guests' organisations and units as the minutes have them; the papers' own line is ours."""
    return tuple(n for n in meeting.minutes_receivers if not n.casefold().startswith("lưu"))
