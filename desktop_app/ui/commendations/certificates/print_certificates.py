"""Certificates in one go: looked over first, printed when clean or excused, spoiled ones marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.commendations.blank_book import (
    BlankAction,
    BlankEntry,
    PrintedSheet,
    Waiver,
)
from desktop_app.domain.commendations.certificate_batch import CertificateBatch
from desktop_app.domain.errors import UserFacingError
from desktop_app.papers import paper_with_key
from desktop_app.ui import messages
from desktop_app.ui.asking import asked
from desktop_app.ui.background import Job, Report, run_in_background
from desktop_app.ui.preview import saving
from desktop_app.ui.preview.batch_dialog import BatchDialog
from desktop_app.ui.preview.made_paper import MadePaper, make_batch
from desktop_app.ui.records.forms.field import CalmCombo

if TYPE_CHECKING:
    from desktop_app.storage import DataFile

_PLAIN = "Giấy thường (không vào sổ phôi)"
_BY_AWARD = "Theo danh hiệu, hình thức"


class CertificatesDialog(BatchDialog):
    """The batch dialog, and what certificates need: a design, the blank, the look-over."""

    def __init__(
        self, file: DataFile, batch: CertificateBatch, parent: QWidget | None = None
    ) -> None:
        self._file, self._batch_record = file, batch
        self._warnings: tuple[str, ...] | None = None
        self._reasons: dict[str, str] = {}
        self._looking: Job | None = None
        self._sizes: list[tuple[float, float]] = []
        self.entry: BlankEntry | None = None
        super().__init__(paper_with_key("certificate"), batch, parent)
        self.resize(760, 640)
        self.list.itemChanged.connect(self._look_over)
        self._look_over()

    # --- what is asked --------------------------------------------------------------------

    def _add_more(self, layout: QVBoxLayout) -> None:
        self.design = CalmCombo()
        self.design.addItem(_BY_AWARD, None)
        for template in self._batch_record.templates:
            self.design.addItem(f"{template.name} ({template.size_text})", template)
        self.words_only = QCheckBox("Chỉ in chữ (phôi có sẵn khung)")
        self.blank = CalmCombo()
        book = self._file.blank_book_of(self._batch_record.decision.period)
        self.blank.addItem(_PLAIN, "")
        for balance in book.balances():
            self.blank.addItem(f"{balance.blank}: còn {balance.left} tờ", balance.blank)
        for box, name in ((self.design, "Mẫu"), (self.blank, "Phôi")):
            box.setAccessibleName(name)
            row = QHBoxLayout()
            label = QLabel(name)
            label.setFixedWidth(56)
            row.addWidget(label)
            row.addWidget(box, 1)
            if box is self.design:
                row.addWidget(self.words_only)
            else:
                calibrate = QPushButton("Căn máy in…")
                calibrate.setAutoDefault(False)
                calibrate.clicked.connect(self._calibrate)
                row.addWidget(calibrate)
            layout.addLayout(row)
        self.found = QLabel()
        self.found.setWordWrap(True)
        layout.addWidget(self.found)
        layout.addWidget(self._build_warnings(), 1)
        self.design.activated.connect(self._design_chosen)
        self.words_only.toggled.connect(self._design_chosen)

    def _build_warnings(self) -> QTableWidget:
        self.warnings = QTableWidget(0, 2)
        self.warnings.setHorizontalHeaderLabels(["Cần xem lại", "Lý do vẫn in"])
        self.warnings.setAccessibleName("Cảnh báo trước khi in và lý do bỏ qua")
        self.warnings.verticalHeader().hide()
        head = self.warnings.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.warnings.setColumnWidth(1, 240)
        self.warnings.setWordWrap(True)
        self.warnings.setMinimumHeight(110)
        self.warnings.hide()
        self.warnings.itemChanged.connect(self._reason_typed)
        return self.warnings

    def _design_chosen(self) -> None:
        self._record = self._batch_record = self._batch_record.replace(
            chosen=self.design.currentData(), words_only=self.words_only.isChecked()
        )
        self._look_over()

    def _calibrate(self) -> None:
        from desktop_app.ui.preview.calibration import CalibrationDialog

        size = self._sizes[0] if self._sizes else (842.0, 595.0)
        asked(CalibrationDialog(size, self))

    # --- looking over ---------------------------------------------------------------------

    @property
    def may_go_out(self) -> bool:
        """A clean list, or a reason for each warning."""
        known = self._warnings
        return known is not None and all(self._reasons.get(words) for words in known)

    def waivers(self) -> tuple[Waiver, ...]:
        """The warnings with the reasons that were given."""
        return tuple(
            Waiver(warning=words, reason=self._reasons.get(words, ""))
            for words in self._warnings or ()
        )

    def _look_over(self) -> None:
        """Look at the ticked sheets in the background, letter by letter."""
        if self._looking:
            self._looking.stop()
        self._warnings = None
        parts, record = [part for part, _ in self.chosen()], self._batch_record
        self.found.setText("Đang soát lỗi…")
        self._show_count()

        def work(report: Report) -> tuple[tuple[str, ...], tuple[float, float] | None]:
            from desktop_app.printing import certificate, preflight

            document = make_batch(self._paper, record, parts, lambda done: report(done, len(parts)))
            sheets = [each for section in document.sections for each in certificate.sheets(section)]
            size = certificate.page_size(sheets[0]) if sheets else None
            return preflight.check(document), size

        self._looking = run_in_background(work, self._looked_over, self._not_looked_over)

    def _looked_over(self, found: tuple[tuple[str, ...], tuple[float, float] | None]) -> None:
        self._warnings, size = found
        self._sizes = [size] if size else []
        self.warnings.blockSignals(True)
        self.warnings.setRowCount(len(self._warnings))
        for row, words in enumerate(self._warnings):
            told = QTableWidgetItem(words)
            told.setFlags(told.flags() & ~Qt.ItemFlag.ItemIsEditable)
            told.setToolTip(words)
            self.warnings.setItem(row, 0, told)
            self.warnings.setItem(row, 1, QTableWidgetItem(self._reasons.get(words, "")))
        self.warnings.blockSignals(False)
        self.warnings.resizeRowsToContents()
        self.warnings.setVisible(bool(self._warnings))
        self._say()

    def _not_looked_over(self, error: Exception) -> None:
        self.found.setText("Chưa soát được; đổi mẫu hoặc đánh dấu lại để soát lần nữa.")
        self._failed(error)

    def _reason_typed(self, item: QTableWidgetItem) -> None:
        words = self.warnings.item(item.row(), 0)
        if item.column() == 1 and words is not None:
            self._reasons[words.text()] = " ".join(item.text().split())
            if self._warnings is not None:
                self._say()

    def _say(self) -> None:
        open_ones = [w for w in self._warnings or () if not self._reasons.get(w)]
        if not self._warnings:
            self.found.setText("✔ Đã soát, không có gì cần sửa.")
        elif open_ones:
            self.found.setText(
                f"{len(open_ones)} điều cần sửa. Muốn vẫn in thì ghi lý do ở từng dòng; "
                "lý do được giữ trong sổ và lịch sử."
            )
        else:
            self.found.setText("Mọi cảnh báo đã có lý do.")
        self._show_count()

    def reject(self) -> None:
        if self._looking:
            self._looking.stop()
        super().reject()

    # --- printing and afterwards ----------------------------------------------------------

    def _print_made(self, made: MadePaper) -> None:
        from desktop_app.ui.preview import print_dialog

        printed = print_dialog.print_pdf(
            self,
            made.pdf,
            made.title,
            self._save,
            lambda: saving.open_outside(self, made.title, made.pdf),
            calibrated=True,
        )
        if printed:
            self.note_printed()

    def note_printed(self) -> None:
        """Write the print into the book, with the sheets that came out badly."""
        marking = SpoiledDialog(self._sheets(), self)
        asked(marking)
        self._keep(BlankAction.PRINTED, self.blank.currentData() or "", marking.sheets())

    def _done(self, sentence: str) -> None:
        if self._warnings:
            self._keep(BlankAction.FILED, "", self._sheets())
        super()._done(sentence)

    def _sheets(self) -> tuple[PrintedSheet, ...]:
        wanted = {part for part, _ in self.chosen()}
        return tuple(
            PrintedSheet(name=grant.name, number=grant.register_number or f"{place:02d}")
            for place, grant in self._batch_record.living
            if grant.id in wanted
        )

    def _keep(self, action: BlankAction, blank: str, sheets: Sequence[PrintedSheet]) -> None:
        decision = self._file.decisions.find(self._batch_record.decision.id)
        entry = BlankEntry(
            period=self._batch_record.decision.period,
            day=dt.date.today(),
            action=action,
            blank=blank,
            count=len(sheets),
            decision=decision,
            sheets=tuple(sheets),
            waivers=self.waivers(),
        )
        try:
            self.entry = self._file.blanks.save(entry)
        except UserFacingError as error:
            messages.show_error(self, error)


class SpoiledDialog(QDialog):
    """«Đánh dấu tờ hỏng»: nothing ticked means all sheets came out well."""

    def __init__(self, sheets: Sequence[PrintedSheet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self.setWindowTitle("Đánh dấu tờ hỏng")
        self.resize(480, 420)
        words = QLabel("Đánh dấu những tờ in hỏng. Không có tờ nào hỏng thì bấm «Ghi vào sổ».")
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setProperty("role", "grid")
        self.list.setAccessibleName("Các tờ vừa in")
        for sheet in sheets:
            item = QListWidgetItem(f"{sheet.number}. {sheet.name}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        buttons = QDialogButtonBox()
        keep = buttons.addButton("Ghi vào sổ", QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)

    def sheets(self) -> tuple[PrintedSheet, ...]:
        """The sheets with their marks."""
        return tuple(
            sheet.replace(is_spoiled=self.list.item(row).checkState() is Qt.CheckState.Checked)
            for row, sheet in enumerate(self._sheets)
        )
