"""Fields that pick one of several: a word of a closed list, or another record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from desktop_app.domain.record import Choice, Record
from desktop_app.domain.search_words import matches
from desktop_app.domain.vietnamese import clean_line
from desktop_app.ui.records.forms.field import PAUSE, CalmCombo, Field

NOTHING = "(chưa chọn)"
S = TypeVar("S")
Records = Sequence[S] | Callable[[], Sequence[S]]
"""Records to choose from, or what reads them when they are wanted: people may be thousands."""
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F4)


class ChoiceField(Field):
    """A word of a closed list; with `nullable` it may be left open."""

    def __init__(
        self,
        label: str,
        choices: Iterable[Choice],
        *,
        nullable: bool = False,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self.editor = CalmCombo()
        self._choices: list[Choice | None] = [None] if nullable else []
        self._choices += list(choices)
        for choice in self._choices:
            self.editor.addItem(choice.label if choice else NOTHING)
        self.editor.activated.connect(self.settle)
        self.editor.currentTextChanged.connect(self.editor.setToolTip)
        self.editor.setToolTip(self.editor.currentText())
        self._add_editors(self.editor)

    def value(self) -> Any:
        place = self.editor.currentIndex()
        return self._choices[place] if place >= 0 else None

    def _put(self, value: Choice | None) -> None:
        place = self._choices.index(value) if value in self._choices else -1
        self.editor.setCurrentIndex(place)


class RecordPicker(CalmCombo):
    """A combo over records: typing without accents narrows it; an empty text is no record."""

    picked = Signal()

    def __init__(
        self,
        text: Callable[[Any], str] = lambda record: record.title,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._source: Callable[[], Sequence[Record]] | None = None
        self._read: list[Record] = []
        self._found: list[Record] = []
        self._record: Record | None = None
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        popup = QListView()
        popup.setProperty("role", "popup")
        completer.setPopup(popup)
        completer.activated[QModelIndex].connect(self._take_found)  # type: ignore[index]
        self.setCompleter(None)  # type: ignore[arg-type]
        self._completer, self._popup = completer, popup
        completer.setWidget(self.line)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._offer)
        self.line.textEdited.connect(lambda: self._pause.start())
        self.activated.connect(self._take_listed)

    def set_records(self, records: Records[Any]) -> None:
        """The records to choose from, in this order; the chosen one stays.

        A function that reads them is asked when somebody types or opens the list.
        """
        if callable(records):
            self._source = records
            self._take_in(())
        else:
            self._source = None
            self._take_in(records)

    @property
    def _records(self) -> list[Record]:
        self._read_source()
        return self._read

    def _read_source(self) -> None:
        if self._source is not None:
            source, self._source = self._source, None
            self._take_in(source())

    def _take_in(self, records: Sequence[Record]) -> None:
        self._read = list(records)
        if (
            self._source is None
            and self._record
            and all(r.id != self._record.id for r in self._read)
        ):
            self._read.append(self._record)
        self._fill()

    def record(self) -> Record | None:
        """The chosen record; what is typed counts once it is the name of one."""
        typed = clean_line(self.line.text())
        if not typed:
            return None
        if self._record and clean_line(self._text(self._record)) == typed:
            return self._record
        named = [r for r in self._records if clean_line(self._text(r)) == typed]
        return named[0] if named else None

    def set_record(self, record: Record | None) -> None:
        """Choose a record; one that is not in the list is added to it."""
        self._record = record
        is_read = self._source is None
        if is_read and record and all(known.id != record.id for known in self._read):
            self._read.append(record)
            self._fill()
        self._write()

    def is_open(self) -> bool:
        """Whether something is typed that names no record."""
        return bool(self.line.text().strip()) and self.record() is None

    def resolve(self) -> None:
        """Take the only record that fits what is typed."""
        if self.is_open():
            fitting = self._fitting()
            if len(fitting) == 1:
                self.set_record(fitting[0])
        else:
            self._record = self.record()

    def _fill(self) -> None:
        """The list anew; what is typed stays as it is."""
        written, cursor = self.line.text(), self.line.cursorPosition()
        self.clear()
        self.addItems([self._text(record) for record in self._read])
        for row in range(self.count()):
            self.setItemData(row, self.itemText(row), Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self._place())
        self.line.setText(written)
        self.line.setCursorPosition(cursor)

    def _write(self) -> None:
        self.setCurrentIndex(self._place())
        self.line.setText(self._text(self._record) if self._record else "")
        self.line.setCursorPosition(0)
        self.setToolTip(self.line.text())

    def _place(self) -> int:
        chosen = self._record.id if self._record else None
        return next((row for row, known in enumerate(self._read) if known.id == chosen), -1)

    def _fitting(self) -> list[Record]:
        typed = self.line.text()
        return [record for record in self._records if matches(typed, self._text(record))]

    def _offer(self) -> None:
        if not self.line.hasFocus() or not self.line.text().strip():
            self._popup.hide()
            self.picked.emit()
            return
        self._found = self._fitting()[:50]
        self._names.setStringList([self._text(record) for record in self._found])
        self._completer.complete()

    def _take_found(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._found):
            self._take(self._found[index.row()])

    def _take_listed(self, place: int) -> None:
        if 0 <= place < len(self._records):
            self._take(self._records[place])

    def _take(self, record: Record) -> None:
        self._record = record
        self._write()
        self.picked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.resolve()

    def showPopup(self) -> None:
        self._read_source()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVING:
            self._read_source()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            self._read_source()
        super().wheelEvent(event)


class RecordField(Field):
    """Another record, or none."""

    def __init__(
        self,
        label: str,
        records: Sequence[Record] = (),
        *,
        text: Callable[[Any], str] = lambda record: record.title,
        placeholder: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self.editor = RecordPicker(text)
        self.editor.set_records(records)
        self.editor.line.setPlaceholderText(placeholder or "Gõ để tìm…")
        self.editor.line.setAccessibleName(label)
        self.editor.line.textEdited.connect(self._start)
        self.editor.picked.connect(self._picked)
        self._add_editors(self.editor)

    def set_records(self, records: Records[Any]) -> None:
        """The records to choose from, or what reads them when they are wanted."""
        self.editor.set_records(records)

    def value(self) -> Any:
        return self.editor.record()

    def own_problem(self) -> str:
        return "Chọn một mục trong danh sách." if self.editor.is_open() else ""

    def _put(self, value: Record | None) -> None:
        self.editor.set_record(value)

    def _tidy(self) -> None:
        self.editor.resolve()

    def _start(self) -> None:
        self._left = False

    def _picked(self) -> None:
        self._left = True
        self.settle()
