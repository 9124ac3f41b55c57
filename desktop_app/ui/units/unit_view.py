"""The view of units: all there are, with their roles in the period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.units.history_entry import HistoryEntry
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.units.unit_history import TOLD, unit_history
from desktop_app.domain.years.period import Period, Role
from desktop_app.ui.asking import asked
from desktop_app.ui.import_lists.import_button import import_button
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone
from desktop_app.ui.units.unit_form import UnitForm, new_unit

if TYPE_CHECKING:
    pass

_ROLE_TONES = {Role.LEAD: Tone.GOLD, Role.DEPUTY: Tone.BLUE, Role.MEMBER: Tone.GREY}


class UnitView(StoredTab[Unit]):
    """All units, those of the period first and in its order."""

    key = "units"
    noun = "đơn vị"
    record_type = Unit
    form_class = UnitForm
    tall_rows = True
    attachments = True
    add_text = "Thêm đơn vị"
    empty_text = "Chưa có đơn vị nào. Bấm «Thêm đơn vị», rồi đưa đơn vị vào kỳ ở «Kỳ thi đua»."
    papers = ("unit-list", "directory")

    def __init__(self) -> None:
        self.columns = (
            Column("TT", self._place, sort=self._order, width=40, align="right"),
            Column("Tên đơn vị", lambda unit: unit.name, stretch=True),
            Column("Mã", lambda unit: unit.code, width=70, hidden=True),
            Column("Vai trò", self._role, chip=self._role_tone, width=108),
            Column("Đại diện", self._representative, width=140, hidden=True),
        )
        super().__init__()
        self.list.add_tool(import_button(self, "units", "danh sách đơn vị"))
        self.list.activated.connect(lambda _: self._form.turn_to_history())

    @property
    def _form(self) -> UnitForm:
        assert isinstance(self.form, UnitForm)
        return self.form

    def make_form(self) -> RecordForm:
        form = UnitForm()
        form.history.chosen.connect(self.open_record)
        form.contacts_wanted.connect(self.edit_contacts)
        return form

    def reach(self) -> None:
        """A unit is looked up for what it was part of and what it received."""
        self._form.turn_to_history()

    def load(self) -> Sequence[Unit]:
        units = sorted(super().load(), key=self._order)
        self._form.set_choices(units, self.period, self._history_of)
        return units

    def _history_of(self, unit: Unit) -> tuple[HistoryEntry, ...]:
        file = self.file
        assert file is not None
        return unit_history(unit, (each for kind in TOLD for each in file.store_of(kind).all()))

    def edit_contacts(self) -> None:
        """The people of the unit in the period: saved there, shown here."""
        from desktop_app.ui.units.contacts_dialog import ContactsDialog

        file, period = self.file, self.period
        member = period.membership_of(self.form.shown) if period else None
        if file is None or period is None or member is None:
            return
        if asked(ContactsDialog(file, period, member, self)):
            self.status.emit(f"Đã lưu người liên hệ của «{member.unit.name}».")
            self.changed.emit()

    def new_record(self) -> Unit:
        return new_unit()

    def paper_record(self, record: Unit, paper: str) -> Period | None:
        return self.period

    def delete_note(self, record: Unit) -> str:
        used = "Đơn vị đã có trong một kỳ, một hội nghị hay một đề nghị thì không xoá được."
        return f"{super().delete_note(record)} {used}"

    def _order(self, unit: Unit) -> int:
        members = self.period.members_on(None) if self.period else ()
        ids = [member.unit.id for member in members]
        return ids.index(unit.id) if unit.id in ids else len(ids)

    def _place(self, unit: Unit) -> str:
        return str(self._order(unit) + 1) if self._role(unit) else ""

    def _role(self, unit: Unit) -> str:
        member = self.period.membership_of(unit) if self.period else None
        return member.role.label if member else ""

    def _role_tone(self, unit: Unit) -> Tone | None:
        member = self.period.membership_of(unit) if self.period else None
        return _ROLE_TONES[member.role] if member else None

    def _representative(self, unit: Unit) -> str:
        member = self.period.membership_of(unit) if self.period else None
        return member.representative.full_name if member and member.representative else ""
