"""The tab of commendations: nominations, submissions, decisions and the catalogue."""

from __future__ import annotations

from desktop_app.ui.commendations.award_view import AwardView
from desktop_app.ui.commendations.blank_view import BlankView
from desktop_app.ui.commendations.certificate_view import CertificateView
from desktop_app.ui.commendations.decision_view import DecisionView
from desktop_app.ui.commendations.exemplar_view import ExemplarView
from desktop_app.ui.commendations.nomination_view import NominationView
from desktop_app.ui.commendations.submission_view import SubmissionView
from desktop_app.ui.page import Page


class CommendationsTab(Page):
    """The views in the order of the work, then the catalogue and the exemplars."""

    views = (
        ("Đề nghị khen thưởng", NominationView),
        ("Tờ trình", SubmissionView),
        ("Quyết định && giấy chứng nhận", DecisionView),
        ("Danh mục danh hiệu, hình thức", AwardView),
        ("Điển hình tiên tiến", ExemplarView),
        ("Mẫu giấy khen", CertificateView),
        ("Sổ phôi, số vào sổ", BlankView),
    )
    help_page = "khen-thuong"
