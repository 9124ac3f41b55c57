"""What the records themselves say against printing a sheet: numbers, names, strange letters.

What the page says (words too long, letters the typeface lacks) is found when it is laid out.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.certificate_batch import CertificateBatch
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.vietnamese import clean_text, fold

_LIKE = 0.6
"""Share of letters in common from which two names are taken for one (a setting of this check)."""
_FOLDED = frozenset("abcdefghijklmnopqrstuvwxyzđ")


def batch_findings(batch: CertificateBatch, only: str | None = None) -> tuple[str, ...]:
    """Sentences about the decision, then about each sheet that is printed."""
    decision = batch.decision
    found = list(_decision_findings(decision))
    numbers = Counter(grant.register_number for _, grant in batch.living)
    for _, grant in batch.living:
        if only in (None, grant.id):
            found += _grant_findings(decision, grant)
            if grant.register_number and numbers[grant.register_number] > 1:
                found.append(
                    f"Giấy của «{grant.name}»: số vào sổ {grant.register_number} cấp hai lần."
                )
    return tuple(dict.fromkeys(found))


def _decision_findings(decision: Decision) -> Iterator[str]:
    if not decision.number:
        yield "Quyết định chưa có số: giấy sẽ in dấu chấm để điền tay."
    if decision.date is None:
        yield "Quyết định chưa có ngày: giấy sẽ chừa chỗ để điền tay."
    if not decision.signer_name:
        yield "Quyết định chưa ghi người ký: giấy sẽ không có tên người ký."


def _grant_findings(decision: Decision, grant: Grant) -> Iterator[str]:
    whose = f"Giấy của «{grant.name}»"
    wanted = _names_in_records(decision, grant)
    if wanted and not any(_same(grant.name, name) for name in wanted):
        yield f"{whose}: tên khác với hồ sơ («{wanted[0]}»); hãy đối chiếu với quyết định."
    strange = strange_letters(grant.name + grant.description)
    if strange:
        letters = " ".join(strange)
        yield (
            f"{whose}: có chữ lạ «{letters}», thường do dán từ phông TCVN3 (ABC) hoặc VNI; "
            "hãy gõ lại bằng Unicode."
        )
    if decision.period.cluster.numbers_once and not grant.register_number:
        yield f"{whose}: chưa có số vào sổ."
    if grant.award is None:
        yield f"{whose}: chưa chọn danh hiệu, hình thức."


def _names_in_records(decision: Decision, grant: Grant) -> tuple[str, ...]:
    """The names the grant may bear, the likeliest first; none where no record is linked."""
    if grant.person is not None:
        person = grant.person
        rank = grant.nomination.rank if grant.nomination else ""
        return (
            person.signed_name(),
            person.full_name,
            *([f"{rank} {person.full_name}"] if rank else []),
        )
    if grant.nomination is not None and grant.nomination.name:
        return (grant.nomination.name,)
    if grant.unit is not None and grant.kind is SubjectKind.COLLECTIVE:
        day = decision.date
        held = (name.full for name in grant.unit.names if day is None or name.holds_on(day))
        ever = [name.full for name in grant.unit.names]
        if any(_is_like(grant.name, name) for name in ever):
            return tuple(held) or (grant.unit.name,)
    return ()


def _is_like(printed: str, recorded: str) -> bool:
    """Whether it may be the unit's own name with a slip; a collective within it has another."""
    return SequenceMatcher(None, fold(printed), fold(recorded)).ratio() >= _LIKE


def _same(printed: str, recorded: str) -> bool:
    """Capitals and spaces may differ; a letter or a mark may not."""
    return " ".join(printed.split()).casefold() == " ".join(recorded.split()).casefold()


def strange_letters(words: str) -> tuple[str, ...]:
    """Signs no Vietnamese name has: what remains of words typed for an old font's code table."""
    found = (sign for sign in clean_text(words) if not _is_usual(sign))
    return tuple(dict.fromkeys(found))


def _is_usual(sign: str) -> bool:
    if sign.isascii():
        return True
    kind = unicodedata.category(sign)
    if kind[0] == "L":
        letter = unicodedata.normalize("NFD", sign)
        marks = letter[1:]
        return letter[0].lower() in _FOLDED and all(mark in _MARKS for mark in marks)
    return kind in ("Pd", "Pi", "Pf", "Zs") or sign in "…"


_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")


def rank_of(grant: Grant) -> str:
    """The rank that stands at the start of the printed name, if it does."""
    ranks = [grant.nomination.rank if grant.nomination else ""]
    ranks += [grant.person.rank if grant.person else ""]
    return next((rank for rank in ranks if rank and grant.name.startswith(f"{rank} ")), "")
