"""The form of an exemplar: who or what it is, its seven stages, and where it was taken up."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.commendations.award import Award
from desktop_app.domain.compacts.exemplar import (
    NO_STAGE,
    STOPPED,
    Exemplar,
    ExemplarKind,
    LinkedAward,
    Publicity,
    Replication,
    Stage,
    StageReached,
)
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.records.forms.choice_fields import Records
from desktop_app.ui.records.forms.fields import (
    CheckField,
    ChoiceField,
    LineField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable
from desktop_app.ui.tokens import Tone

_LATE = (Stage.RECOGNISED, Stage.PUBLICISED, Stage.REPLICATED, Stage.FOLLOWED)
STAGE_TONES = {
    **{stage.told: Tone.GREEN if stage in _LATE else Tone.BLUE for stage in Stage},
    STOPPED: Tone.GREY,
    NO_STAGE: Tone.AMBER,
}
"""How far an exemplar has come, in words and in colour."""


class ExemplarForm(RecordForm):
    """Four pages: the example, its stages, its replications, publicity and awards."""

    empty_text = "Chọn một điển hình trong danh sách, hoặc bấm «Thêm điển hình»."

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self._awards: Sequence[Award] = ()
        self._build_facts()
        self._build_stages()
        self._build_replications()
        self._build_fame()

    def _build_facts(self) -> None:
        self.unit, self.person = RecordField("Đơn vị"), RecordField("Cá nhân")
        page = self.add_page("Thông tin")
        page.row(name=TextField("Tên điển hình", rows=2))
        page.row(kind=ChoiceField("Loại", ExemplarKind), field=LineField("Lĩnh vực"))
        page.row(unit=self.unit)
        page.row(person=self.person)
        page.row(achievement=TextField("Kết quả, thành tích", rows=5))
        page.row(is_stopped=CheckField("Đã dừng, không bồi dưỡng tiếp"))
        page.row(note=TextField("Ghi chú", rows=2))

    def _build_stages(self) -> None:
        columns = (
            PartColumn("stage", "Bước", "choice", choices=Stage, width=146),
            PartColumn("day", "Ngày", "date", width=96),
            PartColumn("follower", "Người theo dõi", width=124),
            PartColumn("note", "Ghi chú", multiline=True),
        )
        self.stages_page = self.add_page("Các bước")
        self.stages_page.row(
            stages=PartsTable(
                "Bảy bước",
                columns,
                self._next_stage,
                rows=7,
                add_text="Thêm bước",
            )
        )

    def _build_replications(self) -> None:
        columns = (
            PartColumn(
                "unit",
                "Đơn vị",
                "record",
                choices=lambda: self._units,
                width=160,
                nullable=True,
                multiline=True,
            ),
            PartColumn("place", "Nơi áp dụng", width=106, multiline=True),
            PartColumn("day", "Ngày", "date", width=96),
            PartColumn("result", "Kết quả", multiline=True),
        )
        self.places_page = self.add_page("Nhân rộng")
        self.places_page.row(
            replications=PartsTable(
                "Điểm nhân rộng", columns, Replication, rows=6, add_text="Thêm điểm"
            )
        )

    def _build_fame(self) -> None:
        publicity = (
            PartColumn("organ", "Báo, đài, bản tin", width=170, multiline=True),
            PartColumn("day", "Ngày", "date", width=96),
            PartColumn("text", "Tên bài", stretch=True),
        )
        awards = (
            PartColumn(
                "award",
                "Danh hiệu",
                "record",
                choices=lambda: self._awards,
                width=230,
                multiline=True,
            ),
            PartColumn("decision", "Quyết định", stretch=True),
        )
        page = self.fame_page = self.add_page("Ghi nhận")
        page.row(
            publicity=PartsTable("Tuyên truyền", publicity, Publicity, rows=4, add_text="Thêm bài")
        )
        page.row(
            awards=PartsTable(
                "Danh hiệu liên quan", awards, self._next_award, rows=4, add_text="Thêm danh hiệu"
            )
        )

    def set_choices(
        self, units: Sequence[Unit], people: Records[Person], awards: Sequence[Award]
    ) -> None:
        """Whom and what the fields are chosen from."""
        self._units, self._awards = units, awards
        self.unit.set_records(units)
        self.person.set_records(people)

    def fill(self, record: Exemplar) -> None:
        self._show_counts(record)

    def refresh_head(self) -> None:
        super().refresh_head()
        if self.shown is not None:
            self._show_counts(self.record())

    def _show_counts(self, exemplar: Exemplar) -> None:
        reached = exemplar.stage.place if exemplar.stage else 0
        told = len(exemplar.publicity) + len(exemplar.awards)
        self.set_page_title(self.stages_page, f"Các bước ({reached}/7)")
        self.set_page_title(self.places_page, f"Nhân rộng ({len(exemplar.replications)})")
        self.set_page_title(self.fame_page, f"Ghi nhận ({told})")

    def chip_of(self, record: Exemplar) -> tuple[str, Tone]:
        return record.told_stage, STAGE_TONES[record.told_stage]

    def _next_stage(self) -> StageReached | None:
        """The first stage that is not in the grid yet."""
        there = {part.stage for part in self.fields["stages"].value()}
        missing = next((stage for stage in Stage if stage not in there), None)
        return StageReached(stage=missing) if missing else None

    def _next_award(self) -> LinkedAward | None:
        return LinkedAward(award=self._awards[0]) if self._awards else None
