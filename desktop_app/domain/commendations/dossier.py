"""The dossier of a nomination: its check list, what is there, and what is still missing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.commendations.award import Award, AwardGroup
from desktop_app.domain.commendations.nomination import DossierPaper, Nomination
from desktop_app.domain.vietnamese import clean_line, fold, short_date

OTHERS = "Giấy tờ khác"
_REPORT = "bao cao thanh tich"
_SUBMISSION = "to trinh"
_BY_LAW = {
    AwardGroup.TITLE: ("Tờ trình", "Báo cáo thành tích", "Biên bản bình xét thi đua"),
    AwardGroup.FORM: ("Tờ trình", "Báo cáo thành tích", "Biên bản xét khen thưởng"),
}
"""What a list begins with where the catalogue says nothing (Law of 2022, article 84, 1–2)."""


@dataclass(frozen=True)
class DossierLine:
    """One paper of the check list with the files that are attached to it."""

    paper: DossierPaper
    files: tuple[Attachment, ...] = ()
    is_written: bool = False
    """Whether it was written in the program itself."""

    @property
    def is_missing(self) -> bool:
        there = self.files or self.is_written or self.paper.received_on
        return not (there or self.paper.waived)

    @property
    def status(self) -> str:
        """«Có 2 tệp, bản giấy 05/03/2018», «Không cần», «Còn thiếu»."""
        found = []
        if self.files:
            found.append(f"có {len(self.files)} tệp")
        if self.is_written:
            found.append("đã soạn")
        if self.paper.received_on:
            found.append(f"bản giấy {short_date(self.paper.received_on)}")
        if not found:
            found.append("không cần" if self.paper.waived else "còn thiếu")
        words = ", ".join(found)
        return words[0].upper() + words[1:]


def required_papers(award: Award | None) -> tuple[str, ...]:
    """The papers of an award's dossier, as the catalogue has them or else as the law does."""
    return award.dossier_papers or _BY_LAW[award.group] if award else ()


def checklist(nomination: Nomination) -> tuple[DossierPaper, ...]:
    """What is kept with the nomination, then what its award wants besides.

    A wanted paper always gets the same id, so that files can be attached before it is kept.
    """
    known = {_named(paper.name) for paper in nomination.dossier}
    wanted = (name for name in required_papers(nomination.award) if _named(name) not in known)
    own = tuple(DossierPaper(id=_paper_id(nomination, name), name=name) for name in wanted)
    return (*nomination.dossier, *own)


def dossier_lines(
    nomination: Nomination, attached: Iterable[Attachment]
) -> tuple[DossierLine, ...]:
    """The check list with its files; files of no paper on it come last, as «Giấy tờ khác»."""
    files = [one for one in attached if one.owner == nomination.id]
    papers = checklist(nomination)
    lines = tuple(
        DossierLine(
            paper,
            tuple(one for one in files if one.part == paper.id),
            is_report(paper) and bool(nomination.report),
        )
        for paper in papers
    )
    ids = {paper.id for paper in papers}
    rest = tuple(one for one in files if one.part not in ids)
    other = DossierLine(DossierPaper(id="", name=OTHERS), rest)
    return (*lines, other) if rest else lines


def by_owner(attached: Iterable[Attachment]) -> dict[str, list[Attachment]]:
    """Files by the id of their record."""
    found: dict[str, list[Attachment]] = {}
    for one in attached:
        found.setdefault(one.owner, []).append(one)
    return found


def missing_papers(lines: Sequence[DossierLine]) -> tuple[str, ...]:
    """The names of what is still missing."""
    return tuple(line.paper.name for line in lines if line.is_missing)


def missing_count(nomination: Nomination, attached: Iterable[Attachment]) -> int:
    """How many papers of the dossier are still missing."""
    return len(missing_papers(dossier_lines(nomination, attached)))


def told_missing(count: int) -> str:
    """The state of a dossier in a list."""
    return f"thiếu {count}" if count else "đủ"


def is_report(paper: DossierPaper) -> bool:
    """Whether a paper of the list is the report of merit, which can be written here."""
    return _REPORT in _named(paper.name)


def is_submission(paper: DossierPaper) -> bool:
    """Whether a paper of the list is the cluster's own tờ trình, which the program prints.

    «Tờ trình của Bộ Công an» is another body's and has to come from there.
    """
    return _named(paper.name) == _SUBMISSION


@lru_cache(maxsize=2_000)  # the same few papers stand in every dossier
def _named(name: str) -> str:
    return fold(clean_line(name)).strip()


def _paper_id(nomination: Nomination, name: str) -> str:
    return hashlib.sha256(f"{nomination.id}/{_named(name)}".encode()).hexdigest()[:16]
