"""The conditions of the catalogue against cases worked by hand, each with its article.

A case names the award, the year of the achievement, what is in the file, and what must come out:
the outcome, the year in which it will be met, and words of the sentence. The day of the law is
the last day of the year, except where a decree changed within it.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.domain.commendations.award import SubjectKind, awards_on
from desktop_app.domain.commendations.award_catalogue import read_catalogue
from desktop_app.domain.commendations.decision import Decision, Grant, GrantState
from desktop_app.domain.commendations.eligibility.answers import CHECKS, judged
from desktop_app.domain.commendations.eligibility.condition import Attestation, Check, Condition
from desktop_app.domain.commendations.eligibility.facts import facts_of
from desktop_app.domain.commendations.eligibility.finding import Outcome
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.commendations.restriction import Restriction, RestrictionKind
from desktop_app.domain.compacts.registration import (
    Registration,
    RegistrationLine,
    RegistrationState,
)
from desktop_app.domain.units.person import Person, Posting
from desktop_app.domain.units.unit import Succession, SuccessionKind, Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period

FOLDER = Path(__file__).resolve().parents[3] / "resources/catalogue"
AWARDS = read_catalogue(
    (FOLDER / "awards.json").read_text("utf-8"), (FOLDER / "conditions.json").read_text("utf-8")
)
UNIT = Unit(id="u", names=(UnitName(full="Cục Mẫu"),))
PERSON = Person(
    id="p", full_name="Trần Văn Mẫu", unit=UNIT, postings=(Posting(since=dt.date(2010, 3, 1)),)
)
MET, NOT, OPEN, FREE = Outcome.MET, Outcome.NOT_MET, Outcome.OPEN, Outcome.NOT_NEEDED


class Case(NamedTuple):
    """One line of the table."""

    award: str
    year: int
    article: str
    key: str
    """The condition's own part of its id."""
    has: str
    """«CSTDCS 2021» a grant, «~» the unit's people, «!» a restriction, «x» annulled."""
    outcome: Outcome
    meets: int | None = None
    words: str = ""
    more: dict = {}
    day: dt.date | None = None


