"""«Mẫu Word của cơ quan…»: the templates of a file, what is wrong in one, the fields there are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.office_template import OfficeTemplate
from desktop_app.domain.vietnamese import short_date
from desktop_app.papers.office_templates import TEMPLATE_SORTS, TemplateSort
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.background import Report
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.office_templates.field_list import FieldList
from desktop_app.ui.preview import saving
from desktop_app.ui.progress_dialog import wait_with_progress
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.forms.plain_label import plain_label

_INTRO = (
    "Mẫu là tệp Word của cơ quan, có tên trường giữa hai cặp ngoặc nhọn. Mẫu nằm trong tệp dữ "
    "liệu nên đi cùng khi bàn giao. Mẫu được kiểm tra trước khi nhận."
)
_NO_FAULT = "Mẫu đúng: mọi trường đều có, văn bản dựng được."
_NOTHING = "Chưa có mẫu nào cho văn bản này. «Xuất mẫu khởi đầu…» cho một tệp có đủ trường để sửa."


class OfficeTemplatesDialog(QDialog):
    """A list of templates a paper; `is_changed` when one was added or deleted."""

    def __init__(self, file: DataFile, paper: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Mẫu Word của cơ quan")
        self._file = file
        self.is_changed = False
        self.papers = CalmCombo()
        self.papers.setAccessibleName("Văn bản của mẫu")
        for sort in TEMPLATE_SORTS:
            self.papers.addItem(sort.paper.name, sort.key)
        self.papers.setCurrentIndex(max(0, self.papers.findData(paper)))
        self.list = QListWidget()
        self.list.setAccessibleName("Các mẫu Word")
        self.list.setWordWrap(True)
        self.found = QPlainTextEdit()
        self.found.setReadOnly(True)
        self.found.setAccessibleName("Kết quả kiểm tra mẫu")
        self.found.setMaximumHeight(150)
        self.fields = FieldList()
        self._build()
        self.papers.currentIndexChanged.connect(lambda _: self._show_paper())
        self.list.itemSelectionChanged.connect(self._show_state)
        self._show_paper()

    @property
    def sort(self) -> TemplateSort:
        """The paper in hand."""
        return TEMPLATE_SORTS[self.papers.currentIndex()]

    def add(self) -> None:
        """A template from outside; one with faults is not taken, and all of them are told."""
        path = saving.ask_template(self)
        if path is None:
            return
        data = self._read(path)
        faults = self._look_over(data) if data is not None else None
        if data is None or faults is None:
            return
        if faults:
            self._tell(f"Chưa nhận mẫu «{path.name}», cần sửa trong Word:", faults)
            return
        template = OfficeTemplate(
            name=path.stem, paper=self.sort.key, added_on=dt.date.today(), added_by=self._file.who
        )
        try:
            self._file.office_templates.keep(template, data)
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.is_changed = True
        self._show_paper(template.id)
        self._tell(f"Đã nhận mẫu «{template.name}». {_NO_FAULT}", ())

    def look_over(self) -> None:
        """The chosen template once more, e.g. after a new version of the program."""
        template = self._chosen()
        data = self._content(template) if template else None
        faults = self._look_over(data) if data is not None else None
        if template is None or faults is None:
            return
        head = "cần sửa:" if faults else _NO_FAULT
        self._tell(f"Mẫu «{template.name}»: {head}", faults)

    def save_out(self) -> None:
        """The chosen template as a Word file, to be changed in Word."""
        template = self._chosen()
        data = self._content(template) if template else None
        if template is None or data is None:
            return
        path = saving.ask_path(self, template.name, ".docx")
        if path and saving.write(self, path, data):
            self._tell(f"Đã lưu {path}", ())

    def save_starter(self) -> None:
        """A template with every field of the paper, on the official page."""
        from desktop_app.papers.office_templates.starter import starter
        from desktop_app.printing.word_template import to_template

        document = starter(self.sort)
        path = saving.ask_path(self, document.title, ".docx")
        if path and saving.write(self, path, to_template(document)):
            self._tell(f"Đã lưu {path}. Hãy sửa trong Word rồi bấm «Thêm mẫu…».", ())

    def delete(self) -> None:
        """The chosen template goes; undo brings it back with its bytes."""
        template = self._chosen()
        if template is None:
            return
        note = "Có thể lấy lại bằng «Hoàn tác» (Ctrl+Z) hoặc «Thùng rác»."
        if messages.ask_delete(self, f"Xoá mẫu “{template.name}”?", note):
            self._file.office_templates.delete(template)
            self.is_changed = True
            self._show_paper()
            self._tell(f"Đã xoá mẫu «{template.name}».", ())

    # --- what is shown --------------------------------------------------------------------

    def _show_paper(self, chosen: str = "") -> None:
        self.list.clear()
        for template in self._file.office_templates.of_paper(self.sort.key):
            day = f", thêm ngày {short_date(template.added_on)}" if template.added_on else ""
            item = QListWidgetItem(f"{template.name}{day}\nSHA-256 {template.sha256[:16]}…")
            item.setData(Qt.ItemDataRole.UserRole, template)
            item.setToolTip(f"SHA-256 {template.sha256}\nNgười thêm: {template.added_by}")
            self.list.addItem(item)
            if template.id == chosen:
                self.list.setCurrentItem(item)
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.found.setPlainText("" if self.list.count() else _NOTHING)
        self.fields.show_fields(self.sort.fields)
        self._show_state()

    def _show_state(self) -> None:
        there = self._chosen() is not None
        why = self._file.access.admin_refusal
        for button in (self.check_button, self.out_button, self.delete_button):
            button.setEnabled(there)
        for button in (self.add_button, self.delete_button):
            button.setEnabled(button.isEnabled() and not why)
            button.setToolTip(why)

    def _tell(self, head: str, lines: tuple[str, ...]) -> None:
        self.found.setPlainText("\n".join((head, *(f"• {line}" for line in lines))))

    # --- how ------------------------------------------------------------------------------

    def _chosen(self) -> OfficeTemplate | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError:
            error = UserFacingError(
                f"Không mở được tệp «{path.name}».", "", "Hãy đóng tệp ở Word rồi thử lại."
            )
            messages.show_error(self, error)
            return None

    def _content(self, template: OfficeTemplate) -> bytes | None:
        try:
            return self._file.office_templates.content(template)
        except UserFacingError as error:
            messages.show_error(self, error)
            return None

    def _look_over(self, data: bytes) -> tuple[str, ...] | None:
        sort = self.sort

        def work(report: Report) -> tuple[str, ...]:
            from desktop_app.exchange.office_templates.filling import faults_of

            return faults_of(data, sort, check=report.check)

        found: tuple[str, ...] | None = wait_with_progress(self, "Đang kiểm tra mẫu", work)
        return found

    def _build(self) -> None:
        self.add_button = QPushButton("Thêm mẫu…")
        self.check_button = QPushButton("Kiểm tra mẫu")
        self.out_button = QPushButton("Lưu mẫu ra…")
        self.delete_button = QPushButton("Xoá mẫu…")
        self.starter_button = QPushButton("Xuất mẫu khởi đầu…")
        for button, act in (
            (self.check_button, self.look_over),
            (self.out_button, self.save_out),
            (self.delete_button, self.delete),
            (self.starter_button, self.save_starter),
        ):
            button.clicked.connect(act)
            button.setAutoDefault(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._left())
        split.addWidget(self.fields)
        split.setHandleWidth(14)
        split.setSizes((470, 590))
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(_INTRO, "muted"))
        layout.addWidget(self.papers)
        layout.addWidget(split, 1)
        foot = dialog_foot(self, self.add_button, self.starter_button, act=self.add, way_out=CLOSE)
        layout.addWidget(foot)
        open_at(self, 1080, 620)

    def _left(self) -> QWidget:
        left = QWidget()
        buttons = QHBoxLayout()
        for button in (self.check_button, self.out_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.found)
        return left
