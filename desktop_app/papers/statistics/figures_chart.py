"""The bars of a table of figures: on screen and on paper from the same figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.statistics.figures import Drawing, Figures, Head, Line, Value, shown
from desktop_app.papers.blocks import Bar, BarChart


def figures_chart(figures: Figures) -> BarChart | None:
    """What the table's drawing asks for; None where there is nothing to draw."""
    drawing = figures.drawing
    if drawing is None or not figures.has_figures:
        return None
    line = figures.line(drawing.line)
    if line is None:
        return _down(figures, drawing)
    return _across(figures, line, figures.line(drawing.against))


def _down(figures: Figures, drawing: Drawing) -> BarChart:
    """One column: a bar a line, the sums left out."""
    place = figures.place_of(drawing.head or figures.main)
    lines = [line for line in figures.lines if not line.is_total]
    values = [line.values[place] for line in lines]
    head = figures.heads[place]
    measure = head.measure or figures.measure
    # numbered as in the table: long names that are cut alike can still be told apart
    bars = tuple(
        _bar(measure, f"{number}. {line.label}", line.values[place])
        for number, line in enumerate(lines, start=1)
    )
    return BarChart(f"{figures.name}: {head.words}", bars, _most(values))


def _across(figures: Figures, line: Line, against: Line | None) -> BarChart:
    """One line: a bar a column, under it that of the line it is compared with."""
    drawn = [(place, head) for place, head in enumerate(figures.heads) if head.is_drawn]
    both = [each for each in (line, against) if each is not None]
    values = [each.values[place] for each in both for place, _ in drawn]
    bars = tuple(bar for place, head in drawn for bar in _pair(figures, place, head, both))
    names = " so với ".join(each.name for each in both)
    return BarChart(f"{figures.name}: {names}", bars, _most(values))


def _pair(figures: Figures, place: int, head: Head, lines: list[Line]) -> Iterator[Bar]:
    first, *others = lines
    measure = head.measure or figures.measure
    yield _bar(measure, head.words, first.values[place])
    for other in others:
        yield _bar(measure, "", other.values[place], f"{other.label}: ")


def _bar(measure: str, label: str, value: Value, before: str = "") -> Bar:
    after = measure if measure in ("", "%") else f" {measure}"
    words = f"{before}{shown(value)}{after if isinstance(value, int | Decimal) else ''}"
    return Bar(label, _length(value), words, is_pale=bool(before))


def _length(value: Value) -> float:
    return max(float(value), 0.0) if isinstance(value, int | Decimal) else 0.0


def _most(values: list[Value]) -> float:
    return max((_length(value) for value in values), default=0.0) or 1.0
