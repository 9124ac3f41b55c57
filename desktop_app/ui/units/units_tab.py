"""The tab of units: units, people, periods with their members, and the secretariat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop_app.domain.units.history_entry import HistoryEntry
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.units.unit_history import TOLD, unit_history
from desktop_app.domain.vietnamese import name_sort_key, short_date
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.new_year import following
from desktop_app.domain.years.period import Period, Role, Secretariat
from desktop_app.domain.years.period_rules import reopened
from desktop_app.ui import icons, messages
from desktop_app.ui.import_lists.import_button import import_button
from desktop_app.ui.page import Page
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone
from desktop_app.ui.units.duplicates_dialog import DuplicatesDialog
from desktop_app.ui.units.duties_view import DutiesView
from desktop_app.ui.units.handover_view import HandoverView
from desktop_app.ui.units.period_form import STATE_TONES, PeriodForm
from desktop_app.ui.units.person_form import SERVICE_TONES, PersonForm
from desktop_app.ui.units.secretariat_form import SecretariatForm
from desktop_app.ui.units.unit_form import UnitForm, new_unit

if TYPE_CHECKING:
    from desktop_app.storage.list_index import LongList

MANY = 2_000
"""People from which on a list is read in pages."""
_ROLE_TONES = {Role.LEAD: Tone.GOLD, Role.DEPUTY: Tone.BLUE, Role.MEMBER: Tone.GREY}


class UnitView(StoredTab[Unit]):
    """All units, those of the period first and in its order."""

    key = "units"
    noun = "đơn vị"
    record_type = Unit
    form_class = UnitForm
    tall_rows = True
    attachments = True
    add_text = "Thêm đơn vị"
    empty_text = "Chưa có đơn vị nào. Bấm «Thêm đơn vị», rồi đưa đơn vị vào kỳ ở «Kỳ thi đua»."
    papers = ("unit-list", "directory")

    def __init__(self) -> None:
        self.columns = (
            Column("TT", self._place, sort=self._order, width=40, align="right"),
            Column("Tên đơn vị", lambda unit: unit.name, stretch=True),
            Column("Mã", lambda unit: unit.code, width=70, hidden=True),
            Column("Vai trò", self._role, chip=self._role_tone, width=108),
            Column("Đại diện", self._representative, width=140, hidden=True),
        )
        super().__init__()
        self.list.add_tool(import_button(self, "units", "danh sách đơn vị"))
        self.list.activated.connect(lambda _: self._form.turn_to_history())

    @property
    def _form(self) -> UnitForm:
        assert isinstance(self.form, UnitForm)
        return self.form

    def make_form(self) -> RecordForm:
        form = UnitForm()
        form.history.chosen.connect(self.open_record)
        form.contacts_wanted.connect(self.edit_contacts)
        return form

    def reach(self) -> None:
        """A unit is looked up for what it was part of and what it received."""
        self._form.turn_to_history()

    def load(self) -> Sequence[Unit]:
        units = sorted(super().load(), key=self._order)
        self._form.set_choices(units, self.period, self._history_of)
        return units

    def _history_of(self, unit: Unit) -> tuple[HistoryEntry, ...]:
        file = self.file
        assert file is not None
        return unit_history(unit, (each for kind in TOLD for each in file.store_of(kind).all()))

    def edit_contacts(self) -> None:
        """The people of the unit in the period: saved there, shown here."""
        from desktop_app.ui.units.contacts_dialog import ContactsDialog

        file, period = self.file, self.period
        member = period.membership_of(self.form.shown) if period else None
        if file is None or period is None or member is None:
            return
        if ContactsDialog(file, period, member, self).exec():
            self.status.emit(f"Đã lưu người liên hệ của «{member.unit.name}».")
            self.changed.emit()

    def new_record(self) -> Unit:
        return new_unit()

    def paper_record(self, record: Unit, paper: str) -> Period | None:
        return self.period

    def delete_note(self, record: Unit) -> str:
        used = "Đơn vị đã có trong một kỳ, một hội nghị hay một đề nghị thì không xoá được."
        return f"{super().delete_note(record)} {used}"

    def _order(self, unit: Unit) -> int:
        members = self.period.members_on(None) if self.period else ()
        ids = [member.unit.id for member in members]
        return ids.index(unit.id) if unit.id in ids else len(ids)

    def _place(self, unit: Unit) -> str:
        return str(self._order(unit) + 1) if self._role(unit) else ""

    def _role(self, unit: Unit) -> str:
        member = self.period.membership_of(unit) if self.period else None
        return member.role.label if member else ""

    def _role_tone(self, unit: Unit) -> Tone | None:
        member = self.period.membership_of(unit) if self.period else None
        return _ROLE_TONES[member.role] if member else None

    def _representative(self, unit: Unit) -> str:
        member = self.period.membership_of(unit) if self.period else None
        return member.representative.full_name if member and member.representative else ""


class PersonView(StoredTab[Person]):
    """All people, ordered by given name."""

    key = "people"
    noun = "cán bộ"
    record_type = Person
    form_class = PersonForm
    add_text = "Thêm cán bộ"
    empty_text = "Chưa có cán bộ nào. Bấm «Thêm cán bộ» để ghi người đại diện, thư ký, khách mời."
    columns = (
        Column(
            "Họ và tên", lambda p: p.full_name, sort=lambda p: name_sort_key(p.full_name), width=170
        ),
        Column("Cấp bậc", lambda p: p.rank, width=90),
        Column("Đơn vị", lambda p: p.unit.short_name if p.unit else "", stretch=True),
        Column("Chức vụ", lambda p: p.post, width=140, hidden=True),
        Column(
            "Tình trạng",
            lambda p: p.service_state.label,
            chip=lambda p: SERVICE_TONES[p.service_state],
            width=126,
            hidden=True,
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self.duplicates_button = QToolButton()
        self.duplicates_button.setText("Tìm người trùng…")
        self.duplicates_button.setToolTip("Những người có thể được ghi hai lần, để gộp làm một")
        self.duplicates_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.wear(self.duplicates_button, "users", "muted")
        self.duplicates_button.clicked.connect(self.find_duplicates)
        self.list.add_tool(self.duplicates_button)
        self.list.add_tool(import_button(self, "people", "danh sách cán bộ"))

    def find_duplicates(self) -> None:
        """Show who may have been typed twice; what was merged is shown everywhere."""
        if self.file is None or not self.can_leave():
            return
        dialog = DuplicatesDialog(self.file, self)
        dialog.exec()
        if dialog.is_changed:
            self.changed.emit()

    def listed(self) -> Sequence[Person] | LongList:
        """Thousands of people are read page by page, as far as they are looked at."""
        assert self.file is not None
        assert isinstance(self.form, PersonForm)
        self.form.set_choices(self.file.units.all())
        found = self.file.search.lists.long_list(Person.__name__, MANY)
        return self.load() if found is None else found

    def new_record(self) -> Person:
        return Person()


class PeriodView(StoredTab[Period]):
    """Every period of the cluster; the one chosen above is only one of them."""

    key = "periods"
    noun = "kỳ thi đua"
    record_type = Period
    form_class = PeriodForm
    add_text = "Thêm kỳ"
    empty_text = before_all = "Chưa có kỳ thi đua nào. Bấm «Thêm kỳ» để mở năm đầu tiên."
    papers = ("unit-list", "directory", "rotation", "year-status")
    columns = (
        Column("Kỳ", lambda p: p.name, width=90),
        Column(
            "Thời gian",
            lambda p: f"{short_date(p.since)} – {short_date(p.until)}",
            sort=lambda p: str(p.since),
            stretch=True,
        ),
        Column(
            "Trạng thái", lambda p: p.state.label, chip=lambda p: STATE_TONES[p.state], width=126
        ),
    )

    def load(self) -> Sequence[Period]:
        assert self.file is not None
        assert isinstance(self.form, PeriodForm)
        self.form.set_choices(self.file.units.all(), self.file.people.all())
        return sorted(super().load(), key=lambda period: str(period.since), reverse=True)

    @property
    def add_refusal(self) -> str:
        """The first period is added where there is none yet."""
        return self.refusal if self._first_cluster() else super().add_refusal

    def new_record(self) -> Period | None:
        if self.period is not None:
            return following(self.period)
        cluster, year = self._first_cluster(), dt.date.today().year
        if cluster is None or self.file is None:
            return None
        assert isinstance(self.form, PeriodForm)
        self.form.set_choices(self.file.units.all(), self.file.people.all())
        days = dt.date(year, 1, 1), dt.date(year, 12, 31)
        return Period(cluster=cluster, name=str(year), since=days[0], until=days[1])

    def _first_cluster(self) -> Cluster | None:
        """The cluster of a file that has no period yet."""
        if self.file is None or self.period is not None:
            return None
        return next(iter(self.file.clusters.all()), None)

    def copy_record(self, record: Period) -> Period:
        return following(record)

    def paper_record(self, record: Period, paper: str) -> object:
        if self.file is not None and paper == "year-status":
            return self.file.year_of(record)
        if self.file is not None and paper == "rotation":
            return self.file.rotation_of(record.cluster).including(record).as_of(record)
        return record

    def save_record(self, record: Period) -> Period:
        """Asks for the reason when a closed period is opened again; without one it stays closed."""
        assert self.file is not None
        before = self.file.periods.find(record.id)
        if before is not None and before.is_closed and not record.is_closed:
            reason = messages.ask_text(
                self, f"Mở lại {before.title}?", "Lý do mở lại, ghi vào «Ghi chú»:", "Mở lại"
            )
            record = reopened(record, dt.date.today(), reason) if reason else record
        return super().save_record(record)


class SecretariatView(StoredTab[Secretariat]):
    """The secretariat of the period."""

    key = "secretariats"
    noun = "Tổ giúp việc"
    record_type = Secretariat
    form_class = SecretariatForm
    add_text = "Thêm"
    empty_text = "Kỳ này chưa có Tổ giúp việc. Bấm «Thêm» để ghi quyết định và thành viên."
    papers = ("secretariat-decision", "secretariat-roster")
    columns = (
        Column("Quyết định", lambda s: s.decision_number or "chưa có số", stretch=True),
        Column(
            "Ngày",
            lambda s: short_date(s.decision_date),
            sort=lambda s: str(s.decision_date),
            width=100,
        ),
        Column("Số người", lambda s: str(len(s.members)), width=76, align="right"),
    )

    def load(self) -> Sequence[Secretariat]:
        assert self.file is not None
        assert isinstance(self.form, SecretariatForm)
        self.form.set_choices(self.file.people.all())
        return super().load()

    def new_record(self) -> Secretariat | None:
        return Secretariat(period=self.period) if self.period else None


class UnitsTab(Page):
    """Who there is, who is what in the period, and what goes on to the next one."""

    views = (
        ("Đơn vị", UnitView),
        ("Cán bộ", PersonView),
        ("Kỳ thi đua && thành viên", PeriodView),
        ("Tổ giúp việc", SecretariatView),
        ("3 trực tiếp", DutiesView),
        ("Bàn giao", HandoverView),
    )
    help_page = "don-vi"
