"""A TrueType face that remembers how wide its words are."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

_MOST = 50_000
"""Words kept at once: minutes of 200 pages have some thousand different ones."""


class Face(TTFont):
    """Breaking lines asks for the width of every word, and Vietnamese has few syllables."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._widths: dict[tuple[str, float], float] = {}

    def stringWidth(self, text: Any, size: float, encoding: str = "utf8") -> float:
        """The width in pt, the very number the face itself would give."""
        if not isinstance(text, str):
            return float(super().stringWidth(text, size, encoding))
        known = self._widths.get((text, size))
        if known is not None:
            return known
        if len(self._widths) >= _MOST:
            self._widths.clear()
        width = float(super().stringWidth(text, size, encoding))
        self._widths[text, size] = width
        return width
