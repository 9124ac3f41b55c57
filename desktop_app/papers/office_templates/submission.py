"""Fields of a tờ trình: who is proposed for what."""

from __future__ import annotations

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination, Submission
from desktop_app.papers.commendations.submission import SubmissionPaper, rank_and_place
from desktop_app.papers.framing import day_of
from desktop_app.papers.office_templates.fields import Field, Row, Values

PAPER = SubmissionPaper()
FIELDS = (
    Field(
        "de_nghi",
        "Danh sách đề nghị, mỗi dòng một tập thể hoặc cá nhân",
        is_list=True,
        parts=(
            Field("stt", "STT"),
            Field("loai", "Tập thể / Cá nhân"),
            Field("ten", "Tên tập thể, họ và tên"),
            Field("cap_bac", "Cấp bậc"),
            Field("chuc_vu", "Chức vụ, đơn vị"),
            Field("danh_hieu", "Danh hiệu, hình thức khen thưởng"),
            Field("nam", "Năm thành tích"),
            Field("thanh_tich", "Thành tích"),
        ),
    ),
)


def values(record: Submission, only: str | None = None) -> Values:
    """Collectives before individuals, as the paper has them."""
    named = [one for kind in SubjectKind for one in record.nominations(kind)]
    rows = [_row(record, place, one) for place, one in enumerate(named, start=1)]
    return {"de_nghi": rows}


def _row(submission: Submission, place: int, nomination: Nomination) -> Row:
    is_person = nomination.kind is SubjectKind.INDIVIDUAL
    rank, post = rank_and_place(nomination, submission) if is_person else ("", "")
    day = day_of(submission.period, submission.date)
    return {
        "stt": str(place),
        "loai": nomination.kind.label,
        "ten": nomination.subject if is_person else nomination.subject_on(day),
        "cap_bac": rank,
        "chuc_vu": post,
        "danh_hieu": nomination.award.name if nomination.award else "",
        "nam": nomination.achievement_year,
        "thanh_tich": nomination.achievement,
    }
