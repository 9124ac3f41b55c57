"""The form of a criteria set: its tree, the targets of the units, its papers and its rules."""

from __future__ import annotations

import html
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QLabel

from desktop_app.domain.scores.criteria import (
    CriteriaSet,
    CriteriaState,
    FinalRule,
    KnockOutBars,
    LeadReviewer,
    RankedBy,
    TieRule,
)
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LinesField,
    NumberField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.order_field import OrderField
from desktop_app.ui.scores.criteria.criteria_tree_field import CriteriaTreeField
from desktop_app.ui.scores.criteria.targets_field import TargetsField
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    CriteriaState.DRAFT: Tone.AMBER,
    CriteriaState.ADOPTED: Tone.GREEN,
    CriteriaState.LOCKED: Tone.GREY,
}
FREE_WHEN_LOCKED = ("note", "tie_rules", "final_rule", "lead_reviewer", "knock_out_bars")
"""What no score rests on (see `lock_problems`)."""
LOCKED = (
    "Bộ tiêu chí đã khóa vì đã có phiếu chấm nộp. Muốn sửa tiêu chí, điểm hay chỉ tiêu, bấm "
    "«Lập phiên bản mới»; ghi chú và cách xét điểm cuối, xếp hạng vẫn sửa được."
)
_WARNINGS_SHOWN = 2


class CriteriaForm(RecordForm):
    """The tree first: it is what one comes for."""

    empty_text = "Kỳ này chưa có bộ tiêu chí. Bấm «Thêm bộ» để lập."

    def build(self) -> None:
        self._build_tree()
        self._build_targets()
        self._build_about()
        self._build_rules()

    def set_read_only(self, on: bool, why: str = "") -> None:
        super().set_read_only(on, why)
        if not on and self.shown is not None and self.shown.is_locked:
            for name, field in self.fields.items():
                field.set_read_only(name not in FREE_WHEN_LOCKED)
            self.show_notice(LOCKED)

    def changes(self) -> dict[str, Any]:
        self.targets.follow(self.criteria.value(), self._units())
        return super().changes()

    def fill(self, record: CriteriaSet) -> None:
        self._show_sums()

    def chip_of(self, record: CriteriaSet) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]

    # --- pages ------------------------------------------------------------------------------

    def _build_tree(self) -> None:
        page = self.add_page("Tiêu chí")
        self.criteria = CriteriaTreeField("Cây tiêu chí")
        page.row(criteria=self.criteria)
        self._sums = QLabel()
        self._sums.setWordWrap(True)
        self._sums.setTextFormat(Qt.TextFormat.RichText)
        page.widget(self._sums)
        self.criteria.edited.connect(self._show_sums)

    def _build_targets(self) -> None:
        page = self.add_page("Chỉ tiêu")
        words = QLabel(
            "Ô trống: được giao, không có chỉ tiêu bằng số. Gõ «k»: không giao cho đơn vị. "
            "Dán được cả vùng chép từ Excel."
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        page.widget(words)
        self.targets = TargetsField("Chỉ tiêu của từng đơn vị")
        page.row(targets=self.targets)

    def _build_about(self) -> None:
        page = self.add_page("Thông tin")
        page.row(name=TextField("Tên bộ tiêu chí", rows=2))
        state = ChoiceField("Trạng thái", CriteriaState)
        items = state.editor.model()
        assert isinstance(items, QStandardItemModel)
        # A set is locked by the first sheet handed in, not by hand.
        items.item(list(CriteriaState).index(CriteriaState.LOCKED)).setEnabled(False)
        page.row(state=state, adopted_on=DateField("Ngày thông qua"))
        page.row(version=NumberField("Phiên bản", empty=1, minimum=1))
        page.row(grounds=LinesField("Căn cứ", rows=4, tip="Mỗi dòng một căn cứ."))
        page.row(note=TextField("Ghi chú", rows=4))

    def _build_rules(self) -> None:
        page = self.add_page("Cách tính && xếp hạng")
        page.row(
            final_rule=ChoiceField("Điểm cuối", FinalRule),
            rounding_places=NumberField("Làm tròn", maximum=4, suffix="chữ số", empty=2),
        )
        page.row(
            lead_reviewer=ChoiceField(
                "Chấm Cụm trưởng",
                LeadReviewer,
                tip="Ai thẩm định phiếu của chính đơn vị Cụm trưởng.",
            ),
            ranked_by=ChoiceField("Xếp hạng theo", RankedBy),
        )
        page.row(
            knock_out_bars=ChoiceField(
                "Điểm liệt", KnockOutBars, tip="Đơn vị bị điểm liệt không được xét gì."
            )
        )
        tip = "Bằng điểm thì xét lần lượt từ trên xuống; bỏ dấu ở quy tắc không dùng."
        page.row(tie_rules=OrderField("Khi bằng điểm, xét lần lượt", TieRule, tip=tip))

    # --- what follows from the fields -------------------------------------------------------

    def _units(self) -> tuple[Unit, ...]:
        """The members in the cluster's order, then others that have targets from before."""
        if self.shown is None:
            return ()
        members = self.shown.period.members_on(self.shown.adopted_on)
        units = {member.unit.id: member.unit for member in members}
        units |= {t.unit.id: t.unit for t in self.shown.targets if t.unit.id not in units}
        return tuple(units.values())

    def _show_sums(self) -> None:
        if self.shown is None:
            return
        criteria: CriteriaSet = self.record()
        leaves = sum(one.max_points is not None for one in criteria.tree.leaves)
        lines = [
            f"<b>Tổng điểm của bảng: {number(criteria.max_total)}</b> "
            f"({leaves} tiêu chí chấm điểm, {len(criteria.tree.roots)} phần)"
        ]
        told = criteria.warnings()
        lines += [f"⚠ {html.escape(words)}" for words in told[:_WARNINGS_SHOWN]]
        if len(told) > _WARNINGS_SHOWN:
            lines[-1] += f" <i>Còn {len(told) - _WARNINGS_SHOWN} điều cần xem nữa.</i>"
        self._sums.setText("<br>".join(lines))
        self._sums.setToolTip("\n".join(told))
