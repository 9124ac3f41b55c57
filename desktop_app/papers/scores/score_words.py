"""What the papers of scoring share: scores as they are written, names over columns, remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from desktop_app.domain.rich_text import Run
from desktop_app.domain.scores.criterion import Criterion
from desktop_app.domain.scores.score_round import ScoreRound
from desktop_app.domain.scores.scoreboard import Score, Source
from desktop_app.domain.scores.sheet import ScoreLine, ScoreSheet, SheetState
from desktop_app.domain.units.unit import Unit
from desktop_app.domain.vietnamese import number
from desktop_app.papers.blocks import Block, Paragraph, Signature, Style
from desktop_app.papers.framing import HAND_NOTE
from desktop_app.papers.wording import closed

NOT_ASSIGNED, MISSING = "–", "…"
SIGNS = f"“{NOT_ASSIGNED}”: tiêu chí không giao cho đơn vị; “{MISSING}”: chưa có số liệu, tính 0."
NOTHING_YET = "Đợt này chưa đơn vị nào có điểm nên chưa có thứ hạng."
NOTHING = "Kỳ này chưa có đơn vị thành viên nên chưa có điểm."
_SHORT, _SHORT_OF_MANY = 24, 16
"""Letters up to which a name fits over a column, and over one of more than `_MANY` columns."""
_MANY = 8
_WAY = list(SheetState)


def bold(text: str) -> tuple[Run, ...]:
    """Words of a sum, in bold."""
    return (Run(text=text, bold=True),)


def shown(score: Score, value: Decimal | None = None) -> str:
    """A score, by default the final one, as it stands in a cell."""
    if score.source is Source.NOT_ASSIGNED:
        return NOT_ASSIGNED
    if score.source is Source.MISSING:
        return MISSING
    return number(score.final if value is None else value)


def reviewed(sheet: ScoreSheet, state: SheetState) -> bool:
    """Whether the sheet has come as far as a review; a column stays empty until then."""
    is_back = sheet.state is SheetState.RETURNED
    return not is_back and _WAY.index(sheet.state) >= _WAY.index(state)


def side_by_side(sheet: ScoreSheet, score: Score, line: ScoreLine | None = None) -> list[str]:
    """Self, both reviews, final; a review shows nothing before it took place.

    Without a line the sums of a group, or of all.
    """
    first = reviewed(sheet, SheetState.REVIEWED) or bool(line and line.review1 is not None)
    again = reviewed(sheet, SheetState.REVIEWED_AGAIN) or bool(line and line.review2 is not None)
    return [
        shown(score, score.own),
        shown(score, score.first) if first else "",
        shown(score, score.second) if again else "",
        shown(score),
    ]


def percent_of(score: Score) -> str:
    """Completion in %, or a dash where the unit can have nothing."""
    return NOT_ASSIGNED if score.completion is None else f"{number(score.completion)}%"


def heads(units: Sequence[Unit]) -> list[str]:
    """Short names over columns, or numbers that `legend` explains where a name is too long."""
    most = _SHORT if len(units) <= _MANY else _SHORT_OF_MANY
    if any(len(unit.short_name) > most for unit in units):
        return [f"({place})" for place, _ in enumerate(units, start=1)]
    return [unit.short_name for unit in units]


def legend(units: Sequence[Unit]) -> tuple[Block, ...]:
    """What the heads stand for, in full names."""
    told = "; ".join(
        f"{head}: {unit.name}"
        for head, unit in zip(heads(units), units, strict=True)
        if head != unit.name
    )
    return (Paragraph(closed(told), Style.NOTE),) if told else ()


def section_name(section: Criterion) -> str:
    return f"Phần {section.code}"


def remarks(record: ScoreRound) -> Iterator[str]:
    """What must be known beside the figures: whether they are final, gaps, idle criteria."""
    yield record.standing_sentence
    missing = [
        f"{unit.name} ({count})"
        for unit in record.board.units
        if (count := record.board.total(unit).missing)
    ]
    if missing:
        yield f"Số tiêu chí chưa có số liệu, tính 0 điểm: {'; '.join(missing)}."
    if record.sheets and (idle := record.idle_criteria):
        codes = "; ".join(criterion.code for criterion in idle)
        yield f"Tiêu chí không giao cho đơn vị nào: {codes}."


def by_hand(*lines: str) -> Signature:
    """A place to sign with nobody named."""
    return Signature(tuple(line.upper() for line in lines), note=HAND_NOTE)
