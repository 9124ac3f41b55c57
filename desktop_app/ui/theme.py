"""The look: colours, measures and fonts, of every look, as one palette and one style sheet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.ui.style_sheet import style_sheet
from desktop_app.ui.tokens import CONTRAST, DARK, LIGHT, Metrics, Tokens

FAMILY = "Be Vietnam Pro"
FUSION = "-style=fusion"
"""Argument of the application: the same widgets everywhere, whatever the system's style is."""
FIRST_FONTS = ("Regular", "SemiBold")
"""What the window's first picture needs; the other faces come when they are asked for."""
TEXT_SIZES = (90, 100, 110, 125, 150)
Mode = Literal["light", "dark", "contrast", "system"]
MODES: tuple[tuple[Mode, str], ...] = (
    ("light", "Sáng"),
    ("dark", "Tối"),
    ("contrast", "Tương phản cao"),
    ("system", "Theo hệ thống"),
)
"""The looks a person can choose, with their words; what is kept may be none of them."""


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

    def apply(self, app: QApplication, mode: Mode = "system", text_size: int = 100) -> None:
        """Put the look on the program; called at the start and for every change of it."""
        self.is_applied = True
        self.mode = mode
        self.text_size = min(max(text_size, TEXT_SIZES[0]), TEXT_SIZES[-1])
        self.tokens = self._wanted(app)
        self.metrics = Metrics().scaled(self.text_size)
        self._follow_system(app)
        app.setPalette(palette(self.tokens))
        app.setFont(self.font())
        sheet = style_sheet(self.tokens, self.metrics, self.text_size, _arrows(self))
        # Qt dresses every widget again for a sheet that is the same, which takes long
        if sheet != app.styleSheet():
            app.setStyleSheet(sheet)
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

    def _wanted(self, app: QApplication) -> Tokens:
        """The colours of the chosen look; the system may ask for dark and for high contrast."""
        chosen = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}.get(self.mode)
        if chosen is not None:
            return chosen
        hints = app.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _follow_system(self, app: QApplication) -> None:
        if self._followed:
            return
        self._followed = True
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

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
