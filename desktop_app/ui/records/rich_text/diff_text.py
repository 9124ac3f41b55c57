"""What changed between two texts, to be looked at: added words underlined, others struck out."""

from __future__ import annotations

import html
from collections.abc import Iterable

from desktop_app.domain.text_diff import Change, Piece
from desktop_app.ui.theme import theme

LEGEND = "Gạch chân: thêm vào. Gạch ngang: bỏ đi."


def pieces_html(pieces: Iterable[Piece]) -> str:
    """The pieces as the text browser shows them."""
    return "".join(map(_piece, pieces)).replace("\n", "<br>")


def _piece(piece: Piece) -> str:
    words = html.escape(piece.text)
    if piece.change is Change.ADDED:
        return f'<u style="color:{theme.color("green").name()}">{words}</u>'
    if piece.change is Change.REMOVED:
        return f'<s style="color:{theme.color("red").name()}">{words}</s>'
    return words
