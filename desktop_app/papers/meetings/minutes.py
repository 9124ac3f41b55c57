"""Biên bản hội nghị: form 1.9 of Decree 30/2020, its fields in the form's order."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.meeting import Meeting, MeetingForm
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Document,
    FootMark,
    ListItem,
    Paragraph,
    Section,
    Style,
    Title,
)
from desktop_app.papers.framing import issuing_body, letterhead, plain_signature, receivers
from desktop_app.papers.meetings import (
    attendance_list,
    ballot_result,
    closed_minutes,
    drawn,
    minutes_fields,
    voting,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import OPEN, capital, closed, grounds, paragraphs


class Minutes(Paper):
    """The minutes; whether a rule stands under the subject is a setting of the cluster."""

    key = "minutes"
    name = "Biên bản hội nghị"
    record = Conference

    def compose(self, record: Conference | Meeting, only: str | None = None) -> Document:
        conference = Conference.of(record)
        if conference.version_in_force:
            return closed_minutes.kept(conference.version_in_force)
        foot = None if conference.meeting.is_adopted else FootMark("Bản nháp: biên bản chưa chốt.")
        return replace(self.written(conference), foot=foot)

    def written(self, conference: Conference) -> Document:
        """The minutes as the records tell them now, whatever was closed before."""
        meeting = conference.meeting
        blocks = (
            *self._head(meeting),
            *numbered_sections(
                ("Thời gian, địa điểm", _time_and_place(meeting)),
                (
                    "Thành phần tham dự",
                    attendance_list.blocks(meeting, drawn.said(meeting, drawn.ATTENDANCE)),
                ),
                ("Chương trình", _agenda(meeting)),
                ("Nội dung", course(meeting)),
                ("Kết quả biểu quyết", voting.blocks(drawn.vote_lines(meeting))),
                ("Kết quả bỏ phiếu", ballot_result.blocks(conference.counted)),
                ("Kết luận", _concluded(meeting)),
            ),
            *_ending(meeting),
            closing(meeting),
        )
        return Document(f"Biên bản {meeting.name}", (Section(blocks),), warnings=warnings(meeting))

    def _head(self, meeting: Meeting) -> tuple[Block, ...]:
        body = issuing_body(meeting.period, meeting.day)
        return (
            letterhead(body, body.symbol("BB", meeting.minutes_number)),
            Title("BIÊN BẢN", meeting.name, rule=meeting.period.cluster.minutes_rule),
            *grounds(paragraphs(meeting.grounds)),
        )


def warnings(meeting: Meeting) -> tuple[str, ...]:
    """What a person should know before these minutes are printed."""
    return (
        *minutes_fields.warnings(meeting.course, meeting),
        *drawn.warnings(meeting),
    )


def _time_and_place(meeting: Meeting) -> tuple[Block, ...]:
    lines = [drawn.said(meeting, drawn.STARTS), f"Địa điểm: {closed(meeting.place or OPEN)}"]
    if meeting.form is not MeetingForm.IN_PERSON:
        lines.append(f"Hình thức: {meeting.form.label.lower()}.")
    return tuple(Paragraph(line) for line in lines)


def _agenda(meeting: Meeting) -> tuple[Block, ...]:
    items: list[Block] = []
    for place, item in enumerate(meeting.agenda, start=1):
        presenter = f" – {item.presenter}" if item.presenter else ""
        items.append(ListItem(f"{place}.", closed(item.text, "") + presenter + "."))
    return tuple(items)


def course(meeting: Meeting) -> tuple[Block, ...]:
    """What was said, its fields filled."""
    if not meeting.course:
        return (Paragraph(f"(Theo diễn biến {meeting.kind.noun}) {OPEN}"),)
    return typed_text.blocks(minutes_fields.filled(meeting.course, meeting))


def _concluded(meeting: Meeting) -> tuple[Block, ...]:
    if not meeting.conclusions:
        return ()
    items = (
        ListItem(f"{place}.", concluded(conclusion, meeting))
        for place, conclusion in enumerate(meeting.conclusions, start=1)
    )
    return (Paragraph(f"Chủ tọa kết luận {meeting.kind.noun} như sau:"), *items)


def concluded(conclusion: Conclusion, meeting: Meeting) -> str:
    """A conclusion with the unit it is given to and its day."""
    unit = conclusion.unit.name_on(meeting.day) if conclusion.unit else ""
    task = [f"đơn vị thực hiện: {unit}"] if unit else []
    task += [f"thời hạn: {long_date(conclusion.due)}"] if conclusion.due else []
    tail = f" {capital('; '.join(task))}." if task else ""
    return closed(conclusion.text) + tail


def _ending(meeting: Meeting) -> tuple[Block, ...]:
    lines = (drawn.said(meeting, place) for place in (drawn.ADOPTION, drawn.COPIES, drawn.ENDING))
    return tuple(Paragraph(line, Style.BODY) for line in lines if line)


def closing(meeting: Meeting) -> Closing:
    """Secretary at the left, chair at the right."""
    with_rank = meeting.period.cluster.print_rank
    names = meeting.minutes_receivers or (f"Các đơn vị thành viên {meeting.period.cluster.name}",)
    return Closing(
        left=plain_signature("Thư ký", meeting.secretary, with_rank),
        right=plain_signature("Chủ tọa", meeting.chair, with_rank),
        receivers=receivers(names, kept="Lưu: VT, Hồ sơ"),
        receivers_below=True,
    )
