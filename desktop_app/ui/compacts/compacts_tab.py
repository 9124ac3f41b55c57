"""The tab of compacts."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.compacts.compact import Compact, CompactState
from desktop_app.domain.compacts.new_compact import new_compact
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui import messages
from desktop_app.ui.compacts.activity_view import ActivityView
from desktop_app.ui.compacts.campaign_view import CampaignView
from desktop_app.ui.compacts.compact_form import STATE_TONES, CompactForm
from desktop_app.ui.compacts.registration_view import RegistrationView
from desktop_app.ui.page import Page
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.scores.criteria_view import CriteriaView


class CompactView(StoredTab[Compact]):
    """The compacts of the period; a signed one is only looked at."""

    key = "compacts"
    noun = "giao ước"
    record_type = Compact
    form_class = CompactForm
    attachments = True
    add_text = "Tạo giao ước"
    empty_text = "Kỳ này chưa có giao ước. Bấm «Tạo giao ước»: chữ ký các đơn vị được ghi sẵn."
    papers = ("compact",)
    columns = (
        Column("Giao ước", lambda c: c.name, stretch=True),
        Column(
            "Ngày ký", lambda c: short_date(c.signed_on), sort=lambda c: str(c.signed_on), width=96
        ),
        Column("Chữ ký", lambda c: f"{c.signed_count}/{len(c.signatures)}", width=70),
        Column(
            "Trạng thái", lambda c: c.state.label, chip=lambda c: STATE_TONES[c.state], width=120
        ),
    )

    def make_form(self) -> RecordForm:
        form = CompactForm()
        self._reopen = form.add_action("Mở lại…", self.reopen, icon="lock-open")
        return form

    def load(self) -> Sequence[Compact]:
        assert self.file is not None
        assert isinstance(self.form, CompactForm)
        self.form.set_choices(self.file.units.all())
        return super().load()

    def new_record(self) -> Compact | None:
        return new_compact(self.period) if self.period else None

    def copy_record(self, record: Compact) -> Compact:
        copied: Compact = super().copy_record(record)
        return copied.replace(
            state=CompactState.DRAFT, version=record.version + 1, signed_on=None, signatures=()
        )

    def read_only_reason(self, record: Compact) -> str:
        closed = super().read_only_reason(record)
        saved = self.file.compacts.find(record.id) if self.file else None
        frozen = saved is not None and saved.is_frozen
        self._reopen.setVisible(frozen and not closed)
        if frozen and not closed:
            day = short_date(record.signed_on)
            return f"Giao ước {record.state.label.lower()} ngày {day}: chỉ xem."
        return closed

    def reopen(self) -> None:
        """Back to «Đã thống nhất», so that a mistake can be mended; the history keeps it."""
        compact = self.form.shown
        if compact is None or not messages.ask(
            self,
            "Mở lại giao ước đã ký?",
            "Nội dung đã ký không nên sửa; chỉ mở lại để chữa sai sót khi nhập. Việc mở lại được "
            "ghi vào lịch sử.",
            "Mở lại",
        ):
            return
        self.save_record(compact.replace(state=CompactState.AGREED))
        self.refresh()
        self.changed.emit()


class CompactsTab(Page):
    """The compact of the year and what it is measured by."""

    views = (
        ("Giao ước", CompactView),
        ("Đăng ký thi đua", RegistrationView),
        ("Phong trào", CampaignView),
        ("Hoạt động chung", ActivityView),
        ("Tiêu chí", CriteriaView),
    )
    help_page = "giao-uoc"
