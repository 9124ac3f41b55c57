"""Rules of awards in the window: catalogue of a day, conditions, restrictions, quotas, money."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.commendations.award import Award, AwardGroup, SubjectKind
from desktop_app.domain.commendations.decision import Decision, Grant
from desktop_app.domain.commendations.eligibility.finding import Outcome
from desktop_app.domain.commendations.fund import FundWay
from desktop_app.domain.commendations.money import Rounding
from desktop_app.domain.commendations.nomination import NominationState
from desktop_app.domain.commendations.repetition import LIKENESS_SETTING
from desktop_app.domain.commendations.restriction import Restriction, RestrictionKind
from desktop_app.domain.rich_text import RichText
from desktop_app.ui import messages
from desktop_app.ui.commendations.decision_view import DecisionView
from desktop_app.ui.commendations.dossiers.passages_dialog import PassagesDialog
from desktop_app.ui.commendations.nomination_step_dialog import NominationStepDialog
from desktop_app.ui.commendations.nomination_view import NominationView
from desktop_app.ui.commendations.rules.attestation_dialog import AttestationDialog, Found
from desktop_app.ui.commendations.rules.award_view import AwardView
from desktop_app.ui.commendations.rules.base_salary_view import BaseSalaryView
from desktop_app.ui.commendations.rules.fund_view import FundView
from desktop_app.ui.commendations.rules.override_dialog import OverrideDialog
from desktop_app.ui.commendations.rules.quota_view import QuotaView
from desktop_app.ui.commendations.rules.restriction_view import RestrictionView

COMMENDATIONS = 4


@pytest.fixture
def turn(window, qtbot):
    """Goes to a view of the tab."""

    def go(kind):
        window.tabs.setCurrentIndex(COMMENDATIONS)
        page = window.page()
        view = page.turn_to([known for _, known in page.views].index(kind))
        qtbot.waitUntil(view.isVisible)
        return view

    return go


def shown(view):
    return view.list.records()


# --- the catalogue ------------------------------------------------------------------------


def test_an_award_of_2018_shows_the_catalogue_of_2018(turn):
    view = turn(AwardView)
    everything = len(shown(view))
    view.show_day(dt.date(2018, 3, 13), AwardGroup.TITLE)
    codes = [award.code for award in shown(view)]
    assert "CO-TC" in codes
    assert len(codes) == len(set(codes)) < everything
    assert {award.group for award in shown(view)} == {AwardGroup.TITLE}
    view.show_day(dt.date(2024, 3, 13))
    assert "CO-TC" not in [award.code for award in shown(view)]
    assert view.select("CO-CP-2004-07-01")
    assert len(shown(view)) == everything


def test_an_entry_shows_its_money_its_dossier_and_whether_it_was_compared(turn):
    view = turn(AwardView)
    assert view.select("CO-CP-2024-01-01")
    form = view.form
    form.set_money(form._base.replace(amount=2_530_000), Rounding.UP)
    form.refresh_head()
    assert "tập thể 30.360.000 đồng" in form.money.text()
    assert form.chip_of(form.shown)[0] == "Đã đối chiếu"
    assert form.fields["vote_threshold"].value() == 80
    assert len(form.fields["dossier_papers"].value()) == 4
    form.fields["vote_threshold"].put(Decimal(120))
    assert form.fields["vote_threshold"].problem() == "Tỷ lệ phiếu từ trên 0 đến 100%."
    assert not view.save()


def test_an_older_file_takes_the_new_catalogue_and_keeps_its_own_words(window, turn, monkeypatch):
    view, file = turn(AwardView), window.file
    own = file.awards.get("CO-CP-2024-01-01")
    file.awards.save(own.replace(conditions=(), dossier_papers=("Tờ trình của tôi",)))
    file.awards.delete(file.awards.get("KNC-BVANTQ-2024-01-01"))
    asked = []
    monkeypatch.setattr(messages, "ask", lambda *words: asked.append(words[2]) or True)
    view.take_catalogue()
    again = file.awards.get("CO-CP-2024-01-01")
    assert asked == ["Thêm 1 mục, điền ô trống của 1 mục. Ô đã ghi giữ nguyên."]
    assert again.dossier_papers == ("Tờ trình của tôi",)
    assert again.conditions == own.conditions
    assert file.awards.find("KNC-BVANTQ-2024-01-01")
    view.take_catalogue()
    assert len(asked) == 1


# --- conditions -----------------------------------------------------------------------------


@pytest.fixture
def nominations(turn, qtbot):
    view = turn(NominationView)
    qtbot.waitUntil(lambda: view.list.model.total == 5)
    return view


def conditions(view, qtbot):
    """The page «Điều kiện», once it is answered."""
    view.form.tabs.setCurrentIndex(1)
    field = view.form.conditions
    field.look_up()
    qtbot.waitUntil(lambda: field.verdict.answers != () and field._job is None)
    return field


def test_the_page_tells_each_condition_in_words(nominations, qtbot):
    field = conditions(nominations, qtbot)
    table = field.table
    assert nominations.form.tabs.tabText(1) == "Điều kiện"
    assert table.item(0, 0).text() == "Cần xác minh"
    assert table.item(0, 1).text().startswith("Dẫn đầu cụm")
    assert not table.item(0, 1).icon().isNull()
    assert "cần xác minh" in field.summary.text()


def test_the_answers_follow_what_is_typed(nominations, qtbot):
    field = conditions(nominations, qtbot)
    assert "Xếp hạng 1" in field.table.item(0, 1).text()
    nominations.form.fields["place"].put(3)
    qtbot.waitUntil(lambda: "Xếp hạng 3" in field.table.item(0, 1).text())


def test_a_result_is_kept_with_its_basis_and_can_be_taken_back(
    window, nominations, qtbot, monkeypatch
):
    field = conditions(nominations, qtbot)
    tried = []

    def fill(dialog):
        dialog.accept()
        tried.append((dialog.result(), dialog.basis.problem()))
        dialog.result_field.put(Found.NOT_MET)
        dialog.basis.put("Công văn 12/CV ngày 05/03/2018")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(AttestationDialog, "exec", fill)
    field.table.selectRow(1)
    field.attest_button.click()
    assert tried == [(0, "Cần ghi căn cứ xác minh.")]
    qtbot.waitUntil(lambda: field.verdict.outcome is Outcome.NOT_MET)
    assert "Công văn 12/CV" in field.table.item(1, 1).text()
    assert nominations.save()
    kept = window.file.nominations.get(nominations.form.shown.id)
    assert [a.basis for a in kept.attestations] == ["Công văn 12/CV ngày 05/03/2018"]
    field.table.selectRow(1)
    qtbot.waitUntil(lambda: field.back_button.isEnabled())
    field.back_button.click()
    qtbot.waitUntil(lambda: field.verdict.outcome is not Outcome.NOT_MET)


def test_nearly_the_same_report_is_told_with_its_passages(window, nominations, qtbot, monkeypatch):
    report = RichText.plain(
        "Đơn vị hoàn thành vượt mức 12 chỉ tiêu công tác được giao trong năm.\n"
        "Tổ chức tốt phong trào thi đua và các cuộc vận động do cấp trên phát động."
    )
    first, second = window.file.nominations.all()[:2]
    older = second.replace(unit=first.unit, achievement_year="2016", achievement="", report=report)
    window.file.save_all([first.replace(report=report, achievement=""), older])
    nominations.refresh()
    field = conditions(nominations, qtbot)
    qtbot.waitUntil(lambda: "Báo cáo thành tích gần như trùng" in field.warning.text())
    read = []
    monkeypatch.setattr(
        PassagesDialog, "exec", lambda dialog: read.append(dialog.text.toPlainText())
    )
    field.passages_button.click()
    assert read[0].count("vượt mức 12 chỉ tiêu") == 2
    assert "Giống nhau 100%" in read[0]


def test_how_alike_texts_must_be_is_a_setting_of_the_file(window, nominations, qtbot):
    said = "Đơn vị hoàn thành vượt mức 12 chỉ tiêu công tác được giao trong năm nay"
    first, second = window.file.nominations.all()[:2]
    older = second.replace(
        unit=first.unit, achievement_year="2016", achievement=f"{said} và được khen thưởng"
    )
    window.file.save_all([first.replace(achievement=said), older])
    nominations.refresh()
    field = conditions(nominations, qtbot)
    assert "gần như trùng" not in field.warning.text()
    box = field.likeness_box
    box.setCurrentIndex(box.findText("Nhắc khi giống từ 70%"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: "Thành tích gần như trùng" in field.warning.text())
    assert window.file.setting(LIKENESS_SETTING) == 0.7


# --- restrictions and quotas ------------------------------------------------------------------


def step_on(view, words, qtbot):
    view._offer_steps()
    next(a for a in view._steps.actions() if a.text().startswith(words)).trigger()


def reasons(text, seen):
    """Answers the dialog of what is held back."""

    def run(dialog):
        seen.append([field.label.text() for field in dialog.reasons.values()])
        dialog.accept()
        assert not dialog.result()
        for field in dialog.reasons.values():
            field.put(text)
        dialog.accept()
        return dialog.result()

    return run


def restrict(file, nomination):
    return file.restrictions.save(
        Restriction(
            kind=RestrictionKind.COMPLAINT,
            subject=nomination.kind,
            unit=nomination.unit,
            since=dt.date(2018, 2, 1),
            document="Đơn số 7",
        )
    )


def test_a_complaint_under_check_holds_the_nomination_back(window, nominations, qtbot, monkeypatch):
    file, first = window.file, nominations.form.shown
    restrict(file, first)
    monkeypatch.setattr(NominationStepDialog, "exec", lambda _: True)
    monkeypatch.setattr(OverrideDialog, "exec", lambda _: False)
    step_on(nominations, "Ghi đã trình", qtbot)
    assert file.nominations.get(first.id).state is NominationState.HONOURED
    seen = []
    monkeypatch.setattr(OverrideDialog, "exec", reasons("Đã có kết luận, đơn sai", seen))
    step_on(nominations, "Ghi đã trình", qtbot)
    kept = file.nominations.get(first.id)
    assert seen == [["Lý do vẫn trình"]]
    assert kept.state is NominationState.SUBMITTED
    assert kept.restriction_reason == "Đã có kết luận, đơn sai"


def test_a_restriction_that_has_ended_holds_nothing_back(window, nominations, monkeypatch, qtbot):
    file, first = window.file, nominations.form.shown
    ended = restrict(file, first)
    file.restrictions.save(ended.replace(until=dt.date(2018, 2, 28)))
    monkeypatch.setattr(NominationStepDialog, "exec", lambda _: True)
    step_on(nominations, "Ghi đã trình", qtbot)
    assert file.nominations.get(first.id).state is NominationState.SUBMITTED


def test_a_full_quota_wants_a_reason(window, nominations, qtbot, monkeypatch):
    file, first = window.file, nominations.form.shown
    extra = first.replace(
        id="thừa", unit=file.units.all()[0], state=NominationState.PROPOSED, steps=()
    )
    file.nominations.save(extra)
    nominations.refresh()
    assert nominations.select("thừa")
    monkeypatch.setattr(NominationStepDialog, "exec", lambda _: True)
    seen = []
    monkeypatch.setattr(OverrideDialog, "exec", reasons("Được giao thêm 01 Cờ", seen))
    step_on(nominations, "Ghi đã suy tôn", qtbot)
    assert seen == [["Lý do vượt chỉ tiêu"]]
    assert file.nominations.get("thừa").quota_reason == "Được giao thêm 01 Cờ"


def test_the_board_of_quotas_counts_what_is_taken(turn, window):
    view = turn(QuotaView)
    told = {quota.award.code: view._left(quota) for quota in shown(view)}
    assert told == {"CO-CP": "Đã đủ", "CO-BCA": "Đã đủ"}
    view.form.fields["seats"].put(0)
    assert view.save()
    assert view._left(view.form.shown) == "Vượt 1"


def test_a_restriction_is_refused_without_its_paper(turn):
    view = turn(RestrictionView)
    view.add()
    assert not view.save()
    problems = {name: field.problem() for name, field in view.form.fields.items()}
    assert problems["document"] == "Cần ghi văn bản làm căn cứ."
    assert problems["unit"] == "Cần chọn đơn vị."
    assert problems["name"] == "Cần có họ và tên cá nhân."


# --- money ----------------------------------------------------------------------------------


def priced_decision(window):
    """A decision of August 2018 with one grant of the Ministry's flag."""
    file = window.file
    unit = file.units.all()[1]
    grant = Grant(award=file.awards.get("CO-BCA-2004-07-01"), unit=unit, name=unit.name)
    period = file.periods.all()[0]
    return file.decisions.save(
        Decision(
            period=period,
            number="99/QĐ",
            date=dt.date(2018, 8, 1),
            body="Bộ Công an",
            grants=(grant,),
        )
    )


