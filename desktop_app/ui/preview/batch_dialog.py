"""Many papers at once: choose the parts, then one PDF or a file each, or straight to paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.record import Record
from desktop_app.ui import icons, messages
from desktop_app.ui.background import Done, Job, ProgressStrip, Report, Work, run_in_background
from desktop_app.ui.preview import saving
from desktop_app.ui.preview.made_paper import MadePaper, file_name, make_batch

if TYPE_CHECKING:
    from desktop_app.papers.blocks import Document
    from desktop_app.papers.paper import Paper


class BatchDialog(QDialog):
    """The parts of one paper (a certificate a person …) with a tick each."""

    def __init__(self, paper: Paper, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper, self._record = paper, record
        self._job: Job | None = None
        self.setWindowTitle(f"In hàng loạt: {paper.name}")
        self.resize(560, 520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(self._build_head())
        layout.addWidget(self._build_list(), 1)
        self._add_more(layout)
        layout.addLayout(self._build_ways())
        self.strip = ProgressStrip()
        layout.addWidget(self.strip)
        layout.addLayout(self._build_buttons())
        self._show_count()

    def _add_more(self, layout: QVBoxLayout) -> None:
        """What a batch of its own asks before it is made."""

    @property
    def may_go_out(self) -> bool:
        """Whether what is ticked may be printed and saved now."""
        return True

    def chosen(self) -> list[tuple[str, str]]:
        """Id and label of the ticked parts, in order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [
            (item.data(Qt.ItemDataRole.UserRole), item.text())
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def tick_all(self, on: bool) -> None:
        """Tick every part, or none."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def save_one(self, path: Path) -> Job:
        """All ticked parts as one PDF."""
        parts = [part for part, _ in self.chosen()]

        def work(report: Report) -> str:
            from desktop_app.printing import output
            from desktop_app.printing.pdf import to_pdf

            pdf = to_pdf(self._batch(parts, report), check=report.check)
            report(len(parts), len(parts), "Đang ghi tệp…")
            output.write_bytes(path, pdf)
            return f"Đã lưu {path}"

        return self._run(work, self._done)

    def save_each(self, folder: Path) -> Job:
        """Every ticked part as a numbered file of its own."""
        chosen = self.chosen()

        def work(report: Report) -> str:
            from desktop_app.printing import output

            for place, (part, label) in enumerate(chosen, start=1):
                report(place - 1, len(chosen), f"{place}/{len(chosen)} Đang tạo…")
                path = folder / f"{place:03d} {file_name(label)}.pdf"
                output.save(self._paper.compose(self._record, part), path)
            return f"Đã lưu {len(chosen)} tệp vào {folder}"

        return self._run(work, self._done)

    def _run(self, work: Work, on_done: Done) -> Job:
        job = self._job = run_in_background(work, on_done, self._failed)
        self.strip.follow(job, "Đang tạo…")
        job.finished.connect(self._ended)
        self._show_count()
        return job

    def _ended(self) -> None:
        self._job = None
        self._show_count()

    def _build_head(self) -> QHBoxLayout:
        self._count = QLabel()
        self._count.setProperty("role", "h2")
        every, none = QPushButton("Chọn tất cả"), QPushButton("Bỏ chọn")
        every.clicked.connect(lambda: self.tick_all(True))
        none.clicked.connect(lambda: self.tick_all(False))
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(every)
        head.addWidget(none)
        return head

    def _build_list(self) -> QListWidget:
        self.list = QListWidget()
        self.list.setProperty("role", "grid")
        self.list.setSpacing(4)
        self.list.setAccessibleName(f"Các phần của {self._paper.name}")
        for part, label in self._paper.parts(self._record):
            item = QListWidgetItem(label)
            item.setData(Qt.ItemDataRole.UserRole, part)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(label)
            self.list.addItem(item)
        self.list.itemChanged.connect(self._show_count)
        return self.list

    def _build_ways(self) -> QHBoxLayout:
        self.one_file = QRadioButton("Một tệp PDF")
        self.file_each = QRadioButton("Mỗi phần một tệp")
        self.one_file.setChecked(True)
        ways = QHBoxLayout()
        ways.addWidget(self.one_file)
        ways.addWidget(self.file_each)
        ways.addStretch()
        return ways

    def _build_buttons(self) -> QHBoxLayout:
        self.save_button, self.print_button = QPushButton("Lưu PDF…"), QPushButton("In…")
        self._close = QPushButton("Đóng")
        self.print_button.setProperty("role", "primary")
        icons.wear(self.print_button, "printer", "on_accent")
        icons.wear(self.save_button, "file-down")
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self._close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        for button in (self.print_button, self.save_button, self._close):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _show_count(self) -> None:
        count, total = len(self.chosen()), self.list.count()
        self._count.setText(f"{count}/{total} bản được chọn")
        free = count > 0 and self._job is None and self.may_go_out
        self.save_button.setEnabled(free)
        self.print_button.setEnabled(free)

    def _save(self) -> None:
        if self.file_each.isChecked():
            folder = saving.ask_folder(self)
            if folder:
                self.save_each(folder)
            return
        path = saving.ask_path(self, self._title(), ".pdf")
        if path:
            self.save_one(path)

    def _print(self) -> None:
        parts = [part for part, _ in self.chosen()]

        def work(report: Report) -> MadePaper:
            from desktop_app.printing.pdf import to_pdf

            document = self._batch(parts, report)
            return MadePaper(document, to_pdf(document, check=report.check))

        self._run(work, self._print_made)

    def _print_made(self, made: MadePaper) -> None:
        from desktop_app.ui.preview import print_dialog

        print_dialog.print_pdf(
            self,
            made.pdf,
            made.title,
            self._save,
            lambda: saving.open_outside(self, made.title, made.pdf),
        )

    def _batch(self, parts: list[str], report: Report) -> Document:
        """One document of the parts, told one by one, so that «Dừng» is heard."""

        def told(done: int) -> None:
            report(done, len(parts), f"{done}/{len(parts)} Đang soạn…")

        return make_batch(self._paper, self._record, parts, told)

    def _title(self) -> str:
        return f"{self._paper.name} {self._record.title}"

    def _done(self, sentence: str) -> None:
        messages.show_note(self, "Đã lưu xong", sentence)

    def _failed(self, error: Exception) -> None:
        messages.tell(self, error)

    def reject(self) -> None:
        if self._job:
            self._job.stop()
        super().reject()
