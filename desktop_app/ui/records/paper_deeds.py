"""What can be done with the paper beside a list or a board: see it, print it, save it."""

from __future__ import annotations

from desktop_app.ui.asking import asked
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.panes import Panes
from desktop_app.ui.records.tab_preview import PaperWish, TabPreview
from desktop_app.ui.view import View


class PaperDeeds(View):
    """A subclass builds the three and says what is to be shown."""

    preview: PreviewPane
    panes: Panes
    papers_shown: TabPreview

    def paper_wish(self) -> PaperWish | None:
        """What the preview is to show now, or nothing."""
        raise NotImplementedError

    def toggle_preview(self) -> None:
        """Open or close the preview (F8)."""
        self.panes.toggle_preview()

    def print_paper(self) -> None:
        """Print the shown paper as it stands now."""
        self.papers_shown.when_ready(self.preview.print_paper)

    def save_pdf(self) -> None:
        """Save that paper as PDF."""
        self.papers_shown.when_ready(self.preview.save_pdf)

    def save_word(self) -> None:
        """Save that paper as Word."""
        self.papers_shown.when_ready(self.preview.save_word)

    def save_by_template(self) -> None:
        """Save that paper as Word in a template of the office's own."""
        from desktop_app.ui.office_templates.using import save_by_template

        wish = self.paper_wish()
        if wish is not None and self.file is not None:
            self.status.emit(save_by_template(self, self.file, self.papers_shown.key(), wish))

    def print_batch(self) -> None:
        """Choose parts of the paper and print or save them together."""
        from desktop_app.papers import paper_with_key
        from desktop_app.ui.preview.batch_dialog import BatchDialog

        wish = self.paper_wish()
        if wish is None:
            return
        paper = paper_with_key(self.papers_shown.key())
        if paper.parts(wish.record):
            asked(BatchDialog(paper, wish.record, self))
        else:
            self.print_paper()
