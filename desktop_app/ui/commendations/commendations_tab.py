"""The tab of commendations: nominations, submissions, decisions and the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.commendations.award import Award, SubjectKind, awards_on
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.nomination import Nomination, NominationState, Submission
from desktop_app.domain.vietnamese import percent, short_date
from desktop_app.domain.years.period import Period
from desktop_app.ui.commendations.award_form import AwardForm
from desktop_app.ui.commendations.decision_form import DecisionForm
from desktop_app.ui.commendations.exemplar_view import ExemplarView
from desktop_app.ui.commendations.nomination_form import STATE_TONES, NominationForm
from desktop_app.ui.commendations.submission_form import SubmissionForm
from desktop_app.ui.page import Page
from desktop_app.ui.records.form import RecordForm
from desktop_app.ui.records.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.tokens import Tone

_BEFORE_SUBMISSION = (
    NominationState.PROPOSED,
    NominationState.HONOURED,
    NominationState.SUPPLEMENT,
)
_BEFORE_DECISION = (*_BEFORE_SUBMISSION, NominationState.SUBMITTED)
_DECIDED = NominationState.DECIDED


class NominationView(StoredTab[Nomination]):
    """Whom the cluster proposes."""

    key = "nominations"
    noun = "đề nghị"
    record_type = Nomination
    form_class = NominationForm
    attachments = True
    add_text = "Thêm đề nghị"
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

    def count_text(self, records: Sequence[Nomination]) -> str:
        waiting = sum(record.state is NominationState.PROPOSED for record in records)
        return f"{len(records)} đề nghị · {waiting} chưa suy tôn"


class SubmissionView(StoredTab[Submission]):
    """What goes up, with its list."""

    key = "submissions"
    noun = "tờ trình"
    record_type = Submission
    form_class = SubmissionForm
    add_text = "Lập tờ trình"
    empty_text = "Kỳ này chưa có tờ trình. Bấm «Lập tờ trình», rồi lấy các đề nghị đã suy tôn."
    papers = ("submission", "nomination-list")
    columns = (
        Column(
            "Số",
            lambda s: f"{s.number:02d}" if s.number else "chưa có",
            sort=lambda s: s.number or 0,
            width=70,
        ),
        Column("Ngày", lambda s: short_date(s.date), sort=lambda s: str(s.date), width=96),
        Column("Trích yếu", lambda s: s.subject, stretch=True),
        Column(
            "Đề nghị",
            lambda s: str(len(s.lines)),
            sort=lambda s: len(s.lines),
            width=70,
            align="right",
        ),
    )

    def make_form(self) -> RecordForm:
        form = SubmissionForm()
        form.add_action("Ghi là đã trình", self.mark_submitted, icon="stamp")
        return form

    def load(self) -> Sequence[Submission]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, SubmissionForm)
        nominations = self.file.nominations.of_period(self.period)
        people = self.file.people.all()
        self.form.set_choices(nominations, people, self.file.numbered())
        return super().load()

    def new_record(self) -> Submission | None:
        return new_submission(self.period) if self.period else None

    def copy_record(self, record: Submission) -> Submission:
        copied: Submission = super().copy_record(record)
        return copied.replace(number=None, date=None)

    def mark_submitted(self) -> None:
        """The submission has gone up: its nominations are submitted, all in one change."""
        submission = self.form.shown
        if submission is None or self.file is None or self.form.is_read_only:
            return
        if self.can_save and not self.save():
            return
        waiting = [
            line.nomination.replace(state=NominationState.SUBMITTED)
            for line in self.form.shown.lines
            if line.nomination.state in _BEFORE_SUBMISSION
        ]
        if not waiting:
            self.status.emit("Không có đề nghị nào trong danh sách đang chờ trình.")
            return
        self.file.save_all(waiting)
        self.refresh()
        self.status.emit(f"Đã ghi {len(waiting)} đề nghị là «Đã trình».")
        self.changed.emit()


class DecisionView(StoredTab[Decision]):
    """What was decided, with the grants and their certificates."""

    key = "decisions"
    noun = "quyết định"
    record_type = Decision
    form_class = DecisionForm
    attachments = True
    add_text = "Ghi quyết định"
    empty_text = "Kỳ này chưa có quyết định. Bấm «Ghi quyết định», rồi lấy từ các đề nghị đã trình."
    papers = ("certificate",)
    columns = (
        Column("Số", lambda d: d.number, width=130),
        Column("Ngày", lambda d: short_date(d.date), sort=lambda d: str(d.date), width=96),
        Column("Trích yếu", lambda d: d.subject, stretch=True),
        Column(
            "Lượt",
            lambda d: str(len(d.grants)),
            sort=lambda d: len(d.grants),
            width=56,
            align="right",
        ),
    )

    def load(self) -> Sequence[Decision]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, DecisionForm)
        awards = awards_on(self.file.awards.all(), self.period.until)
        nominations = self.file.nominations.of_period(self.period)
        self.form.set_choices(awards, nominations, self._granted_elsewhere())
        return super().load()

    def new_record(self) -> Decision | None:
        if self.period is None:
            return None
        return Decision(
            period=self.period,
            body=self.period.cluster.organising_body,
            place=self.period.cluster.place,
        )

    def copy_record(self, record: Decision) -> Decision:
        copied: Decision = super().copy_record(record)
        return copied.replace(number="", date=None)

    def save_record(self, record: Decision) -> Decision:
        """The decision, and with it the nominations it decides, as one change."""
        assert self.file is not None
        self.file.save_all([record, *self._moved(record, _BEFORE_DECISION, _DECIDED)])
        return self.file.decisions.get(record.id)

    def delete_record(self, record: Decision) -> None:
        """Without the decision its nominations are only submitted again, in the same change."""
        assert self.file is not None
        with self.file.transaction():
            super().delete_record(record)
            self.file.save_all(self._moved(record, (_DECIDED,), NominationState.SUBMITTED))

    def _moved(
        self, decision: Decision, before: Sequence[NominationState], after: NominationState
    ) -> list[Nomination]:
        """The decision's nominations as they are in the file now, in their new state."""
        assert self.file is not None
        ids = [grant.nomination.id for grant in decision.grants if grant.nomination]
        fresh = self.file.nominations.load(ids).values()
        return [each.replace(state=after) for each in fresh if each.state in before]

    def _granted_elsewhere(self) -> set[str]:
        """Nominations that another decision has already granted."""
        assert self.file is not None
        return {
            grant.nomination.id
            for decision in self.file.decisions.all()
            for grant in decision.grants
            if grant.nomination
        }


