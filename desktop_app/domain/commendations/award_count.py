"""How often an award was granted to a unit in a year: what statistics of commendations add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award, AwardGroup, AwardLevel, SubjectKind
from desktop_app.domain.commendations.honour import Honour
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period


@dataclass(frozen=True)
class AwardCount:
    """Occurrences (lượt) by the decisions of one period; what was annulled or recalled is none."""

    period: Period
    award: Award
    kind: SubjectKind
    unit: Unit | None
    """The unit itself or the one a person or part belongs to; None where none is written."""
    times: int


def counted(honours: Iterable[Honour]) -> tuple[AwardCount, ...]:
    """Grants as they stand in records, put together."""
    found: Counter[tuple[str, str, SubjectKind, str]] = Counter()
    samples: dict[tuple[str, str, SubjectKind, str], Honour] = {}
    for honour in honours:
        grant = honour.grant
        if grant.award is None:
            continue
        unit = grant.unit.id if grant.unit else ""
        key = (honour.decision.period.id, grant.award.id, grant.kind, unit)
        found[key] += 1
        samples[key] = honour
    return tuple(_count(samples[key], times) for key, times in found.items())


def _count(honour: Honour, times: int) -> AwardCount:
    grant = honour.grant
    assert grant.award is not None
    return AwardCount(honour.decision.period, grant.award, grant.kind, grant.unit, times)


def total(counts: Iterable[AwardCount]) -> int:
    """All occurrences among them."""
    return sum(each.times for each in counts)


def of_kind(counts: Iterable[AwardCount], kind: SubjectKind) -> tuple[AwardCount, ...]:
    """Those of collectives, or of individuals."""
    return tuple(each for each in counts if each.kind is kind)


def of_level(counts: Iterable[AwardCount], level: AwardLevel) -> tuple[AwardCount, ...]:
    """Those of one level."""
    return tuple(each for each in counts if each.award.level is level)


def of_award(counts: Iterable[AwardCount], award: Award) -> tuple[AwardCount, ...]:
    """Those of one award, as later laws keep it too."""
    return tuple(each for each in counts if each.award.is_same(award))


def awards_of(counts: Iterable[AwardCount], group: AwardGroup | None = None) -> tuple[Award, ...]:
    """Each award once, whichever law it was given under, as the catalogue orders them."""
    found: dict[tuple[str, str], Award] = {}
    for each in counts:
        if group is None or each.award.group is group:
            found[(each.award.code, each.award.name)] = each.award
    groups = list(AwardGroup)
    return tuple(sorted(found.values(), key=lambda a: (groups.index(a.group), a.place_in_list)))
