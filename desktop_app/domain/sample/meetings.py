"""The sample meetings: the signing conference of 13/03/2018 and two that are still planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from desktop_app.domain.commendations.nomination import Nomination
from desktop_app.domain.meetings.ballot import Ballot, new_ballot
from desktop_app.domain.meetings.conclusion import Conclusion, TaskState
from desktop_app.domain.meetings.honouring import candidates_of
from desktop_app.domain.meetings.meeting import (
    AgendaItem,
    Attendance,
    Capacity,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.rich_text import Block, BlockKind, RichText, Run
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Membership, Period

_H, _P, _B, _N = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NUMBERED
_GUEST_WORDS = "Thiếu tướng Đỗ Ngọc Cẩn"
_COURSE: tuple[tuple[BlockKind, str], ...] = (
    (_H, "Tuyên bố lý do, giới thiệu đại biểu"),
    (
        _P,
        "Đại diện đơn vị Cụm trưởng tuyên bố lý do, giới thiệu đại biểu và chương trình làm việc.",
    ),
    (_H, "Kết quả phong trào thi đua năm 2017"),
    (
        _P,
        "Phong trào “Vì an ninh Tổ quốc” và cuộc vận động “Xây dựng phong cách người Công an nhân"
        " dân bản lĩnh, nhân văn, vì nhân dân phục vụ” được các đơn vị trong Cụm triển khai gắn với"
        " nhiệm vụ công tác. Kết quả bình xét năm 2017:",
    ),
    (_B, "01 đơn vị được đề nghị tặng Cờ thi đua của Chính phủ;"),
    (_B, "03 đơn vị được đề nghị tặng Cờ thi đua của Bộ Công an."),
    (_H, "Thảo luận dự thảo giao ước thi đua năm 2018"),
    (_P, "Đại biểu các đơn vị thảo luận và nhất trí cao với dự thảo giao ước thi đua năm 2018."),
    (_H, "Công bố quyết định thành lập Tổ giúp việc"),
    (_P, "Hội nghị nghe công bố quyết định thành lập Tổ giúp việc của đơn vị Cụm trưởng."),
    (_H, "Ký kết giao ước thi đua"),
    (_P, "Đại diện 06 đơn vị thành viên ký kết giao ước thi đua năm 2018."),
    (_H, f"Phát biểu của {_GUEST_WORDS}"),
    (_P, "Đồng chí đề nghị thủ trưởng các đơn vị trực tiếp chỉ đạo ba việc:"),
    (_N, "xây dựng kế hoạch và tổ chức phát động thi đua;"),
    (_N, "kiểm tra, đánh giá kết quả thi đua;"),
    (_N, "bình xét khen thưởng."),
    (
        _P,
        "Các đơn vị cần chọn nơi làm điểm; sơ kết 6 tháng có công bố kết quả và biểu dương; tổng"
        " kết năm gắn với tôn vinh. Việc phát hiện, bồi dưỡng, nhân rộng điển hình phải dựa trên"
        " thành tích thực tế.",
    ),
)
_AGENDA = (
    ("Tuyên bố lý do, giới thiệu đại biểu", "Đại diện Tổ giúp việc", (14, 0), 10),
    ("Kết quả phong trào thi đua năm 2017, phương hướng năm 2018", "Cụm trưởng", (14, 10), 30),
    ("Thảo luận, thống nhất dự thảo giao ước thi đua năm 2018", "Các đơn vị", (14, 40), 45),
    ("Công bố quyết định thành lập Tổ giúp việc", "Đại diện Tổ giúp việc", (15, 25), 10),
    ("Ký kết giao ước thi đua", "Thủ trưởng các đơn vị", (15, 35), 20),
    ("Phát biểu của lãnh đạo Tổng cục Chính trị Công an nhân dân", _GUEST_WORDS, (15, 55), 20),
    ("Kết luận hội nghị", "Cụm trưởng", (16, 15), 15),
)
_FOLLOW_UP = (
    (TaskState.DONE, dt.date(2018, 3, 30), "06/06 đơn vị đã gửi kế hoạch (mẫu)"),
    (TaskState.DONE, dt.date(2018, 4, 20), "05/06 đơn vị đúng hạn, 01 đơn vị chậm 5 ngày (mẫu)"),
    (TaskState.RUNNING, None, "Đang thu báo cáo của các đơn vị (mẫu)"),
    (TaskState.NEW, None, ""),
)
_CONCLUSIONS = (
    (
        "Các đơn vị xây dựng kế hoạch, tổ chức phát động thi đua tại đơn vị mình",
        None,
        dt.date(2018, 3, 31),
    ),
    (
        "Mỗi đơn vị chọn một đơn vị cơ sở làm điểm, báo cáo về Tổ giúp việc",
        None,
        dt.date(2018, 4, 15),
    ),
    (
        "Chuẩn bị nội dung sơ kết 6 tháng, công bố kết quả và biểu dương đơn vị làm tốt",
        0,
        dt.date(2018, 7, 10),
    ),
    ("Các đơn vị phát hiện, bồi dưỡng và giới thiệu điển hình tiên tiến để nhân rộng", None, None),
)
_VOTE = Vote(
    id="bq-ky-ket-1",
    question="Thông qua dự thảo Giao ước thi đua năm 2018",
    agreed=6,
    voters=6,
    members=6,
    taken_at=dt.time(15, 20),
)


def sample_meetings(period: Period, people: Iterable[Person]) -> tuple[Meeting, ...]:
    """Adopted, planned and planned."""
    known = {person.id: person for person in people}
    return _signing(period, known), _mid_year(period, known), _year_end(period, known)


def _signing(period: Period, people: dict[str, Person]) -> Meeting:
    return Meeting(
        id="hn-ky-ket-2018",
        period=period,
        kind=MeetingKind.SIGNING,
        name="Hội nghị ký kết giao ước thi đua năm 2018 của Cụm thi đua số 2",
        state=MeetingState.ADOPTED,
        starts=dt.datetime(2018, 3, 13, 14, 0),
        ends=dt.datetime(2018, 3, 13, 16, 30),
        place="Hội trường đơn vị Cụm trưởng, Hà Nội",
        chair=people["thu-truong-01"],
        secretary=people["can-bo-01"],
        agenda=_agenda(),
        attendance=_attendance(period, people),
        course=RichText.of(Block((Run(text),), kind) for kind, text in _COURSE),
        votes=(_VOTE,),
        conclusions=_conclusions(period),
        minutes_copies=7,
        minutes_receivers=(
            "Tổng cục Chính trị Công an nhân dân (để báo cáo)",
            "Các đơn vị thành viên Cụm thi đua số 2",
        ),
        adopted_share="100% đại biểu nhất trí",
        invitation_date=dt.date(2018, 3, 5),
        invitation_note="Đề nghị đồng chí đến dự đúng giờ; nếu cử người dự thay, gửi giấy ủy quyền"
        " về Tổ giúp việc trước ngày 12 tháng 3 năm 2018.",
    )


def _agenda() -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(
            id=f"ct-ky-ket-{place}",
            text=text,
            presenter=who,
            starts=dt.time(*at),
            minutes=long,
            is_done=True,
        )
        for place, (text, who, at, long) in enumerate(_AGENDA, start=1)
    )


def _conclusions(period: Period) -> tuple[Conclusion, ...]:
    return tuple(
        Conclusion(
            id=f"kl-ky-ket-{place}",
            text=text,
            unit=None if unit is None else period.members[unit].unit,
            due=due,
            state=_FOLLOW_UP[place - 1][0],
            done_on=_FOLLOW_UP[place - 1][1],
            result=_FOLLOW_UP[place - 1][2],
        )
        for place, (text, unit, due) in enumerate(_CONCLUSIONS, start=1)
    )


def _attendance(period: Period, people: dict[str, Person]) -> tuple[Attendance, ...]:
    found: list[Attendance] = []
    for place, member in enumerate(period.members, start=1):
        found.append(_head(place, member))
        found.append(_officer(place, member))
    found[-2] = _by_deputy(found[-2], people["pho-thu-truong-06"])
    found[5] = found[5].replace(presence=Presence.ABSENT, reason="đi công tác")
    return (*found, _guest(people["do-ngoc-can"]))


def _head(place: int, member: Membership) -> Attendance:
    return _of_person(f"db-ky-ket-{place:02d}a", member.representative, votes=True)


def _officer(place: int, member: Membership) -> Attendance:
    return _of_person(f"db-ky-ket-{place:02d}b", member.contact, votes=False)


def _of_person(part_id: str, person: Person | None, votes: bool) -> Attendance:
    if person is None:
        raise ValueError(part_id)
    return Attendance(
        id=part_id,
        unit=person.unit,
        person=person,
        name=person.full_name,
        rank=person.rank,
        post=person.post,
        votes=votes,
        presence=Presence.PRESENT,
    )


def _by_deputy(attendance: Attendance, deputy: Person) -> Attendance:
    return attendance.replace(
        presence=Presence.DEPUTY,
        deputy_name=deputy.full_name,
        deputy_rank=deputy.rank,
        deputy_post=deputy.post,
        authorisation="giấy ủy quyền ngày 12/3/2018 (mẫu)",
    )


def _guest(person: Person) -> Attendance:
    guest = _of_person("db-ky-ket-khach", person, votes=False)
    return guest.replace(
        capacity=Capacity.GUEST, organisation="Tổng cục Chính trị Công an nhân dân"
    )


def _mid_year(period: Period, people: dict[str, Person]) -> Meeting:
    return Meeting(
        id="hn-so-ket-2018",
        period=period,
        kind=MeetingKind.MID_YEAR,
        name="Hội nghị sơ kết phong trào thi đua 6 tháng đầu năm 2018",
        starts=dt.datetime(2018, 7, 17, 8, 0),
        place="Hà Nội",
        chair=people["thu-truong-01"],
        secretary=people["can-bo-01"],
        agenda=(
            AgendaItem(
                id="ct-so-ket-1",
                text="Báo cáo sơ kết 6 tháng",
                presenter="Đơn vị Cụm trưởng",
                minutes=30,
                chair_words="Mời đại diện đơn vị Cụm trưởng trình bày báo cáo sơ kết.",
            ),
            AgendaItem(
                id="ct-so-ket-2",
                text="Công bố kết quả, biểu dương",
                presenter="Tổ giúp việc",
                minutes=20,
                chair_words="Mời Tổ giúp việc công bố kết quả 6 tháng.",
            ),
        ),
    )


def _year_end(period: Period, people: dict[str, Person]) -> Meeting:
    return Meeting(
        id="hn-tong-ket-2018",
        period=period,
        kind=MeetingKind.YEAR_END,
        name="Hội nghị tổng kết phong trào thi đua năm 2018",
        starts=dt.datetime(2018, 11, 20, 8, 0),
        place="Hà Nội",
        chair=people["thu-truong-01"],
        secretary=people["can-bo-01"],
    )


def sample_ballot(meeting: Meeting, nominations: Iterable[Nomination]) -> Ballot:
    """A round that is being prepared, on the award with the most nominations; one is chosen."""
    known = tuple(nominations)
    awards = [nomination.award for nomination in known if nomination.award]
    award = max(awards, key=lambda one: sum(one.id == other.id for other in awards))
    ballot = new_ballot(meeting).replace(id="bp-suy-ton-2018", award=award, seats=1)
    listed = candidates_of(ballot, known, ())
    return ballot.replace(
        candidates=tuple(
            candidate.replace(id=f"{ballot.id}-{place}")
            for place, candidate in enumerate(listed, start=1)
        )
    )
