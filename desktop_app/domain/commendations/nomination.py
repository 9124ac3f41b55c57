"""Nominations (đề nghị khen thưởng) and the submission (tờ trình) that carries them upwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.eligibility.condition import Attestation
from desktop_app.domain.commendations.subject import Subject
from desktop_app.domain.record import Choice, Record, number_problems, part_problems, required
from desktop_app.domain.rich_text import NO_TEXT, RichText
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period


class NominationState(Choice):
    """From the proposal to the decision of the competent body (procedure, 8.1)."""

    PROPOSED = "de_xuat", "Đề xuất"
    HONOURED = "da_suy_ton", "Đã suy tôn"
    SUBMITTED = "da_trinh", "Đã trình"
    SUPPLEMENT = "bo_sung", "Yêu cầu bổ sung"
    DECIDED = "quyet_dinh", "Được quyết định"
    REJECTED = "khong_duyet", "Không được duyệt"
    HIGHER = "khen_cao_hon", "Khen cao hơn"
    WITHDRAWN = "rut", "Rút"


NEXT_STATES = {
    NominationState.PROPOSED: (NominationState.HONOURED, NominationState.WITHDRAWN),
    NominationState.HONOURED: (NominationState.SUBMITTED, NominationState.WITHDRAWN),
    NominationState.SUBMITTED: (
        NominationState.DECIDED,
        NominationState.SUPPLEMENT,
        NominationState.REJECTED,
        NominationState.HIGHER,
        NominationState.WITHDRAWN,
    ),
    NominationState.SUPPLEMENT: (NominationState.SUBMITTED, NominationState.WITHDRAWN),
    NominationState.DECIDED: (),
    NominationState.REJECTED: (),
    NominationState.HIGHER: (),
    NominationState.WITHDRAWN: (),
}
"""The legal steps (procedure, 8.1). What was decided goes on in its decision."""

MAY_GO_UP = (NominationState.PROPOSED, NominationState.HONOURED, NominationState.SUPPLEMENT)
"""What a tờ trình may still take."""

NEEDS_REASON = (
    NominationState.SUPPLEMENT,
    NominationState.REJECTED,
    NominationState.HIGHER,
    NominationState.WITHDRAWN,
)
"""What nobody understands a year later without a word on why."""


@dataclass(frozen=True, kw_only=True)
class NominationStep(Record):
    """One line of the trail: what became of a nomination, when, through whom, by which paper."""

    state: NominationState = NominationState.HONOURED
    before: NominationState = NominationState.PROPOSED
    """Where it came from."""
    day: dt.date | None = None
    who: str = ""
    document: str = ""
    """Number of the paper it went with, as it is cited."""
    reason: str = ""
    is_back: bool = False
    """Whether it takes a wrong step back; the wrong one stays to be seen."""
    source: str = ""
    """The id of the ballot, submission or decision that took the step; empty: by hand."""

    def problems(self) -> dict[str, str]:
        if (self.is_back or self.state in NEEDS_REASON) and not self.reason:
            return {"reason": "Cần ghi lý do."}
        return {}


@dataclass(frozen=True, kw_only=True)
class DossierPaper(Record):
    """One paper of a dossier's check list; its files are attached to it."""

    name: str = ""
    received_on: dt.date | None = None
    """When the paper itself came in."""
    waived: str = ""
    """Why it is not needed this time."""
    note: str = ""

    @property
    def title(self) -> str:
        return self.name

    def problems(self) -> dict[str, str]:
        return required(self, name="Cần có tên giấy tờ.")


