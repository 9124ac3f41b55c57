"""A tab: list, form and preview of one family of records, and the way between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import InvalidRecord, UserFacingError
from desktop_app.domain.record import Record
from desktop_app.ui import messages
from desktop_app.ui.later import later
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.draft_keeper import DraftKeeper
from desktop_app.ui.records.lists.record_list import RecordList
from desktop_app.ui.records.panes import Panes
from desktop_app.ui.records.rights import lock_buttons
from desktop_app.ui.records.tab_foot import TabFoot
from desktop_app.ui.records.tab_papers import TabPapers
from desktop_app.ui.records.tab_preview import TabPreview

if TYPE_CHECKING:
    from desktop_app.domain.years.period import Period
    from desktop_app.storage import DataFile


class RecordTab(TabPapers):
    """A subclass says which columns, form and papers it has and how records come and go.

    The window owns the menus and their shortcuts and calls the public methods; it asks
    `can_leave()` before it changes the period or the file, or closes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_new = False
        self._stale = True
        self.list = RecordList(
            self.columns,
            key=self.key,
            noun=self.noun,
            add_text=self.add_text,
            empty_text=self.empty_text,
        )
        self.list.set_count_text(self.count_text)
        self.form = self.make_form()
        self.preview = PreviewPane()
        self.foot = TabFoot(self.form)
        self.draft = DraftKeeper(self.form)
        self.panes = Panes(
            self.key,
            self.list,
            self.form,
            self.preview if self.papers else None,
            narrow_list=self.narrow_list,
            wide_list=self.wide_list,
        )
        if self.wide_list or self.tall_rows:
            self.list.table.wrap()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
        self.papers_shown = TabPreview(self.preview, self.panes, self.papers, self.paper_wish)
        self._wire()
        self._show_state()

    # what the window calls

    def set_file(self, file: DataFile | None) -> None:
        """Another data file; nothing of the old one stays."""
        self.file = file
        self._start_over()

    def set_period(self, period: Period | None) -> None:
        """Another period; nothing of the old one stays."""
        self.period = period
        self._start_over()

    def refresh(self) -> None:
        """Read the records again, now or when the tab is next shown; edits stay."""
        self._stale = True
        if self.isVisible():
            self._load()

    def select(self, record_id: str) -> bool:
        """Show a record, wherever the person is. False when it is not here or edits stay."""
        if not self.can_leave():
            return False
        if self._stale:
            self._load()
        found = self.list.select(record_id, unfilter=True, announce=False)
        if found:
            self._show(self.list.current())
        return found

    def add(self) -> None:
        """A new record in the form; it is not saved before «Lưu»."""
        if self.can_leave():
            self._show_new(self.new_record())

    def duplicate(self) -> None:
        """A copy of the shown record in the form."""
        if self.current_record() is not None and self.list.can_add and self.can_leave():
            self._show_new(self.copy_record(self.form.shown))

    def save(self) -> bool:
        """Save what stands in the form."""
        if self.form.shown is None or self.form.is_read_only:
            return False
        self.form.finish()
        problems = self.form.problems()
        if problems:
            self.form.show_all_problems()
            self._show_state()
            return False
        try:
            saved = self.save_record(self.form.record())
        except InvalidRecord as error:
            # A new record is not blamed before it is saved; from now on it is.
            self.form.show_all_problems()
            self.form.show_problems(error.problems)
            self.status.emit(error.what)
            return False
        except UserFacingError as error:
            messages.show_error(self, error)
            return False
        self._is_new = False
        self.draft.drop()
        self.form.show_record(saved)
        self._load()
        self.list.select(saved.id, announce=False)
        self._show(saved)
        self.foot.note_saved()
        self.status.emit(f"Đã lưu {self.noun} «{saved.title}»")
        self.changed.emit()
        return True

    def delete(self) -> None:
        """Delete the shown record after a question."""
        record = self.form.shown
        if record is None or self.form.is_read_only:
            return
        if self._is_new:
            self.discard()
            return
        title = f"Xoá {self.noun} “{record.title}”?"
        if not messages.ask_delete(self, title, self.delete_note(record)):
            return
        row = self.list.model.row_of(record.id)
        try:
            self.delete_record(record)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.draft.drop()
        self._show(None)
        self._load()
        self._show_row(min(row, self.list.model.rowCount() - 1))
        self.status.emit(f"Đã xoá {self.noun} «{record.title}»")
        self.changed.emit()

    def discard(self) -> None:
        """Leave the edits and show the record as it was last saved."""
        self.draft.drop()
        if self._is_new:
            self._show(self.list.current())
            self._show_row(0) if self.form.shown is None else None
        else:
            self._show(self.form.shown)

    def can_leave(self) -> bool:
        """Whether the form may be left: edits are saved or given up first."""
        self.form.finish()
        if not self.has_edits:
            if self._is_new:
                self.discard()
            return True
        answer = messages.ask_unsaved(self, self.edited_title())
        if answer is messages.Unsaved.SAVE:
            return self.save()
        if answer is messages.Unsaved.DISCARD:
            self.discard()
            return True
        return False

    def keep_draft(self) -> str:
        """What stands in the form, cells that are being typed included."""
        self.form.finish()
        if not self.has_edits:
            return ""
        self.draft.keep()
        self.draft.keep_unreadable(self.edited_title())
        return self.draft.kept

    def show_draft(self, draft: Record) -> bool:
        """A draft that was kept before a crash, as unsaved edits. False where that cannot be."""
        if not self.can_leave():
            return False
        if not self.select(draft.id):
            if not self.can_add:
                return False
            self.list.select(None, announce=False)
            self._show(draft, is_new=True)
        if self.form.is_read_only:
            return False
        self.form.show_draft(draft)
        self.draft.take_over(draft.id)
        return True

    # from here on the tab's own business

    def _wire(self) -> None:
        self.list.selected.connect(self._selected)
        self.list.add_requested.connect(self.add)
        self.list.delete_requested.connect(self.delete)
        self.list.activated.connect(lambda _: self.form.setFocus())
        self.form.edited.connect(self._edited)
        self.draft.told.connect(self._draft_told)
        self.foot.save_wanted.connect(self.save)
        self.foot.discard_wanted.connect(self.discard)
        self.foot.duplicate_wanted.connect(self.duplicate)
        self.foot.delete_wanted.connect(self.delete)
        self.preview.status.connect(self.status)
        self.preview.by_template.connect(self.save_by_template)

    def _start_over(self) -> None:
        self._show(None)
        self.list.set_records(())
        self.refresh()

    def _load(self) -> None:
        self._stale = False
        there = self.file is not None and self.period is not None
        self.list.say_first("" if there else self.before_all)
        self.list.set_records(self.listed() if there else ())
        self._follow_rows()
        self._show_state()

    def _follow_rows(self) -> None:
        """The form after the rows were read again: edits stay, what is gone goes."""
        if self._is_new or self.form.is_dirty:
            return
        shown = self.form.shown
        row = self.list.model.row_of(shown.id) if shown else -1
        if row >= 0:
            fresh = self.list.model.record_at(row)
            if fresh != shown:
                self._show(fresh)
        elif shown is not None and not self.list.model.is_filtered:
            self._show(None)
        if self.form.shown is None:
            self._show_row(0)

    def _show_row(self, row: int) -> None:
        record = self.list.model.record_at(row)
        if record:
            self.list.select(record.id, announce=False)
            self._show(record)

    def _selected(self, record: Record | None) -> None:
        shown = self.form.shown
        if record is None or (shown is not None and not self._is_new and record.id == shown.id):
            return
        if not self.can_leave():
            self.list.select(None if self._is_new else shown.id, announce=False)
            return
        self.list.select(record.id, announce=False)
        self._show(self.list.current())

    def _show_new(self, record: Record | None) -> None:
        if record is None:
            return
        self.list.select(None, announce=False)
        self._show(record, is_new=True)
        self.form.focus_field(next(iter(self.form.fields), ""))

    def _show(self, record: Record | None, *, is_new: bool = False) -> None:
        self._is_new = is_new
        self.draft.file, self.draft.is_new = self.file, is_new
        self.form.show_record(record, is_new=is_new)
        reason = (self.refusal or self.read_only_reason(record)) if record else ""
        self.form.set_read_only(bool(reason), reason)
        self._show_state()
        self.papers_shown.show()

    def _edited(self) -> None:
        self._show_state()
        self.papers_shown.show_later()

    def _draft_told(self, words: str) -> None:
        self.foot.note_draft(words)
        self._show_state()

    def _show_state(self) -> None:
        why = self.refusal or self.add_refusal
        self.list.set_add_enabled(not why, why)
        self.foot.show_state(
            is_new=self._is_new, can_add=self.list.can_add, problems=self.form.problems()
        )
        if self.refusal:
            # after the subclass has said what its own buttons can do
            later(self, self._lock_buttons)
        self.state_changed.emit()

    def _lock_buttons(self) -> None:
        if why := self.refusal:
            lock_buttons((*self.form.deeds, *self.list.deeds), why)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()
        else:
            self.papers_shown.show()
