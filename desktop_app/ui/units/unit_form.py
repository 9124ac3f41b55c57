"""The form of a unit: its names over time, where it stands, and what it was part of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.domain.units.history_entry import HistoryEntry
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Succession, SuccessionKind, Unit, UnitKind, UnitName
from desktop_app.domain.years.period import Period
from desktop_app.ui import icons
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.form_page import FormPage
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone
from desktop_app.ui.units.history_list import HistoryList

NAME_COLUMNS = (
    PartColumn("full", "Tên đầy đủ", stretch=True, placeholder="Tên ghi trên văn bản"),
    PartColumn("short", "Tên viết tắt", width=120),
    PartColumn("since", "Từ ngày", "date", width=100),
    PartColumn("until", "Đến ngày", "date", width=100),
)


class UnitForm(RecordForm):
    """Information, its place among the units, and its history, read when it is looked at."""

    contacts_wanted = Signal()
    """The people to call are to be changed."""
    empty_text = "Chọn một đơn vị trong danh sách, hoặc bấm «Thêm» để tạo mới."

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._period: Period | None = None
        self._history_of: Callable[[Unit], tuple[HistoryEntry, ...]] = lambda _: ()
        self._build_information(self.add_page("Thông tin"))
        self._build_relations(self.add_page("Chức năng, quan hệ"))
        self._history_page = self.add_page("Lịch sử")
        self._history_place = self.tabs.count() - 1
        self.history = HistoryList()
        self._history_page.widget(self.history, stretch=True)
        self.tabs.currentChanged.connect(lambda _: self.show_history())

    def _build_information(self, page: FormPage) -> None:
        page.row(
            names=PartsTable(
                "Tên theo thời gian",
                NAME_COLUMNS,
                lambda: UnitName(full=""),
                rows=3,
                add_text="Thêm tên",
                tip="Khi đơn vị đổi tên, ghi ngày hết dùng tên cũ rồi thêm tên mới: giấy tờ của "
                "năm nào in tên của năm đó.",
            )
        )
        page.row(code=LineField("Mã"), kind=ChoiceField("Loại", UnitKind))
        page.row(
            head_post=LineField("Chức danh thủ trưởng", placeholder="Cục trưởng"),
            level=NumberField("Cấp (1–3)", empty=0),
        )
        page.row(phone=LineField("Điện thoại"), address=LineField("Địa chỉ"))
        page.widget(self._contacts_head())
        self.contacts = QLabel()
        self.contacts.setWordWrap(True)
        page.widget(self.contacts)

    def _contacts_head(self) -> QWidget:
        """The heading with the button that changes what stands under it."""
        title = QLabel("Người liên hệ trong kỳ")
        title.setProperty("role", "h2")
        self.contacts_button = QPushButton("Sửa người liên hệ…")
        self.deeds.append(self.contacts_button)
        icons.wear(self.contacts_button, "pencil")
        self.contacts_button.clicked.connect(self.contacts_wanted)
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(title, 1)
        layout.addWidget(self.contacts_button)
        return head

    def _build_relations(self, page: FormPage) -> None:
        self.parent_field = RecordField("Đơn vị cấp trên")
        page.row(profile=TextField("Chức năng, đặc điểm", rows=2))
        page.row(note=TextField("Ghi chú", rows=2))
        page.row(parent=self.parent_field)
        page.row(
            inactive_from=DateField(
                "Ngừng hoạt động từ ngày",
                tip="Ngày đầu tiên đơn vị không còn hoạt động: đã giải thể, hay đã sáp nhập.",
            )
        )
        columns = (
            PartColumn("unit", "Đơn vị cũ", "record", choices=self._others, stretch=True),
            PartColumn("kind", "Hình thức", "choice", choices=SuccessionKind, width=100),
            PartColumn("day", "Từ ngày", "date", width=100),
            PartColumn("decision", "Quyết định", width=150, placeholder="Số, cơ quan"),
        )
        page.row(
            predecessors=PartsTable(
                "Đơn vị tiền thân",
                columns,
                self._next_predecessor,
                rows=3,
                ordered=False,
                add_text="Thêm đơn vị cũ",
                tip="Đơn vị mới ra đời từ những đơn vị cũ nào. Chỉ thay tên mà vẫn là đơn vị ấy "
                "thì thêm tên ở «Tên theo thời gian».",
            )
        )

    def set_choices(
        self,
        units: Sequence[Unit],
        period: Period | None,
        history_of: Callable[[Unit], tuple[HistoryEntry, ...]],
    ) -> None:
        """The units it can stand under or come out of, and where its history is read."""
        self._units, self._period, self._history_of = units, period, history_of
        self._fill_relations(self.shown)
        self.show_history()

    def fill(self, record: Unit) -> None:
        self._fill_relations(record)
        self.show_history(record)

    def chip_of(self, record: Unit) -> tuple[str, Tone] | None:
        active = record.is_active_on(dt.date.today())
        return None if active else ("Ngừng hoạt động", Tone.GREY)

    def turn_to_history(self) -> None:
        """The page of what the unit was part of, ready for the arrow keys."""
        self.tabs.setCurrentIndex(self._history_place)
        self.history.table.setFocus()

    def show_history(self, record: Unit | None = None) -> None:
        """Read the history again, if it is what the person looks at."""
        unit = record or self.shown
        page = self.tabs.currentWidget()
        if unit is not None and page is not None and page.isAncestorOf(self.history):
            self.history.show_entries(self._history_of(unit))

    def _fill_relations(self, unit: Any) -> None:
        self.parent_field.set_records([u for u in self._units if not unit or u.id != unit.id])
        member = self._period.membership_of(unit) if self._period else None
        people = (
            ("Thủ trưởng, người đại diện", member.representative if member else None),
            ("Cán bộ thi đua, đầu mối", member.contact if member else None),
        )
        lines = [f"{role}: {_contact(person)}" for role, person in people if person]
        nobody = "Chưa ghi ai." if member else "Đơn vị không phải thành viên của kỳ này."
        self.contacts.setText("\n".join(lines) or nobody)
        is_closed = bool(self._period and self._period.is_closed)
        self.contacts_button.setEnabled(member is not None and not is_closed)
        self.contacts_button.setToolTip("Kỳ thi đua đã đóng." if is_closed else "")

    def _others(self) -> list[Unit]:
        own = self.shown.id if self.shown else ""
        return [unit for unit in self._units if unit.id != own]

    def _next_predecessor(self) -> Succession | None:
        """The first other unit that is none yet."""
        taken = {older.unit.id for older in self.fields["predecessors"].value()}
        free = next((unit for unit in self._others() if unit.id not in taken), None)
        return Succession(unit=free) if free else None


def new_unit() -> Unit:
    """A unit with one row for its name."""
    return Unit(names=(UnitName(full=""),))


def _contact(person: Person) -> str:
    return ", ".join(filter(None, (person.signed_name(), person.post, person.phone)))
