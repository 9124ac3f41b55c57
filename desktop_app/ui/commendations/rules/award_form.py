"""The form of an entry of the award catalogue: dated data with its source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from desktop_app.domain.commendations.award import (
    Award,
    AwardGroup,
    AwardLevel,
    SubjectKind,
    VoteBase,
)
from desktop_app.domain.commendations.base_salary import BaseSalary
from desktop_app.domain.commendations.eligibility.condition import Check, Condition, ForWhom
from desktop_app.domain.commendations.money import Rounding, bonus, dong, multiple_of
from desktop_app.ui.records.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LineField,
    LinesField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

CONDITION_COLUMNS = (
    PartColumn("sentence", "Điều kiện", width=250, multiline=True),
    PartColumn("check", "Cách kiểm tra", "choice", choices=Check, width=170),
    PartColumn("codes", "Mã được tính", width=110),
    PartColumn("count", "Số, hạng, %", "number", decimals=2, width=84),
    PartColumn("years", "Số năm", "number", width=64),
    PartColumn("paper", "Giấy tờ chứng minh", width=170, multiline=True),
    PartColumn("for_whom", "Dành cho", "choice", choices=ForWhom, width=120),
    PartColumn("either", "Nhóm thay thế", width=72),
    PartColumn("article", "Điều khoản, văn bản", width=220, multiline=True),
    PartColumn("valid_from", "Từ ngày", "date", width=96),
    PartColumn("valid_until", "Đến hết", "date", width=96),
    PartColumn("verified", "Đã đối chiếu", "check", width=84),
    PartColumn("verified_until", "Đối chiếu đến", "date", width=98),
)
_EITHER = (
    "Các điều kiện cùng chữ cái là một nhóm, mỗi số một cách đạt: chỉ cần đạt một cách "
    "(a1 hoặc a2). Để trống: luôn phải đạt."
)


class AwardForm(RecordForm):
    """What an award is, its dossier and money, its conditions, and where all that is written."""

    empty_text = "Chọn một danh hiệu hoặc hình thức, hoặc bấm «Thêm» để bổ sung danh mục."

    def build(self) -> None:
        self._base: BaseSalary | None = None
        self._rounding = Rounding.UP
        self._build_award()
        self._build_dossier()
        page = self.add_page("Điều kiện")
        page.row(
            conditions=PartsTable(
                "Điều kiện xét tặng",
                CONDITION_COLUMNS,
                Condition,
                rows=8,
                add_text="Thêm điều kiện",
                tip=_EITHER,
            )
        )
        self.conditions_page = page

    def set_money(self, base: BaseSalary | None, rounding: Rounding) -> None:
        """The base salary of today and how products are rounded."""
        self._base, self._rounding = base, rounding

    def fill(self, record: Award) -> None:
        self._say_bonus(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._say_bonus(self.record())

    def chip_of(self, record: Award) -> tuple[str, Tone]:
        return verified_chip(record.verified)

    def _build_award(self) -> None:
        page = self.add_page("Danh hiệu, hình thức")
        page.row(name=TextField("Tên", rows=2))
        page.row(code=LineField("Mã"), place_in_list=NumberField("Thứ tự", empty=0))
        page.row(group=ChoiceField("Nhóm", AwardGroup), level=ChoiceField("Cấp", AwardLevel))
        page.row(
            for_collective=CheckField("Dành cho tập thể"),
            for_individual=CheckField("Dành cho cá nhân"),
        )
        page.row(decided_by=LineField("Cấp quyết định"))
        page.row(physical_item=TextField("Hiện vật", rows=2))
        page.row(
            bonus_collective=NumberField("Hệ số tập thể", decimals=2),
            bonus_individual=NumberField("Hệ số cá nhân", decimals=2),
        )
        self.money = QLabel()
        self.money.setProperty("role", "muted")
        self.money.setWordWrap(True)
        page.widget(self.money)
        page.row(valid_from=DateField("Hiệu lực từ"), valid_until=DateField("Đến hết"))
        page.row(source=TextField("Nguồn", rows=4))
        page.row(verified=CheckField("Đã đối chiếu với văn bản gốc"))

    def _build_dossier(self) -> None:
        page = self.add_page("Hồ sơ, phiếu, chỉ tiêu")
        page.row(dossier_papers=LinesField("Hồ sơ gồm", tip="Mỗi dòng một loại giấy tờ."))
        page.row(
            vote_threshold=NumberField("Tỷ lệ phiếu", decimals=2, suffix="%"),
            vote_base=ChoiceField("Tính trên", VoteBase, nullable=True),
        )
        page.row(quota_note=TextField("Chỉ tiêu, tỷ lệ", rows=3))

    def _say_bonus(self, award: Award) -> None:
        self.money.setText(bonus_words(award, self._base, self._rounding))


def verified_chip(verified: bool) -> tuple[str, Tone]:
    """Whether somebody has compared it with the original, as a word on its colour."""
    return ("Đã đối chiếu", Tone.GREEN) if verified else ("Cần kiểm tra", Tone.AMBER)


def bonus_words(award: Award, base: BaseSalary | None, rounding: Rounding) -> str:
    """«Mức thưởng theo lương cơ sở 2.530.000 đồng: tập thể 30.360.000 đồng.»"""
    if base is None or base.amount is None:
        return "Chưa có lương cơ sở để tính mức thưởng."
    told: Sequence[str] = [
        f"{kind.label.lower()} {dong(bonus(multiple, base.amount, rounding))}"
        for kind in SubjectKind
        if (multiple := multiple_of(award, kind)) is not None
    ]
    if not told:
        return "Chưa ghi hệ số thưởng."
    return f"Mức thưởng theo lương cơ sở {dong(base.amount)}: {', '.join(told)}."
