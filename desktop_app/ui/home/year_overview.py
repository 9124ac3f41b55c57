"""The view «Năm nay»: where the year stands, what is due, and the way to each of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.commendations.nomination import NominationState
from desktop_app.domain.meetings.meeting import MeetingState
from desktop_app.domain.vietnamese import short_date, weekday
from desktop_app.domain.years.year import Year
from desktop_app.domain.years.year_steps import place_in_line
from desktop_app.ui import icons
from desktop_app.ui.asking import asked
from desktop_app.ui.home.cards import Bars, Card, Figure
from desktop_app.ui.home.first_steps import FirstSteps
from desktop_app.ui.home.ranking_card import RankingCard
from desktop_app.ui.home.task_list import TaskList
from desktop_app.ui.home.timeline import Timeline
from desktop_app.ui.theme import theme
from desktop_app.ui.view import View

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.record import Record
    from desktop_app.domain.years.guide import GuideStep
    from desktop_app.ui.main_window import MainWindow

_HELD = (MeetingState.ENDED, MeetingState.ADOPTED)


class YearOverview(View):
    """Read-only: everything on it opens the record it speaks of."""

    def __init__(self) -> None:
        super().__init__()
        self._year: Year | None = None
        self._stale = True
        self._title = QLabel()
        self._place = QLabel()
        self._today = QLabel()
        self.timeline = Timeline()
        self.figures = {
            "compact": Figure("Giao ước đã ký", "green"),
            "meetings": Figure("Hội nghị đã họp", "accent"),
            "minutes": Figure("Biên bản đã chốt", "accent"),
            "nominations": Figure("Đề nghị khen thưởng", "amber"),
        }
        self.tasks = TaskList()
        self.ranking = RankingCard()
        self.bars = Bars()
        self.first_steps = FirstSteps()
        self.first_steps.chosen.connect(self._go_to)
        self.first_steps.tour_asked.connect(self._begin_tour)
        self.first_steps.sample_asked.connect(self._open_sample)
        self._build()

    def refresh(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show_year()

    # --- building -------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll, sheet = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        outer.addWidget(scroll)
        layout = QVBoxLayout(sheet)
        margin, gap = theme.metrics.margin, theme.metrics.gap
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(gap)
        layout.addWidget(self.first_steps)
        layout.addWidget(self._year_card())
        layout.addLayout(self._figure_row(gap))
        layout.addLayout(self._lower_row(gap), 1)

    def _year_card(self) -> Card:
        card = Card()
        head = QHBoxLayout()
        self._title.setProperty("role", "h2")
        self._today.setProperty("role", "muted")
        # a long step gives way to the other words; the line below names it too
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        report = QPushButton("Báo cáo tình hình năm…")
        icons.wear(report, "file-text")
        report.clicked.connect(self._show_report)
        head.addWidget(self._title)
        head.addWidget(self._place, 1)
        head.addWidget(self._today)
        tour = icons.icon_button("circle-help", "Một năm qua các bước")
        tour.clicked.connect(self._begin_tour)
        head.addWidget(report)
        head.addWidget(tour)
        card.body.addLayout(head)
        card.body.addWidget(self.timeline)
        self.timeline.chosen.connect(self.open_record)
        return card

    def _figure_row(self, gap: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(gap)
        for name, figure in self.figures.items():
            figure.clicked.connect(lambda _=False, key=name: self._open_figure(key))
            row.addWidget(figure)
        return row

    def _lower_row(self, gap: int) -> QHBoxLayout:
        row, right = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(gap)
        right.setSpacing(gap)
        tasks = Card("Việc cần làm")
        tasks.body.addWidget(self.tasks, 1)
        self.tasks.chosen.connect(self.open_record)
        awards = Card("Đề nghị khen thưởng theo danh hiệu, hình thức")
        awards.body.addWidget(self.bars, 1)
        self.ranking.chosen.connect(self.open_record)
        right.addWidget(self.ranking)
        right.addWidget(awards, 1)
        row.addWidget(tasks, 3)
        row.addLayout(right, 2)
        return row

    # --- showing --------------------------------------------------------------------------

    def _show_year(self) -> None:
        self._stale = False
        today = dt.date.today()
        self._today.setText(f"Hôm nay: {weekday(today)}, {short_date(today)}")
        there = self.file is not None and self.period is not None
        self._year = self.file.year_of(self.period) if there else None  # type: ignore[union-attr, arg-type]
        year = self._year
        self._title.setText(f"{year.title} · {year.period.cluster.name}" if year else "")
        steps = year.steps(today) if year else ()
        self._place.setText(f"({place_in_line(steps)})" if steps else "")
        if self.file is not None and self.period is not None:
            self.first_steps.show_state(self.file, self.period)
        self.timeline.show_steps(steps)
        self.tasks.show_tasks(year.tasks(today) if year else (), today)
        self.ranking.show_later(self.file, self.period)
        self.bars.show_rows(_by_award(year) if year else [])
        if year:
            self._show_figures(year)

    def _show_figures(self, year: Year) -> None:
        compact = year.compact
        signed, total = (compact.signed_count, len(compact.signatures)) if compact else (0, 0)
        all_signed = 0 < total == signed
        remark = f"{compact.state.label}" if compact else "Chưa có giao ước"
        if all_signed and compact and compact.signed_on:
            remark = f"Đủ chữ ký ngày {short_date(compact.signed_on)}"
        self.figures["compact"].show_value(
            f"{signed}/{total}", remark, "green" if all_signed else "amber"
        )
        held = sum(meeting.state in _HELD for meeting in year.meetings)
        planned = len(year.meetings) - held
        self.figures["meetings"].show_value(
            f"{held}/{len(year.meetings)}", f"Còn {planned} hội nghị chưa họp", "accent"
        )
        adopted = sum(meeting.is_adopted for meeting in year.meetings)
        waiting = held - adopted
        remark = f"{waiting} biên bản chờ chốt" if waiting else "Không có biên bản nào chờ"
        tone = "amber" if waiting else "green"
        self.figures["minutes"].show_value(f"{adopted}/{held}", remark, tone)
        decided = sum(n.state is NominationState.DECIDED for n in year.nominations)
        self.figures["nominations"].show_value(
            str(len(year.nominations)), f"{decided} đã có quyết định", "gold"
        )

    def _open_figure(self, name: str) -> None:
        """The record a figure speaks of, on its own tab."""
        year = self._year
        if year is None:
            return
        lists: dict[str, tuple[Record | None, ...]] = {
            "compact": (year.compact,),
            "meetings": year.meetings,
            "minutes": tuple(m for m in year.meetings if m.state in _HELD),
            "nominations": year.nominations,
        }
        record = next((record for record in lists[name] if record), None)
        if record is not None:
            self.open_record.emit(record)

    def _go_to(self, step: GuideStep) -> None:
        """The place in the window where a first step is done."""
        from desktop_app.ui.tour import go_to

        go_to(self._main_window(), step)

    def _begin_tour(self) -> None:
        from desktop_app.ui.tour import start

        start(self._main_window())

    def _open_sample(self) -> None:
        self._main_window().actions_.files.open_sample()

    def _main_window(self) -> MainWindow:
        from desktop_app.ui.main_window import MainWindow

        window = self.window()
        assert isinstance(window, MainWindow)
        return window

    def _show_report(self) -> None:
        from desktop_app.ui.home.year_report import YearReport

        if self._year is not None:
            asked(YearReport(self._year, self))

    # --- Qt -------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show_year()


def _by_award(year: Year) -> list[tuple[str, int]]:
    names = (n.award.name for n in year.nominations if n.award)
    return Counter(names).most_common(8)
