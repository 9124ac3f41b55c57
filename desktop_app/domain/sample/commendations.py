"""The sample nominations, the submission that carries them, and one sample decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from desktop_app.domain.commendations.award import Award, SubjectKind, awards_on
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.nomination import (
    DossierPaper,
    Nomination,
    NominationState,
    NominationStep,
    Submission,
    SubmissionLine,
)
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period

UNIT_NOTE = "Đơn vị chọn làm mẫu, không phải số liệu thật"
PERSON_NOTE = "Cá nhân mẫu, không phải số liệu thật"

_DAY = dt.date(2018, 3, 13)
_REVIEWED = dt.date(2018, 2, 6)
_GIFT = Decimal(1_000_000)
"""A round sum that goes with the sample certificate: no rule sets it."""
_FLAGS = (
    ("CO-CP", 1, 6, "98.5"),
    ("CO-BCA", 4, 6, "97.25"),
    ("CO-BCA", 2, 5, "96.5"),
    ("CO-BCA", 3, 5, "95.75"),
)
_UNIT_MERIT = "Hoàn thành xuất sắc nhiệm vụ công tác, tiêu biểu trong phong trào thi đua năm 2017"
_PERSON_MERIT = "Có sáng kiến được áp dụng trong đơn vị, hoàn thành xuất sắc nhiệm vụ năm 2017"


def sample_nominations(
    period: Period, people: Iterable[Person], awards: Iterable[Award]
) -> tuple[Nomination, ...]:
    """Four flags for 2017, as many as were reported, and one person."""
    catalogue = _by_code(awards)
    flags = (
        _flag(period, place, catalogue[code], period.members[unit].unit, votes, score)
        for place, (code, unit, votes, score) in enumerate(_FLAGS, start=1)
    )
    person = next(person for person in people if person.id == "ca-nhan-01")
    return (*flags, _individual(period, catalogue["CSTDTLL"], person))


def _by_code(awards: Iterable[Award]) -> dict[str, Award]:
    return {award.code: award for award in awards_on(awards, _DAY)}


def _flag(
    period: Period, place: int, award: Award, unit: Unit, votes: int, score: str
) -> Nomination:
    return Nomination(
        id=f"dn-2017-{place:02d}",
        period=period,
        award=award,
        unit=unit,
        achievement_year="2017",
        achievement=_UNIT_MERIT,
        score=Decimal(score),
        place=place,
        votes_for=votes,
        votes_total=6,
        state=NominationState.HONOURED,
        steps=(_honoured(place),),
        dossier=_papers(place),
        note=UNIT_NOTE,
    )


def _individual(period: Period, award: Award, person: Person) -> Nomination:
    return Nomination(
        id="dn-2017-05",
        period=period,
        award=award,
        kind=SubjectKind.INDIVIDUAL,
        unit=person.unit,
        person=person,
        rank=person.rank,
        post=person.post,
        achievement_year="2017",
        achievement=_PERSON_MERIT,
        votes_for=6,
        votes_total=6,
        state=NominationState.HONOURED,
        steps=(_honoured(5),),
        note=PERSON_NOTE,
    )


def _honoured(place: int) -> NominationStep:
    """How it came to be honoured: a placeholder, as the votes are."""
    return NominationStep(
        id=f"dn-2017-{place:02d}-b1",
        state=NominationState.HONOURED,
        day=_REVIEWED,
        who="Hội nghị bình xét năm 2017 (mẫu)",
        document="Biên bản kiểm phiếu (mẫu)",
    )


def _papers(place: int) -> tuple[DossierPaper, ...]:
    """One dossier of the four has begun to come in."""
    if place != 2:
        return ()
    names = ("Báo cáo thành tích", "Biên bản bình xét thi đua")
    return tuple(
        DossierPaper(
            id=f"dn-2017-02-g{number}", name=name, received_on=_REVIEWED, note="Giấy tờ mẫu"
        )
        for number, name in enumerate(names, start=1)
    )


def sample_submission(
    period: Period, people: Iterable[Person], nominations: tuple[Nomination, ...]
) -> Submission:
    """Not yet numbered nor dated: both are written in after the signature."""
    return Submission(
        id="to-trinh-2018-01",
        period=period,
        subject="Đề nghị tặng danh hiệu thi đua cho tập thể, cá nhân có thành tích năm 2017",
        addressees=("Bộ trưởng Bộ Công an", "Hội đồng Thi đua - Khen thưởng Bộ Công an"),
        grounds=(
            "Căn cứ Luật Thi đua, khen thưởng",
            "Căn cứ kết quả bình xét, suy tôn của Cụm thi đua số 2",
        ),
        body="Sau khi xem xét thành tích của các tập thể, cá nhân, đối chiếu với tiêu chuẩn, Cụm"
        " thi đua số 2 đề nghị Bộ trưởng Bộ Công an xét, tặng và trình cấp có thẩm quyền tặng danh"
        " hiệu thi đua cho 04 tập thể, 01 cá nhân (có danh sách kèm theo).",
        closing="Cụm thi đua số 2 kính đề nghị Bộ trưởng Bộ Công an xem xét, quyết định",
        receivers=("Các đơn vị thành viên Cụm thi đua số 2", "Lưu: VT, Tổ giúp việc"),
        signer=next(person for person in people if person.id == "thu-truong-01"),
        lines=tuple(
            SubmissionLine(id=f"tt-2018-01-{place}", nomination=nomination)
            for place, nomination in enumerate(nominations, start=1)
        ),
    )


def sample_decisions(
    period: Period, people: Iterable[Person], awards: Iterable[Award]
) -> tuple[Decision, ...]:
    """One decision with three grants, handed over at the signing conference."""
    known = {person.id: person for person in people}
    award = _by_code(awards)["GCN-CUM"]
    chief = known["thu-truong-01"]
    return (
        Decision(
            id="qd-2018-01",
            period=period,
            number="03/QĐ-CTĐ2 (mẫu)",
            date=dt.date(2018, 3, 8),
            body="Cụm thi đua số 2",
            subject="Về việc tặng Giấy chứng nhận cho tập thể, cá nhân tiêu biểu năm 2017",
            place="Hà Nội",
            signer_name=chief.full_name,
            signer_rank=chief.rank,
            signer_authority="TM. Cụm thi đua số 2",
            signer_post="Cụm trưởng",
            certificate_authority="Cụm trưởng Cụm thi đua số 2",
            grants=_grants(period, known["ca-nhan-01"], award),
        ),
    )


def _grants(period: Period, person: Person, award: Award) -> tuple[Grant, ...]:
    units = (period.members[1].unit, period.members[4].unit)
    collectives = (
        _grant(place, award, unit.name_on(_DAY), "Bộ Công an", _UNIT_MERIT).replace(unit=unit)
        for place, unit in enumerate(units, start=1)
    )
    office = f"{person.post}, {person.unit.name_on(_DAY)}" if person.unit else person.post
    name = person.signed_name()
    individual = _grant(3, award, name, office, _PERSON_MERIT).replace(
        kind=SubjectKind.INDIVIDUAL, unit=person.unit, person=person
    )
    return (*collectives, individual)


def _grant(place: int, award: Award, name: str, description: str, merit: str) -> Grant:
    return Grant(
        id=f"lk-2018-{place:02d}",
        award=award,
        name=name,
        description=description,
        achievement_year="2017",
        achievement=merit,
        amount=_GIFT,
        register_number=f"{place:02d}",
        presented_on=_DAY,
        presented_at="Hội nghị ký kết giao ước thi đua năm 2018",
        presented_by="Thủ trưởng mẫu 01",
        state=GrantState.PRESENTED,
    )
