"""«Mở năm mới»: three pages that turn the last year into the next one, nothing typed again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizard,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import clean_line, short_date
from desktop_app.domain.years.new_year import (
    Roles,
    following,
    units_that_stay,
    with_members,
)
from desktop_app.domain.years.period import Period, RoleSource
from desktop_app.domain.years.rotation import Rotation
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.records.forms.fields import DateField
from desktop_app.ui.units.new_year_page import NewYearPage
from desktop_app.ui.units.takeover_page import TakeoverPage

_UNIT = Qt.ItemDataRole.UserRole


class NewYearWizard(QWizard):
    """Everything is proposed from the last year; the person confirms page by page."""

    def __init__(self, file: DataFile, last: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.made: Period | None = None
        """The period that was opened."""
        self.last = last
        self.setWindowTitle("Mở năm mới")
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setButtonText(QWizard.WizardButton.FinishButton, "Tạo")
        self.units_page = UnitsPage(last, file.units.all())
        self.roles_page = RolesPage(self.units_page, file.rotation_of(last.cluster))
        self.takeover_page = TakeoverPage(self.period, last, file)
        for page in (self.units_page, self.roles_page, self.takeover_page):
            self.addPage(page)
        self.resize(760, 600)

    def period(self) -> Period:
        """The new period as the first two pages have it."""
        return with_members(
            self.units_page.period(), self.last, self.units_page.units(), self.roles_page.roles()
        )

    def accept(self) -> None:
        """Saves everything as one change; when that fails the wizard stays open."""
        period = self.takeover_page.made_period()
        records: list[Record] = [period, *self.takeover_page.records()]
        try:
            self._file.save_all(records)
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.made = period
            super().accept()


class UnitsPage(NewYearPage):
    """The days of the new year and who is in it."""

    def __init__(self, last: Period, units: Sequence[Unit]) -> None:
        super().__init__(
            1, "Các đơn vị", "Đơn vị thành viên lấy từ năm trước; bỏ dấu đơn vị không còn tham gia."
        )
        self._draft = following(last)
        self.name = QLineEdit(self._draft.name)
        self.name.setPlaceholderText("2026")
        self.since, self.until = DateField("Từ ngày"), DateField("Đến ngày")
        self.slogan = QLineEdit()
        self.slogan.setPlaceholderText("Khẩu hiệu hành động của năm (nếu có)")
        self.list = QListWidget()
        self._build()
        self.since.set_value(self._draft.since)
        self.until.set_value(self._draft.until)
        self._fill(last, units)

    def isComplete(self) -> bool:
        whole = bool(clean_line(self.name.text())) and bool(self.units())
        return whole and None not in (self.since.value(), self.until.value())

    def period(self) -> Period:
        return self._draft.replace(
            name=clean_line(self.name.text()),
            since=self.since.value(),
            until=self.until.value(),
            slogan=clean_line(self.slogan.text()),
        )

    def units(self) -> tuple[Unit, ...]:
        """The units with a mark, in the order of the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        checked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return tuple(item.data(_UNIT) for item in checked)

    def _build(self) -> None:
        self.list.setAccessibleName("Đơn vị thành viên của năm mới")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        days = QHBoxLayout()
        days.addWidget(self.since)
        self.until.label.setText("đến ngày")
        days.addWidget(self.until.label)
        days.addWidget(self.until)
        days.addStretch(1)
        form = QFormLayout()
        form.addRow("&Tên kỳ", self.name)
        form.addRow(self.since.label, days)
        form.addRow("&Khẩu hiệu", self.slogan)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.list, 1)
        self.name.textChanged.connect(self.completeChanged)
        self.list.itemChanged.connect(self.completeChanged)
        for field in (self.since, self.until):
            field.edited.connect(self.completeChanged)

    def _fill(self, last: Period, units: Sequence[Unit]) -> None:
        """Last year's members with a mark, then the others; one that has ended says so."""
        day = self._draft.since or dt.date.today()
        staying = units_that_stay(last, units, day)
        held = {member.unit.id for member in last.members_on(None)}
        ids = {unit.id for unit in staying}
        for unit in staying:
            self._add(unit, day, "" if unit.id in held else "kế thừa đơn vị năm trước", True)
        for unit in units:
            if unit.id not in ids:
                ended = unit.inactive_from
                note = f"ngừng hoạt động từ {short_date(ended)}" if ended else "chưa tham gia"
                self._add(unit, day, note, False)

    def _add(self, unit: Unit, day: dt.date, note: str, is_member: bool) -> None:
        name = unit.name_on(day)
        item = QListWidgetItem(f"{name} ({note})" if note else name)
        item.setData(_UNIT, unit)
        item.setCheckState(Qt.CheckState.Checked if is_member else Qt.CheckState.Unchecked)
        self.list.addItem(item)


class RolesPage(NewYearPage):
    """Who leads: proposed by the rotation book, with its reason."""

    def __init__(self, units: UnitsPage, rotation: Rotation) -> None:
        super().__init__(
            2, "Vai trò", "Đề xuất theo sổ luân phiên; chọn lại nếu hội nghị đã bầu đơn vị khác."
        )
        self._units, self._rotation = units, rotation
        self.lead, self.deputy = _unit_box(), _unit_box()
        self.source = QComboBox()
        for source in RoleSource:
            self.source.addItem(source.label, source)
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setProperty("role", "muted")
        form = QFormLayout(self)
        form.addRow("Đơn vị Cụm &trưởng", self.lead)
        form.addRow(self.why)
        form.addRow("Đơn vị Cụm &phó", self.deputy)
        form.addRow("&Cách xác định", self.source)
        for box in (self.lead, self.deputy):
            box.currentIndexChanged.connect(self._show_why)
            box.currentIndexChanged.connect(self.completeChanged)

    def initializePage(self) -> None:
        """Offer the units of the first page; what was chosen already stays chosen."""
        units = self._units.units()
        ids = {unit.id for unit in units}
        order = [c.unit for c in self._rotation.candidates if c.unit.id in ids]
        first, *others = order or units
        _fill_box(self.lead, units, first, "")
        _fill_box(self.deputy, units, next(iter(others), None), "Chưa có Cụm phó")
        self._show_why()

    def isComplete(self) -> bool:
        return self.lead.currentData() is not None and not self._is_one_unit()

    def _is_one_unit(self) -> bool:
        lead, deputy = self.lead.currentData(), self.deputy.currentData()
        return bool(lead and deputy and lead.id == deputy.id)

    def roles(self) -> Roles:
        return Roles(self.lead.currentData(), self.deputy.currentData(), self.source.currentData())

    def _show_why(self) -> None:
        if self._is_one_unit():
            self.why.setText("Cụm trưởng và Cụm phó phải là hai đơn vị khác nhau.")
            return
        lead = self.lead.currentData()
        reasons = (c.why for c in self._rotation.candidates if lead and c.unit.id == lead.id)
        self.why.setText(next(reasons, ""))


def _unit_box() -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _fill_box(box: QComboBox, units: Sequence[Unit], proposed: Unit | None, none: str) -> None:
    """The units with the one chosen before, or else the proposed one, in hand."""
    before = box.currentData()
    wanted = before.id if before else proposed.id if proposed else ""
    box.blockSignals(True)
    box.clear()
    if none:
        box.addItem(none, None)
    for unit in units:
        box.addItem(unit.name, unit)
    ids = [data.id if (data := box.itemData(row)) else "" for row in range(box.count())]
    box.setCurrentIndex(max(0, ids.index(wanted) if wanted in ids else 0))
    box.blockSignals(False)
