"""The sample book of pre-printed sheets: received, printed with a spoiled one, one void."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.commendations.blank_book import BlankAction, BlankEntry, PrintedSheet
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.years.period import Period

BLANK = "Phôi giấy chứng nhận A4 (mẫu)"


def sample_blanks(period: Period, decision: Decision) -> tuple[BlankEntry, ...]:
    """Ten received, four printed of which one was spoiled, one void: five are left."""
    sheets = [
        PrintedSheet(id=f"to-{place:02d}", name=grant.name, number=grant.register_number)
        for place, grant in enumerate(decision.grants, start=1)
    ]
    first = sheets[0]
    spoiled = first.replace(id="to-hong", is_spoiled=True, note="Kẹt giấy, in lại")
    return (
        BlankEntry(
            id="phoi-2018-01",
            period=period,
            day=dt.date(2018, 2, 26),
            blank=BLANK,
            count=10,
            serials="từ 0001 đến 0010 (mẫu)",
            note="Nhận của cơ quan thường trực (mẫu)",
        ),
        BlankEntry(
            id="phoi-2018-02",
            period=period,
            day=dt.date(2018, 3, 9),
            action=BlankAction.PRINTED,
            blank=BLANK,
            count=len(sheets) + 1,
            decision=decision,
            sheets=(spoiled, *sheets),
        ),
        BlankEntry(
            id="phoi-2018-03",
            period=period,
            day=dt.date(2018, 3, 12),
            action=BlankAction.VOID,
            blank=BLANK,
            count=1,
            note="Phôi bị ố, lập biên bản hủy (mẫu)",
        ),
    )
