"""What a check has found: an outcome, the sentence, the proofs, what is missing, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.honour import Honour
from desktop_app.domain.record import Choice


class Outcome(Choice):
    """The answer to one condition."""

    MET = "dat", "Đạt"
    NOT_MET = "chua_dat", "Chưa đạt"
    OPEN = "xac_minh", "Cần xác minh"
    NOT_NEEDED = "khong_can", "Không cần xét"


@dataclass(frozen=True)
class Finding:
    """What the data file says to one condition."""

    outcome: Outcome
    words: str
    proofs: tuple[Honour, ...] = ()
    """The grants whose decisions prove it."""
    missing: str = ""
    """The paper that would prove it."""
    year: int | None = None
    """The year of achievement with which it will be met at the earliest."""


def met(words: str, *proofs: Honour) -> Finding:
    """The file shows that the condition is met."""
    return Finding(Outcome.MET, words, proofs)


def not_met(words: str, *proofs: Honour, year: int | None = None, missing: str = "") -> Finding:
    """The file shows that it is not met; `year` is when it will be."""
    return Finding(Outcome.NOT_MET, words, proofs, missing, year)


def unknown(words: str, *proofs: Honour, missing: str = "", year: int | None = None) -> Finding:
    """The file does not tell; `missing` is the paper that would."""
    return Finding(Outcome.OPEN, words, proofs, missing, year)


NO_YEAR = unknown("Chưa đọc được năm thành tích của đề nghị.")


def cited(proofs: Iterable[Honour]) -> str:
    """«2016 (Quyết định số …), 2017 (Quyết định số …)»."""
    return ", ".join(f"{honour.year} ({honour.cited})" for honour in proofs)
