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
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import InvalidRecord, UserFacingError
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.cluster import Cluster, ExceptionKind, RotationException
from desktop_app.domain.years.rotation import Rotation
from desktop_app.papers import paper_with_key
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.preview.preview_pane import PreviewPane
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable

_BOOK = ("Kỳ", "Cụm trưởng", "Cụm phó", "Nguồn", "Ngoại lệ")
_CANDIDATES = ("Đơn vị", "Lý do xếp thứ tự")


class ExceptionsForm(RecordForm):
    """The turns of a cluster that do not follow the order."""

    def __init__(self, units: Sequence[Unit], next_turn: str) -> None:
        self._units, self._next_turn = units, next_turn
        super().__init__()

    def title_of(self, record: Cluster) -> str:
        return "Ngoại lệ của sổ luân phiên"

    def build(self) -> None:
        columns = (
            PartColumn("turn", "Kỳ", width=52),
            PartColumn("unit", "Đơn vị", "record", choices=lambda: self._units, width=140),
            PartColumn("kind", "Ngoại lệ", "choice", choices=ExceptionKind, width=104),
            PartColumn("reason", "Lý do", stretch=True, multiline=True),
            PartColumn("day", "Ngày", "date", width=88),
        )
        self.add_page("Ngoại lệ").row(
            rotation_exceptions=PartsTable(
                "Ngoại lệ, có lý do",
                columns,
                self._next_exception,
                rows=8,
                add_text="Thêm ngoại lệ",
                tip="Đơn vị xin lùi lượt, hoặc được giao làm Cụm trưởng ngoài thứ tự.",
            )
        )

    def _next_exception(self) -> RotationException | None:
        return RotationException(unit=self._units[0], turn=self._next_turn) if self._units else None


class RotationDialog(QDialog):
    """The book, the proposal and its exceptions at the left, the paper at the right."""

    def __init__(
        self, rotation: Rotation, file: DataFile | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rotation = rotation
        self._file = file
        self.is_changed = False
        """Whether exceptions were saved."""
        self.setWindowTitle(rotation.title)
        self.form = ExceptionsForm([c.unit for c in rotation.candidates], rotation.next_name)
        self.save_button = self.form.add_action("Lưu", self.save, icon="save", primary=True)
        self.book = _table(_BOOK, stretched=(1, 2, 4))
        self.book.setAccessibleName("Các năm đã qua")
        self.candidates = _table(_CANDIDATES, stretched=(0, 1))
        self.candidates.setAccessibleName("Đề xuất cho năm sau")
        self.proposal = QLabel()
        self.preview = PreviewPane()
        self._build()
        self._fill()
        self.resize(1180, 680)
        self.preview.show_record(rotation)

    def _build(self) -> None:
        self.form.show_record(self._rotation.cluster)
        if self._file is not None and (why := self._file.access.refusal):
            self.form.set_read_only(True, why)
        self.form.edited.connect(self._show_state)
        self.save_button.setEnabled(False)
        self.proposal.setWordWrap(True)
        self.proposal.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.preview.set_papers([paper_with_key("rotation")])
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._sides())
        split.addWidget(self.preview)
        split.setSizes([640, 540])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _sides(self) -> QWidget:
        """The book; beside it the exceptions, where there is a file to keep them in."""
        if self._file is None:
            return self._left()
        sides = QTabWidget()
        sides.setDocumentMode(True)
        sides.addTab(self._left(), "Sổ và đề xuất")
        sides.addTab(self.form, "Ngoại lệ")
        return sides

    def _left(self) -> QWidget:
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.addWidget(_heading("Đã làm Cụm trưởng"))
        layout.addWidget(self.book, 1)
        layout.addWidget(_heading(f"Đề xuất {self._rotation.next_title}"))
        layout.addWidget(self.proposal)
        layout.addWidget(self.candidates, 1)
        return left

    def _show_state(self) -> None:
        self.save_button.setEnabled(self.form.is_dirty)

    def reject(self) -> None:
        """Close; exceptions that were typed and not kept are asked about first."""
        self.form.finish()
        if self.form.is_dirty:
            answer = messages.ask_unsaved(self, self.form.title_of(self._rotation.cluster))
            if answer is messages.Unsaved.CANCEL:
                return
            if answer is messages.Unsaved.SAVE:
                self.save()
                if self.form.is_dirty:
                    return
        super().reject()

    def save(self) -> None:
        """Keep the exceptions and reckon the order anew, or say what is wrong."""
        assert self._file is not None
        self.form.finish()
        if self.form.problems():
            self.form.show_all_problems()
            return
        try:
            cluster = self._file.clusters.save(self.form.record())
        except InvalidRecord as error:
            self.form.show_problems(error.problems)
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.is_changed = True
            self._rotation = self._file.rotation_of(cluster)
            self.form.show_record(cluster)
            self._fill()
            self._show_state()
            self.preview.show_record(self._rotation)

    def _fill(self) -> None:
        self.proposal.setText(_proposal(self._rotation))
        turns = reversed(self._rotation.turns)
        _fill(
            self.book,
            [
                (t.period.name, t.lead_name, t.deputy_name, str(t.lead.source), t.remark)
                for t in turns
            ],
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
