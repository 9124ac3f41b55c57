"""The page «Nghị quyết» of a meeting: votes by show of hands, and conclusions."""

from __future__ import annotations

from desktop_app.domain.meetings.meeting import Meeting, Vote
from desktop_app.ui.meetings import meeting_parts
from desktop_app.ui.meetings.choices import CurrentChoices
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.parts_table import PartsTable


class ResolutionsPage:
    """Builds the page into the form; the fields belong to the form."""

    def __init__(self, form: RecordForm, choices: CurrentChoices) -> None:
        self._form, self._choices = form, choices
        self.page = form.add_page("Nghị quyết")
        self.page.row(
            votes=PartsTable(
                "Biểu quyết (giơ tay)",
                meeting_parts.VOTE_COLUMNS,
                self._next_vote,
                rows=4,
                add_text="Thêm biểu quyết",
            )
        )
        self.page.row(
            conclusions=PartsTable(
                "Kết luận",
                meeting_parts.conclusion_columns(lambda: self._choices().units),
                meeting_parts.new_conclusion,
                rows=5,
                add_text="Thêm kết luận",
            )
        )

    def count(self, meeting: Meeting) -> None:
        """How much was resolved, in the title of the page."""
        resolutions = len(meeting.votes) + len(meeting.conclusions)
        self._form.set_page_title(self.page, f"Nghị quyết ({resolutions})")

    def _next_vote(self) -> Vote:
        """A vote of those who are in the room, all in favour until counted."""
        voters = self._form.record().voters_present
        return Vote(voters=voters, agreed=voters)
