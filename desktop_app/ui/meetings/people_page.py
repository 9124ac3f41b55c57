"""The page «Thành phần» of a meeting: who is invited, where they sit, who came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu, QPushButton

from desktop_app.domain.meetings import inviting
from desktop_app.domain.meetings.meeting import Attendance, Meeting
from desktop_app.domain.units.person import Person
from desktop_app.ui import icons
from desktop_app.ui.meetings import attendance, meeting_parts
from desktop_app.ui.meetings.choices import CurrentChoices
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.note_line import NoteLine
from desktop_app.ui.records.parts.parts_table import PartsTable

INVITE = "Mời theo danh bạ"


class PeoplePage:
    """Builds the page into the form; the fields belong to the form."""

    def __init__(self, form: RecordForm, choices: CurrentChoices) -> None:
        self._form, self._choices = form, choices
        self.page = form.add_page("Thành phần")
        self.delegates = PartsTable(
            "Đại biểu",
            meeting_parts.attendance_columns(lambda: self._choices().units, self._filled),
            lambda: Attendance(),
            rows=12,
            add_text="Thêm đại biểu",
        )
        self.page.buttons(
            (INVITE, "user-plus", self.invite),
            ("Tất cả có mặt", "check", self.all_present),
            ("Xếp chỗ", "list-ordered", self.seat),
        )
        self.import_button = QPushButton("Nhập từ tệp…")
        self.import_button.setToolTip("Nhập danh sách đại biểu từ Excel, CSV hoặc bảng Word")
        icons.wear(self.import_button, "file-up")
        self.guests_menu, self.deputy_menu = QMenu(form), QMenu(form)
        self.page.bar(
            _menu_button("Khách mời", "users", self.guests_menu, self._offer_guests),
            _menu_button("Cử người dự thay", "user", self.deputy_menu, self._offer_deputies),
            self.import_button,
        )
        self.notes = NoteLine("Lưu ý về thành phần")
        self.page.widget(self.notes)
        self.page.row(attendance=self.delegates)

    def follow(self, meeting: Meeting) -> None:
        """How many of the invited came, in the title of the page; what should be looked at."""
        present, invited = len(meeting.present), len(meeting.attendance)
        self._form.set_page_title(self.page, f"Thành phần ({present}/{invited})")
        self.notes.show_notes(inviting.people_notes(meeting))

    def invite(self) -> None:
        """A voter for each member unit of the day, and the secretariat as staff."""
        choices = self._choices()
        if choices.period is not None:
            meeting = self._form.record()
            self.delegates.set_parts(
                inviting.by_register(meeting, choices.period, choices.secretariats)
            )

    def seat(self) -> None:
        """Everybody in the order of the cluster, with a seat each."""
        meeting = self._form.record()
        ordered = meeting.replace(attendance=inviting.in_cluster_order(meeting))
        self.delegates.set_parts(inviting.seated(ordered))

    def all_present(self) -> None:
        """Everyone still only invited is here."""
        self.delegates.set_parts(attendance.all_present(self.delegates.value()))

    def _offer_guests(self) -> None:
        there = self.delegates.value()
        known = [
            guest
            for guest in self._choices().guests
            if not any(guest.is_same_as(part) for part in there)
        ]
        _fill(
            self.guests_menu,
            [(_guest_words(guest), self._inviter(guest)) for guest in known],
            "Chưa có khách mời nào khác trong mẫu và các hội nghị",
        )

    def _inviter(self, guest: Attendance) -> Callable[[], None]:
        return lambda: self.delegates.set_parts((*self.delegates.value(), guest))

    def _offer_deputies(self) -> None:
        part, day = self.delegates.current_part(), self._day()
        found = inviting.deputies(part, self._choices().people, day) if part else []
        why = "Đơn vị này chưa có cán bộ nào khác" if part else "Hãy chọn một đại biểu trong bảng"
        _fill(self.deputy_menu, [(p.name_and_post(), self._sender(p)) for p in found], why)

    def _sender(self, deputy: Person) -> Callable[[], None]:
        def send() -> None:
            part, row = self.delegates.current_part(), self.delegates.current_row()
            if part is not None:
                self.delegates.model.put(row, inviting.with_deputy(part, deputy, self._day()))

        return send

    def _day(self) -> dt.date | None:
        meeting: Meeting | None = self._form.record() if self._form.shown is not None else None
        return meeting.day if meeting else None

    def _filled(self, part: Attendance) -> Attendance:
        return attendance.filled(part, self._choices().period, self._day())


def _menu_button(text: str, icon: str, menu: QMenu, offer: Callable[[], object]) -> QPushButton:
    """A button whose menu is filled when it opens."""
    button = QPushButton(text)
    icons.wear(button, icon)
    button.setMenu(menu)
    menu.aboutToShow.connect(offer)
    return button


def _fill(menu: QMenu, choices: Iterable[tuple[str, Callable[[], None]]], why_none: str) -> None:
    """A line each, or one grey line that says why there is none."""
    menu.clear()
    for words, act in choices:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _=False, do=act: do())
    if menu.isEmpty():
        menu.addAction(why_none).setEnabled(False)


def _guest_words(guest: Attendance) -> str:
    body = guest.body_on(None)
    return f"{guest.title} – {body}" if guest.name and body else guest.title or body
