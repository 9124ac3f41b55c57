"""The sheet with the recovery code of a file: printed once, sealed, never kept in a file."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.rich_text import Run
from desktop_app.domain.vietnamese import short_date
from desktop_app.papers.blocks import Block, Document, Gap, Paragraph, Section, Style, Title

_ADVICE = (
    "Mã này mở được tệp thay cho mật khẩu. Ai có tờ giấy này và có tệp thì đọc được mọi thứ "
    "trong tệp.",
    "Hãy cho tờ giấy vào phong bì dán kín, ghi ngày, giao người có trách nhiệm cất trong két hoặc "
    "tủ có khoá; không chụp ảnh, không để cùng chỗ với máy.",
    "Mỗi lần đổi mật khẩu có một mã mới; mã cũ không mở được tệp nữa và phải được huỷ.",
    "Mất cả mật khẩu lẫn mã khôi phục thì không ai mở được tệp, kể cả người làm ra chương trình.",
)


def recovery_sheet(file_name: str, code: str, day: dt.date) -> Document:
    """One page: which file, the code in large groups, and how to keep it."""
    blocks: tuple[Block, ...] = (
        Title("MÃ KHÔI PHỤC", f"của tệp dữ liệu «{file_name}»"),
        Gap(8),
        Paragraph((Run(code, bold=True),), Style.CENTRED),
        Paragraph(f"Lập ngày {short_date(day)}.", Style.CENTRED_ITALIC),
        Gap(8),
        *(Paragraph(words) for words in _ADVICE),
    )
    return Document("Mã khôi phục", (Section(blocks),))
