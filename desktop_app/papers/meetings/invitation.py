"""Giấy mời: form 1.7 of Decree 30/2020, a page a delegate."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Attendance, Capacity, Meeting, MeetingForm
from desktop_app.domain.vietnamese import clock, long_date, short_date, weekday
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Document,
    Paragraph,
    ReplySlip,
    Section,
    Style,
    Title,
)
from desktop_app.papers.framing import (
    day_of,
    issuing_body,
    issuing_signature,
    letterhead,
    place_and_date,
    receivers,
    signer_of,
)
from desktop_app.papers.meetings.delegates import chair_named, in_order, label_of, named
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import (
    OPEN,
    closed,
    comrade,
    finished,
    paragraphs,
)

BOX = "□"
"""A box to tick; the page's font has this one."""


class Invitation(Paper):
    """Invitations for members and guests; whoever serves the meeting needs none."""

    key = "invitation"
    name = "Giấy mời"
    record = Meeting

    def compose(self, record: Meeting, only: str | None = None) -> Document:
        people = [p for p in _invited(record) if only in (None, p.id)]
        sections = tuple(Section(_page(record, person)) for person in people)
        return Document(f"Giấy mời {record.name}", sections or (Section(_page(record, None)),))

    def parts(self, record: Meeting) -> tuple[tuple[str, str], ...]:
        return tuple((person.id, label_of(record, person)) for person in _invited(record))


def _invited(meeting: Meeting) -> tuple[Attendance, ...]:
    return (*in_order(meeting, Capacity.GUEST), *in_order(meeting, Capacity.MEMBER))


def _page(meeting: Meeting, person: Attendance | None) -> tuple[Block, ...]:
    return (
        *_head(meeting),
        *_request(meeting, person),
        *_facts(meeting, person),
        *_agenda(meeting),
        *_notes(meeting),
        _closing(meeting),
        _reply(meeting, person),
    )


def _head(meeting: Meeting) -> tuple[Block, ...]:
    body = issuing_body(meeting.period, meeting.day)
    year = meeting.day.year if meeting.day else None
    return (
        letterhead(
            body,
            body.symbol("GM", meeting.invitation_number),
            place_and_date(body.place, meeting.invitation_date, year),
        ),
        Title("GIẤY MỜI", f"Dự {meeting.name}"),
    )


def _request(meeting: Meeting, person: Attendance | None) -> tuple[Block, ...]:
    body = issuing_body(meeting.period, meeting.day)
    invited = named(meeting, person) if person else f"{OPEN}{OPEN}{OPEN}"
    return (
        Paragraph(f"{body.name} trân trọng kính mời: {invited}"),
        Paragraph(f"Tới dự: {closed(meeting.name)}"),
    )


def _facts(meeting: Meeting, person: Attendance | None) -> tuple[Block, ...]:
    seat = f"; chỗ ngồi: {person.seat}" if person and person.seat else ""
    lines = [
        f"Chủ trì: {closed(chair_named(meeting))}",
        f"Thời gian: {_hour(meeting)}.",
        f"Địa điểm: {closed((meeting.place or OPEN) + seat)}",
    ]
    if meeting.form is not MeetingForm.IN_PERSON:
        lines.append(f"Hình thức: {meeting.form.label.lower()}.")
    return tuple(Paragraph(line) for line in lines)


def _hour(meeting: Meeting) -> str:
    if meeting.starts is None:
        return f"{OPEN} giờ {OPEN} phút, {long_date(None)}"
    day = meeting.starts.date()
    return f"{clock(meeting.starts)}, {weekday(day)}, {long_date(day)}"


def _agenda(meeting: Meeting) -> tuple[Block, ...]:
    """In one running paragraph, so that the invitation stays on its page."""
    if not meeting.agenda:
        return ()
    numbered = enumerate(meeting.agenda, start=1)
    items = (f"({place}) {closed(item.text, '')}" for place, item in numbered)
    return (Paragraph(f"Nội dung: {'; '.join(items)}."),)


def _notes(meeting: Meeting) -> tuple[Block, ...]:
    lines = [*paragraphs(meeting.invitation_note), *_contact(meeting)]
    lines = lines or [f"Đề nghị đồng chí đến dự đúng thời gian, thành phần để {_success(meeting)}"]
    last = finished(lines[-1])
    return tuple(Paragraph(line, Style.BODY) for line in (*map(closed, lines[:-1]), last))


def _success(meeting: Meeting) -> str:
    return f"{meeting.kind.noun} đạt kết quả tốt"


def _contact(meeting: Meeting) -> tuple[str, ...]:
    lead = meeting.period.lead_on(day_of(meeting.period, meeting.day))
    contact = lead.contact if lead else None
    if contact is None:
        return ()
    phone = f", điện thoại {contact.phone}" if contact.phone else ""
    return (f"Đầu mối liên hệ: {comrade(contact.rank, contact.full_name)}{phone}",)


def _closing(meeting: Meeting) -> Closing:
    period = meeting.period
    signer = signer_of(period, meeting.day)
    return Closing(
        right=issuing_signature(period, signer, meeting.day),
        receivers=receivers(("Như trên",)),
    )


def _reply(meeting: Meeting, person: Attendance | None) -> ReplySlip:
    """Phiếu phúc đáp, filled in by hand and sent back to the secretariat."""
    body = issuing_body(meeting.period, meeting.day)
    invited = named(meeting, person) if person else f"Đồng chí {OPEN}"
    day = f" ngày {short_date(meeting.day)}" if meeting.day else ""
    return ReplySlip(
        "PHIẾU PHÚC ĐÁP",
        (
            f"Kính gửi Tổ giúp việc {body.name}: {closed(invited, '')} trả lời giấy mời dự "
            f"{closed(meeting.name, '')}{day} như sau:",
            f"{BOX} Tham dự          {BOX} Không tham dự; lý do: {OPEN}{OPEN}",
            f"{BOX} Cử người dự thay: {OPEN}{OPEN}; cấp bậc, chức vụ: {OPEN}{OPEN}",
            f"Điện thoại liên hệ: {OPEN}          Ký, ghi rõ họ tên: {OPEN}{OPEN}",
        ),
    )
