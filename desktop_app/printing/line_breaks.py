"""Places where a line of a certificate must not end: inside the name of a unit, a rank, a date."""

from __future__ import annotations

import re

GLUE = "\u00a0"

_UNIT = (
    r"(?:Phòng|phòng|Đội|đội|Tổ|tổ|Cục|cục|Ban|ban|Trạm|trạm|Trại|trại|Cụm|cụm|Khối|khối|Đồn|đồn|"
    r"Tiểu đoàn|tiểu đoàn|Trung đoàn|trung đoàn|Đại đội|đại đội|Khoa|khoa)"
)
_CODE = r"(?:số\s\d+\S*|[A-ZĐ]{1,4}\d[\w.-]*|\d+\S*|[IVX]+\b)"
_RANK = r"(?:Đại|Thượng|Trung|Thiếu|Hạ)\s(?:tướng|tá|úy|uý|sĩ|sỹ)"

_TOGETHER = re.compile(
    rf"\b{_UNIT}\s{_CODE}"
    rf"|\b{_RANK}\b"
    r"|\b[Nn]ăm\s\d{4}\b|\b[Nn]gày\s\d{1,2}\b|\b[Tt]háng\s\d{1,2}\b"
    r"|\bsố\s\d\S*|\b(?:Bộ|bộ)\sCông\san\b|\bCông\san\b"
)


def glued(words: str) -> str:
    """The words with spaces that do not break where a break would read badly.

    «Phòng | PA02», «Thượng | tá», «năm | 2026», «Cụm thi đua số | 2», «Công | an».
    """
    return _TOGETHER.sub(lambda found: re.sub(r"\s", GLUE, found[0]), words)


def loosened(line: str) -> str:
    """A line as it is printed: the spaces are plain ones again, so that it can be searched."""
    return line.replace(GLUE, " ")
