"""What each paper says: a complete record in, blocks out. The tuple PAPERS is the whole list."""

from __future__ import annotations

from desktop_app.domain.record import Record
from desktop_app.papers.commendations.award_ceremony import AwardCeremony
from desktop_app.papers.commendations.award_decision import AwardDecision
from desktop_app.papers.commendations.award_forms import AwardForms
from desktop_app.papers.commendations.award_statistics import AwardStatistics
from desktop_app.papers.commendations.blank_book import BlankBookPaper
from desktop_app.papers.commendations.certificate import Certificate
from desktop_app.papers.commendations.exemplar_list import ExemplarList
from desktop_app.papers.commendations.merit_report import (
    CampaignMeritReport,
    MeritReport,
    SuddenMeritReport,
)
from desktop_app.papers.commendations.nomination_list import NominationList
from desktop_app.papers.commendations.personal_list import PersonalList
from desktop_app.papers.commendations.review_minutes import CouncilMinutes, ReviewMeetingMinutes
from desktop_app.papers.commendations.reward_list import MoneyReceipt, RewardList
from desktop_app.papers.commendations.single_submissions import SubmissionByAward, SubmissionForOne
from desktop_app.papers.commendations.submission import SubmissionPaper
from desktop_app.papers.compacts.annex import AnnexPaper
from desktop_app.papers.compacts.campaign_report import CampaignReport
from desktop_app.papers.compacts.compact import CompactPaper, CompactSignatures
from desktop_app.papers.compacts.consultation import ConsultationLetter, ConsultationTable
from desktop_app.papers.compacts.contributions import Contributions
from desktop_app.papers.compacts.launch_speech import LaunchSpeech
from desktop_app.papers.compacts.mirror import MirrorPaper
from desktop_app.papers.compacts.registration import RegistrationPaper
from desktop_app.papers.compacts.registration_reminder import RegistrationReminder
from desktop_app.papers.compacts.registration_result import RegistrationResult
from desktop_app.papers.compacts.registration_table import RegistrationTable
from desktop_app.papers.compacts.unit_targets import UnitTargets
from desktop_app.papers.meetings.ballot_papers import BallotPapers, BallotSlips
from desktop_app.papers.meetings.closed_minutes import ClosedMinutes
from desktop_app.papers.meetings.conclusion_notice import ConclusionNotice
from desktop_app.papers.meetings.counting_minutes import CountingMinutes
from desktop_app.papers.meetings.invitation import Invitation
from desktop_app.papers.meetings.minutes import Minutes
from desktop_app.papers.meetings.minutes_extract import MinutesExtract
from desktop_app.papers.meetings.place_cards import PlaceCards
from desktop_app.papers.meetings.programme import Programme
from desktop_app.papers.meetings.public_minutes import PublicMinutes
from desktop_app.papers.meetings.running_order import RunningOrder
from desktop_app.papers.meetings.sign_in_sheet import SignInSheet
from desktop_app.papers.meetings.task_reminder import TaskReminder
from desktop_app.papers.meetings.task_table import TaskTable
from desktop_app.papers.paper import Paper
from desktop_app.papers.scores.inspection_minutes import InspectionMinutes
from desktop_app.papers.scores.ranking_table import RankingTable
from desktop_app.papers.scores.review_minutes import ReviewMinutes
from desktop_app.papers.scores.score_details import ScoreDetails
from desktop_app.papers.scores.score_explanation import ScoreExplanation
from desktop_app.papers.scores.score_sheet import ScoreSheetPaper
from desktop_app.papers.scores.self_scoring import SelfScoringForm
from desktop_app.papers.statistics.statistics_table import StatisticsTable
from desktop_app.papers.units.directory import Directory
from desktop_app.papers.units.unit_list import UnitList
from desktop_app.papers.years.direct_duties import DirectDutiesPaper
from desktop_app.papers.years.handover import HandoverPaper
from desktop_app.papers.years.quick_guide import QuickGuide
from desktop_app.papers.years.register import RegisterIn, RegisterOut
from desktop_app.papers.years.rotation import RotationProposal
from desktop_app.papers.years.secretariat_decision import SecretariatDecision
from desktop_app.papers.years.secretariat_roster import SecretariatRoster
from desktop_app.papers.years.year_plan import YearPlanPaper
from desktop_app.papers.years.year_report import YearReportPaper
from desktop_app.papers.years.year_status import YearStatus

PAPERS: tuple[Paper, ...] = (
    Minutes(),
    ClosedMinutes(),
    PublicMinutes(),
    MinutesExtract(),
    ConclusionNotice(),
    Invitation(),
    Programme(),
    SignInSheet(),
    BallotPapers(),
    BallotSlips(),
    CountingMinutes(),
    PlaceCards(),
    RunningOrder(),
    TaskReminder(),
    TaskTable(),
    MeritReport(),
    SuddenMeritReport(),
    CampaignMeritReport(),
    SubmissionPaper(),
    SubmissionByAward(),
    SubmissionForOne(),
    NominationList(),
    PersonalList(),
    ReviewMeetingMinutes(),
    CouncilMinutes(),
    Certificate(),
    BlankBookPaper(),
    AwardDecision(),
    RewardList(),
    MoneyReceipt(),
    AwardCeremony(),
    AwardStatistics(),
    AwardForms(),
    StatisticsTable(),
    CompactPaper(),
    CompactSignatures(),
    UnitTargets(),
    ConsultationLetter(),
    ConsultationTable(),
    AnnexPaper(),
    MirrorPaper(),
    RegistrationPaper(),
    RegistrationTable(),
    RegistrationReminder(),
    RegistrationResult(),
    LaunchSpeech(),
    CampaignReport(),
    Contributions(),
    ExemplarList(),
    SelfScoringForm(),
    RankingTable(),
    ScoreDetails(),
    ScoreSheetPaper(),
    ScoreExplanation(),
    ReviewMinutes(),
    InspectionMinutes(),
    UnitList(),
    Directory(),
    QuickGuide(),
    SecretariatDecision(),
    SecretariatRoster(),
    RotationProposal(),
    YearPlanPaper(),
    DirectDutiesPaper(),
    HandoverPaper(),
    YearStatus(),
    YearReportPaper(),
    RegisterOut(),
    RegisterIn(),
)


def paper_with_key(key: str) -> Paper:
    """The paper with that key. Raises KeyError when there is none."""
    return {paper.key: paper for paper in PAPERS}[key]


def papers_for(record_type: type[Record]) -> tuple[Paper, ...]:
    """The papers that a record of this kind can be printed as, in the order of the menus."""
    return tuple(paper for paper in PAPERS if paper.record is record_type)
