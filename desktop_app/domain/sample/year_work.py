"""The sample's mirror of results and register of documents. All of it is placeholder."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.compacts.mirror import Mirror, MirrorEntry, Verdict, drawn_up
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.years.document import (
    Direction,
    DocumentKind,
    DocumentState,
    OfficialDocument,
)
from desktop_app.domain.years.period import Period
from desktop_app.domain.years.year_report import YearReport


def sample_mirror(compact: Compact) -> Mirror:
    """Results of the first half year, with the year's for one commitment."""
    mirror = drawn_up(Mirror(id="doi-chieu-2018", period=compact.period, compact=compact))
    entries = tuple(_filled(place, entry) for place, entry in enumerate(mirror.entries))
    return mirror.replace(entries=entries)


def _filled(place: int, entry: MirrorEntry) -> MirrorEntry:
    named = entry.replace(id=f"dc-{entry.item}-{entry.unit.id if entry.unit else 'cum'}")
    if entry.unit is None:
        verdict = Verdict.KEPT if place % 3 == 0 else Verdict.OPEN
        return named.replace(mid_result="Đang thực hiện", verdict=verdict)
    if entry.item != "gu-2018-03":
        return named
    return named.replace(
        mid_value=Decimal(52), end_value=Decimal(98 + place % 4), evidence="Báo cáo năm (mẫu)"
    )


def sample_report(period: Period) -> YearReport:
    """The report of the half year, its typed parts placeholders."""
    return YearReport(
        id="bc-so-ket-2018",
        period=period,
        receivers=("Các đơn vị thành viên Cụm thi đua số 2",),
        situation=RichText.plain(
            "Sáu tháng đầu năm, các đơn vị trong Cụm triển khai đồng bộ phong trào thi đua “Vì an "
            "ninh Tổ quốc” gắn với nhiệm vụ công tác (mẫu)."
        ),
        weaknesses=RichText.plain("Một số đơn vị gửi báo cáo về Tổ giúp việc chưa đúng hạn (mẫu)."),
        tasks=RichText.plain(
            "Tiếp tục thực hiện các nội dung giao ước đã ký.\n"
            "Kiểm tra chéo giữa các đơn vị trong quý IV (mẫu)."
        ),
    )


def sample_documents(period: Period) -> tuple[OfficialDocument, ...]:
    """A plan and a letter that went out, a guidance that came in."""
    return (
        OfficialDocument(
            id="vb-01",
            period=period,
            kind=DocumentKind.PLAN,
            number=1,
            day=dt.date(2018, 1, 15),
            summary="Kế hoạch hoạt động của Cụm năm 2018 (mẫu)",
            body="Các đơn vị thành viên",
            state=DocumentState.SENT,
        ),
        OfficialDocument(
            id="vb-02",
            period=period,
            number=1,
            day=dt.date(2018, 2, 20),
            summary="Gửi dự thảo giao ước thi đua năm 2018 để góp ý (mẫu)",
            body="Các đơn vị thành viên",
            state=DocumentState.SENT,
        ),
        OfficialDocument(
            id="vb-03",
            period=period,
            direction=Direction.INCOMING,
            kind=DocumentKind.GUIDANCE,
            arrival=1,
            symbol="15/HD-X15 (mẫu)",
            day=dt.date(2018, 1, 8),
            received_on=dt.date(2018, 1, 10),
            summary="Hướng dẫn nội dung thi đua năm 2018 (mẫu)",
            body="Cơ quan thường trực thi đua, khen thưởng",
            state=DocumentState.FILED,
        ),
    )
