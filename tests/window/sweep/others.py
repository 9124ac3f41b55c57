"""The dialogs and windows that no «…» of the sample leads to, ready to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.domain.account import Account, AccountRole
from desktop_app.domain.commendations.award import awards_on
from desktop_app.domain.commendations.blank_book import PrintedSheet
from desktop_app.domain.commendations.nomination import NEXT_STATES, NominationStep
from desktop_app.domain.commendations.stepping import could_take
from desktop_app.domain.compacts.compact import CompactState
from desktop_app.exchange.pack import Purpose
from desktop_app.ui import messages
from desktop_app.ui.accounts.account_form import AccountDialog
from desktop_app.ui.accounts.accounts_dialog import AccountsDialog
from desktop_app.ui.accounts.password_dialog import PasswordDialog
from desktop_app.ui.accounts.sign_in_dialog import SignInDialog
from desktop_app.ui.background import run_in_background
from desktop_app.ui.commendations.certificates.print_certificates import (
    CertificatesDialog,
    SpoiledDialog,
)
from desktop_app.ui.commendations.nomination_step_dialog import NominationStepDialog
from desktop_app.ui.commendations.outcome_dialog import OutcomeDialog
from desktop_app.ui.commendations.rules.override_dialog import OverrideDialog
from desktop_app.ui.compacts.compare_dialog import CompareDialog
from desktop_app.ui.dialogs.drafts_dialog import DraftsDialog
from desktop_app.ui.dialogs.help_window import HelpWindow
from desktop_app.ui.dialogs.restore_dialog import RestoreDialog
from desktop_app.ui.dialogs.search_box import SearchBox
from desktop_app.ui.first_start.welcome import Welcome
from desktop_app.ui.first_start.wizard import FirstStart
from desktop_app.ui.locking.kept_words_dialog import KeptWordsDialog
from desktop_app.ui.locking.opening import UnlockDialog
from desktop_app.ui.locking.recovery_dialog import RecoveryDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.meetings.deputy_dialog import DeputyDialog
from desktop_app.ui.meetings.extract_dialog import ExtractDialog
from desktop_app.ui.meetings.task_dialog import TaskDialog
from desktop_app.ui.meetings.versions_dialog import VersionsDialog
from desktop_app.ui.packs.pack_dialog import PackDialog
from desktop_app.ui.preview.calibration import CalibrationDialog
from desktop_app.ui.progress_dialog import ProgressDialog
from desktop_app.ui.records.forms.source_dialog import Source, SourceDialog
from desktop_app.ui.scores.ranking.tie_dialog import TieDialog
from desktop_app.ui.scores.sheets.evidence_dialog import EvidenceDialog
from desktop_app.ui.scores.sheets.sheet_papers import SheetPapers

PARTS = frozenset(
    "FormDialog GatheringDialog GrantsDialog PartsDialog ReadingDialog SentenceDialog".split()
)
"""Frames of others, and what only work or an edit of its own test brings up."""
SIGNING = "hn-ky-ket-2018"
LONG_NAME = "Soạn báo cáo kết quả thực hiện giao ước thi đua sáu tháng đầu năm của toàn Cụm"


def others(window: MainWindow) -> Iterator[QWidget]:
    """One after the other, each made when it is asked for."""
    file = window.file
    assert file is not None
    yield Welcome(window)
    yield FirstStart(window)
    yield HelpWindow()
    yield messages.BugReport("Thi đua Cụm", window)
    yield SearchBox(window)
    yield DraftsDialog(file, window.show_draft, window)
    yield RestoreDialog(file.path, None, window)
    yield CalibrationDialog((210, 297), window)
    yield SourceDialog("Tạo giao ước", [Source("Mẫu của chương trình", LONG_NAME)], window)
    yield from _of_keys(window)
    yield from _of_accounts(window)
    yield from _of_meetings(window)
    yield from _of_scores(window)
    yield from _of_commendations(window)
    (compact, *_) = file.compacts.all()
    drafted = compact.replace(state=CompactState.DRAFT, version=2, slogan="Khẩu hiệu đã đổi")
    yield CompareDialog((compact, drafted), drafted, window)


def _of_keys(window: MainWindow) -> Iterator[QWidget]:
    file = window.file
    assert file is not None
    assert window.period is not None
    for purpose in Purpose:
        yield PackDialog(file, window.period, purpose, window)
    file.drafts.keep_words(LONG_NAME, [("Tên kỳ", "2027"), ("Đơn vị", f"☐ {LONG_NAME}")])
    yield KeptWordsDialog(file, window)
    yield RecoveryDialog(file.path.name, "ABCD-EFGH-IJKL-MNOP-QRST-UVWX", window)
    yield UnlockDialog(Path("Cụm số 1") / file.path.name, window)
    writing = ProgressDialog("Đang chuyển các bản sao lưu sang khoá mới", window)
    writing.strip.follow(run_in_background(lambda _: None, repr, repr), "Đang chuyển…")
    yield writing


def _of_accounts(window: MainWindow) -> Iterator[QWidget]:
    file = window.file
    assert file is not None
    account = file.accounts.save(Account(name=LONG_NAME, role=AccountRole.ADMIN))
    yield AccountsDialog(file, window)
    yield AccountDialog(file, account, window)
    yield PasswordDialog(file, account, window)
    yield SignInDialog(file, window)


def _of_meetings(window: MainWindow) -> Iterator[QWidget]:
    file = window.file
    assert file is not None
    conference = file.conference_of(file.meetings.get(SIGNING))
    yield ExtractDialog(conference, window)
    yield VersionsDialog(conference, window)
    yield TaskDialog(LONG_NAME, file.units.all(), window)
    yield DeputyDialog(conference.meeting.attendance[0], window)


def _of_scores(window: MainWindow) -> Iterator[QWidget]:
    file = window.file
    assert file is not None
    assert window.period is not None
    scored = file.score_rounds_of(window.period)[-1]
    sheet = scored.sheets[0]
    yield SheetPapers(scored, sheet.unit, window)
    yield TieDialog(file, scored, window)
    tree = scored.criteria.tree
    leaf = tree.leaves_of(tree.roots[0])[0]
    yield EvidenceDialog(file, sheet, leaf, read_only=False, parent=window)


def _of_commendations(window: MainWindow) -> Iterator[QWidget]:
    file = window.file
    assert file is not None
    decision = file.decisions.all()[0]
    yield CertificatesDialog(file, file.certificates_of(decision), window)
    yield SpoiledDialog([PrintedSheet(name=LONG_NAME, number="01")], window)
    nominations = file.nominations.all()
    state = next(state for state in NEXT_STATES[nominations[0].state])
    offered = could_take(state, nominations)
    blocks = dict.fromkeys(("restriction_reason", "quota_reason"), LONG_NAME)
    yield OverrideDialog([(nomination, blocks) for nomination in nominations[:3]], window)
    period = decision.period
    assert period is not None
    awards = awards_on(file.awards.all(), period.until)
    sent = file.submissions.of_period(period)
    yield OutcomeDialog(decision.replace(grants=()), nominations, sent, awards, window)
    yield NominationStepDialog(NominationStep(state=state), offered, offered[:1], window)