@dataclass(frozen=True, kw_only=True)
class Nomination(Record):
    """A collective or a person proposed for one award of one year."""

    period: Period
    award: Award | None = None
    kind: SubjectKind = SubjectKind.COLLECTIVE
    unit: Unit | None = None
    person: Person | None = None
    name: str = ""
    """The name as it is to be printed, where it is not plainly the unit's or the person's."""
    rank: str = ""
    post: str = ""
    achievement_year: str = ""
    achievement: str = ""
    score: Decimal | None = None
    place: int | None = None
    """Rank in the cluster by score."""
    votes_for: int | None = None
    votes_total: int | None = None
    state: NominationState = NominationState.PROPOSED
    steps: tuple[NominationStep, ...] = ()
    """The trail, in the order of entry."""
    dossier: tuple[DossierPaper, ...] = ()
    report: RichText = NO_TEXT
    """The report of merit (báo cáo thành tích) as it was written here or taken from a file."""
    attestations: tuple[Attestation, ...] = ()
    """What was found out for conditions that the data file cannot answer."""
    restriction_reason: str = ""
    """Why it goes up although a restriction is in force."""
    quota_reason: str = ""
    """Why it goes up although the seats are taken."""
    note: str = ""

    @property
    def title(self) -> str:
        return self.subject

    @property
    def subject(self) -> str:
        """The name that is printed."""
        if self.name:
            return self.name
        if self.kind is SubjectKind.INDIVIDUAL and self.person:
            return self.person.full_name
        return self.unit.name if self.unit else ""

    @property
    def who(self) -> Subject:
        """The subject itself, under whatever name."""
        return Subject(self.kind, self.unit, self.person, self.name)

    def subject_on(self, day: dt.date | None) -> str:
        """The printed name with the unit's name as of a day."""
        if not self.name and self.kind is SubjectKind.COLLECTIVE and self.unit:
            return self.unit.name_on(day)
        return self.subject

    def refusal(self, step: NominationStep) -> str:
        """Why a step cannot be taken, or nothing."""
        if step.is_back:
            back = self.back_step()
            legal = back is not None and step.state is back.state
        else:
            legal = step.state in NEXT_STATES[self.state]
        if not legal:
            return f"«{self.subject}» đang ở bước «{self.state}», không chuyển sang «{step.state}»."
        if step.day is None:
            return "Cần có ngày."
        last = max((s.day for s in self.steps if s.day), default=None)
        if last and step.day < last:
            return f"Ngày của bước này đứng trước bước trước ({short_date(last)})."
        return next(iter(step.problems().values()), "")

    def stepped(self, step: NominationStep) -> Self:
        """The nomination one step further (or back), with the trail of it."""
        kept = step.replace(before=self.state)
        return self.replace(state=step.state, steps=(*self.steps, kept))

    @property
    def standing_steps(self) -> tuple[NominationStep, ...]:
        """The trail without the steps that were taken back."""
        kept: list[NominationStep] = []
        for step in self.steps:
            if step.is_back:
                kept = kept[:-1]
            else:
                kept.append(step)
        return tuple(kept)

    @property
    def left_before_going_up(self) -> bool:
        """Whether it was withdrawn while no tờ trình had carried it up yet."""
        went_up = any(step.state is NominationState.SUBMITTED for step in self.standing_steps)
        return self.state is NominationState.WITHDRAWN and bool(self.steps) and not went_up

    def back_step(self) -> NominationStep | None:
        """The step that takes the last one back; none where there is none to take back."""
        last = next(iter(self.standing_steps[::-1]), None)
        if last is None or last.state is not self.state:
            return None
        return NominationStep(state=last.before, is_back=True)

    def problems(self) -> dict[str, str]:
        found = required(
            self,
            award="Cần chọn danh hiệu hoặc hình thức.",
            unit="Cần chọn đơn vị.",
            achievement_year="Cần có năm thành tích.",
        )
        if self.kind is SubjectKind.INDIVIDUAL and not (self.person or self.name):
            found["name"] = "Cần có họ và tên cá nhân."
        if self.award and not self.award.is_for(self.kind):
            found["award"] = f"«{self.award.name}» không dành cho {self.kind.label.lower()}."
        found |= self._vote_problems()
        return found | part_problems(self, "steps", "dossier", "attestations")

    def _vote_problems(self) -> dict[str, str]:
        if self.votes_for is not None and self.votes_total is not None:
            if self.votes_for > self.votes_total:
                return {"votes_for": "Số phiếu đồng ý lớn hơn tổng số phiếu."}
            if self.votes_for < 0:
                return {"votes_for": "Số phiếu không được âm."}
        return {}


@dataclass(frozen=True, kw_only=True)
class SubmissionLine(Record):
    """A nomination's place in a submission."""

    nomination: Nomination


@dataclass(frozen=True, kw_only=True)
class Submission(Record):
    """The tờ trình with its list of nominations."""

    period: Period
    subject: str = ""
    number: int | None = None
    date: dt.date | None = None
    addressees: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    body: str = ""
    closing: str = ""
    receivers: tuple[str, ...] = ()
    signer: Person | None = None
    lines: tuple[SubmissionLine, ...] = ()

    @property
    def title(self) -> str:
        return self.subject

    def nominations(self, kind: SubjectKind) -> tuple[Nomination, ...]:
        return tuple(line.nomination for line in self.lines if line.nomination.kind is kind)

    def problems(self) -> dict[str, str]:
        found = required(self, subject="Cần có trích yếu của tờ trình.")
        found |= number_problems(self, "number")
        if not self.addressees:
            found["addressees"] = "Cần có nơi gửi (Kính gửi)."
        ids = [line.nomination.id for line in self.lines]
        if len(ids) != len(set(ids)):
            found["lines"] = "Một đề nghị được ghi hai lần trong tờ trình."
        for row, line in enumerate(self.lines):
            if line.nomination.left_before_going_up:
                found[f"lines.{row}.nomination"] = (
                    f"Dòng {row + 1}: «{line.nomination.subject}» đã rút trước khi trình. "
                    "Hãy bỏ dòng này."
                )
        return found
