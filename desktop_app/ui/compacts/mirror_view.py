"""The mirror of the compact: every commitment beside what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop_app.domain.compacts.compare import target_words
from desktop_app.domain.compacts.mirror import Mirror, MirrorEntry, Verdict, drawn_up
from desktop_app.domain.vietnamese import number
from desktop_app.ui import messages
from desktop_app.ui.records.fields import TextField
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.parts_table import PartColumn, PartsTable
from desktop_app.ui.records.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone


class MirrorForm(RecordForm):
    """One grid: commitment, unit and target are given; results and evidence are typed."""

    empty_text = "Chưa lập bảng đối chiếu. Bấm «Lập bảng» khi giao ước đã ký."

    def build(self) -> None:
        self._mirror: Mirror | None = None
        columns = (
            PartColumn("item", "Nội dung", width=230, show=self._commitment),
            PartColumn("unit", "Đơn vị", width=110, show=_unit),
            PartColumn("target", "Chỉ tiêu", width=84, show=self._target),
            PartColumn("mid_value", "6 tháng", "number", width=74, decimals=2, minimum=None),
            PartColumn("mid_result", "Kết quả 6 tháng", width=140, multiline=True),
            PartColumn("end_value", "Cả năm", "number", width=74, decimals=2, minimum=None),
            PartColumn("end_result", "Kết quả cả năm", width=150, multiline=True),
            PartColumn("judged", "Đánh giá", width=140, show=self._judged),
            PartColumn("verdict", "Sửa đánh giá", "choice", choices=Verdict, width=118),
            PartColumn("evidence", "Minh chứng", width=160, multiline=True),
        )
        page = self.add_page("Kết quả")
        self.entries = PartsTable("Đối chiếu từng nội dung", columns, rows=12, ordered=False)
        page.row(entries=self.entries)
        page.row(note=TextField("Ghi chú", rows=2))

    def show_record(self, record: Mirror | None, *, is_new: bool = False) -> None:  # type: ignore[override]
        self._mirror = record
        super().show_record(record, is_new=is_new)

    def chip_of(self, record: Mirror) -> tuple[str, Tone]:
        counts = verdict_counts(record)
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
        return drawn_up(Mirror(period=self.period, compact=signed))

    def count_text(self, records: Sequence[Mirror]) -> str:
        if not records:
            return "Chưa có bảng đối chiếu"
        counts = verdict_counts(records[0])
        kept = counts[Verdict.KEPT] + counts[Verdict.EXCEEDED]
        return (
            f"{kept} đạt · {counts[Verdict.NOT_KEPT]} không đạt · "
            f"{counts[Verdict.OPEN]} chưa đánh giá"
        )


def verdict_counts(mirror: Mirror) -> Counter[Verdict]:
    """How many rows stand at each verdict."""
    return Counter(mirror.verdict_of(entry) for entry in mirror.entries)


def _kept(mirror: Mirror) -> str:
    counts = verdict_counts(mirror)
    return f"{number(counts[Verdict.KEPT] + counts[Verdict.EXCEEDED])}/{len(mirror.entries)}"


def _unit(entry: MirrorEntry) -> str:
    return entry.unit.short_name if entry.unit else "Toàn cụm"
