"""The view «Kiểm tra»: inspections and cross inspections of the period."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import new_id
from desktop_app.domain.scores.cross_inspection import ring
from desktop_app.domain.scores.inspection import Inspection, InspectionKind, InspectionState
from desktop_app.domain.scores.self_scoring import set_in_force
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui import icons, messages
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.scores.inspections.inspection_form import STATE_TONES, InspectionForm

RING = "Lập kiểm tra chéo"


class InspectionView(StoredTab[Inspection]):
    """One inspection of one unit; a ring of cross inspections is made as one change."""

    key = "inspections"
    noun = "cuộc kiểm tra"
    record_type = Inspection
    form_class = InspectionForm
    attachments = True
    tall_rows = True
    add_text = "Thêm cuộc kiểm tra"
    empty_text = (
        "Kỳ này chưa có cuộc kiểm tra nào. Bấm «Thêm cuộc kiểm tra», "
        f"hoặc «{RING}» ở dưới danh sách."
    )
    papers = ("inspection-minutes",)
    help_page = "kiem-tra"
    columns = (
        Column("Đơn vị được kiểm tra", lambda i: _name(i), stretch=True),
        Column("Loại", lambda i: i.kind.label, width=120, hidden=True),
        Column(
            "Chủ trì",
            lambda i: i.leader_unit.short_name if i.leader_unit else "",
            width=110,
            hidden=True,
        ),
        Column("Ngày", lambda i: short_date(i.day), sort=lambda i: str(i.day), width=92),
        Column(
            "Trạng thái", lambda i: i.state.label, chip=lambda i: STATE_TONES[i.state], width=122
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self.ring_button = QToolButton()
        self.ring_button.setText(RING)
        self.ring_button.setToolTip("Vòng tròn: mỗi đơn vị kiểm tra đơn vị kế tiếp")
        self.ring_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.wear(self.ring_button, "refresh-cw", "muted")
        self.ring_button.clicked.connect(self.make_ring)
        self.list.add_tool(self.ring_button)

    def make_form(self) -> RecordForm:
        form = InspectionForm()
        self._step = form.add_action("Bước tiếp", self.step)
        return form

    def load(self) -> Sequence[Inspection]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, InspectionForm)
        self.form.set_choices(
            self.period.units_of_the_year,
            self.file.people.all(),
            self.file.criteria.of_period(self.period),
        )
        return super().load()

    def new_record(self) -> Inspection | None:
        """Led by the lead unit, by the criteria in force."""
        if self.file is None or self.period is None:
            return None
        lead = self.period.lead_on(None)
        criteria = set_in_force(self.file.criteria.of_period(self.period))
        return Inspection(
            period=self.period, criteria=criteria, leader_unit=lead.unit if lead else None
        )

    def copy_record(self, record: Inspection) -> Inspection:
        """The team again, for another unit; nothing was found there yet."""
        return record.replace(
            id=new_id(),
            unit=None,
            day=None,
            members=tuple(member.replace(id=new_id()) for member in record.members),
            findings=(),
            conclusion="",
            recommendations="",
            follow_up="",
            state=InspectionState.PLANNED,
        )

    def step(self) -> None:
        """Save what stands in the form and go on to the next state, or say what is lacking."""
        if self.form.shown is None or self.form.is_read_only:
            return
        if self.can_save and not self.save():
            return
        inspection: Inspection = self.form.shown
        if inspection.next_state is None or self.file is None:
            return
        problems = inspection.replace(state=inspection.next_state).problems()
        if problems:
            self.form.show_problems(problems)
            self.form.focus_field(next(iter(problems)))
            self.status.emit(f"Chưa chuyển sang «{inspection.next_state}»: còn thiếu thông tin.")
            return
        moved = self.file.inspections.save(inspection.moved(inspection.next_state))
        self._load()
        self.select(moved.id)
        self.status.emit(f"{moved.title}: {moved.state.label.lower()}; Ctrl+Z để hoàn tác")
        self.changed.emit()

    def make_ring(self) -> None:
        """A planned cross inspection for every member that has none yet, as one change."""
        if self.file is None or self.period is None or not self.can_leave():
            return
        known = self.file.inspections.of_period(self.period)
        criteria = set_in_force(self.file.criteria.of_period(self.period))
        try:
            made = ring(self.period, criteria, known)
            self.file.save_all(made)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        if not made:
            self.status.emit("Đơn vị nào cũng đã có cuộc kiểm tra chéo; không lập thêm.")
            return
        self._load()
        self.select(made[0].id)
        kept = len({i.unit.id for i in known if i.kind is InspectionKind.CROSS and i.unit})
        told = f"; {kept} đơn vị đã có từ trước được giữ nguyên" if kept else ""
        self.status.emit(f"Đã lập {len(made)} cuộc kiểm tra chéo{told}; Ctrl+Z để hoàn tác")
        self.changed.emit()

    def count_text(self, records: Sequence[Inspection]) -> str:
        told = f"{len(records)} cuộc"
        open_ones = sum(len(record.open_findings) for record in records)
        return f"{told} · {open_ones} chưa khắc phục" if open_ones else told

    def _show_state(self) -> None:
        super()._show_state()
        shown = self.form.shown
        following = shown.next_state if shown is not None else None
        self._step.setVisible(following is not None and not self.form.is_read_only)
        if following is not None:
            self._step.setText(f"Chuyển sang «{following}»")
        if hasattr(self, "ring_button"):
            self.ring_button.setEnabled(not self.add_refusal)


def _name(inspection: Inspection) -> str:
    return inspection.unit.short_name if inspection.unit else ""
