"""What a tab of its own says about itself: columns, form, papers, where records come from."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.domain.record import Record, new_id
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.view import View

if TYPE_CHECKING:
    from desktop_app.storage.list_index import LongList


class TabSubject(View):
    """The questions a RecordTab asks of its subclass; most have an answer already."""

    key = ""
    """For what is remembered: «meetings»."""
    noun = "bản ghi"
    add_text = "Thêm"
    empty_text = ""
    before_all = "Chưa có kỳ thi đua nào. Mở kỳ đầu tiên ở «Đơn vị», «Kỳ thi đua & thành viên»."
    """What an empty list says while there is no period."""
    columns: tuple[Column[Any], ...] = ()
    narrow_list = False
    """Whether the list begins narrow, for a form that wants all the room."""
    wide_list = False
    """Whether the list begins wide and its rows are as high as their texts: a board."""
    tall_rows = False
    """Whether rows are as high as their texts, for names that would be cut short."""
    record_type: type[Record] = Record
    """The sort of record that lives here."""
    papers: tuple[str, ...] = ()
    """Keys of the papers that can be previewed, the first one shown first."""

    @classmethod
    def shows(cls, record: Record) -> bool:
        return type(record) is cls.record_type

    def make_form(self) -> RecordForm:
        """The form of this tab."""
        raise NotImplementedError

    def load(self) -> Sequence[Any]:
        """The records of the period; `file` and `period` are there."""
        raise NotImplementedError

    def listed(self) -> Sequence[Any] | LongList:
        """What the list shows: the records, or a list so long that it is read in pages."""
        return self.load()

    def save_record(self, record: Any) -> Any:
        """Save a record and give it back as saved. Raises UserFacingError."""
        raise NotImplementedError

    def delete_record(self, record: Any) -> None:
        """Delete a record. Raises UserFacingError."""
        raise NotImplementedError

    def new_record(self) -> Any:
        """A fresh record for «Thêm», or None when none can be made now."""
        return None

    def copy_record(self, record: Any) -> Any:
        """A record like this one, not saved yet; its parts are its own, so they are new too."""
        return record.replace(id=new_id(), **_fresh_parts(record))

    def paper_record(self, record: Any, paper: str) -> Any:
        """The record a paper is made from, when it is not plainly the shown one."""
        return record

    def paper_part(self, record: Any, paper: str) -> str | None:
        """The id of the one part to be previewed, or None for the whole paper."""
        return None

    @property
    def belongs_to_period(self) -> bool:
        """Whether each record is of one period; units, people and awards outlive periods."""
        return "period" in self.record_type.__dataclass_fields__

    @property
    def add_refusal(self) -> str:
        """Why no record can be added now, or nothing."""
        if self.refusal:
            return self.refusal
        if self.period is None:
            return "Chưa mở kỳ thi đua nào."
        return "Kỳ thi đua đã đóng." if self.is_closed else ""

    @property
    def is_closed(self) -> bool:
        """Whether nothing may change: the period is closed, or the person may only look."""
        is_over = bool(self.belongs_to_period and self.period and self.period.is_closed)
        return is_over or bool(self.refusal)

    def read_only_reason(self, record: Any) -> str:
        """Why a record may only be looked at, or nothing."""
        if self.refusal:
            return self.refusal
        if self.period and self.is_closed:
            return f"{self.period.title} đã đóng — chỉ xem."
        return ""

    def delete_note(self, record: Any) -> str:
        """What goes with a record when it is deleted."""
        return "Có thể lấy lại bằng «Hoàn tác» (Ctrl+Z)."

    def count_text(self, records: Sequence[Any]) -> str:
        """How the foot of the list sums up what is shown."""
        return f"{len(records)} {self.noun}"


def _fresh_parts(record: Record) -> dict[str, tuple[Record, ...]]:
    values = {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}
    return {
        name: tuple(part.replace(id=new_id()) for part in value)
        for name, value in values.items()
        if isinstance(value, tuple) and value and isinstance(value[0], Record)
    }
