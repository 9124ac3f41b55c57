"""A returned form beside the sheet as it stands: what is wrong with it, or what it changes.

    reading = read_form(book, Expected(period, Round.YEAR, sets, sheets))
    if reading.complaints: ...       # every one with its place; nothing of the form is taken
    reading.differences              # cell by cell, against reading.sheet

Whose form it is says its hidden sheet, not its name; the locked cells must be as they were
written, so that a figure never ends in the line of another criterion.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.self_scoring import (
    Difference,
    closed_to_the_unit,
    differences,
    set_in_force,
    sheet_of,
)
from desktop_app.domain.scores.sheet import Round, ScoreSheet
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.domain.years.period import Period
from desktop_app.exchange.book import Book, Cell, Complaint, Sheet
from desktop_app.exchange.score_cells import FormCells
from desktop_app.exchange.score_form import (
    COLUMNS,
    FIXED,
    FORM_SHEET,
    FORMAT,
    HEAD_ROW,
    MARKS_SHEET,
    UNIT_ROW,
    FormRow,
    marks_of,
    rows_of,
    shortened,
    unit_line,
)

_AGAIN = "Hãy xuất phiếu mới cho đơn vị."


@dataclass(frozen=True)
class Expected:
    """What is being received: forms of one period and round, for these sets and sheets."""

    period: Period
    round: Round
    sets: tuple[CriteriaSet, ...] = ()
    sheets: tuple[ScoreSheet, ...] = ()


@dataclass(frozen=True)
class FormReading:
    """What a returned form says."""

    sheet: ScoreSheet | None = None
    """The unit's sheet as it stands; None when it is not known whose form it is."""
    differences: tuple[Difference, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    notices: tuple[Complaint, ...] = ()
    closed: str = ""
    """Why the differences cannot be taken although the form is right."""

    @property
    def unit(self) -> Unit | None:
        return self.sheet.unit if self.sheet else None

    @property
    def can_be_taken(self) -> bool:
        return bool(self.differences) and not self.complaints and not self.closed


def read_form(book: Book, expected: Expected) -> FormReading:
    """The form of one unit, checked whole: its marks, its shape, and each of its cells."""
    marks = _marks(book)
    if words := _foreign(marks, expected):
        return FormReading(complaints=(Complaint(words),))
    unit = _member(expected.period, marks["Đơn vị"])
    assert unit is not None
    sheet, words = _sheet(unit, marks, expected)
    if sheet is None:
        return FormReading(complaints=(Complaint(words),))
    page = book.sheet(FORM_SHEET)
    if page is None:
        words = f"Thiếu trang «{FORM_SHEET}»: trang đã bị xoá hoặc đổi tên."
        return FormReading(sheet, complaints=(Complaint(words),))
    if shape := tuple(_shape_complaints(page, sheet)):
        return FormReading(sheet, complaints=shape)
    cells = FormCells(page, sheet)
    values = cells.values()
    found = () if cells.complaints else differences(sheet, values)
    return FormReading(sheet, found, cells.complaints, cells.notices, closed_to_the_unit(sheet))


# --- whose form -----------------------------------------------------------------------------


def _marks(book: Book) -> dict[str, str]:
    page = book.sheet(MARKS_SHEET)
    if page is None:
        return {}
    rows = [row for row, _ in page.rows()]
    return {str(page.cell(r, 1).value or ""): str(page.cell(r, 2).value or "") for r in rows}


def _foreign(marks: dict[str, str], expected: Expected) -> str:
    """Why this is no form of the period, the round and a member; empty when it is."""
    needed = ("Khuôn", "Kỳ", "Đơn vị", "Đợt", "Bộ tiêu chí", "Bản", "Tổng kiểm")
    if not marks or any(not marks.get(name) for name in needed):
        return (
            f"Không phải phiếu tự chấm do chương trình xuất: thiếu trang ẩn «{MARKS_SHEET}» hoặc "
            "trang ấy không còn đủ."
        )
    if marks["Khuôn"] != FORMAT:
        return f"Phiếu theo khuôn {shortened(marks['Khuôn'])}, chương trình này đọc khuôn {FORMAT}."
    if marks["Kỳ"] != expected.period.id:
        other = shortened(marks.get("Tên kỳ", "")) or "khác"
        return f"Phiếu của kỳ «{other}», đang nhận kỳ «{expected.period.title}»."
    if marks["Đợt"] != expected.round.value:
        known = {one.value: one.label for one in Round}
        other = known.get(marks["Đợt"], shortened(marks["Đợt"]))
        return f"Phiếu của đợt «{other}», đang nhận đợt «{expected.round}»."
    if _member(expected.period, marks["Đơn vị"]) is None:
        name = shortened(marks.get("Tên đơn vị", ""))
        return f"Đơn vị «{name}» của phiếu không phải là thành viên của kỳ này."
    return ""


def _member(period: Period, unit_id: str) -> Unit | None:
    return next((unit for unit in period.units_of_the_year if unit.id == unit_id), None)


def _sheet(unit: Unit, marks: dict[str, str], expected: Expected) -> tuple[ScoreSheet | None, str]:
    """The sheet the form belongs to, or why its criteria are not those that hold."""
    current = set_in_force(expected.sets)
    kept = [one for one in expected.sheets if one.unit.id == unit.id]
    kept = [one for one in kept if one.round is expected.round]
    criteria = kept[0].criteria if kept else current
    if criteria is None:
        return None, "Kỳ này chưa có bộ tiêu chí nào được thông qua."
    if (marks["Bộ tiêu chí"], marks["Bản"]) != (criteria.id, str(criteria.version)):
        return None, (
            f"Phiếu lập theo bộ tiêu chí bản {shortened(marks['Bản'])}, đang dùng bản "
            f"{criteria.version}. {_AGAIN}"
        )
    sheet = sheet_of(criteria, unit, expected.round, kept)
    if marks["Tổng kiểm"] != marks_of(sheet)["Tổng kiểm"]:
        return None, (
            "Tiêu chí, điểm tối đa hoặc chỉ tiêu đã được sửa sau khi xuất phiếu này, hoặc trang "
            f"ẩn của phiếu bị sửa. {_AGAIN}"
        )
    return sheet, ""


# --- its shape ------------------------------------------------------------------------------


def _shape_complaints(page: Sheet, sheet: ScoreSheet) -> Iterator[Complaint]:
    """Whatever moved, was merged or rewritten outside the cells that are to be filled in."""
    rows = tuple(enumerate(rows_of(sheet), HEAD_ROW + 1))
    for area in page.merged:
        if area.bottom >= HEAD_ROW and area.left <= len(COLUMNS):
            where = "đầu bảng" if area.top <= HEAD_ROW else "bảng"
            words = f"Ô gộp {area.place} ở {where}: hãy bỏ gộp, hoặc dùng lại phiếu gốc."
            yield Complaint(words, page.name, area.top, area.left)
    written = str(page.cell(UNIT_ROW, 1).value or "")
    if written != unit_line(sheet):
        words = (
            f"Phiếu ghi «{shortened(written)}» nhưng mã phiếu là của «{sheet.unit.short_name}»: "
            "phiếu của đơn vị khác."
        )
        yield Complaint(words, page.name, UNIT_ROW, 1)
    heads = [
        Complaint(
            f"Cột này phải là «{words}»: cột bị chuyển, thêm hoặc xoá.", page.name, HEAD_ROW, c
        )
        for c, words in enumerate(COLUMNS.values(), 1)
        if page.cell(HEAD_ROW, c).value != words
    ]
    yield from heads
    if not heads:
        yield from _row_complaints(page, rows)


def _row_complaints(page: Sheet, rows: tuple[tuple[int, FormRow], ...]) -> Iterator[Complaint]:
    moved = [place for place, row in rows if not _same(page.cell(place, 1), row.fixed[0])]
    if moved:
        row = dict(rows)[moved[0]]
        found = shortened(str(page.cell(moved[0], 1).value or "(trống)"))
        more = f" (và {len(moved) - 1} dòng khác)" if len(moved) > 1 else ""
        words = (
            f"Mã ở đây phải là «{row.fixed[0]}», phiếu ghi «{found}»{more}: dòng bị thêm, xoá, "
            "đổi chỗ, hoặc mã bị sửa."
        )
        yield Complaint(words, page.name, moved[0], 1)
        return
    for place, row in rows:
        for column, (value, head) in enumerate(zip(row.fixed, FIXED.values(), strict=True), 1):
            if not _same(page.cell(place, column), value):
                words = f"Ô «{head}» của «{row.fixed[0]}» bị sửa; phải là «{_fixed(value)}»."
                yield Complaint(words, page.name, place, column)


def _same(cell: Cell, value: str | Decimal | None) -> bool:
    """A code such as «1» may come back as a number."""
    found = cell.value
    if isinstance(value, str) and isinstance(found, Decimal):
        return str(found) == value
    return found == value or (found in (None, "") and value in (None, ""))


def _fixed(value: str | Decimal | None) -> str:
    return number(value) if isinstance(value, Decimal) else shortened(value or "(trống)")
