"""The award catalogue: titles and forms as two lists, all entries or those of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app import new_file
from desktop_app.domain.commendations.award import Award, AwardGroup
from desktop_app.domain.commendations.award_catalogue import renewed
from desktop_app.domain.commendations.base_salary import base_salary_on
from desktop_app.ui import icons, messages
from desktop_app.ui.commendations.rules.award_form import AwardForm, verified_chip
from desktop_app.ui.commendations.rules.bonus_setting import rounding_of
from desktop_app.ui.records.forms.date_fields import DateField
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab

TAKE = "Lấy danh mục mới"
_ALL = "Hai danh sách"


class AwardView(StoredTab[Award]):
    """The catalogue: each entry with the days it holds."""

    key = "awards"
    noun = "danh hiệu, hình thức"
    record_type = Award
    form_class = AwardForm
    tall_rows = True
    add_text = "Thêm"
    help_page = "danh-muc"
    empty_text = "Không có danh hiệu, hình thức nào của ngày này. Bỏ lọc, hoặc bấm «Thêm»."
    columns = (
        Column(
            "TT",
            lambda a: str(a.place_in_list),
            sort=lambda a: a.place_in_list,
            width=44,
            align="right",
        ),
        Column("Tên", lambda a: a.name, stretch=True),
        Column("Nhóm", lambda a: a.group.label, width=130, hidden=True),
        Column("Hiệu lực", lambda a: _validity(a), sort=lambda a: str(a.valid_from), width=108),
        Column(
            "Đối chiếu",
            lambda a: verified_chip(a.verified)[0],
            chip=lambda a: verified_chip(a.verified)[1],
            width=112,
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self._build_filter()
        take = QToolButton()
        take.setText(TAKE)
        take.setToolTip("Thêm mục mới của chương trình, điền ô còn trống; ô đã ghi giữ nguyên")
        take.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.wear(take, "download", "muted")
        take.clicked.connect(self.take_catalogue)
        self.list.add_tool(take)

    def load(self) -> Sequence[Award]:
        assert self.file is not None
        assert isinstance(self.form, AwardForm)
        base = base_salary_on(self.file.base_salaries.all(), dt.date.today())
        self.form.set_money(base, rounding_of(self.file))
        shown = (award for award in super().load() if self._is_asked_for(award))
        return sorted(shown, key=lambda award: (award.place_in_list, str(award.valid_from)))

    def new_record(self) -> Award:
        group = self._group() or AwardGroup.TITLE
        place = self.list.model.total + 1
        return Award(place_in_list=place, for_collective=True, group=group)

    def select(self, record_id: str) -> bool:
        """Show an entry, also one that the filter leaves out."""
        found = super().select(record_id)
        if not found and self._is_narrowed and self.can_leave():
            self.show_day(None)
            found = super().select(record_id)
        return found

    def show_day(self, day: dt.date | None, group: AwardGroup | None = None) -> None:
        """The entries that hold on a day, of one list or of both."""
        self.day.set_value(day)
        places = [None, *AwardGroup]
        self.group.setCurrentIndex(places.index(group))
        self._narrow()

    def take_catalogue(self) -> None:
        """What the program's catalogue has and the file lacks; nothing typed is changed."""
        if self.file is None or not self.can_leave():
            return
        better = renewed(self.file.awards.all(), new_file.award_catalogue())
        if not better:
            self.status.emit("Danh mục của tệp đã đủ các mục của chương trình.")
            return
        new = sum(self.file.awards.find(award.id) is None for award in better)
        told = f"Thêm {new} mục, điền ô trống của {len(better) - new} mục. Ô đã ghi giữ nguyên."
        if not messages.ask(self, "Lấy danh mục mới của chương trình?", told, "Lấy danh mục"):
            return
        self.file.save_all(better)
        self._load()
        self.status.emit(f"Đã bổ sung {len(better)} mục của danh mục; Ctrl+Z để hoàn tác")
        self.changed.emit()

    # --- the filter ---------------------------------------------------------------------------

    def _build_filter(self) -> None:
        self.group = CalmCombo()
        self.group.addItems([_ALL, *(group.label for group in AwardGroup)])
        self.group.setAccessibleName("Danh sách")
        self.day = DateField("Có hiệu lực ngày")
        self.day.setToolTip("Để trống: mọi mục, cả mục đã hết hiệu lực")
        self.group.currentIndexChanged.connect(self._narrow)
        self.day.edited.connect(self._narrow)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 0, 10, 6)
        label = QLabel("Ngày")
        label.setToolTip(self.day.label.text())
        row.addWidget(self.group, 1)
        row.addWidget(label)
        row.addWidget(self.day, 1)
        self.list.add_bar(bar)

    def _narrow(self) -> None:
        if self.file is not None and self.period is not None:
            self._load()

    def _group(self) -> AwardGroup | None:
        choices: list[AwardGroup | None] = [None, *AwardGroup]
        return choices[self.group.currentIndex()]

    @property
    def _is_narrowed(self) -> bool:
        return self.day.value() is not None or self._group() is not None

    def _is_asked_for(self, award: Award) -> bool:
        group = self._group()
        return award.holds_on(self.day.value()) and (group is None or award.group is group)


def _validity(award: Award) -> str:
    start = award.valid_from.year if award.valid_from else "…"
    end = award.valid_until.year if award.valid_until else "nay"
    return f"{start} – {end}"
