"""Four short pages that make a new data file: the cluster, its units, the year, the file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from desktop_app import paths
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.domain.vietnamese import clean_line
from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Membership, Period, PeriodState, Role
from desktop_app.new_file import create_file
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.menus.recent_files import KINDS, with_ending


class FirstStart(QWizard):
    """Asks only what the first papers need; everything can be changed later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: DataFile | None = None
        """The file that was made."""
        self.setWindowTitle("Khởi tạo cụm thi đua")
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.cluster_page = ClusterPage()
        self.units_page = UnitsPage()
        self.year_page = YearPage(self.units_page)
        self.file_page = FilePage()
        for page in (self.cluster_page, self.units_page, self.year_page, self.file_page):
            self.addPage(page)
        self.resize(680, 520)

    def accept(self) -> None:
        """Makes the file; when that fails the wizard stays open with all that was typed."""
        try:
            self.file = create_file(self.file_page.path(), self.records())
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            super().accept()

    def records(self) -> list[Record]:
        """Cluster, units and period, in the order in which they refer to each other."""
        cluster = self.cluster_page.cluster()
        units = [Unit(names=(UnitName(full=name),)) for name in self.units_page.names()]
        return [cluster, *units, self.year_page.period(cluster, units)]


class _Page(QWizardPage):
    """A page with a form and a heading that counts the pages."""

    def __init__(self, number: int, title: str, subtitle: str) -> None:
        super().__init__()
        self.setTitle(f"{title} ({number}/4)")
        self.setSubTitle(subtitle)

    def _line(self, form: QFormLayout, label: str, hint: str, text: str = "") -> QLineEdit:
        field = QLineEdit(text)
        field.setPlaceholderText(hint)
        field.setToolTip(hint)
        field.textChanged.connect(self.completeChanged)
        form.addRow(label, field)
        return field


class ClusterPage(_Page):
    """Who the cluster is."""

    def __init__(self) -> None:
        super().__init__(1, "Cụm thi đua", "Tên cụm như ghi trên văn bản. Có thể sửa lại sau.")
        form = QFormLayout(self)
        self.name = self._line(form, "&Tên cụm", "Cụm thi đua số 2")
        self.block = self._line(form, "&Khối", "Khối các đơn vị trực thuộc Bộ trưởng (nếu có)")
        self.body = self._line(form, "&Cơ quan tổ chức cụm", "Bộ Công an")
        self.code = self._line(form, "&Ký hiệu văn bản", "CTĐ2")
        self.place = self._line(form, "&Địa danh", "Hà Nội")

    def isComplete(self) -> bool:
        return bool(clean_line(self.name.text()) and clean_line(self.body.text()))

    def cluster(self) -> Cluster:
        return Cluster(
            name=clean_line(self.name.text()),
            block=clean_line(self.block.text()),
            organising_body=clean_line(self.body.text()),
            code=clean_line(self.code.text()),
            place=clean_line(self.place.text()),
        )


class UnitsPage(_Page):
    """The members, pasted one a line: a unit's name may well hold commas."""

    def __init__(self) -> None:
        super().__init__(2, "Các đơn vị", "Dán danh sách đơn vị thành viên, mỗi dòng một đơn vị.")
        self._text = QPlainTextEdit()
        self._text.setAccessibleName("Danh sách đơn vị, mỗi dòng một đơn vị")
        self._text.setPlaceholderText("Cục Kế hoạch và Đầu tư\nCục An ninh mạng\n…")
        self._text.setTabChangesFocus(True)
        self._text.textChanged.connect(self._changed)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._count)
        self._changed()

    def names(self) -> list[str]:
        """The units without empty lines and without those entered twice."""
        lines = (clean_line(line) for line in self._text.toPlainText().splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def isComplete(self) -> bool:
        return bool(self.names())

    def _changed(self) -> None:
        lines = [line for line in self._text.toPlainText().splitlines() if line.strip()]
        twice = len(lines) - len(self.names())
        note = f", {twice} dòng trùng được bỏ qua" if twice else ""
        self._count.setText(f"{len(self.names())} đơn vị nhận ra{note}")
        self.completeChanged.emit()


class YearPage(_Page):
    """The year and who leads it."""

    def __init__(self, units: UnitsPage) -> None:
        super().__init__(3, "Năm thi đua", "Năm đang làm và đơn vị Cụm trưởng của năm đó.")
        self._units = units
        form = QFormLayout(self)
        today = dt.date.today()
        self.year = self._line(form, "&Năm", "2026", str(today.year))
        self.lead = QComboBox()
        self.lead.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        form.addRow("Đơn vị &Cụm trưởng", self.lead)
        self.movement = self._line(form, "&Phong trào thi đua", "Vì an ninh Tổ quốc")
        self.slogan = self._line(form, "&Khẩu hiệu", "Khẩu hiệu hành động của năm (nếu có)")

    def initializePage(self) -> None:
        chosen = self.lead.currentText()
        self.lead.clear()
        self.lead.addItems(self._units.names())
        self.lead.setCurrentIndex(max(0, self.lead.findText(chosen)))

    def isComplete(self) -> bool:
        text = self.year.text().strip()
        return text.isdigit() and 1945 <= int(text) <= 2200

    def period(self, cluster: Cluster, units: list[Unit]) -> Period:
        year = int(self.year.text())
        lead = self.lead.currentText()
        members = tuple(
            Membership(unit=unit, role=Role.LEAD if unit.name == lead else Role.MEMBER)
            for unit in units
        )
        return Period(
            cluster=cluster,
            name=str(year),
            since=dt.date(year, 1, 1),
            until=dt.date(year, 12, 31),
            movement=clean_line(self.movement.text()),
            slogan=clean_line(self.slogan.text()),
            state=PeriodState.RUNNING,
            members=members,
        )


class FilePage(_Page):
    """Where the data file goes."""

    def __init__(self) -> None:
        super().__init__(
            4, "Tệp dữ liệu", "Mọi dữ liệu nằm trong một tệp. Hãy để tệp trên ổ cứng của máy này."
        )
        self._path = QLineEdit(str(_free_path(paths.data_file())))
        self._path.setAccessibleName("Tệp dữ liệu")
        self._path.textChanged.connect(self.completeChanged)
        choose = QPushButton("Chọn…")
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self._path, 1)
        row.addWidget(choose)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        note = QLabel("Không để tệp đang dùng trên ổ mạng, thẻ nhớ USB hay thư mục đồng bộ.")
        note.setProperty("role", "muted")
        layout.addWidget(note)
        layout.addStretch(1)

    def isComplete(self) -> bool:
        return bool(self._path.text().strip())

    def path(self) -> Path:
        return with_ending(Path(self._path.text().strip()))

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Tệp dữ liệu mới", self._path.text(), KINDS)
        if name:
            self._path.setText(name)


def _free_path(path: Path) -> Path:
    """The default name, counted up where a file of that name exists."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} {number}")
    return free
