"""The look: colours, measures and fonts, light and dark, as one palette and one style sheet."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.ui.style_sheet import style_sheet

FAMILY = "Be Vietnam Pro"
FUSION = "-style=fusion"
"""Argument of the application: the same widgets everywhere, whatever the system's style is."""
FIRST_FONTS = ("Regular", "SemiBold")
"""What the window's first picture needs; the other faces come when they are asked for."""
TEXT_SIZES = (90, 100, 110, 125, 150)
Mode = Literal["light", "dark", "system"]


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


class Metrics(NamedTuple):
    """The measures of window.md at one text size, in pixels."""

    field: int = 32
    row: int = 30
    toolbar: int = 52
    tab_bar: int = 38
    list_head: int = 34
    field_radius: int = 6
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


class Theme(QObject):
    """The look in use; everything that paints asks it for colours and measures."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode: Mode = "light"
        self.text_size = 100
        self.tokens = LIGHT
        self.metrics = Metrics()
        self.is_applied = False
        self._family = ""
        self._followed = False

    @property
    def is_dark(self) -> bool:
        return self.tokens is DARK

    def apply(self, app: QApplication, mode: Mode = "system", text_size: int = 100) -> None:
        """Put the look on the program; called at the start and for every change of it."""
        self.is_applied = True
        self.mode = mode
        self.text_size = min(max(text_size, TEXT_SIZES[0]), TEXT_SIZES[-1])
        self.tokens = DARK if self._wants_dark(app) else LIGHT
        self.metrics = Metrics().scaled(self.text_size)
        self._follow_system(app)
        app.setPalette(palette(self.tokens))
        app.setFont(self.font())
        app.setStyleSheet(style_sheet(self.tokens, self.metrics, self.text_size, _arrows(self)))
        self.changed.emit()

    def font(self, points: float = 10, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's font at a size of window.md, grown with the text size."""
        self._family = self._family or load_fonts(paths.resources() / "fonts")
        font = QFont(self._family) if self._family else QFont()
        font.setPointSizeF(points * self.text_size / 100)
        font.setWeight(weight)
        return font

    def color(self, name: str) -> QColor:
        """A token as a colour."""
        return QColor(getattr(self.tokens, name))

    def _wants_dark(self, app: QApplication) -> bool:
        system_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.mode == "dark" or (self.mode == "system" and system_dark)

    def _follow_system(self, app: QApplication) -> None:
        if self._followed:
            return
        self._followed = True
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _system_changed(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and self.mode == "system":
            self.apply(app, "system", self.text_size)


theme = Theme()


def load_fonts(folder: Path) -> str:
    """Load the program's fonts and return their family, or nothing where they are missing."""
    loaded = [
        QFontDatabase.addApplicationFont(str(folder / f"BeVietnamPro-{face}.ttf"))
        for face in FIRST_FONTS
    ]
    return FAMILY if min(loaded) >= 0 else ""


def load_more_fonts(folder: Path) -> None:
    """The faces only rich text uses."""
    for face in ("Bold", "Italic"):
        QFontDatabase.addApplicationFont(str(folder / f"BeVietnamPro-{face}.ttf"))


def palette(tokens: Tokens) -> QPalette:
    """The tokens in the words of Qt, for whatever the style sheet does not name."""
    role = QPalette.ColorRole
    colors = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.base,
        role.AlternateBase: tokens.alternate,
        role.Text: tokens.text,
        role.Button: tokens.base,
        role.ButtonText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.ToolTipBase: tokens.base,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Link: tokens.accent,
        role.Mid: tokens.separator,
        role.Accent: tokens.accent,
    }
    made = QPalette()
    for name, color in colors.items():
        made.setColor(name, QColor(color))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.disabled))
    return made


def contrast(ink: str, ground: str) -> float:
    """How well one colour stands out on another (WCAG 2.2)."""
    lights = sorted((_light(ink), _light(ground)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(color: str) -> float:
    rgb = QColor(color)
    parts = (_linear(part) for part in (rgb.redF(), rgb.greenF(), rgb.blueF()))
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _arrows(look: Theme) -> dict[str, str]:
    """Tinted pictures for the style sheet, which wants files, in the cache folder."""
    wanted = (
        ("chevron-down", look.tokens.muted),
        ("chevron-up", look.tokens.muted),
        ("chevron-left", look.tokens.muted),
        ("chevron-right", look.tokens.muted),
        ("check", look.tokens.on_accent),
    )
    return _tinted_files(paths.cache_folder() / "icons", wanted)


def _tinted_files(folder: Path, wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    made: dict[str, str] = {}
    for name, color in wanted:
        source = paths.resources() / "icons" / f"{name}.svg"
        target = folder / f"{name}-{color[1:]}.svg"
        try:
            if not target.exists():
                folder.mkdir(parents=True, exist_ok=True)
                text = source.read_text("utf-8").replace("currentColor", color)
                target.write_text(text, "utf-8")
        except OSError:
            continue
        made[name] = target.as_posix()
    return made
