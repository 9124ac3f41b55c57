"""The sample's units, which are real, and their people, who but for the guest are placeholders."""

from __future__ import annotations

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit, UnitKind, UnitName

SAMPLE_NOTE = "Dữ liệu mẫu"

_DEPARTMENT = (UnitKind.DEPARTMENT, "Cục trưởng")
_COMMAND = (UnitKind.COMMAND, "Tư lệnh")
_UNITS = (
    (
        "c07",
        "Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
        "Cục CS PCCC và CNCH",
        _DEPARTMENT,
    ),
    ("k01", "Bộ Tư lệnh Cảnh vệ", "BTL Cảnh vệ", _COMMAND),
    ("h01", "Cục Kế hoạch và Đầu tư", "Cục KH và ĐT", _DEPARTMENT),
    ("a05", "Cục An ninh mạng", "Cục ANM", _DEPARTMENT),
    ("c08", "Cục Cảnh sát giao thông", "Cục CSGT", _DEPARTMENT),
    ("cy", "Cục Cơ yếu", "Cục Cơ yếu", _DEPARTMENT),
)


def sample_units() -> tuple[Unit, ...]:
    """The six units of the report; their signs are made up."""
    return tuple(
        Unit(
            id=code,
            code=code.upper(),
            kind=kind,
            names=(UnitName(id=f"{code}-ten", full=full, short=short),),
            head_post=post,
            note="Ký hiệu đơn vị là dữ liệu mẫu",
        )
        for code, full, short, (kind, post) in _UNITS
    )


def sample_people(units: tuple[Unit, ...]) -> tuple[Person, ...]:
    """A head and an officer a unit, three more, and the guest, who alone is real."""
    people: list[Person] = []
    for place, unit in enumerate(units, start=1):
        people.append(_head(place, unit))
        people.append(_officer(place, unit))
    return (*people, _deputy_head(units[-1]), _exemplar(units[4]), _guest())


def _head(place: int, unit: Unit) -> Person:
    return Person(
        id=f"thu-truong-{place:02d}",
        full_name=f"Thủ trưởng mẫu {place:02d}",
        rank="Đại tá",
        post=unit.head_post,
        unit=unit,
        note=SAMPLE_NOTE,
    )


def _officer(place: int, unit: Unit) -> Person:
    return Person(
        id=f"can-bo-{place:02d}",
        full_name=f"Cán bộ mẫu {place:02d}",
        rank="Trung tá",
        post="Phó Trưởng phòng",
        unit=unit,
        phone=f"0000000{place:03d}",
        note=SAMPLE_NOTE,
    )


def _deputy_head(unit: Unit) -> Person:
    return Person(
        id="pho-thu-truong-06",
        full_name="Phó thủ trưởng mẫu 06",
        rank="Thượng tá",
        post=f"Phó {unit.head_post}",
        unit=unit,
        note=SAMPLE_NOTE,
    )


def _exemplar(unit: Unit) -> Person:
    return Person(
        id="ca-nhan-01",
        full_name="Cá nhân mẫu 01",
        rank="Thiếu tá",
        post="Đội trưởng",
        unit=unit,
        note=SAMPLE_NOTE,
    )


def _guest() -> Person:
    return Person(
        id="do-ngoc-can",
        full_name="Đỗ Ngọc Cẩn",
        rank="Thiếu tướng",
        post="Phó Tổng cục trưởng Tổng cục Chính trị Công an nhân dân",
        note="Tên, cấp bậc, chức vụ theo tin đã đăng ngày 13/03/2018",
    )
