"""The sample «3 trực tiếp» of 2018: one unit complete, one begun, the others open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.domain.units.person import Person
from desktop_app.domain.years.duties import DirectDuties, Duty, DutyEntry
from desktop_app.domain.years.period import Period

_NOTE = "Ngày, văn bản là dữ liệu mẫu"
_PLANNED = (dt.date(2018, 1, 15), "Kế hoạch số 05/KH (mẫu)")
_CHECKED = (dt.date(2018, 7, 20), "Báo cáo số 61/BC (mẫu)")
_REVIEWED = (dt.date(2018, 11, 26), "Biên bản số 03/BB (mẫu)")
_DONE = (
    (1, (_PLANNED, _CHECKED, _REVIEWED)),
    (2, (_PLANNED,)),
)


def sample_duties(period: Period, people: Iterable[Person]) -> tuple[DirectDuties, ...]:
    """Of the first two units; what the heads really did was not reported."""
    known = {person.id: person for person in people}
    return tuple(
        DirectDuties(
            id=f"3tt-2018-{place:02d}",
            period=period,
            unit=period.members[place - 1].unit,
            entries=tuple(_entry(place, duty, done, known) for duty, done in _paired(dones)),
        )
        for place, dones in _DONE
    )


_Done = tuple[dt.date, str]


def _paired(dones: tuple[_Done, ...]) -> list[tuple[Duty, _Done | None]]:
    return [(duty, dones[place] if place < len(dones) else None) for place, duty in enumerate(Duty)]


def _entry(place: int, duty: Duty, done: _Done | None, people: dict[str, Person]) -> DutyEntry:
    row = f"3tt-2018-{place:02d}-{duty.value}"
    if done is None:
        return DutyEntry(id=row, duty=duty)
    head = people[f"thu-truong-{place:02d}"]
    return DutyEntry(id=row, duty=duty, done_on=done[0], person=head, paper=done[1], note=_NOTE)
