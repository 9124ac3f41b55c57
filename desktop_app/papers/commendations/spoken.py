"""Names and ranks as they are read aloud: in full, abbreviations and short names written out."""

from __future__ import annotations

import datetime as dt
import re

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import long_date
from desktop_app.papers.framing import year_of
from desktop_app.papers.wording import OPEN

_IN_FULL = {
    "ANTT": "an ninh, trật tự",
    "BCA": "Bộ Công an",
    "BTL": "Bộ Tư lệnh",
    "CA": "Công an",
    "CAND": "Công an nhân dân",
    "CBCS": "cán bộ, chiến sĩ",
    "CNCH": "cứu nạn, cứu hộ",
    "CSGT": "Cảnh sát giao thông",
    "GS": "Giáo sư",
    "PCCC": "phòng cháy, chữa cháy",
    "PGS": "Phó Giáo sư",
    "ThS": "Thạc sĩ",
    "TS": "Tiến sĩ",
    "TTATGT": "trật tự, an toàn giao thông",
    "UBND": "Ủy ban nhân dân",
    "đ/c": "đồng chí",
    "Đ/c": "đồng chí",
}
"""Abbreviations with one reading only; «Th.tá» or «TP» have two and are left as they are."""
_KNOWN = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, _IN_FULL)) + r")(?!\w)\.?")
_UNKNOWN = re.compile(r"(?<![\w/])(?:[A-ZĐ]{2,}|[^\W\d]{1,3}\.\s?\w+)(?![\w/])")


def spoken(grant: Grant, day: dt.date | None) -> str:
    """«Thiếu tá Nguyễn Văn A, Đội trưởng, Cục Cảnh sát giao thông»."""
    if grant.kind is SubjectKind.COLLECTIVE:
        return in_full(grant.name, grant.unit, day)
    place = in_full(grant.description, grant.unit, day)
    return ", ".join(part for part in (_person(grant), place) if part)


def in_full(text: str, unit: Unit | None, day: dt.date | None) -> str:
    """Abbreviations written out; the unit's short name becomes the full one of the day."""
    if unit:
        text = _with_full_name(text, unit, day)
    return _KNOWN.sub(lambda found: _IN_FULL[found[0].rstrip(".")], text)


def decision_aloud(decision: Decision) -> str:
    """«Quyết định số 03 ngày 08 tháng 3 năm 2018 của Bộ trưởng Bộ Công an».

    The letters after the number are for the eye: nobody reads «QĐ-BCA» out.
    """
    number = decision.number.partition("/")[0].strip() or OPEN
    day = long_date(decision.date, year_of(decision.period))
    body = in_full(decision.body, None, decision.date)
    return f"Quyết định số {number} {day}" + (f" của {body}" if body else "")


def left_short(text: str) -> tuple[str, ...]:
    """Abbreviations a reader may stumble over; words in capitals throughout are none."""
    if text == text.upper():
        return ()
    return tuple(dict.fromkeys(_UNKNOWN.findall(text)))


def _person(grant: Grant) -> str:
    """The name as printed; the register's rank goes before it where it bears none."""
    person = grant.person
    if person and grant.name.casefold() == person.full_name.casefold():
        return f"{person.rank} {grant.name}".strip()
    return grant.name


def _with_full_name(text: str, unit: Unit, day: dt.date | None) -> str:
    full = unit.name_on(day)
    for named in unit.names:
        if named.short and named.short != full and full not in text:
            whole_word = rf"(?<!\w){re.escape(named.short)}(?!\w)"
            text = re.sub(whole_word, lambda _: full, text)
    return text
