"""Criteria from the data file of another cluster: read in the background, one set chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period
from desktop_app.storage.file_key import FileKey, is_encrypted
from desktop_app.storage.other_file import criteria_in
from desktop_app.ui.asking import asked
from desktop_app.ui.locking.opening import ask_key
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.scores.reading_dialog import ReadingDialog
from desktop_app.ui.theme import theme

TITLE = "Chép bộ tiêu chí của cụm khác"
_FILTER = "Tệp Thi đua Cụm (*.thidua)"


def from_other_cluster(parent: QWidget, period: Period, start: Path) -> CriteriaSet | None:
    """Ask for a file and a set in it: a draft for the period, or None when the person gave up."""
    chosen, _ = QFileDialog.getOpenFileName(parent, TITLE, str(start.parent), _FILTER)
    if not chosen:
        return None
    path = Path(chosen)
    key = ask_key(parent, path) if is_encrypted(path) else None
    if key is None and is_encrypted(path):
        return None
    dialog = OtherClusterDialog(path, parent, key)
    if not asked(dialog) or dialog.chosen is None:
        return None
    # units of another file are nobody here, even where ids are the same
    return dialog.chosen.replace(targets=()).copied_for(period)


class OtherClusterDialog(ReadingDialog):
    """The sets of a file; `chosen` is the one that was taken."""

    def __init__(
        self, path: Path, parent: QWidget | None = None, key: FileKey | None = None
    ) -> None:
        super().__init__(TITLE, f"Đang đọc «{path.name}»…", parent)
        self._sets: tuple[CriteriaSet, ...] = ()
        self.take = QPushButton("Chép bộ tiêu chí")
        self.take.setEnabled(False)
        self.list = QListWidget()
        self.list.setAccessibleName("Các bộ tiêu chí trong tệp")
        self.list.itemActivated.connect(lambda _: self.accept())
        words = plain_label(
            "Chép tiêu chí, thang điểm và quy tắc xếp hạng; không chép chỉ tiêu và đơn vị. "
            "Tệp của cụm kia chỉ được đọc, không thay đổi.",
            "muted",
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (self.heading, self.strip, self.list, words, dialog_foot(self, self.take)):
            layout.addWidget(part)
        self.resize(620, 380)
        self.read(lambda _: criteria_in(path, key), "Đang đọc một bản sao của tệp…")

    @property
    def chosen(self) -> CriteriaSet | None:
        row = self.list.currentRow()
        return self._sets[row] if 0 <= row < len(self._sets) else None

    def came(self, sets: tuple[CriteriaSet, ...]) -> None:
        self._sets = sets
        self.heading.setText("Chép bộ nào?" if sets else "Tệp này chưa có bộ tiêu chí nào.")
        for one in sets:
            where = f"{one.period.cluster.name}, {one.period.in_a_sentence}"
            size = f"{len(one.tree.leaves)} tiêu chí, {number(one.max_total)} điểm"
            item = QListWidgetItem(f"{one.title} – {where}: {size}")
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, theme.metrics.row))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.take.setEnabled(bool(sets))
        self.list.setFocus()
