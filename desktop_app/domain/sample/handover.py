"""The sample draft of the handover of 2018; what it lists is made up and says so."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.units.person import Person
from desktop_app.domain.years.handover import Handover, HandoverItem
from desktop_app.domain.years.period import Period

_ITEMS = (
    ("Quyết định thành lập Tổ giúp việc", 1, "bản", "Bản chính"),
    ("Bản giao ước thi đua đã ký", 1, "bản", "Bản chính"),
    ("Biên bản hội nghị, cuộc họp", 1, "bản", "Bản chính"),
    ("Tệp dữ liệu của chương trình Thi đua Cụm, gồm cả tệp kèm", 1, "tệp", "Tệp điện tử"),
    ("Cờ luân lưu của cụm", 1, "chiếc", "Còn tốt"),
)


def sample_handover(period: Period, people: Iterable[Person]) -> Handover:
    """From the lead unit to the second one; who led in 2019 was not reported."""
    known = {person.id: person for person in people}
    giver, receiver = period.members[0], period.members[1]
    return Handover(
        id="ban-giao-2018",
        period=period,
        giver=giver.unit,
        giver_person=known["thu-truong-01"],
        receiver=receiver.unit,
        receiver_person=known["thu-truong-02"],
        place="Hà Nội",
        items=tuple(
            HandoverItem(
                id=f"bg-2018-{place}", text=text, count=count, measure=measure, condition=how
            )
            for place, (text, count, measure, how) in enumerate(_ITEMS, start=1)
        ),
        unfinished="Trao thưởng theo các quyết định khen thưởng năm 2018\nHoàn thiện hồ sơ lưu trữ",
        note="Bên nhận, danh mục là dữ liệu mẫu",
    )
