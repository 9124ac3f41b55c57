"""From six members to five: one unit renamed, one merged; papers of both years reprint right.

The records go through a data file, so what is printed is what a person finds after years.
"""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from desktop_app.domain.compacts.compact import Compact, CompactItem, CompactState, Signature
from desktop_app.domain.meetings.meeting import Attendance, Meeting, Presence
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.units.person import Posting
from desktop_app.domain.units.unit import Succession, SuccessionKind, UnitName
from desktop_app.domain.years.new_year import Roles, following, units_that_stay, with_members
from desktop_app.domain.years.period import Secretariat, SecretariatMember, SecretariatState
from desktop_app.papers import paper_with_key
from desktop_app.storage import DataFile
from tests.papers.test_papers import strings

NEW_YEAR = dt.date(2019, 1, 1)
LAST_DAY = dt.date(2018, 12, 31)
LEAD = "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ"
GUARD, PLANNING, CYBER = "Bộ Tư lệnh Cảnh vệ", "Cục Kế hoạch và Đầu tư", "Cục An ninh mạng"
TRAFFIC, TRAFFIC_NEW = "Cục Cảnh sát giao thông", "Cục Trật tự, an toàn giao thông"
CIPHER = "Cục Cơ yếu"
ALL = (LEAD, GUARD, PLANNING, CYBER, TRAFFIC, TRAFFIC_NEW, CIPHER)
MEMBERS = {
    "2018": {LEAD, GUARD, PLANNING, CYBER, TRAFFIC, CIPHER},
    "2019": {LEAD, GUARD, PLANNING, CYBER, TRAFFIC_NEW},
}


@pytest.fixture(scope="module")
def file(sample, awards, tmp_path_factory):
    path = tmp_path_factory.mktemp("hai năm") / "cụm.thidua"
    people = {person.id: person for person in sample.people}
    roster = tuple(
        SecretariatMember(id=f"tgv-{key}", person=people[key]) for key in ("can-bo-05", "can-bo-06")
    )
    from_2018 = dataclasses.replace(
        sample, periods=sample.periods[:1], decisions=sample.decisions[:1]
    )
    records = [
        r.replace(members=roster) if isinstance(r, Secretariat) else r for r in from_2018.records()
    ]
    with DataFile.create(path, (*awards, *records)) as made:
        _reorganise(made)
        _open_2019(made)
    with DataFile.open(path) as opened:
        yield opened


def _reorganise(file: DataFile) -> None:
    """On 01/01/2019 traffic police take another name, and cipher goes into cyber security."""
    traffic, cyber, cipher = (file.units.get(key) for key in ("c08", "a05", "cy"))
    (name,) = traffic.names
    newer = UnitName(full=TRAFFIC_NEW, short="Cục TTATGT", since=NEW_YEAR)
    file.units.save(traffic.replace(names=(name.replace(until=LAST_DAY), newer)))
    file.units.save(cipher.replace(inactive_from=NEW_YEAR))
    heir = Succession(unit=file.units.get("cy"), kind=SuccessionKind.MERGED, day=NEW_YEAR)
    file.units.save(cyber.replace(predecessors=(heir,)))
    moved = file.people.get("can-bo-06")
    before = Posting(unit=file.units.get("cy"), post="Đội trưởng", until=LAST_DAY)
    file.people.save(
        moved.replace(unit=file.units.get("a05"), post="Phó Trưởng phòng", postings=(before,))
    )


