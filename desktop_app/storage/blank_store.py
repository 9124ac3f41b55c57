"""The book of pre-printed sheets in the data file."""

from __future__ import annotations

from desktop_app.domain.commendations.blank_book import BlankEntry, counted
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.blanks import BlankEntryRow, PrintedSheetRow, WaiverRow


class BlankStore(RecordStore[BlankEntry]):
    record = BlankEntry
    table = BlankEntryRow
    parts = {"sheets": PrintedSheetRow, "waivers": WaiverRow}

    def file_problems(self, record: BlankEntry) -> dict[str, str]:
        """No more sheets go out of the book than came into it."""
        found = super().file_problems(record)
        if not record.blank:
            return found
        others = [e for e in self.all() if e.blank == record.blank and e.id != record.id]
        left = counted(record.blank, (*others, record)).left
        if left < 0:
            before = counted(record.blank, others).left
            found["count"] = f"Sổ chỉ còn {before} tờ «{record.blank}»; hãy ghi phôi nhận trước."
        return found
