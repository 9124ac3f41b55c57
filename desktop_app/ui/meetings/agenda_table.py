"""The grid of the agenda: items with their running clock, and what was left over from elsewhere."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import AgendaItem, Meeting
from desktop_app.domain.meetings.schedule import in_words, planned_minutes, schedule
from desktop_app.ui.records.forms.date_fields import short_time
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable


class AgendaTable(PartsTable):
    """Order by Alt with an arrow; the clock follows what is typed."""

    def __init__(self) -> None:
        self._clock: dict[str, str] = {}
        self._told = ""
        columns = (
            PartColumn("id", "Từ – đến", width=92, show=self._clock_of),
            PartColumn("text", "Nội dung", stretch=True, multiline=True, width=150),
            PartColumn("presenter", "Người thực hiện", width=116),
            PartColumn("minutes", "Phút", "number", width=52),
            PartColumn("starts", "Ấn định", "time", width=66, placeholder="giờ:phút"),
            PartColumn("is_done", "Xong", "check", width=52),
            PartColumn("chair_words", "Lời dẫn của chủ trì", multiline=True, width=280),
            PartColumn("carried_from", "Chuyển từ", width=160, show=lambda i: i.carried_from),
        )
        tip = "«Ấn định» là giờ cố định: đồng hồ chạy lại từ đó."
        super().__init__("Chương trình", columns, AgendaItem, rows=6, add_text="Thêm mục", tip=tip)

    def follow(self, meeting: Meeting) -> None:
        """Let the clock tell the times of the meeting as it stands in the form."""
        clock = {
            slot.item.id: f"{short_time(slot.starts.time())}–"
            f"{short_time(slot.ends.time()) if slot.ends else '…'}"
            for slot in schedule(meeting)
            if slot.starts
        }
        if clock != self._clock:
            self._clock = clock
            self.table.viewport().update()
        minutes = planned_minutes(meeting)
        self._told = f"({len(meeting.agenda)} mục, {in_words(minutes)})" if minutes else ""
        self._show_buttons()

    def _show_buttons(self) -> None:
        super()._show_buttons()
        if self._told:
            self.tools.note.setText(self._told)

    def _clock_of(self, item: AgendaItem) -> str:
        return self._clock.get(item.id, "")
