"""A small cluster in a file of its own, for the tests of the data file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.meetings.meeting import AgendaItem, Attendance, Meeting, Presence
from desktop_app.domain.meetings.vote import Vote
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period, Role
from desktop_app.storage import DataFile


class SmallCluster:
    """Two units, a period and a meeting, not yet saved."""

    def __init__(self) -> None:
        self.cluster = Cluster(id="cum", name="Cụm thi đua số 2", organising_body="Bộ Công an")
        self.lead = Unit(id="c07", code="C07", names=(UnitName(full="Cục Cảnh sát Đặng"),))
        self.other = Unit(id="k01", names=(UnitName(full="Bộ Tư lệnh Cảnh vệ"),))
        members = (Membership(unit=self.lead, role=Role.LEAD), Membership(unit=self.other))
        self.period = Period(
            id="2018",
            cluster=self.cluster,
            name="2018",
            since=dt.date(2018, 1, 1),
            until=dt.date(2018, 12, 31),
            members=members,
        )
        self.meeting = Meeting(
            id="ky-ket",
            period=self.period,
            name="Hội nghị ký kết",
            starts=dt.datetime(2018, 3, 13, 14, 0),
            agenda=(AgendaItem(text="Khai mạc"), AgendaItem(text="Ký kết")),
            attendance=(
                Attendance(unit=self.lead, name="A", votes=True, presence=Presence.PRESENT),
            ),
            votes=(Vote(question="Thông qua", agreed=1, voters=1),),
            course=RichText.plain("Khai mạc\nThảo luận"),
            minutes_receivers=("Như trên", "Lưu: VT, hồ sơ"),
        )

    def records(self) -> tuple[Cluster | Unit | Period | Meeting, ...]:
        return (self.cluster, self.lead, self.other, self.period, self.meeting)


@pytest.fixture
def small() -> SmallCluster:
    return SmallCluster()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cụm.thidua"


@pytest.fixture
def file(path: Path, small: SmallCluster) -> Iterator[DataFile]:
    with DataFile.create(path, small.records()) as opened:
        yield opened
