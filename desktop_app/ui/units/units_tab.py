"""The tab of units: units, people, periods with their members, and the secretariat."""

from __future__ import annotations

from desktop_app.ui.page import Page
from desktop_app.ui.units.duties_view import DutiesView
from desktop_app.ui.units.handover_view import HandoverView
from desktop_app.ui.units.period_view import PeriodView
from desktop_app.ui.units.person_view import PersonView
from desktop_app.ui.units.secretariat_view import SecretariatView
from desktop_app.ui.units.unit_view import UnitView


class UnitsTab(Page):
    """Who there is, who is what in the period, and what goes on to the next one."""

    views = (
        ("Đơn vị", UnitView),
        ("Cán bộ", PersonView),
        ("Kỳ thi đua && thành viên", PeriodView),
        ("Tổ giúp việc", SecretariatView),
        ("3 trực tiếp", DutiesView),
        ("Bàn giao", HandoverView),
    )
    help_page = "don-vi"
