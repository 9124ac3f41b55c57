"""Lucide pictures tinted in the colours of the look and tinted again when the look changes."""

from __future__ import annotations

import contextlib
import weakref
from functools import cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget
from shiboken6 import isValid

from desktop_app import __version__, paths
from desktop_app.ui.theme import theme


class TakesIcon(Protocol):
    """A button, an action, a menu: whatever shows an icon."""

    def setIcon(self, icon: QIcon) -> None: ...


_worn: weakref.WeakKeyDictionary[QObject, tuple[str, str]] = weakref.WeakKeyDictionary()


def icon(name: str, tint: str = "text") -> QIcon:
    """The picture in a colour of the look (the name of a token), at 1× and 2×."""
    return _icon(name, theme.color(tint).name(), theme.color("disabled").name())


def no_icon() -> QIcon:
    """Nothing, where a picture is taken away again."""
    return QIcon()


def wear(target: TakesIcon, name: str, tint: str = "text") -> None:
    """Give a widget or an action a picture that follows the look."""
    target.setIcon(icon(name, tint))
    if isinstance(target, QObject):
        _worn[target] = (name, tint)


def pixmap(name: str, tint: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One picture in pixels, for those who paint themselves."""
    return _rendered(name, theme.color(tint).name(), size, ratio)


def icon_button(
    name: str, text: str, *, shortcut: str = "", tint: str = "text", parent: QWidget | None = None
) -> QToolButton:
    """A button that is only a picture: its words are in the tooltip and for screen readers."""
    button = QToolButton(parent)
    wear(button, name, tint)
    button.setAccessibleName(text)
    button.setToolTip(f"{text} ({shortcut})" if shortcut else text)
    button.setIconSize(QSize(theme.metrics.icon, theme.metrics.icon))
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


@cache
def _icon(name: str, color: str, disabled: str) -> QIcon:
    return QIcon(_Drawn(name, color, disabled))


class _Drawn(QIconEngine):
    """Draws a picture when it is first painted: most menus are never opened."""

    def __init__(self, name: str, color: str, disabled: str) -> None:
        super().__init__()
        self._source = name, color, disabled

    def clone(self) -> QIconEngine:
        return _Drawn(*self._source)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size() * ratio, mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """`size` counts the pixels of the screen, `scale` of them to one of the window."""
        name, color, disabled = self._source
        tint = disabled if mode is QIcon.Mode.Disabled else color
        return _rendered(name, tint, round(min(size.width(), size.height()) / scale), scale)


@cache
def _rendered(name: str, color: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    picture = _drawn_before(name, color, side)
    picture.setDevicePixelRatio(ratio)
    return picture


def _drawn_before(name: str, color: str, side: int) -> QPixmap:
    """The picture from the cache folder, drawn and kept there the first time.

    Reading ten small pictures is a few ms faster than drawing them, which the first
    painted window feels.
    """
    path = paths.cache_folder() / f"icons-{__version__}" / f"{name}-{color[1:]}-{side}.png"
    picture = QPixmap(str(path))
    if picture.isNull():
        picture = _draw(name, color, side)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            picture.save(str(path))
    return picture


def _draw(name: str, color: str, side: int) -> QPixmap:
    # Not before the first picture is drawn.
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    source = _svg(name).replace("currentColor", color)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


@cache
def _svg(name: str) -> str:
    """The picture's text; a missing file is an empty picture and no reason to stop."""
    path = paths.resources() / "icons" / f"{name}.svg"
    try:
        return path.read_text("utf-8")
    except OSError:
        return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>'


def _repaint() -> None:
    for target, (name, tint) in list(_worn.items()):
        if isValid(target):
            target.setIcon(icon(name, tint))  # type: ignore[attr-defined]


theme.changed.connect(_repaint)
