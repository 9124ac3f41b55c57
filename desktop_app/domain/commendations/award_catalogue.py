"""Reads the award catalogue that comes with the program: text in, awards with fixed ids out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from desktop_app.domain.commendations.award import (
    Award,
    AwardGroup,
    AwardLevel,
    SubjectKind,
    VoteBase,
)
from desktop_app.domain.commendations.eligibility.condition import Check, Condition, ForWhom


def read_catalogue(text: str, conditions: str = "[]") -> tuple[Award, ...]:
    """The awards of a JSON text; the same text gives the same ids on every machine.

    `conditions` is another list, of which each award gets what concerns its own days.
    """
    rules = json.loads(conditions)
    return tuple(_with_conditions(_award(entry), rules) for entry in json.loads(text))


def renewed(own: Iterable[Award], offered: Iterable[Award]) -> tuple[Award, ...]:
    """The program's awards that a file lacks, and its own with what was empty in them filled in.

    What somebody has written is never changed.
    """
    known = {award.id: award for award in own}
    found = []
    for award in offered:
        mine = known.get(award.id)
        better = award if mine is None else _filled(mine, award)
        if better != mine:
            found.append(better)
    return tuple(found)


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
        physical_item=entry.get("item", ""),
        dossier_papers=tuple(entry.get("papers", ())),
        vote_threshold=Decimal(entry["threshold"]) if "threshold" in entry else None,
        vote_base=VoteBase(entry["base"]) if "base" in entry else None,
        quota_note=entry.get("quota", ""),
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


_FILLED = ("physical_item", "dossier_papers", "vote_threshold", "quota_note", "conditions")


def _filled(own: Award, offered: Award) -> Award:
    empty = [name for name in _FILLED if not getattr(own, name) and getattr(offered, name)]
    if "vote_threshold" in empty:
        empty.append("vote_base")
    return own.replace(**{name: getattr(offered, name) for name in empty})


def _with_conditions(award: Award, rules: Iterable[dict[str, Any]]) -> Award:
    own = (rule for rule in rules if award.code in rule["awards"])
    made = (_condition(award, rule) for rule in own)
    return award.replace(
        conditions=tuple(c for c in made if award.holds_within(c.valid_from, c.valid_until))
    )


def _condition(award: Award, rule: dict[str, Any]) -> Condition:
    return Condition(
        id=f"{award.id}-{rule['key']}",
        sentence=rule["sentence"],
        check=Check(rule["check"]),
        codes=rule.get("codes", ""),
        count=Decimal(rule["count"]) if "count" in rule else None,
        years=rule.get("years"),
        paper=rule.get("paper", ""),
        for_whom=ForWhom(rule.get("for", "ca_hai")),
        either=rule.get("either", ""),
        article=rule["article"],
        valid_from=_day(rule["valid_from"]),
        valid_until=_day(rule.get("valid_until")),
        verified=rule.get("verified", False),
        verified_until=_day(rule.get("verified_until")),
    )
