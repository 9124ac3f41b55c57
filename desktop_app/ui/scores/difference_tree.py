"""The differences of returned forms: a file, below it each cell with old and new and a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop_app.domain.scores.self_scoring import FIELDS, Difference, written
from desktop_app.domain.vietnamese import clean_line
from desktop_app.exchange.book import Complaint
from desktop_app.exchange.score_lot import ReturnedForm
from desktop_app.exchange.score_reading import FormReading
from desktop_app.ui import icons
from desktop_app.ui.theme import theme

_HEADS = ("Tiêu chí", "Ô", "Đang có", "Nhận")
_WIDTHS = (480, 150, 180, 240)
_ROW_HEIGHT = 26
_EMPTY = "(để trống)"
_DIFFERENCE = Qt.ItemDataRole.UserRole
_CHECKABLE = Qt.ItemFlag.ItemIsUserCheckable
_ON = Qt.CheckState.Checked


class DifferenceTree(QTreeWidget):
    """Everything that can be taken is ticked; Space unticks a cell, or all of a file."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderLabels(_HEADS)
        self.setAccessibleName("Thay đổi của từng phiếu")
        self.setUniformRowHeights(True)
        header = self.header()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width * theme.text_size // 100)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)

    def show_forms(self, forms: Sequence[ReturnedForm]) -> None:
        """These forms in place of those shown, everything ticked anew."""
        with QSignalBlocker(self):
            self.clear()
            for form in forms:
                self._add_form(form)
            self.expandAll()
        for file in self._files()[:1]:
            self.setCurrentItem(file)

    def accepted(self) -> list[list[Difference]]:
        """The ticked cells of each form, in the order of the forms."""
        return [
            [
                item.data(0, _DIFFERENCE)
                for item in _below(file)
                if item.data(0, _DIFFERENCE) and item.checkState(0) is _ON
            ]
            for file in self._files()
        ]

    def as_text(self) -> str:
        """All lines, to be pasted into a letter to the unit."""
        lines: list[str] = []
        for file in self._files():
            lines.append(file.text(0))
            for item in _below(file):
                texts = (item.text(column) for column in range(len(_HEADS)))
                lines.append("\t" + "\t".join(texts).rstrip())
        return "\n".join(lines)

    def _files(self) -> list[QTreeWidgetItem]:
        return _below(self.invisibleRootItem())

    # --- lines ------------------------------------------------------------------------------

    def _add_form(self, form: ReturnedForm) -> None:
        reading = form.reading
        words, icon, tint = _state(reading)
        # A long name of a file must not push out what became of it.
        whose = reading.unit.short_name if reading.unit else form.name
        source = f" · {form.name}" if reading.unit else ""
        file = QTreeWidgetItem(self, [f"{whose}: {words}{source}"])
        file.setIcon(0, icons.icon(icon, tint))
        file.setToolTip(0, file.text(0))
        file.setFirstColumnSpanned(True)
        # Rows are uniform, so this one speaks for all: ticks do not touch each other.
        file.setSizeHint(0, QSize(0, _ROW_HEIGHT * theme.text_size // 100))
        font = file.font(0)
        font.setBold(True)
        file.setFont(0, font)
        for complaint in reading.complaints:
            _add_words(file, complaint, "circle-alert", "red")
        if reading.closed:
            _add_words(file, Complaint(reading.closed), "circle-alert", "red")
        for notice in reading.notices:
            _add_words(file, notice, "triangle-alert", "amber")
        for difference in reading.differences:
            _add_difference(file, difference, can_be_taken=reading.can_be_taken)
        if reading.can_be_taken:
            file.setFlags(file.flags() | _CHECKABLE | Qt.ItemFlag.ItemIsAutoTristate)


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(row) for row in range(item.childCount()))
    return [child for child in found if child is not None]


def _state(reading: FormReading) -> tuple[str, str, str]:
    """Words, icon and colour of a file."""
    if reading.complaints:
        return f"không nhận, {len(reading.complaints)} chỗ sai", "circle-alert", "red"
    if reading.closed:
        return "chỉ xem, không nhận được lúc này", "circle-alert", "red"
    if not reading.differences:
        return "không có gì thay đổi", "circle-check", "green"
    cleared = sum(one.clears for one in reading.differences)
    more = f", trong đó {cleared} ô bị để trống" if cleared else ""
    return f"{len(reading.differences)} thay đổi{more}", "circle-check", "green"


def _add_words(file: QTreeWidgetItem, complaint: Complaint, icon: str, tint: str) -> None:
    item = QTreeWidgetItem(file, [str(complaint)])
    item.setIcon(0, icons.icon(icon, tint))
    item.setToolTip(0, str(complaint))
    item.setFirstColumnSpanned(True)


def _add_difference(file: QTreeWidgetItem, one: Difference, *, can_be_taken: bool) -> None:
    old, new = written(one.old), written(one.new) or _EMPTY
    texts = [clean_line(words) for words in (one.criterion.title, FIELDS[one.field], old, new)]
    item = QTreeWidgetItem(file, texts)
    for column, words in enumerate((one.criterion.title, FIELDS[one.field], old, new)):
        item.setToolTip(column, words)
    if one.clears:
        item.setIcon(3, icons.icon("triangle-alert", "amber"))
    if can_be_taken:
        item.setData(0, _DIFFERENCE, one)
        item.setFlags(item.flags() | _CHECKABLE)
        item.setCheckState(0, _ON)
    else:
        item.setFlags(item.flags() & ~_CHECKABLE)
