"""Reads the award catalogue that comes with the program: text in, awards with fixed ids out."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from desktop_app.domain.commendations.award import Award, AwardGroup, AwardLevel, SubjectKind


def read_catalogue(text: str) -> tuple[Award, ...]:
    """The awards of a JSON text; the same text gives the same ids on every machine."""
    return tuple(_award(entry) for entry in json.loads(text))


def catalogue_id(code: str, valid_from: dt.date | None) -> str:
    """An entry's id: a code may come back with other bonuses under a later law."""
    return f"{code}-{valid_from.isoformat()}" if valid_from else code


def _award(entry: dict[str, Any]) -> Award:
    valid_from = _day(entry["valid_from"])
    subjects = {SubjectKind(code) for code in entry["subjects"]}
    return Award(
        id=catalogue_id(entry["code"], valid_from),
        code=entry["code"],
        name=entry["name"],
        group=AwardGroup(entry["group"]),
        level=AwardLevel(entry["level"]),
        for_collective=SubjectKind.COLLECTIVE in subjects,
        for_individual=SubjectKind.INDIVIDUAL in subjects,
        decided_by=entry["decided_by"],
        bonus_collective=_multiple(entry["bonus"], SubjectKind.COLLECTIVE),
        bonus_individual=_multiple(entry["bonus"], SubjectKind.INDIVIDUAL),
        valid_from=valid_from,
        valid_until=_day(entry["valid_until"]),
        source=entry["source"],
        verified=entry["verified"],
        place_in_list=entry["order"],
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _multiple(bonus: dict[str, str], kind: SubjectKind) -> Decimal | None:
    return Decimal(bonus[kind.value]) if kind.value in bonus else None