L25, L26, L27, L28 = "Điều 25", "Điều 26", "Điều 27", "Điều 28"
N98, N152, N91 = "98/2023", "152/2025", "91/2017"
T12 = "12/2019"
MID = dt.date(2025, 6, 30)
CASES = (
    # Cờ thi đua của Chính phủ: leads the cluster (Luật 2022, Điều 25 khoản 1)
    Case("CO-CP", 2024, L25, "dan-dau", "", MET, words="hạng 1", more={"place": 1}),
    Case("CO-CP", 2024, L25, "dan-dau", "", NOT, words="hạng 2", more={"place": 2}),
    Case("CO-CP", 2024, L25, "dan-dau", "", OPEN, words="bảng xếp hạng"),
    Case("CO-CP", 2024, L25, "vuot-chi-tieu", "", OPEN, words="báo cáo thành tích"),
    # … the same under the law of 2003, not compared, and after the law of 2026
    Case("CO-CP", 2018, "2003", "dan-dau", "", OPEN, words="Theo tệp: đạt", more={"place": 1}),
    Case("CO-CP", 2026, L25, "dan-dau", "", OPEN, words="chưa đối chiếu", more={"place": 1}),
    Case("CO-CP", 2026, "06/2026", "luat-2026", "", OPEN, words="văn bản hợp nhất"),
    Case(
        *("CO-CP", 2026, L25, "dan-dau", "", MET, None, "hạng 1", {"place": 1}),
        dt.date(2026, 9, 30),
    ),
    # the vote: 80 % of all members, by whole votes (Nghị định 98/2023, Điều 30 khoản 7)
    Case("CO-CP", 2024, N98, "phieu-98", "", MET, words="5/6", more={"votes": (5, 6)}),
    Case("CO-CP", 2024, N98, "phieu-98", "", MET, words="80%", more={"votes": (4, 5)}),
    Case("CO-BCA", 2024, N98, "phieu-98", "", NOT, words="77,78%", more={"votes": (7, 9)}),
    Case("CO-BCA", 2024, N98, "phieu-98", "", OPEN, words="biên bản kiểm phiếu"),
    Case("CSTDTLL", 2024, N98, "phieu-98", "", NOT, words="88,89%", more={"votes": (8, 9)}),
    Case("CSTDTLL", 2024, N98, "phieu-98", "", MET, words="90%", more={"votes": (9, 10)}),
    Case("CSTDTQ", 2018, N91, "phieu-91", "", MET, words="100%", more={"votes": (9, 9)}),
    Case(*("CO-CP", 2025, N98, "phieu-98", "", MET, None, "", {"votes": (5, 6)}), MID),
    Case("CO-CP", 2025, N152, "phieu-152", "", OPEN, words="đạt", more={"votes": (5, 6)}),
    # chosen among those who qualify for the Ministry's flag (Thông tư 12/2019, Điều 18)
    Case("CO-CP", 2024, T12, "trong-so-co-bo", "CO-BCA 2024", OPEN, words="Theo tệp: đạt"),
    # Đơn vị quyết thắng (Điều 27 khoản 2) and Đơn vị tiên tiến (Điều 28 khoản 2)
    Case("DVQT", 2024, L27, "co-cstdcs", "~CSTDCS 2024", MET, words="1 cá nhân"),
    Case("DVQT", 2024, L27, "co-cstdcs", "~CSTDCS 2023", OPEN, words="CSTDCS năm 2024"),
    Case("DVQT", 2024, L27, "ty-le-cstt", "", OPEN, words="CSTT"),
    Case("DVTT", 2024, L28, "khong-ky-luat", "~!canh_cao 2024", NOT, 2025, "QĐ kỷ luật"),
    Case("DVTT", 2024, L28, "khong-ky-luat", "~!khien_trach 2024", OPEN),
    Case("DVTT", 2024, L28, "khong-ky-luat", "", OPEN, words="xác nhận của đơn vị"),
    # Chiến sĩ thi đua toàn quốc: two ministry titles in a row (Luật 2022, Điều 21)
    Case("CSTDTQ", 2024, "Điều 21", "hai-lan-cap-bo", "CSTDTLL 2022, CSTDTLL 2023", MET),
    Case("CSTDTQ", 2024, "Điều 21", "hai-lan-cap-bo", "CSTDTLL 2021, CSTDTLL 2023", NOT, 2024),
    Case("CSTDTQ", 2024, "Điều 21", "hai-lan-cap-bo", "CSTDTLL 2024", NOT, 2025),
    Case("CSTDTQ", 2024, T12, "ky-luat-7", "!khien_trach 2019", OPEN, 2026, "Theo tệp: chưa"),
    # Chiến sĩ thi đua toàn lực lượng: three in a row, the year included (Điều 22)
    Case(
        *("CSTDTLL", 2024, "Điều 22", "ba-lan-co-so"),
        *("CSTDCS 2022, CSTDCS 2023, CSTDCS 2024", MET, None, "QĐ-CSTDCS-2022"),
    ),
    Case(
        *("CSTDTLL", 2024, "Điều 22", "ba-lan-co-so"),
        *("CSTDCS 2021, CSTDCS 2022, CSTDCS 2023", MET),
    ),
    Case("CSTDTLL", 2024, "Điều 22", "ba-lan-co-so", "CSTDCS 2023, CSTDCS 2024", NOT, 2025, "2/3"),
    Case("CSTDTLL", 2024, "Điều 22", "ba-lan-co-so", "CSTDCS 2020", NOT, 2026, "2021, 2022, 2023"),
    Case("CSTDTLL", 2024, "Điều 22", "ba-lan-co-so", "", OPEN, 2026, "chưa ghi quyết định"),
    Case(
        *("CSTDTLL", 2024, "Điều 22", "ba-lan-co-so"),
        *("CSTDCS 2022, xCSTDCS 2023, CSTDCS 2024", NOT, 2026, "1/3"),
    ),
    Case("CSTDTLL", 2024, "Điều 22", "sang-kien", "", OPEN, words="chứng nhận sáng kiến"),
    Case(
        *("CSTDTLL", 2024, "Điều 22", "sang-kien", "", MET, None, "trong hồ sơ"),
        {"papers": ("Giấy chứng nhận sáng kiến 2024.pdf",)},
    ),
    Case("CSTDTLL", 2024, T12, "ky-luat-3", "!khieu_nai 2023", OPEN, 2026),
    # Chiến sĩ thi đua cơ sở (Điều 23): Chiến sĩ tiên tiến, and one of four ways
    Case("CSTDCS", 2024, "Điều 23", "cstt", "CSTT 2024", MET, words="QĐ-CSTT-2024"),
    Case("CSTDCS", 2024, "Điều 23", "cstt", "CSTT 2023", NOT, words="gần nhất"),
    Case(
        *("CSTDCS", 2024, "Điều 23", "muu-tri", "", FREE), more={"papers": ("công nhận sáng kiến",)}
    ),
    Case("CSTDCS", 2024, "Điều 23", "sang-kien", "", OPEN, words="công nhận sáng kiến"),
    # Bằng khen của Bộ (Điều 74 khoản 3): two years Đơn vị quyết thắng
    Case("BK-BCA", 2024, "khoản 3", "tt-hai-nam", "DVQT 2023, DVQT 2024", MET),
    Case("BK-BCA", 2024, "khoản 3", "tt-phong-trao", "DVQT 2023, DVQT 2024", FREE),
    Case("BK-BCA", 2024, "khoản 3", "tt-hai-nam", "DVQT 2024", FREE, 2025, "cùng nhóm"),
    # Bằng khen của Thủ tướng (Điều 73 khoản 1): ministry form five years ago, three CSTĐCS
    Case(
        *("BK-TTG", 2024, "Điều 73", "cn-da-bkb", "BK-BCA 2019", MET, None, "2019", {"p": True}),
    ),
    Case("BK-TTG", 2024, "Điều 73", "cn-da-bkb", "BK-BCA 2021", FREE, 2026, "3/5", {"p": True}),
    Case(
        *("BK-TTG", 2024, "Điều 73", "cn-ba-cstdcs"),
        *("CSTDCS 2020, CSTDCS 2022, CSTDCS 2024", MET, None, "3 lần", {"p": True}),
    ),
    Case(
        *("BK-TTG", 2024, "Điều 73", "cn-ba-cstdcs"),
        *("CSTDCS 2020, CSTDCS 2024", FREE, 2026, "2/3", {"p": True}),
    ),
    Case("BK-TTG", 2018, "65/2014", "tt-da-bkb", "BK-BCA 2013", MET),
    Case("BK-TTG", 2018, "65/2014", "tt-co-bo", "CO-BCA 2012", NOT, 2018, "0/1"),
    Case("BK-TTG", 2018, "08/2017", "mot-lan-nam", "HC-CC-3 2018", OPEN, words="ngoại lệ"),
    Case("BK-TTG", 2018, "08/2017", "mot-lan-nam", "HC-CC-3 2017", MET),
    Case("BK-TTG", 2024, "khoản 9", "gian-cach", "BK-TTG 2021", OPEN, 2026, "chưa đủ 5"),
    Case("HC-BVTQ-2", 2024, "Bảo vệ Tổ quốc", "da-co", "HC-BVTQ-3 2019", OPEN, words="đạt"),
    Case("HC-CC-1", 2024, T12, "ky-luat-10", "!canh_cao 2016", OPEN, 2026),
    # years of service, by the earliest posting in the file (2010)
    Case("HCH-CSVV-3", 2024, "niên hạn", "nien-han", "", OPEN, None, "đủ 10 năm", {"p": True}),
    Case("HCH-CSVV-1", 2024, "niên hạn", "nien-han", "", OPEN, 2030, "chưa đủ", {"p": True}),
    # registered, as the law of 2003 had it
    Case("CO-BCA", 2018, "2003", "dang-ky", "", OPEN, words="đạt", more={"registered": True}),
    Case("CO-BCA", 2018, "2003", "dang-ky", "", OPEN, words="chưa đạt"),
)


