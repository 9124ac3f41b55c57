"""The board of registrations: every member unit with what it aims at and where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.commendations.award import awards_within
from desktop_app.domain.compacts.registration import (
    Registration,
    RegistrationLine,
    RegistrationState,
    state_problems,
)
from desktop_app.domain.compacts.registration_board import RegistrationBoard, asked, board, copied
from desktop_app.domain.errors import InvalidRecord
from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui.compacts.registration_form import STATE_TONES, RegistrationForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone

_OPEN = (RegistrationState.SENT, RegistrationState.RETURNED, RegistrationState.DRAFT)
_PERIOD_PAPERS = ("registration-table", "registration-reminder", "registration-result")


class RegistrationView(StoredTab[Registration]):
    """A member without a registration stands in the list too; it is made by the first save."""

    key = "registrations"
    noun = "bản đăng ký"
    record_type = Registration
    form_class = RegistrationForm
    attachments = True
    tall_rows = True
    add_text = "Thêm"
    empty_text = "Kỳ này chưa có đơn vị thành viên. Hãy ghi thành viên ở «Kỳ thi đua»."
    papers = ("registration", *_PERIOD_PAPERS)
    help_page = "dang-ky"
    columns = (
        Column("Đơn vị", lambda r: r.unit.short_name if r.unit else "", stretch=True),
        Column(
            "Danh hiệu",
            lambda r: str(len(r.standing)),
            sort=lambda r: len(r.standing),
            width=74,
            align="right",
            hidden=True,
        ),
        Column("Ngày gửi", lambda r: _sent(r), sort=lambda r: str(r.sent_on), width=92),
        Column("Trạng thái", lambda r: _standing(r)[0], chip=lambda r: _standing(r)[1], width=108),
    )

    def load(self) -> Sequence[Registration]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, RegistrationForm)
        awards = awards_within(self.file.awards.all(), self.period.since, self.period.until)
        self.form.set_choices(asked(self.period), self.file.people.all(), awards, self._last_lines)
        return board(self.period, super().load())

    def new_record(self) -> Registration | None:
        return Registration(period=self.period) if self.period else None

    def copy_record(self, record: Registration) -> Registration:
        """The lines for another unit; nobody has sent them yet."""
        copied: Registration = super().copy_record(record)
        return copied.replace(
            unit=None, state=RegistrationState.DRAFT, sent_on=None, reason="", note=""
        )

    def save_record(self, record: Registration) -> Registration:
        """The first save is a step too: nothing is approved that was never sent."""
        assert self.file is not None
        if self.file.registrations.find(record.id) is None:
            problems = state_problems(record.replace(state=RegistrationState.DRAFT), record)
            if problems:
                raise InvalidRecord(problems)
        return super().save_record(record)

    def paper_record(self, record: Registration, paper: str) -> Record:
        """The papers of the period tell all units, the one in the form as it stands there."""
        if paper not in _PERIOD_PAPERS:
            return record
        assert self.file is not None
        assert self.period is not None
        whole = self.file.registrations_of(self.period)
        own = tuple(record if each.id == record.id else each for each in whole.registrations)
        return RegistrationBoard(
            id=whole.id, period=whole.period, registrations=own, grants=whole.grants
        )

    def count_text(self, records: Sequence[Registration]) -> str:
        accepted = sum(record.state is RegistrationState.ACCEPTED for record in records)
        told = [f"{accepted}/{len(records)} đã duyệt"]
        for state in _OPEN:
            if number := sum(record.state is state for record in records):
                told.append(f"{number} {state.label.lower()}")
        today = dt.date.today()
        if late := sum(record.is_late(today) for record in records):
            told.append(f"{late} quá hạn")
        return " · ".join(told)

    def _last_lines(self, unit: Unit) -> tuple[Registration | None, tuple[RegistrationLine, ...]]:
        """What the unit registered in the period before this one, and what holds again."""
        assert self.file is not None
        assert self.period is not None
        until = self.period.since or dt.date.max
        earlier = [
            each
            for each in self.file.registrations.all()
            if each.unit
            and each.unit.id == unit.id
            and each.period.cluster.id == self.period.cluster.id
            and (each.period.until or dt.date.max) < until
        ]
        last = max(earlier, key=lambda each: each.period.until or dt.date.min, default=None)
        lines = copied(last, self.period, self.file.awards.all()) if last else ()
        return last, lines


def _sent(record: Registration) -> str:
    """The day it was sent, and whether that was after the day the period gives."""
    day = short_date(record.sent_on)
    return f"{day} (muộn)" if day and record.is_late(dt.date.today()) else day


def _standing(record: Registration) -> tuple[str, Tone]:
    """The state; a unit that has sent nothing after the day is overdue, in words and in red."""
    if record.state is RegistrationState.DRAFT and record.is_late(dt.date.today()):
        return "Quá hạn", Tone.RED
    return record.state.label, STATE_TONES[record.state]
