"""Whether letters make a syllable of written Vietnamese: what a wrong encoding hardly ever does."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split()
_RIMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong ooc oong op ot oa oac oach oai oam oan oang oanh oao oap oat oau oay
    oăc oăm oăn oăng oăp oăt oe oem oen oeo oet
    ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ
    uy uya uych uynh uyt uyu uyp uyên uyêt
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych ynh yt yêm yên yêng yêt yêu
    """.split()
)
_AFTER_QU = frozenset(
    """
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây
    e en eng eo et ê êch ên ênh êt êu i ich in inh it o ơ ôc y ych ynh yt yên yêt
    """.split()
)
_STOPPED = re.compile(r"(c|ch|p|t)$")
_FRONT = "eêiy"


def is_syllable(word: str) -> bool:
    """Whether a word is spelt as Vietnamese words are: onset, rime, one tone that goes with it."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    decomposed = unicodedata.normalize("NFD", word.casefold())
    tones = [mark for mark in decomposed if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(m for m in decomposed if m not in _TONES))
    if len(tones) > 1:
        return False
    return any(_fits(onset, rime, tones) for onset, rime in _splits(bare))


def _splits(bare: str) -> list[tuple[str, str]]:
    """All ways to part a word: «gi» may be an onset or end in the rime."""
    found = [("", bare)] if bare else []
    return found + [(o, bare[len(o) :]) for o in _ONSETS if bare.startswith(o) and bare != o]


def _fits(onset: str, rime: str, tones: list[str]) -> bool:
    if onset == "q" or not _is_spelt(onset, rime):
        return False
    if onset == "gi" and rime in ("êng", "êt", "êc", "êm", "ên", "êu", "êp"):
        known = True
    else:
        known = rime in (_AFTER_QU if onset == "qu" else _RIMES)
    # a syllable that ends in a stop has only two tones, and never none that falls
    return known and not (_STOPPED.search(rime) and tones and tones[0] not in "\u0301\u0323")


def _is_spelt(onset: str, rime: str) -> bool:
    """k, gh, ngh stand before e, ê, i, y; c, g, ng before all others («gì» apart)."""
    is_front = rime[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return is_front
    if onset in ("c", "ng"):
        return not is_front
    if onset == "g":
        return not is_front or rime[0] == "i"
    return True
