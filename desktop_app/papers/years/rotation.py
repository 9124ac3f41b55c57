"""Đề xuất luân phiên Cụm trưởng: who led so far, who is proposed next, and why."""

from __future__ import annotations

from desktop_app.domain.years.period import Period
from desktop_app.domain.years.rotation import Candidate, Rotation
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
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
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import finished

_BOOK = (
    Column("STT", 0.07, "center"),
    Column("Kỳ thi đua", 0.14),
    Column("Cụm trưởng", 0.34),
    Column("Cụm phó", 0.30),
    Column("Bầu / phân công", 0.15),
)
_CANDIDATES = (
    Column("TT", 0.07, "center"),
    Column("Đơn vị", 0.40),
    Column("Lý do xếp thứ tự", 0.53),
)


class RotationProposal(Paper):
    """The book and the proposal that follows from it; the members decide."""

    key = "rotation"
    name = "Đề xuất luân phiên Cụm trưởng"
    record = Rotation

    def compose(self, record: Rotation, only: str | None = None) -> Document:
        blocks = (
            *_head(record),
            *numbered_sections(
                ("Các đơn vị đã làm Cụm trưởng", _book(record)),
                (f"Đề xuất {record.next_title}", _proposal(record)),
                ("Thứ tự các đơn vị", _order(record)),
            ),
            *_foot(record),
        )
        return Document(f"Đề xuất luân phiên Cụm trưởng {record.next_title}", (Section(blocks),))


def _head(rotation: Rotation) -> tuple[Block, ...]:
    title = Title("ĐỀ XUẤT", f"Đơn vị Cụm trưởng {rotation.cluster.name} {rotation.next_title}")
    period = rotation.newest
    if period is None:
        return title, Paragraph("Chưa có kỳ thi đua nào của cụm.")
    body = issuing_body(period, None)
    day = place_and_date(body.place, None, year_of(period))
    return letterhead(body, place_and_date=day), title


def _book(rotation: Rotation) -> tuple[Block, ...]:
    if not rotation.turns:
        return ()
    rows = (
        Row(
            (str(place), turn.period.title, turn.lead_name, turn.deputy_name, str(turn.lead.source))
        )
        for place, turn in enumerate(rotation.turns, start=1)
    )
    return Table(_BOOK, tuple(rows)), *_exceptions(rotation)


def _exceptions(rotation: Rotation) -> tuple[Block, ...]:
    """The turns that did not follow the order, each with the reason that was given."""
    made = {turn.period.title: turn.remark for turn in rotation.turns if turn.remark}
    if not made:
        return ()
    lines = (ListItem("-", f"{title}: {remark}") for title, remark in made.items())
    return Paragraph("Trường hợp không theo thứ tự:"), *lines


def _proposal(rotation: Rotation) -> tuple[Block, ...]:
    first = rotation.proposed
    if first is None:
        return ()
    lines = (
        f"Đề xuất {first.name} làm đơn vị Cụm trưởng {rotation.next_title}. Lý do: {first.why}",
        rotation.tie_sentence,
        rotation.deputy_sentence,
    )
    return tuple(Paragraph(line) for line in lines if line)


def _order(rotation: Rotation) -> tuple[Block, ...]:
    if not rotation.candidates:
        return ()
    rows = (_row(place, candidate) for place, candidate in enumerate(rotation.candidates, start=1))
    return (
        Paragraph("Đơn vị lâu nhất chưa làm Cụm trưởng xếp trước."),
        Table(_CANDIDATES, tuple(rows)),
    )


def _row(place: int, candidate: Candidate) -> Row:
    return Row((str(place), candidate.name, candidate.why))


def _foot(rotation: Rotation) -> tuple[Block, ...]:
    period = rotation.newest
    if period is None or rotation.proposed is None:
        return ()
    request = "Kính đề nghị các đơn vị thành viên xem xét, cho ý kiến"
    return Paragraph(finished(request)), _closing(period)


def _closing(period: Period) -> Closing:
    return Closing(
        right=issuing_signature(period, signer_of(period, None), None),
        receivers=receivers((f"Các đơn vị thành viên {period.cluster.name}",)),
    )
