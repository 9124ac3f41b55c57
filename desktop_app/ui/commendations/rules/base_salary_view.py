"""The view «Lương cơ sở»: a dated table, from which bonuses are computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop_app import new_file
from desktop_app.domain.commendations.base_salary import BaseSalary, base_salary_on
from desktop_app.domain.commendations.money import dong_in_words
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.ui import icons
from desktop_app.ui.commendations.rules.award_form import verified_chip
from desktop_app.ui.commendations.rules.bonus_setting import RoundingBox
from desktop_app.ui.records.forms.fields import CheckField, DateField, NumberField, TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone

TAKE = "Lấy bảng của chương trình"


class BaseSalaryForm(RecordForm):
    """An amount, the day it begins, and where that is written."""

    empty_text = "Chọn một mức, hoặc bấm «Thêm mức lương» khi có nghị định mới."

    def build(self) -> None:
        page = self.add_page("Mức lương cơ sở")
        page.row(since=DateField("Từ ngày"), amount=NumberField("Mức", suffix="đồng"))
        page.row(source=TextField("Nguồn", rows=3))
        page.row(verified=CheckField("Đã đối chiếu với văn bản gốc"))

    def title_of(self, record: BaseSalary) -> str:
        return dong_in_words(record.amount) if record.amount else "Mức lương cơ sở"

    def chip_of(self, record: BaseSalary) -> tuple[str, Tone]:
        return verified_chip(record.verified)


class BaseSalaryView(StoredTab[BaseSalary]):
    """The newest first; each holds until the next one begins."""

    key = "base-salaries"
    noun = "mức lương cơ sở"
    record_type = BaseSalary
    form_class = BaseSalaryForm
    add_text = "Thêm mức lương"
    help_page = "tien-thuong"
    empty_text = f"Chưa có mức nào. Bấm «{TAKE}» ở dưới danh sách, hoặc «Thêm mức lương»."
    columns = (
        Column("Từ ngày", lambda s: short_date(s.since), sort=lambda s: str(s.since), width=100),
        Column("Mức (đồng)", lambda s: number(s.amount or 0), stretch=True, align="right"),
        Column(
            "Đối chiếu",
            lambda s: verified_chip(s.verified)[0],
            chip=lambda s: verified_chip(s.verified)[1],
            width=116,
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self.rounding = RoundingBox()
        self.rounding.kept.connect(self.changed)
        self.list.add_bar(self.rounding)
        take = QToolButton()
        take.setText(TAKE)
        take.setToolTip("Thêm những mức của chương trình mà tệp này chưa có")
        take.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.wear(take, "download", "muted")
        take.clicked.connect(self.take_table)
        self.list.add_tool(take)

    def load(self) -> Sequence[BaseSalary]:
        assert self.file is not None
        self.rounding.follow(self.file)
        return sorted(super().load(), key=lambda s: str(s.since), reverse=True)

    def new_record(self) -> BaseSalary:
        return BaseSalary()

    def count_text(self, records: Sequence[BaseSalary]) -> str:
        held = base_salary_on(records, dt.date.today())
        return f"Hôm nay: {number(held.amount or 0)} đồng" if held else "Hôm nay: chưa có mức"

    def take_table(self) -> None:
        """The program's amounts that begin on a day for which the file has none."""
        if self.file is None or not self.can_leave():
            return
        days = {salary.since for salary in self.file.base_salaries.all()}
        missing = [s for s in new_file.base_salaries() if s.since not in days]
        if not missing:
            self.status.emit("Tệp đã có đủ các mức của chương trình.")
            return
        self.file.save_all(missing)
        self._load()
        self.status.emit(f"Đã thêm {len(missing)} mức lương cơ sở; Ctrl+Z để hoàn tác")
        self.changed.emit()
