"""The data file of one cluster: create, open, check, upgrade, change, close."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from peewee import Query
from playhouse.sqlcipher_ext import SqlCipherDatabase

from desktop_app.domain.commendations.award_book import AwardBook
from desktop_app.domain.commendations.awarding import Awarding
from desktop_app.domain.commendations.blank_book import BlankBook
from desktop_app.domain.commendations.certificate_batch import CertificateBatch
from desktop_app.domain.commendations.certificate_template import CertificateTemplate
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.commendations.nomination_file import NominationFile, SubmissionFile
from desktop_app.domain.compacts.exemplar import ExemplarBook
from desktop_app.domain.compacts.registration_board import RegistrationBoard, board
from desktop_app.domain.errors import (
    DataFileError,
)
from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.extract import Extract
from desktop_app.domain.meetings.follow_up import TaskBook
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.vietnamese import clean_line
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.duty_board import DutyBoard
from desktop_app.domain.years.full_report import FullReport
from desktop_app.domain.years.numbering import NUMBERED
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.period_rules import neighbour_problems
from desktop_app.domain.years.register import Register
from desktop_app.domain.years.rotation import Rotation
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_report import YearReport
from desktop_app.storage import opening
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
from desktop_app.storage.backups.backup import Content
from desktop_app.storage.ballot_store import BallotStore
from desktop_app.storage.blank_store import BlankStore
from desktop_app.storage.certificate_batches import blank_book, certificate_batch, picture_of
from desktop_app.storage.commendation_files import (
    award_book,
    awarding,
    nomination_file,
    submission_file,
)
from desktop_app.storage.compact_store import (
    AnnexStore,
    CompactStore,
    ConsultationStore,
    MirrorStore,
)
from desktop_app.storage.connection import connect, plain_errors
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.file_lock import FileLock, current_user
from desktop_app.storage.history import History
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
from desktop_app.storage.period_store import ClusterStore, PeriodStore, SecretariatStore
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.keeping import SettingRow
from desktop_app.storage.score_rounds import score_rounds
from desktop_app.storage.score_store import (
    CriteriaStore,
    InspectionStore,
    SheetStore,
    TieDecisionStore,
)
from desktop_app.storage.search_index import SearchIndex
from desktop_app.storage.unit_store import PersonStore, UnitStore
from desktop_app.storage.whole_year import whole_year
from desktop_app.storage.year_store import (
    DirectDutiesStore,
    DocumentStore,
    HandoverStore,
    YearPlanStore,
    YearReportStore,
)

ENDING = ".thidua"


class DataFile:
    """An open data file and its stores. One connection, held exclusively, used by one thread."""

    def __init__(
        self, path: Path, database: SqlCipherDatabase, lock: FileLock, pages: BinaryIO
    ) -> None:
        self.path = path
        self.pages = pages
        """The file as bytes, for backups. Opened and closed around the connection: to close any
        handle of a file gives up all locks that the process holds on it (POSIX)."""
        self.who = current_user()
        self.action: tuple[str, int | None] = ("change", None)
        self._database = database
        self._lock = lock
        self.units = UnitStore(self)
        self.people = PersonStore(self)
        self.clusters = ClusterStore(self)
        self.periods = PeriodStore(self)
        self.secretariats = SecretariatStore(self)
        self.plans = YearPlanStore(self)
        self.documents = DocumentStore(self)
        self.duties = DirectDutiesStore(self)
        self.handovers = HandoverStore(self)
        self.reports = YearReportStore(self)
        self.compacts = CompactStore(self)
        self.consultations = ConsultationStore(self)
        self.annexes = AnnexStore(self)
        self.mirrors = MirrorStore(self)
        self.registrations = RegistrationStore(self)
        self.campaigns = CampaignStore(self)
        self.activities = ActivityStore(self)
        self.exemplars = ExemplarStore(self)
        self.criteria = CriteriaStore(self)
        self.sheets = SheetStore(self)
        self.inspections = InspectionStore(self)
        self.tie_decisions = TieDecisionStore(self)
        self.templates = MeetingTemplateStore(self)
        self.meetings = MeetingStore(self)
        self.minutes_versions = MinutesVersionStore(self)
        self.awards = AwardStore(self)
        self.ballots = BallotStore(self)
        self.nominations = NominationStore(self)
        self.submissions = SubmissionStore(self)
        self.decisions = DecisionStore(self)
        self.certificate_templates = CertificateTemplateStore(self)
        self.blanks = BlankStore(self)
        self.restrictions = RestrictionStore(self)
        self.quotas = AwardQuotaStore(self)
        self.base_salaries = BaseSalaryStore(self)
        self.fund = FundStore(self)
        self.attachments = AttachmentStore(self)
        self.stores: tuple[RecordStore[Any], ...] = tuple(
            store for store in vars(self).values() if isinstance(store, RecordStore)
        )
        """All of them, those first that the others point to."""
        self.history = History(self)
        self.search = SearchIndex(self, database)
        self.drafts = Drafts(self)

    # --- opening and closing --------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, records: Iterable[Record] = ()) -> DataFile:
        """A new file, filled with the given records. An existing file is never overwritten."""
        if path.exists():
            raise DataFileError(
                f"Đã có tệp «{path.name}» trong thư mục này.",
                kept="Tệp đang có không bị thay đổi.",
                remedy="Hãy chọn tên khác, hoặc mở tệp đang có.",
            )
        lock = opening.locked(path)
        with opening.cleaned_up(lock):
            database = connect(path)
            pages = path.open("rb")
            try:
                opening.create_tables(database)
                file = cls(path, database, lock, pages)
                file.save_all(records)
            except BaseException:
                database.close()
                pages.close()
                path.unlink(missing_ok=True)
                raise
            file.history.restart()
            return file

    @classmethod
    def open(cls, path: Path) -> DataFile:
        """An existing file, checked and upgraded. Raises DataFileError and its kinds."""
        opening.check_header(path)
        lock = opening.locked(path)
        with opening.cleaned_up(lock):
            pages = path.open("rb")
            try:
                database = connect(path)
            except BaseException:
                pages.close()
                raise
            try:
                opening.check_pages(database)
                opening.upgrade(path, database, pages)
                return cls(path, database, lock, pages)
            except BaseException:
                database.close()
                pages.close()
                raise

    def close(self) -> None:
        """Folds the log into the file and lets go of it; a second call does nothing."""
        if self._database.is_closed():
            return
        with contextlib.suppress(Exception):
            self._database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self._database.close()
        self.pages.close()
        self._lock.release()

    @property
    def is_closed(self) -> bool:
        return bool(self._database.is_closed())

    def __enter__(self) -> DataFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- changing -------------------------------------------------------------------------

    @contextlib.contextmanager
    def transaction(self, action: str = "change", undoes: int | None = None) -> Iterator[None]:
        """Everything inside is one change: written whole, undone whole."""
        if self._database.in_transaction():
            yield
            return
        self.action = (action, undoes)
        try:
            with plain_errors(), self._database.atomic("IMMEDIATE"):
                yield
                self.search.write_noted()
        finally:
            self.action = ("change", None)
            self.search.forget_noted()
            self.history.end_change()
            self.forget_loaded()

    def save_all(self, records: Iterable[Record]) -> None:
        """Saves records in the given order as one change."""
        with self.transaction():
            for record in records:
                self.store_of(type(record)).save(record)

    def run(self, query: Query) -> Any:
        """The rows of a query, or what a change answers."""
        with plain_errors():
            result = query.execute(self._database)
            return list(result) if hasattr(result, "__iter__") else result

    # --- stores ---------------------------------------------------------------------------

    def store_of(self, record: type[Record]) -> RecordStore[Any]:
        return next(store for store in self.stores if store.record is record)

    def store_named(self, kind: str) -> RecordStore[Any]:
        """The store of a record class by its name, as the history keeps it."""
        return next(store for store in self.stores if store.record.__name__ == kind)

    def linked(self, record: type[Record], record_id: str) -> Record:
        """The record a link points to."""
        found: Record = self.store_of(record).get(record_id)
        return found

    def year_of(self, period: Period) -> Year:
        """Everything of one period, complete."""
        return whole_year(self, period)

    def rotation_of(self, cluster: Cluster) -> Rotation:
        """The rotation book of a cluster, from all its periods."""
        own = tuple(p for p in self.periods.all() if p.cluster.id == cluster.id)
        return Rotation(id=cluster.id, cluster=cluster, periods=own)

    def duty_board_of(self, period: Period) -> DutyBoard:
        """The «3 trực tiếp» of all members of a period, recorded or open."""
        return DutyBoard(id=period.id, period=period, recorded=self.duties.of_period(period))

    def conference_of(self, meeting: Meeting) -> Conference:
        """A meeting with its ballots and closed minutes. It may be one that is not saved yet."""
        return Conference(
            id=meeting.id,
            meeting=meeting,
            ballots=self.ballots.of_meeting(meeting),
            versions=self.minutes_versions.of_meeting(meeting),
        )

    def full_report_of(self, report: YearReport) -> FullReport:
        """A report, saved or not, with everything its tables are drawn from."""
        period = report.period
        return FullReport(
            id=report.id,
            report=report,
            year=self.year_of(period),
            registrations=self.registrations_of(period),
            exemplars=self.exemplar_book_of(period),
            mirror=next(iter(self.mirrors.of_period(period)), None),
            rounds=self.score_rounds_of(period),
        )

    def exemplar_book_of(self, period: Period) -> ExemplarBook:
        """All exemplars of a period."""
        return ExemplarBook(id=period.id, period=period, exemplars=self.exemplars.of_period(period))

    def task_book_of(self, period: Period) -> TaskBook:
        """The conclusions of a period's meetings, and the open tasks of earlier ones."""
        return TaskBook.of(period, self.meetings.all(), dt.date.today())

    def certificates_of(self, decision: Decision) -> CertificateBatch:
        """The sheets of a decision with their designs. It may be one that is not saved yet."""
        return certificate_batch(self, decision)

    def blank_book_of(self, period: Period) -> BlankBook:
        """The book of pre-printed sheets of a period."""
        return blank_book(self, period)

    def picture_of(self, template: CertificateTemplate) -> bytes:
        """The picture of the blank that is attached to a design; empty where there is none."""
        return picture_of(self, template)

    def nomination_file_of(self, nomination: Nomination) -> NominationFile:
        """A nomination with what its papers tell besides."""
        return nomination_file(self, nomination)

    def submission_file_of(self, submission: Submission) -> SubmissionFile:
        """A submission with what its papers tell besides."""
        return submission_file(self, submission)

    def awarding_of(self, decision: Decision) -> Awarding:
        """A decision ready to be carried out."""
        return awarding(decision)

    def award_book_of(self, period: Period) -> AwardBook:
        """All grants of the period's cluster, to be counted."""
        return award_book(self, period)

    def registrations_of(self, period: Period) -> RegistrationBoard:
        """The registrations of all members, and what was granted for the period's achievements."""
        own = board(period, self.registrations.of_period(period))
        granted = tuple(
            grant
            for decision in self.decisions.all()
            for grant in decision.grants
            if grant.achievement_year == period.name
        )
        return RegistrationBoard(id=period.id, period=period, registrations=own, grants=granted)

    def score_rounds_of(self, period: Period) -> tuple[ScoreRound, ...]:
        """The rounds of scoring of a period; none while no criteria have been adopted."""
        return score_rounds(self, period)

    def numbered(self) -> tuple[Any, ...]:
        """Every record whose paper has a number: they all share one book."""
        return tuple(record for kind in NUMBERED for record in self.store_of(kind).all())

    def register_of(self, period: Period) -> Register:
        """The book of a period: its documents and all other papers with a number."""
        own = tuple(record for record in self.numbered() if record.period.id == period.id)
        return Register(id=period.id, period=period, records=own)

    def records_of(self, record: type[Record]) -> tuple[Record, ...]:
        """All records of a class, the assembled ones included: what papers are printed from."""
        if record is Rotation:
            return tuple(self.rotation_of(cluster) for cluster in self.clusters.all())
        if record is Year:
            return tuple(self.year_of(period) for period in self.periods.all())
        if record is ExemplarBook:
            return tuple(self.exemplar_book_of(period) for period in self.periods.all())
        if record is FullReport:
            return tuple(self.full_report_of(report) for report in self.reports.all())
        if record is Register:
            return tuple(self.register_of(period) for period in self.periods.all())
        if record is RegistrationBoard:
            return tuple(self.registrations_of(period) for period in self.periods.all())
        if record is ScoreRound:
            return tuple(found for p in self.periods.all() for found in self.score_rounds_of(p))
        if record is TaskBook:
            return tuple(self.task_book_of(period) for period in self.periods.all())
        if record is BlankBook:
            return tuple(self.blank_book_of(period) for period in self.periods.all())
        if record is CertificateBatch:
            return tuple(self.certificates_of(decision) for decision in self.decisions.all())
        if record is NominationFile:
            return tuple(map(self.nomination_file_of, self.nominations.all()))
        if record is SubmissionFile:
            return tuple(map(self.submission_file_of, self.submissions.all()))
        if record is AwardBook:
            return tuple(map(self.award_book_of, self.periods.all()))
        if record is Awarding:
            return tuple(map(self.awarding_of, self.decisions.all()))
        if record is DutyBoard:
            return tuple(self.duty_board_of(period) for period in self.periods.all())
        if record is Extract:
            conferences = map(self.conference_of, self.meetings.all())
            return tuple(Extract.of(conference) for conference in conferences)
        if record is Conference:
            return tuple(self.conference_of(meeting) for meeting in self.meetings.all())
        found: tuple[Record, ...] = self.store_of(record).all()
        return found

    def forget_loaded(self) -> None:
        """Records carry the records they point to, so one change makes all of them stale."""
        for store in self.stores:
            store.forget()

    # --- what the file remembers for itself -----------------------------------------------

    def setting(self, name: str, default: Any = None) -> Any:
        query = SettingRow.select(SettingRow.value).where(SettingRow.name == name).tuples()
        rows = self.run(query)
        return json.loads(rows[0][0]) if rows else default

    def keep_setting(self, name: str, value: Any) -> None:
        row = SettingRow.insert(name=name, value=json.dumps(value, ensure_ascii=False))
        with self.transaction():
            self.run(row.on_conflict_replace())

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample file; the window's title says so."""
        return bool(self.setting("sample", False))

    # --- copies and checks ----------------------------------------------------------------

    def copy_to(self, target: Path) -> None:
        """A complete copy in one file, changes not yet folded in included.

        Raises DataFileError, also when the target is a file that somebody has open.
        """
        opening.refuse_open_target(self.path, target)
        opening.copy(self._database, target)

    def stand_still(self) -> Content:
        """Until `move_again` the bytes of `pages` stay as they are; saves go to the log."""
        return opening.stand_still(self._database)

    def move_again(self) -> None:
        """The log is folded into the file again as it grows; nothing on a closed file."""
        if not self._database.is_closed():
            opening.move_again(self._database)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, in sentences; nothing when all is well."""
        with plain_errors():
            found = [
                f"Trang dữ liệu hỏng: {row[0]}"
                for row in self._database.execute_sql("PRAGMA integrity_check")
                if row[0] != "ok"
            ]
            found += [
                f"Dòng {row[1]} của bảng {row[0]} trỏ tới bản ghi không có trong bảng {row[2]}."
                for row in self._database.execute_sql("PRAGMA foreign_key_check")
            ]
        return (*found, *self.history.problems(), *self._record_problems())

    def _record_problems(self) -> list[str]:
        records = [record for store in self.stores for record in store.all()]
        ids = {record.id for record in records}
        periods = self.periods.all()
        wrong = [(record, record.problems()) for record in records]
        wrong += [(period, neighbour_problems(period, periods)) for period in periods]
        found = [
            f"{clean_line(record.title)}: {sentence}"
            for record, problems in wrong
            for sentence in problems.values()
        ]
        found += [
            f"{attachment.name}: Tệp kèm thuộc một bản ghi không còn trong tệp dữ liệu."
            for attachment in self.attachments.all()
            if attachment.owner not in ids
        ]
        return found
