"""The sample's registrations, campaign, joint activity and exemplars. All of it is placeholder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.compacts.campaign import (
    Activity,
    ActivityKind,
    Campaign,
    CampaignPhase,
    CampaignState,
    CampaignUnit,
    Contribution,
)
from desktop_app.domain.compacts.exemplar import (
    Exemplar,
    ExemplarKind,
    Publicity,
    Replication,
    Stage,
    StageReached,
)
from desktop_app.domain.compacts.registration import (
    Registration,
    RegistrationLine,
    RegistrationState,
)
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Period

_NOTE = "Dữ liệu mẫu"
_SPEECH = (
    "Kính thưa các đồng chí!\n"
    "Thực hiện chương trình công tác của Cụm, hôm nay chúng ta phát động đợt thi đua cao điểm. "
    "Tôi đề nghị mỗi đơn vị chọn việc khó, việc mới để đăng ký, phân công người phụ trách và "
    "kiểm tra kết quả từng tuần.\n"
    "Chúc đợt thi đua thành công!"
)
_OTHER_GIFTS = ("12 ngày công", "", "01 tủ sách", "", "", "10 suất quà")
_STEPS = (dt.date(2018, 3, 20), dt.date(2018, 4, 10), dt.date(2018, 5, 15), dt.date(2018, 7, 2))


def sample_registrations(period: Period, awards: Sequence[Award]) -> tuple[Registration, ...]:
    """Five units have registered, one of them was sent back; the sixth has sent nothing."""
    found = [award for award in awards if award.holds_on(period.until)]
    titles = [award for award in found if award.for_collective][:3]
    personal = next((award for award in found if award.for_individual), None)
    members = period.members_on(None)[:5]
    return tuple(
        Registration(
            id=f"dang-ky-{member.unit.id}",
            period=period,
            unit=member.unit,
            sent_on=dt.date(2018, 3, 19 + place),
            state=RegistrationState.RETURNED if place == 4 else RegistrationState.ACCEPTED,
            reason="Chưa ghi rõ tên tập thể trực thuộc" if place == 4 else "",
            lines=_lines(member.unit.id, titles[: 1 + place % 3], personal, member.representative),
            note=_NOTE,
        )
        for place, member in enumerate(members)
    )


def _lines(
    unit: str, titles: Sequence[Award], personal: Award | None, head: Person | None
) -> tuple[RegistrationLine, ...]:
    lines = [
        RegistrationLine(id=f"dk-{unit}-{place}", award=award) for place, award in enumerate(titles)
    ]
    if personal and head:
        lines.append(
            RegistrationLine(
                id=f"dk-{unit}-cn", award=personal, kind=SubjectKind.INDIVIDUAL, person=head
            )
        )
    return tuple(lines)


def sample_campaigns(period: Period) -> tuple[Campaign, ...]:
    """One special campaign in three phases."""
    members = period.members_on(None)
    lead = members[0]
    days = ((5, 15, 5, 31), (6, 1, 7, 31), (8, 1, 8, 15))
    names = ("Phát động, đăng ký", "Thực hiện", "Tổng kết")
    results = ("100% đơn vị đăng ký", "Các đơn vị báo cáo hằng tuần", "")
    phases = tuple(
        CampaignPhase(
            id=f"giai-doan-{place + 1}",
            name=name,
            since=dt.date(2018, day[0], day[1]),
            until=dt.date(2018, day[2], day[3]),
            content=f"{name} tại các đơn vị",
            result=result,
        )
        for place, (name, day, result) in enumerate(zip(names, days, results, strict=True))
    )
    return (
        Campaign(
            id="dot-thi-dua-mau",
            period=period,
            name="Đợt thi đua cao điểm giữa năm (mẫu)",
            launched_by=lead.unit.name,
            launched_on=dt.date(2018, 5, 15),
            launch_place=period.cluster.place,
            speaker=lead.representative,
            since=dt.date(2018, 5, 15),
            until=dt.date(2018, 8, 15),
            goal="Hoàn thành sớm các chỉ tiêu 6 tháng đầu năm của giao ước",
            launch_text=RichText.plain(_SPEECH),
            state=CampaignState.RUNNING,
            phases=phases,
            units=tuple(
                CampaignUnit(
                    id=f"dot-{member.unit.id}",
                    unit=member.unit,
                    is_pilot=place == 1,
                    result="Đăng ký 03 phần việc" if place < 3 else "",
                )
                for place, member in enumerate(members)
            ),
        ),
    )


def sample_activities(period: Period) -> tuple[Activity, ...]:
    """One charity to which all members gave."""
    return (
        Activity(
            id="hoat-dong-mau",
            period=period,
            kind=ActivityKind.CHARITY,
            name="Xây nhà tình nghĩa tặng cán bộ khó khăn (mẫu)",
            day=dt.date(2018, 7, 20),
            place=period.cluster.place,
            host=period.members_on(None)[0].unit,
            content="Trao kinh phí xây 02 nhà tình nghĩa",
            contributions=tuple(
                Contribution(
                    id=f"dong-gop-{member.unit.id}",
                    unit=member.unit,
                    amount=Decimal(20_000_000),
                    other=other,
                )
                for member, other in zip(period.members_on(None), _OTHER_GIFTS, strict=False)
            ),
        ),
    )


def sample_exemplars(period: Period) -> tuple[Exemplar, ...]:
    """A model, a collective and a person, each at another stage."""
    members = period.members_on(None)
    model, group, person = members[0], members[1], members[2]
    return (
        Exemplar(
            id="dien-hinh-1",
            period=period,
            name="Tổ liên gia an toàn (mẫu)",
            field="Phòng cháy",
            unit=model.unit,
            achievement="Áp dụng tại 12 khu dân cư, không để xảy ra cháy lớn",
            stages=_stages("1", 4),
            replications=(
                Replication(id="nr-1", unit=group.unit, place="Hà Nội", day=dt.date(2018, 8, 1)),
                Replication(id="nr-2", unit=person.unit, place="Hải Phòng"),
            ),
            publicity=(Publicity(id="tt-1", organ="Bản tin của Cụm", day=dt.date(2018, 8, 5)),),
            note=_NOTE,
        ),
        Exemplar(
            id="dien-hinh-2",
            period=period,
            kind=ExemplarKind.COLLECTIVE,
            name="Đội nghiệp vụ mẫu",
            field="Cải cách hành chính",
            unit=group.unit,
            achievement="Rút ngắn một nửa thời gian xử lý hồ sơ",
            stages=_stages("2", 2),
            note=_NOTE,
        ),
        Exemplar(
            id="dien-hinh-3",
            period=period,
            kind=ExemplarKind.INDIVIDUAL,
            name="Cán bộ tận tụy (mẫu)",
            field="Nghiên cứu, sáng kiến",
            unit=person.unit,
            person=person.contact or person.representative,
            achievement="Có 02 sáng kiến được công nhận",
            stages=_stages("3", 1),
            note=_NOTE,
        ),
    )


def _stages(mark: str, reached: int) -> tuple[StageReached, ...]:
    return tuple(
        StageReached(
            id=f"buoc-{mark}-{place}",
            stage=stage,
            day=_STEPS[place] if place < reached else None,
            follower="Tổ giúp việc" if place < reached else "",
        )
        for place, stage in enumerate(Stage)
    )
