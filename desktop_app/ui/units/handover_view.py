"""The view «Bàn giao»: the minutes of handover, drawn up from the records of the period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.handover import Handover, HandoverState, reopened
from desktop_app.domain.years.handover_proposal import (
    YearFiles,
    other_counts,
    proposed_handover,
    proposed_items,
    unfinished_work,
    with_missing,
)
from desktop_app.ui import icons, messages
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.parts.parts_table import PartsTable
from desktop_app.ui.records.rights import looks_only
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.units.handover_form import STATE_TONES, HandoverForm


class HandoverView(StoredTab[Handover]):
    """One a period; signed it is only looked at, until it is opened again with a reason."""

    key = "handovers"
    noun = "biên bản bàn giao"
    record_type = Handover
    form_class = HandoverForm
    tall_rows = True
    attachments = True
    narrow_list = True
    add_text = "Lập biên bản"
    empty_text = "Kỳ này chưa có biên bản bàn giao. Bấm «Lập biên bản»."
    papers = ("handover",)
    help_page = "ban-giao"
    columns = (
        Column("Bên nhận", lambda h: _receiver(h), stretch=True),
        Column("Ngày", lambda h: short_date(h.day), width=92),
        Column(
            "Trạng thái", lambda h: h.state.label, chip=lambda h: STATE_TONES[h.state], width=92
        ),
    )

    def make_form(self) -> RecordForm:
        form = HandoverForm()
        form.draw_up = self.draw_up
        self._sign = form.add_action("Đánh dấu đã ký", self.sign, icon="stamp")
        self._reopen = form.add_action("Mở lại…", self.reopen, icon="lock-open")
        pack = icons.icon_button("file-down", "Đóng gói bàn giao…")
        pack.clicked.connect(self.pack)
        looks_only(pack)
        form.add_tool(pack)
        return form

    def pack(self) -> None:
        """The file with its papers in one pack, as «Tệp ▸ Bàn giao cho Cụm trưởng mới…»."""
        from desktop_app.ui.main_window import MainWindow

        window = self.window()
        if isinstance(window, MainWindow):
            window.actions_.files.hand_over()

    def load(self) -> Sequence[Handover]:
        assert self.file is not None
        assert isinstance(self.form, HandoverForm)
        self.form.set_choices(self.file.units.all(), self.file.people.all)
        return super().load()

    @property
    def add_refusal(self) -> str:
        has_one = self.file and self.period and self.file.handovers.of_period(self.period)
        return super().add_refusal or "Mỗi kỳ có một biên bản bàn giao." * bool(has_one)

    def new_record(self) -> Handover | None:
        if self.file is None or self.period is None:
            return None
        return proposed_handover(self.period, self.file.rotation_of(self.period.cluster))

    def read_only_reason(self, record: Handover) -> str:
        closed = super().read_only_reason(record)
        saved = self.file.handovers.find(record.id) if self.file else None
        signed = saved is not None and saved.is_signed
        self._sign.setVisible(not signed and not closed)
        self._reopen.setVisible(signed and not closed)
        return "Biên bản bàn giao đã ký: chỉ xem." if signed and not closed else closed

    # --- what is done with it -------------------------------------------------------------

    def draw_up(self) -> None:
        """Add what the records of the period propose; what was typed stays as it is."""
        if self.form.shown is None or self.form.is_read_only:
            return
        self.form.finish()
        items, work = self.form.fields["items"], self.form.fields["unfinished"]
        assert isinstance(items, PartsTable)
        files = self._files()
        proposed = proposed_items(files)
        typed = items.value()
        full = with_missing(typed, proposed)
        items.set_parts(full)
        lines = [line for line in work.value().split("\n") if line]
        tasks = files.year.tasks(dt.date.today())
        open_work = [line for line in unfinished_work(tasks) if line not in lines]
        work.set_value("\n".join([*lines, *open_work]))
        work.edited.emit()
        said = f"Đã thêm {len(full) - len(typed)} mục, {len(open_work)} việc chuyển tiếp."
        differing = other_counts(typed, proposed)
        note = f" Số lượng khác hồ sơ: {'; '.join(differing)}." if differing else ""
        self.status.emit(said + note)

    def sign(self) -> None:
        """The minutes are signed: from now on they are only looked at."""
        if self.form.shown is None or self.form.is_read_only:
            return
        if self.can_save and not self.save():
            return
        signed = self.form.shown.replace(state=HandoverState.SIGNED)
        problems = signed.problems()
        if problems:
            self.form.show_problems(problems)
            self.status.emit(f"Chưa ký được: {next(iter(problems.values()))}")
            return
        if messages.ask(
            self,
            "Biên bản bàn giao đã ký?",
            "Sau đó biên bản chỉ xem và in; muốn sửa phải mở lại và ghi lý do.",
            "Đánh dấu đã ký",
        ):
            self._keep(signed, "Biên bản bàn giao đã ký.")

    def reopen(self) -> None:
        """A draft again, with a reason that stays in the note."""
        if self.form.shown is None:
            return
        reason = messages.ask_text(
            self,
            "Mở lại biên bản bàn giao?",
            "Bản in đã ký không còn khớp nếu sửa. Lý do mở lại, ghi vào «Ghi chú»:",
            "Mở lại",
        )
        if reason:
            opened = reopened(self.form.shown, dt.date.today(), reason)
            self._keep(opened, "Đã mở lại biên bản bàn giao.")

    def _keep(self, record: Handover, said: str) -> None:
        try:
            self.save_record(record)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.look_again(said)

    def _files(self) -> YearFiles:
        assert self.file is not None
        assert self.period is not None
        return YearFiles(
            self.file.year_of(self.period),
            self.file.documents.of_period(self.period),
            self.file.submissions.of_period(self.period),
            self.file.sheets.of_period(self.period),
        )


def _receiver(handover: Handover) -> str:
    day = handover.day or handover.period.until
    return handover.receiver.name_on(day) if handover.receiver else "chưa chọn"
