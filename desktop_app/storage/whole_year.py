"""Everything of one period, gathered from the stores of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.compacts.compact import compact_in_force
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.year import Year
from desktop_app.storage.plain import R

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


def whole_year(file: DataFile, period: Period) -> Year:
    """The period with all its records. Scores are left out: they are too many to look at."""
    return Year(
        id=period.id,
        period=period,
        secretariat=_newest(file.secretariats.of_period(period)),
        plan=_newest(file.plans.of_period(period)),
        compact=compact_in_force(file.compacts.of_period(period)),
        consultations=file.consultations.of_period(period),
        annexes=file.annexes.of_period(period),
        registrations=file.registrations.of_period(period),
        campaigns=file.campaigns.of_period(period),
        activities=file.activities.of_period(period),
        duties=file.duties.of_period(period),
        meetings=file.meetings.of_period(period),
        nominations=file.nominations.of_period(period),
        decisions=file.decisions.of_period(period),
        handover=_newest(file.handovers.of_period(period)),
    )


def _newest(records: tuple[R, ...]) -> R | None:
    """The last one written; mostly there is only one."""
    return records[-1] if records else None
