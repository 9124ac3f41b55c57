"""What is asked, in boxes: the subject, the years, rows and columns, and what is left in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.commendations.award import Award, SubjectKind
from desktop_app.domain.commendations.award_book import MOST_YEARS
from desktop_app.domain.statistics.award_table import AXES
from desktop_app.domain.statistics.question import Axis, DueKind, Question, Subject, award_key
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.years.period import Period
from desktop_app.ui.records.forms.date_fields import DateEdit, read_date
from desktop_app.ui.records.forms.field import CalmCombo

ALL = "Tất cả"
_YEARS = ("since", "until")
_SHOWN: dict[Subject, tuple[str, ...]] = {
    Subject.AWARDS: (*_YEARS, "rows", "columns", "unit", "award", "kind"),
    Subject.AWARD_LIST: ("first_day", "last_day", "unit", "name", "kind"),
    Subject.SCORES: (*_YEARS, "with_open"),
    Subject.PLACES: (*_YEARS, "with_open"),
    Subject.ATTENDANCE: (*_YEARS, "outcomes"),
    Subject.TIMELINESS: (*_YEARS, "outcomes", "due"),
}
_PER_ROW = 5
_WIDTHS = {"subject": 3, "unit": 3, "award": 3, "due": 3, "name": 3, "with_open": 3}
"""Columns of the grid that a box takes; two where nothing is said."""


@dataclass(frozen=True)
class Sources:
    """What can be chosen from."""

    period: Period
    years: tuple[Period, ...]
    units: tuple[Unit, ...]
    awards: tuple[Award, ...]


class QuestionBar(QWidget):
    """Only the boxes that the subject needs are there."""

    asked = Signal()

    def __init__(self, subjects: Sequence[Subject], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: Sources | None = None
        self.boxes: dict[str, CalmCombo] = {}
        self._fields: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._build()
        for subject in subjects:
            self.boxes["subject"].addItem(subject.label, subject)
        for name, axes in (("rows", AXES), ("columns", AXES)):
            for axis in axes:
                self.boxes[name].addItem(axis.label, axis)
        self.boxes["columns"].setCurrentIndex(AXES.index(Axis.YEAR))
        self.boxes["outcomes"].addItem("Kết quả, cộng các năm", Axis.OUTCOME)
        self.boxes["outcomes"].addItem("Tỷ lệ từng năm", Axis.YEAR)
        _fill(self.boxes["kind"], [(kind.label, kind) for kind in SubjectKind])
        _fill(self.boxes["due"], [(kind.label, kind) for kind in DueKind])
        self.arrange()

    @property
    def subject(self) -> Subject:
        return Subject(self.boxes["subject"].currentData())

    def show_sources(self, sources: Sources) -> None:
        """Other years, units and awards; what was chosen stays where it still is."""
        is_new = self._sources is None or self._sources.period.id != sources.period.id
        self._sources = sources
        for name in _YEARS:
            _fill(self.boxes[name], [(p.title, p.id) for p in sources.years], all_words="")
        if is_new:
            self._choose_years(sources)
        day = sources.period.until
        _fill(self.boxes["unit"], [(unit.name_on(day), unit.id) for unit in sources.units])
        _fill(self.boxes["award"], [(a.name, award_key(a)) for a in sources.awards])

    def problem(self) -> str:
        """Why nothing can be asked; empty when all is well."""
        if self.subject is Subject.AWARD_LIST:
            return self._problem_of_days()
        first, last = (self.boxes[name].currentIndex() for name in _YEARS)
        if first > last:
            return "«Từ năm» đứng sau «Đến năm»: hãy chọn lại."
        if self.subject is Subject.AWARDS and self._chosen("rows") is self._chosen("columns"):
            return "Hàng và cột đang là một: hãy chọn khác nhau."
        return ""

    def question(self) -> Question | None:
        """What is asked; None while there is nothing to ask or something is wrong."""
        sources = self._sources
        if sources is None or not sources.years or self.problem():
            return None
        first, last = (self.boxes[name].currentIndex() for name in _YEARS)
        subject, data = self.subject, self._chosen
        asked = Question(subject, sources.period, sources.years[first : last + 1])
        if subject is Subject.AWARDS:
            kept = replace(asked, unit=data("unit"), kind=data("kind"), award=data("award"))
            return replace(kept, rows=data("rows"), columns=data("columns"))
        if subject is Subject.AWARD_LIST:
            return self._history(replace(asked, periods=sources.years))
        if subject in (Subject.ATTENDANCE, Subject.TIMELINESS):
            return replace(asked, columns=data("outcomes"), due=data("due"))
        return replace(asked, with_open=self.open_check.isChecked())

    def _history(self, asked: Question) -> Question:
        """All years, between the two days."""
        return replace(
            asked,
            unit=self._chosen("unit"),
            kind=self._chosen("kind"),
            name=" ".join(self.name_edit.text().split()),
            since=read_date(self.first_day.text()),
            until=read_date(self.last_day.text()),
        )

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        names = {
            "subject": "Nội dung",
            "since": "Từ năm",
            "until": "Đến năm",
            "rows": "Hàng",
            "columns": "Cột",
            "outcomes": "Cột",
            "unit": "Đơn vị",
            "award": "Danh hiệu, hình thức",
            "kind": "Đối tượng",
            "due": "Loại việc",
        }
        for name, words in names.items():
            box = self.boxes[name] = CalmCombo()
            box.activated.connect(lambda _: self._changed())
            self._add(name, words, box)
        self.first_day, self.last_day = DateEdit("Từ ngày"), DateEdit("Đến ngày")
        self.name_edit = QLineEdit()
        self.name_edit.setPlaceholderText("Một phần tên cá nhân, tập thể")
        lines = (("first_day", "Từ ngày", self.first_day), ("last_day", "Đến ngày", self.last_day))
        for name, words, edit in (*lines, ("name", "Tên", self.name_edit)):
            edit.editingFinished.connect(self._changed)
            self._add(name, words, edit)
        for day in (self.first_day, self.last_day):
            day.picked.connect(self._changed)
        self.open_check = QCheckBox("Cả năm chưa chốt điểm")
        self.open_check.toggled.connect(lambda _: self._changed())
        self._add("with_open", "", self.open_check)

    def _add(self, name: str, words: str, field: QWidget) -> None:
        """A field under its name."""
        cell = self._fields[name] = QWidget(self)
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        label = QLabel(words)
        label.setProperty("role", "small")
        if words:
            label.setBuddy(field)
            field.setAccessibleName(words)
        inside.addWidget(label)
        inside.addWidget(field)

    def arrange(self) -> None:
        """The boxes of the subject, so many a row."""
        row = column = 0
        wanted = ("subject", *_SHOWN[self.subject])
        for name, field in self._fields.items():
            self._grid.removeWidget(field)
            field.setVisible(name in wanted)
        for name in wanted:
            width = _WIDTHS.get(name, 2)
            if column + width > 2 * _PER_ROW + 1:
                row, column = row + 1, 0
            self._grid.addWidget(self._fields[name], row, column, 1, width)
            column += width

    # --- what is chosen -------------------------------------------------------------------

    def _changed(self) -> None:
        self.arrange()
        self.asked.emit()

    def _chosen(self, name: str) -> Any:
        return self.boxes[name].currentData()

    def _choose_years(self, sources: Sources) -> None:
        """The year in hand and those before it that stand side by side."""
        ids = [period.id for period in sources.years]
        last = ids.index(sources.period.id) if sources.period.id in ids else len(ids) - 1
        self.boxes["until"].setCurrentIndex(last)
        self.boxes["since"].setCurrentIndex(max(0, last - MOST_YEARS + 1))

    def _problem_of_days(self) -> str:
        try:
            since, until = read_date(self.first_day.text()), read_date(self.last_day.text())
        except ValueError as error:
            return str(error)
        if since and until and until < since:
            return "«Đến ngày» đứng trước «Từ ngày»: hãy ghi lại."
        return ""


def _fill(box: CalmCombo, entries: Sequence[tuple[str, object]], all_words: str = ALL) -> None:
    """Other entries; the chosen one stays chosen while it is among them."""
    chosen = box.currentData()
    box.clear()
    if all_words:
        box.addItem(all_words, None)
    for words, data in entries:
        box.addItem(words, data)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
