"""What an office's own Word template can ask for: every field with its words, and its values.

Values are plain words, lists of words and lists of rows, never records: a template can show
them and do nothing else. Most are read off the paper the program makes itself, so that both
say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.papers.blocks import (
    Addressees,
    Block,
    Closing,
    Document,
    Letterhead,
    ListItem,
    Paragraph,
    Style,
    Text,
    Title,
)

Row = dict[str, str]
Value = str | list[str] | list[Row]
Values = dict[str, Value]


@dataclass(frozen=True)
class Field:
    """A name to be written between double braces; one of several entries is looped over."""

    name: str
    label: str
    is_list: bool = False
    parts: tuple[Field, ...] = ()
    """What each entry of a list of rows holds."""


COMMON = (
    Field("co_quan_chu_quan", "Cơ quan chủ quản, chữ in hoa"),
    Field("co_quan", "Cơ quan ban hành, chữ in hoa, có thể hai dòng"),
    Field("so_ky_hieu", "«Số: …/…»"),
    Field("dia_danh_ngay", "Địa danh, ngày tháng năm"),
    Field("loai_van_ban", "Tên loại văn bản"),
    Field("trich_yeu", "Trích yếu nội dung"),
    Field("kinh_gui", "Kính gửi: từng nơi", is_list=True),
    Field("can_cu", "Căn cứ ban hành: từng căn cứ", is_list=True),
    Field("noi_dung", "Nội dung: từng đoạn như chương trình soạn", is_list=True),
    Field("chuc_vu_ky", "Quyền hạn, chức vụ người ký, có thể nhiều dòng"),
    Field("nguoi_ky", "Cấp bậc, họ tên người ký"),
    Field("noi_nhan", "Nơi nhận, mỗi nơi một dòng"),
)


def common_values(document: Document) -> Values:
    """The fields that every paper has, of its first section."""
    blocks = document.sections[0].blocks if document.sections else ()
    return {
        **_head(blocks),
        "kinh_gui": [name for b in blocks if isinstance(b, Addressees) for name in b.names],
        "can_cu": [words for b in blocks if _is_ground(b) and (words := _paragraph(b))],
        "noi_dung": [words for b in blocks if not _is_ground(b) and (words := _paragraph(b))],
        **_foot(blocks),
    }


def plain(text: Text) -> str:
    """The words of a text without their dress."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def _head(blocks: tuple[Block, ...]) -> Values:
    head = next((b for b in blocks if isinstance(b, Letterhead)), Letterhead("", ()))
    title = next((b for b in blocks if isinstance(b, Title)), Title(""))
    return {
        "co_quan_chu_quan": head.parent,
        "co_quan": "\n".join(head.body),
        "so_ky_hieu": head.symbol,
        "dia_danh_ngay": head.place_and_date,
        "loai_van_ban": title.kind,
        "trich_yeu": title.subject,
    }


def _foot(blocks: tuple[Block, ...]) -> Values:
    foot = next((b for b in blocks if isinstance(b, Closing)), None)
    return {
        "chuc_vu_ky": "\n".join(foot.right.lines) if foot else "",
        "nguoi_ky": foot.right.name if foot else "",
        "noi_nhan": "\n".join(foot.receivers) if foot else "",
    }


def _is_ground(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.GROUND


def _paragraph(block: Block) -> str:
    if isinstance(block, ListItem):
        return f"{block.mark} {plain(block.text)}".strip()
    return plain(block.text) if isinstance(block, Paragraph) else ""
