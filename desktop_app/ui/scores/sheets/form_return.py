"""Forms that came back: read in the background, compared cell by cell, and only then taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.sheet import Round, ScoreSheet
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period
from desktop_app.exchange.book import Book
from desktop_app.exchange.reading import read_book
from desktop_app.exchange.score_lot import ReturnedForm, read_lot
from desktop_app.exchange.score_reading import Expected
from desktop_app.ui import messages
from desktop_app.ui.background import Report
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.scores.difference_tree import DifferenceTree
from desktop_app.ui.scores.reading_dialog import ReadingDialog
from desktop_app.ui.scores.sheets.form_export import round_box

Save = Callable[[tuple[ScoreSheet, ...]], object]
"""Writes the changed sheets as one change. Raises UserFacingError."""
_HINT = "Phím cách: chọn hoặc bỏ ô đang đứng (ở dòng tên tệp: cả tệp). Enter: nhận."
_Files = list[tuple[str, Book | UserFacingError]]


class FormReturnDialog(ReadingDialog):
    """Each file with its differences, ticked, or with what is wrong with it."""

    def __init__(
        self,
        paths: Sequence[Path],
        period: Period,
        sets: Sequence[CriteriaSet],
        sheets: Sequence[ScoreSheet],
        save: Save,
        when: Round = Round.YEAR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Nhận phiếu tự chấm", f"Đang đọc {len(paths)} tệp…", parent)
        self._save = save
        self.forms: tuple[ReturnedForm, ...] = ()
        self._files: _Files = []
        self._period, self._sets, self._sheets = period, tuple(sets), tuple(sheets)
        self.round = round_box(when)
        about = QFormLayout()
        about.addRow("Đợt chấm đang nhận", self.round)
        self.tree = DifferenceTree()
        self.take_button = QPushButton("Nhận 0 thay đổi")
        self.take_button.setEnabled(False)
        self.copy_button = QPushButton("Chép danh sách")
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self._copy)
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addLayout(about)
        layout.addWidget(self.strip)
        layout.addWidget(self.tree, 1)
        layout.addWidget(plain_label(_HINT, "muted"))
        layout.addWidget(dialog_foot(self, self.take_button, self.copy_button, way_out=CLOSE))
        self.resize(1120, 620)
        # Ticking a whole file changes hundreds of lines at once.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_count)
        self.tree.itemChanged.connect(lambda: self._later.start())
        self.round.currentIndexChanged.connect(self._compare)
        self.read(partial(_books, tuple(paths)), "Đang đọc trong một tiến trình riêng…")

    def taken(self, day: dt.date) -> tuple[ScoreSheet, ...]:
        """The sheets with the ticked cells; those without a ticked cell are left out."""
        return tuple(
            form.taken(accepted, day)
            for form, accepted in zip(self.forms, self.tree.accepted(), strict=True)
            if accepted
        )

    def accept(self) -> None:
        """Write what is ticked; when it is refused, everything stays as it is shown."""
        try:
            self._save(self.taken(dt.date.today()))
        except UserFacingError as error:
            messages.tell(self, error)
            return
        super().accept()

    # --- reading ----------------------------------------------------------------------------

    def came(self, files: _Files) -> None:
        self._files = files
        self._compare()
        self.copy_button.setEnabled(True)
        self.tree.setFocus()

    def _compare(self) -> None:
        """Beside the sheets as they stand; again when another round is received."""
        when: Round = self.round.currentData()
        expected = Expected(self._period, when, self._sets, self._sheets)
        self.forms = read_lot(self._files, expected)
        self.tree.show_forms(self.forms)
        self._show_count()

    # --- what is shown ----------------------------------------------------------------------

    def _show_count(self) -> None:
        count = sum(len(cells) for cells in self.tree.accepted())
        self.take_button.setText(f"Nhận {number(count)} thay đổi")
        self.take_button.setEnabled(count > 0)
        if self._files:
            self.heading.setText(self._summary(count))

    def _summary(self, count: int) -> str:
        readings = [form.reading for form in self.forms]
        ready = any(reading.can_be_taken for reading in readings)
        wrong = sum(bool(reading.complaints or reading.closed) for reading in readings)
        same = len(readings) - wrong - sum(reading.can_be_taken for reading in readings)
        parts = [f"{len(readings)} tệp"]
        if ready:
            parts.append(f"{number(count)} thay đổi được chọn")
        if same:
            parts.append(f"{same} tệp không có gì thay đổi")
        if wrong:
            parts.append(f"{wrong} tệp không nhận được")
        return "; ".join(parts) + ". Chưa có gì được ghi."

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.tree.as_text())


def _books(paths: Sequence[Path], report: Report) -> _Files:
    """Each file's book, or why it could not be read; runs in the background."""
    found: _Files = []
    for place, path in enumerate(paths):
        report(place, len(paths), f"{place + 1}/{len(paths)} Đang đọc {path.name}")
        try:
            found.append((path.name, read_book(path, check=report.check)))
        except UserFacingError as error:
            found.append((path.name, error))
    return found
