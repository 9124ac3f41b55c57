"""The page «Biên bản» of a meeting: who leads and writes, and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.meetings.conclusion import Conclusion
from desktop_app.domain.meetings.meeting import Attendance, Capacity, Meeting, Presence
from desktop_app.domain.meetings.template import TextBlock
from desktop_app.domain.years.numbering import MINUTES
from desktop_app.papers.meetings import delegates, minutes_fields
from desktop_app.ui.asking import asked
from desktop_app.ui.meetings.choices import Choices, CurrentChoices
from desktop_app.ui.meetings.course_field import CourseField
from desktop_app.ui.meetings.drawn_field import DrawnField
from desktop_app.ui.meetings.resolutions_page import ResolutionsPage
from desktop_app.ui.meetings.task_dialog import TaskDialog
from desktop_app.ui.records.forms.fields import LineField, LinesField, NumberField, RecordField
from desktop_app.ui.records.forms.form import RecordForm


class MinutesPage:
    """Builds the page into the form; the fields belong to the form."""

    def __init__(self, form: RecordForm, choices: CurrentChoices) -> None:
        self._form, self._choices = form, choices
        self.resolutions: ResolutionsPage | None = None
        """Where a line of the minutes goes that becomes a conclusion."""
        self._taken = ""
        self.chair, self.secretary = RecordField("Chủ trì"), RecordField("Thư ký")
        self.course = CourseField("Diễn biến hội nghị")
        self.drawn = DrawnField("Câu lấy từ dữ liệu", self._meeting)
        self.page = form.add_page("Biên bản")
        number = NumberField("Số biên bản", offer=self._next_number)
        self.page.row(minutes_number=number, minutes_copies=NumberField("Số bản", empty=0))
        self.page.row(chair=self.chair, secretary=self.secretary)
        self.page.row(
            chair_role=LineField(
                "Vai trò chủ trì", placeholder="Cụm trưởng", tip="Ghi khi không phải Cụm trưởng."
            )
        )
        self.page.row(course=self.course)
        self.page.row(adopted_share=LineField("Thông qua", placeholder="100% đại biểu nhất trí"))
        self.page.row(minutes_receivers=LinesField("Nơi nhận", tip="Mỗi dòng một nơi nhận."))
        self.page.row(overrides=self.drawn)
        self._wire_course()

    def set_choices(self, choices: Choices) -> None:
        """Whom the chair and the secretary are chosen from."""
        self.chair.set_records(choices.people)
        self.secretary.set_records(choices.people)

    def show_meeting(self, meeting: Meeting) -> None:
        """What follows from the rest of the form."""
        self.drawn.show_meeting(meeting)

    def _wire_course(self) -> None:
        course = self.course
        course.field_names = lambda: tuple(minutes_fields.VALUES)
        course.speakers = self._speakers
        course.text_blocks = self._text_blocks
        course.line_taken.connect(self._take_line)
        course.taking_undone.connect(self._give_back)

    def _meeting(self) -> Meeting | None:
        meeting: Meeting | None = self._form.record() if self._form.shown is not None else None
        return meeting

    def _next_number(self) -> int:
        return MINUTES.next_number(self._form.record(), self._choices().numbered())

    # --- what the editor offers -------------------------------------------------------------

    def _speakers(self) -> Sequence[str]:
        """Whoever may speak: the chair, then delegates in the cluster's order, guests after."""
        meeting = self._meeting()
        if meeting is None:
            return ()
        here = [part for part in _in_order(meeting) if part.presence is not Presence.ABSENT]
        chair = [delegates.chair_spoken(meeting)] if meeting.chair else []
        names = (*chair, *(delegates.speaker(meeting, part) for part in here if part.name))
        return tuple(dict.fromkeys(names))

    def _text_blocks(self) -> Sequence[TextBlock]:
        """Those of the meeting's own kind first, then all others of the file."""
        meeting = self._meeting()
        kind = meeting.kind if meeting else None
        templates = sorted(self._choices().templates, key=lambda t: t.kind is not kind)
        by_words: dict[str, TextBlock] = {}
        for block in (block for template in templates for block in template.text_blocks):
            by_words.setdefault(block.text, block)
        return tuple(by_words.values())

    # --- lines that become conclusions ------------------------------------------------------

    def _take_line(self, words: str, as_task: bool, is_confidential: bool) -> None:
        conclusion = Conclusion(text=words)
        if as_task:
            dialog = TaskDialog(words, self._choices().units, self._form)
            if not asked(dialog):
                self.course.editor.undo()
                self.course.editor.setFocus()
                return
            conclusion = dialog.conclusion()
        assert self.resolutions is not None
        self.resolutions.add_conclusion(conclusion.replace(is_confidential=is_confidential))
        self._taken = conclusion.id
        self.course.editor.setFocus()

    def _give_back(self) -> None:
        assert self.resolutions is not None
        self.resolutions.take_back(self._taken)


def _in_order(meeting: Meeting) -> tuple[Attendance, ...]:
    members = delegates.in_order(meeting, Capacity.MEMBER)
    return (*members, *delegates.in_order(meeting, Capacity.GUEST))
