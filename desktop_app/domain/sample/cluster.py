"""A sample year built on a public report of 13/03/2018; whoever it does not name is a placeholder.

Real: the cluster, its six units, the day, the guest and what was said and agreed. Everything
else (people, hours, numbers, which unit got what) is made up and says so in its note.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.blank_book import BlankEntry
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.fund import FundEntry
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.commendations.quota import AwardQuota
from desktop_app.domain.commendations.restriction import Restriction
from desktop_app.domain.compacts.campaign import Activity, Campaign
from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.compacts.consultation import Consultation
from desktop_app.domain.compacts.exemplar import Exemplar
from desktop_app.domain.compacts.mirror import Mirror
from desktop_app.domain.compacts.registration import Registration
from desktop_app.domain.meetings.ballot import Ballot
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.sample.award_rules import (
    sample_fund,
    sample_quotas,
    sample_restriction,
)
from desktop_app.domain.sample.blanks import sample_blanks
from desktop_app.domain.sample.commendations import (
    sample_decisions,
    sample_nominations,
    sample_submission,
)
from desktop_app.domain.sample.compact import sample_compact
from desktop_app.domain.sample.consultation import sample_consultation, sample_draft
from desktop_app.domain.sample.duties import sample_duties
from desktop_app.domain.sample.earlier_years import earlier_decisions, earlier_periods
from desktop_app.domain.sample.handover import sample_handover
from desktop_app.domain.sample.meetings import sample_ballot, sample_meetings
from desktop_app.domain.sample.movements import (
    sample_activities,
    sample_campaigns,
    sample_exemplars,
    sample_registrations,
)
from desktop_app.domain.sample.people import sample_people, sample_units
from desktop_app.domain.sample.plan import sample_plan
from desktop_app.domain.sample.score_sheets import sample_inspection, sample_sheets
from desktop_app.domain.sample.scores import sample_criteria
from desktop_app.domain.sample.year_sheets import year_sheets
from desktop_app.domain.sample.year_work import sample_documents, sample_mirror, sample_report
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.inspection import Inspection
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.document import OfficialDocument
from desktop_app.domain.years.duties import DirectDuties
from desktop_app.domain.years.handover import Handover
from desktop_app.domain.years.period import (
    Membership,
    Period,
    PeriodState,
    Role,
    RoleSource,
    Secretariat,
    SecretariatMember,
    SecretariatRole,
    SecretariatState,
)
from desktop_app.domain.years.plan import YearPlan
from desktop_app.domain.years.year_report import YearReport


@dataclass(frozen=True)
class SampleCluster:
    """The sample's records, in the order in which they can be saved."""

    cluster: Cluster
    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    periods: tuple[Period, ...]
    secretariat: Secretariat
    plan: YearPlan
    duties: tuple[DirectDuties, ...]
    handover: Handover
    compact: Compact
    draft: Compact
    consultation: Consultation
    criteria: CriteriaSet
    sheets: tuple[ScoreSheet, ...]
    inspection: Inspection
    meetings: tuple[Meeting, ...]
    nominations: tuple[Nomination, ...]
    ballot: Ballot
    submission: Submission
    decisions: tuple[Decision, ...]
    quotas: tuple[AwardQuota, ...]
    restriction: Restriction
    fund: tuple[FundEntry, ...]
    blanks: tuple[BlankEntry, ...]
    registrations: tuple[Registration, ...]
    campaigns: tuple[Campaign, ...]
    activities: tuple[Activity, ...]
    exemplars: tuple[Exemplar, ...]
    mirror: Mirror
    documents: tuple[OfficialDocument, ...]
    report: YearReport

    def records(self) -> tuple[Record, ...]:
        """Every record, each after those it refers to."""
        return (
            self.cluster,
            *self.units,
            *self.people,
            *self.periods,
            self.secretariat,
            self.plan,
            *self.duties,
            self.handover,
            self.compact,
            self.draft,
            self.consultation,
            self.criteria,
            *self.sheets,
            self.inspection,
            *self.meetings,
            *self.nominations,
            self.ballot,
            self.submission,
            *self.decisions,
            *self.quotas,
            self.restriction,
            *self.fund,
            *self.blanks,
            *self.registrations,
            *self.campaigns,
            *self.activities,
            *self.exemplars,
            self.mirror,
            *self.documents,
            self.report,
        )


