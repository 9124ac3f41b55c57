"""Hướng dẫn nhanh: the work of a year and the most used keys on one page, to lie on the desk."""

from __future__ import annotations

from desktop_app.domain.years.guide import GUIDE, KEYS
from desktop_app.domain.years.period import Period
from desktop_app.papers.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
    Title,
)
from desktop_app.papers.paper import Paper

_STEPS = (
    Column("STT", 0.07, "center"),
    Column("Việc", 0.28),
    Column("Ở đâu, làm thế nào", 0.65),
)
_KEYS = (Column("Phím", 0.2), Column("Việc", 0.3), Column("Phím", 0.2), Column("Việc", 0.3))


class QuickGuide(Paper):
    """For whoever sits down at the program for the first time; nobody signs it."""

    key = "quick-guide"
    name = "Hướng dẫn nhanh"
    record = Period

    def compose(self, record: Period, only: str | None = None) -> Document:
        blocks: tuple[Block, ...] = (
            Title("HƯỚNG DẪN NHANH", f"Một năm thi đua cùng chương trình, {record.cluster.name}"),
            Table(_STEPS, tuple(_step_rows())),
            Paragraph(
                "Không nhập tài liệu mật. Chương trình tự sao lưu cạnh tệp; nên chọn thêm nơi thứ "
                "hai: «Nơi sao lưu thứ hai…» ở «Tệp».",
                Style.NOTE,
            ),
            Table(_KEYS, tuple(_key_rows())),
        )
        return Document("Hướng dẫn nhanh", (Section(blocks),))


def _step_rows() -> list[Row]:
    return [
        Row((str(place), each.name, f"{each.place}: {each.words}"))
        for place, each in enumerate(GUIDE, start=1)
    ]


def _key_rows() -> list[Row]:
    """Two keys a row."""
    half = (len(KEYS) + 1) // 2
    pairs = zip(KEYS[:half], (*KEYS[half:], ("", ""))[:half], strict=True)
    return [Row((*left, *right)) for left, right in pairs]
