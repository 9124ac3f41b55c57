"""Text of the fonts before Unicode: TCVN3 (.VnTime, ABC) and VNI (VNI-Times), as letters it shows.

Such text shows as Western letters: «Công» is «C«ng» in TCVN3 and «Coâng» in VNI. The tables are
those of TCVN 5712:1993 (VN3) and of the VNI fonts for Windows, seen through code page 1252.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from desktop_app.domain.letters.syllables import is_syllable
from desktop_app.domain.record import Choice


class OldFont(Choice):
    """A font whose letters have places of their own."""

    TCVN3 = "tcvn3", "Mã TCVN3 (.VnTime)"
    VNI = "vni", "Mã VNI"


_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)


def _vni_table() -> dict[str, str]:
    tones = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    found = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}
    found["î"] = "ỵ"
    for letter, shown in zip(("a", "e", "i", "o", "u", "y", "ô", "ö"), "aeiouyơư", strict=True):
        for sign, tone in tones.items():
            found[letter + sign] = unicodedata.normalize("NFC", shown + tone)
    for letter, made in (("a", "âấầẩẫậ"), ("e", "êếềểễệ"), ("o", "ôốồổỗộ")):
        found |= {letter + sign: one for sign, one in zip("âáàåãä", made, strict=True)}
    found |= {"a" + sign: one for sign, one in zip("êéèúüë", "ăắằẳẵặ", strict=True)}
    return found


def _with_capitals(table: Mapping[str, str]) -> dict[str, str]:
    """The same in capitals; the sign after a capital may be a small one."""
    found = dict(table)
    for letters, made in table.items():
        found[letters.upper()] = made.upper()
        found[letters.capitalize()] = made.upper()
    return found


_VNI = _with_capitals(_vni_table())
_VNI_PARTS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_SOFT = "\u00ad"
_HORNED = re.compile("[ơờởỡớợ]")
_ONLY_NEW = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_OLD = re.compile("[\u00a1-\u00ff]")
_WORD = re.compile("[A-Za-z\u00a1-\u00ff\u0100-\u024f\u1ea0-\u1ef9\u0300-\u0323]+")
_MOST_WRONG = 10
"""Of so many words one may be no Vietnamese: a foreign name among them."""


def converted(text: str, font: OldFont) -> str:
    """The text in Unicode, were it written in this font."""
    if font is OldFont.TCVN3:
        made = "".join(_TCVN3.get(letter, letter) for letter in text)
        return made if _SOFT in text else _WORD.sub(_with_lost_letter, made)
    return _VNI_PARTS.sub(lambda found: _VNI[found[0]], text)


def _with_lost_letter(found: re.Match[str]) -> str:
    """«trởng» as «trưởng»: «ư» of TCVN3 is a soft hyphen, which most programs take away."""
    word = found[0]
    longer = _HORNED.sub(lambda horned: f"ư{horned[0]}", word)
    return longer if not is_syllable(word) and is_syllable(longer) else word


def old_font_of(text: str) -> OldFont | None:
    """The font a text was written in; None for text in Unicode, and where nothing speaks for one.

    Only text is meant that is no Vietnamese as it stands and becomes it, word for word. A word
    such as «hoà», good as it stands, tells nothing; `prevailing_font` asks its neighbours.
    """
    if not may_be_old(text):
        return None
    spoken_for = [font for font in OldFont if _becomes_vietnamese(text, font)]
    return spoken_for[0] if len(spoken_for) == 1 else None


def may_be_old(text: str) -> bool:
    """Whether a text has letters that old fonts use, and none that only Unicode has."""
    return bool(_OLD.search(text)) and not _ONLY_NEW.search(text)


def prevailing_font(texts: Iterable[str]) -> OldFont | None:
    """The font of a whole list: told by most of those texts that could be of one."""
    texts = list(texts)
    fonts = [old_font_of(text) for text in texts]
    new = sum(bool(_ONLY_NEW.search(text)) for text in texts)
    for font in OldFont:
        told = fonts.count(font)
        if told >= 2 and told > 4 * new and told > 4 * sum(f not in (font, None) for f in fonts):
            return font
    return None


def _becomes_vietnamese(text: str, font: OldFont) -> bool:
    words = (word for word in map(_bare, _WORD.findall(text)) if _OLD.search(word))
    # a sign alone («·», «×») is no word, whatever letter it was in an old font
    before = [word for word in words if any(map(str.isalpha, word))]
    if all(map(is_syllable, before)):
        return False
    # a letter alone («ở», «ý») says nothing for a font, nor against it
    after = [word for word in (converted(word, font) for word in before) if len(word) > 1]
    good = sum(map(_is_good, after))
    return good > 0 and (len(after) - good) * _MOST_WRONG <= len(after)


def _bare(word: str) -> str:
    """Without the quotation marks around it, which are letters to TCVN3."""
    stripped = word.lstrip("«") if word.count("«") and not word.count("»") else word
    if stripped.endswith("»"):
        stripped = stripped.strip("«»")
    return stripped


def _is_good(word: str) -> bool:
    """A syllable, or capitals that shorten some, such as «QĐ»; TCVN3 knows no capital vowels."""
    if word.isupper() and not set(word) - set("ABCDĐGHKLMNPQRSTUVX"):
        return len(word) <= 5 and "Đ" in word
    return is_syllable(word) or (word[:1] in "ĂÂÊÔƠƯĐ" and is_syllable(word[0].lower() + word[1:]))
