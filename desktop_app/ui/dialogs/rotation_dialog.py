"""«Sổ luân phiên Cụm trưởng»: who led when, who is proposed next and why, and the paper of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.years.rotation import Rotation
from desktop_app.papers import paper_with_key
from desktop_app.ui.preview.preview_pane import PreviewPane

_BOOK = ("Kỳ", "Cụm trưởng", "Cụm phó", "Nguồn")
_CANDIDATES = ("Đơn vị", "Lý do xếp thứ tự")


class RotationDialog(QDialog):
    """The book and the proposal at the left, the paper at the right."""

    def __init__(self, rotation: Rotation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rotation = rotation
        self.setWindowTitle(rotation.title)
        self.book = _table(_BOOK, stretched=(1, 2))
        self.candidates = _table(_CANDIDATES, stretched=(0, 1))
        self.proposal = QLabel(_proposal(rotation))
        self.preview = PreviewPane()
        self._build()
        self._fill()
        self.resize(1180, 680)
        self.preview.show_record(rotation)

    def _build(self) -> None:
        self.proposal.setWordWrap(True)
        self.proposal.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.preview.set_papers([paper_with_key("rotation")])
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self.preview)
        split.setSizes([600, 580])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _left(self) -> QWidget:
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.addWidget(_heading("Đã làm Cụm trưởng"))
        layout.addWidget(self.book, 1)
        layout.addWidget(_heading(f"Đề xuất {self._rotation.next_title}"))
        layout.addWidget(self.proposal)
        layout.addWidget(self.candidates, 1)
        return left

    def _fill(self) -> None:
        turns = reversed(self._rotation.turns)
        _fill(
            self.book,
            [(t.period.name, t.lead_name, t.deputy_name, str(t.lead.source)) for t in turns],
        )
        _fill(self.candidates, [(c.name, c.why) for c in self._rotation.candidates])


def _proposal(rotation: Rotation) -> str:
    """The proposed unit with the reasons, or what is missing for a proposal."""
    first = rotation.proposed
    if first is None:
        return "Chưa có đơn vị nào để đề xuất: hãy ghi đơn vị thành viên của kỳ mới nhất."
    lines = (f"{first.name}. {first.why}", rotation.tie_sentence, rotation.deputy_sentence)
    return "\n".join(line for line in lines if line)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "h2")
    return label


def _table(heads: Sequence[str], stretched: Sequence[int]) -> QTableWidget:
    table = QTableWidget(0, len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in range(len(heads)):
        mode = QHeaderView.ResizeMode
        wide = mode.Stretch if column in stretched else mode.ResizeToContents
        header.setSectionResizeMode(column, wide)
    header.sectionResized.connect(lambda *_: table.resizeRowsToContents())
    return table


def _fill(table: QTableWidget, rows: Sequence[tuple[str, ...]]) -> None:
    table.setRowCount(len(rows))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)
