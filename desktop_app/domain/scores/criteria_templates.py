"""Reads a table of criteria that comes with the program: text in, a period's fresh draft out."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.years.period import Period


def template_name(text: str) -> str:
    """What a template is called in a list to choose from."""
    return str(json.loads(text)["name"])


def read_template(text: str, period: Period) -> CriteriaSet:
    """The criteria of a JSON text as a draft. Every reading makes new ids."""
    data = json.loads(text)
    return CriteriaSet(
        period=period,
        name=data["name"],
        note=data["note"],
        criteria=tuple(_criterion(entry) for entry in data["criteria"]),
    )


def _criterion(entry: dict[str, Any]) -> Criterion:
    return Criterion(
        code=entry["code"],
        parent=entry.get("parent", ""),
        text=entry["text"],
        kind=Kind(entry["kind"]),
        max_points=Decimal(entry["max"]),
        knock_out=entry.get("knock_out", False),
        note=entry.get("note", ""),
    )
