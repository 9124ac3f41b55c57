"""A check box whose words go on in a further line where there is too little room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QWidget


class WrappedCheck(QCheckBox):
    """`text()` is what is drawn, with its line breaks."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._words = text
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        more = self._in_lines(width).count("\n") - self.text().count("\n")
        return super().sizeHint().height() + more * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        beside = super().sizeHint().width() - self._widest(self.text().split("\n"))
        return QSize(beside + self._widest([self._words]), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._box() + self._widest(self._words.split()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self._in_lines(event.size().width())
        if lines != self.text():
            self.setText(lines)

    def _box(self) -> int:
        """Pixels of the box and of the gap before the words."""
        metric = QStyle.PixelMetric
        style = self.style()
        return (
            style.pixelMetric(metric.PM_IndicatorWidth, None, self)
            + style.pixelMetric(metric.PM_CheckBoxLabelSpacing, None, self)
            + 4
        )

    def _widest(self, texts: list[str]) -> int:
        return max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)

    def _in_lines(self, width: int) -> str:
        room, lines = width - self._box(), [""]
        for word in self._words.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self._widest([longer]) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return "\n".join(lines)
