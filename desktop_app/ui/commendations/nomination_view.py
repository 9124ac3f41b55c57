"""Nominations: whom the cluster proposes for which award."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.commendations.award import SubjectKind, awards_on
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.commendations.nomination_file import NominationFile
from desktop_app.domain.vietnamese import percent
from desktop_app.ui.commendations.nomination_form import STATE_TONES, NominationForm
from desktop_app.ui.records.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab


class NominationView(StoredTab[Nomination]):
    """Whom the cluster proposes."""

    key = "nominations"
    noun = "đề nghị"
    record_type = Nomination
    form_class = NominationForm
    attachments = True
    add_text = "Thêm đề nghị"
    papers = ("merit-report", "merit-report-sudden", "merit-report-campaign")
    empty_text = "Kỳ này chưa có đề nghị khen thưởng. Bấm «Thêm đề nghị» để bắt đầu."
    columns = (
        Column("Tập thể / cá nhân", lambda n: n.subject, stretch=True),
        Column("Danh hiệu, hình thức", lambda n: n.award.name if n.award else "", width=150),
        Column("Phiếu", lambda n: _votes(n), width=80, hidden=True, align="right"),
        Column(
            "Trạng thái", lambda n: n.state.label, chip=lambda n: STATE_TONES[n.state], width=110
        ),
    )

    def load(self) -> Sequence[Nomination]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, NominationForm)
        awards = awards_on(self.file.awards.all(), self.period.until)
        registrations = self.file.registrations.of_period(self.period)
        self.form.set_choices(awards, self.file.units.all(), self.file.people.all(), registrations)
        return super().load()

    def new_record(self) -> Nomination | None:
        if self.period is None:
            return None
        return Nomination(
            period=self.period, achievement_year=self.period.name, kind=SubjectKind.COLLECTIVE
        )

    def paper_record(self, record: Nomination, paper: str) -> NominationFile | None:
        return self.file.nomination_file_of(record) if self.file else None

    def count_text(self, records: Sequence[Nomination]) -> str:
        waiting = sum(record.state is NominationState.PROPOSED for record in records)
        return f"{len(records)} đề nghị · {waiting} chưa suy tôn"


def _votes(nomination: Nomination) -> str:
    if nomination.votes_for is None or not nomination.votes_total:
        return ""
    return percent(nomination.votes_for, nomination.votes_total)
