"""All stores of a data file, in an order in which none points to a later one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from desktop_app.domain.record import Record
from desktop_app.storage.account_store import AccountStore
from desktop_app.storage.attachment_store import AttachmentStore
from desktop_app.storage.award_store import (
    AwardQuotaStore,
    AwardStore,
    BaseSalaryStore,
    CertificateTemplateStore,
    DecisionStore,
    FundStore,
    NominationStore,
    RestrictionStore,
    SubmissionStore,
)
from desktop_app.storage.ballot_store import BallotStore
from desktop_app.storage.blank_store import BlankStore
from desktop_app.storage.compact_store import (
    AnnexStore,
    CompactStore,
    ConsultationStore,
    MirrorStore,
)
from desktop_app.storage.meeting_store import (
    MeetingStore,
    MeetingTemplateStore,
    MinutesVersionStore,
)
from desktop_app.storage.movement_store import (
    ActivityStore,
    CampaignStore,
    ExemplarStore,
    RegistrationStore,
)
from desktop_app.storage.office_template_store import OfficeTemplateStore
from desktop_app.storage.period_store import ClusterStore, PeriodStore, SecretariatStore
from desktop_app.storage.plain import linked_kinds
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.score_store import (
    CriteriaStore,
    InspectionStore,
    SheetStore,
    TieDecisionStore,
)
from desktop_app.storage.unit_store import PersonStore, UnitStore
from desktop_app.storage.year_store import (
    DirectDutiesStore,
    DocumentStore,
    HandoverStore,
    YearPlanStore,
    YearReportStore,
)

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile

_KEPT = 20_000
"""Records of one sort that may stay in memory after a change; some 2 KB each."""


class Stores:
    """A store for every family of records; a new family gets its line here."""

    stores: tuple[RecordStore[Any], ...]
    """All of them, those first that the others point to."""

    def _open_stores(self, file: DataFile) -> None:
        self._open_people_and_years(file)
        self._open_compacts(file)
        self._open_scores(file)
        self._open_meetings(file)
        self._open_commendations(file)
        self.stores = tuple(
            store for store in vars(self).values() if isinstance(store, RecordStore)
        )
        self._by_record = {store.record: store for store in self.stores}

    def store_of(self, record: type[Record]) -> RecordStore[Any]:
        return self._by_record[record]

    def store_named(self, kind: str) -> RecordStore[Any]:
        """The store of a record class by its name, as the history keeps it. Raises KeyError."""
        for store in self.stores:
            if store.record.__name__ == kind:
                return store
        raise KeyError(kind)

    def linked(self, record: type[Record], record_id: str) -> Record:
        """The record a link points to."""
        found: Record = self.store_of(record).get(record_id)
        return found

    def forget_loaded(self) -> None:
        """Everything is read anew from the file."""
        for store in self.stores:
            store.forget()

    def forget_changed(self, record: type[Record], ids: Iterable[str]) -> None:
        """Records have changed. Those that point to them carry them as they were: they go too."""
        self._by_record[record].forget_some(ids)
        for kind in _users()[record]:
            self._by_record[kind].forget()

    def forget_many(self) -> None:
        """Sorts of which very many were read are not kept in memory beyond the work in hand."""
        for store in self.stores:
            store.forget(beyond=_KEPT)

    def _open_people_and_years(self, file: DataFile) -> None:
        self.units = UnitStore(file)
        self.people = PersonStore(file)
        self.clusters = ClusterStore(file)
        self.periods = PeriodStore(file)
        self.secretariats = SecretariatStore(file)
        self.plans = YearPlanStore(file)
        self.documents = DocumentStore(file)
        self.duties = DirectDutiesStore(file)
        self.handovers = HandoverStore(file)
        self.reports = YearReportStore(file)

    def _open_compacts(self, file: DataFile) -> None:
        self.compacts = CompactStore(file)
        self.consultations = ConsultationStore(file)
        self.annexes = AnnexStore(file)
        self.mirrors = MirrorStore(file)
        self.registrations = RegistrationStore(file)
        self.campaigns = CampaignStore(file)
        self.activities = ActivityStore(file)
        self.exemplars = ExemplarStore(file)

    def _open_scores(self, file: DataFile) -> None:
        self.criteria = CriteriaStore(file)
        self.sheets = SheetStore(file)
        self.inspections = InspectionStore(file)
        self.tie_decisions = TieDecisionStore(file)

    def _open_meetings(self, file: DataFile) -> None:
        self.templates = MeetingTemplateStore(file)
        self.meetings = MeetingStore(file)
        self.minutes_versions = MinutesVersionStore(file)

    def _open_commendations(self, file: DataFile) -> None:
        self.awards = AwardStore(file)
        self.ballots = BallotStore(file)
        self.nominations = NominationStore(file)
        self.submissions = SubmissionStore(file)
        self.decisions = DecisionStore(file)
        self.certificate_templates = CertificateTemplateStore(file)
        self.blanks = BlankStore(file)
        self.restrictions = RestrictionStore(file)
        self.quotas = AwardQuotaStore(file)
        self.base_salaries = BaseSalaryStore(file)
        self.fund = FundStore(file)
        self.office_templates = OfficeTemplateStore(file)
        self.attachments = AttachmentStore(file)
        self.accounts = AccountStore(file)


@cache
def _users() -> dict[type[Record], frozenset[type[Record]]]:
    """Sort of record → every sort that points to it, be it through others."""
    pointing = {kind: linked_kinds(kind) for kind in kept_records()}
    return {kind: _reaching(kind, pointing) for kind in pointing}


def _reaching(
    record: type[Record], pointing: Mapping[type[Record], frozenset[type[Record]]]
) -> frozenset[type[Record]]:
    found: set[type[Record]] = set()
    new = {record}
    while new:
        new = {kind for kind, targets in pointing.items() if targets & new} - found
        found |= new
    return frozenset(found)


def kept_records() -> tuple[type[Record], ...]:
    """Every sort of record that a data file keeps, those first that others point to."""
    stores = Stores()
    stores._open_stores(cast("DataFile", None))
    return tuple(store.record for store in stores.stores)
