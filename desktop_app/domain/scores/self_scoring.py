"""What a unit itself fills in of its score sheet (tự chấm), and how that differs from the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.scores.criteria import CriteriaSet, CriteriaState
from desktop_app.domain.scores.criterion import Criterion, Direction, Kind
from desktop_app.domain.scores.sheet import Passed, Round, ScoreLine, ScoreSheet
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import clean_line, clean_text, number

Filled = Decimal | int | str | Passed | None
"""A value that is filled in; None or empty words where nothing is."""

FIELDS = {
    "actual": "Kết quả",
    "count": "Số lượng",
    "passed": "Đạt / không đạt",
    "bonus_count": "Số lần cộng",
    "penalty_count": "Số lần trừ",
    "self_score": "Điểm tự chấm",
    "evidence": "Minh chứng, ghi chú",
}
"""All that a unit fills in, in the order of the form, with the words for it."""
_FIGURES = {
    Kind.QUANTITATIVE: ("actual",),
    Kind.BANDS: ("actual",),
    Kind.PASS_FAIL: ("passed",),
    Kind.COUNT: ("count",),
    Kind.PLUS_MINUS: ("bonus_count", "penalty_count"),
}


@dataclass(frozen=True)
class Difference:
    """One cell that is filled in otherwise than the sheet has it."""

    criterion: Criterion
    field: str
    old: Filled
    new: Filled

    @property
    def clears(self) -> bool:
        """Whether something stands in the sheet that the unit has left out."""
        return self.new in (None, "")


def fields_of(criteria: CriteriaSet, criterion: Criterion, unit: Unit) -> tuple[str, ...]:
    """What a unit fills in for a criterion: nothing for groups and for what it is not assigned."""
    if not criteria.tree.is_leaf(criterion) or not criteria.is_assigned(criterion, unit):
        return ()
    figures = _FIGURES.get(criterion.kind, ())
    if criterion.kind is Kind.COUNT and criterion.unit_points is None:
        # Without points for one the score itself is typed.
        figures = ()
    return (*figures, "self_score", "evidence")


def target_of(sheet: ScoreSheet, criterion: Criterion) -> Decimal | None:
    """The target of the sheet's own line, or else the one of the set."""
    line = sheet.by_criterion.get(criterion.id)
    own = line.target if line else None
    return own if own is not None else sheet.criteria.target(criterion, sheet.unit)


def rule_of(criterion: Criterion) -> str:
    """How the points of a leaf come about, in a few words."""
    if criterion.kind is Kind.COUNT:
        each = criterion.unit_points
        return "Chấm thẳng điểm" if each is None else f"Số lượng × {number(each)} điểm"
    if criterion.kind is Kind.PLUS_MINUS:
        plus, minus = number(criterion.bonus_points), number(criterion.penalty_points)
        return f"Mỗi lần cộng {plus}, mỗi lần trừ {minus}; thấp nhất {number(criterion.least)}"
    if criterion.kind is Kind.BANDS:
        return "Theo mức: " + "; ".join(band_in_words(band) for band in criterion.bands)
    less = criterion.kind is Kind.QUANTITATIVE and criterion.direction is Direction.LESS
    return criterion.kind.label + (" (càng thấp càng tốt)" if less else "")


def band_in_words(band: str) -> str:
    """«75–<95 % = 7» as it is read aloud: «75–dưới 95 % = 7»."""
    for sign, words in ((">=", "≥"), ("<=", "≤"), ("<", "dưới "), (">", "trên ")):
        band = band.replace(sign, words)
    return clean_line(band)


def form_title(sheet: ScoreSheet) -> str:
    """«Phiếu tự chấm 6 tháng năm 2026»."""
    return f"Phiếu tự chấm {sheet.round.of(sheet.period)}"


def filled_in(line: ScoreLine | None, field: str) -> Filled:
    """What a line holds in a field; words without blanks around them."""
    value = getattr(line, field) if line else None
    return clean_text(value).strip() if isinstance(value, str) else value


def written(value: Filled) -> str:
    """A value as it is shown; empty where there is none."""
    if isinstance(value, Passed):
        return value.label
    if isinstance(value, str):
        return value
    return "" if value is None else number(value)


def differences(
    sheet: ScoreSheet, values: Mapping[str, Mapping[str, Filled]]
) -> tuple[Difference, ...]:
    """Criterion id → field → value, beside the sheet as it stands; in the order of the tree."""
    lines = sheet.by_criterion
    return tuple(
        Difference(criterion, field, old, new)
        for criterion in sheet.criteria.tree.leaves
        for field, new in values.get(criterion.id, {}).items()
        if (old := filled_in(lines.get(criterion.id), field)) != new
        # Empty words and no words are the same; a nought and nothing are not.
        and not (old in (None, "") and new in (None, ""))
    )


def with_differences(sheet: ScoreSheet, accepted: Iterable[Difference]) -> ScoreSheet:
    """The sheet with these cells taken over; everything else stays as it is."""
    for one in accepted:
        value = "" if one.field == "evidence" and one.new is None else one.new
        line = sheet.by_criterion.get(one.criterion.id) or ScoreLine(criterion=one.criterion.id)
        sheet = sheet.with_line(line.replace(**{one.field: value}))
    return sheet


def set_in_force(sets: Iterable[CriteriaSet]) -> CriteriaSet | None:
    """The newest version that units score by; None while all of them are drafts."""
    adopted = (one for one in sets if one.state is not CriteriaState.DRAFT)
    return max(adopted, key=lambda one: one.version, default=None)


def sheet_of(
    criteria: CriteriaSet, unit: Unit, when: Round, sheets: Iterable[ScoreSheet]
) -> ScoreSheet:
    """The unit's sheet of a round, or an empty one that is not saved yet."""
    for sheet in sheets:
        same = sheet.period.id == criteria.period.id and sheet.round is when
        if same and sheet.unit.id == unit.id:
            return sheet
    return ScoreSheet(period=criteria.period, criteria=criteria, unit=unit, round=when)


def closed_to_the_unit(sheet: ScoreSheet) -> str:
    """Why the unit's own figures are not taken any more; empty while they are."""
    if not sheet.is_submitted:
        return ""
    return (
        f"Phiếu đang ở «{sheet.state}»: số liệu của đơn vị chỉ nhận khi phiếu ở «Nháp» hoặc "
        "«Bị trả lại»."
    )
