"""What can be done with the record in hand, and with its paper: see it, print it, save it."""

from __future__ import annotations

from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.panes import Panes
from desktop_app.ui.records.record_list import RecordList
from desktop_app.ui.records.tab_preview import PaperWish, TabPreview
from desktop_app.ui.records.tab_subject import TabSubject


class TabPapers(TabSubject):
    """The half of a tab that knows what can be done now, and its papers."""

    form: RecordForm
    list: RecordList
    preview: PreviewPane
    panes: Panes
    papers_shown: TabPreview
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

    def print_paper(self) -> None:
        """Print the paper of the shown record as it stands now."""
        self.papers_shown.when_ready(self.preview.print_paper)

    def save_pdf(self) -> None:
        """Save that paper as PDF."""
        self.papers_shown.when_ready(self.preview.save_pdf)

    def save_word(self) -> None:
        """Save that paper as Word."""
        self.papers_shown.when_ready(self.preview.save_word)

    def print_batch(self) -> None:
        """Choose parts of the paper and print or save them together."""
        from desktop_app.papers import paper_with_key
        from desktop_app.ui.preview.batch_dialog import BatchDialog

        wish = self.paper_wish()
        paper = paper_with_key(self.papers_shown.key()) if wish else None
        if wish is None or paper is None:
            return
        if paper.parts(wish.record):
            BatchDialog(paper, wish.record, self).exec()
        else:
            self.print_paper()

    def choose_paper(self, key: str) -> None:
        """Show another paper of the record."""
        self.papers_shown.choose(key)

    def toggle_preview(self) -> None:
        """Open or close the preview (F8)."""
        self.panes.toggle_preview()

    def paper_wish(self) -> PaperWish | None:
        """What the preview is to show now, or nothing."""
        if self.form.shown is None:
            return None
        record = self.form.record()
        key = self.papers_shown.key()
        source = self.paper_record(record, key)
        if source is None:
            return None
        return PaperWish(source, self.can_save, self.paper_part(record, key))
