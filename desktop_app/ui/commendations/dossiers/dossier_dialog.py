"""«Đóng hồ sơ»: what is missing first, then what goes in, and the way out: one PDF or a folder."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.attachment import Attachment
from desktop_app.domain.commendations.dossier_pack import Pack, PackItem
from desktop_app.domain.errors import UserFacingError
from desktop_app.ui import messages
from desktop_app.ui.background import Done, Job, ProgressStrip, Report, Work, run_in_background
from desktop_app.ui.dialog_size import open_at
from desktop_app.ui.later import later
from desktop_app.ui.preview import saving
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot
from desktop_app.ui.records.forms.plain_label import plain_label

if TYPE_CHECKING:
    from desktop_app.storage import DataFile

_PLACE = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_APART = (
    "Tệp Word, Excel và các loại khác không ghép được vào PDF: mục lục ghi «gửi kèm bản riêng»."
)


class DossierDialog(QDialog):
    """Files are read one by one in between, then everything is bound in the background."""

    def __init__(self, file: DataFile, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file, self._pack = file, pack
        self._job: Job | None = None
        self._contents: dict[str, bytes] = {}
        self.setWindowTitle("Đóng hồ sơ")
        self.heading = plain_label(pack.about, "h2")
        self.missing = plain_label(_missing(pack))
        self.list = QListWidget()
        self.count = plain_label("", "muted")
        self.one_file = QRadioButton("Một tệp PDF có mục lục")
        self.folder = QRadioButton("Thư mục, mỗi giấy tờ một tệp")
        self.with_word = QCheckBox("Kèm bản Word của giấy do chương trình in")
        self.save_button = QPushButton("Lưu hồ sơ…")
        self.print_button = QPushButton("In…")
        self.print_button.clicked.connect(self.print)
        self.strip = ProgressStrip()
        self._build()
        self._show_state()

    def chosen(self) -> Pack:
        """The pack with what is ticked."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        ticked = {row.data(_PLACE) for row in rows if row.checkState() is _ON}
        items = (item for place, item in enumerate(self._pack.items) if place in ticked)
        return dataclasses.replace(self._pack, items=tuple(items))

    def save(self) -> None:
        """Ask where to, then make it."""
        if self.folder.isChecked():
            folder = saving.ask_folder(self)
            if folder:
                self.save_folder(folder)
            return
        path = saving.ask_path(self, self._pack.title, ".pdf")
        if path:
            self.save_pdf(path)

    def save_pdf(self, path: Path) -> None:
        """Everything that is ticked as one PDF with its contents page."""
        pack, contents = self.chosen(), self._contents

        def work(report: Report) -> str:
            from desktop_app.printing import dossier, output

            pdf = dossier.bind(pack, contents, report)
            report.check()
            output.write_bytes(path, pdf)
            return f"Đã lưu {path}"

        self._gather(pack, work)

    def save_folder(self, parent: Path) -> None:
        """Everything that is ticked as numbered files in a folder of its own."""
        pack, contents, word = self.chosen(), self._contents, self.with_word.isChecked()

        def work(report: Report) -> str:
            from desktop_app.printing import dossier

            made = dossier.write_folder(pack, contents, parent, report, with_word=word)
            return f"Đã lưu vào {made}"

        self._gather(pack, work)

    def print(self) -> None:
        """The same pages straight to paper."""
        pack, contents = self.chosen(), self._contents

        def work(report: Report) -> bytes:
            from desktop_app.printing import dossier

            return dossier.bind(pack, contents, report)

        self._gather(pack, work, self._print_made)

    def _print_made(self, pdf: bytes) -> None:
        from desktop_app.ui.preview import print_dialog

        title = self._pack.title
        print_dialog.print_pdf(
            self, pdf, title, self.save, lambda: saving.open_outside(self, title, pdf)
        )

    def reject(self) -> None:
        if self._job:
            self._job.stop()
        super().reject()

    # --- the work -------------------------------------------------------------------------

    def _gather(self, pack: Pack, work: Work, then: Done | None = None) -> None:
        """The attached bytes, one file a round of events: they can be read on this thread alone."""
        files = [item.attachment for item in pack.items if item.attachment is not None]
        missing = [one for one in files if one.id not in self._contents]
        self._let_go(False)
        self._read_next(missing, lambda: self._start(work, then or self._done))

    def _read_next(self, left: list[Attachment], then: Callable[[], None]) -> None:
        if not self.isVisible():
            return
        if not left:
            then()
            return
        self.count.setText(f"Đang đọc «{left[0].name}»…")
        try:
            self._contents[left[0].id] = self._file.attachments.content(left[0])
        except UserFacingError as error:
            messages.show_error(self, error)
            self._show_state()
            return
        later(self, lambda: self._read_next(left[1:], then))

    def _start(self, work: Work, then: Done) -> None:
        self._job = run_in_background(work, then, self._failed)
        self.strip.follow(self._job, "Đang đóng hồ sơ…")
        self._job.finished.connect(self._ended)

    def _ended(self) -> None:
        self._job = None
        self._show_state()

    def _done(self, sentence: str) -> None:
        messages.show_note(self, "Đã đóng hồ sơ", sentence)
        self.accept()

    def _failed(self, error: Exception) -> None:
        messages.tell(self, error)

    def _show_state(self) -> None:
        items = self.chosen().items
        self.count.setText(f"{len(items)}/{len(self._pack.items)} giấy tờ được chọn. {_APART}")
        self._let_go(bool(items) and self._job is None)
        self.with_word.setEnabled(self.folder.isChecked())

    def _let_go(self, on: bool) -> None:
        self.save_button.setEnabled(on)
        self.print_button.setEnabled(on)

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        self._fill()
        warning = self._warning()
        self.one_file.setChecked(True)
        self.folder.toggled.connect(self._show_state)
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addWidget(warning)
        layout.addWidget(self.list, 1)
        for part in (self.count, self.one_file, self.folder, self.with_word, self.strip):
            layout.addWidget(part)
        layout.addWidget(self._foot())
        open_at(self, 680, 560)

    def _foot(self) -> QWidget:
        return dialog_foot(self, self.save_button, self.print_button, act=self.save, way_out=CLOSE)

    def _warning(self) -> QWidget:
        """What is missing, in a frame that does not push the list out of the window."""
        inner, outer = QFrame(), QScrollArea()
        inner.setProperty("role", "warning")
        QVBoxLayout(inner).addWidget(self.missing)
        outer.setWidget(inner)
        outer.setWidgetResizable(True)
        outer.setFrameShape(QFrame.Shape.NoFrame)
        outer.setMaximumHeight(56 if len(self._pack.missing) < 2 else 132)
        outer.setVisible(bool(self._pack.missing))
        return outer

    def _fill(self) -> None:
        self.list.setProperty("role", "grid")
        self.list.setAccessibleName("Các giấy tờ của hồ sơ")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        group = ""
        for place, item in enumerate(self._pack.items):
            if item.group != group:
                group = item.group
                self.list.addItem(_heading(group))
            row = QListWidgetItem(_words(item))
            row.setData(_PLACE, place)
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(_ON if item.is_wanted else _OFF)
            self.list.addItem(row)
        self.list.itemChanged.connect(self._show_state)


def _missing(pack: Pack) -> str:
    """In one sentence for one dossier, a line each for several."""
    if any(item.group for item in pack.items):
        return "\n".join(("Còn thiếu:", *pack.missing))
    return "Còn thiếu: " + "; ".join(pack.missing) + "."


def _heading(words: str) -> QListWidgetItem:
    """Whose papers follow; nothing to tick."""
    row = QListWidgetItem(words)
    row.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = row.font()
    font.setBold(True)
    row.setFont(font)
    return row


def _words(item: PackItem) -> str:
    note = f" ({item.note})" if item.note else ""
    return f"{item.name} — {item.kind.label.lower()}{note}"
