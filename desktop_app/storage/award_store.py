"""The award catalogue, nominations, submissions and decisions in the data file."""

from __future__ import annotations

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.commendations.certificate_template import CertificateTemplate
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.compacts.registration_board import nomination_problem, rests_on_the_same
from desktop_app.domain.years.period import RegistrationRule
from desktop_app.storage.numbered_store import NumberedStore
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.commendations import (
    AwardRow,
    CertificateTemplateRow,
    DecisionRow,
    DossierPaperRow,
    GrantRow,
    NominationRow,
    NominationStepRow,
    SubmissionLineRow,
    SubmissionRow,
    TemplateFieldRow,
)


class AwardStore(RecordStore[Award]):
    record = Award
    table = AwardRow


class NominationStore(RecordStore[Nomination]):
    record = Nomination
    table = NominationRow
    parts = {"steps": NominationStepRow, "dossier": DossierPaperRow}

    def file_problems(self, record: Nomination) -> dict[str, str]:
        """Where the period says so, only what was registered can be nominated.

        A nomination from before the rule stays, until somebody or something else is put in it.
        """
        found = super().file_problems(record)
        if record.period.registration_rule is not RegistrationRule.BLOCKED:
            return found
        if rests_on_the_same(self.find(record.id), record):
            return found
        registrations = self._file.registrations.of_period(record.period)
        words = nomination_problem(record, registrations)
        return found | ({"award": words} if words else {})


class SubmissionStore(NumberedStore[Submission]):
    record = Submission
    table = SubmissionRow
    parts = {"lines": SubmissionLineRow}


class DecisionStore(RecordStore[Decision]):
    record = Decision
    table = DecisionRow
    parts = {"grants": GrantRow}

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
