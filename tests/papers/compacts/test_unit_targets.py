"""The table of targets: numbers of the compact, tables narrow enough for their heads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest

from desktop_app.domain.compacts.compact import CompactItem, Direction, UnitTarget
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.period import Membership, Role
from desktop_app.papers.blocks import Section, Table

LONG = (
    "Phòng Cảnh sát quản lý hành chính về trật tự xã hội và thi hành án hình sự,"
    " hỗ trợ tư pháp Công an tỉnh mẫu số {}"
)


@dataclass(frozen=True)
class Cluster:
    """A period of so many units with names of more than 90 characters."""

    units: int
    short: str

    def members(self) -> tuple[Membership, ...]:
        since = dt.date(2010, 1, 1)
        names = (
            UnitName(full=LONG.format(n), short=self.short.format(n), since=since)
            for n in range(1, self.units + 1)
        )
        return tuple(
            Membership(
                unit=Unit(code=f"D{place}", names=(name,)),
                role=Role.MEMBER if place else Role.LEAD,
            )
            for place, name in enumerate(names)
        )


def item(group, text, value=None, direction=Direction.AT_LEAST):
    return CompactItem(
        group=group, text=RichText.plain(text), value=value, direction=direction, measure="%"
    )


@pytest.fixture
def compact(sample):
    """Numbers in the second commitment of each group; the last is given to one unit only."""
    period = sample.periods[0].replace(members=Cluster(13, "P.{}").members())
    items = (
        item("Lực lượng", "Lời một", direction=Direction.NONE),
        item("Lực lượng", "Số một", Decimal(95)),
        item("Phong trào", "Lời hai", direction=Direction.NONE),
        item("Phong trào", "Số riêng"),
    )
    own = UnitTarget(item=items[3].id, unit=period.members[4].unit, value=Decimal(0))
    return sample.compact.replace(period=period, items=items, targets=(own,), signatures=())


def test_numbers_are_those_of_the_compact(compact, read):
    assert [row.cells[0] for row in read("unit-targets", compact).of(Table)[0].rows] == [
        "I.2",
        "II.2",
    ]


def test_every_unit_stands_in_one_table_and_every_table_has_all_commitments(compact, read):
    tables = read("unit-targets", compact).of(Table)
    heads = [column.head for table in tables for column in table.columns[3:]]
    assert heads == [f"P.{n}" for n in range(1, 14)]
    assert [len(table.columns) - 3 for table in tables] == [6, 7]
    assert all(len(table.rows) == 2 for table in tables)


def test_long_names_without_short_ones_get_wider_columns(compact, read):
    period = compact.period.replace(members=Cluster(13, "").members())
    tables = read("unit-targets", compact.replace(period=period, targets=())).of(Table)
    assert [len(table.columns) - 3 for table in tables] == [3, 3, 3, 4]
    assert tables[-1].columns[-1].head == LONG.format(13)
    assert len(LONG.format(13)) > 90


def test_number_of_one_unit_is_printed_where_there_is_no_common_one(compact, read):
    first, second = read("unit-targets", compact).of(Table)
    own = [table.rows[1].cells for table in (first, second)]
    assert own[0][2] == ""
    assert own[0][3:] == ("–", "–", "–", "–", "0", "–")
    assert set(own[1][3:]) == {"–"}


def test_unit_has_its_own_upright_sheet_under_its_full_name(compact, read):
    unit = compact.period.members[4].unit
    paper = read("unit-targets", compact, unit.id)
    (section,) = paper.document.sections
    assert isinstance(section, Section)
    assert not section.landscape
    (table,) = paper.of(Table)
    assert table.columns[-1].head == LONG.format(5)
    assert [row.cells[-1] for row in table.rows] == ["95", "0"]


def test_compact_without_numbers_says_so(compact, read):
    paper = read("unit-targets", compact.replace(items=compact.items[:1], targets=()))
    assert paper.of(Table) == []
    assert "Giao ước không có chỉ tiêu bằng số." in paper.text
