"""The register of documents: incoming, outgoing and internal ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.record import Record
from desktop_app.domain.vietnamese import short_date
from desktop_app.domain.years.document import DocumentState, OfficialDocument, Secrecy
from desktop_app.domain.years.register import Entry, Register
from desktop_app.ui.asking import asked
from desktop_app.ui.home.document_form import STATE_TONES, DocumentForm
from desktop_app.ui.records.forms.dialog_foot import CLOSE, dialog_foot
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.rights import looks_only
from desktop_app.ui.records.stored_tab import MANY, StoredTab


class RegisterView(StoredTab[OfficialDocument]):
    """What is kept nowhere else; «Cả sổ» shows all papers with a number."""

    key = "documents"
    noun = "văn bản"
    record_type = OfficialDocument
    form_class = DocumentForm
    long_from = MANY
    tall_rows = True
    attachments = True
    add_text = "Thêm văn bản"
    empty_text = "Sổ văn bản của kỳ còn trống. Bấm «Thêm văn bản» khi nhận hoặc phát hành."
    papers = ("register-out", "register-in")
    help_page = "so-van-ban"
    columns = (
        Column("Số ký hiệu", lambda d: d.written_number or "chưa có số", width=104),
        Column("Ngày", lambda d: short_date(d.day), sort=lambda d: str(d.day), width=96),
        Column("Trích yếu", lambda d: d.summary, stretch=True),
        Column("Đến / đi", lambda d: d.direction.label, width=96, hidden=True),
        Column("Loại", lambda d: d.kind.label, width=96, hidden=True),
        Column("Cơ quan", lambda d: d.body, width=120, hidden=True),
        Column(
            "Độ mật",
            lambda d: "" if d.secrecy is Secrecy.ORDINARY else d.secrecy.label,
            width=70,
            hidden=True,
        ),
        Column(
            "Trạng thái",
            lambda d: d.state.label,
            tones={state.label: tone for state, tone in STATE_TONES.items()},
            width=84,
        ),
    )

    def make_form(self) -> RecordForm:
        form = DocumentForm()
        looks_only(form.add_action("Cả sổ…", self.show_book, icon="book-open"))
        return form

    def offer(self) -> None:
        assert self.file is not None
        assert isinstance(self.form, DocumentForm)
        self.form.set_choices(self.file.numbered)

    def load(self) -> Sequence[OfficialDocument]:
        return sorted(super().load(), key=lambda d: str(d.received_on or d.day), reverse=True)

    def new_record(self) -> OfficialDocument | None:
        return OfficialDocument(period=self.period, day=dt.date.today()) if self.period else None

    def copy_record(self, record: OfficialDocument) -> OfficialDocument:
        copied: OfficialDocument = super().copy_record(record)
        return copied.replace(number=None, arrival=None, state=DocumentState.DRAFT)

    def paper_record(self, record: OfficialDocument, paper: str) -> Record:
        """The book prints all papers of the period, the one in the form as it stands there."""
        assert self.file is not None
        assert self.period is not None
        book = self.file.register_of(self.period)
        others = tuple(each for each in book.records if each.id != record.id)
        return Register(id=book.id, period=book.period, records=(*others, record))

    def show_book(self) -> None:
        """Every paper with a number; one opens where it is kept."""
        if self.file is None or self.period is None:
            return
        dialog = BookDialog(self.file.register_of(self.period), self)
        if asked(dialog) and dialog.chosen is not None:
            self.open_record.emit(dialog.chosen)


class BookDialog(QDialog):
    """The outgoing book: number, day, kind, summary, in the order of the numbers."""

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sổ đăng ký văn bản đi")
        self._entries: tuple[Entry, ...] = register.outgoing
        self.table = QTableWidget(len(self._entries), 4)
        self.table.setAccessibleName("Các văn bản đã cấp số")
        self.table.setHorizontalHeaderLabels(["Số ký hiệu", "Ngày", "Loại", "Trích yếu"])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for row, entry in enumerate(self._entries):
            cells = (entry.symbol, short_date(entry.day), entry.kind, entry.summary)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.itemActivated.connect(lambda _: self.accept())
        self._build()

    @property
    def chosen(self) -> Record | None:
        row = self.table.currentRow()
        return self._entries[row].record if 0 <= row < len(self._entries) else None

    def _build(self) -> None:
        words = QLabel("Gồm cả biên bản, giấy mời, tờ trình, công văn và báo cáo đã cấp số.")
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        opening = QPushButton("Mở bản ghi")
        opening.setEnabled(bool(self._entries))
        layout = QVBoxLayout(self)
        for part in (words, self.table, dialog_foot(self, opening, way_out=CLOSE)):
            layout.addWidget(part)
        self.resize(860, 480)
