"""A criteria set out of a workbook: read in the background, looked at, and only then taken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHeaderView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Kind
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period
from desktop_app.exchange.criteria_reading import CriteriaReading, read_criteria
from desktop_app.exchange.reading import read_book
from desktop_app.ui import icons
from desktop_app.ui.background import Report
from desktop_app.ui.records.forms.dialog_foot import dialog_foot
from desktop_app.ui.scores.reading_dialog import ReadingDialog
from desktop_app.ui.theme import theme

_HEADS = ("Mã", "Nội dung tiêu chí", "Cách tính", "Tối đa")
_WIDTHS = (110, 300, 172, 70)


class CriteriaImportDialog(ReadingDialog):
    """Shows the tree of a workbook and all that is wrong with it; `criteria` is what was taken."""

    def __init__(
        self, path: Path, period: Period, units: Sequence[Unit], parent: QWidget | None = None
    ) -> None:
        super().__init__("Nhập bộ tiêu chí từ Excel", f"Đang đọc «{path.name}»…", parent)
        self.reading: CriteriaReading | None = None
        self.tree = _tree()
        self.complaints = _list()
        self.take_button = QPushButton("Nhận bộ tiêu chí")
        self.take_button.setEnabled(False)
        self.copy_button = QPushButton("Chép danh sách")
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self._copy)
        panes = QSplitter()
        panes.addWidget(self.tree)
        panes.addWidget(self.complaints)
        panes.setSizes([620, 400])
        layout = QVBoxLayout(self)
        foot = dialog_foot(self, self.take_button, self.copy_button)
        for part in (self.heading, self.strip, panes, foot):
            layout.addWidget(part)
        layout.setStretchFactor(panes, 1)
        self.resize(1060, 580)
        work = partial(_read, path, period, tuple(units))
        self.read(work, "Đang đọc trong một tiến trình riêng…")

    @property
    def criteria(self) -> CriteriaSet | None:
        """The draft, once it was read without a complaint."""
        return self.reading.criteria if self.reading and self.reading.can_be_taken else None

    def came(self, reading: CriteriaReading) -> None:
        self.reading = reading
        criteria = reading.criteria
        leaves = len(criteria.tree.leaves)
        found = f"{leaves} tiêu chí, {number(criteria.max_total)} điểm"
        wrong = len(reading.complaints)
        self.heading.setText(
            f"«{criteria.name}»: {found}."
            if not wrong
            else f"Chưa nhận được: {wrong} chỗ cần sửa trong tệp. Chưa có gì thay đổi."
        )
        _fill(self.tree, criteria)
        for complaint in reading.complaints:
            self._say(str(complaint), "circle-alert", "red")
        for notice in reading.notices:
            self._say(str(notice), "triangle-alert", "amber")
        if not reading.complaints and not reading.notices:
            self._say("Không có gì bất thường.", "circle-check", "green")
        self.take_button.setEnabled(reading.can_be_taken)
        self.copy_button.setEnabled(True)
        (self.take_button if reading.can_be_taken else self.complaints).setFocus()

    def _say(self, words: str, icon: str, tint: str) -> None:
        item = QListWidgetItem(icons.icon(icon, tint), words)
        item.setToolTip(words)
        self.complaints.addItem(item)

    def _copy(self) -> None:
        texts = (self.complaints.item(row).text() for row in range(self.complaints.count()))
        QGuiApplication.clipboard().setText("\n".join(texts))


def _read(path: Path, period: Period, units: Sequence[Unit], report: Report) -> CriteriaReading:
    """What the workbook holds; runs in the background. Raises UserFacingError."""
    return read_criteria(read_book(path, check=report.check), period, units, path.stem)


def _list() -> QListWidget:
    found = QListWidget()
    found.setAccessibleName("Những điều cần sửa, cần xem")
    found.setWordWrap(True)
    found.setTextElideMode(Qt.TextElideMode.ElideNone)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setResizeMode(QListView.ResizeMode.Adjust)
    found.setSpacing(2)
    found.setIconSize(QSize(16, 16))
    return found


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels(_HEADS)
    tree.setAccessibleName("Bảng tiêu chí đọc được")
    tree.setUniformRowHeights(True)
    header = tree.header()
    for column, width in enumerate(_WIDTHS):
        header.resizeSection(column, width * theme.text_size // 100)
    header.setStretchLastSection(False)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return tree


def _fill(tree: QTreeWidget, criteria: CriteriaSet) -> None:
    items: dict[str, QTreeWidgetItem] = {}
    for criterion in criteria.tree.in_order:
        points = "" if criterion.max_points is None else number(criterion.max_points)
        texts = [criterion.code, criterion.text.replace("\n", " "), criterion.kind.label, points]
        above = criteria.tree.parent(criterion)
        item = QTreeWidgetItem(items[above.id] if above else tree, texts)
        item.setToolTip(1, criterion.text)
        if criterion.kind is Kind.GROUP:
            font = item.font(0)
            font.setBold(True)
            for column in range(len(_HEADS)):
                item.setFont(column, font)
        items[criterion.id] = item
    tree.expandAll()