def sample_cluster(awards: tuple[Award, ...]) -> SampleCluster:
    """The whole sample; the awards are those of the catalogue, picked by their codes."""
    units, cluster = sample_units(), _cluster()
    people = sample_people(units)
    period = _period(cluster, units, people)
    nominations = sample_nominations(period, people, awards)
    meetings = sample_meetings(period, people)
    compact = sample_compact(period, people)
    draft = sample_draft(compact)
    decisions = sample_decisions(period, people, awards)
    earlier = earlier_periods(cluster, units)
    criteria = sample_criteria(period)
    return SampleCluster(
        cluster=cluster,
        units=units,
        people=people,
        periods=(period, *earlier),
        secretariat=_secretariat(period, people),
        plan=sample_plan(period),
        duties=sample_duties(period, people),
        handover=sample_handover(period, people),
        compact=compact,
        draft=draft,
        consultation=sample_consultation(draft),
        criteria=criteria,
        sheets=(*sample_sheets(criteria), *year_sheets(criteria)),
        inspection=sample_inspection(criteria, people),
        meetings=meetings,
        nominations=nominations,
        ballot=sample_ballot(meetings[-1], nominations),
        submission=sample_submission(period, people, nominations),
        decisions=(*decisions, *earlier_decisions(earlier, awards)),
        quotas=sample_quotas(period, awards),
        restriction=sample_restriction(people),
        fund=sample_fund(period, decisions[0]),
        blanks=sample_blanks(period, decisions[0]),
        registrations=sample_registrations(period, awards),
        campaigns=sample_campaigns(period),
        activities=sample_activities(period),
        exemplars=sample_exemplars(period),
        mirror=sample_mirror(compact),
        documents=sample_documents(period),
        report=sample_report(period),
    )


def _cluster() -> Cluster:
    return Cluster(
        id="cum-2",
        organising_body="Bộ Công an",
        block="Khối các đơn vị trực thuộc Bộ trưởng",
        number="2",
        name="Cụm thi đua số 2",
        code="CTĐ2",
        place="Hà Nội",
    )


def _period(cluster: Cluster, units: tuple[Unit, ...], people: Iterable[Person]) -> Period:
    return Period(
        id="ky-2018",
        cluster=cluster,
        name="2018",
        since=dt.date(2018, 1, 1),
        until=dt.date(2018, 12, 31),
        registration_due=dt.date(2018, 3, 31),
        movement="Vì an ninh Tổ quốc",
        slogan="Xây dựng phong cách người Công an nhân dân bản lĩnh, nhân văn, vì nhân dân phục vụ",
        state=PeriodState.RUNNING,
        members=_members(units, {person.id: person for person in people}),
        note="Dữ liệu mẫu dựng theo tin công khai về hội nghị ký kết ngày 13/03/2018",
    )


def _members(units: tuple[Unit, ...], people: dict[str, Person]) -> tuple[Membership, ...]:
    return tuple(
        Membership(
            id=f"tv-2018-{unit.id}",
            unit=unit,
            role=Role.LEAD if place == 1 else Role.MEMBER,
            source=RoleSource.ELECTED if place == 1 else RoleSource.ASSIGNED,
            since=dt.date(2018, 1, 1),
            representative=people[f"thu-truong-{place:02d}"],
            contact=people[f"can-bo-{place:02d}"],
        )
        for place, unit in enumerate(units, start=1)
    )


def _secretariat(period: Period, people: Iterable[Person]) -> Secretariat:
    known = {person.id: person for person in people}
    lead = known["can-bo-01"]
    return Secretariat(
        id="to-giup-viec-2018",
        period=period,
        state=SecretariatState.ISSUED,
        decision_number="02/QĐ-CTĐ2 (mẫu)",
        decision_date=dt.date(2018, 3, 7),
        signed_by=known["thu-truong-01"].signed_name(),
        members=(
            SecretariatMember(
                id="tgv-1", person=lead, role=SecretariatRole.HEAD, task="Điều hành chung"
            ),
            SecretariatMember(
                id="tgv-2",
                person=known["can-bo-02"],
                role=SecretariatRole.CLERK,
                task="Ghi biên bản, lưu hồ sơ",
            ),
            SecretariatMember(
                id="tgv-3", person=known["can-bo-03"], task="Tổng hợp kết quả thi đua"
            ),
        ),
    )
