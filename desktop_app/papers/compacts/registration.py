"""Bản đăng ký thi đua: what one unit aims at, signed by its head."""

from __future__ import annotations

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.compacts.registration import LineState, Registration, RegistrationLine
from desktop_app.papers.blocks import (
    Addressees,
    Block,
    Closing,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    Title,
)
from desktop_app.papers.framing import HAND_NOTE, place_and_date, receivers, year_of
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, finished

_COLUMNS = (
    Column("TT", 0.07, "center"),
    Column("Tập thể, cá nhân", 0.36),
    Column("Danh hiệu, hình thức đăng ký", 0.39),
    Column("Ghi chú", 0.18),
)


class RegistrationPaper(Paper):
    """The unit's own paper: its letterhead, its head's signature."""

    key = "registration"
    name = "Bản đăng ký thi đua"
    record = Registration

    def compose(self, record: Registration, only: str | None = None) -> Document:
        period = record.period
        name = record.unit.name_on(record.sent_on or period.until) if record.unit else ""
        movement = f"phong trào thi đua “{period.movement}” " if period.movement else ""
        blocks: tuple[Block, ...] = (
            *_head(record, name),
            Addressees((period.issuing_body(record.sent_on).name,)),
            Paragraph(
                f"Thực hiện {movement}{period.in_a_sentence}, {name or OPEN} đăng ký các danh "
                "hiệu thi đua, hình thức khen thưởng như sau:"
            ),
            *_table(record),
            Paragraph(finished(f"{name or 'Đơn vị'} cam kết phấn đấu đạt các nội dung đã đăng ký")),
            _closing(record),
        )
        return Document(f"Đăng ký thi đua {name}", (Section(blocks),))


def _head(record: Registration, name: str) -> tuple[Block, ...]:
    period = record.period
    cluster = period.cluster
    day = place_and_date(cluster.place, record.sent_on, year_of(period))
    return (
        Letterhead(
            parent=cluster.organising_body.upper(), body=(name.upper(),), place_and_date=day
        ),
        Title("BẢN ĐĂNG KÝ THI ĐUA", period.title),
    )


def _table(record: Registration) -> tuple[Block, ...]:
    rows: list[Row] = []
    for kind in SubjectKind:
        lines = [line for line in record.standing if line.kind is kind]
        if lines:
            rows.append(Row((kind.label,), is_group=True))
        rows += [_row(record, place, line) for place, line in enumerate(lines, start=1)]
    if not rows:
        return (Paragraph("Đơn vị chưa ghi danh hiệu đăng ký."),)
    return (Table(_COLUMNS, tuple(rows)),)


def _row(record: Registration, place: int, line: RegistrationLine) -> Row:
    award = line.award.name if line.award else ""
    note = line.note or ("Điều chỉnh" if line.state is LineState.CHANGED else "")
    return Row((str(place), _named(record, line), award, note))


def _named(record: Registration, line: RegistrationLine) -> str:
    """A person of the register with rank and the post of the day; else the name as written."""
    if line.kind is SubjectKind.COLLECTIVE or line.person is None or line.name:
        return record.subject(line)
    return line.person.as_of(record.sent_on or record.period.until).name_and_post()


def _closing(record: Registration) -> Closing:
    day = record.sent_on or record.period.until
    member = record.period.membership_of(record.unit, day)
    head = member.representative if member else None
    post = record.unit.head_post if record.unit and record.unit.head_post else "Thủ trưởng đơn vị"
    name = head.signed_name(record.period.cluster.print_rank) if head else ""
    right = Signature((post.upper(),), name, "" if name else HAND_NOTE)
    return Closing(right=right, receivers=receivers((), first=("Như trên",)))
