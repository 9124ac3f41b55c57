"""Nominations: whom the cluster proposes for which award."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.domain.commendations.award import SubjectKind, awards_on
from desktop_app.domain.commendations.dossier import (
    by_owner,
    dossier_lines,
    missing_count,
    told_missing,
)
from desktop_app.domain.commendations.eligibility.facts import Facts, facts_of
from desktop_app.domain.commendations.nomination import (
    NEXT_STATES,
    Nomination,
    NominationState,
    NominationStep,
)
from desktop_app.domain.commendations.nomination_file import NominationFile
from desktop_app.domain.commendations.repetition import LIKENESS_SETTING, NEARLY_EQUAL
from desktop_app.domain.long_lists import figure
from desktop_app.domain.meetings.standing_results import Results, results_of
from desktop_app.domain.record import Record
from desktop_app.domain.rich_text import NO_TEXT, RichText
from desktop_app.domain.vietnamese import number, percent
from desktop_app.ui.asking import asked
from desktop_app.ui.commendations.dossiers.dossier_dialog import DossierDialog
from desktop_app.ui.commendations.dossiers.dossier_packing import pack_of_nomination
from desktop_app.ui.commendations.nomination_form import STATE_TONES, NominationForm
from desktop_app.ui.commendations.nomination_stepping import fill_menu, take_step
from desktop_app.ui.commendations.rules.likeness_setting import likeness_bar_of
from desktop_app.ui.import_lists.import_button import import_button
from desktop_app.ui.meetings.ballot_sources import final_standings
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import MANY, StoredTab


class NominationView(StoredTab[Nomination]):
    """Whom the cluster proposes, how far each has come, and what its dossier lacks."""

    key = "nominations"
    noun = "đề nghị"
    record_type = Nomination
    form_class = NominationForm
    long_from = MANY
    wide_list = True
    help_page = "ho-so"
    add_text = "Thêm đề nghị"
    papers = ("merit-report", "merit-report-sudden", "merit-report-campaign")
    empty_text = "Kỳ này chưa có đề nghị khen thưởng. Bấm «Thêm đề nghị» để bắt đầu."

    def __init__(self, parent: QWidget | None = None) -> None:
        self._missing: dict[str, int] = {}
        self.columns = (
            Column("Tập thể / cá nhân", lambda n: n.subject, stretch=True),
            Column("Danh hiệu, hình thức", lambda n: n.award.name if n.award else "", width=118),
            Column("Hồ sơ", self._dossier, sort=lambda n: self._missing.get(n.id, 0), width=66),
            Column("Điểm", _score, sort=_score_key, width=66, hidden=True, align="right"),
            Column("Hạng", _place, sort=_place_key, width=60, hidden=True, align="right"),
            Column("Phiếu", _votes, width=80, hidden=True, align="right"),
            Column(
                "Trạng thái",
                lambda n: n.state.label,
                tones={state.label: tone for state, tone in STATE_TONES.items()},
                width=104,
            ),
        )
        super().__init__(parent)
        self.list.add_tool(import_button(self, "nominees", "danh sách đề nghị"))
        assert isinstance(self.form, NominationForm)
        conditions = self.form.conditions
        conditions.gather = self._gather
        conditions.likeness_bar = self._likeness_bar
        conditions.keep_likeness_bar = self._keep_likeness_bar
        self.form.dossier.panel.status.connect(self.status)
        self.form.dossier.panel.changed.connect(self._files_changed)
        self.form.dossier.pack_wanted.connect(self.pack_dossier)

    def make_form(self) -> RecordForm:
        form = NominationForm()
        form.report.draft = self.draft_report
        form.results = self.results_of
        self._steps = QMenu(form)
        self._steps.aboutToShow.connect(self._offer_steps)
        self._step = form.add_action("Chuyển bước", lambda: None, icon="chevron-right")
        self._step.setMenu(self._steps)
        return form

    def offer(self) -> None:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, NominationForm)
        awards = awards_on(self.file.awards.all(), self.period.until)
        registrations = self.file.registrations.of_period(self.period)
        self.form.set_choices(awards, self.file.units.all(), self.file.people.all, registrations)
        self.form.conditions.file_changed()

    def load(self) -> Sequence[Nomination]:
        assert self.file is not None
        found = super().load()
        attached = by_owner(self.file.attachments.all())
        self._missing = {one.id: missing_count(one, attached.get(one.id, ())) for one in found}
        return found

    def new_record(self) -> Nomination | None:
        if self.period is None:
            return None
        return Nomination(
            period=self.period, achievement_year=self.period.name, kind=SubjectKind.COLLECTIVE
        )

    def paper_record(self, record: Nomination, paper: str) -> NominationFile | None:
        return self.file.nomination_file_of(record) if self.file else None

    def count_text(self, records: Sequence[Nomination]) -> str:
        return f"{len(records)} đề nghị · {figure(records)} chưa suy tôn"

    def copy_record(self, record: Nomination) -> Nomination:
        """The same subject and award once more, at the beginning of its way."""
        copied: Nomination = super().copy_record(record)
        return copied.replace(
            state=NominationState.PROPOSED,
            steps=(),
            dossier=(),
            attestations=(),
            restriction_reason="",
            quota_reason="",
        )

    def take_step(self, step: NominationStep) -> None:
        """Hand the shown nomination on, and with it others that are ticked besides."""
        if self.current_record() is None or self.file is None or self.period is None:
            return
        if self.can_save and not self.save():
            return
        others = self.file.nominations.of_period(self.period)
        moved = take_step(self.file, step, (self.form.shown,), others, self)
        if moved:
            self.look_again(f"Đã chuyển {len(moved)} đề nghị sang «{step.state}».")

    def _likeness_bar(self) -> float:
        return likeness_bar_of(self.file) if self.file else NEARLY_EQUAL

    def _keep_likeness_bar(self, bar: float) -> None:
        if self.file is not None:
            self.file.keep_setting(LIKENESS_SETTING, bar)

    def _gather(self, nomination: Nomination) -> Callable[[], Facts]:
        """What the file has now; putting it together can be done elsewhere."""
        assert self.file is not None
        file = self.file
        attached = file.attachments.of_record(nomination)
        lines = dossier_lines(nomination, attached)
        there = (n.paper.name for n in lines if not (n.is_missing or n.paper.waived))
        return functools.partial(
            facts_of,
            nomination,
            decisions=file.decisions.naming(nomination.who, with_members=True),
            nominations=file.nominations.of_subject(nomination.who),
            registrations=file.registrations.of_period(nomination.period),
            restrictions=file.restrictions.all(),
            papers=(*there, *(one.name for one in attached)),
        )

    def pack_dossier(self) -> None:
        """The whole dossier as one PDF or a folder; edits are saved first."""
        if self.file is None or self.form.shown is None or (self.can_save and not self.save()):
            return
        pack = pack_of_nomination(self.file, self.form.shown, self.papers_shown.key())
        asked(DossierDialog(self.file, pack, self))

    def results_of(self, nomination: Nomination) -> Results:
        """From the ranking of the achievement's year and the ballots of its own period."""
        assert self.file is not None
        periods = self.file.periods.all()
        cluster = nomination.period.cluster.id
        year = next(
            (
                one
                for one in periods
                if one.cluster.id == cluster and one.name == nomination.achievement_year
            ),
            None,
        )
        standings = final_standings(self.file, year) if year else ()
        return results_of(nomination, standings, self.file.ballots.of_period(nomination.period))

    def draft_report(self) -> RichText:
        """The report as its paper draws it up from the records, to be written on."""
        from desktop_app.papers import paper_with_key
        from desktop_app.papers.commendations.merit_text import draft

        if self.file is None:
            return NO_TEXT
        paper = paper_with_key(self.papers_shown.key())
        return draft(paper, self.file.nomination_file_of(self.form.record()))

    def _offer_steps(self) -> None:
        fill_menu(self._steps, self._saved(), self.take_step)

    def _saved(self) -> Nomination | None:
        saved = self.current_record()
        return saved if isinstance(saved, Nomination) else None

    def _dossier(self, nomination: Nomination) -> str:
        return told_missing(self._missing.get(nomination.id, 0))

    def _files_changed(self) -> None:
        self._show_files()
        self.refresh()
        self.changed.emit()

    def _show_files(self) -> None:
        assert isinstance(self.form, NominationForm)
        file = self.file if self.period else None
        self.form.dossier.show_files(
            file, self.form.shown, is_saved=not self._is_new, closed=self.is_closed
        )

    def _show(self, record: Record | None, *, is_new: bool = False) -> None:
        super()._show(record, is_new=is_new)
        assert isinstance(self.form, NominationForm)
        if record is None:
            self.form.conditions.leave()
        self._show_files()

    def _show_state(self) -> None:
        super()._show_state()
        saved = self._saved()
        free = saved is not None and not self.form.is_read_only
        self._step.setEnabled(
            free and bool(saved and (NEXT_STATES[saved.state] or saved.back_step()))
        )


def _votes(nomination: Nomination) -> str:
    if nomination.votes_for is None or not nomination.votes_total:
        return ""
    return percent(nomination.votes_for, nomination.votes_total)


def _score(nomination: Nomination) -> str:
    return "" if nomination.score is None else number(nomination.score)


def _score_key(nomination: Nomination) -> Decimal:
    return Decimal(-1) if nomination.score is None else nomination.score


def _place(nomination: Nomination) -> str:
    return str(nomination.place or "")


def _place_key(nomination: Nomination) -> int:
    return nomination.place or 0