def test_the_button_computes_with_the_salary_of_the_decisions_day(window, turn):
    decision = priced_decision(window)
    view = turn(DecisionView)
    view.refresh()
    assert view.select(decision.id)
    buttons = [b for b in view.form.findChildren(QPushButton) if b.text() == "Tính tiền thưởng"]
    buttons[0].click()
    assert view.save()
    assert window.file.decisions.get(decision.id).grants[0].amount == 11_120_000  # 8 × 1.390.000


def test_the_fund_pays_each_grant_once_and_tells_the_balance(window, turn):
    decision = priced_decision(window)
    view = turn(FundView)
    view.refresh()
    before = len(shown(view))
    view.pay(decision)
    assert len(shown(view)) == before + 1
    assert view.count_text(shown(view)).endswith("còn -470.000")
    view.pay(window.file.decisions.get(decision.id))
    assert len(shown(view)) == before + 1
    paid = next(entry for entry in shown(view) if entry.grant)
    assert (paid.way, paid.amount) == (FundWay.OUT, 11_120_000)


def test_an_entry_of_nothing_is_refused(turn):
    view = turn(FundView)
    view.add()
    view.form.fields["amount"].put(Decimal(0))
    view.form.fields["purpose"].put("Chi")
    assert not view.save()
    assert view.form.fields["amount"].problem() == "Số tiền phải lớn hơn 0."


