"""A tab whose records live in one store of the data file: the usual case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop_app.domain.record import Record
from desktop_app.ui.records.attached.attachments import AttachmentPanel
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.record_tab import RecordTab

if TYPE_CHECKING:
    from desktop_app.storage.list_index import LongList

R = TypeVar("R", bound=Record)
MANY = 500
"""Records whose list is read in pages: so many are read whole in a tenth of a second."""


class StoredTab(RecordTab, Generic[R]):
    """Reads, saves and deletes through the store of `record_type`."""

    form_class: type[RecordForm]
    long_from: int | None = None
    """Records from which on the list is read in pages; None: it never grows so far."""
    attachments = False
    """Whether files can be attached: the form then ends with the page «Tệp kèm»."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attached = self._add_attachments() if self.attachments else None

    def make_form(self) -> RecordForm:
        return self.form_class()

    def listed(self) -> Sequence[R] | LongList:
        """Many records are read page by page, as far as they are looked at."""
        assert self.file is not None
        self.offer()
        if self.long_from is None:
            return self.load()
        period = self.period if self.belongs_to_period else None
        kind = self.record_type.__name__
        found = self.file.search.lists.long_list(kind, self.long_from, period)
        return self.load() if found is None else found

    def offer(self) -> None:
        """Give the form what its fields are chosen from."""

    def load(self) -> Sequence[R]:
        """The records of the period, or all of them where they outlive periods."""
        assert self.file is not None
        assert self.period is not None
        store = self.file.store_of(self.record_type)
        return store.of_period(self.period) if self.belongs_to_period else store.all()

    def look_again(self, said: str) -> None:
        """Records were written besides saving the form: they are read here and elsewhere."""
        self.refresh()
        self.status.emit(said)
        self.changed.emit()

    def save_record(self, record: R) -> R:
        assert self.file is not None
        saved: R = self.file.store_of(self.record_type).save(record)
        return saved

    def delete_record(self, record: Any) -> None:
        assert self.file is not None
        self.file.store_of(self.record_type).delete(record)

    def delete_note(self, record: Any) -> str:
        note = super().delete_note(record)
        count = len(self.file.attachments.of_record(record)) if self.file and self.attached else 0
        return f"{count} tệp kèm cũng bị xoá. {note}" if count else note

    def _add_attachments(self) -> AttachmentPanel:
        panel, tabs = AttachmentPanel(), self.form.tabs
        self.form.add_scrolled(panel, "Tệp kèm")
        place = tabs.count() - 1
        tabs.tabBar().setVisible(True)
        panel.counted.connect(lambda count: tabs.setTabText(place, f"Tệp kèm ({count})"))
        panel.status.connect(self.status)
        panel.changed.connect(self.changed)
        return panel

    def _show(self, record: Record | None, *, is_new: bool = False) -> None:
        super()._show(record, is_new=is_new)
        self._show_attached()

    def _load(self) -> None:
        super()._load()
        self._show_attached()

    def _show_attached(self) -> None:
        """The files of the shown record, read again: they are saved and undone on their own."""
        if self.attached is not None:
            form, file = self.form, self.file if self.period else None
            # Final minutes still take their signed scan; only a closed period takes no more.
            self.attached.show_record(
                file, form.shown, is_saved=not self._is_new, read_only=self.is_closed
            )
