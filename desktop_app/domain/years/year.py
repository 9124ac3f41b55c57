"""The cluster's year at a glance: what the home tab shows and the year's status paper says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.compacts.annex import CompactAnnex
from desktop_app.domain.compacts.campaign import Activity, Campaign
from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.compacts.consultation import Consultation
from desktop_app.domain.compacts.registration import Registration
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.years.duties import DirectDuties
from desktop_app.domain.years.handover import Handover
from desktop_app.domain.years.period import Period, Secretariat
from desktop_app.domain.years.plan import YearPlan
from desktop_app.domain.years.year_steps import Step, year_steps
from desktop_app.domain.years.year_tasks import Task, year_tasks


@dataclass(frozen=True, kw_only=True)
class Year(Record):
    """Everything of one period, complete, so that a paper or a picture needs no file."""

    period: Period
    secretariat: Secretariat | None = None
    plan: YearPlan | None = None
    compact: Compact | None = None
    consultations: tuple[Consultation, ...] = ()
    annexes: tuple[CompactAnnex, ...] = ()
    registrations: tuple[Registration, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    activities: tuple[Activity, ...] = ()
    duties: tuple[DirectDuties, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    nominations: tuple[Nomination, ...] = ()
    decisions: tuple[Decision, ...] = ()
    handover: Handover | None = None
    seen_on: dt.date = field(default_factory=dt.date.today)
    """The day it was gathered: what is late on paper is late on this day."""

    @property
    def title(self) -> str:
        return self.period.title

    def steps(self, today: dt.date) -> tuple[Step, ...]:
        """The steps of the plan, or the conferences of the year, in order of their days."""
        return year_steps(self, today)

    def tasks(self, today: dt.date) -> tuple[Task, ...]:
        """What is open, overdue first, undated last."""
        return year_tasks(self, today)