def test_rounding_is_a_setting_of_the_file(window, turn):
    view = turn(BaseSalaryView)
    view.rounding.setCurrentIndex(1)
    view.rounding.activated.emit(1)
    decision = priced_decision(window)
    window.file.base_salaries.save(
        window.file.base_salaries.get("luong-co-so-2018-07-01").replace(amount=1_390_001)
    )
    fund = turn(FundView)
    fund.refresh()
    fund.pay(decision)
    assert window.file.decisions.get(decision.id).grants[0].amount == 11_120_008


def test_two_amounts_do_not_begin_on_one_day(turn):
    view = turn(BaseSalaryView)
    view.add()
    for name, value in (
        ("since", dt.date(2018, 7, 1)),
        ("amount", 1_400_000),
        ("source", "Nghị định"),
    ):
        view.form.fields[name].put(value)
    assert not view.save()
    assert view.form.fields["since"].problem() == "Đã có mức lương cơ sở từ ngày này."


def test_a_new_award_begins_in_the_list_that_is_looked_at(turn):
    view = turn(AwardView)
    view.show_day(None, AwardGroup.FORM)
    fresh = view.new_record()
    assert isinstance(fresh, Award)
    assert fresh.group is AwardGroup.FORM
    assert fresh.is_for(SubjectKind.COLLECTIVE)
