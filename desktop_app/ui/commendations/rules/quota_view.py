"""The view «Chỉ tiêu»: how many of each award may be proposed in the period."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.commendations.award import awards_on
from desktop_app.domain.commendations.quota import AwardQuota
from desktop_app.domain.vietnamese import number
from desktop_app.ui.records.forms.fields import NumberField, RecordField, TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone


class QuotaForm(RecordForm):
    """An award, its seats, and who has set them."""

    empty_text = "Chọn một dòng, hoặc bấm «Thêm chỉ tiêu» khi cấp trên giao chỉ tiêu cho cụm."

    def build(self) -> None:
        self.award = RecordField("Danh hiệu, hình thức")
        page = self.add_page("Chỉ tiêu")
        page.row(award=self.award)
        page.row(seats=NumberField("Số lượng"))
        page.row(basis=TextField("Căn cứ", rows=2, tip="Văn bản giao chỉ tiêu, hoặc quy chế cụm."))
        page.row(note=TextField("Ghi chú", rows=3))


class QuotaView(StoredTab[AwardQuota]):
    """The seats of the period beside those that are taken."""

    key = "quotas"
    noun = "chỉ tiêu"
    record_type = AwardQuota
    form_class = QuotaForm
    tall_rows = True
    add_text = "Thêm chỉ tiêu"
    help_page = "dieu-kien"
    empty_text = "Kỳ này chưa ghi chỉ tiêu nên không giới hạn. Bấm «Thêm chỉ tiêu» khi được giao."

    def __init__(self, parent: QWidget | None = None) -> None:
        self._taken: dict[str, int] = {}
        self.columns = (
            Column("Danh hiệu, hình thức", lambda q: q.award.name if q.award else "", stretch=True),
            Column("Chỉ tiêu", lambda q: number(q.seats or 0), width=74, align="right"),
            Column("Đã dùng", lambda q: number(self._used(q)), width=74, align="right"),
            Column("Còn", self._left, chip=self._tone, width=92),
        )
        super().__init__(parent)

    def load(self) -> Sequence[AwardQuota]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, QuotaForm)
        self.form.award.set_records(awards_on(self.file.awards.all(), self.period.until))
        nominations = self.file.nominations.of_period(self.period)
        found = super().load()
        self._taken = {quota.id: len(quota.taken_by(nominations)) for quota in found}
        return found

    def new_record(self) -> AwardQuota | None:
        return AwardQuota(period=self.period) if self.period else None

    def _used(self, quota: AwardQuota) -> int:
        return self._taken.get(quota.id, 0)

    def _left(self, quota: AwardQuota) -> str:
        left = (quota.seats or 0) - self._used(quota)
        return f"Còn {left}" if left > 0 else "Đã đủ" if left == 0 else f"Vượt {-left}"

    def _tone(self, quota: AwardQuota) -> Tone:
        left = (quota.seats or 0) - self._used(quota)
        return Tone.GREEN if left > 0 else Tone.BLUE if left == 0 else Tone.RED
