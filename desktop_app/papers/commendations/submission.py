"""Tờ trình đề nghị khen thưởng: grounds, the request, who is proposed, the closing request."""

from __future__ import annotations

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.papers.blocks import (
    Addressees,
    Block,
    Closing,
    Document,
    ListItem,
    Paragraph,
    Section,
    Style,
    Title,
)
from desktop_app.papers.framing import (
    day_of,
    issuing_body,
    issuing_signature,
    letterhead,
    place_and_date,
    receivers,
    signer_of,
    year_of,
)
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import closed, count, finished, grounds, paragraphs, post_in_body


class SubmissionPaper(Paper):
    """The tờ trình itself; its list is a paper of its own."""

    key = "submission"
    name = "Tờ trình"
    record = Submission

    def compose(self, record: Submission, only: str | None = None) -> Document:
        blocks = (
            *submission_head(record),
            *grounds(record.grounds),
            *(Paragraph(line) for line in paragraphs(record.body)),
            *_proposed(record),
            *request(record),
            submission_closing(record),
        )
        return Document(f"Tờ trình {record.subject}", (Section(blocks),))


def submission_head(submission: Submission) -> tuple[Block, ...]:
    """Letterhead, title and «Kính gửi»."""
    period, day = submission.period, submission.date
    body = issuing_body(period, day)
    symbol = body.symbol("TTr", submission.number)
    head: tuple[Block, ...] = (
        letterhead(body, symbol, place_and_date(body.place, day, year_of(period))),
        Title("TỜ TRÌNH", submission.subject),
    )
    names = tuple(closed(name, "") for name in submission.addressees)
    return (*head, Addressees(names)) if names else head


def _proposed(submission: Submission) -> tuple[Block, ...]:
    groups = (
        ("I. Tập thể", submission.nominations(SubjectKind.COLLECTIVE)),
        ("II. Cá nhân", submission.nominations(SubjectKind.INDIVIDUAL)),
    )
    filled = [(heading, people) for heading, people in groups if people]
    if not filled:
        return ()
    lead = "Trong đó:" if paragraphs(submission.body) else _lead(submission)
    blocks: list[Block] = [Paragraph(lead)]
    for heading, people in filled:
        title = heading if len(filled) > 1 else heading.split(". ", 1)[1]
        blocks.append(Paragraph(f"{title}: {count(len(people))}", Style.SUBSECTION))
        blocks += (
            ListItem(f"{place}.", _line(submission, nomination))
            for place, nomination in enumerate(people, start=1)
        )
    return tuple(blocks)


def _lead(submission: Submission) -> str:
    """The request in one sentence, where the clerk wrote none."""
    kinds = [(kind, len(submission.nominations(kind))) for kind in SubjectKind]
    counts = ", ".join(f"{count(n)} {kind.label.lower()}" for kind, n in kinds if n)
    body = issuing_body(submission.period, submission.date)
    request = f"{body.name} kính đề nghị {asked(submission)}"
    return f"{request} xem xét, tặng thưởng cho {counts}, gồm:"


def asked(submission: Submission) -> str:
    """Who is asked, within a sentence."""
    to = submission.addressees[0] if submission.addressees else "cấp có thẩm quyền"
    return closed(to, "")


def _line(submission: Submission, nomination: Nomination) -> str:
    name = nomination.subject_on(day_of(submission.period, submission.date))
    if nomination.kind is SubjectKind.INDIVIDUAL:
        name = individual(nomination, submission)
    award = nomination.award.name if nomination.award else ""
    year = f" năm {nomination.achievement_year}" if nomination.achievement_year else ""
    return closed(f"{name}: {award}{year}")


def individual(nomination: Nomination, submission: Submission) -> str:
    """«Đại tá Nguyễn Văn A, Trưởng phòng, Cục B»."""
    rank, place = rank_and_place(nomination, submission)
    return ", ".join(part for part in (f"{rank} {nomination.subject}".strip(), place) if part)


def rank_and_place(nomination: Nomination, submission: Submission) -> tuple[str, str]:
    """Rank, and post with unit, as noted in the nomination or else as in the register."""
    day, unit = day_of(submission.period, submission.date), nomination.unit
    person = nomination.person.as_of(day) if nomination.person else None
    rank = nomination.rank or (person.rank if person else "")
    post = nomination.post or (person.post if person else "")
    body = unit.name_on(day) if unit else ""
    return rank, post_in_body(post, body, unit)


def request(submission: Submission) -> tuple[Block, ...]:
    """The closing request, as typed or the usual one."""
    lines = paragraphs(submission.closing)
    if not lines:
        lines = (f"Kính đề nghị {asked(submission)} xem xét, quyết định",)
    return tuple(Paragraph(line) for line in (*lines[:-1], finished(lines[-1])))


def submission_closing(submission: Submission) -> Closing:
    """Who signs, and where it goes."""
    period, day = submission.period, submission.date
    signer = submission.signer or signer_of(period, day)
    return Closing(
        right=issuing_signature(period, signer, day),
        receivers=receivers(submission.receivers, first=("Như trên",)),
    )
