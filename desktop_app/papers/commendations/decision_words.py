"""Turns of phrase that the papers of one decision share: who decided, what, for whom."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers.blocks import Closing, Letterhead, Signature
from desktop_app.papers.framing import (
    HAND_NOTE,
    issuing_body,
    letterhead,
    place_and_date,
    year_of,
)
from desktop_app.papers.wording import OPEN, capital, count


def decision_letterhead(decision: Decision) -> Letterhead:
    """The deciding body's head: the cluster's own, a member's under its parent, or a higher one's.

    A body above the cluster stands alone: what it belongs to is not in the data file.
    """
    period, cluster = decision.period, decision.period.cluster
    own = issuing_body(period, decision.date)
    place = place_and_date(decision.place or cluster.place, decision.date, year_of(period))
    symbol = _symbol(decision)
    if _is_own(decision):
        return letterhead(own, symbol, place)
    members = (member.unit.name_on(decision.date) for member in period.members_on(None))
    is_member = decision.body.casefold() in {name.casefold() for name in members}
    parent = cluster.organising_body.upper() if is_member else ""
    return Letterhead(parent, (decision.body.upper() or OPEN,), symbol, place)


def _is_own(decision: Decision) -> bool:
    body = issuing_body(decision.period, decision.date)
    return decision.body.casefold() == body.name.casefold()


def _symbol(decision: Decision) -> str:
    """The number as typed with its symbol; an open one leaves room for the pen."""
    typed = decision.number
    if "/" in typed:
        return f"Số: {typed}"
    if _is_own(decision):
        body = issuing_body(decision.period, decision.date)
        return body.symbol("QĐ", int(typed) if typed.isdecimal() else None)
    return f"Số: {typed or '       '}/QĐ-…"


def cited(decision: Decision) -> str:
    """«Quyết định số 03/QĐ-… ngày 08 tháng 3 năm 2018 của …»."""
    day = long_date(decision.date, year_of(decision.period))
    of_body = f" của {decision.body}" if decision.body else ""
    return f"Quyết định số {decision.number or OPEN} {day}{of_body}"


def subject_words(decision: Decision) -> str:
    """What it is about, beginning with a capital."""
    return capital(decision.subject) or "Về việc khen thưởng"


def counted(grants: Iterable[Grant]) -> str:
    """«02 tập thể, 01 cá nhân»; empty for none."""
    kinds = [grant.kind for grant in grants]
    told = ((kind, kinds.count(kind)) for kind in SubjectKind)
    return ", ".join(f"{count(n)} {kind.label.lower()}" for kind, n in told if n)


def award_of(grant: Grant) -> str:
    """The award with the year it is for."""
    award = grant.award.name if grant.award else OPEN
    return f"{award} năm {grant.achievement_year}" if grant.achievement_year else award


def decision_signature(decision: Decision) -> Signature:
    """Who signs, as the decision has it: nothing here presumes who may."""
    lines = (decision.signer_authority, decision.signer_post)
    rank = decision.signer_rank if decision.period.cluster.print_rank else ""
    return Signature(
        tuple(line.upper() for line in lines if line) or (OPEN,),
        f"{rank} {decision.signer_name}".strip(),
        "" if decision.signer_name else HAND_NOTE,
    )


def hand_over_closing(decision: Decision, middle: str = "") -> Closing:
    """Lists to sign: who drew them up, perhaps who keeps the books, who signs the decision."""
    return Closing(
        left=Signature(("NGƯỜI LẬP DANH SÁCH",), note=HAND_NOTE),
        middle=Signature((middle.upper(),), note=HAND_NOTE) if middle else None,
        right=decision_signature(decision),
    )
