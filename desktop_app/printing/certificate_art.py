"""The frame and the emblem of our certificates: our own drawing, vectors only.

It is not the national emblem, and nothing stands outside the frame or joins frame and emblem
(documents 5.1). Lengths are in mm from the lower left corner, turned into pt by `scale`.
"""

from __future__ import annotations

import math
from typing import Any

from desktop_app.printing.page import MM

GOLD = (0.78, 0.60, 0.18)
PALE_GOLD = (0.90, 0.79, 0.48)
RED = (0.75, 0.06, 0.08)
BLACK = (0.0, 0.0, 0.0)

WIDTH, HEIGHT = 297.0, 210.0
EDGE = 9.0
"""From the paper's edge to the frame's outer line."""

BAND = 7.0
"""Width of the woven band between the frame's lines."""

EMBLEM_DROP = 29.0
"""From the upper edge to the middle of the emblem."""
EMBLEM_RADIUS = 8.6


def draw(
    canvas: Any, width: float = WIDTH, height: float = HEIGHT, *, with_emblem: bool = True
) -> None:
    """Frame and emblem on a sheet of so many mm."""
    canvas.saveState()
    canvas.scale(MM, MM)
    canvas.setLineJoin(1)
    _frame(canvas, width, height)
    if with_emblem:
        _emblem(canvas, width / 2, height - EMBLEM_DROP, EMBLEM_RADIUS)
    canvas.restoreState()


def _frame(canvas: Any, width: float, height: float) -> None:
    for inset, thickness, colour in (
        (0.0, 0.7, RED),
        (1.1, 0.25, GOLD),
        (BAND + 1.1, 0.25, GOLD),
        (BAND + 2.2, 0.5, RED),
    ):
        gap = EDGE + inset
        canvas.setLineWidth(thickness)
        canvas.setStrokeColorRGB(*colour)
        canvas.rect(gap, gap, width - 2 * gap, height - 2 * gap)
    middle = EDGE + 1.1 + BAND / 2
    for start, end in _sides(middle, width, height):
        _woven_band(canvas, start, end)
    for x in (middle, width - middle):
        for y in (middle, height - middle):
            _corner(canvas, x, y)


def _sides(
    inset: float, width: float, height: float
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The middle line of the band on each side, from corner to corner."""
    left, right, low, high = inset, width - inset, inset, height - inset
    gap = BAND / 2
    return [
        ((left + gap, low), (right - gap, low)),
        ((left + gap, high), (right - gap, high)),
        ((left, low + gap), (left, high - gap)),
        ((right, low + gap), (right, high - gap)),
    ]


def _woven_band(canvas: Any, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Six waves through each other, like the guilloche of old share certificates."""
    length = math.dist(start, end)
    turns = max(1, round(length / 9.0))
    canvas.setLineWidth(0.16)
    for wave in range(6):
        canvas.setStrokeColorRGB(*(GOLD if wave % 2 else PALE_GOLD))
        height = BAND / 2 - 0.5 - 0.35 * (wave // 2)
        _wave(canvas, start, end, turns, height, math.pi * (wave % 2) + wave // 2 * 0.7)
    canvas.setFillColorRGB(*RED)
    for turn in range(turns):
        share = (turn + 0.5) / turns
        x = start[0] + (end[0] - start[0]) * share
        y = start[1] + (end[1] - start[1]) * share
        canvas.circle(x, y, 0.38, stroke=0, fill=1)


def _wave(
    canvas: Any,
    start: tuple[float, float],
    end: tuple[float, float],
    turns: int,
    height: float,
    phase: float,
) -> None:
    along = (end[0] - start[0], end[1] - start[1])
    length = math.hypot(*along)
    across = (-along[1] / length, along[0] / length)
    path = canvas.beginPath()
    steps = turns * 16
    for step in range(steps + 1):
        share = step / steps
        # the waves close to a point at both ends of a side
        calm = min(1.0, 6 * share, 6 * (1 - share)) ** 0.5
        swing = height * calm * math.sin(phase + 2 * math.pi * turns * share)
        x = start[0] + along[0] * share + across[0] * swing
        y = start[1] + along[1] * share + across[1] * swing
        path.lineTo(x, y) if step else path.moveTo(x, y)
    canvas.drawPath(path)


def _corner(canvas: Any, x: float, y: float) -> None:
    """A small lotus seen from above, inside the band."""
    half = BAND / 2
    canvas.setLineWidth(0.2)
    canvas.setStrokeColorRGB(*GOLD)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(x - half, y - half, BAND, BAND, stroke=1, fill=1)
    canvas.setFillColorRGB(*PALE_GOLD)
    for place in range(8):
        _petal(canvas, x, y, place * math.pi / 4, half - 0.4, 0.95)
    canvas.setFillColorRGB(*RED)
    canvas.circle(x, y, 0.7, stroke=0, fill=1)


def _petal(canvas: Any, x: float, y: float, turn: float, reach: float, breadth: float) -> None:
    """A pointed leaf from (x, y) in the direction `turn`."""
    ahead = math.cos(turn), math.sin(turn)
    aside = -ahead[1], ahead[0]

    def at(forward: float, sideways: float) -> tuple[float, float]:
        return (
            x + ahead[0] * forward + aside[0] * sideways,
            y + ahead[1] * forward + aside[1] * sideways,
        )

    path = canvas.beginPath()
    path.moveTo(x, y)
    path.curveTo(*at(reach * 0.3, breadth), *at(reach * 0.7, breadth), *at(reach, 0))
    path.curveTo(*at(reach * 0.7, -breadth), *at(reach * 0.3, -breadth), x, y)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _emblem(canvas: Any, x: float, y: float, radius: float) -> None:
    """A gold star on a red ground, in a wreath of rays and lotus petals."""
    canvas.setStrokeColorRGB(*GOLD)
    canvas.setLineWidth(0.18)
    canvas.setFillColorRGB(*PALE_GOLD)
    for place in range(24):
        _petal(canvas, x, y, place * math.pi / 12, radius, radius * 0.13)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.circle(x, y, radius * 0.74, stroke=1, fill=1)
    canvas.setFillColorRGB(*RED)
    canvas.circle(x, y, radius * 0.68, stroke=0, fill=1)
    canvas.setStrokeColorRGB(*PALE_GOLD)
    canvas.circle(x, y, radius * 0.62, stroke=1, fill=0)
    canvas.setFillColorRGB(0.98, 0.80, 0.22)
    canvas.drawPath(_star(canvas, x, y, radius * 0.5), stroke=0, fill=1)


def _star(canvas: Any, x: float, y: float, radius: float) -> Any:
    path = canvas.beginPath()
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.382
        turn = math.pi / 2 + corner * math.pi / 5
        point = x + reach * math.cos(turn), y + reach * math.sin(turn)
        path.lineTo(*point) if corner else path.moveTo(*point)
    path.close()
    return path
