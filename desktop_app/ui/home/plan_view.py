"""The view «Kế hoạch năm»: the steps of the year's plan, one a line, and the plan as a paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.plan import PlanStep, StepState, YearPlan
from desktop_app.domain.years.plan_template import with_typical_steps
from desktop_app.ui import icons, messages
from desktop_app.ui.home.plan_step_form import STATE_TONES, PlanStepForm
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone

_FURTHEST = 366
"""Days a whole plan can be shifted at once: more is a slip of the pen."""


def _state(step: PlanStep) -> StepState:
    return step.state_on(dt.date.today())


def _tone(step: PlanStep) -> Tone:
    return STATE_TONES[_state(step)]


class PlanView(StoredTab[PlanStep]):
    """A step is saved with its plan, so the history and undo speak of the plan."""

    key = "plan"
    noun = "việc"
    record_type = PlanStep
    form_class = PlanStepForm
    tall_rows = True
    add_text = "Thêm việc"
    empty_text = "Kỳ này chưa có kế hoạch. Bấm «Lập từ mẫu» ở dưới, hoặc «Thêm việc»."
    papers = ("year-plan",)
    help_page = "ke-hoach-nam"
    columns = (
        Column(
            "Hạn",
            lambda s: short_date(s.deadline),
            sort=lambda s: str(s.deadline or dt.date.max),
            width=92,
        ),
        Column("Nội dung", lambda s: s.title, stretch=True),
        Column("Chủ trì", lambda s: s.who, width=140, hidden=True),
        Column("Tình trạng", lambda s: _state(s).label, chip=_tone, width=112),
    )

    def __init__(self) -> None:
        super().__init__()
        self.template_button = _tool("Lập từ mẫu", "list-ordered", self.draw_up)
        self.shift_button = _tool("Dời ngày…", "calendar", self.shift)
        self.draft.whole = self._with_plan
        self.list.add_tool(self.template_button)
        self.list.add_tool(self.shift_button)

    @classmethod
    def shows(cls, record: Record) -> bool:
        return isinstance(record, PlanStep | YearPlan)

    @property
    def belongs_to_period(self) -> bool:
        return True

    def make_form(self) -> RecordForm:
        form = PlanStepForm()
        self._done = form.add_action("Đánh dấu xong", self.mark_done, icon="circle-check")
        return form

    def plan(self) -> YearPlan | None:
        """The plan of the period as it was saved."""
        plans = self.file.plans.of_period(self.period) if self.file and self.period else ()
        return plans[0] if plans else None

    # --- reading and saving ---------------------------------------------------------------

    def load(self) -> Sequence[PlanStep]:
        assert isinstance(self.form, PlanStepForm)
        plan = self._plan_or_new()
        self.form.set_plan(plan)
        return plan.in_order

    def new_record(self) -> PlanStep | None:
        return PlanStep() if self.period else None

    def copy_record(self, record: PlanStep) -> PlanStep:
        copied: PlanStep = super().copy_record(record)
        return copied.replace(done_on=None)

    def save_record(self, record: PlanStep) -> PlanStep:
        self._save(self._plan_or_new().with_step(record))
        return record

    def show_draft(self, draft: Record) -> bool:
        """The step that differs from the saved plan, as an edit that is not saved."""
        if not isinstance(draft, YearPlan):
            return False
        saved = {step.id: step for step in self._plan_or_new().steps}
        typed = next((step for step in draft.steps if saved.get(step.id) != step), None)
        if typed is None or not super().show_draft(typed):
            return False
        self.draft.take_over(draft.id)
        return True

    def delete_record(self, record: PlanStep) -> None:
        self._save(self._plan_or_new().without_step(record))

    def current_record(self) -> Record | None:
        """The plan: its history holds that of every step."""
        return self.plan() if super().current_record() is not None else None

    def paper_record(self, record: PlanStep, paper: str) -> YearPlan:
        return self._plan_or_new().with_step(record)

    def read_only_reason(self, record: PlanStep) -> str:
        reason = super().read_only_reason(record)
        self._done.setVisible(not reason)
        self._done.setText("Bỏ dấu đã xong" if record.done_on else "Đánh dấu xong")
        return reason

    def count_text(self, records: Sequence[PlanStep]) -> str:
        if not records:
            return ""
        states = [_state(step) for step in records]
        done, late = states.count(StepState.DONE), states.count(StepState.LATE)
        return f"{done}/{len(records)} xong" + f" · {late} trễ" * bool(late)

    # --- what is done with the plan -------------------------------------------------------

    def draw_up(self) -> None:
        """Add the steps of a typical year that the plan does not have yet."""
        if self.period is None or self.is_closed or not self.can_leave():
            return
        plan = self._plan_or_new()
        full = with_typical_steps(plan)
        added = len(full.steps) - len(plan.steps)
        if not added:
            self.status.emit("Kế hoạch đã có đủ các bước của mẫu.")
        elif self._try(full):
            self.status.emit(f"Đã thêm {added} việc từ mẫu; ngày tính theo kỳ, sửa được từng việc.")

    def shift(self) -> None:
        """Move all open steps by a number of days that is asked for."""
        plan = self.plan()
        if plan is None or self.is_closed or not self.can_leave():
            return
        days = messages.ask_number(
            self,
            "Dời các việc chưa xong",
            "Dời đi bao nhiêu ngày? Số âm là đưa lên sớm hơn. Việc đã xong giữ nguyên ngày.",
            "Dời ngày",
            _FURTHEST,
        )
        if days and self._try(plan.shifted(days)):
            moved = sum(not step.done_on and step.deadline is not None for step in plan.steps)
            way = "lùi lại" if days > 0 else "đưa lên sớm"
            self.status.emit(f"{moved} việc chưa xong đã {way} {abs(days)} ngày.")

    def mark_done(self) -> None:
        """Done today, or open again."""
        if self.form.shown is None or self.form.is_read_only:
            return
        if self.can_save and not self.save():
            return
        step: PlanStep = self.form.shown
        changed = step.replace(done_on=None if step.done_on else dt.date.today())
        if self._try(self._plan_or_new().with_step(changed)):
            self.status.emit(f"{'Đã xong' if changed.done_on else 'Chưa xong'}: {changed.title}")

    def _try(self, plan: YearPlan) -> bool:
        """Save the whole plan, or say why not."""
        try:
            self._save(plan)
        except UserFacingError as error:
            messages.show_error(self, error)
            return False
        self.refresh()
        self.changed.emit()
        return True

    def _save(self, plan: YearPlan) -> None:
        assert self.file is not None
        self.file.plans.save(plan)

    def _with_plan(self, step: Record) -> tuple[Record, Record | None]:
        """The plan with this step in it, and the plan as it is saved: what a draft keeps."""
        assert isinstance(step, PlanStep)
        return self._plan_or_new().with_step(step), self.plan()

    def _plan_or_new(self) -> YearPlan:
        assert self.period is not None
        return self.plan() or YearPlan(period=self.period)

    def _load(self) -> None:
        super()._load()
        if self.form.shown is not None:
            # A step does not carry its period: that this was closed shows nowhere in the step.
            reason = self.read_only_reason(self.form.shown)
            self.form.set_read_only(bool(reason), reason)
            self._show_state()

    def _show_state(self) -> None:
        super()._show_state()
        if hasattr(self, "shift_button"):
            free = self.period is not None and not self.is_closed
            self.template_button.setEnabled(free)
            self.shift_button.setEnabled(free and self.list.model.total > 0)


def _tool(text: str, icon: str, do: object) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    icons.wear(button, icon, "muted")
    button.clicked.connect(do)
    return button
