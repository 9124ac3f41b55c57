"""All views of a page by name, at the end of a bar that has no room for every one of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QMenu, QTabWidget, QToolButton

from desktop_app.ui import icons


class ViewList(QToolButton):
    """Away while the whole bar can be seen."""

    def __init__(self, views: QTabWidget) -> None:
        super().__init__(views)
        self._views = views
        self.setText("Tất cả mục")
        self.setToolTip("Mọi mục của thẻ này")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # The arrow keys of the bar reach every view already.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        icons.wear(self, "list")
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.hide()
        views.setCornerWidget(self, Qt.Corner.TopRightCorner)
        views.installEventFilter(self)

    def _fill(self) -> None:
        self.menu().clear()
        for place in range(self._views.count()):
            action = self.menu().addAction(self._views.tabText(place))
            action.setCheckable(True)
            action.setChecked(place == self._views.currentIndex())
            action.triggered.connect(lambda _, place=place: self._views.setCurrentIndex(place))

    def _needed(self) -> bool:
        bar = self._views.tabBar()
        room = sum(bar.tabRect(place).width() for place in range(bar.count()))
        return room > self._views.width()

    # --- Qt -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Nothing while it is away: the bar asks even then."""
        return super().sizeHint() if self._needed() else QSize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self.setVisible(self._needed())
        return False
