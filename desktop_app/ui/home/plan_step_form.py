"""The form of one step of the year plan."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QLabel

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.plan import PlanStep, StepKind, StepState, YearPlan
from desktop_app.ui.records.forms.fields import ChoiceField, DateField, LineField, TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    StepState.DONE: Tone.GREEN,
    StepState.LATE: Tone.RED,
    StepState.NOW: Tone.AMBER,
    StepState.AHEAD: Tone.BLUE,
}


class PlanStepForm(RecordForm):
    """What, when, by whom, with which papers; days outside the period are remarked on."""

    empty_text = (
        "Kỳ này chưa có kế hoạch.\n\n«Lập từ mẫu» ghi sẵn các bước thường có trong một năm, ngày"
        " tính theo kỳ; sau đó sửa, thêm, bớt từng việc."
    )

    def build(self) -> None:
        self._plan: YearPlan | None = None
        self._outside = QLabel()
        self._outside.setWordWrap(True)
        self._outside.setProperty("role", "muted")
        page = self.add_page("Việc trong kế hoạch")
        page.row(text=TextField("Nội dung", rows=2))
        page.row(kind=ChoiceField("Bước", StepKind))
        page.row(starts=DateField("Bắt đầu"), due=DateField("Hạn xong"))
        page.widget(self._outside)
        page.row(done_on=DateField("Ngày xong"))
        page.row(who=LineField("Đơn vị chủ trì"))
        page.row(papers=TextField("Văn bản", rows=3))
        page.row(note=TextField("Ghi chú", rows=2))
        self.fields["kind"].edited.connect(self._offer_text)
        self.edited.connect(self._show_outside)

    def set_plan(self, plan: YearPlan | None) -> None:
        """The plan whose steps are shown: it knows the days of the period."""
        self._plan = plan

    def fill(self, record: PlanStep) -> None:
        self._show_outside()

    def chip_of(self, record: PlanStep) -> tuple[str, Tone]:
        state = record.state_on(dt.date.today())
        if record.done_on:
            return f"Đã xong {short_date(record.done_on)}", STATE_TONES[state]
        return state.label, STATE_TONES[state]

    def _offer_text(self) -> None:
        """A step of a known kind begins with that kind's words."""
        if not self.fields["text"].value():
            self.fields["text"].set_value(self.fields["kind"].value().label)
            self.refresh_head()

    def _show_outside(self) -> None:
        remark = self._plan.outside(self.record()) if self._plan and self.shown else ""
        self._outside.setText(remark)
        self._outside.setVisible(bool(remark))
