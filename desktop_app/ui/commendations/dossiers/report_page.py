"""The page «Báo cáo» of a nomination: the report of merit, drawn up, typed, or taken from Word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.domain.rich_text import RichText
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.commendations.dossiers.word_import import WordImportDialog
from desktop_app.ui.preview import saving
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.rich_text.rich_text_field import RichTextField

_PLACEHOLDER = "Bấm «Soạn từ dữ liệu» để có sẵn các phần và bảng khen thưởng, hoặc gõ ở đây."


class ReportPage(QObject):
    """Builds the page into the form. While nothing is typed the paper is drawn up by itself."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        self._form = form
        self.draft: Callable[[], RichText] = RichText
        """Draws up the report from the records, in the form of the paper that is shown."""
        self.page = form.add_page("Báo cáo")
        self.report = RichTextField("Báo cáo thành tích", placeholder=_PLACEHOLDER)
        self.page.buttons(
            ("Soạn từ dữ liệu", "file-text", self.draw_up),
            ("Nhập từ tệp Word…", "file-down", self.import_word),
        )
        self.page.row(report=self.report)

    def draw_up(self) -> None:
        """The parts with all facts and the table of earlier honours, ready to be written on."""
        if self.report.value() and not messages.ask(
            self._form,
            "Thay báo cáo đang có?",
            "Bản soạn từ dữ liệu thay cho những gì đã gõ. «Bỏ thay đổi» lấy lại bản đã lưu.",
            "Thay",
            danger=True,
        ):
            return
        self.report.put(self.draft())

    def import_word(self) -> None:
        """The unit's own report, shown paragraph by paragraph before it is taken."""
        path = saving.ask_word_text(self._form)
        if path is None:
            return
        there = self.report.value()
        dialog = WordImportDialog(path, has_text=bool(there), parent=self._form)
        if asked(dialog):
            before = () if dialog.replaces else there.blocks
            self.report.put(RichText((*before, *dialog.text().blocks)))
