"""A round of comments on a draft compact: the letter, what units say, what is answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.record import Choice, Record, number_problems, part_problems
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


class Opinion(Choice):
    """What a unit has said."""

    WAITING = "chua_tra_loi", "Chưa trả lời"
    AGREED = "nhat_tri", "Nhất trí"
    COMMENTED = "gop_y", "Góp ý"


class Answer(Choice):
    """What the lead unit has made of a comment."""

    OPEN = "chua_xu_ly", "Chưa xử lý"
    ABSORBED = "tiep_thu", "Tiếp thu"
    PARTLY = "mot_phan", "Tiếp thu một phần"
    NOT_ABSORBED = "khong_tiep_thu", "Không tiếp thu"


@dataclass(frozen=True, kw_only=True)
class Comment(Record):
    """One unit's opinion; a unit with several comments has several rows."""

    unit: Unit
    opinion: Opinion = Opinion.WAITING
    about: str = ""
    """The place in the draft, e.g. «Mục II.2»."""
    text: str = ""
    replied_on: dt.date | None = None
    answer: Answer = Answer.OPEN
    explanation: str = ""

    def problems(self) -> dict[str, str]:
        if self.opinion is Opinion.COMMENTED and not self.text:
            return {"text": "Cần có nội dung góp ý."}
        if self.opinion is not Opinion.COMMENTED and self.text:
            return {"opinion": "Đã ghi nội dung góp ý thì chọn «Góp ý»."}
        if self.opinion is Opinion.WAITING and self.replied_on:
            return {"opinion": "Đã ghi ngày trả lời thì chọn «Nhất trí» hoặc «Góp ý»."}
        if self.opinion is not Opinion.COMMENTED and self.answer is not Answer.OPEN:
            return {"answer": "Chỉ trả lời khi đơn vị có góp ý."}
        if self.answer in (Answer.PARTLY, Answer.NOT_ABSORBED) and not self.explanation:
            return {"explanation": "Cần giải trình khi không tiếp thu hết."}
        return {}


@dataclass(frozen=True, kw_only=True)
class Consultation(Record):
    """One round on one version of the draft."""

    period: Period
    compact: Compact
    number: int | None = None
    date: dt.date | None = None
    due: dt.date | None = None
    body: str = ""
    """What the letter asks beside its usual words."""
    receivers: tuple[str, ...] = ()
    signer: Person | None = None
    comments: tuple[Comment, ...] = ()

    @property
    def title(self) -> str:
        return f"Lấy ý kiến dự thảo phiên bản {self.compact.version}"

    @property
    def waiting(self) -> tuple[Unit, ...]:
        """The units that have not answered, in their order."""
        said = {c.unit.id for c in self.comments if c.opinion is not Opinion.WAITING}
        units = {c.unit.id: c.unit for c in self.comments if c.unit.id not in said}
        return tuple(units.values())

    @property
    def open_comments(self) -> tuple[Comment, ...]:
        """Comments without an answer."""
        return tuple(
            c for c in self.comments if c.opinion is Opinion.COMMENTED and c.answer is Answer.OPEN
        )

    @property
    def answered(self) -> int:
        """How many units have said something."""
        return len({c.unit.id for c in self.comments}) - len(self.waiting)

    def late(self, today: dt.date) -> tuple[Unit, ...]:
        """The units that have not answered although the day has passed."""
        return self.waiting if self.due and self.due < today else ()

    def problems(self) -> dict[str, str]:
        found = part_problems(self, "comments") | number_problems(self, "number")
        found |= self._answered_twice()
        if self.date and self.due and self.due < self.date:
            found["due"] = "Hạn góp ý đứng trước ngày gửi."
        return found

    def _answered_twice(self) -> dict[str, str]:
        """A row that says a unit has not answered although another row says it has."""
        waiting = {unit.id for unit in self.waiting}
        return {
            f"comments.{row}.opinion": f"Dòng {row + 1}: {comment.unit.short_name} đã trả lời ở "
            "dòng khác; ghi ý kiến hoặc xóa dòng này."
            for row, comment in enumerate(self.comments)
            if comment.opinion is Opinion.WAITING and comment.unit.id not in waiting
        }


def new_consultation(compact: Compact) -> Consultation:
    """A round on a draft with one row a member unit."""
    period = compact.period
    lead = period.lead_on(None)
    return Consultation(
        period=period,
        compact=compact,
        signer=lead.representative if lead else None,
        comments=tuple(Comment(unit=member.unit) for member in period.members_on(None)),
    )
