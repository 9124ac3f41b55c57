"""Turns of phrase of official papers: grounds, endings, counts, names of people, open places."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import long_date
from desktop_app.domain.years.period import Membership, Role
from desktop_app.papers.blocks import Paragraph, Style

OPEN = "…………"
"""Room for the pen where a fact is not known yet."""

_ENDINGS = " .;,/"
_GROUND = re.compile(r"(?:căn cứ|theo|thực hiện|xét)\b", re.IGNORECASE)
_COMRADE = re.compile(r"^\s*(?:(?:đồng chí|đ/c)\s+)+", re.IGNORECASE)


def closed(text: str, mark: str = ".") -> str:
    """The sentence with one closing mark, whatever was typed at its end."""
    return text.rstrip(_ENDINGS) + mark


def finished(text: str) -> str:
    """The last sentence of a paper, ending «./.»."""
    return closed(text, "./.")


def grounds(lines: Iterable[str]) -> tuple[Paragraph, ...]:
    """One ground a line, in italics; a ground typed without «Căn cứ» begins with it."""
    kept = [_ground(line.lstrip(" -–+")) for line in lines if line.strip(" -–+")]
    return tuple(Paragraph(line, Style.GROUND) for line in enumerated(kept))


def _ground(line: str) -> str:
    return capital(line) if _GROUND.match(line) else f"Căn cứ {line}"


def enumerated(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines of one list: each ends with «;», the last with «.»."""
    kept = list(lines)
    marks = [";"] * (len(kept) - 1) + ["."]
    return tuple(closed(line, mark) for line, mark in zip(kept, marks, strict=False))


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a typed text that say something."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def capital(text: str) -> str:
    """The sentence with a capital letter at its start, the rest untouched."""
    return text[:1].upper() + text[1:]


def count(value: int) -> str:
    """A count as it stands in a paper: two digits at least."""
    return f"{value:02d}"


def span(since: dt.date | None, until: dt.date | None) -> str:
    """«từ ngày … đến ngày …» of what is known; empty when nothing is."""
    words = [f"từ {long_date(since)}"] if since else []
    words += [f"đến {long_date(until)}"] if until else []
    return " ".join(words)


def unit_with_office(member: Membership, day: dt.date | None) -> str:
    """The unit's name; lead and deputy with their office, plain members without."""
    office = "" if member.role is Role.MEMBER else f" ({member.role.label})"
    return f"{member.unit.name_on(day)}{office}"


def post_in_body(post: str, body: str, unit: Unit | None = None) -> str:
    """«Cục trưởng Cục Cơ yếu», «Trưởng phòng, Cục Cơ yếu»: the unit is never said twice."""
    own = ((name.full, name.short) for name in unit.names) if unit else ()
    named = (body, *(name for pair in own for name in pair))
    if not body or any(name and name.casefold() in post.casefold() for name in named):
        return post
    if not post:
        return body
    head = unit.head_post.casefold() if unit else ""
    of_head = bool(head) and post.casefold() in (head, f"phó {head}")
    return f"{post} {body}" if of_head else f"{post}, {body}"


def comrade(rank: str, name: str, place: str = "") -> str:
    """«đồng chí Thiếu tướng Đỗ Văn A, Cục trưởng Cục B»."""
    rank, name = (_COMRADE.sub("", f"{words} ").strip() for words in (rank, name))
    person = " ".join(part for part in ("đồng chí", rank, name or OPEN) if part)
    return f"{person}, {place}" if place else person


def person_named(person: Person | None, day: dt.date | None) -> str:
    """The same for a person of the register; an open place where nobody is chosen."""
    if person is None:
        return OPEN
    person = person.as_of(day)
    body = person.unit.name_on(day) if person.unit else ""
    return comrade(person.rank, person.full_name, post_in_body(person.post, body, person.unit))
