"""The second page: on which sheet and row the head is, and what each column means."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from desktop_app.exchange.book import Book, Sheet
from desktop_app.exchange.lists.grid import HEAD_WITHIN, Grid, best_sheet
from desktop_app.exchange.lists.kind import ListKind
from desktop_app.exchange.lists.known import Known
from desktop_app.exchange.lists.list_field import ListField
from desktop_app.ui.import_lists.import_page import ImportPage
from desktop_app.ui.import_lists.remembered import remembered
from desktop_app.ui.records.forms.plain_label import plain_label
from desktop_app.ui.theme import theme

_HEADS = ("Cột trong tệp", "Ví dụ", "Ghi vào")
_WIDTHS = (280, 240, 270)
_ROW = 36
_LEFT_OUT = "(bỏ qua)"


class ColumnsPage(ImportPage):
    """Everything is guessed by the words of the heads, and by what was chosen before."""

    def __init__(self) -> None:
        super().__init__(
            2,
            "Các cột",
            "Kiểm tra dòng đầu bảng và ý nghĩa từng cột; nhiều cột ghép được vào một ô.",
        )
        self.kind: ListKind | None = None
        self.grid: Grid | None = None
        self._book: Book | None = None
        self._known: Known | None = None
        self.sheets = QComboBox()
        self.head_row = QSpinBox()
        self.head_row.setRange(0, HEAD_WITHIN * 5)
        self.head_row.setSpecialValueText("không có")
        self.head_row.setAccessibleName("Dòng đầu bảng")
        self.table = _table()
        self.note = plain_label("", "muted")
        self.given: dict[str, QComboBox] = {}
        self._given_grid = QGridLayout()
        self._given_grid.setColumnStretch(1, 1)
        self._given_grid.setColumnStretch(3, 1)
        self._build()
        self.sheets.currentIndexChanged.connect(lambda _: self._look(0))
        self.head_row.valueChanged.connect(self._look)

    def show_book(self, book: Book, kind: ListKind, known: Known) -> None:
        """Another file, or another kind: everything is guessed anew."""
        if book is self._book and kind is self.kind:
            self._known = known
            return
        self._book, self.kind, self._known = book, kind, known
        best = best_sheet(book, kind.fields, remembered(kind.key))
        with QSignalBlocker(self.sheets):
            self.sheets.clear()
            for sheet in book.sheets:
                self.sheets.addItem(f"{sheet.name} (ẩn)" if sheet.is_hidden else sheet.name)
            self.sheets.setCurrentIndex(book.sheets.index(best))
        self._build_given(kind, known)
        self._look(0)

    def meaning(self) -> dict[int, str]:
        """Column → field, as it is chosen now."""
        boxes = (self.box(row) for row in range(self.table.rowCount()))
        columns = self.grid.columns if self.grid else ()
        return {
            c.number: str(b.currentData())
            for c, b in zip(columns, boxes, strict=True)
            if b.currentData()
        }

    def given_values(self) -> dict[str, str]:
        """Field → what holds for every row whose cell is empty."""
        return {name: box.currentText().strip() for name, box in self.given.items()}

    def box(self, row: int) -> QComboBox:
        """Where the field of a column is chosen."""
        found = self.table.cellWidget(row, 2)
        assert isinstance(found, QComboBox)
        return found

    def isComplete(self) -> bool:
        return self.grid is not None and not self._missing()

    # --- what stands there ----------------------------------------------------------------

    def _look(self, head_row: int) -> None:
        """Look at the sheet again, with its head in this row, or wherever it is."""
        if self._book is None or self.kind is None:
            return
        sheet: Sheet = self._book.sheets[max(self.sheets.currentIndex(), 0)]
        self.grid = Grid(sheet, self.kind.fields, head_row, remembered(self.kind.key))
        with QSignalBlocker(self.head_row):
            self.head_row.setValue(self.grid.head_row)
        self._fill_table(self.grid, self.kind)
        self._show_state()

    def _fill_table(self, grid: Grid, kind: ListKind) -> None:
        guess = grid.guess()
        self.table.setRowCount(len(grid.columns))
        for row, column in enumerate(grid.columns):
            for place, words in enumerate((column.title, column.examples)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(row, place, item)
            box = _field_box(kind, guess.get(column.number, ""))
            box.setAccessibleName(f"Cột {column.title} ghi vào")
            box.currentIndexChanged.connect(self._show_state)
            self.table.setCellWidget(row, 2, box)

    def _build_given(self, kind: ListKind, known: Known) -> None:
        while (item := self._given_grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.given = {}
        for place, field in enumerate(f for f in kind.fields if f.for_all):
            box = _given_box(field, known)
            box.currentTextChanged.connect(self._show_state)
            self.given[field.name] = box
            label = QLabel(field.label)
            label.setBuddy(box)
            row, half = divmod(place, 2)
            self._given_grid.addWidget(label, row, 2 * half)
            self._given_grid.addWidget(box, row, 2 * half + 1)

    def _show_state(self) -> None:
        grid, missing = self.grid, self._missing()
        if grid is None:
            return
        if not grid.head_row:
            self.note.setText(
                "Không nhận ra dòng đầu bảng: ghi số dòng có tên cột, hoặc chọn từng cột ở dưới."
            )
        elif missing:
            self.note.setText(f"Chưa có cột nào ghi vào: {', '.join(missing)}.")
        else:
            self.note.setText(f"Đầu bảng ở dòng {grid.head_row}; {len(grid.rows)} dòng bên dưới.")
        self.completeChanged.emit()

    def _missing(self) -> list[str]:
        if self.kind is None or self.grid is None:
            return []
        there = set(self.meaning().values())
        there |= {name for name, words in self.given_values().items() if words}
        return [f"«{f.label}»" for f in self.kind.fields if f.required and f.name not in there]

    def _build(self) -> None:
        head = QHBoxLayout()
        for words, part in (("&Trang, bảng", self.sheets), ("&Dòng đầu bảng", self.head_row)):
            label = QLabel(words)
            label.setBuddy(part)
            head.addWidget(label)
            head.addWidget(part, 1 if part is self.sheets else 0)
        self._given_title = plain_label("Cho mọi dòng mà ô trong tệp để trống", "h2")
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._given_title)
        layout.addLayout(self._given_grid)

    def initializePage(self) -> None:
        self._given_title.setVisible(bool(self.given))
        if self.table.rowCount():
            self.box(0).setFocus()


def _field_box(kind: ListKind, chosen: str) -> QComboBox:
    box = QComboBox()
    box.addItem(_LEFT_OUT, "")
    for field in kind.fields:
        box.addItem(f"{field.label} (*)" if field.required else field.label, field.name)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def _given_box(field: ListField, known: Known) -> QComboBox:
    """A line to type in, with the names of the file to choose from."""
    box = QComboBox()
    box.setEditable(True)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItem("")
    if field.name == "unit":
        box.addItems([unit.name for unit in known.units])
    elif field.name == "award":
        box.addItems(list(dict.fromkeys(award.name for award in known.awards)))
    box.setAccessibleName(f"{field.label} cho mọi dòng")
    return box


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_HEADS))
    table.setHorizontalHeaderLabels(_HEADS)
    table.setAccessibleName("Các cột của tệp")
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW * theme.text_size // 100)
    header = table.horizontalHeader()
    for column, width in enumerate(_WIDTHS):
        table.setColumnWidth(column, width * theme.text_size // 100)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