def award_of(code, day):
    return next(award for award in awards_on(AWARDS, day) if award.code == code)


def period_of(year):
    since, until = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return Period(cluster=Cluster(name="Cụm"), name=str(year), since=since, until=until)


def granted(code, year, who, state=GrantState.DECIDED):
    award = award_of(code, dt.date(year, 12, 1))
    kind = SubjectKind.INDIVIDUAL if who is PERSON else SubjectKind.COLLECTIVE
    grant = Grant(
        award=award,
        kind=kind,
        unit=UNIT,
        person=who if who is PERSON else None,
        name="Trần Văn Mẫu" if who is PERSON else "Cục Mẫu",
        achievement_year=str(year),
        state=state,
    )
    return Decision(
        period=period_of(year),
        number=f"QĐ-{code}-{year}",
        date=dt.date(year, 12, 20),
        grants=(grant,),
    )


def restricted(code, year, who):
    return Restriction(
        kind=RestrictionKind(code),
        subject=SubjectKind.INDIVIDUAL if who is PERSON else SubjectKind.COLLECTIVE,
        unit=UNIT,
        person=who if who is PERSON else None,
        since=dt.date(year, 2, 1),
        until=dt.date(year, 12, 1),
        document="QĐ kỷ luật 5/QĐ",
    )


