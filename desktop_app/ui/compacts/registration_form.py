"""The form of a unit's registration: the titles it aims at, and its way over the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.compacts.registration import (
    LineState,
    Registration,
    RegistrationLine,
    RegistrationState,
)
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.records.forms.fields import ChoiceField, DateField, RecordField, TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    RegistrationState.DRAFT: Tone.AMBER,
    RegistrationState.SENT: Tone.BLUE,
    RegistrationState.RETURNED: Tone.RED,
    RegistrationState.ACCEPTED: Tone.GREEN,
}

LastLines = Callable[[Unit], tuple[Registration | None, tuple[RegistrationLine, ...]]]
"""A unit → its registration of the period before, and the lines that hold again."""


class RegistrationForm(RecordForm):
    """One page: who, when, in what state, and the lines."""

    empty_text = "Chọn một đơn vị trong danh sách để ghi bản đăng ký thi đua."

    def build(self) -> None:
        self._awards: Sequence[Award] = ()
        self._people: Sequence[Person] = ()
        self._last_lines: LastLines = lambda _: (None, ())
        self.unit = RecordField("Đơn vị")
        page = self.add_page("Đăng ký")
        page.row(unit=self.unit)
        page.row(state=ChoiceField("Trạng thái", RegistrationState), sent_on=DateField("Ngày gửi"))
        page.row(reason=TextField("Lý do trả lại", rows=2))
        page.buttons(("Lấy theo năm trước", "copy", self._take_last))
        self.lines = PartsTable(
            "Nội dung đăng ký",
            self._columns(),
            self._next_line,
            rows=9,
            add_text="Thêm dòng",
        )
        page.row(lines=self.lines)
        page.row(note=TextField("Ghi chú", rows=2))

    def _columns(self) -> tuple[PartColumn, ...]:
        return (
            PartColumn(
                "award",
                "Danh hiệu, hình thức",
                "record",
                choices=lambda: self._awards,
                stretch=True,
                nullable=True,
            ),
            PartColumn("kind", "Đối tượng", "choice", choices=SubjectKind, width=92),
            PartColumn(
                "person",
                "Cá nhân",
                "record",
                choices=lambda: self._people,
                width=140,
                nullable=True,
            ),
            PartColumn("name", "Tên khác (tập thể trực thuộc …)", width=190),
            PartColumn("state", "Tình trạng", "choice", choices=LineState, width=104),
            PartColumn("note", "Ghi chú", width=110),
        )

    def set_choices(
        self,
        units: Sequence[Unit],
        people: Sequence[Person],
        awards: Sequence[Award],
        last_lines: LastLines,
    ) -> None:
        """Whom and what is chosen from, and what a unit registered the year before."""
        self.unit.set_records(units)
        self._people, self._awards, self._last_lines = people, awards, last_lines

    def title_of(self, record: Registration) -> str:
        return record.unit.name if record.unit else "Đăng ký thi đua"

    def chip_of(self, record: Registration) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    def _next_line(self) -> RegistrationLine:
        """Another line of the same sort as the one above."""
        lines = self.lines.value()
        last = lines[-1] if lines else None
        return (
            RegistrationLine(kind=last.kind, award=last.award if last.award else None)
            if (last and last.kind is SubjectKind.INDIVIDUAL)
            else RegistrationLine()
        )

    def _take_last(self) -> None:
        """Adds what the unit registered last year and says what was left out, and why."""
        record = self.record()
        if record.unit is None:
            self.show_notice("Hãy chọn đơn vị trước khi lấy bản đăng ký năm trước.")
            return
        last, lines = self._last_lines(record.unit)
        new = tuple(line for line in lines if not record.has(line))
        self.lines.set_parts((*record.lines, *new))
        self.show_notice(_told(last, lines, len(new)))


def _told(last: Registration | None, lines: Sequence[RegistrationLine], added: int) -> str:
    """What became of last year's lines; nothing is left out in silence."""
    if last is None:
        return "Kỳ trước đơn vị này chưa có bản đăng ký."
    words = f"Đã lấy {added} dòng của {last.period.in_a_sentence}."
    if there := len(lines) - added:
        words += f" {there} dòng đã có sẵn."
    if ended := len(last.standing) - len(lines):
        words += f" {ended} dòng không lấy: danh hiệu, hình thức đã hết hiệu lực."
    return words
