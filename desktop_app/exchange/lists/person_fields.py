"""The fields that lists of people share, and rank and post that stand in one cell."""

from __future__ import annotations

from desktop_app.domain.vietnamese import fold
from desktop_app.exchange.lists.list_field import ListField
from desktop_app.exchange.lists.row_reader import RowReader

_OFFICERS = ("tướng", "tá", "úy", "uý")
_GRADES = ("đại", "thượng", "trung", "thiếu")
_OTHERS = ("hạ sĩ", "hạ sỹ", "thượng sĩ", "thượng sỹ", "trung sĩ", "trung sỹ")
RANKS = (*(f"{grade} {sort}" for sort in _OFFICERS for grade in _GRADES), *_OTHERS)
_BETWEEN = " ,;–-/"

NAME = ListField(
    "name",
    "Họ và tên",
    (
        "ho ten",
        "ho va ten dai bieu",
        "ho ten can bo",
        "ho va",
        "ten",
        "ho",
        "ho dem",
        "ho va ten dem",
        "ho chu dem",
        "ten ca nhan",
        "ho ten ca nhan",
        "dai bieu",
        "can bo",
    ),
    required=True,
    example="Nguyễn Văn An",
    width=28,
)
RANK = ListField("rank", "Cấp bậc", ("cap ham", "quan ham", "ham"), example="Đại tá", width=14)
POST = ListField(
    "post", "Chức vụ", ("chuc danh", "chuc vu hien nay", "vi tri"), example="Phó Cục trưởng"
)
RANK_AND_POST = ListField(
    "rank_and_post",
    "Cấp bậc, chức vụ",
    ("cap bac chuc vu", "cap ham chuc vu", "cap bac va chuc vu"),
)
UNIT = ListField(
    "unit",
    "Đơn vị",
    (
        "don vi cong tac",
        "noi cong tac",
        "co quan",
        "co quan don vi",
        "don vi cong tac hien nay",
        "ma don vi",
    ),
    for_all=True,
    example="Cục KH&TC",
    width=30,
)


def rank_and_post(row: RowReader) -> tuple[str, str]:
    """Both, each from its own column or from the one cell in which both stand."""
    rank, post = row.line("rank"), row.line("post")
    both = row.line("rank_and_post")
    if both:
        begins = next((known for known in RANKS if fold(both).startswith(fold(known))), "")
        rest = both[len(begins) :]
        if not rest or rest[0] in _BETWEEN:
            rank, post = rank or both[: len(begins)], post or rest.strip(_BETWEEN)
        else:
            post = post or both
    return rank, post