def nominated(case):
    """The nomination of a case, and the file around it."""
    day = case.day or dt.date(case.year, 12, 31)
    award = award_of(case.award, day)
    is_person = case.more.get("p", not award.for_collective)
    votes = case.more.get("votes", (None, None))
    nomination = Nomination(
        period=period_of(case.year),
        award=award,
        kind=SubjectKind.INDIVIDUAL if is_person else SubjectKind.COLLECTIVE,
        unit=UNIT,
        person=PERSON if is_person else None,
        achievement_year=str(case.year),
        place=case.more.get("place"),
        votes_for=votes[0],
        votes_total=votes[1],
    )
    return nomination, day


def facts_in(case, nomination):
    decisions, restrictions = [], []
    for entry in filter(None, case.has.split(", ")):
        code, year = entry.split()
        own = PERSON if nomination.person else UNIT
        who = PERSON if code.startswith("~") else own
        code = code.removeprefix("~")
        if code.startswith("!"):
            restrictions.append(restricted(code[1:], int(year), who))
        else:
            state = GrantState.ANNULLED if code.startswith("x") else GrantState.DECIDED
            decisions.append(granted(code.removeprefix("x"), int(year), who, state))
    line = RegistrationLine(award=nomination.award)
    registration = Registration(
        period=nomination.period, unit=UNIT, state=RegistrationState.ACCEPTED, lines=(line,)
    )
    return facts_of(
        nomination,
        decisions=decisions,
        restrictions=restrictions,
        registrations=(registration,) if case.more.get("registered") else (),
        papers=case.more.get("papers", ()),
    )


def test_there_are_enough_cases_of_every_check():
    assert len(CASES) >= 40
    assert set(CHECKS) == set(Check)
    conditions = {c.id: c for award in AWARDS for c in award.conditions}
    checks = {conditions[f"{nominated(case)[0].award.id}-{case.key}"].check for case in CASES}
    assert checks == set(Check)


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{n}-{c.award}-{c.year}-{c.key}" for n, c in enumerate(CASES, 1)]
)
def test_case(case):
    nomination, day = nominated(case)
    verdict = judged(facts_in(case, nomination), day)
    answer = next(a for a in verdict.answers if a.condition.id.endswith(f"-{case.key}"))
    assert case.article in answer.condition.article
    assert (answer.outcome, answer.finding.year) == (case.outcome, case.meets)
    assert case.words in answer.words


# --- what holds for all of them ---------------------------------------------------------------


def test_every_condition_is_sound_and_every_award_has_one_in_each_layer():
    for award in AWARDS:
        assert award.problems() == {}
        assert award.conditions, award.id
        assert len({c.id for c in award.conditions}) == len(award.conditions), award.id
    for year in (2018, 2024, 2025, 2027):
        day = dt.date(year, 8, 1)
        for award in awards_on(AWARDS, day):
            assert any(c.holds_on(day) for c in award.conditions), (award.code, day)


def test_every_layer_has_its_own_days():
    articles = {
        day: {
            c.article
            for c in award_of("CO-CP", day).conditions
            if c.holds_on(day) and c.check is Check.VOTES
        }
        for day in (dt.date(2018, 6, 1), dt.date(2024, 6, 1), dt.date(2025, 8, 1))
    }
    assert [len(found) for found in articles.values()] == [0, 1, 1]
    (old,), (new,) = [*articles.values()][1:]
    assert N98 in old
    assert N152 in new


def test_nothing_after_the_law_of_2026_is_answered_for_certain_by_older_articles():
    day = dt.date(2026, 10, 1)
    held = [c for a in awards_on(AWARDS, day) for c in a.conditions if c.holds_on(day)]
    old = [c for c in held if "2022" in c.article]
    assert old
    assert not any(c.is_verified_on(day) for c in old)


# --- subjects -------------------------------------------------------------------------------


