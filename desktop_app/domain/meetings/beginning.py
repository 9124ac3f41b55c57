"""How a new meeting begins: what is the same every time, and what its template adds."""

from __future__ import annotations

from desktop_app.domain.meetings.inviting import guest_of
from desktop_app.domain.meetings.meeting import AgendaItem, Meeting
from desktop_app.domain.meetings.template import MeetingTemplate
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Period

RECEIVERS = ("Các đơn vị thành viên", "Lưu: VT, Hồ sơ")


def new_meeting(period: Period, clerk: Person | None) -> Meeting:
    """A planned meeting, led by the lead unit, with what is the same every time filled in."""
    lead = period.lead_on(None)
    return Meeting(
        period=period,
        place=period.cluster.place,
        chair=lead.representative if lead else None,
        secretary=clerk,
        minutes_receivers=RECEIVERS,
    )


def meeting_from(template: MeetingTemplate, period: Period, clerk: Person | None) -> Meeting:
    """The same with name, agenda, grounds, guests and receivers of a template."""
    plain = new_meeting(period, clerk)
    guests = guest_bodies(template, period)
    return plain.replace(
        kind=template.kind,
        name=filled(template.meeting_name or template.name, period),
        grounds=filled(template.grounds, period),
        agenda=tuple(
            AgendaItem(
                text=filled(item.text, period),
                presenter=filled(item.presenter, period),
                minutes=item.minutes,
                chair_words=filled(item.chair_words, period),
            )
            for item in template.items
        ),
        attendance=tuple(guest_of(body) for body in guests),
        minutes_receivers=(*(f"{body} (để báo cáo)" for body in guests), *RECEIVERS),
    )


def guest_bodies(template: MeetingTemplate, period: Period) -> tuple[str, ...]:
    """The bodies a template invites; one whose field stays empty is left out."""
    bodies = (filled(body, period) for body in template.guests)
    return tuple(body for body in bodies if body)


def filled(text: str, period: Period) -> str:
    """The text with its fields «{năm}», «{cụm}», «{cơ quan tổ chức}» … written out.

    «{năm}» is the period's name, «{kỳ}» how it stands in a sentence («năm 2018»).
    """
    fields = {
        "năm": period.name,
        "kỳ": period.in_a_sentence,
        "cụm": period.cluster.name,
        "cơ quan tổ chức": period.cluster.organising_body,
        "phong trào": period.movement,
    }
    for name, value in fields.items():
        text = text.replace(f"{{{name}}}", value)
    return text.strip()
