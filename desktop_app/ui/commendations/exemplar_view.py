"""Exemplars (điển hình tiên tiến) found in the period."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.commendations.award import awards_on
from desktop_app.domain.compacts.exemplar import (
    Exemplar,
    ExemplarBook,
    Stage,
    StageReached,
)
from desktop_app.domain.long_lists import figure
from desktop_app.domain.record import Record
from desktop_app.ui.commendations.exemplar_form import STAGE_TONES, ExemplarForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import MANY, StoredTab


class ExemplarView(StoredTab[Exemplar]):
    """Collectives, persons and models, each with how far it has come."""

    key = "exemplars"
    noun = "điển hình"
    record_type = Exemplar
    form_class = ExemplarForm
    long_from = MANY
    attachments = True
    tall_rows = True
    add_text = "Thêm điển hình"
    empty_text = "Kỳ này chưa có điển hình tiên tiến nào. Bấm «Thêm điển hình» khi phát hiện."
    papers = ("exemplar-list",)
    help_page = "dien-hinh"
    columns = (
        Column("Điển hình", lambda e: e.name, stretch=True),
        Column("Loại", lambda e: e.kind.label, width=72),
        Column("Đơn vị", lambda e: e.unit.short_name if e.unit else "", width=88),
        Column(
            "Bước",
            lambda e: e.told_stage,
            sort=lambda e: e.stage.place if e.stage else 0,
            tones=STAGE_TONES,
            width=132,
        ),
    )

    def offer(self) -> None:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, ExemplarForm)
        awards = awards_on(self.file.awards.all(), self.period.until)
        self.form.set_choices(self.file.units.all(), self.file.people.all, awards)

    def new_record(self) -> Exemplar | None:
        """A model whose seven stages are there to be dated one by one."""
        if self.period is None:
            return None
        stages = tuple(StageReached(stage=stage) for stage in Stage)
        return Exemplar(period=self.period, stages=stages)

    def paper_record(self, record: Exemplar, paper: str) -> Record:
        """The list tells all exemplars of the period, the one in the form as it stands there."""
        assert self.file is not None
        assert self.period is not None
        saved = self.file.exemplars.of_period(self.period)
        others = [record if each.id == record.id else each for each in saved]
        if record.id not in {each.id for each in saved}:
            others.append(record)
        return ExemplarBook(id=self.period.id, period=self.period, exemplars=tuple(others))

    def count_text(self, records: Sequence[Exemplar]) -> str:
        return f"{len(records)} điển hình · {figure(records)} điểm nhân rộng"
