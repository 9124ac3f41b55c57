"""Old letters in cells that were pasted: which cells, and how they are put right and back again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.domain.letters.doctor import Finding, pasted_finding
from desktop_app.domain.letters.old_fonts import prevailing_font
from desktop_app.ui.records.forms.paste_offer import PasteOffer, Undo
from desktop_app.ui.records.forms.pasting import standing

Put = Callable[[QModelIndex | QPersistentModelIndex, str], object]


def offer_for_cells(
    strip: PasteOffer, model: QAbstractItemModel, cells: Mapping[tuple[int, int], str], put: Put
) -> None:
    """Ask about pasted cells, by row and column; nothing where they are good."""
    font = prevailing_font(cells.values())
    found = {place: pasted_finding(text, font) for place, text in cells.items()}
    wrong = [
        (QPersistentModelIndex(model.index(*place)), finding)
        for place, finding in found.items()
        if finding is not None and standing(_text(model.index(*place)), finding)
    ]
    if wrong:
        strip.offer(wrong[0][1], lambda: _mended(wrong, put), count=len(wrong))


def offer_for_block(
    strip: PasteOffer, start: QModelIndex, lines: Sequence[Sequence[str]], put: Put
) -> None:
    """The same for a block that was pasted from a cell on to the right and down."""
    row, column = start.row(), start.column()
    cells = {
        (row + down, column + across): text
        for down, line in enumerate(lines)
        for across, text in enumerate(line)
    }
    offer_for_cells(strip, start.model(), cells, put)


def offer_for_open_cell(
    strip: PasteOffer, index: QModelIndex, finding: Finding, commit: Callable[[], None], put: Put
) -> None:
    """Ask about what was pasted into an open cell; it is closed before it is put right."""
    place = QPersistentModelIndex(index)

    def mend() -> Undo | None:
        commit()
        return _mended([(place, finding)], put)

    strip.offer(finding, mend, count=1)


def _mended(wrong: Iterable[tuple[QPersistentModelIndex, Finding]], put: Put) -> Undo | None:
    """Put right what still stands in its cell; how to take that back, None for nothing done."""
    done: list[tuple[QPersistentModelIndex, str, str]] = []
    for index, finding in wrong:
        text = _text(index)
        old = standing(text, finding)
        if old:
            put(index, text.replace(old, finding.after, 1))
            done.append((index, text, _text(index)))

    def undo() -> None:
        for index, before, after in done:
            if _text(index) == after:
                put(index, before)

    return undo if done else None


def _text(index: QModelIndex | QPersistentModelIndex) -> str:
    value = index.data(int(Qt.ItemDataRole.EditRole)) if index.isValid() else None
    return value if isinstance(value, str) else ""
