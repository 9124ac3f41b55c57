"""The shape of the workbook in which a unit scores itself: its sheets, columns, rows and marks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.self_scoring import FIELDS, fields_of, rule_of, target_of
from desktop_app.domain.scores.sheet import ScoreSheet
from desktop_app.domain.vietnamese import clean_line, clean_text, number
from desktop_app.exchange.table import Head

FORMAT = "1"
GUIDE_SHEET, FORM_SHEET, MARKS_SHEET = "Hướng dẫn", "Tự chấm", "Mã phiếu"
HEAD_ROW = 5
UNIT_ROW = 2
FIXED = {
    "code": "Mã",
    "text": "Nội dung tiêu chí",
    "most": "Điểm tối đa",
    "rule": "Cách tính điểm",
    "measure": "Đơn vị tính",
    "target": "Chỉ tiêu",
}
"""What the unit only reads."""
COLUMNS = {**FIXED, **FIELDS}
"""Field → words of its head, in the order of the columns."""
HEADS = tuple(Head(field, (words,), required=True) for field, words in COLUMNS.items())
PLACES = {field: column for column, field in enumerate(COLUMNS, 1)}
MOST_COUNTED = 1_000_000
MOST_RESULT = Decimal(10) ** 12
"""Far beyond any figure of a year; what is larger is a slip of the hand."""

NOT_ASSIGNED = "Không giao"
_SHOWN = 60


@dataclass(frozen=True)
class FormRow:
    """A line of the form: a criterion, what stands beside it, and what is to be filled in."""

    criterion: Criterion
    fixed: tuple[str | Decimal | None, ...]
    """In the order of FIXED."""
    fields: tuple[str, ...]
    depth: int
    is_group: bool


def rows_of(sheet: ScoreSheet) -> Iterator[FormRow]:
    """The lines of a unit's form, in the order of the tree."""
    criteria, unit = sheet.criteria, sheet.unit
    for criterion in criteria.tree.in_order:
        is_group = not criteria.tree.is_leaf(criterion)
        fields = fields_of(criteria, criterion, unit)
        assigned = criteria.is_assigned(criterion, unit)
        fixed = (
            _plain(criterion.code),
            _plain(criterion.text),
            criteria.tree.worth(criterion),
            "" if is_group else rule_of(criterion),
            _plain(criterion.unit_of_measure),
            target_of(sheet, criterion) if assigned else NOT_ASSIGNED,
        )
        yield FormRow(criterion, fixed, fields, criteria.tree.depth(criterion), is_group)


def unit_line(sheet: ScoreSheet) -> str:
    """The line of the form that says whose it is."""
    return _plain(f"Đơn vị: {sheet.unit.name_on(sheet.period.until)}")


def marks_of(sheet: ScoreSheet) -> dict[str, str]:
    """What the hidden sheet keeps: which form this is, and a checksum over all it is made of."""
    criteria = sheet.criteria
    marks = {
        "Khuôn": FORMAT,
        "Kỳ": sheet.period.id,
        "Tên kỳ": _plain(sheet.period.title),
        "Đơn vị": sheet.unit.id,
        "Tên đơn vị": _plain(sheet.unit.name),
        "Đợt": sheet.round.value,
        "Bộ tiêu chí": criteria.id,
        "Bản": str(criteria.version),
    }
    return {**marks, "Tổng kiểm": _checksum(sheet, marks)}


def _checksum(sheet: ScoreSheet, marks: dict[str, str]) -> str:
    """SHA-256 over ids, order, codes, maxima and all else that is only read."""
    ids = [marks[name] for name in ("Khuôn", "Kỳ", "Đơn vị", "Đợt", "Bộ tiêu chí", "Bản")]
    rows = [
        [row.criterion.id, row.criterion.kind.value, *map(_as_text, row.fixed), *row.fields]
        for row in rows_of(sheet)
    ]
    return hashlib.sha256(json.dumps([ids, rows]).encode()).hexdigest()


def _as_text(value: str | Decimal | None) -> str:
    return number(value) if isinstance(value, Decimal) else value or ""


def _plain(text: str) -> str:
    """As it comes back out of a cell."""
    return clean_text(text).strip()


def shortened(words: str) -> str:
    """Words of a returned form, short enough for a sentence."""
    line = clean_line(words)
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
