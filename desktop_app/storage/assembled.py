"""Records put together from several: what papers and boards are made of, never stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

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
from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.extract import Extract
from desktop_app.domain.meetings.follow_up import TaskBook
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.statistics.figures import Figures
from desktop_app.domain.statistics.question import Question
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.duty_board import DutyBoard
from desktop_app.domain.years.full_report import FullReport
from desktop_app.domain.years.numbering import NUMBERED
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.register import Register
from desktop_app.domain.years.rotation import Rotation
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_report import YearReport
from desktop_app.storage.certificate_batches import blank_book, certificate_batch, picture_of
from desktop_app.storage.commendation_files import (
    award_book,
    awarding,
    nomination_file,
    submission_file,
)
from desktop_app.storage.score_rounds import score_rounds
from desktop_app.storage.statistics.facts import all_figures, facts_of, figures_of
from desktop_app.storage.stores import Stores
from desktop_app.storage.whole_year import whole_year

if TYPE_CHECKING:
    from desktop_app.storage.data_file import DataFile


class AssembledRecords(Stores):
    """The half of a data file that gathers; nothing here changes anything."""

    @property
    def _file(self) -> DataFile:
        return cast("DataFile", self)

    def year_of(self, period: Period) -> Year:
        """Everything of one period, complete."""
        return whole_year(self._file, period)

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
        return certificate_batch(self._file, decision)

    def blank_book_of(self, period: Period) -> BlankBook:
        """The book of pre-printed sheets of a period."""
        return blank_book(self._file, period)

    def picture_of(self, template: CertificateTemplate) -> bytes:
        """The picture of the blank that is attached to a design; empty where there is none."""
        return picture_of(self._file, template)

    def nomination_file_of(self, nomination: Nomination) -> NominationFile:
        """A nomination with what its papers tell besides."""
        return nomination_file(self._file, nomination)

    def submission_file_of(self, submission: Submission) -> SubmissionFile:
        """A submission with what its papers tell besides."""
        return submission_file(self._file, submission)

    def awarding_of(self, decision: Decision) -> Awarding:
        """A decision ready to be carried out."""
        return awarding(self._file, decision)

    def award_book_of(self, period: Period) -> AwardBook:
        """All grants of the period's cluster, to be counted."""
        return award_book(self._file, period)

    def facts_of(self, question: Question, period: Period) -> tuple[Any, ...]:
        """What a question of the statistics needs of one of its years."""
        return facts_of(self._file, question, period)

    def figures_of(self, question: Question) -> Figures:
        """The whole answer at once: for a paper or a workbook without a window."""
        return figures_of(self._file, question)

    def registrations_of(self, period: Period) -> RegistrationBoard:
        """The registrations of all members, and what was granted for the period's achievements."""
        own = board(period, self.registrations.of_period(period))
        granted = tuple(
            grant
            for decision in self.decisions.of_achievements(period.name)
            for grant in decision.grants
            if grant.achievement_year == period.name
        )
        return RegistrationBoard(id=period.id, period=period, registrations=own, grants=granted)

    def score_rounds_of(self, period: Period) -> tuple[ScoreRound, ...]:
        """The rounds of scoring of a period; none while no criteria have been adopted."""
        return score_rounds(self._file, period)

    def numbered(self) -> tuple[Any, ...]:
        """Every record whose paper has a number: they all share one book."""
        return tuple(record for kind in NUMBERED for record in self.store_of(kind).all())

    def register_of(self, period: Period) -> Register:
        """The book of a period: its documents and all other papers with a number."""
        stores = map(self.store_of, NUMBERED)
        own = tuple(record for store in stores for record in store.of_period(period))
        return Register(id=period.id, period=period, records=own)

    def records_of(self, record: type[Record]) -> tuple[Record, ...]:
        """All records of a class, the assembled ones included: what papers are printed from."""
        gather = _GATHER.get(record)
        if gather is not None:
            return tuple(gather(self))
        found: tuple[Record, ...] = self.store_of(record).all()
        return found


_GATHER: dict[type[Record], Callable[[AssembledRecords], Iterable[Record]]] = {
    Rotation: lambda file: map(file.rotation_of, file.clusters.all()),
    Year: lambda file: map(file.year_of, file.periods.all()),
    ExemplarBook: lambda file: map(file.exemplar_book_of, file.periods.all()),
    FullReport: lambda file: map(file.full_report_of, file.reports.all()),
    Register: lambda file: map(file.register_of, file.periods.all()),
    RegistrationBoard: lambda file: map(file.registrations_of, file.periods.all()),
    ScoreRound: lambda file: chain.from_iterable(map(file.score_rounds_of, file.periods.all())),
    TaskBook: lambda file: map(file.task_book_of, file.periods.all()),
    BlankBook: lambda file: map(file.blank_book_of, file.periods.all()),
    CertificateBatch: lambda file: map(file.certificates_of, file.decisions.all()),
    NominationFile: lambda file: map(file.nomination_file_of, file.nominations.all()),
    SubmissionFile: lambda file: map(file.submission_file_of, file.submissions.all()),
    AwardBook: lambda file: map(file.award_book_of, file.periods.all()),
    Figures: lambda file: all_figures(file._file),
    Awarding: lambda file: map(file.awarding_of, file.decisions.all()),
    DutyBoard: lambda file: map(file.duty_board_of, file.periods.all()),
    Extract: lambda file: map(Extract.of, map(file.conference_of, file.meetings.all())),
    Conference: lambda file: map(file.conference_of, file.meetings.all()),
}
"""An assembled record is printed from the command line too once it has its line here."""
