"""The view «Giao ước»: versions of the compact, from the draft to the signed text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from desktop_app import paths
from desktop_app.domain.compacts.compact import NEXT_STATES, Compact, CompactState
from desktop_app.domain.compacts.drafting import (
    from_last,
    from_template,
    next_version,
    template_name,
)
from desktop_app.domain.compacts.new_compact import new_compact
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.reopening import with_reason
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period
from desktop_app.storage import DataFile
from desktop_app.ui import icons, messages
from desktop_app.ui.asking import asked
from desktop_app.ui.compacts.compact_form import STATE_TONES, CompactForm
from desktop_app.ui.compacts.compare_dialog import CompareDialog
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.source_dialog import Source, SourceDialog
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.rights import looks_only
from desktop_app.ui.records.stored_tab import StoredTab

_VERBS = {
    CompactState.DRAFT: "Về dự thảo",
    CompactState.IN_COMMENT: "Đưa ra góp ý",
    CompactState.AGREED: "Đã thống nhất",
    CompactState.SIGNED: "Ghi là đã ký",
    CompactState.REVIEWED: "Đã sơ kết",
    CompactState.SUMMED_UP: "Đã tổng kết",
    CompactState.CANCELLED: "Hủy bản này",
}


class CompactView(StoredTab[Compact]):
    """The compacts of the period; a signed one, or one with a newer version, is only looked at."""

    key = "compacts"
    noun = "giao ước"
    record_type = Compact
    form_class = CompactForm
    tall_rows = True
    attachments = True
    add_text = "Tạo giao ước"
    empty_text = "Kỳ này chưa có giao ước. Bấm «Tạo giao ước»: chữ ký các đơn vị được ghi sẵn."
    papers = ("compact", "compact-signatures", "unit-targets")
    columns = (
        Column("Giao ước", lambda c: c.name, stretch=True),
        Column("Bản", lambda c: str(c.version), sort=lambda c: c.version, width=44, align="right"),
        Column("Ngày ký", lambda c: short_date(c.signed_on), width=92, hidden=True),
        Column("Chữ ký", lambda c: f"{c.signed_count}/{len(c.signatures)}", width=64),
        Column(
            "Trạng thái", lambda c: c.state.label, chip=lambda c: STATE_TONES[c.state], width=120
        ),
    )

    def make_form(self) -> RecordForm:
        form = CompactForm()
        self._steps = {
            state: form.add_action(verb, partial(self.step_to, state))
            for state, verb in _VERBS.items()
        }
        self._next = form.add_action("Lập phiên bản mới", self.duplicate, icon="copy")
        # Seldom pressed; with their words the foot is wider than the pane on a small screen.
        self._reopen = icons.icon_button("lock-open", "Mở lại…")
        self._reopen.clicked.connect(self.reopen)
        self._compare = icons.icon_button("columns-3", "So sánh phiên bản…")
        self._compare.clicked.connect(self.compare)
        for tool in (self._reopen, self._compare):
            form.add_tool(tool)
        looks_only(self._compare)
        return form

    def load(self) -> Sequence[Compact]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, CompactForm)
        self.form.set_choices(self.file.units.all(), self.period.units_of_the_year)
        return super().load()

    def add(self) -> None:
        """Ask what to begin with: last year's text, a template, or a blank sheet."""
        if self.file is None or self.period is None or not self.can_leave():
            return
        dialog = SourceDialog("Tạo giao ước", compact_sources(self.file, self.period), self)
        if asked(dialog) and dialog.chosen.make:
            made = dialog.chosen.make()
            self._show_new(made.replace(version=self._next_number()))
            if made.numbered_items:
                # the text is there; what each unit takes on is what remains to be settled
                self.form.focus_field("targets")

    def new_record(self) -> Compact | None:
        return new_compact(self.period) if self.period else None

    def copy_record(self, record: Compact) -> Compact:
        """«Nhân bản» of a compact is its next version."""
        return next_version(record, self._next_number())

    def read_only_reason(self, record: Compact) -> str:
        closed = super().read_only_reason(record)
        if closed:
            return closed
        saved = self.file.compacts.find(record.id) if self.file else None
        if saved is not None and saved.is_frozen:
            day = short_date(record.signed_on)
            return f"Giao ước {record.state.label.lower()} ngày {day}: chỉ xem."
        newer = self._newer(record)
        return f"Đã có phiên bản {newer.version}: bản này chỉ xem." if newer else ""

    def step_to(self, state: CompactState) -> None:
        """The next state, saved with what stands in the form."""
        compact = self.form.shown
        if compact is None or (self.can_save and not self.save()):
            return
        try:
            self.save_record(self.form.shown.moved(state))
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.look_again(f"Giao ước: {state.label.lower()}.")

    def reopen(self) -> None:
        """Back to «Đã thống nhất» for a reason that is kept, so that a mistake can be mended."""
        compact = self.form.shown
        if compact is None:
            return
        reason = messages.ask_text(
            self,
            "Mở lại giao ước đã ký?",
            "Chỉ mở lại để chữa sai sót khi nhập; thay đổi nội dung thì lập phụ lục. Lý do:",
            "Mở lại",
        )
        if reason:
            note = with_reason(compact.note, dt.date.today(), reason)
            self.save_record(compact.replace(state=CompactState.AGREED, note=note))
            self.look_again("Đã mở lại giao ước.")

    def compare(self) -> None:
        """What changed between two versions, word by word."""
        if self.file is not None and self.period is not None and self.form.shown is not None:
            versions = sorted(
                self.file.compacts.of_period(self.period), key=lambda compact: compact.version
            )
            asked(CompareDialog(versions, self.form.shown, self))

    def _newer(self, record: Compact) -> Compact | None:
        """A later version of the period that was not cancelled."""
        if self.file is None:
            return None
        later = [
            compact
            for compact in self.file.compacts.of_period(record.period)
            if compact.version > record.version and compact.state is not CompactState.CANCELLED
        ]
        return max(later, key=lambda compact: compact.version, default=None)

    def _next_number(self) -> int:
        assert self.file is not None
        assert self.period is not None
        known = self.file.compacts.of_period(self.period)
        return max((compact.version for compact in known), default=0) + 1

    def _show_state(self) -> None:
        super()._show_state()
        compact = self.current_record()
        saved = isinstance(compact, Compact) and not self.is_closed
        steps = NEXT_STATES[compact.state] if saved else ()  # type: ignore[union-attr]
        blocked = saved and self._newer(compact) is not None  # type: ignore[arg-type]
        for state, button in self._steps.items():
            button.setVisible(state in steps and not blocked)
        self._reopen.setVisible(saved and compact.is_frozen)  # type: ignore[union-attr]
        self._next.setVisible(saved and not compact.is_frozen and not blocked)  # type: ignore[union-attr]
        self._compare.setVisible(saved and self.list.model.total > 1)


