"""The tab «Tổng quan»: the year at a glance, its plan, the register, the reports."""

from __future__ import annotations

from desktop_app.ui.home.plan_view import PlanView
from desktop_app.ui.home.register_view import RegisterView
from desktop_app.ui.home.year_overview import YearOverview
from desktop_app.ui.home.year_report_view import YearReportView
from desktop_app.ui.page import Page
from desktop_app.ui.statistics.statistics_views import StatisticsView


class HomeTab(Page):
    """The overview first: it is what the window opens with."""

    views = (
        ("Năm nay", YearOverview),
        ("Kế hoạch năm", PlanView),
        ("Sổ văn bản", RegisterView),
        ("Báo cáo", YearReportView),
        ("Thống kê", StatisticsView),
    )
    help_page = "tong-quan"
