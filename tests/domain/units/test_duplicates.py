"""Who may be one person, and what one record keeps of two."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.units.duplicates import merged, possible_duplicates
from desktop_app.domain.units.person import Person, Posting
from desktop_app.domain.units.unit import Unit, UnitName

UNIT = Unit(id="c07", names=(UnitName(full="Cục Một"),))
OTHER = Unit(id="k01", names=(UnitName(full="Cục Hai"),))
BORN = dt.date(1970, 5, 2)
AN = Person(id="a", full_name="Đặng Văn Ân", unit=UNIT, birth_date=BORN)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Person(full_name="Đặng Văn Ân", unit=UNIT), "Cùng tên, cùng đơn vị"),
        (Person(full_name="DANG  VAN AN", birth_date=BORN), "Cùng tên, cùng ngày sinh"),
        (Person(full_name="Đặng Văn Ân", unit=OTHER), None),
        (Person(full_name="Đặng Văn Ân"), None),
        (Person(full_name="Đặng Văn Bình", unit=UNIT, birth_date=BORN), None),
    ],
)
def test_same_name_with_same_unit_or_birth_date(other, why):
    assert [pair.why for pair in possible_duplicates((AN, other))] == ([why] if why else [])


def test_two_without_unit_and_birth_date_are_no_pair():
    assert possible_duplicates((Person(full_name="A B"), Person(full_name="A B"))) == ()


def test_merged_keeps_its_own_and_takes_what_it_lacks():
    posting = Posting(unit=OTHER, post="Đội trưởng")
    again = Posting(unit=UNIT, post="Phó Cục trưởng")
    kept = AN.replace(rank="Đại tá", postings=(again,))
    gone = Person(
        full_name="Đặng Văn Ân",
        rank="Thượng tá",
        phone="0912",
        unit=OTHER,
        postings=(posting, again.replace(id="x")),
    )
    one = merged(kept, gone)
    assert (one.id, one.rank, one.phone, one.unit) == ("a", "Đại tá", "0912", UNIT)
    assert one.postings == (again, posting)
    assert one.problems() == {}
