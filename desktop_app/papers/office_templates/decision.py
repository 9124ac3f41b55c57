"""Fields of a quyết định khen thưởng: who receives what."""

from __future__ import annotations

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.awarding import Awarding
from desktop_app.domain.commendations.decision import Grant
from desktop_app.domain.commendations.money import dong_in_words
from desktop_app.domain.vietnamese import number
from desktop_app.papers.commendations.award_decision import AwardDecision
from desktop_app.papers.office_templates.fields import Field, Row, Values

PAPER = AwardDecision()
FIELDS = (
    Field("tham_quyen", "Thẩm quyền ban hành, chữ in hoa"),
    Field("tong_tien", "Tổng tiền thưởng, số"),
    Field("tong_tien_bang_chu", "Tổng tiền thưởng, bằng chữ"),
    Field(
        "khen_thuong",
        "Danh sách khen thưởng, mỗi dòng một tập thể hoặc cá nhân",
        is_list=True,
        parts=(
            Field("stt", "STT"),
            Field("loai", "Tập thể / Cá nhân"),
            Field("ten", "Tên tập thể, họ và tên"),
            Field("chuc_vu", "Chức vụ, đơn vị"),
            Field("danh_hieu", "Danh hiệu, hình thức khen thưởng"),
            Field("nam", "Năm thành tích"),
            Field("thanh_tich", "Thành tích"),
            Field("tien_thuong", "Tiền thưởng (đồng)"),
            Field("so_vao_so", "Số vào sổ"),
        ),
    ),
)


def values(record: Awarding, only: str | None = None) -> Values:
    """Collectives before individuals, as the list has them."""
    decision, total = record.decision, record.total
    grants = [one for kind in SubjectKind for one in record.of_kind(kind)]
    return {
        "tham_quyen": (decision.certificate_authority or decision.body).upper(),
        "tong_tien": number(total) if total else "",
        "tong_tien_bang_chu": dong_in_words(total) if total else "",
        "khen_thuong": [_row(place, grant) for place, grant in enumerate(grants, start=1)],
    }


def _row(place: int, grant: Grant) -> Row:
    return {
        "stt": str(place),
        "loai": grant.kind.label,
        "ten": grant.name,
        "chuc_vu": grant.description,
        "danh_hieu": grant.award.name if grant.award else "",
        "nam": grant.achievement_year,
        "thanh_tich": grant.achievement,
        "tien_thuong": number(grant.amount) if grant.amount else "",
        "so_vao_so": grant.register_number,
    }
