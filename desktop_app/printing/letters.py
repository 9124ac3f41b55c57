"""Lines of text as PDF operators: each letter is encoded once a file, not once a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase import pdfmetrics


class Letters:
    """The letters of one canvas's file, whose fonts hold only what is used of them."""

    def __init__(self, canvas: Any) -> None:
        self._document = canvas._doc
        self._codes: dict[str, dict[str, tuple[str, str]]] = {}

    def line(self, pieces: Iterable[tuple[str, str]], size: float, x: float, y: float) -> str:
        """The operators that set the pieces (face and words) from a point in pt."""
        code = [f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm"]
        for face, words in pieces:
            known = self._codes.setdefault(face, {})
            font, held = "", ""
            for letter in words:
                name, sign = known.get(letter) or self._learn(face, letter)
                if name != font:
                    code += [f"({held}) Tj"] if held else []
                    code.append(f"{name} {size:g} Tf")
                    font, held = name, ""
                held += sign
            code += [f"({held}) Tj"] if held else []
        code.append("ET")
        return " ".join(code)

    def _learn(self, face: str, letter: str) -> tuple[str, str]:
        font = pdfmetrics.getFont(face)
        ((subset, code),) = font.splitString(letter, self._document)
        name = font.getSubsetInternalName(subset, self._document)
        found = name, "".join(map(_escaped, code))
        self._codes[face][letter] = found
        return found


def _escaped(code: int) -> str:
    if code in b"()\\":
        return "\\" + chr(code)
    return chr(code) if 32 <= code < 127 else f"\\{code:03o}"