def test_a_renamed_unit_keeps_what_it_was_granted():
    newer = Unit(
        id="moi",
        names=(UnitName(full="Cục Mới"),),
        predecessors=(Succession(unit=UNIT, kind=SuccessionKind.RENAMED, day=dt.date(2024, 1, 1)),),
    )
    nomination = Nomination(
        period=period_of(2024), award=award_of("BK-BCA", dt.date(2024, 5, 1)), unit=newer
    ).replace(achievement_year="2024")
    decisions = [granted("DVQT", 2023, UNIT), granted("DVQT", 2024, UNIT)]
    assert len(facts_of(nomination, decisions=decisions).honours) == 2
    merged = newer.predecessors[0].replace(kind=SuccessionKind.MERGED)
    of_merged = nomination.replace(unit=newer.replace(predecessors=(merged,)))
    assert facts_of(of_merged, decisions=decisions).honours == ()


def test_another_person_of_the_same_name_proves_nothing():
    other = PERSON.replace(id="khác")
    nomination = Nomination(
        period=period_of(2024),
        award=award_of("CSTDTLL", dt.date(2024, 5, 1)),
        kind=SubjectKind.INDIVIDUAL,
        unit=UNIT,
        person=other,
        achievement_year="2024",
    )
    assert facts_of(nomination, decisions=[granted("CSTDCS", 2024, PERSON)]).honours == ()


# --- what a person found out ------------------------------------------------------------------


def _attested(is_met):
    case = Case("CO-CP", 2024, L25, "vuot-chi-tieu", "", OPEN)
    nomination, day = nominated(case)
    condition = next(c for c in nomination.award.conditions if c.id.endswith(case.key))
    given = Attestation(condition=condition.id, is_met=is_met, basis="BC 12/BC-C07")
    verdict = judged(facts_in(case, nomination.replace(attestations=(given,))), day)
    return next(a for a in verdict.answers if a.condition.id == condition.id)


@pytest.mark.parametrize(("is_met", "outcome"), [(True, MET), (False, NOT)])
def test_what_was_found_out_comes_first(is_met, outcome):
    answer = _attested(is_met)
    assert answer.outcome is outcome
    assert answer.words == "Đã xác minh: BC 12/BC-C07."


def test_a_result_without_its_basis_is_refused():
    assert "basis" in Attestation(condition="x").problems()


def test_the_verdict_is_the_worst_answer_and_tells_the_year():
    case = Case("CSTDTLL", 2024, "", "", "CSTDCS 2024", NOT)
    nomination, day = nominated(case)
    verdict = judged(facts_in(case, nomination), day)
    assert verdict.outcome is NOT
    assert verdict.year == 2026
    assert "1 chưa đạt" in verdict.summary


def test_without_a_readable_year_nothing_is_certain():
    case = Case("CSTDTLL", 2024, "", "ba-lan-co-so", "CSTDCS 2024", OPEN)
    nomination, day = nominated(case)
    facts = facts_in(case, nomination.replace(achievement_year="nhiều năm"))
    assert all(a.outcome is OPEN for a in judged(facts, day).answers)


def test_a_title_that_is_only_proposed_is_waited_for():
    case = Case("CSTDCS", 2024, "Điều 23", "cstt", "", OPEN)
    nomination, day = nominated(case)
    sibling = nomination.replace(id="kia", award=award_of("CSTT", day))
    facts = facts_of(nomination, nominations=(sibling,))
    answer = next(a for a in judged(facts, day).answers if a.condition.id.endswith("cstt"))
    assert "Đang được đề nghị cùng năm" in answer.words
    gone = facts_of(nomination, nominations=(sibling.replace(state=NominationState.WITHDRAWN),))
    assert gone.others == ()


@pytest.mark.parametrize(
    ("check", "wrong"),
    [
        (Check.CONSECUTIVE, {"codes", "count"}),
        (Check.PLACE, {"count"}),
        (Check.SERVICE, {"years"}),
        (Check.PAPER, {"paper"}),
        (Check.BY_HAND, set()),
    ],
)
def test_a_condition_without_what_its_check_needs_is_refused(check, wrong):
    bare = Condition(sentence="Điều kiện", article="Điều 1", check=check)
    assert set(bare.problems()) == wrong


def test_odd_parameters_are_refused():
    bare = Condition(sentence="Hạng", article="Điều 1", check=Check.PLACE, count=Decimal(0))
    assert bare.problems()["count"] == "Phải từ 1 trở lên."
    backwards = bare.replace(
        count=Decimal(1), valid_from=dt.date(2025, 1, 2), valid_until=dt.date(2025, 1, 1)
    )
    assert "valid_until" in backwards.problems()
