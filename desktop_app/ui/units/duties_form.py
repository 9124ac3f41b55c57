"""The form of a unit's three direct duties: for each the day, the person, and the paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.duties import DirectDuties, Duty
from desktop_app.ui.records.forms.fields import DateField, LineField, RecordField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.tokens import Tone


class DutiesForm(RecordForm):
    """Three blocks, always in the order of the duties."""

    empty_text = "Kỳ này chưa có đơn vị thành viên. Thêm ở «Kỳ thi đua & thành viên»."

    def build(self) -> None:
        self._people: Callable[[], Sequence[Person]] = tuple
        self._persons: list[RecordField] = []
        page = self.add_page("3 trực tiếp")
        for row, duty in enumerate(Duty):
            person = RecordField("Người làm", text=Person.name_and_post)
            self._persons.append(person)
            page.title(f"{row + 1}. {duty.label}")
            page.row(**{f"entries.{row}.done_on": DateField("Ngày làm")})
            page.row(**{f"entries.{row}.person": person})
            page.row(
                **{
                    f"entries.{row}.paper": LineField(
                        "Văn bản", placeholder="Số, ký hiệu, ngày của văn bản"
                    )
                }
            )
            page.row(**{f"entries.{row}.note": LineField("Ghi chú")})

    def set_choices(self, people: Callable[[], Sequence[Person]]) -> None:
        """Whom a duty can have been done by."""
        self._people = people
        if self.shown is not None:
            self._offer(self.shown.unit)

    def fill(self, record: DirectDuties) -> None:
        self._offer(record.unit)

    def title_of(self, record: DirectDuties) -> str:
        return record.unit.name_on(record.period.until)

    def chip_of(self, record: DirectDuties) -> tuple[str, Tone]:
        done = len(record.done)
        return f"{done}/{len(Duty)} đã ghi", Tone.GREEN if done == len(Duty) else Tone.AMBER

    def _offer(self, unit: Unit) -> None:
        """The unit's own people first."""

        def offered() -> Sequence[Person]:
            return sorted(self._people(), key=lambda p: p.unit is None or p.unit.id != unit.id)

        for field in self._persons:
            field.set_records(offered)
