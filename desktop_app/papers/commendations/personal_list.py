"""Danh sách trích ngang: the individuals of a submission, each with a line from the register."""

from __future__ import annotations

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.commendations.nomination_file import SubmissionFile
from desktop_app.domain.vietnamese import short_date
from desktop_app.papers.blocks import Block, Column, Document, Paragraph, Row, Section, Table
from desktop_app.papers.commendations.honour_table import in_short
from desktop_app.papers.commendations.nomination_list import award_words, list_closing, list_head
from desktop_app.papers.commendations.submission import rank_and_place
from desktop_app.papers.paper import Paper
from desktop_app.papers.wording import count

_COLUMNS = (
    Column("STT", 0.05, "center"),
    Column("Họ và tên", 0.14),
    Column("Ngày sinh", 0.09, "center"),
    Column("Số hiệu", 0.08, "center"),
    Column("Cấp bậc", 0.09),
    Column("Chức vụ, đơn vị công tác", 0.18),
    Column("Khen thưởng đã có", 0.19),
    Column("Danh hiệu, hình thức đề nghị", 0.18),
)


class PersonalList(Paper):
    """In the order of the submission, so that its numbers are those of the list of nominations."""

    key = "personal-list"
    name = "Danh sách trích ngang"
    record = SubmissionFile

    def compose(self, record: SubmissionFile, only: str | None = None) -> Document:
        submission = record.submission
        people = submission.nominations(SubjectKind.INDIVIDUAL)
        rows = tuple(_row(record, place, each) for place, each in enumerate(people, start=1))
        content: tuple[Block, ...] = (
            (Table(_COLUMNS, rows), Paragraph(f"Danh sách gồm {count(len(people))} cá nhân."))
            if rows
            else (Paragraph("Tờ trình này không đề nghị cá nhân nào."),)
        )
        head = list_head(submission, (SubjectKind.INDIVIDUAL,), "DANH SÁCH TRÍCH NGANG")
        blocks = (*head, *content)
        section = Section((*blocks, list_closing(submission)), landscape=True)
        return Document(f"Danh sách trích ngang {submission.subject}", (section,))


def _row(record: SubmissionFile, place: int, nomination: Nomination) -> Row:
    person = nomination.person
    rank, office = rank_and_place(nomination, record.submission)
    return Row(
        (
            str(place),
            nomination.subject,
            short_date(person.birth_date) if person else "",
            person.service_number if person else "",
            rank,
            office,
            "\n".join(map(in_short, record.earlier(nomination))),
            award_words(nomination),
        )
    )
