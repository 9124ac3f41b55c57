"""What holds for every paper, whatever it says."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator

import pytest

from desktop_app.domain.commendations.award_book import AwardBook
from desktop_app.domain.commendations.award_count import counted
from desktop_app.domain.commendations.awarding import Awarding
from desktop_app.domain.commendations.blank_book import BlankBook
from desktop_app.domain.commendations.certificate_batch import CertificateBatch
from desktop_app.domain.commendations.honour import honours
from desktop_app.domain.commendations.nomination import Submission
from desktop_app.domain.commendations.nomination_file import NominationFile, SubmissionFile
from desktop_app.domain.compacts.annex import CompactAnnex
from desktop_app.domain.compacts.consultation import new_consultation
from desktop_app.domain.compacts.exemplar import ExemplarBook
from desktop_app.domain.compacts.registration_board import RegistrationBoard, board
from desktop_app.domain.meetings.conference import Conference
from desktop_app.domain.meetings.follow_up import TaskBook
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.scores.score_round import score_round
from desktop_app.domain.scores.self_scoring import sheet_of
from desktop_app.domain.scores.sheet import Round
from desktop_app.domain.statistics.award_table import award_table
from desktop_app.domain.statistics.question import Question, Subject
from desktop_app.domain.units.unit import UnitName
from desktop_app.domain.years.duty_board import DutyBoard
from desktop_app.domain.years.full_report import FullReport
from desktop_app.domain.years.period import Secretariat
from desktop_app.domain.years.register import Register
from desktop_app.domain.years.rotation import Rotation
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_report import ReportRound, YearReport
from desktop_app.papers import PAPERS, paper_with_key, papers_for
from desktop_app.papers.blocks import Closing, Letterhead
from desktop_app.papers.meetings.closed_minutes import version_of

SOME_UNITS = {
    "closed-minutes",
    "programme",
    "registration-reminder",
    "register-out",
    "register-in",
    "task-reminder",
    "task-table",
    "ballot-papers",
    "ballot-slips",
    "counting-minutes",
    "merit-report",
    "merit-report-sudden",
    "merit-report-campaign",
    "submission-by-award",
    "submission-for-one",
    "personal-list",
    "council-minutes",
    "award-decision",
    "reward-list",
    "money-receipt",
    "award-ceremony",
}
"""Papers that keep the names of their day, or name only some of the units."""
CLOSED_AT = dt.datetime(2018, 3, 13, 17, 30)
NAMELESS = ("year-plan", "quick-guide", "award-forms")
"""Papers without a unit in them, but for the one that issues them."""
KEYS = [paper.key for paper in PAPERS]
SYMBOL = re.compile(r"Số:\s+(\d{2,})?\s*/[^\s/]+( \(mẫu\))?")


def record_for(key, sample):
    period = sample.periods[0]
    kinds = {
        **dict.fromkeys(
            ("submission", "submission-by-award", "submission-for-one", "nomination-list"),
            sample.submission,
        ),
        **dict.fromkeys(
            ("merit-report", "merit-report-sudden", "merit-report-campaign"),
            NominationFile(nomination=sample.nominations[0], honours=honours(sample.decisions)),
        ),
        **dict.fromkeys(
            ("personal-list", "review-meeting-minutes", "council-minutes"),
            SubmissionFile(
                submission=sample.submission,
                honours=honours(sample.decisions),
                ballots=(sample.ballot,),
                meeting=sample.meetings[0],
            ),
        ),
        "blank-book": BlankBook(period=period, entries=sample.blanks, decisions=sample.decisions),
        "certificate": CertificateBatch(id=sample.decisions[0].id, decision=sample.decisions[0]),
        **dict.fromkeys(
            ("award-decision", "reward-list", "money-receipt", "award-ceremony"),
            Awarding(decision=sample.decisions[0]),
        ),
        **dict.fromkeys(
            ("award-statistics", "award-forms"),
            AwardBook(period=period, counts=counted(honours(sample.decisions))),
        ),
        "statistics": award_table(
            Question(Subject.AWARDS, period, (period,)), counted(honours(sample.decisions))
        ),
        **dict.fromkeys(("compact", "compact-signatures", "unit-targets"), sample.compact),
        "unit-list": period,
        "directory": period,
        "quick-guide": period,
        "secretariat-decision": sample.secretariat,
        "secretariat-roster": sample.secretariat,
        "closed-minutes": version_of(Conference.of(sample.meetings[0]), CLOSED_AT, "Người chốt"),
        **dict.fromkeys(
            ("consultation-letter", "consultation-table"), new_consultation(sample.compact)
        ),
        "annex": CompactAnnex(
            period=period,
            compact=sample.compact,
            name="Bổ sung chỉ tiêu",
            signatures=sample.compact.signatures,
        ),
        "mirror": sample.mirror,
        **dict.fromkeys(
            ("register-out", "register-in"),
            Register(period=period, records=(*sample.meetings, *sample.documents)),
        ),
        "launch-speech": sample.campaigns[0],
        "campaign-report": sample.campaigns[0],
        "contributions": sample.activities[0],
        "exemplar-list": ExemplarBook(period=period, exemplars=sample.exemplars),
        "registration": sample.registrations[0],
        "self-scoring": sheet_of(sample.criteria, period.members_on(None)[0].unit, Round.YEAR, ()),
        **dict.fromkeys(
            (
                "ranking-table",
                "score-details",
                "score-sheet",
                "score-explanation",
                "review-minutes",
            ),
            score_round(period, sample.criteria, Round.HALF_YEAR, sample.sheets),
        ),
        "inspection-minutes": sample.inspection,
        **dict.fromkeys(("ballot-papers", "ballot-slips", "counting-minutes"), sample.ballot),
        **dict.fromkeys(
            ("registration-table", "registration-reminder", "registration-result"),
            RegistrationBoard(
                period=period,
                registrations=board(period, sample.registrations),
                grants=sample.decisions[0].grants,
            ),
        ),
        **dict.fromkeys(
            ("task-reminder", "task-table"),
            TaskBook.of(period, sample.meetings, dt.date(2018, 8, 1)),
        ),
        "year-report": FullReport(
            report=YearReport(period=period, round=ReportRound.YEAR),
            year=Year(
                period=period,
                compact=sample.compact,
                meetings=sample.meetings,
                campaigns=sample.campaigns,
                decisions=sample.decisions,
            ),
            registrations=RegistrationBoard(
                period=period,
                registrations=board(period, sample.registrations),
                grants=sample.decisions[0].grants,
            ),
            exemplars=ExemplarBook(period=period, exemplars=sample.exemplars),
            mirror=sample.mirror,
            rounds=(score_round(period, sample.criteria, Round.YEAR, sample.sheets),),
        ),
        "rotation": Rotation(cluster=sample.cluster, periods=sample.periods),
        "year-plan": sample.plan,
        "handover": sample.handover,
        "direct-duties": DutyBoard(period=period, recorded=sample.duties),
        "year-status": Year(
            period=period,
            secretariat=sample.secretariat,
            plan=sample.plan,
            compact=sample.compact,
            meetings=sample.meetings,
            nominations=sample.nominations,
            decisions=sample.decisions,
        ),
    }
    return kinds.get(key, sample.meetings[0])


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from strings(getattr(value, name))


def test_keys_are_unique_and_found():
    assert len(set(KEYS)) == len(KEYS)
    assert all(paper_with_key(paper.key) is paper for paper in PAPERS)
    with pytest.raises(KeyError):
        paper_with_key("giay-phep")


def test_papers_of_a_record_keep_the_order_of_the_menu():
    assert [p.key for p in papers_for(Meeting)] == [
        "invitation",
        "programme",
        "sign-in-sheet",
        "place-cards",
        "running-order",
    ]
    assert [p.key for p in papers_for(Conference)] == [
        "minutes",
        "public-minutes",
        "conclusion-notice",
    ]
    assert [p.key for p in papers_for(Submission)] == [
        "submission",
        "submission-by-award",
        "submission-for-one",
        "nomination-list",
    ]
    assert [p.key for p in papers_for(Secretariat)] == [
        "secretariat-decision",
        "secretariat-roster",
    ]
    assert [p.key for p in papers_for(CertificateBatch)] == ["certificate"]


@pytest.mark.parametrize("key", KEYS)
def test_sample_gives_composed_text_without_code_in_it(key, sample, read):
    texts = list(strings(read(key, record_for(key, sample)).document))
    assert texts
    for text in texts:
        assert unicodedata.is_normalized("NFC", text)
        assert "None" not in text
        assert "<" not in text
        assert ".." not in text.replace("…", "")
        assert ",," not in text
        assert ";." not in text


@pytest.mark.parametrize("key", KEYS)
def test_parts_are_the_only_parts(key, sample, read):
    record = record_for(key, sample)
    for part, label in paper_with_key(key).parts(record):
        assert label
        assert len(read(key, record, part).document.sections) == 1


@pytest.mark.parametrize("key", KEYS)
def test_symbols_and_receivers_are_well_formed(key, sample, read):
    paper = read(key, record_for(key, sample))
    for head in paper.of(Letterhead):
        assert not head.symbol or SYMBOL.fullmatch(head.symbol)
        assert head.parent == "BỘ CÔNG AN"
    for foot in paper.of(Closing):
        if foot.receivers:
            assert all(re.fullmatch(r"- .*[^.;];", line) for line in foot.receivers[:-1])
            assert re.fullmatch(r"- Lưu: .*[^.;]\.", foot.receivers[-1])


@pytest.mark.parametrize("key", [key for key in KEYS if key not in SOME_UNITS])
def test_long_names_arrive_whole(key, sample, read):
    record = record_for(key, sample)
    name = (
        "Cục Nghiên cứu, Hướng dẫn và Tổng hợp nghiệp vụ phòng ngừa đấu tranh với tội phạm mới nổi"
    )
    assert len(name) >= 88
    long = _renamed(record, sample.units[0].replace(names=(UnitName(full=name),)))
    if key == "statistics":
        return  # Its table has the names already: see the tests of statistics.
    if key in (*NAMELESS, "certificate", "blank-book", "submission", "nomination-list"):
        return  # They name the lead unit only where it issues them: see the tests of issuing.
    everything = "\n".join(strings(read(key, long).document)).upper()
    assert name.upper() in everything


def _renamed(value, unit):
    """The record with a unit replaced wherever it is named."""
    if isinstance(value, tuple):
        return tuple(_renamed(item, unit) for item in value)
    if getattr(value, "id", None) == unit.id:
        return unit
    if hasattr(value, "replace") and hasattr(value, "__dataclass_fields__"):
        fields = value.__dataclass_fields__
        return value.replace(**{n: _renamed(getattr(value, n), unit) for n in fields})
    return value
