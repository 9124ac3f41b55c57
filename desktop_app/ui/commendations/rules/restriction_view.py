"""The view «Hạn chế xét khen»: discipline and complaints under check, with their papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.restriction import Restriction, RestrictionKind
from desktop_app.domain.vietnamese import short_date
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    DateField,
    LineField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone


class RestrictionForm(RecordForm):
    """Who, why, from when to when, and by which paper."""

    empty_text = "Chọn một dòng, hoặc bấm «Ghi hạn chế» khi có kỷ luật, đơn đang xác minh."

    def build(self) -> None:
        self.unit, self.person = RecordField("Đơn vị"), RecordField("Cá nhân")
        page = self.add_page("Hạn chế xét khen")
        page.row(kind=ChoiceField("Loại", RestrictionKind))
        page.row(subject=ChoiceField("Đối tượng", SubjectKind))
        page.row(unit=self.unit)
        page.row(person=self.person)
        page.row(
            name=LineField(
                "Tên khác",
                placeholder="Để trống thì lấy đơn vị hoặc cá nhân",
                tip="Chỉ ghi cho tập thể trực thuộc, hoặc người chưa có trong danh sách cán bộ.",
            )
        )
        page.row(since=DateField("Từ ngày"), until=DateField("Đến hết"))
        page.row(document=TextField("Văn bản", rows=2))
        page.row(note=TextField("Ghi chú", rows=3))

    def title_of(self, record: Restriction) -> str:
        return record.called

    def chip_of(self, record: Restriction) -> tuple[str, Tone]:
        return state_chip(record, dt.date.today())


class RestrictionView(StoredTab[Restriction]):
    """What is still in force comes first."""

    key = "restrictions"
    noun = "hạn chế xét khen"
    record_type = Restriction
    form_class = RestrictionForm
    attachments = True
    tall_rows = True
    add_text = "Ghi hạn chế"
    help_page = "dieu-kien"
    empty_text = "Không có kỷ luật hay đơn đang xác minh. Bấm «Ghi hạn chế» khi có."
    columns = (
        Column("Tập thể / cá nhân", lambda r: r.called, stretch=True),
        Column("Loại", lambda r: r.kind.label, width=150),
        Column("Từ ngày", lambda r: short_date(r.since), sort=lambda r: str(r.since), width=92),
        Column(
            "Hiệu lực",
            lambda r: state_chip(r, dt.date.today())[0],
            chip=lambda r: state_chip(r, dt.date.today())[1],
            width=104,
        ),
    )

    def load(self) -> Sequence[Restriction]:
        assert self.file is not None
        assert isinstance(self.form, RestrictionForm)
        self.form.unit.set_records(self.file.units.all())
        self.form.person.set_records(self.file.people.all)
        today = dt.date.today()
        return sorted(super().load(), key=lambda r: (not r.is_in_force(today), str(r.since)))

    def new_record(self) -> Restriction:
        return Restriction(since=dt.date.today())

    def count_text(self, records: Sequence[Restriction]) -> str:
        today = dt.date.today()
        return f"{len(records)} dòng · {sum(r.is_in_force(today) for r in records)} đang hiệu lực"


def state_chip(restriction: Restriction, today: dt.date) -> tuple[str, Tone]:
    """Whether it stands against a commendation today."""
    if restriction.is_in_force(today):
        return "Đang hạn chế", Tone.RED
    ended = restriction.until is not None and restriction.until < today
    return ("Đã hết", Tone.GREY) if ended else ("Chưa bắt đầu", Tone.AMBER)
