"""The form of a round of comments: the letter, and what each unit says and is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.compacts.consultation import Answer, Comment, Consultation, Opinion
from desktop_app.domain.record import Record
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.numbering import LETTERS
from desktop_app.ui.records.forms.choice_fields import Records
from desktop_app.ui.records.forms.fields import (
    DateField,
    LinesField,
    NumberField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone


class ConsultationForm(RecordForm):
    """Two pages: the comments first, since they are what is worked on for weeks."""

    empty_text = "Chọn một đợt lấy ý kiến trong danh sách, hoặc bấm «Lấy ý kiến»."

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._numbered: Callable[[], Sequence[Record]] = tuple
        self.compact, self.signer = (
            RecordField("Bản dự thảo", text=_version),
            RecordField("Người ký"),
        )
        self._build_comments()
        self._build_letter()

    def _build_comments(self) -> None:
        columns = (
            PartColumn(
                "unit",
                "Đơn vị",
                "record",
                choices=lambda: self._units,
                text=lambda unit: unit.short_name,
                width=130,
            ),
            PartColumn("opinion", "Ý kiến", "choice", choices=Opinion, width=104),
            PartColumn("about", "Về nội dung", width=92),
            PartColumn("text", "Nội dung góp ý", stretch=True, multiline=True),
            PartColumn("replied_on", "Ngày trả lời", "date", width=96),
            PartColumn("answer", "Tiếp thu", "choice", choices=Answer, width=124),
            PartColumn("explanation", "Giải trình", width=170, multiline=True),
        )
        self.comments_page = self.add_page("Ý kiến")
        self.comments_page.buttons(("Thêm góp ý của đơn vị này", "plus", self._add_of_unit))
        self.comments = PartsTable(
            "Ý kiến của các đơn vị", columns, self._next_comment, rows=9, add_text="Thêm dòng"
        )
        self.comments_page.row(comments=self.comments)

    def _build_letter(self) -> None:
        page = self.add_page("Công văn")
        page.row(compact=self.compact)
        page.row(number=NumberField("Số công văn", offer=self._next_number), date=DateField("Ngày"))
        page.row(due=DateField("Hạn góp ý"))
        page.row(body=TextField("Nội dung thêm", rows=4))
        page.row(signer=self.signer)
        page.row(receivers=LinesField("Nơi nhận", tip="Mỗi dòng một nơi nhận."))

    def set_choices(
        self,
        units: Sequence[Unit],
        people: Records[Person],
        compacts: Sequence[Compact],
        numbered: Callable[[], Sequence[Record]],
    ) -> None:
        """Members, signers, versions of the draft, and all numbered papers."""
        self._units, self._numbered = units, numbered
        self.compact.set_records(compacts)
        self.signer.set_records(people)

    def fill(self, record: Consultation) -> None:
        self._count(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._count(self.record())

    def chip_of(self, record: Consultation) -> tuple[str, Tone]:
        if record.waiting:
            return f"Chờ {len(record.waiting)} đơn vị", Tone.AMBER
        if record.open_comments:
            return f"Còn {len(record.open_comments)} góp ý chưa xử lý", Tone.AMBER
        return "Đã xử lý xong", Tone.GREEN

    def _count(self, record: Consultation) -> None:
        units = len({comment.unit.id for comment in record.comments})
        self.set_page_title(self.comments_page, f"Ý kiến ({record.answered}/{units})")

    def _next_number(self) -> int:
        return LETTERS.next_number(self.record(), self._numbered())

    def _next_comment(self) -> Comment | None:
        there = {comment.unit.id for comment in self.comments.value()}
        missing = next((unit for unit in self._units if unit.id not in there), None)
        current = self.comments.current_part()
        unit = missing or (current.unit if current else next(iter(self._units), None))
        return Comment(unit=unit) if unit else None

    def _add_of_unit(self) -> None:
        """A comment of the unit in hand: in its waiting row first, else right under its row."""
        current, row = self.comments.current_part(), self.comments.current_row()
        if current is None:
            return
        parts = self.comments.value()
        if current.opinion is Opinion.WAITING:
            made, rest = current.replace(opinion=Opinion.COMMENTED), parts[row + 1 :]
            self.comments.set_parts((*parts[:row], made, *rest))
        else:
            made = Comment(unit=current.unit, opinion=Opinion.COMMENTED)
            self.comments.set_parts((*parts[: row + 1], made, *parts[row + 1 :]))


def _version(compact: Compact) -> str:
    return f"Phiên bản {compact.version} · {compact.state}"