def _open_2019(file: DataFile) -> None:
    last = file.periods.all()[0]
    units = units_that_stay(last, file.units.all(), NEW_YEAR)
    roles = Roles(lead=file.units.get("k01"))
    period = file.periods.save(with_members(following(last), last, units, roles))
    signed = dt.date(2019, 3, 12)
    file.compacts.save(
        Compact(
            period=period,
            name="Giao ước thi đua năm 2019",
            items=(CompactItem(text=RichText.plain("Hoàn thành nhiệm vụ")),),
            state=CompactState.SIGNED,
            signed_on=signed,
            signatures=tuple(
                Signature(unit=member.unit, signer_name="Người ký", signed_on=signed)
                for member in period.members
            ),
        )
    )
    file.meetings.save(
        Meeting(
            period=period,
            name="Hội nghị ký kết giao ước thi đua năm 2019",
            starts=dt.datetime(2019, 3, 12, 8),
            attendance=tuple(
                Attendance(
                    unit=member.unit,
                    person=member.representative,
                    name=member.representative.full_name,
                    presence=Presence.PRESENT,
                )
                for member in period.members
            ),
        )
    )
    people = (file.people.get(key) for key in ("can-bo-05", "can-bo-06"))
    file.secretariats.save(
        Secretariat(
            period=period,
            state=SecretariatState.ISSUED,
            decision_number="03/QĐ-CTĐ2",
            decision_date=dt.date(2019, 3, 1),
            members=tuple(SecretariatMember(person=person) for person in people),
        )
    )


def printed(file, key, year):
    """All words of a paper of one year, made from the file as it is today."""
    period = next(p for p in file.periods.all() if p.name == year)
    records = {
        "minutes": lambda: next(
            m for m in file.meetings.of_period(period) if "ký kết" in m.name and m.attendance
        ),
        "compact": lambda: file.compacts.of_period(period)[0],
        "unit-list": lambda: period,
        "directory": lambda: period,
        "rotation": lambda: file.rotation_of(period.cluster).as_of(period),
        "secretariat-roster": lambda: file.secretariats.of_period(period)[0],
        "secretariat-decision": lambda: file.secretariats.of_period(period)[0],
        "direct-duties": lambda: file.duty_board_of(period),
    }
    return "\n".join(strings(paper_with_key(key).compose(records[key]())))


def units_in(text):
    """The units that are named, whether in capitals or not."""
    return {name for name in ALL if name.casefold() in text.casefold()}


def test_year_begins_with_the_five_that_stay(file):
    sizes = {p.name: len(p.members_on(None)) for p in file.periods.all()}
    assert sizes == {"2018": 6, "2019": 5}
    assert file.check() == ()


@pytest.mark.parametrize("year", ["2018", "2019"])
@pytest.mark.parametrize("key", ["minutes", "unit-list", "directory", "direct-duties"])
def test_papers_name_exactly_the_members_of_their_year(file, key, year):
    assert units_in(printed(file, key, year)) == MEMBERS[year]


@pytest.mark.parametrize("year", ["2018", "2019"])
def test_compact_has_a_cell_for_each_member_of_its_year(file, year):
    assert units_in(printed(file, "compact", year)) == MEMBERS[year]


@pytest.mark.parametrize("key", ["secretariat-roster", "secretariat-decision"])
def test_people_stand_in_the_unit_and_the_post_of_the_year(file, key):
    then, now = printed(file, key, "2018"), printed(file, key, "2019")
    assert units_in(then) - {LEAD} == {TRAFFIC, CIPHER}
    assert units_in(now) - {GUARD} == {TRAFFIC_NEW, CYBER}
    assert "Đội trưởng" in then
    assert "Đội trưởng" not in now


def test_proposal_for_the_next_lead_is_that_of_its_year(file):
    then, now = printed(file, "rotation", "2018"), printed(file, "rotation", "2019")
    assert units_in(then) == MEMBERS["2018"]
    assert "năm 2019" in then
    assert "năm 2020" not in then
    # 2019 has the lead of 2018 in its book, and no candidate that is gone or has another name
    assert units_in(now) == MEMBERS["2019"]
    assert "năm 2020" in now


def test_history_of_the_heir_and_of_the_merged_unit_lead_to_each_other(file):
    from desktop_app.domain.units.unit_history import TOLD, unit_history

    records = [each for kind in TOLD for each in file.store_of(kind).all()]
    gone = [e.text for e in unit_history(file.units.get("cy"), records)]
    heir = [e.text for e in unit_history(file.units.get("a05"), records)]
    assert f"Được {CYBER} tiếp nối" in gone
    assert f"Tiếp nối {CIPHER}" in heir
