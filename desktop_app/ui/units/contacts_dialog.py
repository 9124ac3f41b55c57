"""«Người liên hệ»: who speaks for a unit in the period and whom to call, chosen at the unit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Membership, Period
from desktop_app.storage import DataFile
from desktop_app.ui.records.forms.fields import RecordField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.form_dialog import FormDialog


class ContactsForm(RecordForm):
    """The two people of a membership, the unit's own people offered first."""

    def build(self) -> None:
        page = self.add_page("Người liên hệ")
        page.row(
            representative=RecordField(
                "Thủ trưởng", text=Person.name_and_post, tip="Người đại diện"
            )
        )
        page.row(
            contact=RecordField("Cán bộ thi đua", text=Person.name_and_post, tip="Cán bộ đầu mối")
        )

    def title_of(self, record: Membership) -> str:
        return record.unit.name

    def set_people(self, people: Sequence[Person], unit_id: str) -> None:
        """Whom the two are chosen from."""
        own = [p for p in people if p.unit and p.unit.id == unit_id]
        others = [p for p in people if p not in own]
        for field in self.fields.values():
            assert isinstance(field, RecordField)
            field.set_records([*own, *others])


class ContactsDialog(FormDialog):
    """Accepted when the period was saved with the people of one of its members."""

    def __init__(
        self, file: DataFile, period: Period, member: Membership, parent: QWidget | None = None
    ) -> None:
        form = ContactsForm()
        super().__init__(f"Người liên hệ {period.in_a_sentence}", form, parent)
        self._file, self._period = file, period
        form.set_people(file.people.all(), member.unit.id)
        form.show_record(member)
        self.resize(560, 260)

    def keep(self, record: Membership) -> None:
        members = tuple(record if m.id == record.id else m for m in self._period.members)
        self._file.periods.save(self._period.replace(members=members))
