"""«Người liên hệ»: who speaks for a unit in the period and whom to call, chosen at the unit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import InvalidRecord, UserFacingError
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import Membership, Period
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.records.fields import RecordField
from desktop_app.ui.records.form import RecordForm


class ContactsForm(RecordForm):
    """The two people of a membership, the unit's own people offered first."""

    def build(self) -> None:
        page = self.add_page("Người liên hệ")
        page.row(representative=RecordField("Thủ trưởng", text=_named, tip="Người đại diện"))
        page.row(contact=RecordField("Cán bộ thi đua", text=_named, tip="Cán bộ đầu mối"))

    def title_of(self, record: Membership) -> str:
        return record.unit.name

    def set_people(self, people: Sequence[Person], unit_id: str) -> None:
        """Whom the two are chosen from."""
        own = [p for p in people if p.unit and p.unit.id == unit_id]
        others = [p for p in people if p not in own]
        for field in self.fields.values():
            assert isinstance(field, RecordField)
            field.set_records([*own, *others])


class ContactsDialog(QDialog):
    """Accepted when the period was saved with the people of one of its members."""

    def __init__(
        self, file: DataFile, period: Period, member: Membership, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._file, self._period = file, period
        self.setWindowTitle(f"Người liên hệ {period.in_a_sentence}")
        self.form = ContactsForm()
        self.form.set_people(file.people.all(), member.unit.id)
        self.form.show_record(member)
        buttons = QDialogButtonBox()
        save = QPushButton("Lưu")
        save.setProperty("role", "primary")
        save.setDefault(True)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form, 1)
        layout.addWidget(buttons)
        self.resize(560, 260)

    def save(self) -> None:
        """Save and close, or say what is wrong."""
        self.form.finish()
        if self.form.problems():
            self.form.show_all_problems()
            return
        changed: Membership = self.form.record()
        members = tuple(changed if m.id == changed.id else m for m in self._period.members)
        try:
            self._file.periods.save(self._period.replace(members=members))
        except InvalidRecord as error:
            self.form.show_problems(error.problems)
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.accept()


def _named(person: Person) -> str:
    return ", ".join(part for part in (person.signed_name(), person.post) if part)
