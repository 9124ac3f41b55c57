"""The card of bars: all lines beside each other, or one line through its columns."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.domain.statistics.figures import Drawing, Figures
from desktop_app.ui.home.cards import Card
from desktop_app.ui.records.bar_chart import BarChartView
from desktop_app.ui.records.forms.field import CalmCombo
from desktop_app.ui.records.forms.plain_label import plain_label

_COLUMN, _AGAINST, _NONE = "Cột", "So với", "Không so sánh"


class ChartCard(Card):
    """Says what it draws in words; the choice is part of the table, so the paper has it too."""

    drawn = Signal(object)
    """The Figures with another drawing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Biểu đồ", parent)
        self._figures: Figures | None = None
        self.line_box, self.other_box = CalmCombo(), CalmCombo()
        self._other_label = QLabel(_COLUMN)
        self._other_label.setBuddy(self.other_box)
        self.caption = plain_label("", "muted")
        self.chart = BarChartView("Chưa có số liệu để vẽ biểu đồ.")
        row = QHBoxLayout()
        label = QLabel("Vẽ")
        label.setBuddy(self.line_box)
        self.line_box.setAccessibleName("Vẽ")
        for part, stretch in (
            (label, 0),
            (self.line_box, 3),
            (self._other_label, 0),
            (self.other_box, 2),
        ):
            row.addWidget(part, stretch)
        self.body.addLayout(row)
        self.body.addWidget(self.caption)
        self.body.addWidget(self.chart)
        self.line_box.activated.connect(lambda _: self._choose_line())
        self.other_box.activated.connect(lambda _: self._choose_other())

    def show_figures(self, figures: Figures | None) -> None:
        """Another table: its own drawing is shown first."""
        self._figures = figures
        is_drawn = figures is not None and figures.drawing is not None and figures.has_figures
        self.setVisible(is_drawn)
        if figures is not None and is_drawn:
            self.line_box.clear()
            self.line_box.addItem(f"So sánh theo {figures.first.lower()}", None)
            for line in figures.lines:
                self.line_box.addItem(f"Riêng {line.label}", line.key)
            self._fill_other()
            self._paint()

    @property
    def _drawing(self) -> Drawing:
        assert self._figures is not None
        return self._figures.drawing or Drawing()

    def _fill_other(self) -> None:
        """Which column is drawn, or which line is compared with."""
        figures, drawing = self._figures, self._drawing
        assert figures is not None
        self.other_box.clear()
        down = drawing.line is None
        self._other_label.setText(_COLUMN if down else _AGAINST)
        self.other_box.setAccessibleName(_COLUMN if down else _AGAINST)
        if down:
            for head in figures.heads:
                self.other_box.addItem(head.words, head.key)
        else:
            self.other_box.addItem(_NONE, None)
            for line in figures.lines:
                if line.key != drawing.line:
                    self.other_box.addItem(line.label, line.key)
        if down:
            wanted = self.other_box.findData(drawing.head or figures.main)
            self.other_box.setCurrentIndex(max(0, wanted))

    def _choose_line(self) -> None:
        self._draw(Drawing(line=self.line_box.currentData()))
        self._fill_other()

    def _choose_other(self) -> None:
        chosen = self.other_box.currentData()
        drawing = self._drawing
        across = replace(drawing, against=chosen)
        self._draw(across if drawing.line is not None else Drawing(head=chosen))

    def _draw(self, drawing: Drawing) -> None:
        assert self._figures is not None
        self._figures = self._figures.replace(drawing=drawing)
        self._paint()
        self.drawn.emit(self._figures)

    def _paint(self) -> None:
        from desktop_app.papers.statistics.figures_chart import figures_chart

        chart = figures_chart(self._figures) if self._figures else None
        self.chart.show_chart(chart)
        self.caption.setText(chart.caption if chart else "")
