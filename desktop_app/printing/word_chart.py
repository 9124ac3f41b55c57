"""Bars in Word: a table whose bars are made of signs, so that it can be edited like any text."""

from __future__ import annotations

from typing import Any

from desktop_app.papers.blocks import BarChart, Column, Paragraph, Row, Style, Table
from desktop_app.printing import page, word_table, word_text

_SIGNS = 16
"""Signs in a bar of full length."""
_FULL, _PALE = "█", "▒"


def add_chart(made: Any, block: BarChart, width: float) -> None:
    """The caption and a row a bar."""
    if not block.bars:
        return
    caption = Paragraph(block.caption, Style.CENTRED)
    word_text.add(made, caption.text, page.STYLES[caption.style], page.SINGLE_LINE)
    columns = (Column("Đơn vị", 0.30), Column("Biểu đồ", 0.46), Column("Điểm", 0.24))
    rows = []
    for bar in block.bars:
        share = min(max(bar.value / block.most, 0.0), 1.0) if block.most else 0.0
        signs = (_PALE if bar.is_pale else _FULL) * round(share * _SIGNS)
        rows.append(Row((bar.label, signs, bar.words)))
    word_table.add_table(made, Table(columns, tuple(rows)), width)
