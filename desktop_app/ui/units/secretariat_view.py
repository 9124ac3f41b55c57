"""The view of the secretariat of a period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Secretariat
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.units.secretariat_form import SecretariatForm

if TYPE_CHECKING:
    pass


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
