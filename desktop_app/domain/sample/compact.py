"""The sample compact: six groups of commitments (sample wording), signed by the six units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from desktop_app.domain.compacts.compact import (
    Compact,
    CompactItem,
    CompactState,
    Direction,
    Signature,
    UnitTarget,
)
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Period

SIGNING_DAY = dt.date(2018, 3, 13)

_ITEMS = (
    (
        "Xây dựng Đảng, xây dựng lực lượng",
        (
            ("Giữ vững kỷ luật, kỷ cương, điều lệnh nội vụ trong cán bộ, chiến sĩ", ""),
            (
                "Thực hiện cuộc vận động “Xây dựng phong cách người Công an nhân dân bản lĩnh,"
                " nhân văn, vì nhân dân phục vụ” gắn với nhiệm vụ của từng đơn vị",
                "100% đơn vị cơ sở có kế hoạch thực hiện",
            ),
        ),
    ),
    (
        "Thực hiện nhiệm vụ công tác chuyên môn",
        (
            ("Hoàn thành các chỉ tiêu công tác Bộ giao trong năm", "đạt 100%"),
            ("Chủ động phối hợp giữa các đơn vị trong Cụm khi có vụ việc phức tạp", ""),
        ),
    ),
    (
        "Tham mưu, xây dựng pháp luật, cải cách hành chính",
        (
            ("Tham mưu kịp thời với lãnh đạo Bộ về lĩnh vực công tác được phân công", ""),
            (
                "Hoàn thành đúng thời hạn các văn bản được giao soạn thảo",
                "không có văn bản quá hạn",
            ),
        ),
    ),
    (
        "Phong trào Toàn dân bảo vệ an ninh Tổ quốc",
        (("Hướng dẫn, hỗ trợ cơ sở xây dựng mô hình quần chúng tự quản", "mỗi đơn vị 01 mô hình"),),
    ),
    (
        "Tổ chức phong trào thi đua",
        (
            (
                "Thủ trưởng đơn vị trực tiếp chỉ đạo xây dựng kế hoạch, phát động; kiểm tra,"
                " đánh giá kết quả và bình xét khen thưởng",
                "",
            ),
            (
                "Phát hiện, bồi dưỡng và nhân rộng điển hình tiên tiến; khen thưởng đúng người,"
                " đúng việc",
                "mỗi đơn vị ít nhất 01 điển hình",
            ),
            ("Chọn đơn vị làm điểm để rút kinh nghiệm trước khi mở rộng", ""),
        ),
    ),
    (
        "Hậu cần, đời sống và hoạt động chung",
        (
            ("Chăm lo đời sống cán bộ, chiến sĩ; làm tốt công tác hậu cần tại chỗ", ""),
            ("Tham gia hoạt động văn hóa, thể thao, tình nghĩa chung của Cụm", ""),
        ),
    ),
)


def sample_compact(period: Period, people: Iterable[Person]) -> Compact:
    """Signed on the day of the conference; one unit signs by its deputy head."""
    return Compact(
        id="giao-uoc-2018",
        period=period,
        name="Giao ước thi đua thực hiện phong trào “Vì an ninh Tổ quốc” năm 2018",
        version=2,
        state=CompactState.SIGNED,
        grounds=(
            "Căn cứ kế hoạch tổ chức phong trào thi đua “Vì an ninh Tổ quốc” năm 2018"
            " của Bộ Công an",
            "Căn cứ tình hình, nhiệm vụ của các đơn vị trong Cụm",
        ),
        slogan=period.slogan,
        opening="Ngày 13 tháng 3 năm 2018, tại Hà Nội, các đơn vị thành viên Cụm thi đua số 2,"
        " Khối các đơn vị trực thuộc Bộ trưởng thống nhất ký kết giao ước thi đua, gồm:",
        items=_items(),
        targets=(
            UnitTarget(
                id="ct-2018-1", item="gu-2018-07", unit=period.members[1].unit, is_free=True
            ),
            UnitTarget(
                id="ct-2018-2", item="gu-2018-09", unit=period.members[0].unit, value=Decimal(2)
            ),
        ),
        closing="Các đơn vị ký giao ước có trách nhiệm phổ biến, tổ chức thực hiện, báo cáo kết quả"
        " khi sơ kết 6 tháng và tổng kết năm.\nGiao ước có hiệu lực từ ngày ký, được lập"
        " thành 07 bản: mỗi đơn vị thành viên giữ 01 bản, lưu hồ sơ của Cụm 01 bản.",
        signed_on=SIGNING_DAY,
        place="Hà Nội",
        signatures=_signatures(period, {person.id: person for person in people}),
    )


_NUMBERS = {
    3: (Direction.AT_LEAST, Decimal(100), "%"),
    7: (Direction.AT_LEAST, Decimal(1), "mô hình"),
    9: (Direction.AT_LEAST, Decimal(1), "điển hình"),
}
"""Place → the number agreed on; sample figures."""


def _items() -> tuple[CompactItem, ...]:
    lines = [(group, text, target) for group, items in _ITEMS for text, target in items]
    none = (Direction.NONE, None, "")
    made = []
    for place, (group, text, target) in enumerate(lines, start=1):
        direction, value, measure = _NUMBERS.get(place, none)
        made.append(
            CompactItem(
                id=f"gu-2018-{place:02d}",
                group=group,
                text=RichText.plain(text),
                target=target,
                direction=direction,
                value=value,
                measure=measure,
            )
        )
    return tuple(made)


def _signatures(period: Period, people: dict[str, Person]) -> tuple[Signature, ...]:
    signers = [member.representative for member in period.members]
    signers[-1] = people["pho-thu-truong-06"]
    return tuple(
        Signature(
            id=f"ck-2018-{member.unit.id}",
            unit=member.unit,
            signer_name=signer.full_name if signer else "",
            signer_rank=signer.rank if signer else "",
            signer_post=signer.post if signer else "",
            signed_on=SIGNING_DAY,
        )
        for member, signer in zip(period.members, signers, strict=True)
    )
