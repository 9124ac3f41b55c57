"""A tab whose records live in one store of the data file: the usual case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from desktop_app.domain.record import Record
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.record_tab import RecordTab

R = TypeVar("R", bound=Record)


class StoredTab(RecordTab, Generic[R]):
    """Reads, saves and deletes through the store of `record_type`."""

    form_class: type[RecordForm]

    def make_form(self) -> RecordForm:
        return self.form_class()

    def load(self) -> Sequence[R]:
        """The records of the period, or all of them where they outlive periods."""
        assert self.file is not None
        assert self.period is not None
        store = self.file.store_of(self.record_type)
        has_period = "period" in self.record_type.__dataclass_fields__
        return store.of_period(self.period) if has_period else store.all()

    def save_record(self, record: R) -> R:
        assert self.file is not None
        saved: R = self.file.store_of(self.record_type).save(record)
        return saved

    def delete_record(self, record: Any) -> None:
        assert self.file is not None
        self.file.store_of(self.record_type).delete(record)
