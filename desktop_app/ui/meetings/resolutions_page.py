"""The page «Nghị quyết» of a meeting: votes by show of hands, and conclusions."""

from __future__ import annotations

import datetime as dt

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel

from desktop_app.domain.meetings import open_votes
from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.meetings.vote import Vote
from desktop_app.ui.meetings import meeting_parts
from desktop_app.ui.meetings.choices import CurrentChoices
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartsTable

UNANIMOUS = "Ctrl+T"


class ResolutionsPage:
    """Builds the page into the form; the fields belong to the form."""

    def __init__(self, form: RecordForm, choices: CurrentChoices) -> None:
        self._form, self._choices = form, choices
        self.page = form.add_page("Nghị quyết")
        self.page.buttons(
            ("Biểu quyết lúc này", "clock", self.vote_now),
            (f"Nhất trí 100% ({UNANIMOUS})", "check", self.unanimous),
        )
        self.quorum = QLabel()
        self.quorum.setWordWrap(True)
        self.quorum.setProperty("role", "muted")
        self.page.widget(self.quorum)
        self.votes = PartsTable(
            "Biểu quyết (giơ tay)",
            meeting_parts.vote_columns(self._at_its_time, self._quorum),
            self._next_vote,
            rows=4,
            add_text="Thêm biểu quyết",
        )
        self.conclusions = PartsTable(
            "Kết luận",
            meeting_parts.conclusion_columns(lambda: self._choices().units),
            meeting_parts.new_conclusion,
            rows=5,
            add_text="Thêm kết luận",
        )
        self.page.row(votes=self.votes)
        self.page.row(conclusions=self.conclusions)
        QShortcut(QKeySequence(UNANIMOUS), self.page).activated.connect(self.unanimous)

    def count(self, meeting: Meeting) -> None:
        """How much was resolved, in the title of the page."""
        resolutions = len(meeting.votes) + len(meeting.conclusions)
        self._form.set_page_title(self.page, f"Nghị quyết ({resolutions})")
        self.quorum.setText(open_votes.quorum_told(meeting))

    def vote_now(self) -> None:
        """A vote of those who are in the room at this minute, ready for its question."""
        self._form.focus_field("votes")
        self.votes.add_row()

    def unanimous(self) -> None:
        """The vote in hand, or the last one: all in favour."""
        self.votes.finish()
        votes = list(self.votes.value())
        current = self.votes.current_part()
        row = next((n for n, vote in enumerate(votes) if current and vote.id == current.id), -1)
        if votes and not self._form.is_read_only:
            votes[row] = open_votes.unanimous(votes[row])
            self.votes.set_parts(votes)

    def add_conclusion(self, conclusion: Conclusion) -> None:
        """One more at the end, as if it had been typed."""
        self.conclusions.set_parts((*self.conclusions.value(), conclusion))

    def take_back(self, conclusion: str) -> None:
        """The conclusion of this id is none after all."""
        kept = [part for part in self.conclusions.value() if part.id != conclusion]
        self.conclusions.set_parts(kept)

    def _next_vote(self) -> Vote:
        """Of today's meeting with this minute as its time; of another day without one."""
        meeting: Meeting = self._form.record()
        now = dt.datetime.now()
        is_today = meeting.day == now.date()
        at = now.time().replace(second=0, microsecond=0) if is_today else None
        return open_votes.vote_now(meeting, at)

    def _at_its_time(self, vote: Vote) -> Vote:
        return open_votes.at_its_time(self._form.record(), vote)

    def _quorum(self, vote: Vote) -> str:
        period = self._choices().period
        return open_votes.quorum_words(vote, period) if period else ""
