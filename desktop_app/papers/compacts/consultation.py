"""Lấy ý kiến dự thảo giao ước: the letter that asks, and the table of comments and answers."""

from __future__ import annotations

from desktop_app.domain.compacts.consultation import Answer, Comment, Consultation, Opinion
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import long_date, short_date
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.framing import day_of, letter_head, official_closing, plain_head
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import closed, count, finished, paragraphs

_COLUMNS = (
    Column("TT", 0.05, "center"),
    Column("Đơn vị", 0.20),
    Column("Nội dung góp ý", 0.35),
    Column("Tiếp thu", 0.12),
    Column("Giải trình", 0.28),
)


class ConsultationLetter(Paper):
    """One letter to all units, or one a unit."""

    key = "consultation-letter"
    name = "Công văn lấy ý kiến"
    record = Consultation

    def parts(self, record: Consultation) -> tuple[tuple[str, str], ...]:
        return tuple((unit.id, unit.name) for unit in _units(record))

    def compose(self, record: Consultation, only: str | None = None) -> Document:
        period, day = record.period, day_of(record.period, record.date)
        names = [unit.name_on(day) for unit in _units(record) if only in (None, unit.id)]
        about = f"góp ý dự thảo giao ước thi đua {period.in_a_sentence}"
        blocks: tuple[Block, ...] = (
            *letter_head(period, record.date, record.number, about, names),
            *(Paragraph(line) for line in _body(record)),
            official_closing(period, record.signer, record.date, ("Như trên", *record.receivers)),
        )
        return Document(f"Công văn {about}", (Section(blocks),))


def _units(record: Consultation) -> list[Unit]:
    return list({comment.unit.id: comment.unit for comment in record.comments}.values())


def _body(record: Consultation) -> list[str]:
    period = record.period
    due = f" trước {long_date(record.due)}" if record.due else ""
    return [
        f"Chuẩn bị ký kết giao ước thi đua {period.in_a_sentence}, {period.cluster.name} đã dự "
        f"thảo giao ước (phiên bản {record.compact.version}, gửi kèm theo).",
        *(closed(line) for line in paragraphs(record.body)),
        "Đề nghị các đơn vị nghiên cứu, ghi rõ “nhất trí” hoặc nội dung góp ý theo từng mục của dự "
        f"thảo, gửi về Tổ giúp việc{due} để tổng hợp.",
        finished("Rất mong nhận được sự phối hợp của các đơn vị"),
    ]


class ConsultationTable(Paper):
    """Landscape: what each unit said and what was made of it."""

    key = "consultation-table"
    name = "Bảng tổng hợp ý kiến góp ý"
    record = Consultation

    def compose(self, record: Consultation, only: str | None = None) -> Document:
        period = record.period
        subject = (
            f"Dự thảo giao ước thi đua {period.in_a_sentence}, phiên bản {record.compact.version}"
        )
        blocks: tuple[Block, ...] = (
            *plain_head(period, record.date, "BẢNG TỔNG HỢP Ý KIẾN GÓP Ý", subject),
            Paragraph(_summary(record)),
            Table(_COLUMNS, tuple(_rows(record))),
            official_closing(period, record.signer, record.date, record.receivers),
        )
        return Document(f"Tổng hợp ý kiến {subject}", (Section(blocks, landscape=True),))


def _summary(record: Consultation) -> str:
    units = _units(record)
    commented = [c for c in record.comments if c.opinion is Opinion.COMMENTED]
    speaking = {c.unit.id for c in commented}
    answers = [(answer, sum(c.answer is answer for c in commented)) for answer in Answer]
    told = "; ".join(f"{answer.label.lower()} {count(n)}" for answer, n in answers if n)
    words = (
        f"Số đơn vị được lấy ý kiến: {count(len(units))}; đã trả lời: {count(record.answered)}; "
        f"nhất trí: {count(record.answered - len(speaking))}; có góp ý: {count(len(speaking))} "
        f"đơn vị, {count(len(commented))} góp ý"
    )
    return f"{words} ({told})." if told else f"{words}."


def _rows(record: Consultation) -> list[Row]:
    day = day_of(record.period, record.date)
    return [
        Row(
            (
                str(place),
                comment.unit.name_on(day),
                _said(comment),
                comment.answer.label if comment.opinion is Opinion.COMMENTED else "",
                comment.explanation,
            )
        )
        for place, comment in enumerate(record.comments, start=1)
    ]


def _said(comment: Comment) -> str:
    when = f" ({short_date(comment.replied_on)})" if comment.replied_on else ""
    if comment.opinion is not Opinion.COMMENTED:
        return comment.opinion.label + when
    about = f"{comment.about}: " if comment.about else ""
    return f"{about}{comment.text}{when}"
