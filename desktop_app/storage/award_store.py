"""The award catalogue, nominations, submissions and decisions in the data file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from peewee import Expression

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.base_salary import BaseSalary
from desktop_app.domain.commendations.certificate_template import CertificateTemplate
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.fund import FundEntry
from desktop_app.domain.commendations.nomination import Nomination, NominationState, Submission
from desktop_app.domain.commendations.quota import COUNTED, AwardQuota, quota_problem
from desktop_app.domain.commendations.restriction import Restriction, restriction_problem
from desktop_app.domain.commendations.subject import Subject
from desktop_app.domain.compacts.registration_board import nomination_problem, rests_on_the_same
from desktop_app.domain.years.period import RegistrationRule
from desktop_app.storage.numbered_store import NumberedStore
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema import PartRow, Row
from desktop_app.storage.schema.award_rules import (
    AwardQuotaRow,
    BaseSalaryRow,
    FundEntryRow,
    RestrictionRow,
)
from desktop_app.storage.schema.commendations import (
    AttestationRow,
    AwardRow,
    CertificateTemplateRow,
    ConditionRow,
    DecisionRow,
    DossierPaperRow,
    GrantRow,
    NominationRow,
    NominationStepRow,
    SubmissionLineRow,
    SubmissionRow,
    TemplateFieldRow,
)


def _unit_ids(subject: Subject) -> list[str]:
    return [form.unit.id for form in subject.forms if form.unit]


def _may_be(table: type[Row] | type[PartRow], subject: Subject) -> Expression:
    """Rows whose kind, unit and person are a subject's as `Subject.is_same` wants them.

    Names are left to it.
    """
    fields, units = table._meta.fields, _unit_ids(subject)
    is_meant = fields["unit"].in_(units) if units else fields["unit"].is_null()
    if subject.kind is SubjectKind.INDIVIDUAL and subject.person:
        unnamed = fields["person"].is_null() & is_meant
        is_meant = (fields["person"] == subject.person.id) | unnamed
    return (fields["kind"] == subject.kind.value) & is_meant


class AwardStore(RecordStore[Award]):
    record = Award
    table = AwardRow
    parts = {"conditions": ConditionRow}


class NominationStore(RecordStore[Nomination]):
    record = Nomination
    table = NominationRow
    parts = {
        "steps": NominationStepRow,
        "dossier": DossierPaperRow,
        "attestations": AttestationRow,
    }

    def of_subject(self, subject: Subject) -> tuple[Nomination, ...]:
        """The nominations that may be the subject's, under whatever name."""
        return self._where(_may_be(NominationRow, subject))

    def file_problems(self, record: Nomination) -> dict[str, str]:
        """What the period's rule, a restriction in force, or the quota forbids.

        A nomination that stands already is left alone, until somebody or something else is put
        in it or it goes a step further.
        """
        found = super().file_problems(record)
        before = self.find(record.id)
        same = rests_on_the_same(before, record)
        was = before.state if before and same else None
        return found | self._unregistered(record, same) | self._blocked(record, was)

    def _unregistered(self, record: Nomination, same: bool) -> dict[str, str]:
        """Where the period says so, only what was registered can be nominated."""
        if record.period.registration_rule is not RegistrationRule.BLOCKED or same:
            return {}
        registrations = self._file.registrations.of_period(record.period)
        words = nomination_problem(record, registrations)
        return {"award": words} if words else {}

    def held_back(
        self, records: Sequence[Nomination]
    ) -> tuple[tuple[Nomination, dict[str, str]], ...]:
        """Those that cannot be saved as they are, as one change, without a reason of their own."""
        ids = {record.id for record in records}
        found, taken = [], list(records)
        for record in reversed(records):
            taken.remove(record)
            before = self.find(record.id)
            was = before.state if before and rests_on_the_same(before, record) else None
            periods = self.of_period(record.period)
            others = [*(one for one in periods if one.id not in ids), *taken]
            if blocks := self._blocked(record, was, others):
                found.append((record, blocks))
        return tuple(reversed(found))

    def _blocked(
        self,
        record: Nomination,
        was: NominationState | None,
        others: Iterable[Nomination] | None = None,
    ) -> dict[str, str]:
        """The two ways in which a nomination cannot go up without a reason of its own."""
        found = {}
        if record.state is NominationState.SUBMITTED and was is not NominationState.SUBMITTED:
            known = self._file.restrictions.all()
            if words := restriction_problem(record, known, dt.date.today()):
                found["restriction_reason"] = words
        if record.state in COUNTED and was not in COUNTED:
            quotas = self._file.quotas.of_period(record.period)
            rivals = self.of_period(record.period) if others is None else others
            if words := quota_problem(record, quotas, rivals):
                found["quota_reason"] = words
        return found


class SubmissionStore(NumberedStore[Submission]):
    record = Submission
    table = SubmissionRow
    parts = {"lines": SubmissionLineRow}


class DecisionStore(RecordStore[Decision]):
    record = Decision
    table = DecisionRow
    parts = {"grants": GrantRow}

    def of_achievements(self, year: str) -> tuple[Decision, ...]:
        """The decisions with a grant for achievements of a year, as it is written."""
        granted = GrantRow.select(GrantRow.owner).where(GrantRow.achievement_year == year)
        return self._where(DecisionRow.id.in_(granted))

    def naming(self, subject: Subject, *, with_members: bool = False) -> tuple[Decision, ...]:
        """The decisions with a grant that may be the subject's, whoever else is in them.

        With the members of a unit: also those that honour anybody of it.
        """
        is_meant = _may_be(GrantRow, subject)
        if with_members and subject.kind is SubjectKind.COLLECTIVE:
            is_meant |= GrantRow.unit.in_(_unit_ids(subject))
        granted = GrantRow.select(GrantRow.owner).where(is_meant)
        return self._where(DecisionRow.id.in_(granted))

    def file_problems(self, record: Decision) -> dict[str, str]:
        """Where the cluster says so, a number of the book is never given twice in a period."""
        found = super().file_problems(record)
        if not record.period.cluster.numbers_once:
            return found
        taken = {
            grant.register_number: decision.title
            for decision in self.of_period(record.period)
            if decision.id != record.id
            for grant in decision.grants
            if grant.register_number
        }
        for row, grant in enumerate(record.grants):
            if grant.register_number in taken:
                found[f"grants.{row}.register_number"] = (
                    f"Dòng {row + 1}: số {grant.register_number} đã cấp ở quyết định "
                    f"{taken[grant.register_number]}."
                )
        return found


class CertificateTemplateStore(RecordStore[CertificateTemplate]):
    record = CertificateTemplate
    table = CertificateTemplateRow
    parts = {"fields": TemplateFieldRow}


class RestrictionStore(RecordStore[Restriction]):
    record = Restriction
    table = RestrictionRow


class AwardQuotaStore(RecordStore[AwardQuota]):
    record = AwardQuota
    table = AwardQuotaRow
    once_per = ("period", "award")


class BaseSalaryStore(RecordStore[BaseSalary]):
    record = BaseSalary
    table = BaseSalaryRow

    def file_problems(self, record: BaseSalary) -> dict[str, str]:
        """One amount begins on a day."""
        twin = any(o.id != record.id and o.since == record.since for o in self.all())
        found = super().file_problems(record)
        return found | ({"since": "Đã có mức lương cơ sở từ ngày này."} if twin else {})


class FundStore(RecordStore[FundEntry]):
    record = FundEntry
    table = FundEntryRow
