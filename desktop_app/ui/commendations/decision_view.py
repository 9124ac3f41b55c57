"""Decisions: what was decided, with the grants and their certificates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.commendations.award import awards_on
from desktop_app.domain.commendations.awarding import ON_STAGE, ON_STAGE_SETTING
from desktop_app.domain.commendations.deciding import modelled_on
from desktop_app.domain.commendations.decision import Decision
from desktop_app.domain.commendations.granting import numbered
from desktop_app.domain.commendations.money import with_bonuses
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.commendations.stepping import decided, undecided
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import short_date
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.commendations.certificates.print_certificates import CertificatesDialog
from desktop_app.ui.commendations.decision_form import DecisionForm
from desktop_app.ui.commendations.outcome_dialog import OutcomeDialog
from desktop_app.ui.commendations.rules.bonus_setting import rounding_of
from desktop_app.ui.import_lists.import_button import import_button
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab


class DecisionView(StoredTab[Decision]):
    """What was decided, with the grants and their certificates."""

    key = "decisions"
    noun = "quyết định"
    record_type = Decision
    form_class = DecisionForm
    attachments = True
    tall_rows = True
    add_text = "Ghi quyết định"
    empty_text = "Kỳ này chưa có quyết định. Bấm «Ghi quyết định»: các đề nghị đã trình có sẵn."
    papers = (
        "certificate",
        "award-decision",
        "reward-list",
        "money-receipt",
        "award-ceremony",
        "award-statistics",
    )
    columns = (
        Column("Số", lambda d: d.number, width=108),
        Column("Ngày", lambda d: short_date(d.date), sort=lambda d: str(d.date), width=96),
        Column("Trích yếu", lambda d: d.subject, stretch=True),
        Column(
            "Lượt",
            lambda d: str(d.count),
            sort=lambda d: d.count,
            width=56,
            align="right",
        ),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list.add_tool(import_button(self, "grants", "khen thưởng đã có"))
        self.preview.goes_out = self._goes_out
        assert isinstance(self.form, DecisionForm)
        self.form.on_stage = lambda: int(self._require_file().setting(ON_STAGE_SETTING, ON_STAGE))
        self.form.keep_on_stage = lambda size: self._require_file().keep_setting(
            ON_STAGE_SETTING, size
        )

    def _require_file(self) -> DataFile:
        assert self.file is not None
        return self.file

    def load(self) -> Sequence[Decision]:
        assert self.file is not None
        assert self.period is not None
        assert isinstance(self.form, DecisionForm)
        awards = awards_on(self.file.awards.all(), self.period.until)
        nominations = partial(self.file.nominations.of_period, self.period)
        salaries, way = self.file.base_salaries.all(), rounding_of(self.file)
        self.form.set_choices(
            awards,
            nominations,
            self._granted_elsewhere,
            self._numbers,
            lambda decision: with_bonuses(decision, salaries, way),
        )
        return super().load()

    def new_record(self) -> Decision | None:
        if self.period is None:
            return None
        return Decision(
            period=self.period,
            body=self.period.cluster.organising_body,
            place=self.period.cluster.place,
        )

    def add(self) -> None:
        """What went up is recorded at once; where nothing waits, an empty decision is begun."""
        if not self.can_leave():
            return
        fresh = self.new_record()
        if fresh is None or self.file is None or self.period is None:
            return
        nominations = self.file.nominations.of_period(self.period)
        waiting = [one for one in nominations if one.state is NominationState.SUBMITTED]
        if not waiting:
            super().add()
            return
        wanted = [one.award for one in waiting if one.award]
        dialog = OutcomeDialog(
            modelled_on(fresh, self.file.decisions.all(), wanted),
            nominations,
            self.file.submissions.of_period(self.period),
            awards_on(self.file.awards.all(), self.period.until),
            self,
        )
        if asked(dialog):
            self._record(dialog)
        elif dialog.by_hand:
            super().add()

    def _record(self, dialog: OutcomeDialog) -> None:
        """Decision, grants with numbers and sums, and every nomination's step, as one change."""
        assert self.file is not None
        found = dialog.result_of()
        decision = numbered(found.decision, self._numbers())
        salaries, way = self.file.base_salaries.all(), rounding_of(self.file)
        decision = with_bonuses(decision, salaries, way)
        try:
            self.file.save_all([decision, *found.moved])
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.look_again(f"Đã ghi quyết định số {decision.number}: {decision.count} lượt khen.")
        self.select(decision.id)
        if dialog.prints:
            self.papers_shown.choose("certificate")
            self.print_batch()

    def copy_record(self, record: Decision) -> Decision:
        copied: Decision = super().copy_record(record)
        return copied.replace(number="", date=None)

    def save_record(self, record: Decision) -> Decision:
        """The decision, and with it the nominations it decides or no longer names, as one."""
        assert self.file is not None
        before = self.file.decisions.find(record.id)
        freed = undecided(record, self._nominations(before))
        self.file.save_all([record, *freed, *decided(record, self._nominations(record))])
        return self.file.decisions.get(record.id)

    def delete_record(self, record: Decision) -> None:
        """Without the decision its nominations are only submitted again, in the same change."""
        assert self.file is not None
        freed = undecided(record.replace(grants=()), self._nominations(record))
        with self.file.transaction():
            super().delete_record(record)
            self.file.save_all(freed)

    def paper_record(self, record: Decision, paper: str) -> Record:
        """Certificates with their designs, the other papers with who is handed what."""
        assert self.file is not None
        if paper == "certificate":
            return self.file.certificates_of(record)
        if paper == "award-statistics":
            return self.file.award_book_of(record.period)
        return self.file.awarding_of(record)

    def print_batch(self) -> None:
        """All certificates of the decision: looked over, printed, written into the book."""
        if self.papers_shown.key() != "certificate":
            super().print_batch()
            return
        if self.file is None or self.form.shown is None or (self.can_save and not self.save()):
            return
        batch = self.file.certificates_of(self.form.shown)
        if not batch.living:
            self.status.emit("Quyết định chưa có ai được in giấy.")
            return
        dialog = CertificatesDialog(self.file, batch, self)
        asked(dialog)
        if dialog.entry is not None:
            self.changed.emit()

    def _goes_out(self, way: str) -> bool:
        """Whether the shown paper may leave by the plain way: certificates are looked over."""
        if self.papers_shown.key() != "certificate":
            return True
        if way != "print" and not self.preview.warnings:
            return True
        self.print_batch()
        return False

    def _numbers(self) -> tuple[str, ...]:
        """Every number of the book that was ever given in the period."""
        assert self.file is not None
        assert self.period is not None
        decisions = self.file.decisions.of_period(self.period)
        return tuple(grant.register_number for each in decisions for grant in each.grants)

    def _nominations(self, decision: Decision | None) -> tuple[Nomination, ...]:
        """The decision's nominations as they are in the file now."""
        assert self.file is not None
        grants = decision.grants if decision else ()
        ids = [grant.nomination.id for grant in grants if grant.nomination]
        return tuple(self.file.nominations.load(ids).values())

    def _granted_elsewhere(self) -> set[str]:
        """Nominations that another decision has already granted."""
        assert self.file is not None
        return {
            grant.nomination.id
            for decision in self.file.decisions.all()
            for grant in decision.grants
            if grant.nomination
        }
