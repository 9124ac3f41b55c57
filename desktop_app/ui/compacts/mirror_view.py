"""The mirror of the compact: every commitment beside what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.compacts.annex import CompactAnnex
from desktop_app.domain.compacts.compare import target_words
from desktop_app.domain.compacts.mirror import (
    Mirror,
    MirrorEntry,
    Verdict,
    drawn_up,
    untold,
    with_annexes,
)
from desktop_app.domain.vietnamese import number
from desktop_app.ui import messages
from desktop_app.ui.records.forms.fields import TextField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone


class MirrorForm(RecordForm):
    """One grid: commitment, unit and target are given; results and evidence are typed."""

    empty_text = "Chưa lập bảng đối chiếu. Bấm «Lập bảng» khi giao ước đã ký."

    def build(self) -> None:
        self._mirror: Mirror | None = None
        columns = (
            # the numbers and what follows from them first: they are typed down a column
            PartColumn("item", "Nội dung", width=100, show=self._commitment),
            PartColumn("unit", "Đơn vị", width=96, show=_unit),
            PartColumn("target", "Chỉ tiêu", width=80, show=self._target),
            PartColumn("mid_value", "6 tháng", "number", width=68, decimals=2, minimum=None),
            PartColumn("end_value", "Cả năm", "number", width=68, decimals=2, minimum=None),
            PartColumn("judged", "Đánh giá", width=116, show=self._judged),
            PartColumn("verdict", "Sửa đánh giá", "choice", choices=Verdict, width=118),
            PartColumn("mid_result", "Kết quả 6 tháng", width=150, multiline=True),
            PartColumn("end_result", "Kết quả cả năm", width=150, multiline=True),
            PartColumn("evidence", "Minh chứng", width=160, multiline=True),
        )
        page = self.add_page("Kết quả")
        self.entries = PartsTable("Đối chiếu từng nội dung", columns, rows=8, ordered=False)
        page.row(entries=self.entries)
        page.row(note=TextField("Ghi chú", rows=2, tip="Được in dưới tên bảng."))

    def show_record(self, record: Mirror | None, *, is_new: bool = False) -> None:  # type: ignore[override]
        self._mirror = record
        super().show_record(record, is_new=is_new)

    def chip_of(self, record: Mirror) -> tuple[str, Tone]:
        counts = record.counts()
        if counts[Verdict.NOT_KEPT]:
            return f"{counts[Verdict.NOT_KEPT]} chưa đạt", Tone.RED
        if counts[Verdict.OPEN]:
            return f"{counts[Verdict.OPEN]} chưa đánh giá", Tone.AMBER
        return "Đạt toàn bộ", Tone.GREEN

    def _commitment(self, entry: MirrorEntry) -> str:
        items = self._mirror.compact.items if self._mirror else ()
        for place, item in enumerate(items, start=1):
            if item.id == entry.item:
                return f"{place}. {' '.join(item.text.text.split())}"
        return "(nội dung không còn)"

    def _target(self, entry: MirrorEntry) -> str:
        compact = self._mirror.compact if self._mirror else None
        item = next((i for i in compact.items if i.id == entry.item), None) if compact else None
        if compact is None or item is None:
            return ""
        own = compact.target_of(item, entry.unit) if entry.unit else item.value
        return target_words(item.replace(value=own)) or item.target

    def _judged(self, entry: MirrorEntry) -> str:
        """The verdict; a person's word against the number is said."""
        if self._mirror is None:
            return ""
        verdict = self._mirror.verdict_of(entry).label
        against = self._mirror.computed(entry).label if self._mirror.contradicts(entry) else ""
        return f"{verdict} (số liệu: {against})" if against else verdict


class MirrorView(StoredTab[Mirror]):
    """One mirror a signed compact."""

    key = "mirrors"
    noun = "bảng đối chiếu"
    record_type = Mirror
    form_class = MirrorForm
    tall_rows = True
    attachments = True
    narrow_list = True
    add_text = "Lập bảng"
    empty_text = "Chưa có bảng đối chiếu. Bấm «Lập bảng» khi giao ước đã ký."
    papers = ("mirror",)
    help_page = "doi-chieu"
    columns = (
        Column("Giao ước", lambda m: m.compact.name, stretch=True),
        Column("Đạt", lambda m: _kept(m), width=60, align="right"),
    )

    def make_form(self) -> RecordForm:
        form = MirrorForm()
        self._tell = form.add_action("Ghi phụ lục đã ký", self.tell_annexes, icon="file-text")
        return form

    def load(self) -> Sequence[Mirror]:
        """Commitments agreed since then have their rows too."""
        return [drawn_up(mirror) for mirror in super().load()]

    def new_record(self) -> Mirror | None:
        assert self.file is not None
        assert self.period is not None
        signed = next((c for c in self.file.compacts.of_period(self.period) if c.is_frozen), None)
        if signed is None:
            messages.show_note(
                self, "Chưa có giao ước đã ký.", "Giao ước ký xong mới có nội dung để đối chiếu."
            )
            return None
        return with_annexes(drawn_up(Mirror(period=self.period, compact=signed)), self._annexes())

    def tell_annexes(self) -> None:
        """The note names the annexes signed since; the person sees the line and saves."""
        if self.form.shown is not None:
            told = with_annexes(self.form.record(), self._annexes())
            note = self.form.fields["note"]
            note.set_value(told.note)
            note.edited.emit()
            self._show_state()

    def _annexes(self) -> Sequence[CompactAnnex]:
        if self.file is None or self.period is None:
            return ()
        return self.file.annexes.of_period(self.period)

    def _show_state(self) -> None:
        super()._show_state()
        shown = self.form.shown
        late = shown is not None and untold(self.form.record(), self._annexes())
        self._tell.setVisible(bool(late) and not self.is_closed)

    def count_text(self, records: Sequence[Mirror]) -> str:
        if not records:
            return "Chưa có bảng đối chiếu"
        counts = records[0].counts()
        kept = counts[Verdict.KEPT] + counts[Verdict.EXCEEDED]
        return (
            f"{kept} đạt · {counts[Verdict.NOT_KEPT]} không đạt · "
            f"{counts[Verdict.OPEN]} chưa đánh giá"
        )


def _kept(mirror: Mirror) -> str:
    counts = mirror.counts()
    return f"{number(counts[Verdict.KEPT] + counts[Verdict.EXCEEDED])}/{counts.total()}"


def _unit(entry: MirrorEntry) -> str:
    return entry.unit.short_name if entry.unit else "Toàn cụm"
