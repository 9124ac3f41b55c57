"""Head, subject and foot that the reports of merit share; a report is its subject's own paper."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.rich_text import Run
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Letterhead,
    Paragraph,
    Signature,
    Style,
    Title,
)
from desktop_app.papers.framing import place_and_date, year_of
from desktop_app.papers.wording import OPEN, post_in_body

_SEALED = "(Ký, đóng dấu)"
_SIGNED = "(Ký, ghi rõ họ tên)"
_HEAD = "(Ký, ghi rõ họ tên, đóng dấu)"


def day_of_merit(nomination: Nomination) -> dt.date | None:
    """The day whose unit names the report uses: the last of its period."""
    return nomination.period.until


def merit_head(nomination: Nomination, remark: str = "") -> tuple[Block, ...]:
    """«ĐƠN VỊ CẤP TRÊN / ĐƠN VỊ ĐỀ NGHỊ», the title and the full name of the subject."""
    cluster = nomination.period.cluster
    award = nomination.award.name if nomination.award else OPEN
    return (
        Letterhead(
            *_bodies(nomination),
            place_and_date=place_and_date(cluster.place, None, year_of(nomination.period)),
        ),
        Title("BÁO CÁO THÀNH TÍCH", f"Đề nghị tặng {award}{year_words(nomination)}", remark=remark),
        Paragraph((Run(named(nomination), bold=True),), Style.CENTRED),
    )


def _bodies(nomination: Nomination) -> tuple[str, tuple[str, ...]]:
    """The body above and the body that reports: a part of a unit stands under its unit."""
    organising = nomination.period.cluster.organising_body.upper()
    unit = nomination.unit.name_on(day_of_merit(nomination)).upper() if nomination.unit else OPEN
    if is_part(nomination):
        return unit, (nomination.subject.upper(),)
    return organising, (unit,)


def is_part(nomination: Nomination) -> bool:
    """Whether the collective is a part of its unit, told by a name of its own."""
    return nomination.kind is SubjectKind.COLLECTIVE and any(nomination.who.names - {""})


def named(nomination: Nomination) -> str:
    """The subject in full, as the title needs it."""
    if nomination.kind is SubjectKind.COLLECTIVE:
        return nomination.subject_on(day_of_merit(nomination))
    return f"{rank_of(nomination)} {nomination.subject}".strip()


def rank_of(nomination: Nomination) -> str:
    """As noted in the nomination, or else as in the register."""
    return nomination.rank or (nomination.person.rank if nomination.person else "")


def office_of(nomination: Nomination) -> str:
    """Post and unit of a person on the day of the report."""
    day, unit = day_of_merit(nomination), nomination.unit
    person = nomination.person.as_of(day) if nomination.person else None
    post = nomination.post or (person.post if person else "")
    return post_in_body(post, unit.name_on(day) if unit else "", unit)


def year_words(nomination: Nomination) -> str:
    """« năm 2017», or nothing."""
    return f" năm {nomination.achievement_year}" if nomination.achievement_year else ""


def merit_foot(nomination: Nomination, confirming: str = "cấp trình khen") -> Closing:
    """The confirming level at the left; at the right the head, or the person who reports."""
    confirmed = Signature((f"XÁC NHẬN CỦA {confirming.upper()}",), note=_SEALED)
    head = Signature(("THỦ TRƯỞNG ĐƠN VỊ",), note=_HEAD)
    if nomination.kind is SubjectKind.COLLECTIVE:
        return Closing(right=head, left=confirmed)
    own = Signature(("NGƯỜI BÁO CÁO",), nomination.subject, note=_SIGNED)
    return Closing(right=own, middle=head, left=confirmed)
