"""Quyết định thành lập Tổ giúp việc: who is in it, what each does, who carries it out."""

from __future__ import annotations

import dataclasses

from desktop_app.domain.rich_text import Run
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.issuing import IssuingBody
from desktop_app.domain.years.period import Period, Secretariat, SecretariatMember, SecretariatRole
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Document,
    ListItem,
    Paragraph,
    Section,
    Signature,
    Style,
    Title,
)
from desktop_app.papers.framing import (
    issuing_body,
    issuing_signature,
    letterhead,
    place_and_date,
    receivers,
    signer_of,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, capital, enumerated, finished, grounds, person_named


class SecretariatDecision(Paper):
    """Form 1.2 of Decree 30/2020; what no record holds is left to the pen."""

    key = "secretariat-decision"
    name = "Quyết định thành lập Tổ giúp việc"
    record = Secretariat

    def compose(self, record: Secretariat, only: str | None = None) -> Document:
        blocks = (
            *_head(record),
            *grounds(record.grounds or _usual_grounds(record.period)),
            _bold_line("QUYẾT ĐỊNH:"),
            *_members(record),
            *_tasks(record),
            _effect(record.period),
            _closing(record),
        )
        return Document(f"Quyết định thành lập {record.title}", (Section(blocks),))


def in_order(secretariat: Secretariat) -> tuple[SecretariatMember, ...]:
    """Head, deputy, clerk, then the others as listed."""
    order = list(SecretariatRole)
    return tuple(sorted(secretariat.members, key=lambda member: order.index(member.role)))


def body_named(period: Period) -> str:
    """«Tổ giúp việc Cụm thi đua số 2 năm 2018»."""
    year = period.in_a_sentence
    return f"Tổ giúp việc {period.cluster.name} {year}"


def _head(secretariat: Secretariat) -> tuple[Block, ...]:
    period, day = secretariat.period, secretariat.decision_date
    body = issuing_body(period, day)
    place = place_and_date(body.place, day, year_of(period))
    return (
        letterhead(body, _symbol(secretariat), place),
        Title("QUYẾT ĐỊNH", f"Về việc thành lập {body_named(period)}"),
        _bold_line(_authority(body).upper()),
    )


def _authority(body: IssuingBody) -> str:
    """The collective for which the signer signs «TM.», else the post of the body's head."""
    return body.name if body.authority else f"{body.post} {body.name}"


def _symbol(secretariat: Secretariat) -> str:
    """The number as typed with its symbol; a bare number gets one, none leaves room for the pen."""
    number = secretariat.decision_number
    if "/" in number:
        return f"Số: {number}"
    body = issuing_body(secretariat.period, secretariat.decision_date)
    return body.symbol("QĐ", int(number) if number.isdecimal() else None)


def _bold_line(text: str) -> Paragraph:
    return Paragraph((Run(text, bold=True),), Style.CENTRED)


def _usual_grounds(period: Period) -> tuple[str, ...]:
    year = period.in_a_sentence
    return (
        "Căn cứ Luật Thi đua, khen thưởng",
        f"Căn cứ yêu cầu công tác {year} của {period.cluster.name}",
        f"Theo đề nghị của {OPEN}{OPEN}",
    )


def _article(place: int, text: str) -> Paragraph:
    return Paragraph((Run(f"Điều {place}. ", bold=True), Run(text)))


def _members(secretariat: Secretariat) -> tuple[Block, ...]:
    founded = f"Thành lập {body_named(secretariat.period)} (sau đây gọi là Tổ giúp việc), gồm"
    day = secretariat.decision_date or secretariat.period.until
    lines = enumerated(
        f"{capital(person_named(member.person, day))}: {member.role.label}"
        for member in in_order(secretariat)
    )
    items = (ListItem(f"{place}.", line) for place, line in enumerate(lines, start=1))
    who = "các đồng chí có tên sau đây:" if lines else f"các đồng chí: {OPEN}{OPEN}"
    return _article(1, f"{founded} {who}"), *items


def _tasks(secretariat: Secretariat) -> tuple[Block, ...]:
    common = (
        f"Tổ giúp việc tham mưu, giúp Cụm trưởng {secretariat.period.cluster.name} tổ chức, theo "
        "dõi và tổng hợp công tác thi đua, khen thưởng của cụm."
    )
    charged = [member for member in in_order(secretariat) if member.task]
    if not charged:
        return (_article(2, f"{common} Tổ trưởng phân công nhiệm vụ cho các thành viên."),)
    lines = enumerated(f"{_short(member.person)}: {member.task}" for member in charged)
    head = f"{common} Nhiệm vụ của các thành viên:"
    return _article(2, head), *(ListItem("-", line) for line in lines)


def _short(person: Person) -> str:
    return f"Đồng chí {person.signed_name()}"


def _effect(period: Period) -> Paragraph:
    text = (
        f"Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị thành viên {period.cluster.name} "
        "và các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này"
    )
    return _article(3, finished(text))


def _closing(secretariat: Secretariat) -> Closing:
    body = secretariat.period.cluster.organising_body
    names = (f"{body} (để báo cáo)",) if body else ()
    return Closing(
        right=_signature(secretariat),
        receivers=receivers(names, first=("Như Điều 3",), kept="Lưu: VT, Tổ giúp việc"),
    )


def _signature(secretariat: Secretariat) -> Signature:
    """The signer noted with the decision, under the post the register has; else the lead's head."""
    period, day = secretariat.period, secretariat.decision_date
    if not secretariat.signed_by:
        return issuing_signature(period, signer_of(period, day), day)
    known = [member.representative for member in period.members if member.representative]
    names = (person for person in known if person.full_name in secretariat.signed_by)
    signature = issuing_signature(period, next(names, None), day)
    return dataclasses.replace(signature, name=secretariat.signed_by, note="")
