"""A list of units."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit, UnitKind, UnitName
from desktop_app.exchange.lists.kind import ListKind
from desktop_app.exchange.lists.known import Known, names_of
from desktop_app.exchange.lists.list_field import Holds, ListField
from desktop_app.exchange.lists.row_reader import RowReader

_FILLED = ("code", "parent", "head_post", "phone", "address", "profile", "note")
_BY_NAME = (
    ("bộ tư lệnh", UnitKind.COMMAND),
    ("công an tỉnh", UnitKind.PROVINCE_POLICE),
    ("công an thành phố", UnitKind.PROVINCE_POLICE),
    ("học viện", UnitKind.SCHOOL),
    ("trường", UnitKind.SCHOOL),
    ("văn phòng", UnitKind.OFFICE),
    ("viện", UnitKind.INSTITUTE),
    ("cục", UnitKind.DEPARTMENT),
)


class Units(ListKind):
    """Full name and what else is known; the kind is told by the name where no column says it."""

    key, label, noun = "units", "Đơn vị", "đơn vị"
    fields = (
        ListField(
            "full",
            "Tên đơn vị",
            ("ten day du", "don vi", "ten don vi", "ten co quan", "co quan, don vi", "ten"),
            required=True,
            example="Cục Kế hoạch và tài chính",
            width=44,
        ),
        ListField(
            "short", "Tên viết tắt", ("viet tat", "ten tat", "ten ngan"), example="Cục KH&TC"
        ),
        ListField(
            "code", "Mã", ("ma don vi", "ma so", "ky hieu"), Holds.DIGITS, example="H01", width=10
        ),
        ListField("kind", "Loại", ("loai don vi", "loai hinh"), example="Cục", width=16),
        ListField("parent", "Đơn vị cấp trên", ("truc thuoc", "cap tren", "don vi chu quan")),
        ListField(
            "head_post", "Chức danh thủ trưởng", ("chuc danh", "thu truong"), example="Cục trưởng"
        ),
        ListField(
            "phone",
            "Điện thoại",
            ("so dien thoai", "dt", "dien thoai lien he"),
            Holds.DIGITS,
            example="0692345678",
            width=16,
        ),
        ListField("address", "Địa chỉ", ("dia chi tru so", "tru so"), width=36),
        ListField("note", "Ghi chú", ("chu thich",)),
    )

    def record(self, row: RowReader, known: Known) -> Unit | None:
        full = row.line("full")
        return Unit(
            names=(UnitName(full=full, short=row.line("short")),),
            code=row.digits("code"),
            kind=row.choice("kind", UnitKind, _kind_of(full)),
            parent=known.unit(row, "parent") if row.line("parent") else None,
            head_post=row.line("head_post"),
            phone=row.digits("phone", is_phone=True),
            address=row.line("address"),
            note=row.line("note"),
        )

    def twin(self, record: Record, known: Known, others: Sequence[Record]) -> Record | None:
        assert isinstance(record, Unit)
        own = {name.casefold() for name in names_of(record)}
        for other in (*known.units, *others):
            if isinstance(other, Unit) and own & {name.casefold() for name in names_of(other)}:
                return other
        return None

    def describe(self, record: Record) -> str:
        assert isinstance(record, Unit)
        return f"{record.name} ({record.code})" if record.code else record.name

    def filled(self, twin: Record, record: Record) -> Record | None:
        assert isinstance(twin, Unit)
        assert isinstance(record, Unit)
        if not _spoken(twin) & _spoken(record):
            return None  # one code, but two names: which is right is for a person to say
        missing = {n: getattr(record, n) for n in _FILLED if getattr(twin, n) in (None, "")}
        newest = twin.names[-1]
        if not newest.short and record.names[0].short:
            named = newest.replace(short=record.names[0].short)
            missing["names"] = (*twin.names[:-1], named)
        return twin.replace(**missing)


def _spoken(unit: Unit) -> set[str]:
    """All names without the code."""
    return {name.casefold() for name in names_of(unit.replace(code=""))}


def _kind_of(name: str) -> UnitKind:
    kinds = (kind for begins, kind in _BY_NAME if name.casefold().startswith(begins))
    return next(kinds, UnitKind.OTHER)
