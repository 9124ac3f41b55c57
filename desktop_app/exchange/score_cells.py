"""The cells of a returned form that a unit fills in: their values, or why one is none."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.scores.criterion import Criterion, Kind
from desktop_app.domain.scores.self_scoring import FIELDS, Filled
from desktop_app.domain.scores.sheet import Passed, ScoreSheet
from desktop_app.domain.vietnamese import number
from desktop_app.exchange.book import Complaint, Sheet, Source
from desktop_app.exchange.score_form import (
    COLUMNS,
    HEAD_ROW,
    HEADS,
    MOST_COUNTED,
    MOST_RESULT,
    PLACES,
    FormRow,
    rows_of,
    shortened,
)
from desktop_app.exchange.table import Table


class FormCells:
    """Reads the cells that are to be filled in; a wrong one is spoken of, never left out."""

    def __init__(self, page: Sheet, sheet: ScoreSheet) -> None:
        self._table = Table(page, HEADS)
        self._page, self._sheet = page, sheet
        self._places = sheet.criteria.rounding_places

    @property
    def complaints(self) -> tuple[Complaint, ...]:
        return tuple(dict.fromkeys(self._table.complaints))

    @property
    def notices(self) -> tuple[Complaint, ...]:
        return tuple(dict.fromkeys(self._table.notices))

    def values(self) -> dict[str, dict[str, Filled]]:
        """Criterion id → field → value; those that are complained of are None."""
        found: dict[str, dict[str, Filled]] = {}
        last = HEAD_ROW
        for last, row in enumerate(rows_of(self._sheet), HEAD_ROW + 1):
            self._look_at_closed(last, row)
            found[row.criterion.id] = {
                field: self._value(last, field, row.criterion) for field in row.fields
            }
        self._look_outside(last)
        return found

    def _value(self, row: int, field: str, criterion: Criterion) -> Filled:
        if field == "evidence":
            return self._table.text(row, field)
        if field == "passed":
            is_empty = not self._table.line(row, field)
            found = self._table.choice(row, field, Passed, Passed.NO)
            return None if is_empty else found
        value = self._table.number(row, field)
        if value is None:
            return None
        if words := self._number_problem(field, criterion, value):
            self._table.complain(row, field, words)
            return None
        return value if field in ("actual", "self_score") else int(value)

    def _number_problem(self, field: str, criterion: Criterion, value: Decimal) -> str:
        if field == "self_score":
            return self._score_problem(criterion, value)
        if value < 0 and criterion.kind is not Kind.BANDS:
            return f"«{FIELDS[field]}» không được âm: {number(value)}."
        most = MOST_RESULT if field == "actual" else Decimal(MOST_COUNTED)
        if abs(value) > most:
            return f"«{FIELDS[field]}» lớn quá {number(most)}."
        if field != "actual" and value != int(value):
            return f"«{FIELDS[field]}» phải là số nguyên: {number(value)}."
        return ""

    def _score_problem(self, criterion: Criterion, value: Decimal) -> str:
        least, most = criterion.least, criterion.most
        if value > most:
            return f"Điểm tự chấm {number(value)} vượt điểm tối đa {number(most)}."
        if value < least:
            floor = "không được âm" if least == 0 else f"thấp hơn {number(least)}"
            return f"Điểm tự chấm {number(value)}: {floor}."
        if value != round(value, self._places):
            return f"Điểm có nhiều nhất {self._places} chữ số thập phân: {number(value)}."
        return ""

    def _look_at_closed(self, place: int, row: FormRow) -> None:
        """Figures where none belong: they would be lost without a word."""
        for field, head in FIELDS.items():
            cell = self._page.cell(place, PLACES[field])
            is_empty = cell.value in (None, "") and cell.source is not Source.UNCOUNTED
            if field in row.fields or is_empty:
                continue
            why = "dòng nhóm" if row.is_group else "tiêu chí này"
            words = f"Ô «{head}» không điền cho {why} («{row.fixed[0]}»); hãy xoá nội dung ô."
            self._table.complain(place, field, words)

    def _look_outside(self, last: int) -> None:
        for cell in self._page.cells:
            beside = cell.row > HEAD_ROW and cell.column > len(COLUMNS)
            if (beside or cell.row > last) and cell.value not in (None, ""):
                words = f"Chữ ngoài bảng không được nhận: «{shortened(str(cell.value))}»."
                said = Complaint(words, self._page.name, cell.row, cell.column)
                self._table.notices.append(said)
