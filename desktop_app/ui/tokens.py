"""Colours and measures of the looks, as data (design/window, 5.6)."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Tone(enum.Enum):
    """The colour a state is shown in; the word always stands beside it."""

    AMBER = "amber"
    BLUE = "blue"
    GREEN = "green"
    RED = "red"
    GREY = "grey"
    GOLD = "gold"


class Tokens(NamedTuple):
    """The colours of one look."""

    window: str
    base: str
    alternate: str
    header: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    red: str
    red_soft: str
    green: str
    green_soft: str
    amber: str
    amber_soft: str
    gold: str
    gold_bar: str
    gold_soft: str
    grey_soft: str
    separator: str
    border: str
    canvas: str
    disabled: str

    def chip(self, tone: Tone) -> tuple[str, str]:
        """The text and the ground of a chip."""
        pairs = {
            Tone.AMBER: (self.amber, self.amber_soft),
            Tone.BLUE: (self.accent, self.accent_soft),
            Tone.GREEN: (self.green, self.green_soft),
            Tone.RED: (self.red, self.red_soft),
            Tone.GREY: (self.muted, self.grey_soft),
            Tone.GOLD: (self.gold, self.gold_soft),
        }
        return pairs[tone]


LIGHT = Tokens(
    window="#F3F5F8",
    base="#FFFFFF",
    alternate="#F8FAFC",
    header="#EDF0F5",
    text="#1B2430",
    muted="#5B6776",
    accent="#1D4F91",
    accent_hover="#173F75",
    on_accent="#FFFFFF",
    accent_soft="#E4EDF9",
    red="#B42318",
    red_soft="#FDE9E7",
    green="#1E7A46",
    green_soft="#E3F4EA",
    amber="#A15C07",
    amber_soft="#FDF0DC",
    gold="#875610",
    gold_bar="#B7791F",
    gold_soft="#FBF1DC",
    grey_soft="#E9ECF1",
    separator="#D5DBE3",
    border="#8A94A2",
    canvas="#E5E9EF",
    disabled="#7A8492",
)
DARK = Tokens(
    window="#1E232B",
    base="#262C35",
    alternate="#2A313B",
    header="#2B323C",
    text="#E8ECF2",
    muted="#A4AFBD",
    accent="#6FA8F5",
    accent_hover="#8DBBF8",
    on_accent="#0F1722",
    accent_soft="#2B3D57",
    red="#F28B82",
    red_soft="#47292A",
    green="#6FCF97",
    green_soft="#20402F",
    amber="#F0B35E",
    amber_soft="#453519",
    gold="#E3B35A",
    gold_bar="#E3B35A",
    gold_soft="#40361F",
    grey_soft="#353D48",
    separator="#3A434F",
    border="#76818F",
    canvas="#171B21",
    disabled="#8590A0",
)

CONTRAST = Tokens(
    window="#000000",
    base="#000000",
    alternate="#141414",
    header="#1F1F1F",
    text="#FFFFFF",
    muted="#E0E0E0",
    accent="#6FD3FF",
    accent_hover="#A8E4FF",
    on_accent="#000000",
    accent_soft="#00384F",
    red="#FF9C94",
    red_soft="#3D0A06",
    green="#7BEA9F",
    green_soft="#06301A",
    amber="#FFCB6B",
    amber_soft="#3A2600",
    gold="#FFE066",
    gold_bar="#FFE066",
    gold_soft="#332B00",
    grey_soft="#333333",
    separator="#8C8C8C",
    border="#FFFFFF",
    canvas="#1F1F1F",
    disabled="#B0B0B0",
)
"""For eyes that need it: every text at least 7 : 1, every edge to be seen."""


class Metrics(NamedTuple):
    """The measures of window.md at one text size, in pixels."""

    field: int = 32
    row: int = 30
    toolbar: int = 52
    tab_bar: int = 38
    list_head: int = 34
    card_radius: int = 8
    chip_radius: int = 10
    card_padding: int = 14
    gap: int = 12
    margin: int = 16
    icon: int = 18

    def scaled(self, percent: int) -> Metrics:
        """Heights follow the text; radii and gaps stay."""
        names = ("field", "row", "toolbar", "tab_bar", "list_head", "icon")
        grown = {name: round(getattr(self, name) * percent / 100) for name in names}
        return Metrics(**grown)
