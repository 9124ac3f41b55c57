"""The page «Biên bản» of a meeting: who leads and writes, and what was said."""

from __future__ import annotations

from desktop_app.domain.years.numbering import MINUTES
from desktop_app.ui.meetings.choices import Choices, CurrentChoices
from desktop_app.ui.records.fields import (
    LineField,
    LinesField,
    NumberField,
    RecordField,
    RichTextField,
)
from desktop_app.ui.records.form import RecordForm


class MinutesPage:
    """Builds the page into the form; the fields belong to the form."""

    def __init__(self, form: RecordForm, choices: CurrentChoices) -> None:
        self._form, self._choices = form, choices
        self.chair, self.secretary = RecordField("Chủ trì"), RecordField("Thư ký")
        self.page = form.add_page("Biên bản")
        number = NumberField("Số biên bản", offer=self._next_number)
        self.page.row(minutes_number=number, minutes_copies=NumberField("Số bản", empty=0))
        self.page.row(chair=self.chair, secretary=self.secretary)
        self.page.row(
            chair_role=LineField(
                "Vai trò chủ trì", placeholder="Cụm trưởng", tip="Ghi khi không phải Cụm trưởng."
            )
        )
        self.page.row(course=RichTextField("Diễn biến hội nghị"))
        self.page.row(adopted_share=LineField("Thông qua", placeholder="100% đại biểu nhất trí"))
        self.page.row(minutes_receivers=LinesField("Nơi nhận", tip="Mỗi dòng một nơi nhận."))

    def set_choices(self, choices: Choices) -> None:
        """Whom the chair and the secretary are chosen from."""
        self.chair.set_records(choices.people)
        self.secretary.set_records(choices.people)

    def _next_number(self) -> int:
        return MINUTES.next_number(self._form.record(), self._choices().numbered)
