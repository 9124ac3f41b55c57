"""What a meeting concludes, and what becomes of the tasks among its conclusions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Choice, Record, required
from desktop_app.domain.units.unit import Unit


class TaskState(Choice):
    """What became of a task (procedure, section 8.1); overdue follows from its day."""

    NEW = "moi", "Mới"
    RUNNING = "dang_lam", "Đang làm"
    DONE = "xong", "Xong"


@dataclass(frozen=True, kw_only=True)
class Conclusion(Record):
    """One conclusion; with a unit or a day it is a task."""

    text: str = ""
    unit: Unit | None = None
    due: dt.date | None = None
    state: TaskState = TaskState.NEW
    result: str = ""
    done_on: dt.date | None = None
    is_confidential: bool = False
    """Left out of the version of the minutes without confidential parts."""

    @property
    def is_task(self) -> bool:
        return self.unit is not None or self.due is not None

    def is_overdue(self, today: dt.date) -> bool:
        return self.state is not TaskState.DONE and self.due is not None and self.due < today

    def problems(self) -> dict[str, str]:
        found = required(self, text="Cần có nội dung kết luận.")
        if self.state is TaskState.DONE and self.is_task and self.done_on is None:
            found["done_on"] = "Việc đã xong cần có ngày hoàn thành."
        return found
