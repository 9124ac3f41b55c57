"""The tab of commendations: nominations, submissions, decisions and the catalogue."""

from __future__ import annotations

from desktop_app.ui.commendations.certificates.blank_view import BlankView
from desktop_app.ui.commendations.certificates.certificate_view import CertificateView
from desktop_app.ui.commendations.decision_view import DecisionView
from desktop_app.ui.commendations.exemplar_view import ExemplarView
from desktop_app.ui.commendations.nomination_view import NominationView
from desktop_app.ui.commendations.rules.award_view import AwardView
from desktop_app.ui.commendations.rules.base_salary_view import BaseSalaryView
from desktop_app.ui.commendations.rules.fund_view import FundView
from desktop_app.ui.commendations.rules.quota_view import QuotaView
from desktop_app.ui.commendations.rules.restriction_view import RestrictionView
from desktop_app.ui.commendations.submission_view import SubmissionView
from desktop_app.ui.page import Page
from desktop_app.ui.statistics.statistics_views import AwardStatisticsView


class CommendationsTab(Page):
    """The views in the order of the work, then what they rest on: rules, money, designs."""

    views = (
        ("Đề nghị khen thưởng", NominationView),
        ("Tờ trình", SubmissionView),
        ("Quyết định && giấy chứng nhận", DecisionView),
        ("Điển hình tiên tiến", ExemplarView),
        ("Chỉ tiêu", QuotaView),
        ("Hạn chế", RestrictionView),
        ("Danh mục", AwardView),
        ("Lương cơ sở", BaseSalaryView),
        ("Quỹ khen thưởng", FundView),
        ("Mẫu giấy khen", CertificateView),
        ("Sổ phôi, số vào sổ", BlankView),
        ("Thống kê", AwardStatisticsView),
    )
    help_page = "khen-thuong"
