"""Two versions beside each other: what was added is underlined, what was taken away is struck."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.compacts.compact import Compact
from desktop_app.domain.compacts.compare import Difference, differences
from desktop_app.ui.records.rich_text.diff_text import LEGEND, pieces_html


class CompareDialog(QDialog):
    """The older version above, the newer one below it, and their differences."""

    def __init__(
        self, versions: Sequence[Compact], shown: Compact, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("So sánh phiên bản giao ước")
        self._versions = tuple(versions)
        self.old, self.new = QComboBox(), QComboBox()
        self.text = QTextBrowser()
        self.text.setAccessibleName("Khác nhau giữa hai phiên bản")
        self._build()
        place = next((n for n, v in enumerate(self._versions) if v.id == shown.id), 0)
        self.new.setCurrentIndex(place)
        self.old.setCurrentIndex(max(0, place - 1))
        self._compare()
        for box in (self.old, self.new):
            box.currentIndexChanged.connect(self._compare)

    def _build(self) -> None:
        for box, name in ((self.old, "Bản trước"), (self.new, "Bản sau")):
            box.setAccessibleName(name)
            box.addItems([f"Phiên bản {v.version} · {v.state}" for v in self._versions])
        rows = QFormLayout()
        rows.addRow("Bản trước", self.old)
        rows.addRow("Bản sau", self.new)
        legend = QLabel(LEGEND)
        legend.setProperty("role", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(rows)
        layout.addWidget(legend)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self.resize(760, 600)

    def _compare(self) -> None:
        old = self._versions[self.old.currentIndex()]
        new = self._versions[self.new.currentIndex()]
        found = differences(old, new)
        told = "".join(map(_told, found))
        self.text.setHtml(told or "<p>Hai phiên bản giống nhau.</p>")


def _told(difference: Difference) -> str:
    words = pieces_html(difference.pieces)
    return f"<p><b>{html.escape(difference.heading)}</b><br>{words}</p>"
