"""The record in hand: what it is, what can be done with it, and what its paper is to show."""

from __future__ import annotations

from desktop_app.domain.record import Record
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_list import RecordList
from desktop_app.ui.records.paper_deeds import PaperDeeds
from desktop_app.ui.records.tab_preview import PaperWish
from desktop_app.ui.records.tab_subject import TabSubject


class TabPapers(PaperDeeds, TabSubject):
    """The half of a tab that looks at the record and changes none."""

    form: RecordForm
    list: RecordList
    _is_new = False

    @property
    def has_edits(self) -> bool:
        """Whether something stands in the form that is not saved."""
        return self.form.shown is not None and self.form.is_dirty

    @property
    def can_save(self) -> bool:
        """Whether there is something to save: edits, or a new record as it was offered."""
        return self.has_edits or (self.form.shown is not None and self._is_new)

    @property
    def can_add(self) -> bool:
        return self.list.can_add

    @property
    def can_delete(self) -> bool:
        return self.form.shown is not None and not self.form.is_read_only

    @property
    def can_duplicate(self) -> bool:
        """A record that may only be looked at can be copied too, where one can be added."""
        return self.current_record() is not None and self.list.can_add

    @property
    def can_print(self) -> bool:
        return bool(self.papers) and self.form.shown is not None

    def current_record(self) -> Record | None:
        """The saved record in the form."""
        return None if self._is_new else self.form.shown

    def edited_title(self) -> str:
        title: str = self.form.record().title
        return title

    def focus_filter(self) -> None:
        """Put the cursor into the filter box."""
        self.list.focus_filter()

    def choose_columns(self) -> None:
        """Let the person tick the columns of the list."""
        self.list.choose_columns()

    def choose_paper(self, key: str) -> None:
        """Show another paper of the record."""
        self.papers_shown.choose(key)

    def paper_wish(self) -> PaperWish | None:
        if self.form.shown is None:
            return None
        record = self.form.record()
        key = self.papers_shown.key()
        source = self.paper_record(record, key)
        if source is None:
            return None
        return PaperWish(source, self.can_save, self.paper_part(record, key))
