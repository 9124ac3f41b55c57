"""Between runs of typed words and the characters Qt edits, both ways."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat

from desktop_app.domain.rich_text import Run

_BREAKS = ("\u2028", "\u2029", "\n")
_PICTURE = "\ufffc"

Line = tuple[Run, ...]


def weight_format(bold: bool) -> QTextCharFormat:
    """Bold or plainly not bold, and nothing else."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return form


def run_format(run: Run, heavy: bool = False) -> QTextCharFormat:
    """The dress of a run; `heavy` where its place alone makes it bold, as in a heading."""
    form = weight_format(run.bold or heavy)
    form.setFontItalic(run.italic)
    form.setFontUnderline(run.underline)
    return form


def lines_of(block: QTextBlock, heavy: bool = False) -> list[Line]:
    """The runs of a paragraph, split where a line was broken within it."""
    lines: list[list[Run]] = [[]]
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        form = fragment.charFormat()
        text = fragment.text().replace(_PICTURE, "")
        for mark in _BREAKS:
            text = text.replace(mark, "\n")
        for place, part in enumerate(text.split("\n")):
            if place:
                lines.append([])
            lines[-1].append(_run(part, form, heavy))
        fragments += 1
    return [tuple(line) for line in lines]


def _run(text: str, form: QTextCharFormat, heavy: bool) -> Run:
    bold = form.fontWeight() >= QFont.Weight.DemiBold and not heavy
    underlined = form.fontUnderline() and not form.isAnchor()
    return Run(text.replace("\u00a0", " "), bold, form.fontItalic(), underlined)
