"""The view «Bỏ phiếu»: rounds of voting from the printed ballots to the confirmed result."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.meetings.ballot import NEXT_STATES, Ballot, BallotState
from desktop_app.domain.meetings.ballot_result import has_quorum, next_round, outcome
from desktop_app.domain.meetings.honouring import honoured
from desktop_app.domain.meetings.meeting import Meeting
from desktop_app.domain.record import Record
from desktop_app.ui import icons, messages
from desktop_app.ui.asking import asked
from desktop_app.ui.meetings.ballot_form import STATE_TONES, BallotChoices, BallotForm
from desktop_app.ui.meetings.ballot_sources import award_sources, listed
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.source_dialog import SourceDialog
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab

_COUNTED_PAPER = "counting-minutes"
_VERBS = {
    BallotState.VOTING: "Bắt đầu bỏ phiếu",
    BallotState.COUNTED: "Xong kiểm phiếu",
    BallotState.CONFIRMED: "Xác nhận kết quả",
}


class BallotView(StoredTab[Ballot]):
    """Totals only; a confirmed or cancelled round is only looked at."""

    key = "ballots"
    noun = "vòng bỏ phiếu"
    record_type = Ballot
    form_class = BallotForm
    narrow_list = True
    tall_rows = True
    attachments = True
    add_text = "Thêm vòng"
    empty_text = "Kỳ này chưa có vòng bỏ phiếu nào. Bấm «Thêm vòng»."
    papers = ("ballot-papers", "ballot-slips", _COUNTED_PAPER)
    help_page = "bo-phieu"
    columns = (
        Column("Danh hiệu", lambda b: b.title, stretch=True),
        Column("Hội nghị", lambda b: b.meeting.name, width=160, hidden=True),
        Column(
            "Trạng thái", lambda b: b.state.label, chip=lambda b: STATE_TONES[b.state], width=112
        ),
    )

    def make_form(self) -> RecordForm:
        form = BallotForm()
        form.take_candidates = self.take_candidates
        form.take_present = self.take_present
        self._steps = {
            state: form.add_action(verb, partial(self.step_to, state))
            for state, verb in _VERBS.items()
        }
        self._again = form.add_action("Kiểm lại", partial(self.step_to, BallotState.VOTING))
        self._next = form.add_action("Vòng tiếp theo", self.add_next_round)
        self._honour = form.add_action("Đưa vào đề nghị", self.nominate, icon="award")
        self._cancel = icons.icon_button("x", "Hủy vòng bỏ phiếu…")
        self._cancel.clicked.connect(self.cancel)
        form.add_tool(self._cancel)
        return form

    def load(self) -> Sequence[Ballot]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, BallotForm)
        self.form.set_choices(
            BallotChoices(
                meetings=self.file.meetings.of_period(self.period),
                awards=self.file.awards.all(),
                units=self.file.units.all(),
                people=self.file.people.all(),
            )
        )
        return super().load()

    def add(self) -> None:
        """A round in the latest meeting, with its people and rules, saved as it is chosen."""
        ballot = self.new_record() if self.can_leave() else None
        if ballot is not None:
            self._keep(ballot, f"Đã lập vòng bỏ phiếu «{ballot.title}».")
            self.select(ballot.id)

    def new_record(self) -> Ballot | None:
        """In the latest meeting of the period, on an award the person chooses."""
        meetings = self._meetings()
        if not meetings or self.file is None:
            messages.show_note(
                self, "Kỳ này chưa có hội nghị.", "Lập hội nghị ở mục «Hội nghị» trước."
            )
            return None
        meeting = max(meetings, key=lambda one: str(one.starts))
        sources = award_sources(self.file, meeting)
        dialog = SourceDialog("Thêm vòng bỏ phiếu", sources, self, question="Bỏ phiếu cho?")
        made = dialog.chosen.make if asked(dialog) else None
        return made() if made else None

    def copy_record(self, record: Ballot) -> Ballot:
        """The same rules and people in another round, nothing of the counts."""
        return next_round(record).replace(candidates=(), seats=record.seats)

    def read_only_reason(self, record: Ballot) -> str:
        closed = super().read_only_reason(record)
        saved = self.file.ballots.find(record.id) if self.file else None
        if not closed and saved is not None and saved.is_final:
            return f"Vòng bỏ phiếu «{saved.state}»: chỉ xem."
        return closed

    # --- what is done with it -------------------------------------------------------------

    def take_candidates(self) -> None:
        """Those nominated for the award, else all members, after those who stand there."""
        ballot = self._open_record()
        if ballot is None or self.file is None:
            return
        found = listed(self.file, ballot)
        assert isinstance(self.form, BallotForm)
        self.form.candidates.set_parts((*ballot.candidates, *found))
        self.status.emit(f"Đã thêm {len(found)} dòng vào danh sách bầu.")

    def take_present(self) -> None:
        """Members and voters in the room, as the meeting tells for the hour of the vote."""
        ballot = self._open_record()
        if ballot is None or self.file is None:
            return
        meeting = self.file.meetings.get(ballot.meeting.id)
        here = {
            "members": len(ballot.period.members_on(meeting.day)),
            "present": meeting.voters_at(ballot.taken_at),
        }
        for name, value in here.items():
            self.form.fields[name].set_value(value)
            self.form.fields[name].edited.emit()
        enough = "đủ" if has_quorum(ballot.replace(**here)) else "chưa đủ"
        self.status.emit(
            f"{here['present']}/{here['members']} đơn vị có mặt, {enough} số để bỏ phiếu."
        )

    def step_to(self, state: BallotState) -> None:
        """The next state, or what is missing is shown beside its field."""
        if self.form.shown is None or (self.can_save and not self.save()):
            return
        self._keep(self.form.shown.replace(state=state), f"Vòng bỏ phiếu: {state.label.lower()}.")

    def cancel(self) -> None:
        """Given up for a reason that is kept."""
        ballot = self.form.shown
        if ballot is None:
            return
        reason = messages.ask_text(self, "Hủy vòng bỏ phiếu?", "Lý do hủy:", "Hủy vòng")
        if reason:
            self._keep(
                ballot.replace(state=BallotState.CANCELLED, reason=reason),
                "Đã hủy vòng bỏ phiếu.",
            )

    def add_next_round(self) -> None:
        """Another round between those who tie."""
        if self.form.shown is not None and self.can_leave():
            self._show_new(next_round(self.form.shown))

    def nominate(self) -> None:
        """The chosen become nominations, as one change that can be undone."""
        ballot = self.form.shown
        if ballot is None or self.file is None:
            return
        made = honoured(ballot, self.file.nominations.of_period(ballot.period))
        try:
            self.file.save_all(made)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.look_again(f"Đã đưa {len(made)} đơn vị, cá nhân được chọn vào «Đề nghị».")

    def _open_record(self) -> Ballot | None:
        """The round in the form as typed, while it may be changed."""
        if self.form.shown is None or self.form.is_read_only:
            return None
        self.form.finish()
        ballot: Ballot = self.form.record()
        return ballot if ballot.meeting else None

    def _keep(self, ballot: Ballot, said: str) -> None:
        problems = ballot.problems()
        if problems:
            self.form.show_problems(problems)
            self.status.emit(f"Chưa chuyển được: {next(iter(problems.values()))}")
            return
        try:
            self.save_record(ballot)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.look_again(said)

    def _meetings(self) -> Sequence[Meeting]:
        if self.file is None or self.period is None:
            return ()
        return self.file.meetings.of_period(self.period)

    def _show(self, record: Record | None, *, is_new: bool = False) -> None:
        super()._show(record, is_new=is_new)
        if isinstance(record, Ballot):
            self._choose_paper_of(record)

    def _choose_paper_of(self, ballot: Ballot) -> None:
        """Before the count the ballots, after it the minutes of the count."""
        counted = ballot.state in (BallotState.COUNTED, BallotState.CONFIRMED)
        is_minutes = self.papers_shown.key() == _COUNTED_PAPER
        if counted != is_minutes:
            self.choose_paper(_COUNTED_PAPER if counted else self.papers[0])

    def _show_state(self) -> None:
        super()._show_state()
        saved = self.current_record()
        ballot = saved if isinstance(saved, Ballot) and not self.is_closed else None
        following = NEXT_STATES[ballot.state] if ballot else ()
        is_typed = ballot is not None and self.form.record().issued is not None
        for state, button in self._steps.items():
            is_early = state is BallotState.COUNTED and state in following and is_typed
            button.setVisible(state in following[:1] or is_early)
        self._again.setVisible(ballot is not None and ballot.state is BallotState.COUNTED)
        self._cancel.setVisible(BallotState.CANCELLED in following)
        is_confirmed = ballot is not None and ballot.state is BallotState.CONFIRMED
        result = outcome(ballot) if ballot and is_confirmed else None
        self._next.setVisible(bool(result and result.tied))
        self._honour.setVisible(bool(result and result.chosen))
