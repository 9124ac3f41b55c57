"""Rounds of comments on the draft compact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.compacts.compact import Compact, CompactState
from desktop_app.domain.compacts.consultation import Consultation, new_consultation
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui import messages
from desktop_app.ui.compacts.consultation_form import ConsultationForm
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab


class ConsultationView(StoredTab[Consultation]):
    """What units say to a draft; on a signed version comments are closed."""

    key = "consultations"
    noun = "đợt lấy ý kiến"
    record_type = Consultation
    form_class = ConsultationForm
    attachments = True
    add_text = "Lấy ý kiến"
    empty_text = "Chưa lấy ý kiến lần nào. Soạn dự thảo ở mục «Giao ước» rồi bấm «Lấy ý kiến»."
    papers = ("consultation-letter", "consultation-table")
    help_page = "gop-y"
    columns = (
        Column("Dự thảo", lambda c: f"Phiên bản {c.compact.version}", stretch=True),
        Column("Hạn", lambda c: short_date(c.due), sort=lambda c: str(c.due), width=92),
        Column("Đã trả lời", lambda c: _answered(c), width=84, align="right"),
    )

    def make_form(self) -> RecordForm:
        form = ConsultationForm()
        self._send = form.add_action("Đưa dự thảo ra góp ý", self.send, icon="file-up")
        return form

    def load(self) -> Sequence[Consultation]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, ConsultationForm)
        units = self.period.units_of_the_year
        compacts = self.file.compacts.of_period(self.period)
        self.form.set_choices(units, self.file.people.all, compacts, self.file.numbered)
        return super().load()

    def new_record(self) -> Consultation | None:
        draft = self._newest_draft()
        if draft is None:
            messages.show_note(
                self,
                "Chưa có bản dự thảo giao ước.",
                "Hãy soạn hoặc lập phiên bản mới ở mục «Giao ước» trước khi lấy ý kiến.",
            )
            return None
        return new_consultation(draft)

    def copy_record(self, record: Consultation) -> Consultation:
        """Another round begins empty."""
        return new_consultation(self._newest_draft() or record.compact)

    def read_only_reason(self, record: Consultation) -> str:
        closed = super().read_only_reason(record)
        if not closed and record.compact.is_frozen:
            return "Phiên bản này đã ký: góp ý chỉ xem."
        return closed

    def send(self) -> None:
        """The draft is out for comments: its state follows."""
        asked = self.form.shown
        if asked is None or self.file is None or (self.can_save and not self.save()):
            return
        compact = self.file.compacts.get(self.form.shown.compact.id)
        self.file.compacts.save(compact.moved(CompactState.IN_COMMENT))
        self.look_again(f"Phiên bản {compact.version} đang góp ý.")

    def count_text(self, records: Sequence[Consultation]) -> str:
        late = {unit.short_name for each in records for unit in each.late(dt.date.today())}
        words = f"{len(records)} đợt lấy ý kiến"
        return f"{words} · quá hạn: {'; '.join(sorted(late))}" if late else words

    def _newest_draft(self) -> Compact | None:
        assert self.file is not None
        assert self.period is not None
        known = self.file.compacts.of_period(self.period)
        open_ones = [c for c in known if c.state is not CompactState.CANCELLED]
        newest = max(open_ones, key=lambda compact: compact.version, default=None)
        return None if newest is None or newest.is_frozen else newest

    def _show_state(self) -> None:
        super()._show_state()
        asked = self.current_record()
        ready = isinstance(asked, Consultation) and asked.compact.state is CompactState.DRAFT
        self._send.setVisible(ready and not self.is_closed)


def _answered(asked: Consultation) -> str:
    return f"{asked.answered}/{len({comment.unit.id for comment in asked.comments})}"
