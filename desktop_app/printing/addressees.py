"""Where «Kính gửi» and its names stand, for PDF and Word alike (ND30 ô 9a)."""

from __future__ import annotations

from desktop_app.printing import fonts, page


def addressees_place(names: list[str], label: str, width: float) -> tuple[float, float]:
    """Where «Kính gửi» begins and how far from there its names stand, in pt.

    The whole is centred while it is narrow and begins at the indent when it is wide.
    """
    size = page.ADDRESSEES.size
    offset = fonts.width(label, size)
    widest = max((fonts.width(name, size) for name in names), default=0.0)
    indent = page.BODY.indent * page.MM
    return max(indent, (width - offset - widest - 1) / 2), offset
