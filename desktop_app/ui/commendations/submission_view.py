"""Submissions: what goes up, with its list of nominations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop_app.domain.commendations.nomination import (
    NominationState,
    Submission,
    SubmissionLine,
)
from desktop_app.domain.commendations.stepping import could_take, submission_step
from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.period import Period
from desktop_app.papers.framing import issuing_body
from desktop_app.ui.asking import asked
from desktop_app.ui.commendations.dossiers.dossier_dialog import DossierDialog
from desktop_app.ui.commendations.dossiers.dossier_packing import pack_of_submission
from desktop_app.ui.commendations.nomination_stepping import take_step
from desktop_app.ui.commendations.submission_form import SubmissionForm
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab

_FILE_PAPERS = ("personal-list", "review-meeting-minutes", "council-minutes")
"""Papers that tell more than the submission holds."""


class SubmissionView(StoredTab[Submission]):
    """What goes up, with its list."""

    key = "submissions"
    noun = "tờ trình"
    record_type = Submission
    form_class = SubmissionForm
    tall_rows = True
    add_text = "Lập tờ trình"
    empty_text = "Kỳ này chưa có tờ trình. Bấm «Lập tờ trình»: các đề nghị đã suy tôn có sẵn."
    papers = (
        "submission",
        "submission-by-award",
        "submission-for-one",
        "nomination-list",
        *_FILE_PAPERS,
    )
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
        form.pack_wanted.connect(self.pack_dossiers)
        return form

    def load(self) -> Sequence[Submission]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, SubmissionForm)
        nominations = partial(self.file.nominations.of_period, self.period)
        self.form.set_choices(nominations, self.file.people.all, self.file.numbered)
        return super().load()

    def new_record(self) -> Submission | None:
        """A tờ trình with everyone who was honoured and is on none yet."""
        if self.period is None or self.file is None:
            return None
        listed = {
            line.nomination.id
            for one in self.file.submissions.of_period(self.period)
            for line in one.lines
        }
        ready = (
            nomination
            for nomination in self.file.nominations.of_period(self.period)
            if nomination.state is NominationState.HONOURED and nomination.id not in listed
        )
        lines = tuple(SubmissionLine(nomination=nomination) for nomination in ready)
        return new_submission(self.period).replace(lines=lines)

    def copy_record(self, record: Submission) -> Submission:
        copied: Submission = super().copy_record(record)
        return copied.replace(number=None, date=None)

    def paper_record(self, record: Submission, paper: str) -> Record:
        if paper not in _FILE_PAPERS or self.file is None:
            return record
        return self.file.submission_file_of(record)

    def pack_dossiers(self) -> None:
        """The dossiers of everyone on the list as one PDF or a folder; edits are saved first."""
        if self.file is None or self.form.shown is None or (self.can_save and not self.save()):
            return
        asked(DossierDialog(self.file, pack_of_submission(self.file, self.form.shown), self))

    def mark_submitted(self) -> None:
        """The submission has gone up: its nominations are submitted, all in one change."""
        submission = self.form.shown
        if submission is None or self.file is None or self.form.is_read_only:
            return
        if self.can_save and not self.save():
            return
        saved: Submission = self.form.shown
        nominations = [line.nomination for line in saved.lines]
        waiting = could_take(NominationState.SUBMITTED, nominations)
        if not waiting:
            self.status.emit("Không có đề nghị nào đã suy tôn trong danh sách đang chờ trình.")
            return
        step = submission_step(saved, submission_number(saved))
        moved = take_step(self.file, step, waiting, (), self)
        if moved:
            self.look_again(f"Đã ghi {len(moved)} đề nghị là «Đã trình».")


def submission_number(submission: Submission) -> str:
    """«01/TTr-CTĐ2» as the paper has it; empty before it is numbered."""
    if submission.number is None:
        return ""
    return issuing_body(submission.period, submission.date).symbol("TTr", submission.number)


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
