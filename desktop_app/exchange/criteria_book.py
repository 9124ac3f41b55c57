"""The workbook of a criteria set: the tree on one sheet, the targets of the units on another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.record import Choice
from desktop_app.domain.scores.criteria import CriteriaSet
from desktop_app.domain.scores.criterion import Criterion, Kind, Target
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import short_date
from desktop_app.exchange import writing
from desktop_app.exchange.table import Head

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TREE_SHEET, TARGET_SHEET = "Tiêu chí", "Chỉ tiêu"
NOT_ASSIGNED = "Không giao"
HEADS = (
    Head("code", ("Mã", "Mã tiêu chí", "STT", "TT", "Số TT"), required=True),
    Head("parent", ("Mã cấp trên", "Thuộc mã")),
    Head("text", ("Nội dung tiêu chí", "Tiêu chí", "Nội dung"), required=True),
    Head("kind", ("Cách tính", "Loại", "Loại tiêu chí")),
    Head("max_points", ("Điểm tối đa", "Điểm chuẩn", "Thang điểm", "Điểm"), required=True),
    Head("unit_of_measure", ("Đơn vị tính", "ĐVT")),
    Head("direction", ("Chiều",)),
    Head("target_share", ("Phần điểm khi đạt chỉ tiêu",)),
    Head("unit_points", ("Điểm mỗi đơn vị tính",)),
    Head("bonus_points", ("Điểm mỗi lần cộng",)),
    Head("penalty_points", ("Điểm mỗi lần trừ",)),
    Head("min_points", ("Điểm thấp nhất",)),
    Head("bands", ("Các mức",)),
    Head("knock_out", ("Điểm liệt",)),
    Head("note", ("Ghi chú",)),
)
_WIDTHS = (10, 10, 52, 20, 10, 10, 18, 12, 12, 10, 10, 10, 22, 8, 30)
_HEAD_ROW = 4
_TEXT_COLUMN = 3
_INDENT_MOST = 15
"""Excel's own indents go no further in its dialog; deeper ones are hard to read anyway."""


def write_criteria(criteria: CriteriaSet) -> bytes:
    """The set as a workbook that `criteria_reading.read_criteria` takes back unchanged.

    Raises PaperNotWritten for a text that is too long for a cell.
    """
    book = writing.new_book(TREE_SHEET, TARGET_SHEET)
    _write_tree(book[TREE_SHEET], criteria)
    _write_targets(book[TARGET_SHEET], criteria)
    return writing.to_bytes(book)


def units_of(criteria: CriteriaSet) -> tuple[Unit, ...]:
    """The members in the cluster's order, then other units that have targets."""
    units = [member.unit for member in criteria.period.members_on(criteria.adopted_on)]
    for target in criteria.targets:
        if all(target.unit.id != unit.id for unit in units):
            units.append(target.unit)
    return tuple(units)


def unit_heads(units: Sequence[Unit]) -> tuple[str, ...]:
    """Short names, and full ones where two short ones are the same."""
    short = [unit.short_name for unit in units]
    return tuple(
        unit.short_name if short.count(unit.short_name) == 1 else unit.name for unit in units
    )


def _write_tree(sheet: Worksheet, criteria: CriteriaSet) -> None:
    _write_top(sheet, criteria)
    writing.put_head(sheet, _HEAD_ROW, [head.words[0] for head in HEADS], _WIDTHS)
    for row, criterion in enumerate(criteria.tree.in_order, _HEAD_ROW + 1):
        depth = min(criteria.tree.depth(criterion), _INDENT_MOST)
        is_group = criterion.kind is Kind.GROUP
        for column, value in enumerate(_values(criteria, criterion), 1):
            indent = depth if column == _TEXT_COLUMN else 0
            writing.put(sheet, row, column, value, bold=is_group, indent=indent, framed=True)
    sheet.freeze_panes = sheet.cell(_HEAD_ROW + 1, 4)
    writing.set_for_print(sheet, landscape=True)


def _write_top(sheet: Worksheet, criteria: CriteriaSet) -> None:
    """Name, version and grounds over the table; not wrapped into the narrow first columns."""
    adopted = f", thông qua ngày {short_date(criteria.adopted_on)}" if criteria.adopted_on else ""
    lines = (
        criteria.name,
        f"{criteria.period.title}, bản {criteria.version}{adopted} ({criteria.state.label})",
        "Căn cứ: " + "; ".join(criteria.grounds) if criteria.grounds else "",
    )
    for row, words in enumerate(lines, 1):
        writing.put(sheet, row, 1, words, bold=row == 1, wrap=False)


def _values(criteria: CriteriaSet, criterion: Criterion) -> Iterator[str | Decimal | None]:
    above = criteria.tree.parent(criterion)
    for head in HEADS:
        value = getattr(criterion, head.field)
        if head.field == "parent":
            yield above.code if above else ""
        elif isinstance(value, Choice):
            yield value.label
        elif isinstance(value, bool):
            yield "x" if value else ""
        elif isinstance(value, tuple):
            yield "\n".join(value)
        else:
            yield value


def _write_targets(sheet: Worksheet, criteria: CriteriaSet) -> None:
    units = units_of(criteria)
    title = f"Chỉ tiêu của các đơn vị: {criteria.name}"
    writing.put(sheet, 1, 1, title, bold=True, wrap=False)
    words = f"Ô trống: được giao, không có chỉ tiêu bằng số. «{NOT_ASSIGNED}»: không giao đơn vị."
    writing.put(sheet, 2, 1, words, wrap=False)
    heads = (HEADS[0].words[0], HEADS[2].words[0], HEADS[5].words[0], *unit_heads(units))
    writing.put_head(sheet, _HEAD_ROW, heads, (10, 52, 10, *(12 for _ in units)))
    targets = {(target.criterion, target.unit.id): target for target in criteria.targets}
    for row, criterion in enumerate(criteria.tree.in_order, _HEAD_ROW + 1):
        found = (targets.get((criterion.id, unit.id)) for unit in units)
        values = (criterion.code, criterion.text, criterion.unit_of_measure, *map(_target, found))
        for column, value in enumerate(values, 1):
            writing.put(sheet, row, column, value, framed=True)
    sheet.freeze_panes = sheet.cell(_HEAD_ROW + 1, 3)
    writing.set_for_print(sheet, landscape=True)


def _target(target: Target | None) -> str | Decimal | None:
    if target is None:
        return None
    return target.value if target.assigned else NOT_ASSIGNED
