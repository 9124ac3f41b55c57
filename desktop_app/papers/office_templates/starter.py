"""A template to begin with: the official page with every field where it usually stands."""

from __future__ import annotations

from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Row,
    Section,
    Signature,
    Style,
    Table,
    Title,
)
from desktop_app.papers.office_templates import TemplateSort
from desktop_app.papers.office_templates.fields import Field

_SHARES = {"stt": 1, "gio": 2, "nam": 1.5, "loai": 1.5, "so_vao_so": 1.5, "thanh_tich": 5}
"""Room of a column where it is not the usual."""
_USUAL = 3.0
_LOOPED = {"can_cu": Style.GROUND, "noi_dung": Style.BODY}


def starter(sort: TemplateSort) -> Document:
    """Blocks whose words are tags; the office moves, dresses and deletes them in Word."""
    blocks: tuple[Block, ...] = (
        Letterhead(
            _shown("co_quan_chu_quan"),
            (_shown("co_quan"),),
            _shown("so_ky_hieu"),
            _shown("dia_danh_ngay"),
        ),
        Title(_shown("loai_van_ban"), _shown("trich_yeu")),
        Paragraph("{%p if kinh_gui %}"),
        Paragraph("Kính gửi: {{ kinh_gui|join('; ') }}", Style.CENTRED),
        Paragraph("{%p endif %}"),
        *(block for name, style in _LOOPED.items() for block in _loop(name, style)),
        Paragraph("{# Các trường khác của văn bản này: xoá những gì không dùng #}"),
        *(block for field in sort.own for block in _own(field)),
        Closing(
            right=Signature((_shown("chuc_vu_ky"),), _shown("nguoi_ky")),
            receivers=(_shown("noi_nhan"),),
        ),
    )
    return Document(f"Mẫu {sort.paper.name.lower()}", (Section(blocks),))


def _shown(name: str) -> str:
    return "{{ " + name + " }}"


def _loop(name: str, style: Style) -> tuple[Block, ...]:
    return (
        Paragraph("{%p for doan in " + name + " %}", style),
        Paragraph("{{ doan }}", style),
        Paragraph("{%p endfor %}", style),
    )


def _own(field: Field) -> tuple[Block, ...]:
    if not field.parts:
        return (Paragraph(f"{field.label}: {_shown(field.name)}"),)
    columns = tuple(Column(part.label, _SHARES.get(part.name, _USUAL)) for part in field.parts)
    empty = ("",) * (len(columns) - 1)
    rows = (
        Row(("{%tr for dong in " + field.name + " %}", *empty)),
        Row(tuple(_shown(f"dong.{part.name}") for part in field.parts)),
        Row(("{%tr endfor %}", *empty)),
    )
    return (Table(columns, rows),)
