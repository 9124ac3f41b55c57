"""Biên bản xét: the cluster's review meeting, and the council's form for the dossier (3.8)."""

from __future__ import annotations

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.domain.commendations.nomination_file import SubmissionFile
from desktop_app.domain.meetings.meeting import Capacity, Meeting, Presence
from desktop_app.domain.vietnamese import clock, long_date, percent, roman
from desktop_app.papers.blocks import (
    Block,
    Closing,
    Column,
    Document,
    Letterhead,
    ListItem,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    Title,
)
from desktop_app.papers.commendations.nomination_list import award_words
from desktop_app.papers.commendations.submission import individual
from desktop_app.papers.framing import (
    HAND_NOTE,
    day_of,
    issuing_body,
    letterhead,
    plain_signature,
    receivers,
    year_of,
)
from desktop_app.papers.meetings import ballot_result
from desktop_app.papers.meetings.delegates import (
    chair_named,
    in_order,
    named,
    named_here,
    secretary_named,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.sections import numbered_sections
from desktop_app.papers.wording import OPEN, capital, closed, count, finished

_COLUMNS = (
    Column("STT", 0.07, "center"),
    Column("Tên tập thể, cá nhân", 0.37),
    Column("Danh hiệu, hình thức khen thưởng", 0.30),
    Column("Số phiếu đồng ý", 0.13, "center"),
    Column("Tỷ lệ", 0.13, "center"),
)
_COUNCIL = ("Chủ tịch Hội đồng", "Phó Chủ tịch Hội đồng", "Ủy viên", "Ủy viên", "Ủy viên thư ký")
_READ_BACK = "Biên bản đã được đọc lại cho các thành viên dự họp cùng nghe và nhất trí."


class ReviewMeetingMinutes(Paper):
    """Time, place and people of the meeting that reviewed; votes of the submission's subjects."""

    key = "review-meeting-minutes"
    name = "Biên bản họp bình xét"
    record = SubmissionFile

    def compose(self, record: SubmissionFile, only: str | None = None) -> Document:
        submission, meeting = record.submission, record.meeting
        period, day = submission.period, meeting.day if meeting else submission.date
        body = issuing_body(period, day)
        subject = f"Họp bình xét, {_small(submission.subject)}"
        blocks: tuple[Block, ...] = (
            letterhead(body, body.symbol("BB", meeting.minutes_number if meeting else None)),
            Title("BIÊN BẢN", subject, rule=period.cluster.minutes_rule),
            *numbered_sections(
                ("Thời gian, địa điểm", _time_and_place(submission, meeting)),
                ("Thành phần", _present(meeting)),
                ("Nội dung", _course(record)),
                ("Kết quả bình xét", _result(submission, with_votes=True)),
            ),
            Paragraph(_READ_BACK),
            Paragraph(_ending(meeting)),
            _closing(submission, meeting),
        )
        return Document(f"Biên bản họp bình xét {submission.subject}", (Section(blocks),))


class CouncilMinutes(Paper):
    """The council is not the cluster: its people and its votes are left to the pen."""

    key = "council-minutes"
    name = "Biên bản họp Hội đồng thi đua, khen thưởng"
    record = SubmissionFile

    def compose(self, record: SubmissionFile, only: str | None = None) -> Document:
        submission = record.submission
        cluster = submission.period.cluster
        council = f"Hội đồng Thi đua - Khen thưởng {cluster.organising_body}"
        about = f"Họp {council} về việc xét, {_small(submission.subject)}"
        blocks: tuple[Block, ...] = (
            Letterhead(
                cluster.organising_body.upper(),
                ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"),
                "Số:        /BB-HĐTĐKT",
            ),
            Title("BIÊN BẢN", about, rule=cluster.minutes_rule),
            *numbered_sections(
                ("Thời gian, địa điểm", _time_and_place(submission, None)),
                ("Thành phần", _council()),
                ("Nội dung", _council_course(submission, council)),
                ("Kết quả", _result(submission, with_votes=False)),
            ),
            Paragraph(_READ_BACK),
            Paragraph(_ending(None)),
            Closing(
                left=Signature(("THƯ KÝ",), note=HAND_NOTE),
                right=Signature(("CHỦ TỊCH HỘI ĐỒNG",), note=HAND_NOTE),
            ),
        )
        return Document(f"Biên bản họp Hội đồng {submission.subject}", (Section(blocks),))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _time_and_place(submission: Submission, meeting: Meeting | None) -> tuple[Block, ...]:
    hour = clock(meeting.starts) if meeting and meeting.starts else f"{OPEN} giờ {OPEN} phút"
    day = long_date(meeting.day if meeting else None, year_of(submission.period))
    place = (meeting.place if meeting else "") or OPEN
    return Paragraph(f"Thời gian: {hour}, {day}."), Paragraph(f"Địa điểm: {closed(place)}")


def _present(meeting: Meeting | None) -> tuple[Block, ...]:
    """Chair, secretary and the delegates of the members, in the cluster's order."""
    if meeting is None:
        lines = (f"Chủ trì cuộc họp: {OPEN}.", f"Thư ký cuộc họp: {OPEN}.", f"Thành viên: {OPEN}.")
        return tuple(Paragraph(line) for line in lines)
    members = in_order(meeting, Capacity.MEMBER)
    here = [each for each in members if each.is_here]
    away = [each for each in members if each.presence is Presence.ABSENT]
    return (
        Paragraph(f"Chủ trì cuộc họp: {closed(chair_named(meeting))}"),
        Paragraph(f"Thư ký cuộc họp: {closed(secretary_named(meeting))}"),
        Paragraph(_counted(len(members), len(here))),
        *(
            ListItem(f"{place}.", closed(capital(named_here(meeting, each, with_body=True))))
            for place, each in enumerate(here, start=1)
        ),
        *(
            Paragraph(f"Vắng mặt: {closed(named(meeting, each))}{_reason(each.reason)}")
            for each in away
        ),
    )


def _counted(members: int, here: int) -> str:
    """Without a list of delegates the figures are left to the pen: nobody met as «00»."""
    if not here:
        return f"Số thành viên: {count(members) if members else OPEN}; có mặt: {OPEN}."
    return f"Số thành viên: {count(members)}; có mặt: {count(here)}:"


def _reason(reason: str) -> str:
    return f" Lý do: {closed(reason)}" if reason else ""


def _course(record: SubmissionFile) -> tuple[Block, ...]:
    """What was done, then each ballot with its base and threshold."""
    cluster = record.submission.period.cluster.name
    done = (
        "Thông qua tiêu chuẩn, điều kiện của từng danh hiệu, hình thức khen thưởng.",
        "Nghe báo cáo tóm tắt thành tích của các tập thể, cá nhân được đề nghị.",
        f"Các đơn vị thành viên {cluster} thảo luận: {OPEN}.",
        "Tiến hành bỏ phiếu, biểu quyết.",
    )
    lines = [ListItem(f"{place}.", line) for place, line in enumerate(done, start=1)]
    votes = (
        ListItem("-", f"{ballot.title}: {' '.join(ballot_result.ballots_counted(ballot))} {rule}")
        for ballot in record.ballots
        for rule in [ballot_result.rule(ballot)]
    )
    return (*lines, *votes)


def _council() -> tuple[Block, ...]:
    members = (ListItem(f"{n}.", f"{OPEN}, {post}.") for n, post in enumerate(_COUNCIL, start=1))
    return (
        Paragraph(f"Chủ trì cuộc họp: Đồng chí {OPEN}, Chủ tịch Hội đồng."),
        Paragraph(f"Thư ký cuộc họp: Đồng chí {OPEN}."),
        Paragraph(f"Tổng số thành viên Hội đồng: {OPEN}; có mặt: {OPEN}; vắng: {OPEN}, gồm:"),
        *members,
    )


def _council_course(submission: Submission, council: str) -> tuple[Block, ...]:
    body = issuing_body(submission.period, submission.date)
    lines = (
        f"{council} họp xét đề nghị khen thưởng của {body.name}.",
        "Thư ký Hội đồng trình bày tiêu chuẩn, tóm tắt thành tích của các tập thể, cá nhân.",
        f"Các thành viên Hội đồng thảo luận: {OPEN}.",
        f"Hội đồng biểu quyết (bỏ phiếu kín), kết quả nhất trí: {OPEN}%.",
        f"Thành viên vắng mặt, ý kiến bằng văn bản: {OPEN}.",
    )
    return tuple(ListItem(f"{place}.", line) for place, line in enumerate(lines, start=1))


def _result(submission: Submission, *, with_votes: bool) -> tuple[Block, ...]:
    """The subjects by kind; without votes the two last columns are empty."""
    if not submission.lines:
        return (Paragraph("Không có tập thể, cá nhân nào được đề nghị."),)
    rows: list[Row] = []
    kinds = [kind for kind in SubjectKind if submission.nominations(kind)]
    for number, kind in enumerate(kinds, start=1):
        found = submission.nominations(kind)
        heading = f"{roman(number)}. {kind.label.upper()}: {count(len(found))}"
        rows.append(Row((heading,), is_group=True))
        rows += (_row(submission, n, each, with_votes) for n, each in enumerate(found, start=1))
    return (Table(_COLUMNS, tuple(rows)),)


def _row(submission: Submission, place: int, nomination: Nomination, with_votes: bool) -> Row:
    who = nomination.subject_on(day_of(submission.period, submission.date))
    if nomination.kind is SubjectKind.INDIVIDUAL:
        who = individual(nomination, submission)
    votes, total = nomination.votes_for, nomination.votes_total
    known = with_votes and votes is not None and bool(total)
    cells = (f"{votes}/{total}", percent(votes or 0, total or 0)) if known else ("", "")
    return Row((str(place), who, award_words(nomination), *cells))


def _ending(meeting: Meeting | None) -> str:
    hour = clock(meeting.ends) if meeting and meeting.ends else f"{OPEN} giờ {OPEN} phút"
    return finished(f"Cuộc họp kết thúc vào hồi {hour} cùng ngày")


def _closing(submission: Submission, meeting: Meeting | None) -> Closing:
    with_rank = submission.period.cluster.print_rank
    return Closing(
        left=plain_signature("Thư ký", meeting.secretary if meeting else None, with_rank),
        right=plain_signature("Chủ trì", meeting.chair if meeting else None, with_rank),
        receivers=receivers(("Hồ sơ đề nghị khen thưởng",)),
        receivers_below=True,
    )
