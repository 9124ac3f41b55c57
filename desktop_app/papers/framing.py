"""The head and the foot that papers share: letterhead, signature of the issuing body, receivers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import long_date
from desktop_app.domain.years.issuing import IssuingBody
from desktop_app.domain.years.period import Period, Role
from desktop_app.papers.blocks import Addressees, Block, Closing, Letterhead, Signature, Title
from desktop_app.papers.wording import closed

HAND_NOTE = "(Ký, ghi rõ họ tên)"


def letterhead(
    body: IssuingBody, symbol: str = "", place_and_date: str = "", *, whole: bool = True
) -> Letterhead:
    """Cells 1 to 4 for a body; `whole` adds the cluster's block under its name."""
    lines = (body.name, body.second_line if whole else "")
    return Letterhead(
        parent=body.parent.upper(),
        body=tuple(line.upper() for line in lines if line),
        symbol=symbol,
        place_and_date=place_and_date,
    )


def official_head(
    period: Period, day: dt.date | None, code: str, number: int | None, kind: str, subject: str
) -> tuple[Block, ...]:
    """Letterhead and title of a paper with a number: `code` is the kind's abbreviation.

    An open number and day leave room for the pen (Decree 30, 1.4).
    """
    body = issuing_body(period, day)
    place = place_and_date(body.place, day, year_of(period))
    return letterhead(body, body.symbol(code, number), place), Title(kind, subject)


def letter_head(
    period: Period, day: dt.date | None, number: int | None, about: str, names: Iterable[str]
) -> tuple[Block, ...]:
    """Công văn (form 1.5): no kind, «V/v» under the number, then «Kính gửi»."""
    body = issuing_body(period, day)
    place = place_and_date(body.place, day, year_of(period))
    head = replace(letterhead(body, body.symbol("", number), place), about=f"V/v {about}")
    return head, Addressees(tuple(closed(name, "") for name in names))


def plain_head(period: Period, day: dt.date | None, kind: str, subject: str) -> tuple[Block, ...]:
    """The same for lists and tables, which no rule numbers."""
    body = issuing_body(period, day)
    place = place_and_date(body.place, day, year_of(period))
    return letterhead(body, "", place), Title(kind, subject)


def official_closing(
    period: Period,
    signer: Person | None,
    day: dt.date | None,
    names: Iterable[str] = (),
    first: tuple[str, ...] = (),
) -> Closing:
    """The foot: who signs for the issuing body, and where the paper goes."""
    units = f"Các đơn vị thành viên {period.cluster.name}"
    return Closing(
        right=issuing_signature(period, signer or signer_of(period, day), day),
        receivers=receivers(tuple(names) or (units,), first, kept="Lưu: VT, Tổ giúp việc"),
    )


def place_and_date(place: str, day: dt.date | None, year: int | None) -> str:
    """«Hà Nội, ngày 05 tháng 3 năm 2018»; an open day leaves room for the pen."""
    return f"{place or '……'}, {long_date(day, year)}"


def day_of(period: Period, day: dt.date | None) -> dt.date | None:
    """The day whose names and offices count; an undated paper takes the period's last."""
    return day or period.until


def issuing_body(period: Period, day: dt.date | None) -> IssuingBody:
    """In whose name the paper of a day is made out."""
    return period.issuing_body(day_of(period, day))


def year_of(period: Period) -> int | None:
    """The year a paper of the period names while its day is still open."""
    last = period.until or period.since
    return last.year if last else None


def signer_of(period: Period, day: dt.date | None) -> Person | None:
    """Who signs where the record names nobody: the lead unit's representative."""
    lead = period.lead_on(day_of(period, day))
    return lead.representative if lead else None


def issuing_signature(period: Period, signer: Person | None, day: dt.date | None) -> Signature:
    """The block of the issuing body; a deputy signs «KT.» for the head (Decree 30, 1.6)."""
    body = issuing_body(period, day)
    lines = (body.authority, *_post_lines(period, body, signer, day_of(period, day)))
    return Signature(
        lines=tuple(line.upper() for line in lines if line),
        name=signer.signed_name(period.cluster.print_rank) if signer else "",
        note="" if signer else HAND_NOTE,
    )


def _post_lines(
    period: Period, body: IssuingBody, signer: Person | None, day: dt.date | None
) -> tuple[str, ...]:
    if signer is None:
        return (body.post,)
    signer = signer.as_of(day)
    if body.authority:
        member = period.membership_of(signer.unit, day)
        is_deputy = member is not None and member.role is Role.DEPUTY
        return (f"KT. {body.post}", "Cụm phó") if is_deputy else (body.post,)
    return post_lines(signer.post, body.post)


def post_lines(post: str, head_post: str) -> tuple[str, ...]:
    """The lines over a signer's name: the head's post, or «KT.» and the deputy's."""
    if head_post and post.casefold().startswith(f"phó {head_post}".casefold()):
        return f"KT. {head_post}", f"Phó {head_post}"
    if head_post and (not post or post.casefold().startswith(head_post.casefold())):
        return (head_post,)
    return (post,) if post else ()


def plain_signature(line: str, person: Person | None, with_rank: bool) -> Signature:
    """One line and a name, as for a secretary; a note for the pen where nobody is named."""
    if person is None:
        return Signature((line.upper(),), note=HAND_NOTE)
    return Signature((line.upper(),), person.signed_name(with_rank))


def receivers(
    names: Iterable[str], first: tuple[str, ...] = (), kept: str = "Lưu: VT"
) -> tuple[str, ...]:
    """The lines under «Nơi nhận»: each «- …;», the last «- Lưu: …» with a full stop."""
    written = [closed(name.lstrip(" -–"), "") for name in (*first, *names)]
    filled = list(dict.fromkeys(name for name in written if name))
    kept_here = [name for name in filled if name.casefold().startswith("lưu")]
    others = [name for name in filled if name not in kept_here]
    last = kept_here[-1] if kept_here else kept
    return (*(f"- {name};" for name in others), f"- {last}.")
