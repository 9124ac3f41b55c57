"""What the window asks of whatever stands on a page: signals, the file, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop_app.domain.record import Record
    from desktop_app.domain.years.period import Period
    from desktop_app.storage import DataFile


class View(QWidget):
    """A view answers «no» to everything it cannot do; RecordTab answers for lists and forms.

    A board or an overview overrides `refresh` and `showEvent`, and emits `open_record`.
    """

    changed = Signal()
    """Something was saved or deleted; the other views should look again."""
    status = Signal(str)
    """A sentence for the status bar."""
    state_changed = Signal()
    """What can be done now (save, delete, print …) may be different."""
    open_record = Signal(object)
    """A record is to be shown, on whatever page it lives."""
    import_wanted = Signal(str)
    """A list of this kind is to be taken in."""

    file: DataFile | None = None
    period: Period | None = None
    help_page = ""
    """The page of the manual for this view, where its tab's page is not the right one."""

    @classmethod
    def shows(cls, record: Record) -> bool:
        """Whether records of this sort live here."""
        return False

    @property
    def refusal(self) -> str:
        """Why the person at the desk may change nothing here, or nothing."""
        return self.file.access.refusal if self.file is not None else ""

    # --- the file and the period ----------------------------------------------------------

    def set_file(self, file: DataFile | None) -> None:
        """Another data file; nothing of the old one stays."""
        self.file = file
        self.refresh()

    def set_period(self, period: Period | None) -> None:
        """Another period; nothing of the old one stays."""
        self.period = period
        self.refresh()

    def refresh(self) -> None:
        """Read again, now or when next shown; edits stay."""

    def select(self, record_id: str) -> bool:
        """Show a record. False when it is not here or edits stay."""
        return False

    def reach(self) -> None:
        """The record in hand was looked for: turn to what it is looked up for."""

    def show_draft(self, draft: Record) -> bool:
        """Put a kept draft into the form as unsaved edits. False where that cannot be."""
        return False

    # --- what can be done now -------------------------------------------------------------

    def keep_draft(self) -> str:
        """Put what is not saved into a draft of the file, which is about to be closed.

        The id of the record whose edits are kept; empty where there is nothing to keep.
        """
        self.settle()
        return ""

    @property
    def has_edits(self) -> bool:
        return False

    @property
    def can_add(self) -> bool:
        return False

    @property
    def can_save(self) -> bool:
        return False

    @property
    def can_delete(self) -> bool:
        return False

    @property
    def can_duplicate(self) -> bool:
        return False

    @property
    def can_print(self) -> bool:
        return False

    def current_record(self) -> Record | None:
        """The saved record in hand."""
        return None

    def edited_title(self) -> str:
        """What people call that which has unsaved edits."""
        return ""

    def can_leave(self) -> bool:
        """Whether the view may be left: edits are saved or given up first."""
        return True

    def settle(self) -> None:
        """Save what is saved without a question anyway, before something else is undone."""

    def add(self) -> None: ...

    def save(self) -> bool:
        """Save what is in hand."""
        return True

    def discard(self) -> None: ...

    def duplicate(self) -> None: ...

    def delete(self) -> None: ...

    def focus_filter(self) -> None: ...

    def choose_columns(self) -> None: ...

    def toggle_preview(self) -> None: ...

    def print_paper(self) -> None: ...

    def print_batch(self) -> None: ...

    def save_pdf(self) -> None: ...

    def save_word(self) -> None: ...

    def save_by_template(self) -> None: ...
