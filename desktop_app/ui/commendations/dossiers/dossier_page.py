"""The page «Hồ sơ» of a nomination: its check list above, the files of the chosen paper below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.commendations.dossier import (
    OTHERS,
    DossierLine,
    checklist,
    dossier_lines,
    missing_papers,
)
from desktop_app.domain.commendations.nomination import DossierPaper, Nomination
from desktop_app.domain.record import Record
from desktop_app.storage import DataFile
from desktop_app.ui import icons, messages
from desktop_app.ui.records.attached.attachments import AttachmentPanel
from desktop_app.ui.records.attached.dropped_files import dropped_files, take_copy
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.parts.parts_table import PartColumn, PartsTable

_FILES_SHOWN = 3


class DossierTable(PartsTable):
    """The check list; a file dropped on a row belongs to that paper."""

    dropped = Signal(object)
    """Files were dropped on the row that is now the current one."""

    def __init__(self) -> None:
        self._lines: dict[str, DossierLine] = {}
        columns = (
            PartColumn("name", "Giấy tờ", width=150, stretch=True, multiline=True),
            PartColumn("id", "Tình trạng", width=116, show=self._status),
            PartColumn("received_on", "Bản giấy", "date", width=92),
            PartColumn("waived", "Không cần vì", width=112),
        )
        super().__init__(
            "Danh mục hồ sơ",
            columns,
            DossierPaper,
            rows=5,
            add_text="Thêm giấy tờ",
            tip="Kéo tệp thả vào một dòng để đính kèm cho giấy tờ đó.",
        )
        self.can_drop = False
        self.table.setAcceptDrops(True)
        self.table.viewport().installEventFilter(self)

    def show_lines(self, lines: Sequence[DossierLine]) -> None:
        """What the column «Tình trạng» says."""
        self._lines = {line.paper.id: line for line in lines}
        self.table.viewport().update()

    def remove_row(self) -> None:
        """A paper with files is not taken off the list: they would belong to nothing."""
        line = self._lines.get(getattr(self.current_part(), "id", ""))
        if line is not None and line.files:
            messages.show_note(
                self, f"«{line.paper.name}» đang có tệp kèm.", "Gỡ các tệp ấy trước khi bỏ dòng."
            )
            return
        super().remove_row()

    def _status(self, part: Record) -> str:
        assert isinstance(part, DossierPaper)
        known = self._lines.get(part.id, DossierLine(part))
        return DossierLine(part, known.files, known.is_written).status

    def _choose_at(self, point: QPoint) -> bool:
        row = self.table.rowAt(point.y())
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))
        return row >= 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table.viewport() and isinstance(event, QDropEvent):
            return self._drag(event)
        return super().eventFilter(watched, event)

    def _drag(self, event: QDropEvent) -> bool:
        """Over a row the files are taken; anywhere else they are not."""
        files = dropped_files(event) if self.can_drop else []
        if not files or not self._choose_at(event.position().toPoint()):
            event.ignore()
            return True
        take_copy(event)
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self.dropped.emit(files)
        return True


class DossierPage(QObject):
    """Builds the page into the form. Files are saved at once, the list with the nomination."""

    pack_wanted = Signal()

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        self._form = form
        self.page = form.add_page("Hồ sơ")
        self.table = DossierTable()
        self.panel = AttachmentPanel(rows=_FILES_SHOWN)
        self.panel.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        self.of_paper = _wrapped("h2")
        self.missing = _wrapped("muted")
        self._nomination: Nomination | None = None
        self._attached: Sequence[Attachment] = ()
        self.others = QPushButton(OTHERS)
        self.others.clicked.connect(lambda: self.table.table.setCurrentIndex(QModelIndex()))
        self.page.widget(self.missing)
        self.page.row(dossier=self.table)
        self.pack_button = QPushButton("Đóng hồ sơ…")
        icons.wear(self.pack_button, "file-down")
        self.pack_button.clicked.connect(self.pack_wanted)
        self.page.bar(always=(self.others, self.pack_button))
        self.page.widget(self.of_paper)
        self.page.widget(self.panel)
        self.table.row_changed.connect(self._show_paper)
        self.table.dropped.connect(self.panel.add_files)
        self.table.edited.connect(self._count)

    def fill(self, nomination: Nomination) -> None:
        """The kept papers, and those that the award wants besides."""
        self._nomination, self._attached = nomination, ()
        self.table.set_value(checklist(nomination))
        self.table.table.setCurrentIndex(self.table.model.index(0, 0))
        self._count()

    def follow_award(self, nomination: Nomination) -> None:
        """Another award was chosen: what nobody touched gives way to what that award wants."""
        held = {one.part for one in self._attached}
        kept = tuple(p for p in self.table.value() if p.id in held or _is_touched(p))
        self.table.set_parts(checklist(nomination.replace(dossier=kept)))

    def show_files(
        self, file: DataFile | None, nomination: Nomination | None, *, is_saved: bool, closed: bool
    ) -> None:
        """The files of this nomination; of one that is not saved there are none."""
        self._attached = ()
        if file is not None and nomination is not None and is_saved:
            self._attached = file.attachments.of_record(nomination)
        self.panel.show_record(file, nomination, is_saved=is_saved, read_only=closed)
        self.table.can_drop = self.panel.can_add
        self._count()
        self._show_paper(self.table.current_part())

    def lines(self) -> tuple[DossierLine, ...]:
        """The check list as it stands, with its files."""
        if self._nomination is None:
            return ()
        now = self._nomination.replace(dossier=self.table.value(), award=None)
        return dossier_lines(now, self._attached)

    def _count(self) -> None:
        lines = self.lines()
        self.table.show_lines(lines)
        missing = missing_papers(lines)
        words = f"Còn thiếu {len(missing)}: {'; '.join(missing)}." if missing else "Hồ sơ đã đủ."
        self.missing.setText(words if lines else "Chọn danh hiệu để có danh mục hồ sơ.")
        count = f" (thiếu {len(missing)})" if missing else ""
        self._form.set_page_title(self.page, f"Hồ sơ{count}")
        rest = sum(len(line.files) for line in lines if not line.paper.id)
        self.others.setText(f"{OTHERS} ({rest})" if rest else OTHERS)

    def _show_paper(self, paper: DossierPaper | None) -> None:
        self.of_paper.setText(f"Tệp của: {paper.name if paper else OTHERS}")
        self.panel.show_part(paper.id if paper else "")


def _is_touched(paper: DossierPaper) -> bool:
    return bool(paper.received_on or paper.waived or paper.note)


def _wrapped(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
