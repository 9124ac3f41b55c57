"""The first page: which list, where to, and the file, read while one waits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period
from desktop_app.exchange.book import Book
from desktop_app.exchange.list_reading import read_list
from desktop_app.exchange.lists import LIST_KINDS
from desktop_app.exchange.lists.kind import ListKind
from desktop_app.exchange.lists.template_book import template_book
from desktop_app.storage import DataFile
from desktop_app.ui import icons, messages
from desktop_app.ui.background import Job, ProgressStrip, Report, run_in_background
from desktop_app.ui.import_lists.import_page import ImportPage
from desktop_app.ui.import_lists.target import Target, targets
from desktop_app.ui.preview import saving
from desktop_app.ui.records.forms.plain_label import plain_label

_ABOUT = (
    "Đọc được .xlsx, .xls, .ods, .csv, .txt và bảng trong Word (.docx). Tệp chỉ được đọc, không bị "
    "sửa; chưa có gì được ghi cho đến khi bấm «Nhập» ở bước 3."
)
_NO_TARGET = {
    "delegates": "Kỳ này chưa có hội nghị nào chưa chốt biên bản: hãy thêm hội nghị trước.",
    "nominees": "Kỳ thi đua đã đóng, không nhập thêm đề nghị.",
}


class FilePage(ImportPage):
    """`book` is what was read of the file that is named."""

    def __init__(
        self, file: DataFile, period: Period | None, kind: str, meeting: Record | None
    ) -> None:
        """`kind` and `meeting` are chosen already where one came from there."""
        super().__init__(1, "Chọn danh sách và tệp", "Danh sách gì, ghi vào đâu, nằm ở tệp nào.")
        self._file, self._period, self._meeting = file, period, meeting
        self._job: Job | None = None
        self._targets: list[Target] = []
        self.path: Path | None = None
        self.book: Book | None = None
        self.kinds, self.targets = QComboBox(), QComboBox()
        for one in LIST_KINDS:
            self.kinds.addItem(one.label, one)
        # a long name of a meeting must not widen the page
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.targets.setSizeAdjustPolicy(policy)
        self.name = QLineEdit()
        self.name.setReadOnly(True)
        self.name.setPlaceholderText("Chưa chọn tệp")
        self.name.setAccessibleName("Tệp danh sách")
        self.choose_button = QPushButton("&Chọn tệp…")
        icons.wear(self.choose_button, "folder-open")
        self.template_button = QPushButton("Tải tệp &mẫu…")
        icons.wear(self.template_button, "download")
        self.note = plain_label()
        self.strip = ProgressStrip()
        self._build()
        self.kinds.currentIndexChanged.connect(self._offer_targets)
        self.targets.currentIndexChanged.connect(lambda _: self.completeChanged.emit())
        self.choose_button.clicked.connect(self.choose)
        self.template_button.clicked.connect(self.save_template)
        self.strip.stopped.connect(lambda: self._say("Đã dừng đọc tệp."))
        place = next((n for n, one in enumerate(LIST_KINDS) if one.key == kind), 0)
        self.kinds.setCurrentIndex(place)
        self._offer_targets()

    @property
    def kind(self) -> ListKind:
        found: ListKind = self.kinds.currentData()
        return found

    @property
    def target(self) -> Target | None:
        place = self.targets.currentIndex()
        return self._targets[place] if 0 <= place < len(self._targets) else None

    def isComplete(self) -> bool:
        return self.book is not None and self.target is not None

    def choose(self) -> None:
        """Ask for the file and begin to read it."""
        path = saving.ask_list(self)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read this file in a process of its own; the page is complete when it is there."""
        self.stop()
        self.path, self.book = path, None
        self.name.setText(str(path))
        self._say("")
        self.completeChanged.emit()

        def work(report: Report) -> Book:
            return read_list(path, check=report.check)

        self._job = run_in_background(work, self._came, self._failed)
        self.strip.follow(self._job, "Đang đọc trong một tiến trình riêng…")

    def stop(self) -> None:
        """What is being read is not wanted any more."""
        if self._job is not None:
            self._job.stop()
        self._job = None

    def save_template(self) -> None:
        """The empty list of the kind, to be sent to those who fill it in."""
        path = saving.ask_path(self, f"Mẫu danh sách {self.kind.noun}", ".xlsx")
        if path is not None and saving.write(self, path, template_book(self.kind)):
            self._say(f"Đã lưu tệp mẫu: {path}")

    def _came(self, book: Book) -> None:
        self._job = None
        self.book = book
        shown = [sheet for sheet in book.sheets if sheet.cells]
        rows = sum(len(list(sheet.rows())) for sheet in shown)
        sheets = f"{len(shown)} trang, bảng" if len(shown) > 1 else f"«{shown[0].name}»"
        self._say(f"Đã đọc {sheets}: {number(rows)} dòng có chữ. Bấm «Tiếp» để xem các cột.")
        self.completeChanged.emit()

    def _failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, UserFacingError):
            self._say(" ".join(filter(None, (error.what, error.remedy))))
        else:
            messages.tell(self, error)

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _offer_targets(self) -> None:
        self._targets = targets(self.kind, self._file, self._period)
        self.targets.clear()
        self.targets.addItems([target.label for target in self._targets])
        wanted = self._meeting.id if self._meeting else ""
        ids = [target.meeting.id if target.meeting else "" for target in self._targets]
        self.targets.setCurrentIndex(ids.index(wanted) if wanted in ids else 0)
        self.targets.setEnabled(len(self._targets) > 1)
        if not self._targets:
            self._say(_NO_TARGET.get(self.kind.key, "Chưa có kỳ thi đua nào."))
        elif self.book is None:
            self._say("")
        self.completeChanged.emit()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.choose_button)
        form = QFormLayout()
        form.addRow("&Danh sách", self.kinds)
        form.addRow("&Ghi vào", self.targets)
        form.addRow("Tệp", row)
        template = QHBoxLayout()
        template.addWidget(self.template_button)
        template.addWidget(plain_label("Gửi các đơn vị điền, rồi nhập lại ở đây.", "muted"), 1)
        form.addRow("", template)
        about = plain_label(_ABOUT, "muted")
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for part in (about, self.strip, self.note):
            layout.addWidget(part)
        layout.addStretch(1)
