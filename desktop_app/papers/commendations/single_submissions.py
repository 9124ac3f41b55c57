"""Tờ trình of their own: one for each award, or one for each collective and person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import Block, Document, Paragraph, Section
from desktop_app.papers.commendations.nomination_list import award_words, votes_words
from desktop_app.papers.commendations.submission import (
    SubmissionPaper,
    asked,
    individual,
    request,
    submission_closing,
    submission_head,
)
from desktop_app.papers.framing import day_of, issuing_body
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import OPEN, capital, closed, count, grounds, paragraphs


class SubmissionByAward(Paper):
    """The submission's grounds and request, with the subjects of one award at a time."""

    key = "submission-by-award"
    name = "Tờ trình theo từng danh hiệu"
    record = Submission

    def compose(self, record: Submission, only: str | None = None) -> Document:
        parts = [(a, s) for a, s in _by_award(record) if only in (None, a.id if a else "")]
        sections = (SubmissionPaper().compose(own).sections[0] for _, own in parts)
        return Document(f"{self.name}: {record.subject}", tuple(sections) or _whole(record))

    def parts(self, record: Submission) -> tuple[tuple[str, str], ...]:
        return tuple(
            (award.id, f"{award.name}: {count(len(own.lines))}")
            for award, own in _by_award(record)
            if award
        )


class SubmissionForOne(Paper):
    """What the subject did, its score and its votes told in the text itself."""

    key = "submission-for-one"
    name = "Tờ trình cho từng tập thể, cá nhân"
    record = Submission

    def compose(self, record: Submission, only: str | None = None) -> Document:
        nominations = [line.nomination for line in record.lines]
        sections = tuple(
            Section(_one(record, nomination, is_alone=len(nominations) == 1))
            for nomination in nominations
            if only in (None, nomination.id)
        )
        return Document(f"{self.name}: {record.subject}", sections or _whole(record))

    def parts(self, record: Submission) -> tuple[tuple[str, str], ...]:
        return tuple(
            (line.nomination.id, f"{place}. {line.nomination.subject}")
            for place, line in enumerate(record.lines, start=1)
        )


def _whole(submission: Submission) -> tuple[Section, ...]:
    """A submission without nominations is one paper whichever way it is taken apart."""
    return SubmissionPaper().compose(submission).sections


def _by_award(submission: Submission) -> Iterator[tuple[Award | None, Submission]]:
    """A number belongs to one paper: where there are several, each leaves room for its own."""
    awards = {_id(line.nomination): line.nomination.award for line in submission.lines}
    for award_id, award in awards.items():
        lines = tuple(line for line in submission.lines if _id(line.nomination) == award_id)
        years = dict.fromkeys(line.nomination.achievement_year for line in lines)
        asked_for = award.name if award else OPEN
        yield (
            award,
            submission.replace(
                subject=f"Đề nghị tặng {asked_for}{_years(years)}",
                number=submission.number if len(awards) == 1 else None,
                body="",
                lines=lines,
            ),
        )


def _id(nomination: Nomination) -> str:
    return nomination.award.id if nomination.award else ""


def _years(years: Iterable[str]) -> str:
    known = [year for year in years if year]
    return f" năm {', '.join(known)}" if known else ""


def _one(submission: Submission, nomination: Nomination, *, is_alone: bool) -> tuple[Block, ...]:
    named = nomination.subject_on(day_of(submission.period, submission.date))
    own = submission.replace(
        subject=f"Đề nghị tặng {award_words(nomination) or OPEN} cho {named}",
        number=submission.number if is_alone else None,
    )
    return (
        *submission_head(own),
        *grounds(own.grounds),
        Paragraph(_asking(own, nomination)),
        *(Paragraph(closed(capital(line))) for line in _reasons(own, nomination)),
        *request(own),
        submission_closing(own),
    )


def _asking(submission: Submission, nomination: Nomination) -> str:
    body = issuing_body(submission.period, submission.date)
    who = nomination.subject_on(day_of(submission.period, submission.date))
    if nomination.kind is SubjectKind.INDIVIDUAL:
        who = f"đồng chí {individual(nomination, submission)}"
    what = award_words(nomination) or OPEN
    return f"{body.name} kính đề nghị {asked(submission)} xem xét, tặng {what} cho {who}."


def _reasons(submission: Submission, nomination: Nomination) -> Iterator[str]:
    """Merits as typed, then score, place and votes as far as they are known."""
    merits = paragraphs(nomination.achievement)
    if merits:
        yield f"Thành tích: {merits[0]}"
        yield from merits[1:]
    cluster = submission.period.cluster.name
    told = []
    if nomination.score is not None:
        told.append(f"tổng điểm thi đua {number(nomination.score)}")
    if nomination.place:
        told.append(f"xếp thứ {nomination.place} trong {cluster}")
    if votes := votes_words(nomination):
        told.append(f"số phiếu đồng ý khi bình xét, suy tôn: {votes}")
    if told:
        yield "; ".join(told)
