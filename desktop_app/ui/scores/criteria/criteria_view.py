"""The view «Tiêu chí»: the criteria sets of the period, normally one."""

from __future__ import annotations

from desktop_app.domain.scores.criteria import CriteriaSet, CriteriaState
from desktop_app.domain.vietnamese import number, short_date
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.background import run_in_background
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.source_dialog import SourceDialog
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.rights import looks_only
from desktop_app.ui.records.stored_tab import StoredTab
from desktop_app.ui.scores.criteria.criteria_form import STATE_TONES, CriteriaForm
from desktop_app.ui.scores.criteria.criteria_sources import criteria_sources
from desktop_app.ui.scores.sheets import workbook_actions


class CriteriaView(StoredTab[CriteriaSet]):
    """New sets begin with last year's, a template, a workbook or nothing."""

    key = "criteria"
    noun = "bộ tiêu chí"
    record_type = CriteriaSet
    form_class = CriteriaForm
    tall_rows = True
    attachments = True
    narrow_list = True
    add_text = "Thêm bộ"
    empty_text = (
        "Kỳ này chưa có bộ tiêu chí. Bấm «Thêm bộ»: chép của năm trước, lấy mẫu có sẵn, "
        "đọc từ Excel hoặc lập mới."
    )
    help_page = "tieu-chi"
    columns = (
        Column("Bộ tiêu chí", lambda c: c.title, stretch=True),
        Column(
            "Điểm", lambda c: number(c.max_total), sort=lambda c: c.max_total, width=64, hidden=True
        ),
        Column(
            "Thông qua",
            lambda c: short_date(c.adopted_on),
            sort=lambda c: str(c.adopted_on),
            width=92,
            hidden=True,
        ),
        Column("Căn cứ", lambda c: "; ".join(c.grounds), width=160, hidden=True),
        Column(
            "Trạng thái", lambda c: c.state.label, chip=lambda c: STATE_TONES[c.state], width=126
        ),
    )

    def make_form(self) -> RecordForm:
        form = CriteriaForm()
        self._next_version = form.add_action(
            "Lập phiên bản mới", self.make_next_version, icon="copy"
        )
        self._export = form.add_action("Xuất Excel…", self.export, icon="table")
        self._export_forms = form.add_action(
            workbook_actions.EXPORT, lambda: workbook_actions.export_forms(self), icon="file-down"
        )
        self._receive_forms = form.add_action(
            workbook_actions.RECEIVE, lambda: workbook_actions.receive_forms(self)
        )
        looks_only(self._export)
        looks_only(self._export_forms)
        return form

    def add(self) -> None:
        """Ask what to begin with; a workbook is looked at before it is taken."""
        if self.file is None or self.period is None or not self.can_leave():
            return
        sources = criteria_sources(self.file, self.period, self._from_other_cluster)
        dialog = SourceDialog("Thêm bộ tiêu chí", sources, self)
        if not asked(dialog):
            return
        made = dialog.chosen.make() if dialog.chosen.make else self._from_workbook()
        if made is not None:
            self._show_new(self._numbered(made))

    def copy_record(self, record: CriteriaSet) -> CriteriaSet:
        assert self.period is not None
        return self._numbered(record.copied_for(self.period))

    def make_next_version(self) -> None:
        """A draft like the shown set, with its targets, that takes its place once adopted."""
        self.duplicate()

    def export(self) -> None:
        """The saved set as a workbook."""
        from desktop_app.exchange.criteria_book import write_criteria
        from desktop_app.ui.preview import saving

        criteria = self.current_record()
        if criteria is None or not self.can_leave():
            return
        criteria = self.current_record()
        assert isinstance(criteria, CriteriaSet)
        path = saving.ask_path(self, criteria.title, ".xlsx")
        if path is None:
            return
        record = criteria

        def written(data: object) -> None:
            assert isinstance(data, bytes)
            if saving.write(self, path, data):
                self.status.emit(f"Đã xuất bộ tiêu chí ra «{path}»")

        run_in_background(
            lambda _: write_criteria(record), written, lambda error: messages.tell(self, error)
        )

    def _from_workbook(self) -> CriteriaSet | None:
        from desktop_app.ui.preview import saving
        from desktop_app.ui.scores.criteria.criteria_import import CriteriaImportDialog

        assert self.file is not None
        assert self.period is not None
        path = saving.ask_workbook(self)
        if path is None:
            return None
        dialog = CriteriaImportDialog(path, self.period, self.file.units.all(), self)
        return dialog.criteria if asked(dialog) else None

    def _from_other_cluster(self) -> CriteriaSet | None:
        from desktop_app.ui.scores.criteria.other_cluster_dialog import from_other_cluster

        assert self.file is not None
        assert self.period is not None
        return from_other_cluster(self, self.period, self.file.path)

    def _numbered(self, made: CriteriaSet) -> CriteriaSet:
        """Behind the other versions of the period."""
        assert self.file is not None
        known = self.file.criteria.of_period(made.period)
        return made.replace(version=max((one.version for one in known), default=0) + 1)

    def _show_state(self) -> None:
        super()._show_state()
        record = self.current_record()
        saved = isinstance(record, CriteriaSet)
        self._export.setVisible(saved)
        is_draft = saved and record.state is CriteriaState.DRAFT  # type: ignore[union-attr]
        self._export_forms.setVisible(saved and not is_draft)
        self._receive_forms.setVisible(saved and not is_draft and self.list.can_add)
        self._next_version.setVisible(saved and not is_draft and self.list.can_add)
