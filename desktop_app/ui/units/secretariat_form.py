"""The form of the secretariat: its decision and its members."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.units.person import Person
from desktop_app.domain.years.period import (
    Secretariat,
    SecretariatMember,
    SecretariatRole,
    SecretariatState,
)
from desktop_app.ui.records.forms.fields import ChoiceField, DateField, LineField, LinesField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    SecretariatState.DRAFT: Tone.AMBER,
    SecretariatState.ISSUED: Tone.GREEN,
    SecretariatState.ENDED: Tone.GREY,
}


class SecretariatForm(RecordForm):
    """The decision above, the people below."""

    empty_text = "Chưa có Tổ giúp việc trong kỳ này. Bấm «Thêm» để lập."

    def build(self) -> None:
        self._people: Sequence[Person] = ()
        page = self.add_page("Tổ giúp việc")
        page.row(
            decision_number=LineField("Số quyết định"), decision_date=DateField("Ngày quyết định")
        )
        page.row(signed_by=LineField("Người ký"), state=ChoiceField("Trạng thái", SecretariatState))
        columns = (
            PartColumn(
                "person",
                "Cán bộ",
                "record",
                choices=lambda: self._people,
                width=200,
            ),
            PartColumn("role", "Vai trò", "choice", choices=SecretariatRole, width=110),
            PartColumn("task", "Nhiệm vụ", stretch=True),
        )
        page.row(
            members=PartsTable(
                "Thành viên", columns, self._next_member, rows=6, add_text="Thêm người"
            )
        )
        page.row(
            grounds=LinesField(
                "Căn cứ của quyết định",
                tip="Mỗi dòng một căn cứ; để trống thì in các căn cứ thường dùng.",
            )
        )

    def set_choices(self, people: Sequence[Person]) -> None:
        """Whom the members are chosen from."""
        self._people = people

    def chip_of(self, record: Secretariat) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _next_member(self) -> SecretariatMember | None:
        taken = {member.person.id for member in self.fields["members"].value()}
        free = next((person for person in self._people if person.id not in taken), None)
        return SecretariatMember(person=free) if free else None
