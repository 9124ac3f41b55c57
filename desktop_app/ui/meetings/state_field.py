"""The state of a meeting: only the legal next steps can be chosen."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import MeetingState
from desktop_app.domain.meetings.states import next_states
from desktop_app.domain.record import Choice
from desktop_app.ui.records.forms.fields import ChoiceField


class StateField(ChoiceField):
    """From the saved state on, step by step; a slip of the hand can be taken back before saving."""

    def __init__(self, label: str) -> None:
        super().__init__(label, (), tip="«Đã thông qua biên bản» do nút «Chốt biên bản» ghi.")
        self._saved: MeetingState | None = None
        self.edited.connect(lambda: self._offer(self.value()))

    def _put(self, value: Choice | None) -> None:
        self._saved = value if isinstance(value, MeetingState) else None
        self._offer(self._saved)

    def _offer(self, state: MeetingState | None) -> None:
        """The state in hand, where it came from, and where it may go."""
        offered = {self._saved, state, *(next_states(state) if state else ())}
        self._choices = [choice for choice in MeetingState if choice in offered]
        self.editor.clear()
        self.editor.addItems([choice.label for choice in self._choices if choice])
        super()._put(state)
