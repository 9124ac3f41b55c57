"""Biên bản bàn giao Cụm trưởng: sides, items, work that goes over, signatures."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import long_date, number
from desktop_app.domain.years.handover import Handover, HandoverItem
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    ListItem,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    Title,
)
from desktop_app.papers.framing import (
    HAND_NOTE,
    day_of,
    issuing_body,
    letterhead,
    plain_signature,
    receivers,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import (
    OPEN,
    capital,
    closed,
    enumerated,
    finished,
    paragraphs,
    person_named,
)

_ITEMS = (
    Column("STT", 0.07, "center"),
    Column("Hồ sơ, tài liệu, hiện vật", 0.39),
    Column("Số lượng", 0.15, "center"),
    Column("Tình trạng", 0.18),
    Column("Ghi chú", 0.21),
)


class HandoverPaper(Paper):
    """Form 1.9 of Decree 30/2020; its fields in the form's order."""

    key = "handover"
    name = "Biên bản bàn giao Cụm trưởng"
    record = Handover

    def compose(self, record: Handover, only: str | None = None) -> Document:
        blocks = (
            *_head(record),
            *numbered_sections(
                ("Thời gian, địa điểm", _time_and_place(record)),
                ("Thành phần", _sides(record)),
                ("Nội dung bàn giao", _items(record)),
                ("Công việc chuyển tiếp", _unfinished(record)),
            ),
            *_ending(),
            _closing(record),
        )
        return Document(f"Biên bản {record.title}", (Section(blocks),))


def _day(handover: Handover) -> dt.date | None:
    """The day whose names count."""
    return day_of(handover.period, handover.day)


def _head(handover: Handover) -> tuple[Block, ...]:
    period = handover.period
    body = issuing_body(period, handover.day)
    subject = (
        "Bàn giao hồ sơ, tài liệu, công việc của đơn vị Cụm trưởng"
        f" {period.cluster.name} {period.in_a_sentence}"
    )
    return (
        letterhead(body, body.symbol("BB", None)),
        Title("BIÊN BẢN", subject, rule=period.cluster.minutes_rule),
    )


def _time_and_place(handover: Handover) -> tuple[Block, ...]:
    day = long_date(handover.day, year_of(handover.period))
    return (
        Paragraph(f"Thời gian: {day}."),
        Paragraph(f"Địa điểm: {closed(handover.place or OPEN)}"),
    )


def _sides(handover: Handover) -> tuple[Block, ...]:
    day = _day(handover)
    return (
        *_side("1.", "Bên giao", handover.giver, handover.giver_person, day),
        *_side("2.", "Bên nhận", handover.receiver, handover.receiver_person, day),
        ListItem("3.", f"Người chứng kiến: {closed(handover.witness or OPEN)}"),
    )


def _side(
    mark: str, name: str, unit: Unit | None, person: Person | None, day: dt.date | None
) -> tuple[Block, ...]:
    return (
        ListItem(mark, f"{name}: {unit.name_on(day) if unit else OPEN}."),
        Paragraph(f"Đại diện: {person_named(person, day)}."),
    )


def _items(handover: Handover) -> tuple[Block, ...]:
    if not handover.items:
        return (Paragraph(f"(Danh mục kèm theo) {OPEN}"),)
    rows = (
        Row((str(place), item.text, _amount(item), item.condition, item.note))
        for place, item in enumerate(handover.items, start=1)
    )
    return Paragraph("Bên giao đã giao cho bên nhận:"), Table(_ITEMS, tuple(rows))


def _amount(item: HandoverItem) -> str:
    counted = "" if item.count is None else number(item.count)
    return f"{counted} {item.measure}".strip()


def _unfinished(handover: Handover) -> tuple[Block, ...]:
    lines = enumerated(capital(line.lstrip("-–+ ")) for line in paragraphs(handover.unfinished))
    return tuple(ListItem(f"{place}.", line) for place, line in enumerate(lines, start=1))


def _ending() -> tuple[Block, ...]:
    agreed = "Hai bên đã kiểm đếm và thống nhất giao, nhận theo đúng các nội dung nêu trên."
    copies = f"Biên bản được lập thành {OPEN} bản có giá trị như nhau"
    return Paragraph(agreed), Paragraph(finished(copies))


def _closing(handover: Handover) -> Closing:
    """The two sides, between them the witness, who signs with the name in writing."""
    with_rank = handover.period.cluster.print_rank
    units = (unit.name_on(_day(handover)) for unit in (handover.giver, handover.receiver) if unit)
    return Closing(
        left=plain_signature("Đại diện bên giao", handover.giver_person, with_rank),
        middle=Signature(("NGƯỜI CHỨNG KIẾN",), note=HAND_NOTE),
        right=plain_signature("Đại diện bên nhận", handover.receiver_person, with_rank),
        receivers=receivers(units, kept="Lưu: VT, Hồ sơ"),
        receivers_below=True,
    )
