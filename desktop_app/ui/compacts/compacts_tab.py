"""The tab of compacts: the year's compact and what it is measured by."""

from __future__ import annotations

from desktop_app.ui.compacts.activity_view import ActivityView
from desktop_app.ui.compacts.annex_view import AnnexView
from desktop_app.ui.compacts.campaign_view import CampaignView
from desktop_app.ui.compacts.compact_view import CompactView
from desktop_app.ui.compacts.consultation_view import ConsultationView
from desktop_app.ui.compacts.mirror_view import MirrorView
from desktop_app.ui.compacts.registration_view import RegistrationView
from desktop_app.ui.page import Page
from desktop_app.ui.scores.criteria.criteria_view import CriteriaView
from desktop_app.ui.scores.inspections.inspection_view import InspectionView
from desktop_app.ui.scores.ranking.ranking_view import RankingView
from desktop_app.ui.scores.sheets.scores_view import ScoresView


class CompactsTab(Page):
    """The compact of the year and what it is measured by."""

    views = (
        ("Giao ước", CompactView),
        ("Lấy ý kiến", ConsultationView),
        ("Phụ lục", AnnexView),
        ("Đối chiếu", MirrorView),
        ("Đăng ký thi đua", RegistrationView),
        ("Phong trào", CampaignView),
        ("Hoạt động chung", ActivityView),
        ("Tiêu chí", CriteriaView),
        ("Chấm điểm", ScoresView),
        ("Xếp hạng", RankingView),
        ("Kiểm tra", InspectionView),
    )
    help_page = "giao-uoc"