class AwardView(StoredTab[Award]):
    """The catalogue: all entries with the days they hold."""

    key = "awards"
    noun = "danh hiệu, hình thức"
    record_type = Award
    form_class = AwardForm
    add_text = "Thêm"
    empty_text = "Danh mục trống. Bấm «Thêm» để ghi danh hiệu hoặc hình thức đầu tiên."
    columns = (
        Column(
            "TT",
            lambda a: str(a.place_in_list),
            sort=lambda a: a.place_in_list,
            width=44,
            align="right",
        ),
        Column("Tên", lambda a: a.name, stretch=True),
        Column("Nhóm", lambda a: a.group.label, width=130, hidden=True),
        Column("Hiệu lực", lambda a: _validity(a), sort=lambda a: str(a.valid_from), width=96),
        Column(
            "Kiểm chứng",
            lambda a: "Đã kiểm" if a.verified else "Cần kiểm",
            chip=lambda a: Tone.GREEN if a.verified else Tone.AMBER,
            width=98,
        ),
    )

    def load(self) -> Sequence[Award]:
        return sorted(
            super().load(), key=lambda award: (award.place_in_list, str(award.valid_from))
        )

    def new_record(self) -> Award:
        return Award(place_in_list=self.list.model.total + 1, for_collective=True)


class CommendationsTab(Page):
    """The views in the order of the work, then the catalogue and the exemplars."""

    views = (
        ("Đề nghị khen thưởng", NominationView),
        ("Tờ trình", SubmissionView),
        ("Quyết định && giấy chứng nhận", DecisionView),
        ("Danh mục danh hiệu, hình thức", AwardView),
        ("Điển hình tiên tiến", ExemplarView),
    )
    help_page = "khen-thuong"


def new_submission(period: Period) -> Submission:
    """A submission of the lead unit to the organising body's emulation council."""
    lead = period.lead_on(None)
    return Submission(
        period=period,
        subject=f"Đề nghị khen thưởng năm {period.name}",
        addressees=(f"Hội đồng Thi đua - Khen thưởng {period.cluster.organising_body}",),
        receivers=("Như trên", "Lưu: VT, Hồ sơ"),
        signer=lead.representative if lead else None,
    )


def _votes(nomination: Nomination) -> str:
    if nomination.votes_for is None or not nomination.votes_total:
        return ""
    return percent(nomination.votes_for, nomination.votes_total)


def _validity(award: Award) -> str:
    start = award.valid_from.year if award.valid_from else "…"
    end = award.valid_until.year if award.valid_until else "nay"
    return f"{start} – {end}"
