"""Fields for days and hours: typed freely, read on leaving, empty when there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from desktop_app.domain.vietnamese import parse_date, parse_time, short_date
from desktop_app.ui import icons
from desktop_app.ui.records.forms.field import Field, restyle
from desktop_app.ui.theme import theme

T = TypeVar("T")
_PATTERN = "ngày/tháng/năm"


def read_date(text: str) -> dt.date | None:
    """The day a person typed; empty is None. Raises ValueError with a sentence."""
    try:
        return parse_date(text)
    except ValueError as error:
        shown = text.strip()
        raise ValueError(
            f"Không có ngày «{shown}». Ghi ngày/tháng/năm, ví dụ 05/03/2026."
        ) from error


def read_time(text: str) -> dt.time | None:
    """The hour a person typed; empty is None. Raises ValueError with a sentence."""
    try:
        return parse_time(text)
    except ValueError as error:
        raise ValueError(f"Không có giờ «{text.strip()}». Ghi giờ:phút, ví dụ 14:30.") from error


def short_time(moment: dt.time | None) -> str:
    """14:30, as hours stand on the screen."""
    return moment.strftime("%H:%M") if moment else ""


class DateEdit(QLineEdit):
    """A line for a day with a picture in it that opens a calendar."""

    picked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_PATTERN)
        theme.changed.connect(self._measure)
        self._measure()
        position = QLineEdit.ActionPosition.TrailingPosition
        self._calendar = self.addAction(icons.icon("calendar", "muted"), position)
        icons.wear(self._calendar, "calendar", "muted")
        self._calendar.triggered.connect(self._open)
        self._calendar.setToolTip("Mở lịch (Alt+↓)")
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(f"Mở lịch: {name}")

    def set_read_only(self, on: bool) -> None:
        """Without a calendar while nothing may be changed."""
        self.setReadOnly(on)
        self._calendar.setVisible(not on)
        restyle(self)

    def _measure(self) -> None:
        self.setMinimumWidth(max(_width("00/00/0000") + 24, _width(_PATTERN) + 36))

    def _open(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        # wide enough for «Thứ 2» over each day
        calendar.setMinimumWidth(7 * (_width("Thứ 2") - 4))
        weekend = QTextCharFormat()
        weekend.setForeground(theme.color("muted"))
        for day_of_week in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day_of_week, weekend)
        try:
            day = read_date(self.text())
        except ValueError:
            day = None
        if day:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(lambda chosen: self._pick(menu, chosen))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.exec(self.mapToGlobal(self.rect().bottomLeft()))
        menu.deleteLater()

    def _pick(self, menu: QMenu, chosen: QDate) -> None:
        self.setText(short_date(dt.date(chosen.year(), chosen.month(), chosen.day())))
        menu.close()
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self._open()
        else:
            super().keyPressEvent(event)


class _ReadField(Field):
    """A field whose text is read by a function that raises ValueError with a sentence."""

    _line: QLineEdit

    def own_problem(self) -> str:
        return _sentence(self._read, self._line.text())

    def set_read_only(self, on: bool) -> None:
        self._line.setReadOnly(on)
        restyle(self._line)

    def settle(self) -> None:
        # a day that is still being typed is no reason to tell anybody
        if self._left or not self.own_problem():
            super().settle()

    def _read(self, text: str) -> object:
        raise NotImplementedError


class DateField(_ReadField):
    """A day, or none."""

    def __init__(self, label: str, *, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self.editor = self._line = DateEdit(label)
        self._line.textEdited.connect(self.typed)
        self.editor.picked.connect(self._picked)
        self._add_editors(self.editor)

    def value(self) -> dt.date | None:
        return _or_none(read_date, self._line.text())

    def set_read_only(self, on: bool) -> None:
        self.editor.set_read_only(on)

    def _read(self, text: str) -> dt.date | None:
        return read_date(text)

    def _measure(self) -> None:
        super()._measure()
        self._line.setMaximumWidth(_width("00/00/0000") + 60)

    def _put(self, value: dt.date | None) -> None:
        self._line.setText(short_date(value))

    def _tidy(self) -> None:
        if not self.own_problem():
            self._put(self.value())

    def _picked(self) -> None:
        self._left = True
        self.settle()


class TimeField(_ReadField):
    """An hour, or none."""

    def __init__(self, label: str, *, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self.editor = self._line = QLineEdit()
        self._line.setPlaceholderText("giờ:phút")
        self._line.textEdited.connect(self.typed)
        self._add_editors(self._line)

    def value(self) -> dt.time | None:
        return _or_none(read_time, self._line.text())

    def _read(self, text: str) -> dt.time | None:
        return read_time(text)

    def _measure(self) -> None:
        super()._measure()
        self._line.setMaximumWidth(_width("giờ:phút") + 16)

    def _put(self, value: dt.time | None) -> None:
        self._line.setText(short_time(value))

    def _tidy(self) -> None:
        if not self.own_problem():
            self._put(self.value())


class DateTimeField(Field):
    """A day with its hour; both or none."""

    def __init__(self, label: str, *, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, tip=tip, parent=parent)
        self.date = DateEdit(label)
        self.time = QLineEdit()
        self.time.setPlaceholderText("gg:ph")
        self.time.setAccessibleName(f"{label}: giờ")
        self.date.textEdited.connect(self.typed)
        self.time.textEdited.connect(self.typed)
        self.date.picked.connect(self._picked)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.date, 1)
        layout.addWidget(self.time)
        layout.addStretch()
        self._add_editors(self.date, self.time, row=row)

    def value(self) -> dt.datetime | None:
        day = _or_none(read_date, self.date.text())
        hour = _or_none(read_time, self.time.text())
        return dt.datetime.combine(day, hour) if day and hour is not None else None

    def own_problem(self) -> str:
        day, hour = self.date.text(), self.time.text()
        wrong = _sentence(read_date, day) or _sentence(read_time, hour)
        if not wrong and bool(day.strip()) != bool(hour.strip()):
            return "Cần cả ngày và giờ." if hour.strip() else "Cần có giờ, ví dụ 08:00."
        return wrong

    def set_read_only(self, on: bool) -> None:
        self.date.set_read_only(on)
        self.time.setReadOnly(on)
        restyle(self.time)

    def settle(self) -> None:
        if self._left or not self.own_problem():
            super().settle()

    def _measure(self) -> None:
        super()._measure()
        if hasattr(self, "time"):
            self.time.setFixedWidth(_width("gg:ph"))
            self.date.setMaximumWidth(_width("00/00/0000") + 60)

    def _put(self, value: dt.datetime | None) -> None:
        self.date.setText(short_date(value.date() if value else None))
        self.time.setText(short_time(value.time() if value else None))

    def _tidy(self) -> None:
        if not self.own_problem():
            self._put(self.value())

    def _picked(self) -> None:
        if not self.time.text():
            self.time.setFocus()
        self.settle()


def _width(text: str) -> int:
    """Room for a text in a line, at the size of text in use."""
    return QFontMetrics(theme.font()).horizontalAdvance(text) + 24


def _sentence(read: Callable[[str], object], text: str) -> str:
    try:
        read(text)
    except ValueError as error:
        return str(error)
    return ""


def _or_none(read: Callable[[str], T], text: str) -> T | None:
    try:
        return read(text)
    except ValueError:
        return None
