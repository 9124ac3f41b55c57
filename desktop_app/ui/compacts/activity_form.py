"""The form of a joint activity: when, where, and what each unit gave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from desktop_app.domain.compacts.campaign import Activity, ActivityKind, Contribution
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number, number_in_words
from desktop_app.domain.years.period import Period
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LineField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone


class ActivityForm(RecordForm):
    """Two pages: the activity, and the contributions with their sum."""

    empty_text = "Chọn một hoạt động trong danh sách, hoặc bấm «Thêm hoạt động»."

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._period: Period | None = None
        self.host = RecordField("Đơn vị chủ trì")
        page = self.add_page("Thông tin")
        page.row(name=TextField("Tên hoạt động", rows=2))
        page.row(kind=ChoiceField("Loại", ActivityKind), day=DateField("Ngày"))
        page.row(place=LineField("Địa điểm"))
        page.row(host=self.host)
        page.row(content=TextField("Nội dung", rows=4))
        page.row(result=TextField("Kết quả", rows=4))
        self._build_contributions()

    def _build_contributions(self) -> None:
        columns = (
            PartColumn("unit", "Đơn vị", "record", choices=lambda: self._units, stretch=True),
            PartColumn("amount", "Số tiền (đồng)", "number", width=124),
            PartColumn("other", "Đóng góp khác", width=168, multiline=True),
        )
        self.given_page = self.add_page("Đóng góp")
        self.given = PartsTable(
            "Các đơn vị", columns, self._next_part, rows=8, add_text="Thêm đơn vị"
        )
        self.total = QLabel()
        self.total.setWordWrap(True)
        self.given_page.buttons(("Thêm tất cả đơn vị", "users", self._add_all_units))
        self.given_page.row(contributions=self.given)
        self.given_page.widget(self.total)

    def set_choices(self, period: Period | None, units: Sequence[Unit]) -> None:
        """The period, whose members give, and whom units are chosen from."""
        self._period, self._units = period, units
        self.host.set_records(units)

    def fill(self, record: Activity) -> None:
        self._show_total(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._show_total(self.record())

    def chip_of(self, record: Activity) -> tuple[str, Tone]:
        return record.kind.label, Tone.BLUE

    def _show_total(self, activity: Activity) -> None:
        """In figures and in words: a zero too many is seen at once."""
        total = f" ({number(activity.total)} đ)" if activity.total else ""
        self.set_page_title(self.given_page, f"Đóng góp{total}")
        words = number_in_words(int(activity.total))
        self.total.setText(
            f"Tổng số: {number(activity.total)} đồng ({words} đồng), "
            f"{activity.givers}/{len(activity.contributions)} đơn vị đóng góp."
        )

    def _missing_units(self) -> list[Unit]:
        """The members of its day, in the cluster's order, not in the grid yet."""
        activity: Activity = self.record()
        taken = {part.unit.id for part in activity.contributions}
        members = self._period.members_on(activity.day) if self._period else ()
        return [member.unit for member in members if member.unit.id not in taken]

    def _next_part(self) -> Contribution | None:
        missing = self._missing_units()
        return Contribution(unit=missing[0]) if missing else None

    def _add_all_units(self) -> None:
        new = tuple(Contribution(unit=unit) for unit in self._missing_units())
        self.given.set_parts((*self.given.value(), *new))
