"""The forms of the units into a folder: which round, which units, then one workbook each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.self_scoring import form_title, sheet_of
from desktop_app.domain.scores.sheet import Round, ScoreSheet
from desktop_app.domain.years.period import Period
from desktop_app.ui import messages
from desktop_app.ui.background import Job, ProgressStrip, Report, run_in_background
from desktop_app.ui.preview import saving
from desktop_app.ui.preview.made_paper import file_name
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label

_SORTS = {
    ".xlsx": "Excel, điền trên máy rồi gửi lại",
    ".pdf": "PDF, in ra điền tay",
    ".docx": "Word, in ra điền tay",
}


class FormExportDialog(QDialog):
    """Every member is ticked; `folder` is where the forms went, None while there are none."""

    def __init__(
        self,
        period: Period,
        criteria: CriteriaSet,
        sheets: Sequence[ScoreSheet],
        when: Round = Round.YEAR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self._criteria, self._sheets = criteria, tuple(sheets)
        self._units = [member.unit for member in period.members_on(None)]
        self._job: Job | None = None
        self.setWindowTitle("Xuất phiếu tự chấm cho các đơn vị")
        self.round = round_box(when)
        about = QFormLayout()
        about.addRow("Đợt chấm", self.round)
        self.sort = _sort_box()
        about.addRow("Dạng phiếu", self.sort)
        about.addRow("Bộ tiêu chí", plain_label(criteria.title))
        self.units = self._unit_list()
        self.strip = ProgressStrip()
        self.button = QPushButton()
        layout = QVBoxLayout(self)
        layout.addLayout(about)
        layout.addWidget(plain_label("Mỗi đơn vị một tệp, tên mang mã của đơn vị:"))
        layout.addWidget(self.units, 1)
        layout.addWidget(self.strip)
        layout.addWidget(dialog_foot(self, self.button, act=self._export, way_out=CLOSE))
        self.resize(620, 500)
        self._show_count()

    def chosen(self) -> list[ScoreSheet]:
        """The sheets of the ticked units, new ones where the round has none."""
        when = self.round.currentData()
        return [
            sheet_of(self._criteria, unit, when, self._sheets)
            for row, unit in enumerate(self._units)
            if self.units.item(row).checkState() is Qt.CheckState.Checked
        ]

    def export_to(self, folder: Path) -> Job:
        """Write the forms in the background; a stopped export leaves whole files only."""
        named = self._named()

        def work(report: Report) -> Path:
            for place, (name, sheet) in enumerate(named):
                report(place, len(named), f"{place + 1}/{len(named)} {sheet.unit.short_name}")
                _write(sheet, folder / name)
            return folder

        job = self._job = run_in_background(work, self._done, self._failed)
        self.strip.follow(job, "Đang xuất phiếu…")
        job.finished.connect(self._ended)
        self._show_count()
        return job

    def done(self, result: int) -> None:
        if self._job:
            self._job.stop()
        super().done(result)

    def _export(self) -> None:
        folder = saving.ask_folder(self)
        if folder is None:
            return
        there = [name for name, _ in self._named() if (folder / name).exists()]
        body = f"Thư mục đã có {len(there)} phiếu cùng tên; phiếu cũ sẽ mất."
        if not there or messages.ask(self, "Ghi đè phiếu đã có?", body, "Ghi đè", danger=True):
            self.export_to(folder)

    def _named(self) -> list[tuple[str, ScoreSheet]]:
        return list(named_forms(self.chosen(), self.sort.currentData()))

    def _done(self, folder: Path) -> None:
        self.folder = folder
        self.accept()

    def _failed(self, error: Exception) -> None:
        messages.tell(self, error)

    def _ended(self) -> None:
        self._job = None
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.chosen())
        self.button.setText(f"Xuất {count} phiếu…")
        self.button.setEnabled(count > 0 and self._job is None)

    def _unit_list(self) -> QListWidget:
        found = QListWidget()
        found.setAccessibleName("Đơn vị nhận phiếu")
        found.setProperty("role", "grid")
        found.setSpacing(4)
        found.setWordWrap(True)
        for unit in self._units:
            item = QListWidgetItem(unit.name)
            item.setToolTip(unit.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            found.addItem(item)
        found.itemChanged.connect(self._show_count)
        return found


def named_forms(
    sheets: Iterable[ScoreSheet], ending: str = ".xlsx"
) -> Iterable[tuple[str, ScoreSheet]]:
    """File names with the unit's place and code: never two the same, always its own."""
    for sheet in sheets:
        unit = sheet.unit
        members = [member.unit.id for member in sheet.period.members_on(None)]
        place = members.index(unit.id) + 1
        # The unit's name comes last: it is the part that may be too long for a file's name.
        parts = (f"{place:02d}", unit.code, form_title(sheet), unit.short_name)
        words = " ".join(part for part in parts if part)
        yield file_name(words) + ending, sheet


def _write(sheet: ScoreSheet, path: Path) -> None:
    """A workbook that comes back, or the paper that is filled in by hand."""
    from desktop_app.printing import output

    if path.suffix == ".xlsx":
        from desktop_app.exchange.score_book import write_form

        output.write_bytes(path, write_form(sheet))
        return
    from desktop_app.papers import paper_with_key

    output.save(paper_with_key("self-scoring").compose(sheet), path)


def _sort_box() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("Dạng phiếu")
    for ending, words in _SORTS.items():
        box.addItem(words, ending)
    return box


def round_box(when: Round = Round.YEAR) -> QComboBox:
    """The rounds of a period; the year's is the usual one."""
    box = QComboBox()
    box.setAccessibleName("Đợt chấm")
    for one in Round:
        box.addItem(one.label, one)
    box.setCurrentIndex(list(Round).index(when))
    return box
