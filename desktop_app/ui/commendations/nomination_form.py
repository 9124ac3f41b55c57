"""The form of a nomination: whom, for what, with what result."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.compacts.registration import Registration
from desktop_app.domain.compacts.registration_board import nomination_problem
from desktop_app.domain.meetings.standing_results import Results
from desktop_app.domain.units.person import Person
from desktop_app.domain.units.unit import Unit
from desktop_app.ui.commendations.dossiers.dossier_page import DossierPage
from desktop_app.ui.commendations.dossiers.report_page import ReportPage
from desktop_app.ui.commendations.dossiers.trail_page import TrailPage
from desktop_app.ui.commendations.rules.conditions_field import ConditionsField
from desktop_app.ui.records.forms.choice_fields import Records
from desktop_app.ui.records.forms.fields import (
    ChoiceField,
    LineField,
    NumberField,
    RecordField,
    TextField,
)
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.tokens import Tone

STATE_TONES = {
    NominationState.PROPOSED: Tone.AMBER,
    NominationState.HONOURED: Tone.BLUE,
    NominationState.SUBMITTED: Tone.BLUE,
    NominationState.SUPPLEMENT: Tone.RED,
    NominationState.DECIDED: Tone.GREEN,
    NominationState.REJECTED: Tone.GREY,
    NominationState.HIGHER: Tone.GREEN,
    NominationState.WITHDRAWN: Tone.GREY,
}


class NominationForm(RecordForm):
    """Subject, award, score and votes; then the conditions, the dossier and the trail."""

    empty_text = "Chọn một đề nghị trong danh sách, hoặc bấm «Thêm đề nghị»."

    def build(self) -> None:
        self._registrations: Sequence[Registration] = ()
        self.results: Callable[[Nomination], Results] | None = None
        """What scoring and ballot say of a nomination; the view has the file for it."""
        self.results_told = plain_label(role="muted")
        page = self.add_page("Đề nghị")
        self.award = RecordField("Danh hiệu, hình thức")
        self.unit = RecordField("Đơn vị")
        self.person = RecordField("Cá nhân")
        page.row(kind=ChoiceField("Đối tượng", SubjectKind))
        page.row(unit=self.unit)
        page.row(person=self.person)
        page.row(
            name=LineField(
                "Tên in trên giấy",
                placeholder="Để trống thì lấy tên đơn vị hoặc cá nhân",
                tip="Chỉ ghi khi đề nghị cho tập thể trực thuộc, hoặc tên in khác tên đã lưu.",
            )
        )
        page.row(rank=LineField("Cấp bậc"), post=LineField("Chức vụ"))
        page.row(award=self.award)
        page.row(achievement_year=LineField("Năm thành tích"))
        page.row(achievement=TextField("Tóm tắt thành tích", rows=4))
        page.buttons(("Lấy điểm, hạng, phiếu", "list-ordered", self.take_results))
        page.widget(self.results_told)
        page.row(score=NumberField("Điểm", decimals=2), place=NumberField("Thứ hạng"))
        page.row(votes_for=NumberField("Phiếu đồng ý"), votes_total=NumberField("Tổng số phiếu"))
        page.row(note=TextField("Ghi chú", rows=2))
        self._build_conditions()
        self.dossier = DossierPage(self)
        self.report = ReportPage(self)
        self.trail = TrailPage()
        self.add_scrolled(self.trail, "Quá trình")
        self.award.edited.connect(lambda: self.dossier.follow_award(self.record()))

    def _build_conditions(self) -> None:
        self.conditions = ConditionsField()
        page = self.add_page("Điều kiện")
        page.row(attestations=self.conditions)
        page.row(
            restriction_reason=TextField(
                "Lý do vẫn trình", rows=2, tip="Khi đối tượng đang bị hạn chế xét khen."
            )
        )
        page.row(
            quota_reason=TextField(
                "Lý do vượt chỉ tiêu", rows=2, tip="Khi chỉ tiêu của danh hiệu đã đủ."
            )
        )

    def take_results(self) -> None:
        """Score, place and votes from where they were made; what is not found stays as typed."""
        if self.results is None:
            return
        found = self.results(self.record())
        for name, value in found.values().items():
            self.fields[name].put(value)
        self.results_told.setText(found.told)
        self.results_told.show()

    def fill(self, record: Nomination) -> None:
        self.results_told.hide()
        self.conditions.follow(record)
        self.dossier.fill(record)
        self.trail.show_nomination(record)

    def set_choices(
        self,
        awards: Sequence[Award],
        units: Sequence[Unit],
        people: Records[Person],
        registrations: Sequence[Registration] = (),
    ) -> None:
        """The catalogue of the period's days, the possible subjects, and who has registered."""
        self._registrations = registrations
        self.award.set_records(awards)
        self.unit.set_records(units)
        self.person.set_records(people)

    def set_read_only(self, on: bool, why: str = "") -> None:
        super().set_read_only(on, why)
        self._note_registration()

    def refresh_head(self) -> None:
        super().refresh_head()
        self._note_registration()
        if self.shown is not None:
            self.conditions.follow(self.record())

    def _note_registration(self) -> None:
        """A nomination nobody registered for is said over the form, as the period wants it."""
        if self.shown is not None and not self.is_read_only:
            self.show_notice(nomination_problem(self.record(), self._registrations))

    def chip_of(self, record: Nomination) -> tuple[str, Tone]:
        return record.state.label, STATE_TONES[record.state]
