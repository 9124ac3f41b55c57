"""Danh sách Tổ giúp việc: its people with role, task and phone."""

from __future__ import annotations

from desktop_app.domain.vietnamese import long_date
from desktop_app.domain.years.period import Secretariat, SecretariatMember
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from desktop_app.papers.framing import (
    day_of,
    issuing_body,
    issuing_signature,
    letterhead,
    place_and_date,
    signer_of,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.years.secretariat_decision import body_named, in_order

_COLUMNS = (
    Column("STT", 0.05, "center"),
    Column("Họ và tên", 0.17),
    Column("Cấp bậc, chức vụ", 0.17),
    Column("Đơn vị", 0.23),
    Column("Vai trò", 0.10),
    Column("Nhiệm vụ", 0.17),
    Column("Điện thoại", 0.11),
)


class SecretariatRoster(Paper):
    """The list that goes with the decision and hangs on the wall."""

    key = "secretariat-roster"
    name = "Danh sách Tổ giúp việc"
    record = Secretariat

    def compose(self, record: Secretariat, only: str | None = None) -> Document:
        period, day = record.period, record.decision_date
        body = issuing_body(period, day)
        blocks: tuple[Block, ...] = (
            letterhead(body, place_and_date=place_and_date(body.place, day, year_of(period))),
            Title("DANH SÁCH", body_named(period), remark=_decision(record)),
            _table(record),
            Closing(right=issuing_signature(period, signer_of(period, day), day)),
        )
        return Document(f"Danh sách {record.title}", (Section(blocks, landscape=True),))


def _decision(secretariat: Secretariat) -> str:
    if not secretariat.decision_number:
        return ""
    day = secretariat.decision_date
    dated = f" {long_date(day)}" if day else ""
    return f"(Kèm theo Quyết định số {secretariat.decision_number}{dated})"


def _table(secretariat: Secretariat) -> Table | Paragraph:
    members = in_order(secretariat)
    if not members:
        return Paragraph("Tổ giúp việc chưa có thành viên.")
    rows = (_row(secretariat, place, member) for place, member in enumerate(members, start=1))
    return Table(_COLUMNS, tuple(rows))


def _row(secretariat: Secretariat, place: int, member: SecretariatMember) -> Row:
    day = day_of(secretariat.period, secretariat.decision_date)
    person = member.person.as_of(day)
    return Row(
        (
            str(place),
            person.full_name,
            ", ".join(part for part in (person.rank, person.post) if part),
            person.unit.name_on(day) if person.unit else "",
            member.role.label,
            member.task,
            person.phone,
        )
    )
