"""A criteria set out of a workbook: the whole of it, or every reason why not, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.record import new_id
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import ZERO, Criterion, Direction, Kind, Target
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import clean_line, fold
from desktop_app.domain.years.period import Period
from desktop_app.exchange.book import Book, Complaint, Sheet
from desktop_app.exchange.criteria_book import HEADS, NOT_ASSIGNED, TARGET_SHEET, TREE_SHEET
from desktop_app.exchange.outline_codes import composed
from desktop_app.exchange.table import Head, Table

_TARGET_HEADS = (HEADS[0], Head("text", HEADS[2].words), Head("unit_of_measure", HEADS[5].words))
_TOTAL = ("tong cong", "tong", "tong diem", "cong")
_NOT_ASSIGNED = (fold(NOT_ASSIGNED), "khong", "-", "–")


@dataclass(frozen=True)
class CriteriaReading:
    """What a workbook says, for a person to look at before anything is taken over."""

    criteria: CriteriaSet
    """As far as it could be read; a draft."""
    complaints: tuple[Complaint, ...] = ()
    notices: tuple[Complaint, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        return not self.complaints and bool(self.criteria.criteria)


def read_criteria(book: Book, period: Period, units: Sequence[Unit], name: str) -> CriteriaReading:
    """The tree and, where there is such a sheet, the targets of these units, as a draft.

    `name` is what the set is called when nothing stands over its table.
    """
    sheet = _tree_sheet(book)
    table = Table(sheet, HEADS)
    rows = _Rows(table)
    target_sheet = book.sheet(TARGET_SHEET)
    targets = _Targets(target_sheet, rows, units) if target_sheet and table.is_found else None
    criteria = CriteriaSet(
        period=period,
        name=_name(table) or name,
        criteria=rows.criteria,
        targets=targets.targets if targets else (),
    )
    complaints = [*table.complaints, *(targets.complaints if targets else ())]
    if table.is_found and not rows.criteria:
        complaints.append(Complaint("Dưới đầu bảng không có dòng nào.", sheet.name))
    complaints += rows.rule_complaints(criteria, [c.row for c in table.complaints])
    if targets:
        complaints += targets.rule_complaints(criteria)
    notices = [*table.notices, *(targets.notices if targets else ())]
    notices += [Complaint(words, sheet.name) for words in criteria.warnings()]
    in_order = {known.name: place for place, known in enumerate(book.sheets)}
    complaints.sort(key=lambda c: (in_order[c.sheet], c.row, c.column))
    return CriteriaReading(criteria, tuple(complaints), tuple(notices))


def _tree_sheet(book: Book) -> Sheet:
    """The sheet of that name, or the first one that can be seen."""
    shown = (sheet for sheet in book.sheets if not sheet.is_hidden)
    return book.sheet(TREE_SHEET) or next(shown, book.sheets[0])


def _name(table: Table) -> str:
    """The first words over the table."""
    above = (cells for row, cells in table.sheet.rows() if row < table.head_row)
    texts = (clean_line(str(cell.value)) for cells in above for cell in cells if cell.value)
    return next(texts, "")


class _Rows:
    """The rows of the tree as criteria, in their order."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.places: list[int] = []
        """The sheet's row of each criterion."""
        self.criteria: tuple[Criterion, ...] = ()
        if table.is_found:
            self._read()

    def _read(self) -> None:
        table = self._table
        self.places = [row for row in table.rows() if not self._is_total(row)]
        codes = self._codes()
        ids = {code: new_id() for code in codes.values() if code}
        self._blame_doubles(codes)
        parents = {row: self._parent(row, codes[row], ids) for row in self.places}
        groups = set(parents.values())
        self.criteria = tuple(
            self._criterion(row, codes[row], ids, parents[row], groups) for row in self.places
        )

    def _codes(self) -> dict[int, str]:
        """Row → code; the short codes of a table on paper are put together, and that is told."""
        written = [self._table.line(row, "code") for row in self.places]
        whole = None if self._table.has("parent") else composed(written)
        if whole:
            words = "Mã I, 1, a… lặp lại ở nhiều mục nên đã ghép theo thứ tự dòng thành I.1.a."
            self._table.notice(self._table.head_row, "code", words)
        return dict(zip(self.places, whole or written, strict=True))

    def _blame_doubles(self, codes: dict[int, str]) -> None:
        first: dict[str, int] = {}
        for row, code in codes.items():
            earlier = first.setdefault(code.casefold(), row)
            if code and earlier != row:
                self._table.complain(row, "code", f"Mã «{code}» đã dùng ở dòng {earlier}.")

    def _is_total(self, row: int) -> bool:
        """Whether a row only sums up the table, as typed tables end."""
        table = self._table
        words = (table.cell(row, "code").value, table.cell(row, "text").value)
        is_total = any(fold(str(word or "")).strip(" .:") in _TOTAL for word in words)
        if is_total:
            table.notice(row, "text", "Dòng tổng cộng được bỏ qua: chương trình tự cộng.")
        return is_total

    def _parent(self, row: int, code: str, ids: dict[str, str]) -> str:
        """The code above: the one that is written, or without that column the code's own front."""
        front = code.rpartition(".")[0]
        if not self._table.has("parent"):
            return front if front in ids else ""
        written = self._table.line(row, "parent")
        if not written and front in ids:
            self._table.notice(
                row, "parent", f"Không ghi mã cấp trên: «{code}» thành một phần riêng."
            )
        return written

    def _criterion(
        self, row: int, code: str, ids: dict[str, str], parent: str, groups: set[str]
    ) -> Criterion:
        table = self._table
        usual = Kind.GROUP if code in groups else Kind.COUNT
        share = table.number(row, "target_share")
        return Criterion(
            id=ids.get(code) or new_id(),
            code=code,
            parent=ids.get(parent, parent),
            text=table.text(row, "text"),
            kind=table.choice(row, "kind", Kind, usual),
            max_points=table.number(row, "max_points"),
            unit_of_measure=table.line(row, "unit_of_measure"),
            direction=table.choice(row, "direction", Direction, Direction.MORE),
            target_share=Decimal("0.5") if share is None else share,
            bands=tuple(line for line in table.text(row, "bands").split("\n") if line.strip()),
            knock_out=table.flag(row, "knock_out"),
            note=table.text(row, "note"),
            unit_points=table.number(row, "unit_points"),
            bonus_points=table.number(row, "bonus_points") or ZERO,
            penalty_points=table.number(row, "penalty_points") or ZERO,
            min_points=table.number(row, "min_points") or ZERO,
        )

    def rule_complaints(self, criteria: CriteriaSet, blamed: Sequence[int]) -> Iterator[Complaint]:
        """What the rules of a criteria set say, at the cell that is meant.

        A row with a cell that could not be read is not blamed for what follows from it.
        """
        for key, words in criteria.problems().items():
            part, _, place = key.partition(".")
            row, _, field = place.partition(".")
            if part != "criteria" or self.places[int(row)] in blamed:
                continue
            column = self._table.columns.get(field, 0)
            yield Complaint(
                _without_row(words), self._table.sheet.name, self.places[int(row)], column
            )


