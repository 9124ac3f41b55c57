"""Unfinished items of the agenda carried to another meeting: a menu, and one change of the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from desktop_app.domain.meetings.carry_over import can_take, carried, unfinished
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.vietnamese import short_date
from desktop_app.storage import DataFile


def targets(file: DataFile, source: Meeting) -> list[Meeting]:
    """Meetings of the period that items may go to, the next one first."""
    found = [m for m in file.meetings.of_period(source.period) if can_take(m, source)]
    return sorted(found, key=lambda meeting: str(meeting.starts or "9"))


def offer(
    menu: QMenu, file: DataFile | None, source: Meeting | None, carry: Callable[[Meeting], object]
) -> None:
    """Fill the menu; where nothing can be carried it says why."""
    menu.clear()
    found = targets(file, source) if file and source else []
    if source is not None and not unfinished(source):
        found, why = [], "Mục nào cũng đã xong, hoặc chương trình còn trống"
    else:
        why = "Chưa có hội nghị nào sau hội nghị này"
    for meeting in found:
        day = f"{short_date(meeting.day)} – " if meeting.day else ""
        action = menu.addAction(f"{day}{meeting.name}".replace("&", "&&"))
        action.triggered.connect(lambda _=False, target=meeting: carry(target))
    if not found:
        menu.addAction(why).setEnabled(False)


def carry(file: DataFile, source: Meeting, target: Meeting) -> int:
    """How many items went over, as one change; those that are there already stay once."""
    after = carried(source, target)
    count = len(after.agenda) - len(target.agenda)
    if count:
        file.save_all([after])
    return count