def compact_sources(file: DataFile, period: Period) -> tuple[Source, ...]:
    """Last year's text first, then the templates, then a blank sheet."""
    others = [
        compact
        for compact in file.compacts.all()
        if compact.period.id != period.id and compact.state is not CompactState.CANCELLED
    ]
    others.sort(key=lambda compact: (str(compact.period.since), compact.version), reverse=True)
    return (
        *(_from_last(compact, period) for compact in others[:3]),
        *_from_templates(period),
        Source(
            "Bản trống",
            "Tự soạn từng nội dung; chữ ký các đơn vị được ghi sẵn.",
            lambda: new_compact(period),
        ),
    )


def _from_last(compact: Compact, period: Period) -> Source:
    words = (
        f"{len(compact.items)} nội dung, biện pháp, trách nhiệm của "
        f"{compact.period.in_a_sentence}. Chỉ tiêu riêng và chữ ký không chép theo."
    )
    return Source(f"Chép: {compact.name}", words, lambda: from_last(compact, period))


def _from_templates(period: Period) -> list[Source]:
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((paths.resources() / "compacts").glob("*.json"))
    ]
    words = "Mẫu để tham khảo, không có giá trị quy định: sửa từng nội dung cho đúng cụm mình."
    return [
        Source(f"Mẫu: {template_name(text)}", words, partial(from_template, text, period))
        for text in texts
    ]
