"""The view «Sổ phôi, số vào sổ»: sheets received, printed, spoiled, void, and what is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from desktop_app.domain.commendations.blank_book import (
    BlankAction,
    BlankBook,
    BlankEntry,
    PrintedSheet,
    Waiver,
)
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone

_TONES = {
    BlankAction.RECEIVED: Tone.GREEN,
    BlankAction.PRINTED: Tone.BLUE,
    BlankAction.SPOILED: Tone.RED,
    BlankAction.VOID: Tone.RED,
    BlankAction.RETURNED: Tone.GREY,
    BlankAction.FILED: Tone.GREY,
}


class BlankForm(RecordForm):
    """One line of the book, and the sheets of a print."""

    empty_text = "Chọn một dòng, hoặc bấm «Ghi phôi» khi nhận phôi."

    def build(self) -> None:
        page = self.add_page("Dòng sổ")
        page.row(day=DateField("Ngày"), action=ChoiceField("Việc", BlankAction))
        page.row(blank=LineField("Loại phôi", placeholder="Phôi bằng khen A3"))
        page.row(count=NumberField("Số tờ", minimum=1), serials=LineField("Số sê-ri"))
        self.decision = RecordField("Quyết định")
        page.row(decision=self.decision)
        page.row(note=TextField("Ghi chú, lý do", rows=3))
        sheets = self.add_page("Các tờ đã in")
        sheets.row(
            sheets=PartsTable(
                "Các tờ đã in",
                (
                    PartColumn("number", "Số vào sổ", width=90),
                    PartColumn("name", "Người, tập thể", width=240, stretch=True),
                    PartColumn("is_spoiled", "Hỏng", "check", width=60),
                    PartColumn("note", "Ghi chú", width=140),
                ),
                PrintedSheet,
                rows=8,
            )
        )
        excused = self.add_page("Cảnh báo bỏ qua")
        excused.row(
            waivers=PartsTable(
                "Cảnh báo đã bỏ qua khi in",
                (
                    PartColumn("warning", "Cảnh báo", width=300, stretch=True, multiline=True),
                    PartColumn("reason", "Lý do", width=180, multiline=True),
                ),
                Waiver,
                rows=6,
            )
        )


class BlankView(StoredTab[BlankEntry]):
    """The lines of the year; the paper beside them is the balance."""

    key = "blanks"
    noun = "dòng sổ phôi"
    record_type = BlankEntry
    form_class = BlankForm
    attachments = True
    tall_rows = True
    add_text = "Ghi phôi"
    empty_text = "Năm này chưa ghi phôi. Bấm «Ghi phôi» khi nhận; khi in giấy khen sổ tự ghi."
    papers = ("blank-book",)
    help_page = "in-giay-khen"
    columns = (
        Column("Ngày", lambda e: short_date(e.day), sort=lambda e: str(e.day), width=92),
        Column("Việc", lambda e: e.action.label, chip=lambda e: _TONES[e.action], width=92),
        Column("Loại phôi", lambda e: e.blank or "Giấy thường", stretch=True),
        Column("Số tờ", lambda e: number(e.count or 0), sort=lambda e: e.count or 0, width=58),
    )

    def load(self) -> Sequence[BlankEntry]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, BlankForm)
        self.form.decision.set_records(partial(self.file.decisions.of_period, self.period))
        return sorted(super().load(), key=lambda entry: str(entry.day))

    def new_record(self) -> BlankEntry | None:
        if self.period is None:
            return None
        return BlankEntry(period=self.period, day=dt.date.today())

    def paper_record(self, record: BlankEntry, paper: str) -> BlankBook:
        """The book of the year, the line in the form as it stands there."""
        assert self.file is not None
        assert self.period is not None
        book = self.file.blank_book_of(self.period)
        entries = [record if each.id == record.id else each for each in book.entries]
        if record.id not in {each.id for each in entries}:
            entries.append(record)
        return book.replace(entries=tuple(entries))

    def count_text(self, records: Sequence[BlankEntry]) -> str:
        if self.file is None or self.period is None:
            return super().count_text(records)
        left = sum(balance.left for balance in self.file.blank_book_of(self.period).balances())
        return f"{len(records)} dòng · còn {number(left)} tờ"
