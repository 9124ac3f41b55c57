"""Which words on the screen are no Vietnamese."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_SYLLABLE = re.compile(
    r"(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(oai|oay|oao|oeo|uay|uoi|uou|uye|uyu|uya|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|"
    r"ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y)?"
    r"(ng|nh|ch|[cmnpt])?"
)
"""The shape of a Vietnamese syllable without its marks."""
LOOK_ALIKE = frozenset("the that them then not but get set put up at it cut copy ok no".split())
"""English words in the shape of a syllable, where they stand without any mark."""
ALLOWED = frozenset(
    # names of programs, formats, parts of a PC and keys, and what has no Vietnamese word
    """
    excel word pdf docx xlsx xls ods csv json thidua usb windows linux sqlite qt python pc
    ctrl alt shift enter esc del ins home end page pageup pagedown tab f email html png jpg
    jpeg svg zip txt log sql md thidua cum app sha liberation serif pro great vibes be vietnam mm
    libreoffice cm pt mb kb gb dpi px xml py m id gg qr a4 a3 tcvn vni unicode utf
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"<[^>]*>|\{[^}]*\}|https?://\S+|\S+@\S+|\S*[/\\]\S*\.\w+|&\w+;")


@cache
def foreign(text: str) -> list[str]:
    """The words of a text that are neither Vietnamese nor allowed."""
    bare = _TAG.sub(" ", text).replace("&", "")
    return [word for word in _WORD.findall(bare) if not _is_known(word)]


def _is_known(word: str) -> bool:
    low = word.lower()
    if low in ALLOWED:
        return True
    if word.isupper() and low not in LOOK_ALIKE and low not in ("cancel", "save", "open", "close"):
        return True  # CSGT, BCA, PV: the short names of offices and kinds of papers
    marks = unicodedata.normalize("NFD", low.replace("đ", "d"))
    letters = "".join(each for each in marks if not unicodedata.combining(each))
    return bool(_SYLLABLE.fullmatch(letters)) and low not in LOOK_ALIKE
