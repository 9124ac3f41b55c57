"""Which head a person put into which field before, for each sort of list."""

from __future__ import annotations

import json
from collections.abc import Mapping

from desktop_app.exchange.lists.grid import Grid
from desktop_app.exchange.lists.list_field import head_key
from desktop_app.ui.records.memory import settings

_KEY = "lists/meaning-"


def remembered(kind: str) -> dict[str, str]:
    """Head → field, as chosen before; an empty field means a column that is left out."""
    kept = str(settings().value(_KEY + kind, "{}"))
    try:
        found = json.loads(kept)
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def remember_meaning(kind: str, grid: Grid, meaning: Mapping[int, str]) -> None:
    """Keep what was chosen for these heads."""
    chosen = {
        key: meaning.get(column.number, "")
        for column in grid.columns
        if (key := head_key(column.head))
    }
    kept = json.dumps(remembered(kind) | chosen, ensure_ascii=False)
    settings().setValue(_KEY + kind, kept)
