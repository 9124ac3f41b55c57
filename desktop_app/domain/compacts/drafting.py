"""How a draft compact begins: from a template, from last year's, or as the next version."""

from __future__ import annotations

import json
from decimal import Decimal

from desktop_app.domain.compacts.compact import (
    Compact,
    CompactItem,
    CompactState,
    Direction,
)
from desktop_app.domain.compacts.new_compact import new_compact
from desktop_app.domain.record import new_id
from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run
from desktop_app.domain.years.period import Period


def from_template(text: str, period: Period) -> Compact:
    """The draft a template's JSON describes. Raises KeyError, ValueError on a broken file."""
    data = json.loads(text)
    return new_compact(period).replace(
        opening=data["opening"],
        closing=data["closing"],
        measures=_listed(data["measures"]),
        responsibilities=_listed(data["responsibilities"]),
        items=tuple(
            CompactItem(
                group=item["group"],
                text=RichText.plain(item["text"]),
                direction=Direction(item["direction"]),
                value=Decimal(item["value"]) if item["value"] else None,
                measure=item["measure"],
            )
            for item in data["items"]
        ),
    )


def template_name(text: str) -> str:
    """What the template calls itself."""
    return str(json.loads(text)["name"])


def from_last(last: Compact, period: Period) -> Compact:
    """Last year's text for another year: targets of units are agreed anew, nobody has signed."""
    fresh = new_compact(period)
    return fresh.replace(
        grounds=last.grounds,
        opening="" if last.period.name in last.opening else last.opening,
        closing=last.closing,
        measures=last.measures,
        responsibilities=last.responsibilities,
        items=tuple(item.replace(id=new_id()) for item in last.items),
    )


def next_version(compact: Compact, version: int) -> Compact:
    """The same text as a new draft; targets stay with their commitments, signatures do not."""
    ids = {item.id: new_id() for item in compact.items}
    return compact.replace(
        id=new_id(),
        version=version,
        state=CompactState.DRAFT,
        signed_on=None,
        note="",
        items=tuple(item.replace(id=ids[item.id]) for item in compact.items),
        targets=tuple(
            target.replace(id=new_id(), item=ids[target.item])
            for target in compact.targets
            if target.item in ids
        ),
        signatures=new_compact(compact.period).signatures,
    )


def _listed(lines: list[str]) -> RichText:
    return RichText.of(Block((Run(line),), BlockKind.BULLET) for line in lines)
