"""The view «3 trực tiếp»: units × duties, what is done and what is open, and the row's form."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.duties import DirectDuties, DutyEntry
from desktop_app.domain.years.duty_board import DutyBoard
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone
from desktop_app.ui.units.duties_form import DutiesForm

GAP = "Chưa ghi"
_HEADS = ("Kế hoạch", "Kiểm tra", "Bình xét")


def _duty_column(row: int, head: str) -> Column[DirectDuties]:
    def entry(duties: DirectDuties) -> DutyEntry:
        return duties.entries[row]

    return Column(
        head,
        lambda duties: cell(entry(duties)),
        sort=lambda duties: str(entry(duties).done_on or ""),
        chip=lambda duties: None if entry(duties).done_on else Tone.AMBER,
        width=116,
    )


class DutiesView(StoredTab[DirectDuties]):
    """Every member has a row; it goes to the file when somebody saves something in it."""

    key = "duties"
    noun = "đơn vị"
    record_type = DirectDuties
    form_class = DutiesForm
    add_text = "Thêm đơn vị"
    empty_text = "Kỳ này chưa có đơn vị thành viên. Thêm ở «Kỳ thi đua & thành viên»."
    papers = ("direct-duties",)
    wide_list = True
    help_page = "ba-truc-tiep"
    columns = (
        Column("Đơn vị", lambda d: d.unit.name_on(d.period.until), stretch=True),
        *(_duty_column(row, head) for row, head in enumerate(_HEADS)),
    )

    def __init__(self) -> None:
        super().__init__()
        self.list.add_button.hide()

    def board(self) -> DutyBoard:
        """All rows of the period as they are saved."""
        assert self.file is not None
        assert self.period is not None
        return self.file.duty_board_of(self.period)

    def load(self) -> Sequence[DirectDuties]:
        assert self.file is not None
        assert isinstance(self.form, DutiesForm)
        self.form.set_choices(self.file.people.all)
        return self.board().rows

    def paper_record(self, record: DirectDuties, paper: str) -> DutyBoard:
        return self.board().including(record)

    @property
    def add_refusal(self) -> str:
        """There is a row for every member already."""
        return super().add_refusal or "Mỗi đơn vị thành viên đã có một dòng."

    @property
    def can_delete(self) -> bool:
        """A row nobody has saved is not in the file."""
        return super().can_delete and self._is_saved(self.form.shown)

    def delete(self) -> None:
        """Take back what was recorded for the unit; its row stays, open."""
        if self.can_delete:
            super().delete()

    def delete_note(self, record: DirectDuties) -> str:
        return f"Dòng của đơn vị trở lại «{GAP}». {super().delete_note(record)}"

    def count_text(self, records: Sequence[DirectDuties]) -> str:
        if not records:
            return "0 đơn vị"
        gaps = sum(len(duties.gaps) for duties in records)
        open_words = f"còn {gaps} nội dung chưa ghi" if gaps else "đã ghi đủ"
        return f"{len(records)} đơn vị · {open_words}"

    def _is_saved(self, record: DirectDuties) -> bool:
        return self.file is not None and self.file.duties.find(record.id) is not None

    def _show_state(self) -> None:
        super()._show_state()
        self.foot.delete_button.setEnabled(self.can_delete)


def cell(entry: DutyEntry) -> str:
    """When, by whom and with which paper, a line each; a gap in words."""
    if not entry.done_on:
        return GAP
    who = entry.person.full_name if entry.person else ""
    return "\n".join(part for part in (short_date(entry.done_on), who, entry.paper) if part)
