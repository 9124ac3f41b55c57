"""The form of a record: fields in pages, with the sentences that say what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.record import Record, needed_names
from desktop_app.ui import icons
from desktop_app.ui.records.classified_note import note_of
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.records.forms.form_frame import FormFrame
from desktop_app.ui.records.forms.form_page import FormPage
from desktop_app.ui.records.parts.matrix_field import MatrixField
from desktop_app.ui.records.parts.part_paths import changes_of, value_at
from desktop_app.ui.records.parts.parts_table import PartsTable
from desktop_app.ui.tokens import Tone

_GRIDS = (PartsTable, MatrixField)


class RecordForm(FormFrame):
    """Shows one record in fields and makes a record of what stands in them.

    A form of its own overrides `build`, where it adds pages and fields; a field's keyword is
    the record's field, or «parts.row.field» for one field of a part that is always there.
    `chip_of` and `title_of` say what stands in the head.
    """

    edited = Signal()
    """A value changed (after a pause in typing)."""
    touched = Signal()
    """A key was pressed or a value changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._pages: list[tuple[FormPage, str]] = []
        self._shown: Record | None = None
        self._baseline: Record | None = None
        self._silent: set[str] | None = None
        self._read_only = False
        self._is_draft = False
        self.build()
        self.tabs.tabBar().setVisible(len(self._pages) > 1)
        for name, field in self.fields.items():
            field.edited.connect(lambda n=name: self._field_edited(n))
            field.keyed.connect(self.touched)
            if isinstance(field, _GRIDS):
                field.typing.connect(self.edited)
        self.edited.connect(self.touched)
        self.show_record(None)

    def build(self) -> None:
        """Add the pages and their fields."""

    def title_of(self, record: Any) -> str:
        """The heading over the fields."""
        return str(record.title)

    def chip_of(self, record: Any) -> tuple[str, Tone] | None:
        """The state beside the heading."""
        return None

    def add_page(self, title: str) -> FormPage:
        """A sub-tab; with a single page there are no tabs to be seen."""
        page = FormPage(self.fields)
        self.add_scrolled(page, title)
        self._pages.append((page, title))
        return page

    def set_page_title(self, page: FormPage, title: str) -> None:
        """Another title for a sub-tab, e.g. «Thành phần (12/12)»."""
        for place, (known, _) in enumerate(self._pages):
            if known is page:
                self.tabs.setTabText(place, title)

    def show_record(self, record: Record | None, *, is_new: bool = False) -> None:
        """Put a record into the fields; a new one is not blamed for what nobody typed yet."""
        self._shown = record
        self._is_draft = False
        self._silent = set(self.fields) if is_new else None
        self.show_filled(record is not None)
        if record is None:
            self._baseline = None
            return
        for name, field in self.fields.items():
            field.set_value(value_at(record, name))
        self.fill(record)
        self._baseline = self.record()
        self._show_head(record)
        self.show_problems(record.problems())

    def show_draft(self, draft: Record) -> None:
        """Put a kept draft over the shown record, as edits that are not saved."""
        saved, baseline = self._shown, self._baseline
        self.show_record(draft)
        self._shown, self._baseline = saved, baseline
        self._is_draft = True
        self.refresh_head()
        self.edited.emit()

    def fill(self, record: Any) -> None:
        """More to be shown of a record than its plain fields; called after they are filled."""

    def changes(self) -> dict[str, Any]:
        """Field → value as they stand now."""
        emptied = self._emptied()
        values = {name: f.value() for name, f in self.fields.items() if name not in emptied}
        return changes_of(self._shown, values) if self._shown is not None else values

    def record(self) -> Any:
        """The shown record with what stands in the fields now."""
        assert self._shown is not None, "the form shows no record"
        return self._shown.replace(**self.changes())

    def record_as_typed(self) -> Any:
        """The same with words that are not taken over yet: what a draft keeps."""
        assert self._shown is not None, "the form shows no record"
        open_cells = {
            name: field.value_as_typed()
            for name, field in self.fields.items()
            if field.is_being_typed()
        }
        return self._shown.replace(**(self.changes() | open_cells))

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds a half-made word over one of the fields."""
        return any(field.is_composing for field in self.fields.values())

    @property
    def shown(self) -> Any:
        """The record as it was put in, or None."""
        return self._shown

    @property
    def is_dirty(self) -> bool:
        """Whether something was changed since the record was shown."""
        if self._baseline is None or self._read_only:
            return False
        return self.differs(self.record())

    def differs(self, record: Record) -> bool:
        """Whether a record that was read out of the fields is not what was shown."""
        return bool(self._is_draft or record != self._baseline or self._emptied()) or any(
            field.own_problem() or field.is_being_typed() for field in self.fields.values()
        )

    @property
    def is_blamed(self) -> bool:
        """Whether what is wrong is to be said: not of a new record before anything is typed."""
        return self._silent is None or self.is_dirty

    def finish(self) -> None:
        """Take over what is still being typed, so that `record()` has all of it."""
        for field in self.fields.values():
            field.finish()

    def problems(self) -> dict[str, str]:
        """What must be mended before saving: the record's rules and unreadable fields."""
        if self._shown is None:
            return {}
        found = dict(self.record().problems())
        for name in self._emptied():
            label = self.fields[name].label.text().lower()
            found[name] = f"Cần có {label or 'giá trị ở đây'}."
        for name, field in self.fields.items():
            if field.own_problem():
                found[name] = field.own_problem()
        return found

    def _emptied(self) -> set[str]:
        """Fields a record cannot be without, from which the value was taken out.

        The record keeps its old one, so that its rules and papers always have it.
        """
        if self._shown is None:
            return set()
        needed = needed_names(type(self._shown)) & self.fields.keys()
        return {name for name in needed if self.fields[name].value() is None}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Put each sentence beside its field, in its cell, or over the form."""
        rest: list[str] = []
        by_field: dict[str, str] = {}
        cells: dict[str, dict[tuple[int, str], str]] = {}
        for key, sentence in problems.items():
            name, _, place = key.partition(".")
            row, _, part_field = place.partition(".")
            spot = key if key in self.fields else name
            if spot not in self.fields:
                rest.append(sentence)
            elif self._silent is not None and spot in self._silent:
                continue
            elif spot == name and row.isdigit():
                cells.setdefault(name, {})[(int(row), part_field)] = sentence
            else:
                by_field[spot] = sentence
        for name, field in self.fields.items():
            self._show_problem(field, by_field.get(name, ""), cells.get(name, {}))
        self._over.set_text(" ".join(rest) if self._silent is None else "")
        self._mark_pages()

    def show_all_problems(self) -> None:
        """From now on blame a new record for empty fields too."""
        self._silent = None
        self.show_problems(self.problems())

    def set_read_only(self, on: bool, why: str = "") -> None:
        """Show the record without letting it be changed, and say why."""
        self._read_only = on
        for field in self.fields.values():
            field.set_read_only(on)
        for page, _ in self._pages:
            page.set_read_only(on)
        self.show_notice(why if on else "")

    @property
    def is_read_only(self) -> bool:
        return self._read_only

    def focus_field(self, name: str) -> None:
        """Go to a field, on whatever page it is."""
        field = self.fields.get(name)
        for place, (page, _) in enumerate(self._pages):
            if field and page.isAncestorOf(field):
                self.tabs.setCurrentIndex(place)
        if field:
            field.focus_editor()

    def refresh_head(self) -> None:
        """Write title and state of what stands in the fields now."""
        if self._shown is not None:
            self._show_head(self.record())

    def _field_edited(self, name: str) -> None:
        if self._silent is not None:
            self._silent.discard(name)
        self.refresh_head()
        self.show_problems(self.problems())
        self.edited.emit()

    def _show_problem(self, field: Field, sentence: str, cells: dict[tuple[int, str], str]) -> None:
        if isinstance(field, _GRIDS):
            field.set_cell_problems(cells)
            if sentence:
                field.set_problem(sentence)
        else:
            field.set_problem(sentence or " ".join(cells.values()))

    def _mark_pages(self) -> None:
        for place, (page, _) in enumerate(self._pages):
            inside = [f for f in self.fields.values() if page.isAncestorOf(f)]
            wrong = any(field.problem() for field in inside)
            sign = icons.icon("circle-alert", "red") if wrong else icons.no_icon()
            self.tabs.setTabIcon(place, sign)
            self.tabs.setTabToolTip(place, "Có chỗ cần sửa trong thẻ này." if wrong else "")

    def _show_head(self, record: Record) -> None:
        self.classified.set_text(note_of(record))
        self.show_heading(self.title_of(record) or "(chưa có tên)", self.chip_of(record))
