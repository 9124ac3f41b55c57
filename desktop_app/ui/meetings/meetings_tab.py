"""The tab of meetings: from the plan to the adopted minutes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.meetings.beginning import guest_bodies, meeting_from, new_meeting
from desktop_app.domain.meetings.extract import Extract
from desktop_app.domain.meetings.inviting import known_guests
from desktop_app.domain.meetings.meeting import Attendance, Meeting, MeetingState, Presence
from desktop_app.domain.meetings.template import MeetingTemplate
from desktop_app.domain.record import Record
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.units.person import Person
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import SecretariatRole
from desktop_app.ui import icons, messages
from desktop_app.ui.asking import asked
from desktop_app.ui.meetings import carrying, minutes_closing
from desktop_app.ui.meetings.ballot_view import BallotView
from desktop_app.ui.meetings.choices import Choices
from desktop_app.ui.meetings.extract_dialog import ExtractDialog
from desktop_app.ui.meetings.live_screen import LiveScreen
from desktop_app.ui.meetings.meeting_form import STATE_TONES, MeetingFormWidget
from desktop_app.ui.meetings.tasks_view import TasksView
from desktop_app.ui.meetings.template_menu import TemplateMenu
from desktop_app.ui.meetings.template_view import TemplateView, offered_templates
from desktop_app.ui.meetings.versions_dialog import VersionsDialog
from desktop_app.ui.page import Page
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.rights import looks_only
from desktop_app.ui.records.stored_tab import StoredTab

_OF_CONFERENCE = ("minutes", "public-minutes", "conclusion-notice", "minutes-extract")


class MeetingView(StoredTab[Meeting]):
    """The meetings of the period, the latest first; adopted minutes are only looked at."""

    key = "meetings"
    noun = "hội nghị"
    record_type = Meeting
    form_class = MeetingFormWidget
    attachments = True
    tall_rows = True
    add_text = "Thêm"
    empty_text = "Kỳ này chưa có hội nghị. Bấm «Thêm» để lên kế hoạch hội nghị đầu tiên."
    papers = (
        "minutes",
        "invitation",
        "programme",
        "sign-in-sheet",
        "place-cards",
        "running-order",
        "conclusion-notice",
        "minutes-extract",
        "public-minutes",
    )
    columns = (
        Column("Ngày", lambda m: short_date(m.day), sort=lambda m: str(m.starts), width=96),
        Column("Hội nghị", lambda m: m.name, stretch=True),
        Column("Loại", lambda m: m.kind.label, width=120, hidden=True),
        Column(
            "Trạng thái", lambda m: m.state.label, chip=lambda m: STATE_TONES[m.state], width=166
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self.templates = TemplateMenu(self.list.add_button, self.add, self.add_from)
        assert isinstance(self.form, MeetingFormWidget)
        self.live = LiveScreen(self.list, self.form, self.panes)
        self.live.status.connect(self.status)

    def make_form(self) -> RecordForm:
        form = MeetingFormWidget()
        self._plan = form.plan
        self._plan.print_button.clicked.connect(self.print_set)
        form.people.import_button.clicked.connect(lambda: self.import_wanted.emit("delegates"))
        self._plan.carry_menu.aboutToShow.connect(self._offer_targets)
        self._adopt = form.add_action("Chốt biên bản", self.adopt, icon="circle-check")
        self._reopen = form.add_action("Mở chốt…", self.reopen, icon="lock-open")
        self._closed = icons.icon_button("history", "Các bản đã chốt…")
        self._closed.clicked.connect(self.show_versions)
        form.add_tool(self._closed)
        self._extract = icons.icon_button("clipboard-check", "Trích biên bản…")
        self._extract.clicked.connect(self.show_extract)
        form.add_tool(self._extract)
        form.deeds.append(form.plan.carry_button)
        looks_only(self._closed)
        looks_only(self._extract)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), form)
        shortcut.activated.connect(self.adopt)
        return form

    def load(self) -> Sequence[Meeting]:
        assert self.file is not None
        assert isinstance(self.form, MeetingFormWidget)
        assert self.period is not None
        file = self.file
        self.form.set_choices(
            Choices(
                self.period,
                file.units.all(),
                file.people.all(),
                file.numbered,
                file.secretariats.of_period(self.period),
                self._known_guests(),
                offered_templates(file),
            )
        )
        self.templates.offer(file)
        return sorted(super().load(), key=lambda meeting: str(meeting.starts), reverse=True)

    def new_record(self) -> Meeting | None:
        return new_meeting(self.period, self._clerk()) if self.period else None

    def add_from(self, template: MeetingTemplate) -> None:
        """A new meeting with what its template says; what is left is its day."""
        if self.period is None or not self.list.can_add or not self.can_leave():
            return
        self._show_new(meeting_from(template, self.period, self._clerk()))
        self.form.focus_field("starts")
        for paper in template.papers[:1]:
            self.choose_paper(paper)

    def copy_record(self, record: Meeting) -> Meeting:
        """The same plan and the same people, nothing of what was said."""
        copied: Meeting = super().copy_record(record)
        return copied.replace(
            state=MeetingState.PLANNED,
            attendance=tuple(
                part.replace(presence=Presence.INVITED, reason="", arrived=None, left=None)
                for part in copied.attendance
            ),
            agenda=tuple(item.replace(is_done=False) for item in copied.agenda),
            state_reason="",
            course=RichText(),
            votes=(),
            conclusions=(),
            overrides=(),
            minutes_number=None,
            invitation_number=None,
            invitation_date=None,
            adopted_share="",
        )

    def paper_record(self, record: Meeting, paper: str) -> Record:
        """Minutes tell the results of ballots too, which are records of their own."""
        if paper not in _OF_CONFERENCE or self.file is None:
            return record
        conference = self.file.conference_of(record)
        return Extract.of(conference) if paper == "minutes-extract" else conference

    def read_only_reason(self, record: Meeting) -> str:
        closed = super().read_only_reason(record)
        saved = self.file.meetings.find(record.id) if self.file else None
        adopted = saved is not None and saved.is_adopted
        self._adopt.setVisible(not adopted and not closed)
        self._reopen.setVisible(adopted and not closed)
        self._closed.setVisible(
            bool(saved and self.file and self.file.conference_of(saved).versions)
        )
        self._extract.setVisible(adopted)
        return "Biên bản đã chốt: chỉ xem." if adopted and not closed else closed

    def adopt(self) -> None:
        """Minutes are final: saved, adopted, and read-only from now on."""
        meeting = self.form.shown
        if meeting is None or self.form.is_read_only:
            return
        if self.can_save and not self.save():
            return
        if not messages.ask(
            self,
            f"Chốt biên bản «{meeting.name}»?",
            "Sau khi chốt, biên bản chỉ xem và in, chân mỗi trang có mã bản in; muốn sửa phải mở "
            "chốt và ghi lý do.",
            "Chốt biên bản",
        ):
            return
        assert self.file is not None
        try:
            version = minutes_closing.close(self.file, self.form.shown)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.look_again(f"Đã chốt biên bản, mã bản in {version.code}.")

    def reopen(self) -> None:
        """Adopted minutes are opened again with a reason, which is kept with their version."""
        meeting = self.form.shown
        if meeting is None or self.file is None:
            return
        reason = messages.ask_text(
            self,
            "Mở chốt biên bản?",
            "Bản in đã ký không còn khớp nếu sửa. Lý do mở chốt:",
            "Mở chốt",
        )
        if reason:
            minutes_closing.reopen(self.file, meeting, reason)
            self.look_again("Đã mở chốt biên bản.")

    def show_versions(self) -> None:
        """Every closed version, as it was printed, and what changed since."""
        if self.file is not None and self.form.shown is not None:
            asked(VersionsDialog(self.file.conference_of(self.form.shown), self))

    def show_extract(self) -> None:
        """Parts of the minutes chosen one by one."""
        if self.file is not None and self.form.shown is not None:
            asked(ExtractDialog(self.file.conference_of(self.form.shown), self))

    def _known_guests(self) -> tuple[Attendance, ...]:
        """Bodies that the templates invite, and guests of all meetings."""
        assert self.file is not None
        assert self.period is not None
        templates = offered_templates(self.file)
        bodies = [body for t in templates for body in guest_bodies(t, self.period)]
        return known_guests(bodies, self.file.meetings.all())

    def _offer_targets(self) -> None:
        shown = None if self._is_new else self.form.shown
        carrying.offer(self._plan.carry_menu, self.file, shown, self.carry_over)

    def print_set(self) -> None:
        """The papers before the meeting in one go, as saved: what goes out is in the file."""
        from desktop_app.papers.meetings.meeting_set import MeetingSet
        from desktop_app.ui.preview.batch_dialog import BatchDialog

        if self.form.shown is None or self.file is None or (self.can_save and not self.save()):
            return
        meeting: Meeting = self.form.shown
        templates = offered_templates(self.file)
        keys = next((t.papers for t in templates if t.kind is meeting.kind), ())
        asked(BatchDialog(MeetingSet(keys), meeting, self))

    def carry_over(self, target: Meeting) -> None:
        """Unfinished items go to another meeting as one change; edits are saved before."""
        if self.has_edits and not self.save():
            return
        assert self.file is not None
        count = carrying.carry(self.file, self.form.shown, target)
        self.look_again(
            f"Đã chuyển {count} mục sang «{target.name}»; Ctrl+Z để hoàn tác"
            if count
            else f"«{target.name}» đã có các mục này từ trước; không chép thêm."
        )

    def _clerk(self) -> Person | None:
        """The clerk of the secretariat, who writes the minutes."""
        assert self.file is not None
        assert self.period is not None
        members = [m for s in self.file.secretariats.of_period(self.period) for m in s.members]
        clerks = [m.person for m in members if m.role is SecretariatRole.CLERK]
        return clerks[0] if clerks else None


class MeetingsTab(Page):
    """Meetings, the votes in them, what becomes of their conclusions, how new ones begin."""

    views = (
        ("Hội nghị", MeetingView),
        ("Bỏ phiếu", BallotView),
        ("Kết luận, nhiệm vụ", TasksView),
        ("Mẫu hội nghị", TemplateView),
    )
    help_page = "hoi-nghi"
