"""Phụ lục giao ước: what a signed compact is changed by, signed like the compact itself."""

from __future__ import annotations

from desktop_app.domain.compacts.annex import CompactAnnex
from desktop_app.domain.vietnamese import long_date
from desktop_app.domain.years.issuing import IssuingBody
from desktop_app.papers import typed_text
from desktop_app.papers.blocks import Block, Document, Paragraph, Section, SignatureGrid, Title
from desktop_app.papers.compacts.compact import signature_cells
from desktop_app.papers.framing import letterhead, place_and_date, year_of
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, finished, grounds


class AnnexPaper(Paper):
    """One annex."""

    key = "annex"
    name = "Phụ lục giao ước"
    record = CompactAnnex

    def compose(self, record: CompactAnnex, only: str | None = None) -> Document:
        period = record.period
        cluster = period.cluster
        day = place_and_date(record.place or cluster.place, record.signed_on, year_of(period))
        blocks: tuple[Block, ...] = (
            letterhead(IssuingBody.of_cluster(cluster), place_and_date=day),
            Title(f"PHỤ LỤC SỐ {record.ordinal:02d}", record.name, remark=_remark(record)),
            *grounds(record.grounds),
            Paragraph("Các đơn vị thành viên thống nhất sửa đổi, bổ sung giao ước như sau:"),
            *(typed_text.blocks(record.body) or (Paragraph(OPEN),)),
            Paragraph(finished("Các nội dung khác của giao ước không thay đổi")),
            SignatureGrid(signature_cells(period, record.signed_on, record.signatures)),
        )
        return Document(record.title, (Section(blocks),))


def _remark(record: CompactAnnex) -> str:
    compact = record.compact
    when = f", ký {long_date(compact.signed_on)}" if compact.signed_on else ""
    return f"(Kèm theo {compact.name[:1].lower()}{compact.name[1:]}{when})"
