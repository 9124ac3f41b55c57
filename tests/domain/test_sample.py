"""The catalogue and the sample cluster that come with the program."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.domain.commendations.award import SubjectKind, awards_on
from desktop_app.domain.commendations.award_catalogue import read_catalogue
from desktop_app.domain.sample.cluster import sample_cluster
from desktop_app.domain.scores.criterion import Kind

TEXT = (Path(__file__).resolve().parents[2] / "resources/catalogue/awards.json").read_text("utf-8")


@pytest.fixture(scope="module")
def awards():
    return read_catalogue(TEXT)


@pytest.fixture(scope="module")
def sample(awards):
    return sample_cluster(awards)


def test_catalogue_is_sound(awards):
    assert len({award.id for award in awards}) == len(awards)
    assert [award.problems() for award in awards] == [{}] * len(awards)
    assert all(award.source and award.decided_by for award in awards)
    assert read_catalogue(TEXT) == awards
    assert {"CO-CP-2004-07-01", "CO-CP-2024-01-01", "GCN-CUM"} <= {award.id for award in awards}


@pytest.mark.parametrize("year", [2018, 2024, 2026])
def test_a_code_holds_once_on_a_day(awards, year):
    held = awards_on(awards, dt.date(year, 3, 13))
    assert len({award.code for award in held}) == len(held)
    codes = {award.code for award in held}
    assert {"CO-CP", "CO-BCA", "DVQT", "DVTT", "CSTDTQ", "CSTDTLL", "CSTDCS", "CSTT"} <= codes
    assert {"BK-TTG", "BK-BCA", "GK", "HC-BVTQ-1", "HC-CC-3"} <= codes
    assert ("CO-TC" in codes) is (year == 2018)


def test_the_law_changed_with_2024(awards):
    def of(day):
        return next(a for a in awards_on(awards, day) if a.code == "BK-BCA")

    assert of(dt.date(2023, 12, 31)).bonus_individual == 1
    assert str(of(dt.date(2024, 1, 1)).bonus_individual) == "1.5"
    assert not any(a.verified for a in awards if a.holds_on(dt.date(2018, 3, 13)))


def test_flags_are_for_collectives_only(awards):
    flags = [award for award in awards if award.code.startswith("CO-")]
    assert flags
    assert all(f.for_collective and not f.for_individual for f in flags)
    assert {a.bonus_collective for a in flags if a.code == "CO-CP"} == {12}


def test_every_sample_record_can_be_saved(sample):
    assert [record.problems() for record in sample.records()] == [{}] * len(sample.records())
    ids = [(type(record), record.id) for record in sample.records()]
    assert len(set(ids)) == len(ids)


def test_the_same_ids_every_time(sample, awards):
    assert sample_cluster(awards) == sample


def test_sample_holds_the_conference(sample):
    period, signing = sample.periods[0], sample.meetings[0]
    assert [member.unit.name for member in period.members_on(signing.day)] == [
        "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
        "Bộ Tư lệnh Cảnh vệ",
        "Cục Kế hoạch và Đầu tư",
        "Cục An ninh mạng",
        "Cục Cảnh sát giao thông",
        "Cục Cơ yếu",
    ]
    assert signing.day == dt.date(2018, 3, 13)
    assert signing.voters_present == 6
    assert signing.votes[0].is_unanimous
    assert signing.starts.time() < signing.votes[0].taken_at < signing.ends.time()
    assert sample.compact.signed_count == 6
    assert len({item.group for item in sample.compact.items}) == 6
    assert [meeting.day.month for meeting in sample.meetings] == [3, 7, 11]


def test_what_is_made_up_says_so(sample):
    for nomination in sample.nominations:
        assert "không phải số liệu thật" in nomination.note
    known = [person for person in sample.people if "mẫu" not in person.full_name]
    assert [person.full_name for person in known] == ["Đỗ Ngọc Cẩn"]
    assert all(p.note == "Dữ liệu mẫu" for p in sample.people if p not in known)
    assert "(mẫu)" in sample.decisions[0].number
    assert "(mẫu)" in sample.secretariat.decision_number


def test_flags_as_many_as_reported(sample):
    flags = [n.award.code for n in sample.submission.nominations(SubjectKind.COLLECTIVE)]
    assert sorted(flags) == ["CO-BCA", "CO-BCA", "CO-BCA", "CO-CP"]
    assert all(n.award.holds_on(dt.date(2018, 3, 13)) for n in sample.nominations)


def test_sample_criteria_hold_every_kind_and_add_up(sample):
    criteria = sample.criteria
    assert len(criteria.tree.leaves) == 12
    assert {leaf.kind for leaf in criteria.tree.leaves} == set(Kind) - {Kind.GROUP}
    assert [str(criteria.tree.worth(section)) for section in criteria.tree.roots] == [
        "60",
        "25",
        "15",
    ]
    assert criteria.warnings() == ()
    assert "mẫu" in criteria.name
    assert "Dữ liệu mẫu" in criteria.note
