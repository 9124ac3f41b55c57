"""Texts as nobody types them, and as everybody does: the same seed gives the same texts."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator

_SYLLABLES = (
    "nguyễn quỳnh đặng đức ẵng thuỷ hoà khuỷu nghiêng trường giữa ngoẵng cục phòng thi đua khen "
    "thưởng quyết định số ngày tháng năm đơn vị hội nghị ký kết giao ước Công an Bộ UBND"
).split()
_MARKUP = (
    *(
        "<b>",
        "</b>",
        "<i",
        "<!-- x -->",
        "<![CDATA[y]]>",
        "&amp;",
        "&",
        "&#x1F;",
        "&copy;",
        "<br/>",
    ),
    *(
        '<a href="javascript:x">',
        '<img src="/etc/passwd"/>',
        "<Bí danh>",
        "<para>",
        "<font color=x>",
    ),
    *("]]>", "<?xml?>", "<onDraw/>", "{{ x }}", "{% y %}", "${z}", "%s", "%(a)s", "\\x00", "\\"),
)
_FORMULAS = (
    *(
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "＝1",
        "'=1",
        "_x0041_",
        "_x000D_",
    ),
)
_QUOTES = (
    "'",
    '"',
    "''",
    "; DROP TABLE unit; --",
    "*",
    'NEAR("a")',
    "AND",
    "OR NOT",
    '"',
    "(",
    "^",
    ":",
)
_ODD = (
    *(
        "\u202e",
        "\u200f",
        "\u2066",
        "\ufeff",
        "\u200b",
        "\u00ad",
        "\u0301",
        "\u031b\u0301",
        "\u0323",
    ),
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\r\n", "\t", "\v", "\f"),
    *(
        "\ud800",
        "\udfff",
        "\ue000",
        "\ufffe",
        "\uffff",
        "\U0001f46e",
        "\U0001f1fb\U0001f1f3",
        "\ufe0f",
    ),
    *("漢字", "العربية", "עברית", "ไทย", "Ω≈ç√∫", "ﬁ", "ǅ", "ß", "İ", "ı", "Å", "㎏", "Ⅳ", "½"),
)


def texts(seed: int) -> Iterator[str]:
    """Without end: words, and between them whatever a keyboard or a paste can bring."""
    chance = random.Random(seed)
    while True:
        pieces = [_piece(chance) for _ in range(chance.randint(1, 14))]
        text = chance.choice((" ", "", "  ", "\n")).join(pieces)
        if chance.random() < 0.3:
            text = unicodedata.normalize(chance.choice(("NFD", "NFKD")), text)
        yield text


def _piece(chance: random.Random) -> str:
    sort = chance.random()
    if sort < 0.5:
        return chance.choice(_SYLLABLES)
    if sort < 0.6:
        return chance.choice(_SYLLABLES).upper()
    if sort < 0.85:
        return chance.choice(chance.choice((_MARKUP, _FORMULAS, _QUOTES, _ODD)))
    if sort < 0.95:
        return "".join(chr(chance.randint(32, 0x1EFF)) for _ in range(chance.randint(1, 6)))
    return chance.choice("xẵ") * chance.randint(20, 90)