class _Targets:
    """The sheet of targets: criteria down, units across."""

    def __init__(self, sheet: Sheet, rows: _Rows, units: Sequence[Unit]) -> None:
        self._table = Table(sheet, _TARGET_HEADS)
        self.targets: tuple[Target, ...] = ()
        self._places: list[tuple[int, int]] = []
        if self._table.is_found:
            self._read(rows, self._unit_columns(units))
        self.complaints = self._table.complaints
        self.notices = self._table.notices

    def _unit_columns(self, units: Sequence[Unit]) -> dict[int, Unit]:
        table = self._table
        heads = dict(table.sheet.rows())[table.head_row]
        found: dict[int, Unit] = {}
        for cell in heads:
            if cell.column in table.columns.values():
                continue
            words = clean_line(str(cell.value))
            fitting = [unit for unit in units if _is_called(unit, words)]
            if len(fitting) != 1:
                how = "là tên của nhiều đơn vị" if fitting else "không phải đơn vị của Cụm"
                self._complain(cell.row, cell.column, f"«{words}» {how}.")
            elif fitting[0] in found.values():
                self._complain(cell.row, cell.column, f"«{words}» có hai cột.")
            else:
                found[cell.column] = fitting[0]
        return found

    def _read(self, rows: _Rows, columns: dict[int, Unit]) -> None:
        table = self._table
        by_code = {criterion.code: criterion for criterion in rows.criteria}
        found: list[Target] = []
        for row, cells in table.sheet.rows():
            filled = [cell for cell in cells if cell.column in columns]
            if row <= table.head_row or not filled:
                continue
            criterion = by_code.get(table.line(row, "code"))
            if criterion is None:
                table.complain(row, "code", f"Mã «{table.line(row, 'code')}» không có trong bảng.")
                continue
            for cell in filled:
                before = len(table.complaints)
                target = self._target(criterion, columns[cell.column], row, cell.column)
                if len(table.complaints) == before:
                    found.append(target)
                    self._places.append((row, cell.column))
        self.targets = tuple(found)

    def _target(self, criterion: Criterion, unit: Unit, row: int, column: int) -> Target:
        table = self._table
        cell = table.sheet.cell(row, column)
        if isinstance(cell.value, str) and fold(clean_line(cell.value)) in _NOT_ASSIGNED:
            return Target(criterion=criterion.id, unit=unit, assigned=False)
        value = table.number_at(cell)
        if value == 0 and criterion.direction is Direction.MORE:
            words = "Chỉ tiêu bằng 0 được xét như không có chỉ tiêu."
            table.notices.append(Complaint(words, table.sheet.name, row, column))
        return Target(criterion=criterion.id, unit=unit, value=value)

    def rule_complaints(self, criteria: CriteriaSet) -> Iterator[Complaint]:
        """What the rules of a criteria set say of targets, at the cell that is meant."""
        for key, words in criteria.problems().items():
            part, _, place = key.partition(".")
            if part == "targets":
                row, column = self._places[int(place.partition(".")[0])]
                yield Complaint(_without_row(words), self._table.sheet.name, row, column)

    def _complain(self, row: int, column: int, why: str) -> None:
        self._table.complaints.append(Complaint(why, self._table.sheet.name, row, column))


def _is_called(unit: Unit, words: str) -> bool:
    names = (unit.code, *(name for known in unit.names for name in (known.full, known.short)))
    return fold(words) in (fold(clean_line(name)) for name in names if name)


def _without_row(words: str) -> str:
    """«Dòng 3: …» counts the records; the place in the sheet is said beside it."""
    return words.partition(": ")[2] if words.startswith("Dòng ") else words
