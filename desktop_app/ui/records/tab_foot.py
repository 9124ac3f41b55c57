"""The buttons under a form: copy, delete, give up, save, and the word on how it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from desktop_app.ui import icons
from desktop_app.ui.records.forms.form import RecordForm

NOTHING_CHANGED = "Chưa có gì thay đổi"


class TabFoot(QObject):
    """Puts its buttons into the foot of a form and keeps them in step with it."""

    save_wanted = Signal()
    discard_wanted = Signal()
    duplicate_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        self._form = form
        self._saved = ""
        self._draft = ""
        self.delete_button = icons.icon_button("trash-2", "Xoá", shortcut="Del")
        self.duplicate_button = icons.icon_button("copy", "Nhân bản", shortcut="Ctrl+D")
        form.add_tool(self.delete_button)
        form.add_tool(self.duplicate_button)
        self.discard_button = form.add_action("Bỏ thay đổi", self.discard_wanted.emit)
        self.save_button = form.add_action("Lưu", self.save_wanted.emit, icon="save", primary=True)
        self.discard_button.setToolTip("Trở lại như lần lưu gần nhất (Hoãn)")
        self.delete_button.clicked.connect(self.delete_wanted)
        self.duplicate_button.clicked.connect(self.duplicate_wanted)

    def note_saved(self) -> None:
        """Remember when it was saved last."""
        self._saved = f"Đã lưu lúc {dt.datetime.now():%H:%M}"
        self._form.set_status(self._saved)

    def note_draft(self, words: str) -> None:
        """How it stands with the draft of the edits; empty when there is none."""
        self._draft = words

    def show_state(self, *, is_new: bool, can_add: bool, problems: Mapping[str, str]) -> None:
        """What can be pressed now, and why not."""
        form = self._form
        free = form.shown is not None and not form.is_read_only
        edits = free and (is_new or form.is_dirty)
        self.save_button.setEnabled(edits and not problems)
        self.save_button.setToolTip(_save_tip(edits, problems))
        self.discard_button.setVisible(edits)
        self.delete_button.setEnabled(free)
        self.duplicate_button.setEnabled(can_add and form.shown is not None and not is_new)
        blamed = problems if form.is_blamed else {}
        form.set_status(self._status(edits, blamed))

    def _status(self, edits: bool, problems: Mapping[str, str]) -> str:
        if edits and problems:
            first = next(iter(problems.values()))
            more = f" (và {len(problems) - 1} chỗ khác)" if len(problems) > 1 else ""
            return f"Chưa lưu được: {first}{more}"
        return (self._draft or "Có thay đổi chưa lưu") if edits else self._saved


def _save_tip(edits: bool, problems: Mapping[str, str]) -> str:
    if edits and problems:
        return "Cần sửa trước khi lưu:\n" + "\n".join(problems.values())
    return "Lưu (Cất), Ctrl+S" if edits else NOTHING_CHANGED
