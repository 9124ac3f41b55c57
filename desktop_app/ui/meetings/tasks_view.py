"""The view «Kết luận, nhiệm vụ»: conclusions of all meetings of the period, and open older ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.meetings.follow_up import FollowUp, TaskBook
from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui.meetings.tasks_form import TasksForm, tone_of
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.rights import looks_only
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.typed_words import words_in

_ALL_UNITS = "Mọi đơn vị"
_NO_UNIT = "Không giao riêng"
_STATES: dict[str, Callable[[FollowUp, dt.date], bool]] = {
    "Mọi tình trạng": lambda _, __: True,
    "Chưa xong": lambda entry, _: entry.is_open,
    "Quá hạn": lambda entry, today: bool(entry.days_late(today)),
    "Đã xong": lambda entry, _: entry.is_task and not entry.is_open,
}


class TasksView(StoredTab[FollowUp]):
    """State and result are kept with the meeting, also where its minutes are closed."""

    key = "tasks"
    noun = "kết luận"
    record_type = FollowUp
    form_class = TasksForm
    wide_list = True
    empty_text = "Chưa có kết luận nào. Ghi kết luận ở trang «Nghị quyết» của hội nghị."
    papers = ("task-reminder", "task-table")
    help_page = "nhiem-vu"
    columns = (
        Column("Nội dung", lambda e: e.text, stretch=True),
        Column("Đơn vị", lambda e: e.unit.short_name if e.unit else "", width=96),
        Column("Hạn", lambda e: short_date(e.due), sort=lambda e: str(e.due or "9"), width=92),
        Column(
            "Tình trạng",
            lambda e: e.told(dt.date.today()),
            sort=lambda e: -e.days_late(dt.date.today()),
            chip=lambda e: tone_of(e, dt.date.today()),
            width=150,
        ),
        Column("Hội nghị", lambda e: e.meeting.name, width=160, hidden=True),
        Column("Kết quả", lambda e: e.result, width=160, hidden=True),
    )

    def __init__(self) -> None:
        super().__init__()
        self.list.add_button.hide()
        self.units, self.states = CalmCombo(), CalmCombo()
        self._add_filters()

    def make_form(self) -> RecordForm:
        form = TasksForm()
        looks_only(form.add_action("Mở hội nghị", self.open_meeting, icon="file-text"))
        return form

    def book(self) -> TaskBook:
        """Everything of the period as it is saved."""
        assert self.file is not None
        assert self.period is not None
        return self.file.task_book_of(self.period)

    def load(self) -> Sequence[FollowUp]:
        book = self.book()
        self._offer_units(book)
        today, unit = dt.date.today(), self.units.currentText()
        is_wanted = _STATES[self.states.currentText()]
        return [e for e in book.entries if is_wanted(e, today) and unit in (_ALL_UNITS, _unit(e))]

    def save_record(self, record: FollowUp) -> FollowUp:
        """The meeting as it is in the file, with what has become of this conclusion."""
        assert self.file is not None
        meeting = self.file.meetings.get(record.meeting.id)
        saved = self.file.meetings.save(record.followed(meeting))
        kept = next(each for each in saved.conclusions if each.id == record.id)
        return FollowUp.of(saved, kept)

    def paper_record(self, record: FollowUp, paper: str) -> TaskBook:
        return self.book().including(record)

    def paper_part(self, record: FollowUp, paper: str) -> str | None:
        """The letter to the unit in hand while it is late, else the one to all."""
        is_late = record.unit is not None and record.days_late(dt.date.today())
        return record.unit.id if paper == "task-reminder" and is_late and record.unit else None

    def open_meeting(self) -> None:
        """Where the conclusion was taken."""
        if self.form.shown is not None and self.can_leave():
            self.open_record.emit(self.form.shown.meeting)

    @property
    def belongs_to_period(self) -> bool:
        return True

    @property
    def add_refusal(self) -> str:
        """Conclusions are taken in meetings."""
        return super().add_refusal or "Kết luận được ghi trong hội nghị."

    @property
    def can_delete(self) -> bool:
        return False

    def delete(self) -> None:
        """A conclusion belongs to the minutes; nothing goes from here."""

    def count_text(self, records: Sequence[FollowUp]) -> str:
        today = dt.date.today()
        still = sum(each.is_open for each in records)
        late = sum(bool(each.days_late(today)) for each in records)
        told = f"{len(records)} kết luận · {still} việc chưa xong"
        return f"{told} · {late} quá hạn" if late else told

    # --- filters --------------------------------------------------------------------------

    def _add_filters(self) -> None:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 0, 10, 8)
        for box, name in ((self.units, "Lọc theo đơn vị"), (self.states, "Lọc theo tình trạng")):
            box.setAccessibleName(name)
            box.setToolTip(name)
            row.addWidget(box, 1)
        self.units.addItem(_ALL_UNITS)
        self.states.addItems(list(_STATES))
        for box in (self.units, self.states):
            box.activated.connect(self._filtered)
        self.list.add_bar(bar)

    def _filtered(self) -> None:
        """Another choice: edits are saved or given up before their row may go."""
        if self.can_leave():
            self._show(None)
            self._load()

    def _offer_units(self, book: TaskBook) -> None:
        """The units that have something, in the cluster's order; the chosen one still chosen."""
        chosen = self.units.currentText()
        self.units.clear()
        self.units.addItems([_ALL_UNITS, *(unit.short_name for unit in book.units), _NO_UNIT])
        self.units.setCurrentText(chosen)

    def _show(self, record: Record | None, *, is_new: bool = False) -> None:
        """No draft is kept: a register's line is no record of the file, and short."""
        super()._show(record, is_new=is_new)
        self.draft.file = None

    def keep_draft(self) -> str:
        """Saved, as it cannot be a draft; what is not to be saved yet is kept in words."""
        if self.has_edits and not self.save():
            if self.file is not None:
                self.file.drafts.keep_words(self.edited_title(), words_in(self.form))
            self.discard()
        return ""

    def _show_state(self) -> None:
        super()._show_state()
        self.foot.delete_button.hide()
        self.foot.duplicate_button.hide()


def _unit(entry: FollowUp) -> str:
    return entry.unit.short_name if entry.unit else _NO_UNIT
