"""The marks of classified papers (Mật, Tối mật, Tuyệt mật), found in what is typed or in a name.

The three degrees are those of the Law on the protection of state secrets. What is found is told,
never refused: «mật» stands in ordinary words too, and only a person knows which it is.
"""

from __future__ import annotations

import re
import unicodedata

_DEGREES = re.compile(r"(?<!\w)(?:tuyệt|tối)\s+mật(?!\w)", re.IGNORECASE)
_PAPERS = re.compile(
    r"(?<!\w)(?:(?:tài liệu|văn bản|công văn|hồ sơ|dấu|loại|mức|tin)|độ\s+mật\s*:)\s+mật(?!\w)"
    r"(?!\s+(?:mã|khẩu|thiết|danh))",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?<!\w)MẬT(?!\w)")
_WORD_BEFORE = re.compile(r"(\w+)[ \t]+$")
_WORD_AFTER = re.compile(r"[ \t]+(\w+)")
_NAME = re.compile(r"(?<![^\W_])(?:TUYET|TOI)[ _.-]+MAT(?![^\W_])")
"""As people write it in the name of a file."""


def mark_in(text: str) -> str:
    """The words that mark a classified paper, as they stand in a text; empty where there are none.

    «MẬT» counts where it stands as a stamp does: not within a name or a heading in capitals.
    """
    composed = unicodedata.normalize("NFC", text)
    for pattern in (_DEGREES, _PAPERS):
        if found := pattern.search(composed):
            return " ".join(found[0].split())
    return next((found[0] for found in _STAMP.finditer(composed) if _stands_alone(found)), "")


def mark_in_name(name: str) -> str:
    """The same for the name of a file, where the accents may be missing."""
    composed = unicodedata.normalize("NFC", name)
    if found := _NAME.search(composed):
        return found[0]
    return mark_in(composed.replace("_", " ").replace("-", " "))


def _stands_alone(found: re.Match[str]) -> bool:
    before = _WORD_BEFORE.search(found.string, 0, found.start())
    after = _WORD_AFTER.match(found.string, found.end())
    return not any(word and word[1].isupper() for word in (before, after))
